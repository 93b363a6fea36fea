// SPDX-License-Identifier: Apache-2.0
#include "store/report_reader.h"

#include <unordered_map>

namespace masudi::store {
namespace {

// From the day of the first new or replaced report on everything is worked through again; what lies up to kMemoryDays
// before can be joined, and so can what shares an incident with that.
constexpr std::string_view kFirstDay =
    "SELECT min(date) FROM document WHERE document_id IN (SELECT document_id FROM report WHERE NOT is_placed) OR "
    "document_id IN (SELECT r.document_id FROM report r JOIN document d USING (document_id) "
    "WHERE r.is_placed AND NOT d.is_current)";
constexpr std::string_view kGone =
    "SELECT d.id FROM report r JOIN document d USING (document_id) WHERE r.is_placed AND NOT d.is_current "
    "ORDER BY d.document_id";
constexpr std::string_view kWaiting =
    "SELECT r.digest FROM report r JOIN document d USING (document_id) WHERE NOT r.is_placed AND d.is_current "
    "ORDER BY d.document_id";
constexpr std::string_view kBefore =
    "WITH near AS (SELECT r.document_id FROM report r JOIN document d USING (document_id) "
    "WHERE r.is_placed AND d.date >= ?), "
    "met AS (SELECT DISTINCT m.incident_id FROM near JOIN event e USING (document_id) "
    "JOIN incident_mention m USING (event_id)) "
    "SELECT document_id, digest, story_id FROM report WHERE is_placed AND (document_id IN near OR document_id IN "
    "(SELECT e.document_id FROM met JOIN incident_mention m USING (incident_id) JOIN event e USING (event_id))) "
    "ORDER BY document_id";

class Reader {
 public:
  explicit Reader(const Connection& connection) : connection_(connection) {}

  Result<RecordWork> read() {
    RecordWork work;
    auto done =
        first_day().and_then([&] { return texts(kGone, work.gone); }).and_then([&] { return digests(work.waiting); });
    if (done && day_) done = placed(work.before);
    if (!done) return tl::make_unexpected(std::move(done.error()));
    return work;
  }

 private:
  Result<Statement> prepared(std::string_view sql) { return connection_.prepare(sql); }

  Result<void> first_day() {
    auto statement = prepared(kFirstDay);
    if (!statement) return tl::make_unexpected(std::move(statement.error()));
    return statement->each([&] { day_ = statement->date(0); });
  }

  Result<void> texts(std::string_view sql, std::vector<std::string>& out) {
    auto statement = prepared(sql);
    if (!statement) return tl::make_unexpected(std::move(statement.error()));
    return statement->each([&] { out.push_back(statement->string(0)); });
  }

  Result<void> digests(std::vector<record::Digest>& out) {
    auto statement = prepared(kWaiting);
    if (!statement) return tl::make_unexpected(std::move(statement.error()));
    Result<void> status;
    auto done = statement->each([&] {
      auto digest = record::unpack(statement->blob(0));
      if (digest) out.push_back(std::move(*digest));
      if (!digest) status = tl::make_unexpected(std::move(digest.error()));
    });
    return done ? status : done;
  }

  Result<void> placed(std::vector<record::Placed>& out) {
    auto statement = prepared(kBefore);
    auto mentions = prepared(
        "SELECT e.position, m.incident_id FROM event e JOIN incident_mention m USING (event_id) WHERE e.document_id = "
        "?");
    auto copies = prepared(
        "SELECT d.id, kind, resemblance, containment FROM copy c JOIN document d ON d.document_id = c.of_document_id "
        "WHERE c.document_id = ? ORDER BY c.of_document_id");
    for (auto* one : {&statement, &mentions, &copies}) {
      if (!*one) return tl::make_unexpected(std::move(one->error()));
    }
    statement->bind_all(*day_ - record::kMemoryDays);
    for (;;) {
      auto row = statement->step();
      if (!row) return tl::make_unexpected(std::move(row.error()));
      if (!*row) return {};
      auto one = placed_of(*statement, *mentions, *copies);
      if (!one) return tl::make_unexpected(std::move(one.error()));
      out.push_back(std::move(*one));
    }
  }

  static Result<record::Placed> placed_of(Statement& row, Statement& mentions, Statement& copies) {
    auto digest = record::unpack(row.blob(1));
    if (!digest) return tl::make_unexpected(std::move(digest.error()));
    record::Placed out;
    out.digest = std::move(*digest);
    out.story = static_cast<record::StoryId>(row.integer(2));
    mentions.bind_all(row.integer(0));
    std::unordered_map<std::int64_t, record::IncidentId> by_position;
    auto done =
        mentions.each([&] { by_position[mentions.integer(0)] = static_cast<record::IncidentId>(mentions.integer(1)); });
    for (const record::Mention& mention : out.digest.mentions) out.incidents.push_back(by_position[mention.event]);
    copies.bind_all(row.integer(0));
    if (done) {
      done = copies.each([&] {
        out.copies.push_back({out.digest.id, copies.string(0),
                              record::copy_kind_named(copies.text(1)).value_or(record::CopyKind::copy), copies.real(2),
                              copies.real(3)});
      });
    }
    if (!done) return tl::make_unexpected(std::move(done.error()));
    return out;
  }

  const Connection& connection_;
  std::optional<Date> day_;
};

}  // namespace

Result<RecordWork> read_record_work(const Store& store) { return Reader(store.connection()).read(); }

}  // namespace masudi::store
