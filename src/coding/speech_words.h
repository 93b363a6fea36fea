// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "coding/tree.h"

namespace masudi::coding {

// Whether the object of the verb is what it tells of: "announced the arrest of". Others have a listener or a text as
// object.
bool tells_of(std::string_view verb);
// Whether a verb of uttering: one of a quotation beside it, of an attribution that ends a sentence, and of sayings
// without words of their own. What one finds, holds or learns is said by a clause only.
bool utters(std::string_view verb);
// Whether what is told with the word stands beside what is announced: "announced the ban after the attack".
bool stands_beside(std::string_view preposition);
// Whether one denies such a thing without telling of it: "denied the accusation".
bool is_deniable(std::string_view noun);

// Not said, or only perhaps said: "did not say", "could not confirm", "refused to comment".
bool is_unsaid(const Tree& tree, TokenIndex verb);
// The speaker inside a quotation is its own speaker already, and “no group” is nobody.
bool is_self(const Tree& tree, TokenIndex speaker);

}  // namespace masudi::coding
