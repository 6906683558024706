// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the data of one connection: reads in a snapshot, writes in a transaction that is repeated
// when the engine says so.
#pragma once

#include <functional>
#include <memory>

#include "common/store/bulk.h"
#include "common/store/cache_tx.h"
#include "common/store/feed.h"
#include "common/store/schema.h"
#include "common/store/tx.h"

namespace simrs {

/// A statement sent together with BEGIN; how many rows it changed is tx.preambleRows.
struct Preamble {
    QString sql;
    QVariantList values;
};

struct WriteJob {
    WriteContext context;
    Preamble preamble;                               ///< Empty sql: none.
    std::function<Status(WishTx&)> work;             ///< Its error rolls the job back. Runs again on a retry.
    std::function<void(Result<CommitReport>)> done;  ///< After the commit, or with the error.
};

/// Told around every commit of a store, and where its file comes from. For tests: what it throws goes
/// through, so that a power cut can be put there; a StoreFault of kind Full is a full disk.
class CommitWatch {
  public:
    virtual ~CommitWatch() = default;
    virtual void beforeCommit() = 0;
    virtual void afterCommit() = 0;
    /// Whether files are its business; whoever looks into them by other ways must not.
    virtual bool hasFiles() const { return false; }
    /// The file as its last user left it; null: it is opened like any other.
    virtual std::unique_ptr<Database> open(const DatabaseConfig&) { return nullptr; }
    /// Nobody uses the file any more; what was not committed is undone.
    virtual void closed(const DatabaseConfig&, std::unique_ptr<Database>) {}
};

/// Owned by one thread, like its connection.
class Store {
  public:
    struct Services {
        const Clock& clock;
        Random& random;
        ReferenceRows* reference = nullptr;  ///< Null: reference rows are read like others.
        /// On SQLite the writer numbers its feed rows itself, before it commits. False: whoever calls
        /// numberFeed does, as on PostgreSQL.
        bool numbersFeed = true;
        CommitWatch* watch = nullptr;  ///< Not owned; only in tests.
        /// All tables, for a store that writes and does not migrate. Not owned; copied when it is made.
        const EntityList* entities = nullptr;
    };
    Store(DatabaseConfig config, StoreForm form, Services services);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    Status open();
    Status migrate(const EntityList& entities);
    /// Whether the database answers now.
    bool ping();

    /// Runs `work` over one consistent picture.
    Status read(const std::function<Status(Reader&)>& work);
    /// The same, but lists hold what is held here: for showing a device's part of the hospital to a person,
    /// who is told so. No rule may count on it.
    Status readHeld(const std::function<Status(Reader&)>& work);

    /// Runs one job in a transaction of its own.
    Result<CommitReport> write(const WriteContext& context, const std::function<Status(WishTx&)>& work);
    /// Runs jobs in one transaction, each behind a savepoint; for SQLite, whose commit is an fsync.
    void writeGroup(std::vector<WriteJob> jobs);
    void writeOne(WriteJob job);

    /// Runs `work` in one transaction on a device's cache of these tables; its error rolls all of it back.
    Status onCache(const EntityList& entities, const std::function<Status(CacheTx&)>& work);
    /// False from when a cache could not be told of a command that was kept, until it has caught up: its
    /// readers say so (Reader::showsPending).
    bool showsPending() const { return m_showsPending; }
    void setShowsPending(bool shows) { m_showsPending = shows; }

    /// The bulk door: no feed but another epoch, since nobody is told of the rows; one audit row with `note`.
    /// Only while no client is connected.
    Status load(const WriteContext& context, const std::function<Status(BulkLoader&)>& work);
    Status noteReads(const QList<ReadNote>& notes);

    // The feed; a server's store only. Any number of sequencers may call numberFeed at once.
    Result<FeedState> feedState();
    Result<FeedState> numberFeed();
    /// Rows of these scopes after `from`, at most `most` but for the rest of a transaction.
    Result<FeedSlice> feedSlice(qint64 from, const QStringList& scopes, int most);
    /// Rows of `kept` after `from` up to the head, and at most `most` rows of `key` as they stand, in one
    /// picture.
    Result<FeedPicture> feedPicture(const EntityList& entities, const QString& key, const KeyPlace& after,
                                    int most, qint64 from, const QStringList& kept);
    /// The scopes of all rows with numbers from + 1 to `to`: who has to be told.
    Result<QSet<QString>> feedScopes(qint64 from, qint64 to);
    /// What followers of the feed hold is worth nothing from here on: after a restore.
    Status beginFeedEpoch();
    /// How far the last finished backup reaches in the feed; a null epoch where there is none.
    Result<FeedHead> durableMark();
    Status setDurableMark(const FeedHead& mark);
    /// Until a sequencer of another connection has numbered, the signal is raised or the time is over.
    void awaitFeed(WakeSignal& wake, int ms);

    /// SHA-256 over all rows of these tables, by id: equal on both engines for equal data.
    Result<QByteArray> stateHash(const EntityList& entities);

    Engine engine() const { return m_config.engine; }
    DatabaseCounters counters() const;

  private:
    /// `what` names the work in the log.
    Status attempt(const QString& what, const std::function<Status()>& once);
    Status ensureOpen();
    void commit();
    Status makeFeedHead();
    Uuid newEpoch();
    bool numbersAtCommit() const;
    Status readAs(bool listsHeld, const std::function<Status(Reader&)>& work);
    void pause(int round);

    DatabaseConfig m_config;
    StoreForm m_form;
    Services m_services;
    EntityList m_entities;  // For its transactions.
    std::unique_ptr<Database> m_db;
    bool m_showsPending = true;
    DatabaseCounters m_closed;  // Of connections that were lost.
};

}  // namespace simrs
