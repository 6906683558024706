// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated server of one to three nodes: the real executors, feed and store, over SQLite in memory that
// stands for PostgreSQL. After a command's commit its transaction stays open for a while in one respect: the
// sequencer does not see its feed rows, as it would not see those of a transaction that is still committing.
// Without that the bug of the naive cursor could not appear.
#pragma once

#include <QHash>
#include <QSet>
#include <optional>

#include "common/core/executor.h"
#include "common/inventory/requests.h"
#include "common/registration/requests.h"
#include "common/sync/feed_service.h"
#include "tests/sync/sim_events.h"
#include "tests/sync/sim_files.h"

namespace simrs::sim {

class SimServer {
  public:
    SimServer(SimClock& clock, Random& random, Events& events, FilePool& pool, int nodes);

    Store& store() { return *m_store; }
    DeviceId addDevice(const QStringList& keys);
    void setKeys(const DeviceId& device, const QStringList& keys) { m_keys[device] = keys; }
    QStringList keys(const DeviceId& device) const { return m_keys.value(device); }
    const QList<Clinic>& clinics() const { return m_clinics; }
    const Payer& payer() const { return m_payer; }
    const UserId& clerk() const { return m_clerk; }
    const QList<Lot>& lots() const { return m_lots; }
    const QList<Depot>& depots() const { return m_depots; }
    TakeNumbers::Reply grantBlock(const DeviceId& device, const TakeNumbers& question);

    /// Where what comes for a device goes, until the link is closed.
    struct Ears {
        std::function<void(const ResultMessage&)> result;
        std::function<void(const FeedBatch&)> batch;
        std::function<void()> broken;  ///< The node is gone.
    };
    /// A link to one of the nodes; 0: none is up.
    int connect(const DeviceId& device);
    void listen(int link, Ears ears);
    void disconnect(int link);
    void take(int link, const CommandMessage& command);
    void take(int link, const FollowFeed& follow);

    int nodes() const { return static_cast<int>(m_nodes.size()); }
    /// Loses all that is not in the database: connections, what it knew of them.
    void crash(int node);
    void start(int node) { m_nodes[static_cast<std::size_t>(node)]->up = true; }

    /// From now on devices keep what no copy has.
    void keepCopies();
    /// A copy is made; once it is whole, what it holds is told to be durable. Nothing while commits are on
    /// their way.
    void backUp();
    /// Everything since the last copy is gone; the feed begins another epoch. False where there is no copy.
    bool restore();

    /// Now and then it says that it has too much to do.
    void setOverloaded(bool overloaded) { m_overloaded = overloaded; }
    /// Nothing is on its way any more and everything has its number.
    void settle();

    // For the checks.
    const Uuid& epoch() const { return m_epoch; }
    /// The feed as far as it has been told, by number.
    const std::vector<NumberedRow>& told() const { return m_told; }
    /// Where in the feed a command's result stands; 0 where it does not yet.
    qint64 seqOfResult(const CommandId& id) const { return m_resultSeq.value(id); }
    void eachRowOfKey(const QString& key, const std::function<void(const AnyRow&)>& take);
    /// The server's whole database, by no other way than SQL.
    Database& database() { return *m_database; }

  private:
    struct Node {
        BlockBook blocks;
        std::unique_ptr<Executor> executor;
        bool up = true;
        int life = 0;  // Grows with every crash: what was planned in an earlier life does not happen.
    };
    struct Link {
        DeviceId device;
        int node = 0;
        Ears ears;
        std::optional<FollowFeed> waiting;
    };
    void makeHospital();
    void stockHospital(WishTx& tx);
    std::unique_ptr<Node> makeNode();
    void answerLater(int link, const CommandMessage& command, const ResultMessage& answer);
    /// When the transaction may be seen: not before those it was waiting for.
    std::int64_t visibleAt(const CommandId& id, const DeviceId& device);
    void hide(const CommandId& id, std::int64_t untilMs);
    void reveal(const CommandId& id);
    void number();
    void readTold();
    void skipNumbers(const QStringList& counters);
    void serve(int link);

    SimClock& m_clock;
    Random& m_random;
    Events& m_events;
    SimFiles m_files;
    std::unique_ptr<Store> m_store;
    Database* m_database = nullptr;  // For what the simulator does to the feed behind the store's back.
    std::vector<std::unique_ptr<Node>> m_nodes;
    FeedService m_feed;
    QHash<DeviceId, QStringList> m_keys;
    QList<Clinic> m_clinics;
    Payer m_payer;
    QList<Lot> m_lots;
    QList<Depot> m_depots;
    UserId m_clerk;
    Uuid m_epoch;
    std::map<int, Link> m_links;
    std::map<CommandId, std::int64_t> m_hidden;    // Until when.
    QHash<DeviceId, std::int64_t> m_lastCommitMs;  // A device's commands wait for each other at its row.
    QSet<CommandId> m_done;                        // Committed, or on its way.
    std::vector<NumberedRow> m_told;
    QHash<CommandId, qint64> m_resultSeq;
    std::optional<Backup> m_backup;
    int m_lastLink = 0;
    int m_restores = 0;                                    // What was planned before one does not happen.
    static constexpr std::int64_t kSlowestCommitMs = 200;  // A commit may be so long on its way.
    bool m_overloaded = false;
};

}  // namespace simrs::sim
