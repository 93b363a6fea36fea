// SPDX-License-Identifier: Apache-2.0
#include "store/known_documents.h"

#include "store/content_hash.h"

namespace masudi::store {

Result<KnownDocuments> KnownDocuments::open(const std::string& path) {
  auto store = Store::open_to_read(path);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto find = store->connection().prepare("SELECT content_hash FROM document WHERE id = ? ORDER BY version DESC LIMIT 1");
  if (!find) return tl::make_unexpected(std::move(find.error()));
  return KnownDocuments(std::move(*store), std::move(*find));
}

Result<bool> KnownDocuments::has(const Document& document) {
  find_.bind_all(document.id);
  auto row = find_.step();
  if (!row) return row;
  const bool is_same = *row && find_.integer(0) == content_hash(document);
  find_.reset();
  return is_same;
}

}  // namespace masudi::store
