// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "record/digest.h"
#include "record/incident.h"

namespace masudi::record {

// Who tells, as far as two tellers can be told apart.
struct Source {
  std::string key;   // equal keys: one source
  std::string name;  // for the reader
  OriginKind kind = OriginKind::voice;
};

Source outlet_source(std::string_view outlet);

// The source behind a voice. One institution is one source, whoever speaks for it; so are the unnamed officials of one
// government. `crowd` tells the witnesses and other unnamed people of one text from those of another.
Source voice_source(const Who& who, std::string_view crowd);

// Whether the voice is a medium or an account: something that has reports of its own.
bool is_medium(const Who& who);

// A party as a reader would name it: usual name, else words, else code and sector.
std::string display(const Who& who);

}  // namespace masudi::record
