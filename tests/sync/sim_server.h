// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated server: the real executor, feed and store, over an SQLite file in memory that stands for
// PostgreSQL. After a command's commit its transaction stays open for a while in one respect: the sequencer
// does not see its feed rows, as it would not see those of a transaction that is still committing. Without
// that the bug of the naive cursor could not appear.
#pragma once

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include "common/core/executor.h"
#include "common/registration/requests.h"
#include "common/sync/feed_service.h"
#include "tests/sync/sim_events.h"

namespace simrs::sim {

class SimDevice;

class SimServer {
  public:
    SimServer(SimClock& clock, Random& random, Events& events);

    Store& store() { return *m_store; }
    DeviceId addDevice(const QStringList& keys);
    void setKeys(const DeviceId& device, const QStringList& keys) { m_keys[device] = keys; }
    QStringList keys(const DeviceId& device) const { return m_keys.value(device); }
    const QList<Clinic>& clinics() const { return m_clinics; }
    const Payer& payer() const { return m_payer; }
    const UserId& clerk() const { return m_clerk; }
    std::pair<qint64, qint64> grantBlock(const DeviceId& device, NumberKind kind);

    /// A connection of a device: what the server sends goes to `result` and `batch` until it is closed.
    struct Link {
        DeviceId device;
        std::function<void(const ResultMessage&)> result;
        std::function<void(const FeedBatch&)> batch;
    };
    int connect(Link link);
    /// Where what comes for a link goes, once its number is known.
    void listen(int link, Link ears);
    void disconnect(int link);
    void take(int link, const CommandMessage& command);
    void take(int link, const FollowFeed& follow);

    /// Loses all that is not in the database: connections, what it knew of them.
    void crash();
    bool isUp() const { return m_up; }
    void start() { m_up = true; }

    /// How long a commit may be on its way.
    void setSlowestCommit(std::int64_t ms) { m_slowestCommitMs = ms; }
    void eachRowOfKey(const QString& key, const std::function<void(const AnyRow&)>& take);
    bool isInsideTransaction(qint64 seq);
    /// Where in the feed a command's result stands; 0 where it does not yet.
    qint64 seqOfResult(const CommandId& id);
    /// Now and then it says that it has too much to do.
    void setOverloaded(bool overloaded) { m_overloaded = overloaded; }
    /// Where a device and its connection stand, for a report.
    QString describe(SimDevice& device);
    /// Numbers without a gap, each once, whole transactions side by side, versions that grow.
    QStringList checkFeed();
    /// Nothing is on its way any more and everything has its number.
    void settle();

  private:
    struct Open {
        Link link;
        std::optional<FollowFeed> waiting;
    };
    void makeHospital();
    /// When the transaction may be seen: not before those it was waiting for.
    std::int64_t visibleAt(const CommandId& id);
    void hide(const CommandId& id, std::int64_t untilMs);
    void reveal(const CommandId& id);
    void number();
    void serve(int link);
    void sql(const QString& text, const QVariantList& values);

    SimClock& m_clock;
    Random& m_random;
    Events& m_events;
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Database> m_side;  // For what the simulator does to the feed behind the store's back.
    BlockBook m_blocks;
    Executor m_executor;
    FeedService m_feed;
    QHash<DeviceId, QStringList> m_keys;
    QList<Clinic> m_clinics;
    Payer m_payer;
    UserId m_clerk;
    std::map<int, Open> m_links;
    std::map<CommandId, std::int64_t> m_hidden;  // Until when.
    QSet<CommandId> m_done;                      // Committed, or on its way.
    int m_lastLink = 0;
    int m_life = 0;  // Grows with every crash: what was planned in an earlier life does not happen.
    std::int64_t m_slowestCommitMs = 200;
    bool m_up = true;
    bool m_overloaded = false;
};

}  // namespace simrs::sim
