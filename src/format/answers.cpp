// SPDX-License-Identifier: Apache-2.0
#include "format/answers.h"

#include "format/mention_json.h"

namespace masudi::format {
namespace {

// The object with one more member, whose value is finished JSON.
std::string with_member(const Json& object, std::string_view name, std::string_view value) {
  std::string out = dump(object);
  out.pop_back();
  if (!object.empty()) out += ',';
  return out.append("\"").append(name).append("\":").append(value).append("}\n");
}

}  // namespace

std::string error_json(std::string_view message) { return dump({{"error", message}}) + '\n'; }

std::string name_json(std::string_view name) { return dump({{"name", name}}) + '\n'; }

std::string change_json(std::string_view revision, std::span<const std::string> incidents, bool is_whole) {
  Json out = {{"revision", revision}, {"incidents", Json::array()}, {"complete", is_whole}};
  for (const std::string& id : incidents) out["incidents"].push_back(id);
  return dump(out);
}

void MentionList::add(const Document& document, std::span<const Event> events) {
  for (const Event& event : events) {
    if (!members_.empty()) members_ += ",\n";
    members_ += dump(mention_json(document, event));
  }
}

std::string MentionList::page(std::string_view cursor) const {
  return with_member({{"next", known_or_null(cursor)}}, "events", "[" + members_ + "]");
}

std::string MentionList::single() const { return members_ + '\n'; }

std::string MentionList::of_document(const Document& document, std::span<const std::string> incidents) const {
  Json whole = document_json(document);
  set_known(whole, "language", document.language);
  if (!document.authors.empty()) whole["authors"] = document.authors;
  whole["text"] = document.text;
  Json ids = Json::array();
  for (const std::string& id : incidents) ids.push_back(id);
  return with_member({{"document", std::move(whole)}, {"incidents", std::move(ids)}}, "events", "[" + members_ + "]");
}

}  // namespace masudi::format
