// SPDX-License-Identifier: Apache-2.0
// On a government's own pages: whose a role word is that does not say whose. "The Secretary" is theirs; "the
// government", which they call "we" where it is their own, and "Prime Minister X" are another's.
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

// Offices that the United States lacks, whose pages alone are told by their address (Story::home).
bool is_foreign_office(std::string_view word) {
  return word.find("minister") != std::string_view::npos ||
         words::one_of(word, {"premier", "vice premier", "chancellor", "king", "queen", "crown prince", "prince",
                              "princess", "emir", "sultan", "monarch", "emperor", "foreign secretary", "taoiseach"});
}

// Generic words for offices that a name makes particular: "Assistant Secretary X", "Counselor Y".
bool is_staff_title(std::string_view word) {
  return words::one_of(word, {"assistant secretary", "deputy secretary", "secretary", "counselor", "adviser", "advisor",
                              "senior adviser", "senior advisor", "coordinator", "director", "deputy director",
                              "spokesperson", "spokesman", "spokeswoman", "chief of staff", "deputy chief of staff",
                              "special representative", "special envoy"});
}

// Of whom a government says "the": another's.
bool is_anothers_body(std::string_view word) {
  return words::one_of(word, {"government", "regime", "junta", "military junta", "military", "army", "judiciary",
                              "authorities", "police", "parliament", "legislature", "national assembly",
                              "security forces", "leadership", "opposition"});
}

}  // namespace

std::string_view PartyReader::code_on_pages(TokenIndex t, const knowledge::RoleRecord& role) {
  const std::string_view word = context_.knowledge.text(role.word);
  const bool state = (role.flags & knowledge::kRoleState) != 0, generic = (role.flags & knowledge::kRoleGeneric) != 0;
  const bool title = (role.flags & knowledge::kRoleTitle) != 0 && !is_plural(t);
  if (title && is_foreign_office(word)) return story_.abroad_at(t);
  const char initial = tree_.form(t)[0];
  if (title && is_staff_title(word) && initial >= 'A' && initial <= 'Z') return story_.home();
  // "the Bureau", "the Office": written like a name.
  const bool body = (role.flags & knowledge::kRoleCollective) != 0 &&
                    words::one_of(context_.knowledge.text(role.sectors).substr(0, 3), {"GOV", ""});
  if (body && !is_anothers_body(word) && initial >= 'A' && initial <= 'Z') return story_.home();
  if (is_definite(t) && is_anothers_body(word)) return story_.abroad_at(t);
  return default_code(t, state && !generic, context_.knowledge.text(role.sectors).substr(0, 3));
}

// "It is good to have you here", where a guest or host speaks on a government's page: to its own side.
void PartyReader::resolve_addressee(TokenIndex t) {
  const Mention* speaker = story_.home().empty() ? nullptr : transcript_speaker(t);
  if (speaker == nullptr) return;
  const std::string_view own = cast_.first(*speaker).who.code;
  if (own.empty() || own == story_.home()) return;
  Referent addressee;
  addressee.who.code = story_.home();
  addressee.who.sectors = "GOV";
  addressee.nature = Nature::person;
  put_one(mention(t, {t, t + 1}, Grade::pronoun, Reason::narrator), cast_.add(addressee));
}

}  // namespace masudi::coding
