// SPDX-License-Identifier: GPL-3.0-or-later
// Merge, unmerge and merge again over every room that owns patients' rows: nothing is lost, nothing is
// re-pointed, and old numbers go on finding the person. Which tables these are is read off the hospital: a
// new one without an act below fails.
#include <QCryptographicHash>
#include <QTest>

#include "common/hospital/hospital.h"
#include "common/inventory/requests.h"
#include "common/registration/number_alias.h"
#include "common/registration/paper_requests.h"
#include "common/registration/patient_photo.h"
#include "common/registration/stay_requests.h"
#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QString kReason = QStringLiteral("orang yang sama");
const QString kTemporary = QStringLiteral("T-7KQ2MX-12");

/// The patient's own row, by which a merge is told.
bool isPatient(const EntityType& type) { return type.info == &entityInfo<Patient>; }

}  // namespace

class MergedTablesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_rig = std::make_unique<RecordsRig>();
        m_old = m_rig->patient(QStringLiteral("Siti Aminah"), QStringLiteral("3173016203850001"));
        m_kept = m_rig->patient(QStringLiteral("Sitti Aminnah"));
        actOfEveryRoom();
    }

    void everyTableOfPatientsHasARowHere() {
        QStringList lacking;
        for (const EntityType* type : hospitalEntities()) {
            if (!type->info->personColumn) continue;
            if (isEmpty(*type)) lacking.append(QString::fromLatin1(type->info->table));
        }
        QVERIFY2(lacking.isEmpty(),
                 qPrintable(QStringLiteral("no act of this test writes: ") + lacking.join(QLatin1Char(' '))));
    }

    void everyColumnThatNamesAPatientIsKnown() {
        QStringList unknown;
        for (const EntityType* type : hospitalEntities()) {
            for (const Field& field : type->fields) {
                const bool names = field.ops == &Ops<PatientId>::value;
                const QString column = QString::fromLatin1(field.name);
                if (names && !type->info->personColumn && column != QStringLiteral("mother_id"))
                    unknown.append(QString::fromLatin1(type->info->table) + QLatin1Char('.') + column);
            }
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char(' '))));
    }

    void nothingIsLostOrRePointed() {
        const QByteArray before = hashOfOwned();
        QVERIFY(!before.isEmpty());
        const Result<MergePatients::Reply> merged = merge();
        QVERIFY(merged);
        QCOMPARE(hashOfOwned(), before);
        showsEverything(m_kept);
        QVERIFY(m_rig->submit(UnmergePatients{m_old, kReason}, QStringLiteral("kepala")));
        QCOMPARE(hashOfOwned(), before);
        showsEverything(m_old);
        QVERIFY(m_rig->ask(GetPatient{m_kept})->visits.isEmpty());
        QVERIFY(merge());
        QCOMPARE(hashOfOwned(), before);
        showsEverything(m_kept);
    }

    void oldNumbersResolve() {
        const Patient old = *m_rig->row<Patient>(m_old);
        const Patient kept = *m_rig->row<Patient>(m_kept);
        const Visit visit = m_rig->ask(GetPatient{m_old})->visits.first();
        QVERIFY(merge());
        const QString numbers[] = {mrnFromNumber(old.mrn, 8), mrnFromNumber(kept.mrn, 8), old.nik, kTemporary,
                                   registrationNumber(visit.serviceDate, visit.registrationNumber)};
        for (const QString& number : numbers) {
            const auto found = m_rig->ask(FindPatients{number});
            QVERIFY2(found && found->hits.size() == 1, qPrintable(number));
            QCOMPARE(found->hits.first().patient.id, m_kept);
        }
    }

  private:
    Result<MergePatients::Reply> merge() {
        return m_rig->submit(MergePatients{m_old, m_kept, kReason}, QStringLiteral("kepala"));
    }
    /// One row of every table for the old file, by the desk's and the ward's own commands where there are.
    void actOfEveryRoom() {
        const Visit visit = m_rig->visit(m_old);
        MoveVisit move;
        move.visitId = visit.id;
        move.base = visit;
        move.clinicId = m_rig->clinic(1).id;
        move.payerId = visit.payerId;
        move.serviceDate = visit.serviceDate;
        move.session = visit.session;
        move.reason = kReason;
        move.letter = ticketLetter(m_rig->clinic(1), std::nullopt);
        move.series = ticketSeries(m_rig->clinic(1), std::nullopt, visit.session);
        must(m_rig->submit(move));
        VisitDetails details;
        details.escortName = QStringLiteral("Budi");
        must(m_rig->submit(EditVisitDetails{visit.id, changesBetween(VisitDetails(), details)}));
        must(m_rig->submit(WriteNote{visit.id, m_old, QStringLiteral("Demam")}));
        must(m_rig->submit(AddAllergy{m_old, QStringLiteral("Udang"), {}, {}, AllergySeverity::Mild}));
        must(m_rig->submit(NotePrint{m_old, visit.id, PaperKind::Label}));
        must(m_rig->submit(SavePhoto{m_old, QByteArray("\xff\xd8\xff x \xff\xd9")}));
        insertTheRest(visit);
        AdmitPatient admit;
        admit.patientId = m_old;
        admit.wardId = m_ward;
        admit.leaderId = m_doctor;
        admit.payerId = m_rig->payer().id;
        admit.given = CareClass::Class3;
        must(m_rig->submit(admit));
        must(m_rig->submit(TellApart{m_old, m_rig->patient(QStringLiteral("Siti Aminahh")), kReason},
                           QStringLiteral("kepala")));
    }
    /// What needs a ward, stock or a device of its own.
    void insertTheRest(const Visit& visit) {
        must(m_rig->write([&](WishTx& tx) -> Status {
            Clinic ward;
            ward.id = m_ward = tx.newId<Clinic>(9);
            ward.code = QStringLiteral("W");
            ward.name = QStringLiteral("Cempaka");
            ward.kind = ClinicKind::Ward;
            tx.insert(ward);
            Doctor doctor;
            doctor.id = m_doctor = tx.newId<Doctor>();
            doctor.code = QStringLiteral("D");
            doctor.name = QStringLiteral("dr. Uji");
            tx.insert(doctor);
            Item item;
            item.id = tx.newId<Item>();
            item.code = QStringLiteral("I");
            item.name = QStringLiteral("Parasetamol");
            item.unit = QStringLiteral("tablet");
            tx.insert(item);
            Lot lot{lotId(item.id, QStringLiteral("B1")), item.id, QStringLiteral("B1"), {}};
            tx.insert(lot);
            Movement movement;
            movement.id = tx.newId<Movement>();
            movement.lotId = lot.id;
            movement.quantity = 3;
            movement.patientId = m_old;
            movement.visitId = visit.id;
            movement.at = visit.registeredAt;
            tx.insert(movement);
            NumberAlias alias;
            alias.id = tx.newId<NumberAlias>();
            alias.text = kTemporary;
            alias.patientId = m_old;
            alias.givenAt = visit.registeredAt;
            tx.insert(alias);
            return {};
        }));
    }
    template <class T>
    static void must(const Result<T>& done) {
        if (!done)
            qFatal("%s %s", qPrintable(errorName(done.error().code)),
                   qPrintable(done.error().args.join(QLatin1Char(','))));
    }
    bool isEmpty(const EntityType& type) {
        // What the hash of no row is: the table's name alone.
        const QByteArray none =
            QCryptographicHash::hash(QByteArray(type.info->table), QCryptographicHash::Sha256);
        const auto hash = m_rig->store().stateHash({&type});
        return !hash || *hash == none;
    }
    QByteArray hashOfOwned() {
        EntityList owned;
        for (const EntityType* type : hospitalEntities())
            if (type->info->personColumn && !isPatient(*type)) owned.push_back(type);
        const auto hash = m_rig->store().stateHash(owned);
        return hash ? *hash : QByteArray();
    }
    void showsEverything(const PatientId& file) {
        const PatientFile shown = *m_rig->ask(GetPatient{file});
        QCOMPARE(shown.visits.size(), 2);
        QCOMPARE(shown.stays.size(), 1);
        QVERIFY(!shown.tickets.isEmpty());
        QCOMPARE(m_rig->ask(ListNotes{{}, file})->lines.size(), 1);
        QCOMPARE(m_rig->ask(ListAllergies{file})->allergies.size(), 1);
        QVERIFY(!m_rig->ask(GetPhoto{file})->photo.jpeg.isEmpty());
    }

    std::unique_ptr<RecordsRig> m_rig;
    PatientId m_old, m_kept;
    ClinicId m_ward;
    DoctorId m_doctor;
};

QTEST_GUILESS_MAIN(MergedTablesTest)
#include "merged_tables_test.moc"
