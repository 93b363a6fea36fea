// SPDX-License-Identifier: Apache-2.0
#include "record/incident.h"

#include <algorithm>
#include <array>

namespace masudi::record {
namespace {

constexpr std::array<std::string_view, 3> kCitations = {"cites", "copies", "contributed"};
constexpr std::array<std::string_view, 5> kOrigins = {"outlet", "agency", "voice", "unnamed-voice", "circle"};
constexpr std::array<std::string_view, 5> kStances = {"reports", "claims", "denies", "announces", "withdraws"};
constexpr std::array<std::string_view, 6> kVerdicts = {"withdrawn", "announced",     "circular",
                                                       "disputed",  "single-source", "corroborated"};
constexpr std::array<std::string_view, 4> kCopies = {"copy", "rewrite", "includes", "part-of"};

}  // namespace

std::string_view name(CitationKind kind) { return kCitations[static_cast<std::size_t>(kind)]; }
std::string_view name(OriginKind kind) { return kOrigins[static_cast<std::size_t>(kind)]; }
std::string_view name(Stance stance) { return kStances[static_cast<std::size_t>(stance)]; }
std::string_view name(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }
std::string_view name(CopyKind kind) { return kCopies[static_cast<std::size_t>(kind)]; }
std::optional<CopyKind> copy_kind_named(std::string_view wanted) {
  const auto at = std::find(std::begin(kCopies), std::end(kCopies), wanted);
  if (at == std::end(kCopies)) return std::nullopt;
  return static_cast<CopyKind>(at - std::begin(kCopies));
}

}  // namespace masudi::record
