// SPDX-License-Identifier: Apache-2.0
#include "read/json.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "read/text.h"

namespace masudi::read {
namespace {

// Takes the known fields of the outermost object as they stream by; builds no tree, so depth and size cost nothing.
class Fields final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Document document;
  std::string date;
  std::string problem;  // the first thing that was wrong, in words

  bool null() override { return not_at_top("null"); }
  bool boolean(bool) override { return not_at_top("true or false") && other_kind("true or false"); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& digits) override { return number(digits); }
  bool binary(binary_t&) override { return true; }

  bool string(string_t& value) override {
    if (depth_ == 0) return not_at_top("a string");
    if (depth_ == 1 && target_ != nullptr) target_->swap(value);
    if (depth_ == 2 && in_authors_) document.authors.push_back(value);
    return depth_ != 1 || !in_authors_ || other_kind("a string");
  }
  bool start_object(std::size_t) override {
    if (depth_ > 0 && !other_kind("an object")) return false;
    ++depth_;
    return true;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override {
    if (depth_ == 0) return not_at_top("a list");
    if (depth_ == 1 && target_ != nullptr && !other_kind("a list")) return false;
    ++depth_;
    return true;
  }
  bool end_array() override { return --depth_, true; }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    field_ = name;
    in_authors_ = name == "authors";
    target_ = field_of(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    problem = fmt::format("not valid JSON at character {}; each line must hold one whole JSON object", position);
    return false;
  }

 private:
  std::string* field_of(std::string_view name) {
    if (name == "id") return &document.id;
    if (name == "date") return &date;
    if (name == "text") return &document.text;
    if (name == "title") return &document.title;
    if (name == "source") return &document.source;
    if (name == "url") return &document.url;
    if (name == "language") return &document.language;
    return nullptr;
  }
  bool not_at_top(std::string_view kind) {
    if (depth_ > 0) return true;
    problem = fmt::format("the line holds {} where a JSON object is expected", kind);
    return false;
  }
  // A known field that holds something other than it should.
  bool other_kind(std::string_view kind) {
    const bool known = depth_ == 1 && (target_ != nullptr || (in_authors_ && kind != "a list"));
    if (known) problem = fmt::format("the field \"{}\" holds {} where {} is expected", field_, kind, expected());
    return !known;
  }
  std::string_view expected() const { return in_authors_ ? "a list of strings" : "a string"; }
  // Collections often number their documents: an id may be a number.
  bool number(const std::string& digits) {
    if (depth_ == 1 && target_ == &document.id) return document.id = digits, true;
    return not_at_top("a number") && other_kind("a number");
  }

  int depth_ = 0;
  std::string field_;
  std::string* target_ = nullptr;
  bool in_authors_ = false;
};

std::string missing(std::string_view where, std::string_view field, std::string_view remedy) {
  return fmt::format("{}: the field \"{}\" is missing or empty; {}", where, field, remedy);
}

// Escapes such as \u0000 can bring back what the line itself does not hold.
void mend_fields(Document& document, std::string_view where, std::vector<std::string>& warnings) {
  for (std::string* field : {&document.id, &document.text, &document.title, &document.source, &document.url}) {
    mend_text(*field, where, warnings);
  }
}

}  // namespace

Record json_document(std::string line, std::string_view where, const Options& options) {
  Record record{Document{}, {}, 0};
  mend_text(line, where, record.warnings);
  Fields fields;
  if (!nlohmann::json::sax_parse(line, &fields)) return refuse(fmt::format("{}: {}", where, fields.problem));

  Document& document = fields.document;
  if (document.id.empty()) return refuse(missing(where, "id", "give every document an id of its own"));
  if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return refuse(missing(where, "text", "there is nothing to read in this document"));
  }
  std::optional<Date> date = options.date;
  if (!fields.date.empty()) {
    date = parse_date(fields.date);
    if (!date) {
      return refuse(fmt::format("{}: there is no day \"{}\"; write the date as YYYY-MM-DD", where, fields.date));
    }
  }
  if (!date) return refuse(missing(where, "date", "add the day of publication as YYYY-MM-DD, or give --date"));
  document.date = *date;
  mend_fields(document, where, record.warnings);
  record.document = std::move(document);
  return record;
}

}  // namespace masudi::read
