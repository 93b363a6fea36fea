// SPDX-License-Identifier: Apache-2.0
#include "store/known_documents.h"

#include "store/content_hash.h"

namespace masudi::store {

Result<KnownDocuments> KnownDocuments::open(const std::string& path) {
  auto store = Store::open_to_read(path);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto find = store->connection().prepare("SELECT 1 FROM document WHERE id = ? AND content_hash = ?");
  if (!find) return tl::make_unexpected(std::move(find.error()));
  return KnownDocuments(std::move(*store), std::move(*find));
}

Result<bool> KnownDocuments::has(const Document& document) {
  find_.bind_all(document.id, content_hash(document));
  auto row = find_.step();
  find_.reset();
  return row;
}

}  // namespace masudi::store
