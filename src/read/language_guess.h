// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masudi::read {

// The language of a text: "en", the code of one of a few others that are told apart by their function words, "xx" for
// a language in another script or one that is not known; empty where there are too few words to say.
std::string guess_language(std::string_view text);

// Whether a text is to be coded as English: by its words where they say something, else by what the feed or page
// `declared` ("en-GB"; may be empty), else it is.
bool is_english(std::string_view text, std::string_view declared);

}  // namespace masudi::read
