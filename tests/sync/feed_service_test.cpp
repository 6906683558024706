// SPDX-License-Identifier: GPL-3.0-or-later
// How the feed is parted into batches: by rows, by bytes, and where a device's own results come in.
#include "common/sync/feed_service.h"

#include <QTest>

#include "common/hospital/hospital.h"
#include "common/records/requests.h"
#include "common/registration/requests.h"
#include "common/sync/replica.h"

using namespace simrs;

class FeedServiceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_server = std::make_unique<Store>(memory(), StoreForm::Server, Store::Services{m_clock, m_random});
        QVERIFY(m_server->migrate(hospitalEntities()));
        m_cache = std::make_unique<Store>(memory(), StoreForm::Cache, Store::Services{m_clock, m_random});
        m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
        QVERIFY(m_replica->open({}));
        QVERIFY(write([&](WishTx& tx) -> Status {
            Clinic clinic;
            clinic.id = m_clinic;
            tx.insert(clinic);
            return {};
        }));
    }

    /// A result may end while the picture of a device's own key is read: it comes with the next slice.
    void ownResultsAreAskedForAgain() {
        QVERIFY(ended(1));
        const qint64 head = m_server->numberFeed()->head.seq;
        const FeedService service(hospitalEntities());
        const auto first = service.next(*m_server, m_device, *m_replica->position(), {deviceKey(m_device)});
        QVERIFY(first && *first);
        QCOMPARE((*first)->added, QStringList{deviceKey(m_device)});
        QCOMPARE(resultsIn(**first), 1);
        QCOMPARE((*first)->to, head);
        QVERIFY(!(*first)->settled);
        QVERIFY(m_replica->apply(**first, {})->mine);
        QVERIFY(ended(2));
        const auto second = service.next(*m_server, m_device, *m_replica->position(), {deviceKey(m_device)});
        QVERIFY(second && *second);
        QCOMPARE(resultsIn(**second), 1);
        QVERIFY((*second)->settled);
    }

    void noBatchIsLargerThanALineTakes() {
        constexpr qsizetype kBytes = 20'000;
        const QStringList keys{unitKey(m_clinic.uuid())};
        // One transaction each; two thirds of a batch.
        const auto write = [&](int first, int last) {
            for (int i = first; i < last; ++i)
                if (!note(i, 12'000)) return false;
            return true;
        };
        QVERIFY(write(0, 6));
        const FeedService service(hospitalEntities(), 500, 2000, kBytes);
        QVERIFY(follow(service, keys, kBytes));
        QCOMPARE(m_notes, 6);
        QVERIFY(m_batches >= 6);
        // The same when they come as news.
        m_batches = 0;
        QVERIFY(write(6, 12));
        QVERIFY(follow(service, keys, kBytes));
        QCOMPARE(m_notes, 12);
        QVERIFY(m_batches >= 6);
    }

    /// A row that is larger than a batch by itself comes alone.
    void aLargeRowComesAlone() {
        const QStringList keys{unitKey(m_clinic.uuid())};
        for (int i = 0; i < 3; ++i) QVERIFY(note(i, 15'000));
        const FeedService service(hospitalEntities(), 500, 2000, 100);
        QVERIFY(follow(service, keys, 100'000));
        QCOMPARE(m_notes, 3);
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
    bool ended(qint64 seq) {
        return write([&](WishTx& tx) -> Status {
            CommandResult result;
            result.id = CommandId(Uuid::named(QByteArray::number(seq)));
            result.seq = seq;
            CommandRecord record;
            record.id = result.id;
            record.deviceId = m_device;
            record.seq = seq;
            record.result = encode(result);
            tx.insert(record);
            tx.addFeedRow(kResultKind, record.id.uuid(), deviceKey(m_device), record.result);
            return {};
        });
    }
    /// A visit of its own patient, with one note.
    bool note(int number, int chars) {
        return write([&](WishTx& tx) -> Status {
            Patient patient;
            patient.id = tx.newId<Patient>();
            patient.mrn = 100 + number;
            tx.insert(patient);
            Visit visit;
            visit.id = tx.newId<Visit>();
            visit.patientId = patient.id;
            visit.clinicId = m_clinic;
            visit.registrationNumber = 100 + number;
            tx.insert(visit);
            ClinicalNote note;
            note.id = tx.newId<ClinicalNote>();
            note.patientId = patient.id;
            note.visitId = visit.id;
            note.text = QString(chars, QLatin1Char('k'));
            tx.insert(note);
            return {};
        });
    }
    /// To the head; false where a batch is larger than that.
    bool follow(const FeedService& service, const QStringList& keys, qsizetype most) {
        for (int i = 0; i < 100; ++i) {
            const auto batch = service.next(*m_server, m_device, *m_replica->position(), keys);
            if (!batch) return false;
            if (!*batch) return count();
            ++m_batches;
            if (encode(**batch).size() > most + 5'000) return false;
            if (!m_replica->apply(**batch, {})) return false;
        }
        return false;
    }
    bool count() {
        return m_cache
            ->onCache(hospitalEntities(),
                      [&](CacheTx& tx) -> Status {
                          m_notes = static_cast<int>(tx.all<ClinicalNote>().size());
                          return {};
                      })
            .has_value();
    }
    static qsizetype resultsIn(const FeedBatch& batch) {
        return std::count_if(batch.rows.cbegin(), batch.rows.cend(),
                             [](const FeedRow& row) { return row.kind == kResultKind; });
    }

    SystemClock m_clock;
    SystemRandom m_random;
    const DeviceId m_device{Uuid::named("desk")};
    const ClinicId m_clinic{Uuid::named("clinic")};
    std::unique_ptr<Store> m_server;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    int m_batches = 0;
    int m_notes = 0;
};

QTEST_GUILESS_MAIN(FeedServiceTest)
#include "feed_service_test.moc"
