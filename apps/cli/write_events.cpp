// SPDX-License-Identifier: Apache-2.0
#include "write_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "asking.h"
#include "countries.h"
#include "engine.h"
#include "messages.h"

namespace masudi::cli {
namespace {

class WriteFound final : public query::EventVisitor {
 public:
  explicit WriteFound(WriterOutput& out) : out_(out) {}

  bool visit(const store::StoredDocument& document, std::span<const Event> events) override {
    static const Analysis kNone;
    return out_.write({document.coded.document, kNone, events, {}, &document.stamp});
  }

 private:
  WriterOutput& out_;
};

}  // namespace

void WriterOutput::head(std::string_view above) {
  std::string edge(above);
  writer_.head(edge);
  output_.write(edge);
}

bool WriterOutput::write(const format::Findings& findings) {
  std::string out;
  writer_.write(findings, out);
  ++totals_.documents;
  totals_.events += findings.events.size();
  if (out.empty()) return true;
  if (has_written_) output_.write(writer_.between());
  has_written_ = true;
  return output_.write(out);
}

void WriterOutput::tail() {
  std::string edge;
  writer_.tail(totals_, edge);
  output_.write(edge);
}

Result<std::uint64_t> write_events(const store::Store& store, std::span<const query::FoundEvent> found,
                                   const format::Writer& writer, const std::string& path, std::string_view above) {
  auto output = Output::open(path);
  if (!output) return tl::make_unexpected(std::move(output.error()));
  WriterOutput out(writer, *output);
  out.head(above);
  WriteFound visitor(out);
  if (auto done = query::visit_events(store, found, visitor); !done)
    return tl::make_unexpected(std::move(done.error()));
  out.tail();
  if (auto done = output->finish(); !done) return tl::make_unexpected(std::move(done.error()));
  return out.events();
}

// The layouts of other systems need their codes of countries; nothing else does.
Result<format::Countries> countries_for(const Settings& settings) {
  const std::string format = chosen_format(settings);
  const auto is_own = [&](std::string_view own) { return own == format; };
  constexpr std::array<std::string_view, 7> kOwn = {"table", "jsonl", "csv", "tsv", "geojson", "graphml", "stix"};
  if (std::any_of(kOwn.begin(), kOwn.end(), is_own)) return format::Countries();
  return open_knowledge(settings.knowledge).map([](const knowledge::Knowledge& k) { return countries_of(k); });
}

int exit_code(const Result<std::uint64_t>& count, std::string_view what) {
  if (!count) {
    print_error(count.error().message);
    return kFailed;
  }
  if (*count == 0) print_note(fmt::format("there is no {}", what));
  return *count > 0 ? kDone : kNothingFound;
}

}  // namespace masudi::cli
