// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "knowledge/sources/builder.h"

// Dictionaries of PETRARCH and TABARI, that users have and load beside ours. Sources: the files themselves and the
// manuals of TABARI 0.8 and PETRARCH 1 describe the formats; what follows reads
//   actors   NAME_ [CODE] or NAME_ and below it [CODE >YYMMDD], [CODE YYYYMMDD-YYYYMMDD]; +OTHER_NAME
//   agents   NOUN {IRREGULAR_PLURAL} [~SEC]; !SET! = MAN, MEN
//   verbs    --- LABEL [CODE] ---, VERB {FORMS}, - * WORD + [CODE], &SET and +WORD
// A comment begins with # (in TABARI also ;). Names are whole names, whether they end in "_" or not.
namespace masudi::knowledge {

enum class DictionaryKind : std::uint8_t { actors, agents, verbs };

// Whether the text looks like such a dictionary and not like a source of ours.
bool is_dictionary(std::string_view text);
DictionaryKind dictionary_kind(std::string_view text);

// Adds what the dictionary says to the builder, which goes on from our knowledge. `file`: how messages name it. Bad
// lines go to Builder::complain and are left out. Returns how many lines ask for what masudi has not (patterns with
// words before the verb or with brackets, CAMEO's codes of world regions); they are left out too.
std::size_t read_dictionary(const std::string& file, std::string_view text, Builder& builder);

}  // namespace masudi::knowledge
