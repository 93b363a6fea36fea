// SPDX-License-Identifier: Apache-2.0
// A digest as bytes. One list of fields, Fields::digest, serves both ways: `Out` writes what `In` reads. Numbers are
// LEB128, signed ones zigzag; sorted hashes are kept as differences; lists and texts begin with their length.
#include <bit>
#include <type_traits>

#include "record/digest.h"

namespace masudi::record {
namespace {

constexpr std::uint64_t kVersion = 1;

class Out {
 public:
  explicit Out(std::string& bytes) : bytes_(bytes) {}
  static constexpr bool ok() { return true; }

  void number(std::uint64_t& value) {
    std::uint64_t rest = value;
    for (; rest >= 0x80; rest >>= 7) bytes_ += static_cast<char>(rest | 0x80);
    bytes_ += static_cast<char>(rest);
  }
  void text(std::string& value) {
    std::uint64_t size = value.size();
    number(size);
    bytes_ += value;
  }
  template <class List>
  void size(List& list) {
    std::uint64_t count = list.size();
    number(count);
  }

 private:
  std::string& bytes_;
};

class In {
 public:
  explicit In(std::string_view bytes) : bytes_(bytes) {}
  bool ok() const { return ok_; }
  bool ended() const { return bytes_.empty(); }

  void number(std::uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return;
    }
    ok_ = false, value = 0;
  }
  void text(std::string& value) {
    std::uint64_t size = 0;
    number(size);
    if (size > bytes_.size()) ok_ = false, size = 0;
    value.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  // Every element takes a byte at least, so that a broken length cannot ask for more memory than there are bytes.
  template <class List>
  void size(List& list) {
    std::uint64_t count = 0;
    number(count);
    if (count > bytes_.size()) ok_ = false, count = 0;
    list.resize(count);
  }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

template <class Bytes>
class Fields {
 public:
  explicit Fields(Bytes& bytes) : bytes_(bytes) {}

  void digest(Digest& d) {
    bytes_.text(d.id), bytes_.text(d.outlet), day(d.published), bytes_.text(d.url);
    texts(d.authors), texts(d.agencies), texts(d.contributors);
    hashes(d.sketch.shingles), whole(d.sketch.level);
    for (std::uint32_t& band : d.sketch.bands) whole(band);
    list(d.mentions, &Fields::mention);
  }

 private:
  template <class Number>
  void whole(Number& value) {
    auto wide = static_cast<std::uint64_t>(value);
    bytes_.number(wide);
    value = static_cast<Number>(wide);
  }
  // A value of an enumeration whose last value is `last`.
  template <class Enum>
  void choice(Enum& value, Enum last) {
    std::uint64_t wide = static_cast<std::uint64_t>(value);
    bytes_.number(wide);
    value = static_cast<Enum>(wide > static_cast<std::uint64_t>(last) ? 0 : wide);
  }
  void integer(std::int64_t& value) {
    std::uint64_t zigzag = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    bytes_.number(zigzag);
    value = static_cast<std::int64_t>((zigzag >> 1) ^ (0 - (zigzag & 1)));
  }
  void day(Date& value) {
    std::int64_t days = value.days;
    integer(days);
    value.days = static_cast<std::int32_t>(days);
  }
  void real(double& value) {
    auto pattern = std::bit_cast<std::uint64_t>(value);
    bytes_.number(pattern);
    value = std::bit_cast<double>(pattern);
  }
  void bound(std::optional<std::int64_t>& value) {
    std::uint64_t there = value.has_value();
    bytes_.number(there);
    if (there == 0) return value.reset();
    if (!value) value = 0;
    integer(*value);
  }
  void range(Range& value) { bound(value.low), bound(value.high); }
  void texts(std::vector<std::string>& values) {
    bytes_.size(values);
    for (std::string& value : values) bytes_.text(value);
  }
  void hashes(std::vector<std::uint32_t>& values) {
    bytes_.size(values);
    std::uint32_t before = 0;
    for (std::uint32_t& value : values) {
      std::uint32_t step = value - before;
      whole(step);
      before = value = before + step;
    }
  }
  template <class Item>
  void list(std::vector<Item>& items, void (Fields::*one)(Item&)) {
    bytes_.size(items);
    for (Item& item : items) {
      if (bytes_.ok()) (this->*one)(item);
    }
  }

  void who(Who& w) { bytes_.text(w.code), bytes_.text(w.sector), bytes_.text(w.name), bytes_.text(w.words); }
  void teller(Teller& t) { who(t.who), bytes_.text(t.cue); }
  void size(Size& s) { choice(s.measure, Measure::participants), range(s.range); }
  void count(Count& c) { range(c.range), bytes_.text(c.what); }
  void spot(Spot& s) {
    bytes_.text(s.name), bytes_.text(s.country), bytes_.text(s.admin1), whole(s.geonames_id);
    choice(s.precision, Precision::region);
    std::uint64_t there = s.position.has_value();
    bytes_.number(there);
    if (there == 0) return s.position.reset();
    if (!s.position) s.position.emplace(0.0, 0.0);
    real(s.position->first), real(s.position->second);
  }
  void mention(Mention& m) {
    whole(m.event), choice(m.type, EventType::assault), choice(m.status, Status::negated), texts(m.modes);
    list(m.actors, &Fields::who), list(m.recipients, &Fields::who), list(m.via, &Fields::who);
    list(m.voices, &Fields::teller), list(m.places, &Fields::spot), day(m.first), day(m.last);
    list(m.sizes, &Fields::size), list(m.forces, &Fields::count), bytes_.text(m.trigger);
    hashes(m.words), hashes(m.names), hashes(m.passage), whole(m.sentence), real(m.confidence);
    bytes_.text(m.denied_by);
    std::uint64_t retracted = m.retracted;
    bytes_.number(retracted);
    m.retracted = retracted != 0;
  }

  Bytes& bytes_;
};

}  // namespace

std::string pack(const Digest& digest) {
  std::string bytes;
  Out out(bytes);
  std::uint64_t version = kVersion;
  out.number(version);
  Digest fields = digest;  // the list of fields takes them by reference, since it also reads
  Fields<Out>(out).digest(fields);
  return bytes;
}

Result<Digest> unpack(std::string_view bytes) {
  In in(bytes);
  std::uint64_t version = 0;
  in.number(version);
  if (!in.ok() || version != kVersion) return fail("a packed report of another version; digest the report again");
  Digest digest;
  Fields<In>(in).digest(digest);
  if (!in.ok() || !in.ended()) return fail("a packed report is damaged; digest the report again");
  return digest;
}

}  // namespace masudi::record
