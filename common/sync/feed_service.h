// SPDX-License-Identifier: GPL-3.0-or-later
// The server's half of the feed: what a device that stands somewhere is sent next.
#pragma once

#include <optional>

#include "common/access/device_registry.h"
#include "common/core/command_record.h"
#include "common/protocol/messages.h"
#include "common/store/store.h"
#include "common/sync/feed_batch.h"

namespace simrs {

class FeedService {
  public:
    /// Feed rows in one batch, but for the rest of the last transaction.
    static constexpr int kRowsABatch = 500;
    /// Rows of a new key in one batch.
    static constexpr int kRowsAPage = 2000;
    /// What is in the rows of a batch, but for one transaction or row that is larger by itself: a client
    /// takes frames of limits::kFrameReplyBytes.
    static constexpr qsizetype kBytesABatch = 2 * 1024 * 1024;

    explicit FeedService(const EntityList& entities, int rowsABatch = kRowsABatch, int rowsAPage = kRowsAPage,
                         qsizetype bytesABatch = kBytesABatch)
        : m_entities(entities),
          m_rowsABatch(rowsABatch),
          m_rowsAPage(rowsAPage),
          m_bytesABatch(bytesABatch) {}

    /// The next batch for a device that stands at `follow` and is to hold `keys`; nothing where it stands at
    /// the head with just these keys. A batch of another epoch than its own, empty, tells it to begin anew.
    /// Errors: the store's.
    Result<std::optional<FeedBatch>> next(Store& store, const DeviceId& device, const FollowFeed& follow,
                                          QStringList keys) const;

  private:
    Result<FeedBatch> withPage(Store& store, const DeviceId& device, const FollowFeed& follow,
                               FeedBatch batch) const;
    Result<FeedSlice> slice(Store& store, const FollowFeed& follow, const QStringList& keys) const;
    void takePage(const KeyPage& page, const QString& key, FeedBatch& batch) const;
    Result<QList<FeedRow>> results(Store& store, const DeviceId& device, qint64 afterSeq) const;

    const EntityList& m_entities;
    const int m_rowsABatch;
    const int m_rowsAPage;
    const qsizetype m_bytesABatch;
};

}  // namespace simrs
