// SPDX-License-Identifier: Apache-2.0
// Verb patterns become entries of our lexicon: "- * AID + [070]" below PROVIDE is "provide {aid} | subj > obj,to …".
#include <algorithm>
#include <array>
#include <map>

#include "document/event.h"
#include "knowledge/sources/dictionary_lines.h"

namespace masudi::knowledge {
namespace {

using Entry = std::pair<std::string_view, EventType>;

// The PLOVER type of a CAMEO code: the longest beginning counts. Source: PLOVER manual 2.0, table of CAMEO codes.
constexpr std::array kTypes = {
    Entry{"016", EventType::reject},   Entry{"02", EventType::request},  Entry{"03", EventType::agree},
    Entry{"034", EventType::concede},  Entry{"035", EventType::concede}, Entry{"04", EventType::consult},
    Entry{"05", EventType::support},   Entry{"055", EventType::concede}, Entry{"056", EventType::concede},
    Entry{"06", EventType::cooperate}, Entry{"07", EventType::aid},      Entry{"08", EventType::concede},
    Entry{"0831", EventType::retreat}, Entry{"084", EventType::retreat}, Entry{"0862", EventType::retreat},
    Entry{"0863", EventType::retreat}, Entry{"087", EventType::retreat}, Entry{"09", EventType::accuse},
    Entry{"10", EventType::request},   Entry{"11", EventType::accuse},   Entry{"116", EventType::sanction},
    Entry{"12", EventType::reject},    Entry{"13", EventType::threaten}, Entry{"14", EventType::protest},
    Entry{"15", EventType::mobilize},  Entry{"16", EventType::sanction}, Entry{"17", EventType::coerce},
    Entry{"1712", EventType::assault}, Entry{"18", EventType::assault},  Entry{"19", EventType::assault},
    Entry{"191", EventType::coerce},   Entry{"192", EventType::coerce},  Entry{"20", EventType::assault},
    Entry{"201", EventType::coerce}};

// None: no event ("---", statements), which takes the words away.
std::uint32_t type_of(std::string_view code) {
  std::uint32_t type = kTypeNone;
  std::size_t longest = 0;
  for (const auto& [beginning, value] : kTypes) {
    if (!code.starts_with(beginning) || beginning.size() < longest) continue;
    longest = beginning.size(), type = static_cast<std::uint32_t>(value);
  }
  return type;
}

bool is_code(std::string_view code) {
  if (code.starts_with("---")) return true;
  const auto first = code.substr(0, code.find(':'));
  return first.size() >= 2 && first.size() <= 4 &&
         std::all_of(first.begin(), first.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_preposition(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kWords = {
      "about", "against", "among", "as",   "at", "between", "by",      "for",   "from", "in",
      "into",  "of",      "on",    "over", "to", "toward",  "towards", "under", "upon", "with"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {"up",   "down", "off",   "out",
                                                             "away", "back", "aside", "together"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

class VerbReader {
 public:
  VerbReader(Builder& builder, std::size_t& left_out) : b_(builder), left_out_(left_out) {}

  void line(const DictionaryLine& line) {
    if (line.text.starts_with("---")) return begin_block(line);
    if (line.text.starts_with('&')) return begin_set(line);
    if (!set_.empty() && line.text.starts_with('+')) {
      sets_[set_].push_back(spoken_noun(line.text.substr(1)));
      return;
    }
    set_.clear();
    if (line.text.starts_with('~')) {
      ++left_out_;
    } else if (line.text.starts_with('-')) {
      add_pattern(line);
    } else {
      add_verb(line);
    }
  }

 private:
  void begin_block(const DictionaryLine& line) {
    verbs_.clear(), set_.clear(), default_.clear(), in_patterns_ = false, in_block_ = true;
    std::string_view rest = line.text;
    if (const auto code = take_bracket(rest)) default_ = checked(line.at, *code);
  }

  void begin_set(const DictionaryLine& line) {
    set_ = std::string(trim(line.text.substr(0, line.text.find_first_of(" \t"))));
    sets_[set_];
  }

  std::string checked(const Line& at, std::string_view code) {
    if (is_code(code)) return std::string(code.substr(0, code.find(':')));
    b_.complain(at, "no such CAMEO code: '" + std::string(code) + "'");
    return {};
  }

  // A verb of the block, or in TABARI, where there are no blocks, the next verb.
  void add_verb(const DictionaryLine& line) {
    if (in_patterns_ || !in_block_) verbs_.clear(), in_patterns_ = false;
    std::string_view rest = line.text;
    const auto code = take_bracket(rest);
    const std::string own = code ? checked(line.at, *code) : std::string{};
    if (code && !in_block_) default_ = own;
    const std::string verb = spoken_noun(trim(line.text.substr(0, line.text.find_first_of("[{"))));
    if (verb.empty()) return b_.complain(line.at, "a verb is missing");
    verbs_.push_back(verb);
    const std::string& value = code ? own : default_;
    if (!value.empty()) add_entry(line.at, verb, "", "subj > obj,to,with,against,on", value);
  }

  void add_pattern(const DictionaryLine& line) {
    in_patterns_ = true;
    if (verbs_.empty()) return b_.complain(line.at, "a pattern without a verb above it");
    std::string_view rest = line.text;
    const auto open = line.text.find('[');
    const auto code = take_bracket(rest);
    if (!code) return b_.complain(line.at, "the pattern has no [CODE]");
    const std::string value = checked(line.at, *code);
    if (value.empty()) return;
    std::string conditions, frame;
    if (!translate(line.text.substr(1, open - 1), conditions, frame)) {
      ++left_out_;
      return;
    }
    for (const auto& verb : verbs_) add_entry(line.at, verb, conditions, frame, value);
  }

  // What stands after the verb; false for patterns of another kind.
  bool translate(std::string_view pattern, std::string& conditions, std::string& frame) const {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos || pattern.find_first_of("(){}|") != std::string_view::npos) return false;
    for (const auto& word : part(pattern.substr(0, star), ' ')) {
      if (word != "$" && word != "+" && word != "%" && word != "^") return false;
    }
    std::string preposition, recipient;
    for (const auto& raw : part(pattern.substr(star + 1), ' ')) {
      const std::string word = spoken_noun(raw);
      if (raw == "$" || raw == "%" || raw == "^") continue;
      if (raw == "+") {
        recipient = preposition.empty() ? "obj" : preposition;
        if (!preposition.empty() && preposition != "by") conditions += " " + preposition;
        preposition.clear();
      } else if (is_preposition(word)) {
        preposition = word;
      } else {
        std::string group;
        if (!alternatives(raw, word, group)) return false;
        const bool bare = !raw.starts_with('&') && is_particle(word);
        conditions += bare ? " " + word : (preposition.empty() ? " {" : " " + preposition + " {") + group + "}";
        preposition.clear();
      }
    }
    if (!preposition.empty() && preposition != "by") conditions += " " + preposition;
    frame = "subj > " +
            (recipient.empty() || recipient == "by" ? std::string("obj,to,with,against,on,of,objposs") : recipient);
    return conditions.find("} {") == std::string::npos;
  }

  bool alternatives(const std::string& raw, const std::string& word, std::string& group) const {
    if (!raw.starts_with('&')) {
      group = word;
      return word.find_first_of("&!,\"") == std::string::npos;
    }
    const auto set = sets_.find(raw);
    if (set == sets_.end() || set->second.empty()) return false;
    for (const auto& member : set->second) group += (group.empty() ? "" : "|") + member;
    return true;
  }

  void add_entry(const Line& at, const std::string& verb, const std::string& conditions, const std::string& frame,
                 const std::string& code) {
    const bool event = !code.starts_with('-') && type_of(code) != kTypeNone;
    const std::string type = event ? std::string(name(static_cast<EventType>(type_of(code)))) : "NONE";
    const Line head{at.file, at.number, {"type " + type}};
    const Line entry{at.file, at.number, {"verb", verb + conditions, frame, event ? "cameo=" + code : "", ""}};
    read_events({head, entry}, {}, b_);
  }

  Builder& b_;
  std::size_t& left_out_;
  std::map<std::string, std::vector<std::string>, std::less<>> sets_;
  std::string set_, default_;
  std::vector<std::string> verbs_;
  bool in_block_ = false;
  bool in_patterns_ = false;
};

}  // namespace

void read_dictionary_verbs(const std::string& file, std::string_view text, Builder& builder, std::size_t& left_out) {
  VerbReader reader(builder, left_out);
  each_line(file, text, [&](const DictionaryLine& line) { reader.line(line); });
}

}  // namespace masudi::knowledge
