// SPDX-License-Identifier: Apache-2.0
#include "format/dossier.h"

#include "format/card_json.h"
#include "format/mention_json.h"
#include "format/sheet_json.h"
#include "format/voice_tree.h"

namespace masudi::format {

void Dossier::add(const Document& document, std::span<const Event> events) {
  for (const Event& event : events) {
    if (!mentions_.empty()) mentions_ += ',';
    mentions_ += dump(mention_json(document, event));
  }
}

std::string Dossier::json() const {
  Json out = card_json(card_);
  out["statements"] = rows_json(statements_);
  out["citations"] = rows_json(citations_);
  out["voices"] = voice_tree(citations_);
  std::string text = dump(out);
  text.pop_back();
  return text + ",\"mentions\":[" + mentions_ + "]}\n";
}

}  // namespace masudi::format
