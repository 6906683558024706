// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that follow others are held wherever those are: told of when they are written, brought along when the
// other comes to a key, part of a new key's picture, gone with the last key. On both engines, and also where
// two people do both at once.
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#include "common/hospital/hospital.h"
#include "tests/records/records_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class FollowTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void init() {
        QFETCH_GLOBAL(bool, postgres);
        m_config = DatabaseConfig();
        m_config.path = m_folder.filePath(QStringLiteral("f%1.db").arg(++m_number));
        if (postgres) m_config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("follow")));
        m_rig = std::make_unique<RecordsRig>(m_config);
        m_patient = m_rig->patient(QStringLiteral("Siti Uji"));
        m_visit = m_rig->visit(m_patient, 0);
    }

    void anAllergyIsWhereverItsPatientIs() {
        auto before = synced({m_rig->unit(0)});
        const AllergyId id = add(m_patient, QStringLiteral("Udang"));
        QVERIFY(before->sync() && before->held<Allergy>(id));
        // A key held from now on brings it in its picture.
        auto picture = synced({m_rig->unit(0)});
        QVERIFY(picture->held<Allergy>(id));
        // A clinic that the patient comes to later is told with the visit.
        auto second = synced({m_rig->unit(1)});
        QVERIFY(!second->held<Allergy>(id));
        m_rig->visit(m_patient, 1);
        QVERIFY(second->sync() && second->held<Allergy>(id) && second->held<Patient>(m_patient));
        // And of changes from then on.
        QVERIFY(m_rig->submit(RemoveAllergy{*m_rig->row<Allergy>(id), {}, QStringLiteral("salah")}));
        QVERIFY(second->sync() && before->sync());
        QCOMPARE(second->held<Allergy>(id)->state, AllergyEntry::Removed);
        QCOMPARE(before->held<Allergy>(id)->state, AllergyEntry::Removed);
    }

    void itGoesWithTheLastKey() {
        m_rig->visit(m_patient, 1);
        const AllergyId id = add(m_patient, QStringLiteral("Udang"));
        auto device = synced({m_rig->unit(0), m_rig->unit(1)});
        QVERIFY(device->held<Allergy>(id));
        device->setKeys({m_rig->unit(1)});
        QVERIFY(device->sync() && device->held<Allergy>(id));
        device->setKeys({m_rig->unit(2)});
        QVERIFY(device->sync());
        QVERIFY(!device->held<Allergy>(id) && !device->held<Patient>(m_patient));
    }

    void aNoteIsWithItsVisitAndNotWithItsPatient() {
        m_rig->visit(m_patient, 1);
        const auto note = m_rig->submit(WriteNote{m_visit.id, {}, QStringLiteral("Demam")});
        const auto loose = m_rig->submit(WriteNote{{}, m_patient, QStringLiteral("Tanpa kunjungan")});
        QVERIFY(note && loose);
        auto first = synced({m_rig->unit(0)});
        auto second = synced({m_rig->unit(1)});
        QVERIFY(first->held<ClinicalNote>(note->note.id) && first->held<ClinicalNote>(loose->note.id));
        QVERIFY(!second->held<ClinicalNote>(note->note.id) && second->held<ClinicalNote>(loose->note.id));
        const auto correction = m_rig->submit(
            CorrectNote{note->note.id, {}, {}, QStringLiteral("Demam tinggi"), QStringLiteral("kurang")});
        QVERIFY(first->sync() && second->sync());
        QVERIFY(first->held<ClinicalNote>(correction->note.id));
        QVERIFY(!second->held<ClinicalNote>(correction->note.id));
    }

    void aVisitThatMovesTakesItsNotesAlong() {
        const auto note = m_rig->submit(WriteNote{m_visit.id, {}, QStringLiteral("Demam")});
        auto first = synced({m_rig->unit(0)});
        auto second = synced({m_rig->unit(1)});
        QVERIFY(m_rig->write([&](WishTx& tx) -> Status {
            tx.patch<Visit>(m_visit.id, [&](Visit& row) { row.clinicId = m_rig->clinic(1).id; });
            return {};
        }));
        QVERIFY(first->sync() && second->sync());
        QVERIFY(!first->held<ClinicalNote>(note->note.id));
        QVERIFY(second->held<ClinicalNote>(note->note.id));
    }

    /// What a transaction has read before is not what it tells others of: somebody may have changed it since.
    void aRowComesToAKeyAsItIsAndNotAsItWasRead() {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) return;  // One writer at a time.
        QVERIFY(m_rig->write([&](WishTx& tx) -> Status {
            if (!tx.get<Patient>(m_patient)) return fail(ErrorCode::PatientUnknown);
            change(QStringLiteral("0812"));
            Visit visit = m_visit;
            visit.id = tx.newId<Visit>();
            visit.registrationNumber += 500;
            visit.clinicId = m_rig->clinic(1).id;
            tx.insert(visit);
            return {};
        }));
        auto second = synced({});
        second->setKeys({m_rig->unit(1)});
        QVERIFY(second->sync());
        QCOMPARE(lastFeedPhone(m_rig->unit(1)), QStringLiteral("0812"));
    }

    /// One brings the patient to a clinic while another notes an allergy: whoever is second tells of it.
    void twoAtOnceTellEveryKey() {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) return;
        constexpr int kRounds = 40;
        for (int round = 0; round < kRounds; ++round) {
            const PatientId patient = m_rig->patient(QStringLiteral("Budi Uji"));
            m_rig->visit(patient, 0);
            Allergy allergy;
            allergy.id = AllergyId(Uuid::fromBytes(m_rig->random().bytes(16)));
            allergy.patientId = patient;
            allergy.substance = QStringLiteral("Udang");
            Visit visit = m_visit;
            visit.id = VisitId(Uuid::fromBytes(m_rig->random().bytes(16)));
            visit.patientId = patient;
            visit.registrationNumber = 1'000'000 + round;
            visit.clinicId = m_rig->clinic(1).id;
            std::thread one([&] { QVERIFY(insertAlone(allergy)); });
            std::thread two([&] { QVERIFY(insertAlone(visit)); });
            one.join();
            two.join();
            QVERIFY2(isTold(allergy.id.uuid(), m_rig->unit(1)), qPrintable(QString::number(round)));
        }
    }

  private:
    std::unique_ptr<RigDevice> synced(const QStringList& keys) {
        auto made = m_rig->device(QStringLiteral("device"), keys);
        if (!made->sync()) qFatal("the device does not sync");
        return made;
    }
    AllergyId add(const PatientId& patient, const QString& substance) {
        return m_rig->submit(AddAllergy{patient, substance, {}, {}, {}}).value_or(AllergyMade()).id;
    }
    template <Entity E>
    bool insertAlone(const E& row) {
        SystemClock clock;
        SystemRandom random;
        Store::Services services{clock, random};
        services.entities = &hospitalEntities();
        Store store(m_config, StoreForm::Server, services);
        WriteContext context;
        context.writeId = Uuid::make(clock, random);
        context.request = QStringLiteral("test");
        return store
            .write(context,
                   [&](WishTx& tx) -> Status {
                       tx.insert(row);
                       return {};
                   })
            .has_value();
    }
    void change(const QString& phone) {
        SystemClock clock;
        SystemRandom random;
        Store store(m_config, StoreForm::Server, {clock, random});
        WriteContext context;
        context.writeId = Uuid::make(clock, random);
        context.request = QStringLiteral("test");
        QVERIFY(store.write(context, [&](WishTx& tx) -> Status {
            tx.patch<Patient>(m_patient, [&](Patient& row) { row.phone = phone; });
            return {};
        }));
    }
    std::vector<NumberedRow> feedOf(const QString& key) {
        if (!m_rig->store().numberFeed()) return {};
        const auto slice = m_rig->store().feedSlice(0, {key}, 1'000'000);
        return slice ? slice->rows : std::vector<NumberedRow>();
    }
    bool isTold(const Uuid& id, const QString& key) {
        const std::vector<NumberedRow> rows = feedOf(key);
        return std::any_of(rows.begin(), rows.end(), [&](const NumberedRow& row) { return row.id == id; });
    }
    QString lastFeedPhone(const QString& key) {
        QString phone;
        for (const NumberedRow& row : feedOf(key)) {
            if (row.id == m_patient.uuid()) phone = decode<Patient>(row.payload)->phone;
        }
        return phone;
    }

    QTemporaryDir m_folder;
    DatabaseConfig m_config;
    int m_number = 0;
    std::unique_ptr<RecordsRig> m_rig;
    PatientId m_patient;
    Visit m_visit;
};

QTEST_GUILESS_MAIN(FollowTest)
#include "follow_test.moc"
