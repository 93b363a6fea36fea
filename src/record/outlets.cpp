// SPDX-License-Identifier: Apache-2.0
#include "record/outlets.h"

#include <algorithm>
#include <array>

#include "record/words.h"

namespace masudi::record {
namespace {

struct Alias {
  std::string_view key;  // as outlet_key gives it
  std::string_view name;
  bool agency;
};

// Common knowledge of the trade. Sorted by key.
constexpr std::array kAliases = {
    Alias{"aap", "Australian Associated Press", true},
    Alias{"afp", "Agence France-Presse", true},
    Alias{"agence france presse", "Agence France-Presse", true},
    Alias{"aljazeera", "Al Jazeera", false},
    Alias{"anadolu", "Anadolu Agency", true},
    Alias{"anadolu agency", "Anadolu Agency", true},
    Alias{"ani", "ANI", true},
    Alias{"ansa", "ANSA", true},
    Alias{"ap", "Associated Press", true},
    Alias{"apnews", "Associated Press", true},
    Alias{"associated press", "Associated Press", true},
    Alias{"australian associated press", "Australian Associated Press", true},
    Alias{"bbc", "BBC News", false},
    Alias{"bbc news", "BBC News", false},
    Alias{"bloomberg", "Bloomberg", true},
    Alias{"bloomberg news", "Bloomberg", true},
    Alias{"canadian press", "The Canadian Press", true},
    Alias{"deutsche presse agentur", "dpa", true},
    Alias{"dpa", "dpa", true},
    Alias{"efe", "EFE", true},
    Alias{"financial times", "Financial Times", false},
    Alias{"ft", "Financial Times", false},
    Alias{"guardian", "The Guardian", false},
    Alias{"ians", "IANS", true},
    Alias{"interfax", "Interfax", true},
    Alias{"irna", "IRNA", true},
    Alias{"kyodo", "Kyodo News", true},
    Alias{"kyodo news", "Kyodo News", true},
    Alias{"new york times", "The New York Times", false},
    Alias{"nyt", "The New York Times", false},
    Alias{"nytimes", "The New York Times", false},
    Alias{"pa", "PA Media", true},
    Alias{"pa media", "PA Media", true},
    Alias{"press trust of india", "Press Trust of India", true},
    Alias{"pti", "Press Trust of India", true},
    Alias{"reuters", "Reuters", true},
    Alias{"reuters news agency", "Reuters", true},
    Alias{"ria", "RIA Novosti", true},
    Alias{"ria novosti", "RIA Novosti", true},
    Alias{"tass", "TASS", true},
    Alias{"theguardian", "The Guardian", false},
    Alias{"ukrinform", "Ukrinform", true},
    Alias{"united press international", "United Press International", true},
    Alias{"upi", "United Press International", true},
    Alias{"wall street journal", "The Wall Street Journal", false},
    Alias{"washington post", "The Washington Post", false},
    Alias{"washingtonpost", "The Washington Post", false},
    Alias{"wsj", "The Wall Street Journal", false},
    Alias{"xinhua", "Xinhua", true},
    Alias{"xinhua news agency", "Xinhua", true},
    Alias{"yonhap", "Yonhap", true},
    Alias{"yonhap news agency", "Yonhap", true},
};

const Alias* alias_of(std::string_view key) {
  const auto at = std::lower_bound(kAliases.begin(), kAliases.end(), key,
                                   [](const Alias& a, std::string_view k) { return a.key < k; });
  return at != kAliases.end() && at->key == key ? &*at : nullptr;
}

// "https://www.reuters.com/world" → "reuters.com".
std::string_view host_of(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  return url.starts_with("www.") ? url.substr(4) : url;
}

void put(std::vector<std::string>& names, std::string_view name, const std::string& outlet) {
  const std::string canonical = canonical_outlet(name);
  if (outlet_key(canonical) != outlet_key(outlet)) names.push_back(canonical);
}

void make_distinct(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// Every agency that the words name, taking the longest name at each word. In mixed text only names that are written
// with a capital count, since "pa" and "ani" are also words.
void find_agencies(std::string_view text, const std::string& outlet, std::vector<std::string>& out) {
  std::vector<std::string> words;
  std::vector<bool> capital;
  for (WordWalk walk(text); walk.next();)
    words.push_back(walk.word()), capital.push_back(walk.is_capitalised() || walk.word() == "dpa");
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t length = std::min<std::size_t>(4, words.size() - i); length > 0 && capital[i]; --length) {
      std::string phrase = words[i];
      for (std::size_t w = i + 1; w < i + length; ++w) phrase += ' ' + words[w];
      const Alias* alias = alias_of(phrase);
      if (alias == nullptr || !alias->agency) continue;
      put(out, alias->name, outlet);
      i += length - 1;
      break;
    }
  }
}

// What stands in the brackets of "KABUL (Reuters) -", and before the dash of "KABUL, Reuters -"; empty for none.
std::string_view dateline(std::string_view text) {
  constexpr std::size_t kLongest = 100;  // bytes
  const std::string_view head = text.substr(0, std::min(kLongest, text.find('\n')));
  const auto open = head.find('(');
  const auto close = head.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  const std::string_view rest = head.substr(close + 1);
  const bool dash = rest.starts_with(" -") || rest.starts_with(" \xE2\x80\x93") || rest.starts_with(" \xE2\x80\x94");
  return dash ? head.substr(open + 1, close - open - 1) : std::string_view();
}

bool is_about_story(const std::string& line) {
  for (const std::string_view sign :
       {"contributed to this", "contributed reporting", "contributed to the report", "additional reporting by",
        "with reporting by", "reporting by", "with reporting from", "with files from", "with input from",
        "with agencies", "with agency inputs"}) {
    if (line.find(sign) != std::string::npos) return true;
  }
  return false;
}

// Short paragraphs: a line of provenance, or one that names nobody but an agency ("- AFP", "Source: Reuters").
void read_lines(std::string_view text, const std::string& outlet, Provenance& out) {
  constexpr std::size_t kLongest = 200;  // bytes
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.size() > kLongest) continue;
    std::string words = folded(line);
    if (is_about_story(words)) {
      find_agencies(line, outlet, out.contributors);
      continue;
    }
    if (words.starts_with("source ")) words.erase(0, 7);
    if (is_agency(words)) put(out.agencies, words, outlet);
  }
}

}  // namespace

std::string outlet_key(std::string_view name) {
  if (name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos) {
    const std::string_view host = host_of(name);
    if (const auto dot = host.find('.'); dot != std::string_view::npos && dot > 1) name = host.substr(0, dot);
  }
  std::string key = folded(name);
  return key.starts_with("the ") ? key.substr(4) : key;
}

std::string canonical_outlet(std::string_view name) {
  const Alias* alias = alias_of(outlet_key(name));
  return std::string(alias != nullptr ? alias->name : name);
}

bool is_agency(std::string_view name) {
  const Alias* alias = alias_of(outlet_key(name));
  return alias != nullptr && alias->agency;
}

std::string outlet_of(const Document& document) {
  return canonical_outlet(document.source.empty() ? host_of(document.url) : std::string_view(document.source));
}

Provenance provenance_of(const Report& report) {
  Provenance out;
  const std::string outlet = outlet_of(report.document);
  for (const std::string& author : report.document.authors) find_agencies(author, outlet, out.agencies);
  find_agencies(dateline(report.document.text), outlet, out.agencies);
  read_lines(report.document.text, outlet, out);
  for (const Voice& voice : report.provenance) {
    const auto& sectors = voice.party.sectors;
    const bool medium = std::find(sectors.begin(), sectors.end(), "JRN") != sectors.end();
    if (medium && !voice.party.name.empty()) put(out.contributors, voice.party.name, outlet);
  }
  make_distinct(out.agencies);
  make_distinct(out.contributors);
  std::erase_if(out.contributors,
                [&](const std::string& c) { return std::binary_search(out.agencies.begin(), out.agencies.end(), c); });
  return out;
}

}  // namespace masudi::record
