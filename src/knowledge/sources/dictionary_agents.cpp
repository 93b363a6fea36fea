// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "knowledge/sources/dictionary_lines.h"
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

using Sets = std::vector<std::pair<std::string, std::vector<std::string>>>;

// "CATTLE!PERSON!" → cattleman, cattlemen, …
std::vector<std::string> expand(std::string_view noun, const Sets& sets) {
  for (const auto& [set, words] : sets) {
    const auto at = noun.find(set);
    if (at == std::string_view::npos) continue;
    std::vector<std::string> out;
    for (const auto& word : words) {
      out.push_back(spoken_noun(std::string(noun.substr(0, at)) + word + std::string(noun.substr(at + set.size()))));
    }
    return out;
  }
  return {spoken_noun(noun)};
}

bool is_plural(std::string_view word) { return word.ends_with("men") || word.ends_with("s"); }

std::uint32_t flags_of(const std::string& word, std::string_view sectors, const Builder& b) {
  for (const RoleRecord& role : b.roles) {
    if (b.text(role.word) == word) return role.flags;
  }
  for (const char* state : {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}) {
    if (sectors.starts_with(state)) return kRoleState;
  }
  return 0;
}

void add_agent(const DictionaryLine& line, const Sets& sets, Builder& b, std::size_t& left_out) {
  std::string_view rest = line.text;
  const auto code = take_bracket(rest);
  if (!code || code->find('~') == std::string_view::npos) return b.complain(line.at, "expected: NOUN [~CODE]");
  std::string bare(*code);
  bare.erase(std::remove(bare.begin(), bare.end(), '~'), bare.end());
  const std::string sectors = cameo_sectors(bare);
  if (bare == "NGO" || bare == "IGO" || bare == "IMG" || bare == "MNC") {
    ++left_out;  // bodies without a country are no role words of ours
    return;
  }
  if (sectors.empty()) return b.complain(line.at, "no such sector: '" + bare + "'");
  const auto noun = trim(line.text.substr(0, line.text.find_first_of("[{")));
  if (noun.empty()) return b.complain(line.at, "a noun is missing");
  const auto open = line.text.find('{');
  const auto irregular = open == std::string_view::npos
                             ? std::string_view{}
                             : line.text.substr(open + 1, line.text.find('}', open) - open - 1);
  const auto words = expand(noun, sets);
  const auto id = static_cast<std::uint32_t>(b.roles.size());
  b.came_from(NameKind::role, id, line.at);
  b.roles.push_back({b.keep(words.front()), b.keep(sectors), flags_of(words.front(), sectors, b)});
  for (const auto& word : words) {
    b.add_name(word, NameKind::role, id, false, is_plural(word));
    if (words.size() == 1 && irregular.empty() && !is_plural(word))
      b.add_name(plural_of(word), NameKind::role, id, false, true);
  }
  for (const auto& plural : part(irregular, ' ')) b.add_name(spoken_noun(plural), NameKind::role, id, false, true);
}

}  // namespace

void read_dictionary_agents(const std::string& file, std::string_view text, Builder& builder, std::size_t& left_out) {
  Sets sets;
  each_line(file, text, [&](const DictionaryLine& line) {
    const auto equals = line.text.find('=');
    if (line.text.starts_with('!') && equals != std::string_view::npos) {
      sets.emplace_back(trim(line.text.substr(0, equals)), part(line.text.substr(equals + 1), ','));
      if (sets.back().second.empty()) builder.complain(line.at, "the set has no words"), sets.pop_back();
    } else {
      add_agent(line, sets, builder, left_out);
    }
  });
}

}  // namespace masudi::knowledge
