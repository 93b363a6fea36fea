// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "document/event.h"
#include "format/json.h"

namespace masudi::format {

// The document without its text.
Json document_json(const Document& document);
// An event as a reader checks it: its document, its sentence, and the words in it that prove the event. Marks count
// code points from the beginning of the sentence, end exclusive, by start.
Json mention_json(const Document& document, const Event& event);

}  // namespace masudi::format
