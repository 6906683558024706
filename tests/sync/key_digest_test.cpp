// SPDX-License-Identifier: GPL-3.0-or-later
// A cache that is no longer the server's is found, and fetched anew: over a real store, feed and replica.
#include "common/sync/key_digest.h"

#include <QTest>

#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/sync/feed_service.h"
#include "common/sync/replica.h"

using namespace simrs;

class KeyDigestTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_server = std::make_unique<Store>(memory(), StoreForm::Server, Store::Services{m_clock, m_random});
        QVERIFY(m_server->migrate(hospitalEntities()));
        m_cache = std::make_unique<Store>(memory(), StoreForm::Cache, Store::Services{m_clock, m_random});
        m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
        QVERIFY(m_replica->open({}));
        m_keys = {kReferenceKey, unitKey(m_clinic.uuid())};
        m_keys.sort();
        QVERIFY(write([&](WishTx& tx) -> Status {
            Clinic clinic;
            clinic.id = m_clinic;
            tx.insert(clinic);
            return {};
        }));
        for (int i = 0; i < 20; ++i) QVERIFY(visit(i, m_clinic));
        QVERIFY(follow());
    }

    void whatIsTheSameIsEqual() {
        QVERIFY(digest()->tables.size() == 2);  // Visits, and the patients they share.
        QCOMPARE(digest()->tables.last().rows, 20);
        QVERIFY(isSame());
        QVERIFY(visit(20, m_clinic));
        QVERIFY(follow());
        QVERIFY(isSame());
        // Its own unsent work does not count.
        const OutboxEntry pending = edit();
        QVERIFY(m_replica->show(pending));
        QVERIFY(isSame({pending}));
        QCOMPARE(edited(), 1);
    }

    void whatHasMovedIsNotCompared() {
        const qint64 before = m_replica->position()->seq;
        QVERIFY(visit(20, m_clinic));
        QVERIFY(!keyDigest(*m_server, hospitalEntities(), key(), before).value());
        // What moved elsewhere does not matter.
        QVERIFY(follow());
        const qint64 at = m_replica->position()->seq;
        QVERIFY(visit(21, ClinicId(Uuid::named("elsewhere"))));
        QVERIFY(keyDigest(*m_server, hospitalEntities(), key(), at).value());
        // News come first, and the digest with the last of them.
        QVERIFY(visit(22, m_clinic));
        const auto batch = question();
        QVERIFY(batch);
        QVERIFY(batch->to > at);
        QCOMPARE(batch->digest.key, key());
    }

    void aKeyThatIsNotHeldIsNotCompared() {
        FollowFeed at = *m_replica->position();
        at.verify = unitKey(Uuid::named("not held"));
        const FeedService service(hospitalEntities(), 7);
        QVERIFY(!*service.next(*m_server, DeviceId(Uuid::named("desk")), at, m_keys));
    }

    void tablesOfANewerServerDoNotCount() {
        auto batch = question();
        QVERIFY(batch);
        batch->digest.tables.append({9999, 3, 12345});
        QVERIFY(m_replica->apply(*batch, {})->differed.isEmpty());
    }

    void whatDiffersIsFetchedAnew_data() {
        QTest::addColumn<int>("how");
        QTest::newRow("a row is missing") << 0;
        QTest::newRow("a row is too many") << 1;
        QTest::newRow("a row is older") << 2;
        QTest::newRow("a row is not held by the key") << 3;
        QTest::newRow("two rows have each other's versions") << 4;
    }
    void whatDiffersIsFetchedAnew() {
        QFETCH(int, how);
        QVERIFY(write([&](WishTx& tx) -> Status {
            tx.patch<Visit>(visitId(7), [](Visit& row) { row.doctorId = DoctorId(Uuid::named("doctor")); });
            return {};
        }));
        QVERIFY(follow());
        const OutboxEntry pending = edit();
        QVERIFY(m_replica->show(pending));
        QVERIFY(m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
            tx.undo();
            spoil(tx, how);
            m_replica->redoIn(tx, {pending});
            return {};
        }));
        QVERIFY(!isSame({pending}));
        QCOMPARE(m_replica->position()->keys, QStringList{kReferenceKey});
        QVERIFY(follow({pending}));
        QCOMPARE(m_replica->position()->keys, m_keys);
        QVERIFY(isSame({pending}));
        QCOMPARE(rows().size(), 20);
        QCOMPARE(edited(), 1);  // The pending one is still shown.
        QCOMPARE(rows(), serverRows());
    }

  private:
    static DatabaseConfig memory() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        return config;
    }
    bool write(const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        context.at = m_clock.now();
        return m_server->write(context, work).has_value();
    }
    static VisitId visitId(int i) { return VisitId(Uuid::named("visit" + QByteArray::number(i))); }
    bool visit(int i, const ClinicId& clinic) {
        return write([&](WishTx& tx) -> Status {
            Patient patient;
            patient.id = PatientId(Uuid::named("patient" + QByteArray::number(i)));
            patient.name = QStringLiteral("Siti %1").arg(i);
            patient.mrn = 1 + i;
            tx.insert(patient);
            Visit made;
            made.id = visitId(i);
            made.patientId = patient.id;
            made.clinicId = clinic;
            made.registrationNumber = 1 + i;
            made.serviceDate = QDate(2026, 11, 22);
            tx.insert(made);
            return {};
        });
    }
    /// A new telephone number for the third patient, not sent yet.
    OutboxEntry edit() {
        OutboxEntry entry;
        entry.id = CommandId(Uuid::make(m_clock, m_random));
        entry.type = EditPatient::info.type;
        entry.at = m_clock.now();
        const Patient before;
        Patient after;
        after.phone = QStringLiteral("08001234567");
        EditPatient command;
        command.id = PatientId(Uuid::named("patient3"));
        command.changes = changesBetween(fieldSpan<Patient>(), &before, &after);
        entry.payload = encode(command);
        return entry;
    }
    /// What no feed has done.
    void spoil(CacheTx& tx, int how) {
        const auto at = [&](int i, qint64 version) {
            AnyRow row(entityType<Visit>());
            Visit held = tx.get<Visit>(visitId(i)).value_or(Visit());
            held.id = visitId(i);
            held.patientId = PatientId(Uuid::named("patient1"));
            row.type().assign(row.edit(), &held);
            row.version = version;
            tx.forget<Visit>(visitId(i));
            tx.put(row, key());
        };
        switch (how) {
            case 0:
                return tx.forget<Visit>(visitId(5));
            case 1:
                return at(99, 1);
            case 2:
                return at(7, 1);
            case 3:
                return tx.release(entityInfo<Visit>.kind, visitId(5).uuid(), key());
            default:
                at(7, 1);
                return at(8, 2);
        }
    }

    QString key() const { return unitKey(m_clinic.uuid()); }
    std::optional<KeyDigest> digest() {
        return keyDigest(*m_server, hospitalEntities(), key(), m_replica->position()->seq)
            .value_or(std::nullopt);
    }
    /// The answer to a device that asks for the digest.
    std::optional<FeedBatch> question() {
        FollowFeed at = *m_replica->position();
        at.verify = key();
        return FeedService(hospitalEntities())
            .next(*m_server, DeviceId(Uuid::named("desk")), at, m_keys)
            .value_or(std::nullopt);
    }
    bool isSame(const QList<OutboxEntry>& pending = {}) {
        const auto batch = question();
        if (!batch || batch->digest.key != key()) qFatal("no digest");
        const auto applied = m_replica->apply(*batch, pending);
        if (!applied || !applied->mine) qFatal("not taken");
        return applied->differed.isEmpty();
    }
    /// To the head, as a device that holds m_keys.
    Status follow(const QList<OutboxEntry>& pending = {}) {
        const FeedService service(hospitalEntities(), 7);
        for (int i = 0; i < 1000; ++i) {
            SIMRS_ASSIGN(const FollowFeed at, m_replica->position());
            SIMRS_ASSIGN(const auto batch,
                         service.next(*m_server, DeviceId(Uuid::named("desk")), at, m_keys));
            if (!batch) return {};
            SIMRS_TRY(m_replica->apply(*batch, pending));
        }
        return fail(ErrorCode::TimedOut);
    }
    /// Patients with the new telephone number.
    qsizetype edited() {
        qsizetype count = -1;
        const Status read = m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
            count = 0;
            for (const Patient& row : tx.all<Patient>()) count += row.phone.isEmpty() ? 0 : 1;
            return {};
        });
        return read ? count : -1;
    }
    QList<Visit> rows() {
        QList<Visit> found;
        const Status read = m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
            tx.undo();
            found = tx.all<Visit>();
            return fail(ErrorCode::TimedOut);  // Rolled back.
        });
        return read ? QList<Visit>() : found;
    }
    QList<Visit> serverRows() {
        QList<Visit> found;
        const Status read = m_server->read([&](Reader& reader) -> Status {
            found = reader.list(Where<Visit>().orderBy<&Visit::id>()).value_or(QList<Visit>());
            return {};
        });
        return read ? found : QList<Visit>();
    }

    SystemClock m_clock;
    SystemRandom m_random;
    const ClinicId m_clinic{Uuid::named("clinic")};
    QStringList m_keys;
    std::unique_ptr<Store> m_server;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
};

QTEST_APPLESS_MAIN(KeyDigestTest)
#include "key_digest_test.moc"
