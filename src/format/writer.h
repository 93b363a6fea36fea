// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "document/analysis.h"
#include "document/coder_stamp.h"
#include "document/document.h"
#include "document/event.h"
#include "document/near_miss.h"

namespace masudi::format {

// How much stands behind an event that is told by several reports.
struct Backing {
  std::int64_t mentions = 1;
  std::int64_t outlets = 1;
  std::int64_t reports = 1;
};

// One document and all that was found in it. Views: valid during the call they are given to.
struct Findings {
  const Document& document;
  const Analysis& analysis;
  std::span<const Event> events;
  std::span<const NearMiss> near_misses;
  const CoderStamp* coder = nullptr;  // who coded this document, where that is not who writes it
  Backing backing = {};               // of each of the events
};

// Sums over all documents of a run.
struct Totals {
  std::uint64_t documents = 0;  // that were read
  std::uint64_t sentences = 0;
  std::uint64_t events = 0;
  std::uint64_t failed = 0;  // records that could not be read
};

// How output for people is drawn.
struct Style {
  bool colour = false;
  int width = 120;  // columns of the terminal
};

// Turns findings into bytes of one output format. Share it between threads. The whole output is head(), then write() of
// every document in order, with between() wherever two of them wrote something, then tail().
class Writer {
 public:
  virtual ~Writer() = default;
  // Whether it writes the features of words (Tokens::feats); without, they need not be found.
  virtual bool shows_feats() const { return false; }
  virtual void head(std::string&) const {}
  virtual void write(const Findings& findings, std::string& out) const = 0;
  virtual std::string_view between() const { return {}; }
  virtual void tail(const Totals&, std::string&) const {}
};

std::unique_ptr<Writer> jsonl_writer(CoderStamp stamp);  // one event a line, fields as the record format has them
std::unique_ptr<Writer> csv_writer();                    // RFC 4180, one event a row, a header first
std::unique_ptr<Writer> tsv_writer();                    // the same columns, parted by tabs
std::unique_ptr<Writer> table_writer(Style style);       // for the terminal
std::unique_ptr<Writer> explain_writer(Style style);     // every sentence, its tree, its events and why
std::unique_ptr<Writer> proof_writer(Style style);       // events with the sentences that prove them
std::unique_ptr<Writer> conllu_writer();                 // the trees

}  // namespace masudi::format
