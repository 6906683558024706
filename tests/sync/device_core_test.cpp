// SPDX-License-Identifier: GPL-3.0-or-later
// Outbox and cache of one device under the core, file by file: what one of them could not write is made up
// for.
#include <QTemporaryDir>
#include <QTest>

#include "common/hospital/hospital.h"
#include "common/sync/device_core.h"

using namespace simrs;

namespace {

/// A disk that is full whenever it is told to be.
class FullWatch final : public CommitWatch {
  public:
    bool full = false;
    void beforeCommit() override {
        StoreFault fault;
        fault.kind = StoreFault::Kind::Full;
        if (full) throw fault;
    }
    void afterCommit() override {}
};

}  // namespace

class DeviceCoreTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_disk.full = false;
        open();
        QVERIFY(m_outbox->bind(DeviceId(Uuid::named("device"))));
        m_core->opened(0);
        FeedBatch picture = batch(0, 1);
        picture.added = keys();
        picture.keys.clear();
        picture.fromEpoch = {};
        m_core->received(picture, 1);
        QCOMPARE(m_core->position().seq, 1);
    }

    void whatEndedWhileTheOutboxWasFullIsTakenOverLater() {
        const CommandId id = submit();
        m_disk.full = true;
        m_core->received(resultBatch(id, 1, 2), 10);
        QVERIFY(m_core->trouble().has_value());
        QVERIFY(m_outbox->unsettled(id) != nullptr);
        m_disk.full = false;
        // The question grows old; the server answers it as before.
        m_core->tick(60'000);
        m_core->received(resultBatch(id, 1, 2), 60'001);
        QVERIFY(m_outbox->unsettled(id) == nullptr);
        QCOMPARE(m_core->position().seq, 2);
        QVERIFY(!m_core->trouble().has_value());
    }

    void orAtTheNextStart() {
        const CommandId id = submit();
        m_disk.full = true;
        m_core->received(resultBatch(id, 1, 2), 10);
        m_disk.full = false;
        open();
        QVERIFY(m_outbox->unsettled(id) == nullptr);
        QCOMPARE(m_core->position().seq, 2);
    }

    /// The server counts anew after a restore: what no backup has is sent once more, under its old number.
    void whatTheServerMayHaveLostIsSentAgain() {
        const CommandId id = submit();
        FeedBatch news = resultBatch(id, 1, 2);
        news.durableSeq = 1;
        m_core->received(news, 10);
        QVERIFY(m_outbox->unsettled(id) == nullptr);
        m_sent.clear();
        FeedBatch anew = batch(2, 2);
        anew.epoch = Uuid::named("restored");
        m_core->received(anew, 20);
        m_core->tick(1'000);
        QCOMPARE(m_sent.size(), 1);
        QCOMPARE(m_sent[0].id, id);
        QCOMPARE(m_sent[0].seq, 1);
        QVERIFY(!m_sent[0].payload.isEmpty());
    }

    /// The same at a new connection, and the disk is full just then: nothing else is sent before.
    void aNewConnectionWaitsUntilTheOutboxHasBegunAnew() {
        const CommandId id = submit();
        FeedBatch news = resultBatch(id, 1, 2);
        news.durableSeq = 1;
        m_core->received(news, 10);
        m_core->closed(20);
        const CommandId later = submit();
        m_sent.clear();
        m_disk.full = true;
        m_core->opened(30, Uuid::named("restored"));
        m_core->tick(40);
        QVERIFY(m_sent.isEmpty());
        m_disk.full = false;
        // It is not tried at every tick: it writes the whole cache.
        m_core->tick(50);
        QVERIFY(m_sent.isEmpty());
        m_core->tick(30 + SessionTimes().restMs);
        QCOMPARE(m_sent.size(), 2);
        QCOMPARE(m_sent[0].id, id);
        QCOMPARE(m_sent[1].id, later);
    }

    void whatABackupHasIsForgotten() {
        const CommandId id = submit();
        FeedBatch news = resultBatch(id, 1, 2);
        news.durableSeq = 1;
        m_core->received(news, 10);
        QVERIFY(!(*m_outbox->find(id))->payload.isEmpty());
        FeedBatch later = batch(2, 3);
        later.durableSeq = 2;
        m_core->received(later, 20);
        QVERIFY((*m_outbox->find(id))->payload.isEmpty());
    }

  private:
    static QStringList keys() { return {QStringLiteral("unit:here")}; }
    static FeedBatch batch(qint64 from, qint64 to) {
        FeedBatch made;
        made.epoch = made.fromEpoch = Uuid::named("epoch");
        made.from = from;
        made.to = made.durableSeq = to;
        made.keys = keys();
        return made;
    }
    static FeedBatch resultBatch(const CommandId& id, qint64 from, qint64 to) {
        CommandResult result;
        result.id = id;
        result.seq = 1;
        FeedBatch made = batch(from, to);
        made.rows.append(
            {to, kResultKind, id.uuid(), 1, FeedOp::Insert, QStringLiteral("device:1"), encode(result)});
        return made;
    }

    void open() {
        m_core.reset();
        m_replica.reset();
        m_cache.reset();
        m_outbox.reset();
        m_outbox = std::make_unique<Outbox>(m_folder->filePath(QStringLiteral("outbox.db")), m_clock,
                                            m_random, &m_disk);
        QVERIFY(m_outbox->open());
        DatabaseConfig config;
        config.path = m_folder->filePath(QStringLiteral("cache.db"));
        m_cache = std::make_unique<Store>(config, StoreForm::Cache, Store::Services{m_clock, m_random});
        m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
        DeviceCore::Wire wire;
        wire.command = [this](const CommandMessage& message) { m_sent.append(message); };
        wire.follow = [](const FollowFeed&) {};
        m_core = std::make_unique<DeviceCore>(*m_outbox, *m_replica, wire, DeviceCore::Ears{});
        QVERIFY(m_core->open());
    }
    CommandId submit() {
        OutboxEntry draft;
        draft.id = CommandId(Uuid::make(m_clock, m_random));
        draft.type = 1;
        draft.at = m_clock.now();
        draft.payload = "work";
        if (!m_core->submit(draft, {}, 2)) qFatal("not kept");
        return draft.id;
    }

    SystemClock m_clock;
    SeededRandom m_random{5};
    FullWatch m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<DeviceCore> m_core;
    QList<CommandMessage> m_sent;
};

QTEST_GUILESS_MAIN(DeviceCoreTest)
#include "device_core_test.moc"
