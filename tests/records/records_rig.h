// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital in one thread: the real executor, feed and store, and devices with the real replica that sync
// when the test says so. Every person has a name of his own, so that a test can tell whose command it was.
#pragma once

#include <QTemporaryDir>

#include "common/core/case_item.h"
#include "common/core/executor.h"
#include "common/records/requests.h"
#include "common/registration/requests.h"
#include "common/sync/feed_service.h"
#include "common/sync/replica.h"

namespace simrs::test {

class RigClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return m_ms; }
    std::int64_t monotonicMs() const override { return m_ms; }
    void advance() { m_ms += 1000; }

  private:
    std::int64_t m_ms = 1'795'000'000'000;
};

class RecordsRig;

/// A computer of a unit, with its cache.
class RigDevice {
  public:
    RigDevice(RecordsRig& rig, const QString& name, const QStringList& keys);

    /// Done without a connection: prepared against the cache, shown there, and kept until the next sync.
    template <class R>
    Result<CommandId> doOffline(R command, const QString& who) {
        const CommandContext context = newContext(who);
        SIMRS_TRY(readCache([&](Reader& reader) { return prepareWith(reader, context, command); }));
        SIMRS_TRY(keep(context, R::info.type, encode(command)));
        return context.id;
    }
    /// A query to the cache.
    template <class R>
    Result<typename R::Reply> ask(const R& request) {
        Result<typename R::Reply> reply = fail(ErrorCode::Internal);
        SIMRS_TRY(m_cache->readHeld([&](Reader& reader) {
            reply = R::answer(reader, Caller(), request);
            return Status();
        }));
        return reply;
    }
    template <Entity E>
    std::optional<E> held(const IdOf<E>& id) {
        std::optional<E> row;
        const Status read = readCache([&](Reader& reader) {
            row = reader.get<E>(id);
            return Status();
        });
        return read ? row : std::nullopt;
    }
    /// Sends what waits, then takes what is new. False where something went wrong.
    bool sync();
    /// What became of a command that was sent.
    std::optional<CommandResult> result(const CommandId& id) const;
    void setKeys(const QStringList& keys) { m_keys = keys; }
    const DeviceId& id() const { return m_id; }

  private:
    template <class R>
    Status prepareWith(Reader& reader, const CommandContext& context, R& command);
    Status readCache(const std::function<Status(Reader&)>& work) { return m_cache->read(work); }
    CommandContext newContext(const QString& who);
    Status keep(const CommandContext& context, qint64 type, const QByteArray& payload);
    bool takeBatches();

    RecordsRig& m_rig;
    DeviceId m_id;
    QStringList m_keys;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    QList<OutboxEntry> m_pending;
    QHash<CommandId, CommandResult> m_results;
    qint64 m_lastSeq = 0;
};

class RecordsRig {
  public:
    explicit RecordsRig(const std::optional<DatabaseConfig>& database = std::nullopt);

    std::unique_ptr<RigDevice> device(const QString& name, const QStringList& keys) {
        return std::make_unique<RigDevice>(*this, name, keys);
    }
    /// Somebody at a desk with a connection: the server's rules are asked.
    template <class R>
    Result<typename R::Reply> submit(R command, const QString& who = QStringLiteral("dokter")) {
        const CommandContext context = newContext(m_desk, who, false);
        SIMRS_TRY(prepareAtDesk(context, command));
        const ResultMessage answer =
            send(messageOf(context, R::info.type, encode(command), ++m_deskSeq), m_desk);
        if (answer.infrastructure != 0) return fail(errorFromNumber(static_cast<int>(answer.infrastructure)));
        if (answer.result.error != 0)
            return fail(errorFromNumber(static_cast<int>(answer.result.error)), answer.result.args);
        return decode<typename R::Reply>(answer.result.reply);
    }
    template <class R>
    Result<typename R::Reply> ask(const R& request) {
        Result<typename R::Reply> reply = fail(ErrorCode::Internal);
        SIMRS_TRY(m_store->read([&](Reader& reader) {
            reply = R::answer(reader, Caller(), request);
            return Status();
        }));
        return reply;
    }
    Result<CommitReport> write(const std::function<Status(WishTx&)>& work);
    ResultMessage send(const CommandMessage& message, const DeviceId& device);

    PatientId patient(const QString& name, const QString& nik = QString());
    Visit visit(const PatientId& patient, int clinic = 0);
    QList<CaseItem> cases();
    template <Entity E>
    std::optional<E> row(const IdOf<E>& id) {
        std::optional<E> found;
        const Status read = m_store->read([&](Reader& reader) {
            found = reader.get<E>(id);
            return Status();
        });
        return read ? found : std::nullopt;
    }

    QString unit(int clinic) const { return QStringLiteral("unit:") + m_clinics[clinic].id.toString(); }
    const Clinic& clinic(int at) const { return m_clinics[at]; }
    const Payer& payer() const { return m_payer; }
    Store& store() { return *m_store; }
    const FeedService& feed() const { return m_feed; }
    RigClock& clock() { return m_clock; }
    Random& random() { return m_random; }
    DeviceId addDevice(const QString& name);
    CommandContext newContext(const DeviceId& device, const QString& who, bool assured);
    CommandMessage messageOf(const CommandContext& context, qint64 type, const QByteArray& payload,
                             qint64 seq);
    static UserId person(const QString& who) { return UserId(Uuid::named(who.toUtf8().constData())); }
    /// Above where any device's block begins.
    Result<qint64> takeNumber(NumberKind kind) { return 1000 + ++m_numbers[static_cast<int>(kind)]; }

  private:
    template <class R>
    Status prepareAtDesk(const CommandContext& context, R& command);

    RigClock m_clock;
    SeededRandom m_random{5};
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    BlockBook m_blocks;
    Executor m_executor;
    FeedService m_feed;
    QList<Clinic> m_clinics;
    Payer m_payer;
    DeviceId m_desk;
    qint64 m_deskSeq = 0;
    int m_patients = 0;
    std::map<int, qint64> m_numbers;
    qint64 m_lastBlock = 0;
};

/// What prepare may read and take.
class RigPrepare final : public Prepare {
  public:
    RigPrepare(Reader& reader, CommandContext context, RecordsRig& rig)
        : m_reader(reader), m_context(std::move(context)), m_rig(rig) {}
    Reader& reader() override { return m_reader; }
    CommandContext context() const override { return m_context; }
    Result<qint64> takeNumber(NumberKind kind) override { return m_rig.takeNumber(kind); }

  private:
    Reader& m_reader;
    CommandContext m_context;
    RecordsRig& m_rig;
};

template <class R>
Status RigDevice::prepareWith(Reader& reader, const CommandContext& context, R& command) {
    RigPrepare prepare(reader, context, m_rig);
    return R::prepare(prepare, command);
}

template <class R>
Status RecordsRig::prepareAtDesk(const CommandContext& context, R& command) {
    NullReader nothing;
    RigPrepare prepare(nothing, context, *this);
    return R::prepare(prepare, command);
}

}  // namespace simrs::test
