// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a device's copy of a key is the server's: of each table, how many rows and a sum over ids and
// versions, at one place of the feed.
#pragma once

#include <map>
#include <optional>

#include "common/store/cache_tx.h"
#include "common/store/store.h"
#include "common/sync/feed_batch.h"

namespace simrs {

/// The same sum on both sides.
class DigestSum {
  public:
    void add(std::uint32_t kind, const Uuid& id, qint64 version);
    QList<TableDigest> tables() const;

  private:
    std::map<std::uint32_t, TableDigest> m_tables;
};

/// The server's rows of a key as of a place of the feed. Nothing where they have changed since, or rows were
/// committed that have no number yet: to be asked again another time. Errors: the store's.
Result<std::optional<KeyDigest>> keyDigest(Store& server, const EntityList& entities, const QString& key,
                                           qint64 asOf);

/// Whether a device's rows of the key, with nothing provisional among them, are those. Tables that this
/// program does not know count for nothing.
bool holdsSame(CacheTx& tx, const KeyDigest& server);

}  // namespace simrs
