// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's own masters from CSV files.
#include <QTemporaryDir>
#include <QTest>

#include "common/base/random.h"
#include "common/core/number_block.h"
#include "common/hospital/hospital.h"
#include "common/registration/masters.h"
#include "common/store/store.h"
#include "tests/cli/server_process.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QByteArray kClinics =
    "code,name,kind,letter,ticket_per,opens,closes,active\n"
    "INT,Penyakit Dalam,outpatient,E,doctor_session,07:00,14:00,1\n"
    "IGD,Gawat Darurat,emergency,,clinic,00:00,23:59,1\n";
const QByteArray kDoctors =
    "code,name,clinic_code,letter,active\nD1,\"dr. Uji, Sp.PD\",INT,E1,1\nD2,dr. Lab,,,1\n";
const QByteArray kPayers = "code,name,kind,needs_card,active\nUMUM,Umum,general,0,1\n";
const QByteArray kHospital =
    "key,value\nname,RS Uji\nzone,Asia/Makassar\nmrn_digits,6\nmrn_start,1203\nregistration_start,501\n";

}  // namespace

class ImportMastersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString file(const char* name, const QByteArray& text) {
        const QString path = m_dir->filePath(QLatin1String(name) + QStringLiteral(".csv"));
        writeFile(path, text);
        return path;
    }
    Run import(const QList<std::pair<const char*, QByteArray>>& files) {
        QStringList arguments{QStringLiteral("import-masters"), QStringLiteral("--data"),
                              m_dir->filePath(QStringLiteral("d"))};
        for (const auto& [name, text] : files)
            arguments += {QStringLiteral("--") + QLatin1String(name), file(name, text)};
        return runServer(arguments);
    }
    template <class F>
    void inStore(const F& work) {
        const SystemClock clock;
        SystemRandom random;
        DatabaseConfig config;
        config.path = m_dir->filePath(QStringLiteral("d/hospital.db"));
        Store store(config, StoreForm::Server, {clock, random});
        const auto written = store.write({}, [&](WishTx& tx) -> Status {
            work(tx);
            return {};
        });
        if (!written) qFatal("store");
    }

  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void importsAndImportsAgain() {
        const Run run = import(
            {{"hospital", kHospital}, {"clinics", kClinics}, {"doctors", kDoctors}, {"payers", kPayers}});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        ClinicId clinic;
        inStore([&](WishTx& tx) {
            const auto hospital = tx.get<Hospital>(hospitalId());
            QCOMPARE(hospital->name, QStringLiteral("RS Uji"));
            QCOMPARE(hospital->mrnDigits, 6);
            QCOMPARE(tx.list(Where<Clinic>())->size(), 2);
            QCOMPARE(tx.list(Where<Payer>())->size(), 1);
            const QList<Doctor> doctors = tx.list(Where<Doctor>().orderBy<&Doctor::code>()).value();
            QCOMPARE(doctors.size(), 2);
            clinic = doctors[0].clinicId;
            QCOMPARE(tx.get<Clinic>(clinic)->code, QStringLiteral("INT"));
            QVERIFY(doctors[1].clinicId.isNull());
            // Blocks begin behind the last number of the books: 1203 lies in the block 1201-1250.
            QCOMPARE(*tx.next(numberCounter(NumberKind::MedicalRecord)), 26);
            QCOMPARE(*tx.next(numberCounter(NumberKind::Registration)), 6);
        });
        QByteArray changed = kClinics;
        changed.replace("Penyakit Dalam", "Penyakit Dalam Dewasa");
        QCOMPARE(import({{"clinics", changed}}).code, 0);
        // A doctor alone finds his clinic in the database.
        QCOMPARE(import({{"doctors", "code,name,clinic_code,letter,active\nD3,dr. Baru,INT,E2,1\n"}}).code,
                 0);
        inStore([&](WishTx& tx) {
            QCOMPARE(tx.get<Clinic>(clinic)->name, QStringLiteral("Penyakit Dalam Dewasa"));
            QCOMPARE(tx.list(Where<Clinic>())->size(), 2);
            QCOMPARE(tx.list(Where<Doctor>().eq<&Doctor::clinicId>(clinic))->size(), 2);
        });
    }

    void namesEveryMistake() {
        const Run run = import(
            {{"clinics",
              "code,name,kind,letter,ticket_per,opens,closes,active\n"
              "int,Dalam,outpatient,E,doctor_session,07:00,14:00,1\n"
              "\n"
              "ANA,,clinic,EE,each,7,06:00,yes\n"
              "ANA,Anak,outpatient,F,clinic,07:00,14:00,1\n"},
             {"doctors", "code,name,clinic_code,letter,active\nD1,dr. Uji,INT,E12,1\n"},
             {"payers", "code,name,kind,needs_card\nUMUM,Umum,general,0\n"},
             {"hospital", "key,value\nname,RS Uji\nzone,Asia/Atlantis\nmrn_digits,7\ncolour,green\n"}});
        QCOMPARE(run.code, 1);
        for (const char* words :
             {"clinics.csv line 2, code", "clinics.csv line 4, name", "clinics.csv line 4, kind",
              "clinics.csv line 4, letter", "clinics.csv line 4, ticket_per", "clinics.csv line 4, opens",
              "clinics.csv line 4, active", "clinics.csv line 5, code: the code is already used",
              "doctors.csv line 2, letter", "payers.csv line 1, active", "hospital.csv line 3, value",
              "hospital.csv line 4, value", "hospital.csv line 5, key", "nothing was imported"})
            QVERIFY2(run.err.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + run.err));
    }

    void refusesALetterTwice() {
        const QByteArray head = "code,name,kind,letter,ticket_per,opens,closes,active\n";
        const QByteArray closed = "OLD,Poli Lama,outpatient,E,clinic,07:00,14:00,0\n";
        QCOMPARE(import({{"clinics", kClinics + closed}, {"doctors", kDoctors}}).code, 0);
        const Run clinics = import({{"clinics", head + "ANA,Anak,outpatient,E,clinic,07:00,14:00,1\n"
                                                       "BED,Bedah,outpatient,,clinic,07:00,14:00,1\n"}});
        QCOMPARE(clinics.code, 1);
        QVERIFY2(clinics.err.contains(QStringLiteral("clinics.csv line 3, letter: a required")),
                 qPrintable(clinics.err));
        const Run taken = import({{"clinics", head + "ANA,Anak,outpatient,E,clinic,07:00,14:00,1\n"}});
        QCOMPARE(taken.code, 1);
        QVERIFY2(taken.err.contains(QStringLiteral("clinics.csv line 2, letter: the queue letter")),
                 qPrintable(taken.err));
        // A doctor of another clinic; one of the same clinic may share its queue.
        const QByteArray ana = head + "ANA,Anak,outpatient,F,clinic,07:00,14:00,1\n";
        const QByteArray doctors = "code,name,clinic_code,letter,active\n";
        QCOMPARE(import({{"clinics", ana}, {"doctors", doctors + "D7,dr. Tujuh,ANA,E1,1\n"}}).code, 1);
        QCOMPARE(import({{"clinics", ana}, {"doctors", doctors + "D7,dr. Tujuh,INT,E1,1\n"}}).code, 0);
        inStore([&](WishTx& tx) { QCOMPARE(tx.list(Where<Clinic>())->size(), 4); });
    }

    void allOrNothing() {
        const Run run = import(
            {{"clinics", kClinics}, {"doctors", kDoctors + "D3,dr. Salah,ZZZ,,1\n"}, {"payers", kPayers}});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(QStringLiteral("doctors.csv line 4, clinic_code: there is no such clinic")),
                 qPrintable(run.err));
        inStore([&](WishTx& tx) {
            QCOMPARE(tx.list(Where<Clinic>())->size(), 0);
            QCOMPARE(tx.list(Where<Payer>())->size(), 0);
        });
    }

    void tornFile() {
        const Run run = import({{"payers", "code,name,kind,needs_card,active\nUMUM,Umum\n"}});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(QStringLiteral("payers.csv line 2")), qPrintable(run.err));
    }
};

QTEST_GUILESS_MAIN(ImportMastersTest)
#include "import_masters_test.moc"
