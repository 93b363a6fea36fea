// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "store/store.h"

namespace masudi::store {

// Says which documents need not be coded, because the store holds them already. Reads with a connection of its own and
// sees what is committed. One thread at a time.
class KnownDocuments {
 public:
  static Result<KnownDocuments> open(const std::string& path);

  // Known by id, and one of its versions has this content.
  Result<bool> has(const Document& document);

 private:
  KnownDocuments(Store store, Statement find) : store_(std::move(store)), find_(std::move(find)) {}

  Store store_;
  Statement find_;
};

}  // namespace masudi::store
