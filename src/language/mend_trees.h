// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/analysis.h"

namespace masudi::language {

// Puts right what the parser gets wrong in a way that shows: a noun with a subject and no copula, before which stands
// a past form that was taken for its attribute ("The navy intensified patrols"), is the object of that verb; so is
// one before which stands a plural that is a verb in headlines ("A court sentences four men"), or a bare verb behind a
// plural ("guards open fire"). A word in -s that is counted ("four suspects") is no verb; a number before what it
// counts is one; a file's name is a common noun; what somebody is told to do is no purpose; a phrase that "and" joins
// is joined; nouns have no objects, and a subject is that of the verb, not of its object; of two objects the first says
// to whom, and who "is to" do something is the subject; "up to" before a number belongs to the number, and "dead"
// behind "shot" to the verb; "by striking miners" names who did it; a passive that was read as a quality ("was
// overturned") is a verb; a verb in two halves ("Iran test-fired") has a subject. Changes heads, relations and tags of
// such sentences; they stay trees. Linear in the words.
void mend_trees(std::string_view text, Tokens& tokens);

}  // namespace masudi::language
