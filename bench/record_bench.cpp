// SPDX-License-Identifier: Apache-2.0
// How long the record takes over a collection: digesting, adding all, adding the last day, taking up from packed
// digests. usage: record_bench FILE.jsonl
#include <chrono>
#include <cstdio>
#include <map>
#include <string>

#include "coding/coder.h"
#include "embedded/embedded.h"
#include "knowledge/knowledge.h"
#include "language/core.h"
#include "read/files.h"
#include "record/record.h"

namespace masudi {
namespace {

class Watch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::vector<record::Digest> digest_all(const char* path) {
  const auto core = language::Core::over(embedded::model());
  const auto knowledge = knowledge::Knowledge::over(embedded::knowledge());
  if (!core || !knowledge) return {};
  const coding::Coder coder(*knowledge);
  language::Workspace language;
  coding::Workspace coding;
  Analysis analysis;
  coding::Coded coded;
  std::vector<record::Digest> out;
  double seconds = 0;
  read::Files files({path}, {});
  while (auto record = files.next()) {
    if (!record->document) continue;
    core->analyse(record->document->text, language, analysis);
    coded.clear();
    coder.code(*record->document, analysis, coding, coded);
    const Watch watch;
    out.push_back(record::digest({*record->document, coded.events, coded.provenance}));
    seconds += watch.seconds();
  }
  std::printf("digest                 %8.2f s\n", seconds);
  return out;
}

void print_sizes(const record::Record& record, double seconds) {
  std::size_t mentions = 0;
  std::map<std::size_t, std::size_t> sizes;
  std::size_t origins = 0;
  for (const auto id : record.incident_ids()) {
    const auto incident = record.incident(id);
    mentions += incident->mentions.size(), origins += incident->origins.size();
    ++sizes[std::min<std::size_t>(incident->reports.size(), 10)];
  }
  std::printf("reports %zu, mentions %zu, incidents %zu, stories %zu, origins %zu; summaries %.2f s\n",
              record.report_count(), mentions, record.incident_ids().size(), record.story_ids().size(), origins,
              seconds);
  for (const auto& [size, count] : sizes)
    std::printf("  incidents of %s%zu reports: %zu\n", size == 10 ? "at least " : "", size, count);
}

int main(const char* path) {
  std::vector<record::Digest> digests = digest_all(path);
  if (digests.empty()) return 1;
  Watch packing;
  std::vector<std::string> packed;
  std::size_t bytes = 0;
  for (const auto& digest : digests) bytes += packed.emplace_back(record::pack(digest)).size();
  std::printf("pack                   %8.2f s, %.1f MB\n", packing.seconds(), static_cast<double>(bytes) / 1e6);
  Watch unpacking;
  for (const auto& one : packed) static_cast<void>(record::unpack(one));
  std::printf("unpack                 %8.2f s\n", unpacking.seconds());
  Date last{};
  for (const auto& digest : digests) last = std::max(last, digest.published);
  record::Record whole;
  Watch adding;
  whole.add(digests);
  std::printf("add all                %8.2f s\n", adding.seconds());
  Watch summing;
  for (const auto id : whole.incident_ids()) static_cast<void>(whole.incident(id));
  print_sizes(whole, summing.seconds());
  record::Record growing;
  std::vector<record::Digest> before;
  std::vector<record::Digest> day;
  for (auto& digest : digests) (digest.published == last ? day : before).push_back(std::move(digest));
  growing.add(std::move(before));
  const std::size_t count = day.size();
  Watch growth;
  growing.add(std::move(day));
  std::printf("add the last day       %8.4f s (%zu reports)\n", growth.seconds(), count);
  std::vector<record::Placed> placed;
  for (const auto& one : packed) placed.push_back(*whole.placed(record::unpack(one)->id));
  record::Record again;
  Watch restoring;
  again.restore(std::move(placed));
  std::printf("restore all            %8.2f s\n", restoring.seconds());
  return 0;
}

}  // namespace
}  // namespace masudi

int main(int argc, char** argv) {
  if (argc == 2) return masudi::main(argv[1]);
  std::fputs("usage: record_bench FILE.jsonl\n", stderr);
  return 2;
}
