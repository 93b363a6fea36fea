// SPDX-License-Identifier: Apache-2.0
#include "format/xml.h"

namespace masudi::format {

std::string xml_escaped(std::string_view text) {
  constexpr std::string_view kNoCharacter = "\xEF\xBF\xBE", kNoCharacterEither = "\xEF\xBF\xBF";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(kNoCharacter) || rest.starts_with(kNoCharacterEither)) {
      out += ' ';
      at += kNoCharacter.size() - 1;
      continue;
    }
    switch (const char c = text[at]; c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

}  // namespace masudi::format
