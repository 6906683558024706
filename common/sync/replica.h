// SPDX-License-Identifier: GPL-3.0-or-later
// A device's cache as a replica of its part of the hospital: takes batches from the feed and runs the
// device's own pending commands on top. Pending means: in the outbox, and no result in the cache. All of it
// is undone before a batch is applied and run again after it, in one transaction.
#pragma once

#include "common/core/request_table.h"
#include "common/sync/ended_command.h"
#include "common/sync/feed_batch.h"
#include "common/sync/outbox.h"

namespace simrs {

class Replica {
  public:
    /// `entities` are those of the hospital; the cache's own come to them.
    Replica(Store& cache, EntityList entities, const RequestTable& requests);

    /// All tables of the cache.
    const EntityList& entities() const { return m_entities; }
    /// Who runs commands here; provisional rows carry it.
    void setDevice(const DeviceId& device, const QString& zone);

    /// Makes the tables where they are missing, then takes the cache to where a crash cannot have left it:
    /// provisional rows undone and made again, results forgotten that the outbox has taken over.
    Status open(const QList<OutboxEntry>& pending);

    /// A result, and where in the feed it stands.
    struct Ended {
        CommandResult result;
        qint64 seq = 0;
    };
    struct Applied {
        bool mine = false;  ///< Otherwise it began elsewhere and nothing was done.
        /// Results that came, for the outbox. They stay in the cache until `forget`.
        QList<Ended> results;
        /// Commands whose provisional effect the new rows do not allow; they are sent all the same.
        QList<CommandId> notShown;
        QString differed{};  ///< A key whose rows were not the server's: dropped, and to be fetched anew.
    };
    /// Errors: MalformedFrame where a row cannot be read; the store's. Nothing has happened then.
    Result<Applied> apply(const FeedBatch& batch, const QList<OutboxEntry>& pending);

    /// The provisional effect of a command that has just been written to the outbox. Its error shows nothing.
    Status show(const OutboxEntry& entry);
    /// Whether a command was kept and its effect could not be written here: the disk was full. Until it has
    /// caught up, what is left of anything must not be read here (Reader::showsPending).
    bool isBehind() const { return !m_cache.showsPending(); }
    /// Undoes all provisional effects and makes those of `pending` again: after that, or when a command was
    /// taken back.
    Status catchUp(const QList<OutboxEntry>& pending);
    /// Results that the outbox has durably taken over.
    Status forget(const QList<CommandId>& ended);
    /// Results that came with a batch and are not known to be in the outbox.
    Result<QList<Ended>> ended();

    Result<FollowFeed> position();
    /// Empties the cache, what has ended included: the server has begun to count anew, or the file is not to
    /// be trusted.
    Status reset();

    /// Runs what is pending again, in a transaction on the cache that has undone it. Those it could not show.
    QList<CommandId> redoIn(CacheTx& tx, const QList<OutboxEntry>& pending) const;

  private:
    Status run(CacheTx& tx, const OutboxEntry& entry) const;
    Status moveAlone(const FeedBatch& batch);
    Status takeRow(CacheTx& tx, const FeedRow& row, const FeedBatch& batch, Applied& applied) const;
    Status takeResult(CacheTx& tx, const FeedRow& row, const FeedBatch& batch, Applied& applied) const;

    Store& m_cache;
    EntityList m_entities;
    const RequestTable& m_requests;
    DeviceId m_device;
    QString m_zone = QStringLiteral("Asia/Jakarta");
};

}  // namespace simrs
