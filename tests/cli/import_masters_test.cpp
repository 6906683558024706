// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's own masters from CSV files.
#include <QTemporaryDir>
#include <QTest>

#include "common/base/random.h"
#include "common/core/number_block.h"
#include "common/hospital/hospital.h"
#include "common/registration/hospital_lists.h"
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

    void importsTheLongerLists() {
        const QByteArray wards =
            "code,name,class,kris,report_row,active\nCEM,Cempaka,kris,1,Penyakit Dalam,1\n";
        const QByteArray beds = "code,name,ward_code,class,active\nCEM-01,\"Kamar 1, bed 1\",CEM,kris,1\n";
        const QByteArray staff =
            "code,name,profession,unit_code,phone,active\n"
            "P1,Rini,nurse,CEM,+62 812 3456 789,1\nP2,Agus,clerk,,,1\n";
        const Run run =
            import({{"clinics", kClinics},
                    {"wards", wards},
                    {"beds", beds},
                    {"staff", staff},
                    {"facilities", "code,name,kind,active\n0999R001,RS Mitra,hospital,1\n"},
                    {"holidays", "day,name,joint_leave,active\n2026-08-17,Proklamasi,0,1\n"},
                    {"counter-services", "code,name,letter,first,active\nJKN,Pasien JKN,A,0,1\n"}});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QVERIFY2(run.out.contains(QStringLiteral("1 wards, 1 beds, 2 staff")), qPrintable(run.out));
        inStore([&](WishTx& tx) {
            const Bed bed = tx.list(Where<Bed>())->first();
            const auto ward = tx.get<Clinic>(bed.clinicId);
            QVERIFY(ward && ward->kind == ClinicKind::Ward && ward->kris);
            const auto people = tx.list(Where<Staff>().orderBy<&Staff::code>()).value();
            QCOMPARE(people.first().phone, QStringLiteral("08123456789"));
            QCOMPARE(people.first().clinicId, bed.clinicId);
            QVERIFY(people.last().clinicId.isNull());
            QCOMPARE(tx.list(Where<Holiday>())->first().code, QStringLiteral("2026-08-17"));
        });
        // Again: nobody is made twice.
        QCOMPARE(import({{"wards", wards}, {"beds", beds}, {"staff", staff}}).code, 0);
        inStore([&](WishTx& tx) {
            QCOMPARE(tx.list(Where<Bed>())->size(), 1);
            QCOMPARE(tx.list(Where<Staff>())->size(), 2);
        });
    }

    void namesEveryMistakeOfTheLongerLists() {
        const Run run = import(
            {{"clinics", kClinics},
             {"wards", "code,name,class,kris,report_row,active\nINT,Cempaka,4,maybe,Dalam,1\n"},
             {"beds", "code,name,ward_code,class,active\nB1,Bed,,vip,1\nB1,,CEM,gold,1\n"},
             {"staff", "code,name,profession,unit_code,phone,active\nP1,Rini,wizard,,12,1\n"},
             {"facilities", "code,name,kind,active\n09990101099,RS,palace,1\n"},
             {"holidays",
              "day,name,joint_leave,active\n17-08-2026,Hari,0,1\n,Hari,0,1\n"
              "2026-05-01,Satu,0,1\n2026-05-01,Dua,1,1\n"},
             {"counter-services",
              "code,name,letter,first,active\nJKN,JKN,AA,0,1\nU,Umum,C,0,1\nP,Prioritas,C,1,1\n"},
             {"doctors",
              "code,name,clinic_code,letter,active,nik,licence_until\nD1,dr. Uji,INT,E1,1,123,soon\n"}});
        QCOMPARE(run.code, 1);
        for (const char* words :
             {"wards.csv line 2, code: the code is already used", "wards.csv line 2, class",
              "wards.csv line 2, kris", "beds.csv line 2, ward_code", "beds.csv line 3, code",
              "beds.csv line 3, name", "beds.csv line 3, class", "staff.csv line 2, profession",
              "staff.csv line 2, phone", "facilities.csv line 2, code", "facilities.csv line 2, kind",
              "holidays.csv line 2, day", "holidays.csv line 3, day", "holidays.csv line 5, day",
              "counter-services.csv line 2, letter", "counter-services.csv line 4, letter: the queue letter",
              "doctors.csv line 2, nik", "doctors.csv line 2, licence_until", "nothing was imported"})
            QVERIFY2(run.err.contains(QLatin1String(words)), qPrintable(QLatin1String(words) + run.err));
    }

    void aUnitMustBeThereAndBeWhatItIs() {
        const QByteArray wards = "code,name,class,kris,report_row,active\nCEM,Cempaka,kris,1,Dalam,1\n";
        QCOMPARE(import({{"clinics", kClinics}, {"wards", wards}}).code, 0);
        const QByteArray beds = "code,name,ward_code,class,active\n";
        const Run nowhere =
            import({{"beds", beds + "B1,Bed 1,CEM,3,1\nB2,Bed 2,NIL,3,1\nB3,Bed 3,INT,3,1\n"}});
        QCOMPARE(nowhere.code, 1);
        QVERIFY2(
            nowhere.err.contains(QStringLiteral("beds.csv line 3, ward_code: there is no such ward")) &&
                nowhere.err.contains(QStringLiteral("beds.csv line 4, ward_code: there is no such ward")),
            qPrintable(nowhere.err));
        // A clinic does not become a ward.
        const Run turned =
            import({{"wards", "code,name,class,kris,report_row,active\nINT,Penyakit Dalam,3,0,Dalam,1\n"}});
        QCOMPARE(turned.code, 1);
        QVERIFY2(turned.err.contains(QStringLiteral("wards.csv, code")), qPrintable(turned.err));
        inStore([&](WishTx& tx) { QVERIFY(tx.list(Where<Bed>())->isEmpty()); });
    }

    void theCountersLettersAreNoClinics() {
        const QByteArray services = "code,name,letter,first,active\nJKN,JKN,E,0,1\n";
        const Run taken = import({{"clinics", kClinics}, {"counter-services", services}});
        QCOMPARE(taken.code, 1);
        QVERIFY2(taken.err.contains(QStringLiteral("counter-services.csv line 2, letter: the queue letter")),
                 qPrintable(taken.err));
        QCOMPARE(import({{"counter-services", services}}).code, 0);
        QCOMPARE(import({{"clinics", kClinics}}).code, 1);
    }

    void columnsThatAreMissingChangeNothing() {
        const QByteArray licensed =
            "code,name,clinic_code,letter,active,nik,licence,licence_until,register_until,hfis_code,leads_"
            "stays\n"
            "D1,dr. Uji,INT,E1,1,3671021206699001,SIP.1,2027-01-20,,9990001,1\n";
        QCOMPARE(import({{"clinics", kClinics}, {"doctors", licensed}}).code, 0);
        QCOMPARE(
            import({{"doctors", "code,name,clinic_code,letter,active\nD1,dr. Uji Baru,INT,E1,1\n"}}).code, 0);
        inStore([&](WishTx& tx) {
            const Doctor doctor = tx.list(Where<Doctor>())->first();
            QCOMPARE(doctor.name, QStringLiteral("dr. Uji Baru"));
            QCOMPARE(doctor.licenceUntil, QDate(2027, 1, 20));
            QVERIFY(doctor.leadsStays && doctor.licence == QStringLiteral("SIP.1"));
        });
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
