// SPDX-License-Identifier: Apache-2.0
// The lexicon of events: triggers with their conditions and frames; word classes; reporting cues.
#include <charconv>
#include <cmath>
#include <set>

#include "base/hash.h"
#include "document/event.h"
#include "knowledge/feature.h"
#include "knowledge/sources/builder.h"

namespace masudi::knowledge {
namespace {

const std::set<std::string, std::less<>> kModes = {
    "visit",          "third-party",   "multilateral",  "phone",       "withdraw",       "release",   "disarm",
    "ceasefire",      "access",        "resign",        "assist",      "change",         "yield",     "meet",
    "disapprove",     "investigate",   "allege",        "restrict",    "arrest",         "relations", "expel",
    "territory",      "violence",      "demo",          "riot",        "strike",         "hunger",    "boycott",
    "obstruct",       "vandalize",     "convict",       "discontinue", "troops",         "weapons",   "police",
    "militia",        "seize",         "censor",        "curfew",      "martial-law",    "deport",    "withhold",
    "misinformation", "cyber",         "abduct",        "beat",        "torture",        "sexual",    "targeted",
    "destroy",        "primitive",     "firearms",      "explosives",  "suicide-attack", "aerial",    "drone",
    "heavy-weapons",  "crowd-control", "unconventional"};

const std::set<std::string, std::less<>> kContexts = {"military",
                                                      "intelligence",
                                                      "executive",
                                                      "legislative",
                                                      "election",
                                                      "political_institutions",
                                                      "pro_democracy",
                                                      "pro_autocracy",
                                                      "economic",
                                                      "legal",
                                                      "reparations",
                                                      "human_rights",
                                                      "rights_freedoms",
                                                      "repression",
                                                      "human_security",
                                                      "gender",
                                                      "lgbt",
                                                      "religion_ethnicity",
                                                      "inequality",
                                                      "diplomatic",
                                                      "territory",
                                                      "peacekeeping",
                                                      "health",
                                                      "asylum",
                                                      "migration",
                                                      "disasters",
                                                      "natural_resource",
                                                      "environment",
                                                      "technology",
                                                      "terrorism",
                                                      "cbrn",
                                                      "cyber",
                                                      "misinformation",
                                                      "crime",
                                                      "corruption",
                                                      "illegal_drugs",
                                                      "trafficking"};

std::optional<std::uint32_t> type_named(std::string_view name) {
  if (name == "NONE") return kTypeNone;
  if (name == "LIGHT") return kTypeLight;
  const auto type = event_type_named(name);
  if (!type) return std::nullopt;
  return static_cast<std::uint32_t>(*type);
}

std::optional<TriggerKind> kind_named(std::string_view name) {
  if (name == "verb") return TriggerKind::verb;
  if (name == "noun") return TriggerKind::noun;
  if (name == "adj") return TriggerKind::adjective;
  if (name == "phrase") return TriggerKind::phrase;
  return std::nullopt;
}

// Words of `text` as they are, braces and parentheses kept whole: "fire {a|b c} at" → fire, {a|b c}, at.
std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const char close = text[at] == '{' ? '}' : text[at] == '(' ? ')' : ' ';
    auto end = text.find(close, at);
    if (end == std::string_view::npos) end = text.size();
    if (close != ' ' && end < text.size()) ++end;
    out.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

class EntryReader {
 public:
  EntryReader(const Line& line, const WordClasses& classes, Builder& builder)
      : line_(line), classes_(classes), b_(builder) {}

  // Fills the record's trigger, conditions and frame; returns the lemma that the entry is found by.
  std::string read(TriggerRecord& record) {
    std::string head = read_trigger(record);
    read_frame(record);
    read_attributes(record);
    return head;
  }

 private:
  // The words of "{rocket|@shell}" or "(air|drone)", classes spelt out.
  IndexRange alternatives(std::string_view group) {
    IndexRange range{static_cast<std::uint32_t>(b_.words.size()), 0};
    for (const auto& word : part(group.substr(1, group.size() - 2), '|')) add_alternative(word, range);
    if (range.count == 0) b_.complain(line_, "an empty list of words");
    return range;
  }

  void add_alternative(const std::string& word, IndexRange& range) {
    if (!word.starts_with('@')) {
      range.count += b_.add_word(word);
      return;
    }
    const auto at = classes_.find(word.substr(1));
    if (at == classes_.end()) return b_.complain(line_, "no such word class: " + word);
    for (const auto& member : at->second) range.count += b_.add_word(member);
  }

  IndexRange single(std::string_view word) {
    const auto first = static_cast<std::uint32_t>(b_.words.size());
    return {first, b_.add_word(word)};
  }

  void condition(TriggerRecord& record, ConditionKind kind, std::string_view word, IndexRange words) {
    const bool by_lemma = kind == ConditionKind::follows && word.ends_with('*');
    if (by_lemma) word.remove_suffix(1);
    b_.conditions.push_back({kind, by_lemma ? 1U : 0U, hash_bytes(word), words});
    ++record.conditions.count;
  }

  std::string read_trigger(TriggerRecord& record) {
    record.conditions.first = static_cast<std::uint32_t>(b_.conditions.size());
    const auto parts = pieces(line_.field(1));
    std::string head;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string& p = parts[i];
      const bool group_next = i + 1 < parts.size() && parts[i + 1].starts_with('{');
      if (p.starts_with('(')) {
        condition(record, ConditionKind::modifier, "", alternatives(p));
      } else if (p.starts_with('{')) {
        condition(record, ConditionKind::object, "", alternatives(p));
      } else if (record.kind == TriggerKind::phrase) {
        if (head.empty()) {
          head = p;
        } else {
          condition(record, ConditionKind::follows, p, {});
        }
      } else if (record.kind == TriggerKind::noun && is_last_plain(parts, i) && !head.empty()) {
        // "heart attack": the last word is the head, those before it modify it.
        condition(record, ConditionKind::modifier, "", single(head));
        head = p;
      } else if (head.empty()) {
        head = p;
      } else if (group_next) {
        condition(record, ConditionKind::complement, p, alternatives(parts[++i]));
      } else {
        condition(record, ConditionKind::particle, p, {});
      }
    }
    if (head.empty()) b_.complain(line_, "the trigger has no head word");
    return head;
  }

  // A plain word of a noun entry that is no preposition: "war of words" has head "war", "arrest warrant" "warrant".
  bool is_last_plain(const std::vector<std::string>& parts, std::size_t i) const {
    static const std::set<std::string, std::less<>> kPrepositions = {"of", "on",    "against", "with",    "to", "from",
                                                                     "at", "over",  "for",     "between", "in", "into",
                                                                     "by", "under", "about",   "toward"};
    if (kPrepositions.contains(parts[i])) return false;
    for (std::size_t k = 0; k < i; ++k) {
      if (kPrepositions.contains(parts[k])) return false;
    }
    return true;
  }

  std::optional<SlotRecord> slot(std::string_view name) {
    if (name == "subj") return SlotRecord{SlotKind::subject, {}};
    if (name == "obj") return SlotRecord{SlotKind::object, {}};
    if (name == "iobj") return SlotRecord{SlotKind::indirect, {}};
    if (name == "by") return SlotRecord{SlotKind::by, {}};
    if (name == "poss") return SlotRecord{SlotKind::possessor, {}};
    if (name == "mod") return SlotRecord{SlotKind::modifier, {}};
    if (name == "of") return SlotRecord{SlotKind::of, {}};
    if (name == "objposs") return SlotRecord{SlotKind::object_possessor, {}};
    if (name == "xsubj") return SlotRecord{SlotKind::told_subject, {}};
    for (char c : name) {
      if (c < 'a' || c > 'z') return std::nullopt;
    }
    return SlotRecord{SlotKind::preposition, b_.keep(name)};
  }

  IndexRange slots(std::string_view list) {
    IndexRange range{static_cast<std::uint32_t>(b_.frame_slots.size()), 0};
    if (trim(list) == "-") return range;
    for (const auto& name : part(list, ',')) {
      const auto record = slot(name);
      if (!record) {
        b_.complain(line_, "no such slot: '" + name + "'");
        continue;
      }
      b_.frame_slots.push_back(*record);
      ++range.count;
    }
    return range;
  }

  // "ACTOR & PARTNER > RECIPIENT @ PLACE"
  void read_frame(TriggerRecord& record) {
    std::string_view frame = line_.field(2);
    record.explicit_frame = !frame.empty();
    if (frame.empty())
      frame = record.kind == TriggerKind::verb || record.kind == TriggerKind::phrase ? "subj > obj"
              : record.kind == TriggerKind::noun                                     ? "poss,by,mod,of > on,against,of"
                                                                                     : "subj > -";
    if (const auto at = frame.find('@'); at != std::string_view::npos) {
      record.place = slots(frame.substr(at + 1));
      frame = frame.substr(0, at);
    }
    const auto arrow = frame.find('>');
    const auto actors = frame.substr(0, arrow);
    const auto joint = actors.find('&');
    record.actor = slots(actors.substr(0, joint));
    if (joint != std::string_view::npos) record.partner = slots(actors.substr(joint + 1)), record.reciprocal = 1;
    if (arrow != std::string_view::npos) record.recipient = slots(frame.substr(arrow + 1));
  }

  void check_all(const std::vector<std::string>& values, const std::set<std::string, std::less<>>& known,
                 const char* what) {
    for (const auto& value : values) {
      if (!known.contains(value)) b_.complain(line_, std::string("no such ") + what + ": '" + value + "'");
    }
  }

  void read_attributes(TriggerRecord& record) {
    for (const auto& attribute : part(line_.field(3), ' ')) {
      const auto equals = attribute.find('=');
      const auto key = attribute.substr(0, equals);
      const auto value = equals == std::string::npos ? std::string{} : attribute.substr(equals + 1);
      if (key == "cameo") {
        record.cameo = b_.keep(value);
      } else if (key == "mode") {
        check_all(part(value, ','), kModes, "mode");
        record.modes = b_.keep(value);
      } else if (key == "context") {
        check_all(part(value, ','), kContexts, "context");
        record.contexts = b_.keep(value);
      } else if (key == "status") {
        record.status = b_.keep(value);
      } else if (key == "weak") {
        record.weak = 1;
      } else {
        b_.complain(line_, "no such attribute: '" + attribute + "'");
      }
    }
  }

  const Line& line_;
  const WordClasses& classes_;
  Builder& b_;
};

}  // namespace

// class NAME = word word "two words" …
void read_classes(const std::vector<Line>& lines, WordClasses& classes, Builder& b) {
  for (const Line& line : lines) {
    std::string_view text = line.field(0);
    const auto equals = text.find('=');
    if (!text.starts_with("class ") || equals == std::string_view::npos) {
      b.complain(line, "expected: class NAME = word word \"two words\"");
      continue;
    }
    auto& words = classes[std::string(trim(text.substr(6, equals - 6)))];
    for (std::size_t at = equals + 1; at < text.size();) {
      if (text[at] == ' ') {
        ++at;
        continue;
      }
      const bool quoted = text[at] == '"';
      if (quoted) ++at;
      auto end = text.find(quoted ? '"' : ' ', at);
      if (end == std::string_view::npos) end = text.size();
      words.emplace_back(text.substr(at, end - at));
      at = end + (quoted ? 1 : 0);
    }
  }
}

void keep_classes(const WordClasses& classes, Builder& b) {
  for (const auto& [name, words] : classes) {
    IndexRange range{static_cast<std::uint32_t>(b.words.size()), 0};
    for (const auto& word : words) range.count += b.add_word(word);
    b.classes.push_back({b.keep(name), range});
  }
}

void read_events(const std::vector<Line>& lines, const WordClasses& classes, Builder& b) {
  std::optional<std::uint32_t> type;
  for (const Line& line : lines) {
    if (line.fields.size() == 1 && line.field(0).starts_with("type ")) {
      type = type_named(trim(line.field(0).substr(5)));
      if (!type) b.complain(line, "no such type: '" + std::string(line.field(0).substr(5)) + "'");
      continue;
    }
    const auto kind = kind_named(line.field(0));
    if (!type || !kind || line.fields.size() != 5) {
      b.complain(line, "expected: kind | trigger | frame | attributes | example, below a line 'type …'");
      continue;
    }
    TriggerRecord record{};
    record.own = b.is_own() ? 1 : 0;
    record.type = *type;
    record.kind = *kind;
    record.trigger = b.keep(line.field(1));
    record.file = b.keep(line.file);
    record.line = static_cast<std::uint32_t>(line.number);
    record.example = b.keep(line.field(4));
    const std::string head = EntryReader(line, classes, b).read(record);
    b.add_trigger(*kind, head, static_cast<std::uint32_t>(b.triggers.size()));
    b.triggers.push_back(record);
  }
}

// cue | kind | direction | example
void read_cues(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    const auto kind = line.field(1);
    const auto speaker = line.field(2);
    CueRecord cue{b.keep(line.field(0)), CueKind::verb, SpeakerSlot::none};
    if (kind == "prep")
      cue.kind = CueKind::preposition;
    else if (kind == "adverb")
      cue.kind = CueKind::adverb;
    else if (kind == "noun")
      cue.kind = CueKind::noun;
    else if (kind != "verb")
      b.complain(line, "no such kind of cue: '" + std::string(kind) + "'");
    if (speaker == "speaker=subj")
      cue.speaker = SpeakerSlot::subject;
    else if (speaker == "speaker=obj")
      cue.speaker = SpeakerSlot::object;
    else if (speaker == "speaker=by")
      cue.speaker = SpeakerSlot::by;
    else if (speaker != "none")
      b.complain(line, "no such direction: '" + std::string(speaker) + "'");
    b.cues.push_back(cue);
  }
}

// Of a feature as it is written: the value begins behind the first "=", what goes with it behind the next "+".
std::uint64_t key_of(std::string_view feature) {
  const auto equals = std::min(feature.find('='), feature.size());
  const std::string_view value = feature.substr(std::min(equals + 1, feature.size()));
  const auto plus = std::min(value.find('+'), value.size());
  const auto key =
      feature_key(feature.substr(0, equals), value.substr(0, plus), value.substr(std::min(plus + 1, value.size())));
  return key >> 16 << 16;  // as much of it as is kept
}

// feature | weight
void read_weights(const std::vector<Line>& lines, Builder& b) {
  for (const Line& line : lines) {
    float weight = 0;
    const auto text = line.field(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (line.fields.size() != 2 || error != std::errc{} || end != text.data() + text.size() ||
        !(std::abs(weight) <= kMostWeight * kWeightUnit)) {
      b.complain(line, "expected: feature | weight between -3.2767 and 3.2767");
      continue;
    }
    b.weights.insert_or_assign(key_of(line.field(0)), static_cast<std::int16_t>(std::lround(weight / kWeightUnit)));
  }
}

}  // namespace masudi::knowledge
