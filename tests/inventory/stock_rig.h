// SPDX-License-Identifier: GPL-3.0-or-later
// A server with one item in two depots, and devices with real outboxes and caches that reach it or not.
#pragma once

#include <QTemporaryDir>
#include <map>

#include "common/core/executor.h"
#include "common/inventory/requests.h"
#include "common/inventory/stock_balance.h"
#include "common/sync/device_core.h"
#include "common/sync/feed_service.h"

namespace simrs::test {

/// Time goes on only when it is told to.
class StockClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return 1'795'000'000'000 + m_ms; }
    std::int64_t monotonicMs() const override { return m_ms; }
    void forward(std::int64_t ms) { m_ms += ms; }

  private:
    std::int64_t m_ms = 0;
};

/// Ends the test where a result is an error.
template <class T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s: %s %s", qPrintable(errorName(result.error().code)),
               qPrintable(result.error().args.join(QLatin1Char(','))), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class StockServer {
  public:
    explicit StockServer(const DatabaseConfig& config = inMemory(), std::uint64_t seed = 11);

    Store& store() { return m_store; }
    const FeedService& feed() const { return m_feed; }
    StockClock& clock() { return m_clock; }
    Random& random() { return m_random; }
    DeviceId addDevice(const QByteArray& name);
    ResultMessage carryOut(const DeviceId& device, const CommandMessage& command);

    /// Submits a command as a connected device that waits for the answer.
    template <class R>
    Result<typename R::Reply> submit(const DeviceId& device, R command) {
        const CommandContext context = contextOf(device);
        Online desk(context);
        // A right is held by a cache; a client without one leaves that rule to the server.
        if (const Status good = R::prepare(desk, command);
            !good && good.error().code != ErrorCode::StockRightUnknown)
            return tl::unexpected<Error>(good.error());
        CommandMessage message;
        message.id = context.id;
        message.seq = ++m_seq[device];
        message.type = R::info.type;
        message.actor = context.actor.uuid();
        message.at = context.at;
        message.payload = encode(command);
        const CommandResult result = carryOut(device, message).result;
        if (result.error != 0) return fail(errorFromNumber(static_cast<int>(result.error)), result.args);
        return decode<typename R::Reply>(result.reply);
    }
    template <class R>
    Result<typename R::Reply> ask(const R& query) {
        Result<typename R::Reply> reply = fail(ErrorCode::Internal);
        must(m_store.read([&](Reader& reader) -> Status {
            reply = R::answer(reader, Caller(), query);
            return {};
        }));
        return reply;
    }
    void write(const std::function<void(WishTx&)>& work);
    template <Entity E>
    QList<E> all() {
        QList<E> rows;
        must(m_store.read([&](Reader& reader) -> Status {
            rows = reader.list(Where<E>()).value_or(QList<E>());
            return {};
        }));
        return rows;
    }

    /// Goods of one lot into the first depot.
    LotId receive(qint64 quantity, const QString& batch = QStringLiteral("B1"));
    qint64 free(const LotId& lot);
    StockRight right(const LotId& lot, const DeviceId& device);
    /// What stockFaults says, as one text: empty where the books are right.
    QString faults();
    int openCases();

    static DatabaseConfig inMemory();
    const DeviceId& keeper() const { return m_keeper; }
    const Item item;
    const Depot depot;
    const Depot other;

  private:
    /// What prepare may read on a client that holds nothing: the rules are then the server's.
    class Online final : public Prepare {
      public:
        explicit Online(CommandContext context) : m_context(std::move(context)) {}
        Reader& reader() override { return m_rows; }
        CommandContext context() const override { return m_context; }
        Result<qint64> takeNumber(NumberKind) override { return fail(ErrorCode::NumbersExhausted); }

      private:
        CommandContext m_context;
        NullReader m_rows;
    };
    CommandContext contextOf(const DeviceId& device);

    StockClock m_clock;
    SeededRandom m_random;
    Store m_store;
    BlockBook m_blocks;
    Executor m_executor;
    FeedService m_feed;
    std::map<DeviceId, qint64> m_seq;
    DeviceId m_keeper;
};

/// Fails commits of a file while it is full.
class FullDisk final : public CommitWatch {
  public:
    bool full = false;
    void beforeCommit() override {
        if (full) throw StoreFault{StoreFault::Kind::Full, {}, QStringLiteral("disk full"), {}};
    }
    void afterCommit() override {}
};

/// A device at the bedside.
class Bedside {
  public:
    /// Holds the reference rows and its own; and the depot's, if it is to.
    Bedside(StockServer& server, const QByteArray& name, bool holdsDepot = true);

    const DeviceId& id() const { return m_id; }
    /// Until nothing is left to say on either side.
    void connect();
    void disconnect();
    /// The power goes and comes back.
    void restart();
    void tick() { m_core->tick(next()); }
    void setHoldsDepot(bool holds);
    FullDisk& cacheDisk() { return m_cacheDisk; }
    /// A batch as the server makes it, marked as one whose rows have not settled.
    void takeUnsettled();

    /// Prepares and keeps a command; what prepare says, where it refuses.
    template <class R>
    Status submit(R command) {
        CommandContext context;
        context.id = CommandId(Uuid::make(m_server.clock(), m_server.random()));
        context.actor = UserId(Uuid::named("nurse"));
        context.device = m_id;
        context.at = m_server.clock().now();
        context.zone = QStringLiteral("Asia/Jakarta");
        context.today = dayIn(context.zone, context.at);
        context.assured = !m_connected;
        SIMRS_TRY(m_cache->read([&](Reader& reader) -> Status {
            Offline desk(reader, context);
            return R::prepare(desk, command);
        }));
        OutboxEntry draft;
        draft.id = context.id;
        draft.type = R::info.type;
        draft.version = R::info.version;
        draft.actor = context.actor.uuid();
        draft.at = context.at;
        draft.assured = context.assured;
        draft.payload = encode(command);
        SIMRS_TRY(m_core->submit(draft, {}, next()));
        m_last = context.id;
        if (m_connected) pump();
        return {};
    }
    /// What became of the last command.
    CommandResult lastResult() const { return m_results.value(m_last); }
    int pending() const { return static_cast<int>(m_outbox->unsettled().size()); }
    /// Under its right, by its cache; −1 where it holds none.
    qint64 left(const LotId& lot);
    template <Entity E>
    QList<E> all() {
        QList<E> rows;
        must(m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
            rows = tx.all<E>();
            return {};
        }));
        return rows;
    }
    /// Empty where the cache holds the server's rows of its keys, and nothing else.
    QString differences();

  private:
    class Offline final : public Prepare {
      public:
        Offline(Reader& reader, CommandContext context) : m_reader(reader), m_context(std::move(context)) {}
        Reader& reader() override { return m_reader; }
        CommandContext context() const override { return m_context; }
        Result<qint64> takeNumber(NumberKind) override { return fail(ErrorCode::NumbersExhausted); }

      private:
        Reader& m_reader;
        CommandContext m_context;
    };
    void start();
    void pump();
    std::int64_t next();

    StockServer& m_server;
    QTemporaryDir m_folder;
    FullDisk m_cacheDisk;
    DeviceId m_id;
    QStringList m_keys;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<DeviceCore> m_core;
    QList<CommandMessage> m_commands;  // On the wire.
    std::optional<FollowFeed> m_follow;
    QHash<CommandId, CommandResult> m_results;
    CommandId m_last;
    bool m_connected = false;
};

}  // namespace simrs::test
