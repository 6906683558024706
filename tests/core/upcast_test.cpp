// SPDX-License-Identifier: GPL-3.0-or-later
// A command that was written by an older program is carried out as today's, on the server and in a cache; one
// of a newer program waits.
#include <QTest>

#include "common/core/case_item.h"
#include "common/core/executor.h"
#include "common/hospital/hospital.h"
#include "common/sync/replica.h"

namespace simrs {

/// Version 1 had whole kilograms in tag 1.
struct Weigh {
    qint64 grams = 0;
    bool operator==(const Weigh&) const = default;

    static constexpr RequestInfo info{9100,           "weigh", Permission::EnterPatient, RequestKind::Fact,
                                      Offline::Local, 2};
    using Reply = Done;
    static Status prepare(Prepare&, Weigh&) { return {}; }
    static Status check(Reader&, const CommandContext&, const Weigh&) { return {}; }
    static void apply(FactTx& tx, const CommandContext&, const Weigh& command) {
        CaseItem item;
        item.id = tx.newId<CaseItem>();
        item.fields = QString::number(command.grams);
        tx.insert(item);
    }
    static Done outcome(FactTx&, const Weigh&) { return {}; }
    static QList<NumberUse> numbers(const Weigh&) { return {}; }
    static Result<QByteArray> upcast(std::int64_t version, QByteArrayView payload);
};
template <>
inline constexpr std::array fieldsOf<Weigh> = {field<&Weigh::grams>(2, "grams")};

struct WeighBefore {
    qint64 kilograms = 0;
    bool operator==(const WeighBefore&) const = default;
};
template <>
inline constexpr std::array fieldsOf<WeighBefore> = {field<&WeighBefore::kilograms>(1, "kilograms")};

Result<QByteArray> Weigh::upcast(std::int64_t, QByteArrayView payload) {
    SIMRS_ASSIGN(const WeighBefore before, decode<WeighBefore>(payload));
    return encode(Weigh{before.kilograms * 1000});
}

}  // namespace simrs

using namespace simrs;

class UpcastTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_requests = RequestTable();
        m_requests.add(RequestList<Weigh>());
        m_store = std::make_unique<Store>(memory(), StoreForm::Server, Store::Services{m_clock, m_random});
        QVERIFY(m_store->migrate(hospitalEntities()));
        WriteContext context;
        context.writeId = Uuid::named("seed");
        QVERIFY(m_store->write(context, [&](WishTx& tx) -> Status {
            Device row;
            row.id = m_device;
            tx.insert(row);
            return {};
        }));
    }

    void theServerTakesAnOlderCommand() {
        const CommandMessage old = command(1, 1, encode(WeighBefore{70}));
        QCOMPARE(run(old).result.error, 0);
        QCOMPARE(weighed(), QStringList{QStringLiteral("70000")});
        QCOMPARE(run(command(2, 2, encode(Weigh{1500}))).result.error, 0);
        QCOMPARE(weighed().size(), 2);
        // What came is kept as it came.
        const auto kept = record(old.id);
        QCOMPARE(kept->version, 1);
        QCOMPARE(kept->payload, old.payload);
    }

    void aNewerCommandWaitsForTheServersUpdate() {
        const CommandMessage newer = command(1, 3, encode(Weigh{1}));
        QCOMPARE(run(newer).infrastructure, qint64(ErrorCode::VersionUnsupported));
        QVERIFY(!record(newer.id));
        QVERIFY(weighed().isEmpty());
        QCOMPARE(run(command(1, 2, encode(Weigh{1}))).infrastructure, 0);
    }

    void whatIsNoVersionIsRefused() {
        QCOMPARE(run(command(1, 0, encode(Weigh{1}))).result.error, qint64(ErrorCode::MalformedFrame));
        QCOMPARE(run(command(2, 1, "\xff\xff")).result.error, qint64(ErrorCode::MalformedFrame));
        QVERIFY(weighed().isEmpty());
    }

    void anOlderPendingCommandIsShown() {
        Store cache(memory(), StoreForm::Cache, {m_clock, m_random});
        Replica replica(cache, hospitalEntities(), m_requests);
        OutboxEntry entry;
        entry.id = CommandId(Uuid::make(m_clock, m_random));
        entry.type = Weigh::info.type;
        entry.version = 1;
        entry.payload = encode(WeighBefore{70});
        QVERIFY(replica.open({entry}));
        QStringList shown;
        QVERIFY(cache.onCache(replica.entities(), [&](CacheTx& tx) -> Status {
            for (const CaseItem& item : tx.all<CaseItem>()) shown.append(item.fields);
            return {};
        }));
        QCOMPARE(shown, QStringList{QStringLiteral("70000")});
    }

  private:
    static DatabaseConfig memory() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        return config;
    }
    CommandMessage command(qint64 seq, qint64 version, const QByteArray& payload) {
        CommandMessage message;
        message.id = CommandId(Uuid::make(m_clock, m_random));
        message.seq = seq;
        message.type = Weigh::info.type;
        message.version = version;
        message.payload = payload;
        message.at = m_clock.now();
        return message;
    }
    ResultMessage run(const CommandMessage& message) {
        BlockBook blocks;
        Executor executor(m_requests, blocks, m_clock);
        Author author;
        author.permissions = PermissionSet::fromBits(~0U);
        author.device = m_device;
        author.zone = QStringLiteral("Asia/Jakarta");
        ResultMessage answer;
        m_store->writeOne(
            executor.job(*m_store, message, author,
                         [&](const ResultMessage& said, const CommitReport&) { answer = said; }));
        return answer;
    }
    QStringList weighed() {
        QStringList found;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            for (const CaseItem& item : reader.list(Where<CaseItem>()).value_or(QList<CaseItem>()))
                found.append(item.fields);
            return {};
        });
        return read ? found : QStringList{QStringLiteral("unreadable")};
    }
    std::optional<CommandRecord> record(const CommandId& id) {
        std::optional<CommandRecord> found;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            found = reader.get<CommandRecord>(id);
            return {};
        });
        return read ? found : std::nullopt;
    }

    SystemClock m_clock;
    SystemRandom m_random;
    RequestTable m_requests;
    std::unique_ptr<Store> m_store;
    const DeviceId m_device{Uuid::named("device")};
};

QTEST_APPLESS_MAIN(UpcastTest)
#include "upcast_test.moc"
