// SPDX-License-Identifier: GPL-3.0-or-later
// The seed files agree with each other and with the hospital they describe.
#include <QSet>
#include <QTest>

#include "common/registration/identity_rules.h"
#include "common/registration/visit.h"
#include "server/demo/seed_files.h"
#include "server/demo/seed_rows.h"

using namespace simrs;

namespace {

QString col(const char* name) { return QString::fromLatin1(name); }

SeedRows rowsOf(const char* file) {
    const Result<SeedRows> rows = SeedRows::read(kSeedFolder + QLatin1Char('/') + QString::fromLatin1(file));
    if (!rows) qFatal("cannot read %s", file);
    return *rows;
}

}  // namespace

class SeedTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void quotesAndErrors() {
        const Result<SeedRows> rows =
            SeedRows::parse(QStringLiteral("a,b\r\n\"x, \"\"y\"\"\nz\",1\n\n2,\n"), col("t.csv"));
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->text(0, col("a")), QStringLiteral("x, \"y\"\nz"));
        QVERIFY(rows->flag(0, col("b")));
        QCOMPARE(rows->text(1, col("b")), QString());
        QCOMPARE(rows->text(0, col("none")), QString());
        const Result<SeedRows> torn = SeedRows::parse(QStringLiteral("a,b\n1\n"), col("t.csv"));
        QVERIFY(!torn && torn.error().code == ErrorCode::FileUnreadable);
        QCOMPARE(torn.error().args, QStringList({col("t.csv"), col("2")}));
        QVERIFY(!SeedRows::read(col(":/seed/none.csv")));
        QVERIFY(!SeedRows::parse(QString(), col("t.csv")));
    }

    void clinics() {
        const SeedRows rows = rowsOf("clinics.csv");
        QSet<QString> codes, letters;
        int outpatient = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            codes.insert(rows.text(i, col("code")));
            const QString letter = rows.text(i, col("letter"));
            const bool emergency = rows.text(i, col("kind")) == col("emergency");
            QCOMPARE(letter.isEmpty(), emergency);
            if (!emergency) {
                ++outpatient;
                // A to D belong to the counter's own queue.
                QVERIFY(letter.size() == 1 && letter > col("D") && !letters.contains(letter));
                letters.insert(letter);
            }
            QVERIFY(rows.text(i, col("ticket_per")) == col("clinic") ||
                    rows.text(i, col("ticket_per")) == col("doctor_session"));
            QVERIFY(rows.text(i, col("opens")) < rows.text(i, col("closes")));
        }
        QCOMPARE(outpatient, 20);
        QCOMPARE(codes.size(), 21);
    }

    void doctors() {
        const SeedRows clinics = rowsOf("clinics.csv");
        const SeedRows rows = rowsOf("doctors.csv");
        QHash<QString, QString> perOf, letterOf;
        for (qsizetype i = 0; i < clinics.size(); ++i) {
            perOf.insert(clinics.text(i, col("code")), clinics.text(i, col("ticket_per")));
            letterOf.insert(clinics.text(i, col("code")), clinics.text(i, col("letter")));
        }
        QCOMPARE(rows.size(), 60);
        QSet<QString> codes, names, letters;
        QHash<QString, int> count;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString clinic = rows.text(i, col("clinic_code"));
            const QString letter = rows.text(i, col("letter"));
            codes.insert(rows.text(i, col("code")));
            names.insert(rows.text(i, col("name")));
            ++count[clinic];
            QVERIFY(clinic.isEmpty() || perOf.contains(clinic));
            QCOMPARE(!letter.isEmpty(), perOf.value(clinic) == col("doctor_session"));
            if (letter.isEmpty()) continue;
            QVERIFY(letter.startsWith(letterOf.value(clinic)) && !letters.contains(letter));
            letters.insert(letter);
        }
        QCOMPARE(codes.size(), 60);
        QCOMPARE(names.size(), 60);
        for (auto it = perOf.cbegin(); it != perOf.cend(); ++it)
            QVERIFY2(count.value(it.key()) > 0, qPrintable(it.key()));
    }

    void hospitalAndPayers() {
        const SeedRows hospital = rowsOf("hospital.csv");
        QHash<QString, QString> values;
        for (qsizetype i = 0; i < hospital.size(); ++i)
            values.insert(hospital.text(i, col("key")), hospital.text(i, col("value")));
        QCOMPARE(values.value(col("zone")), col("Asia/Jakarta"));
        QVERIFY(values.value(col("mrn_digits")) == col("8") || values.value(col("mrn_digits")) == col("6"));
        QVERIFY(values.value(col("mrn_start")).toInt() > 0);
        const SeedRows payers = rowsOf("payers.csv");
        QCOMPARE(payers.size(), 10);
        int outpatient = 0;
        for (qsizetype i = 0; i < payers.size(); ++i) {
            QCOMPARE(payers.flag(i, col("needs_card")), payers.text(i, col("kind")) == col("jkn"));
            outpatient += payers.number(i, col("outpatient_weight"));
        }
        QCOMPARE(outpatient, 1000);
    }

    void listsOfTheHospital() {
        QList<SeedProblem> problems;
        const SeedMasters masters = readMasters(MasterFiles::inFolder(kSeedFolder), problems);
        for (const SeedProblem& problem : problems)
            qWarning("%s line %d, %s", qPrintable(problem.file), problem.line, qPrintable(problem.column));
        QVERIFY(problems.isEmpty());
        QCOMPARE(masters.wards.size(), 12);
        QCOMPARE(masters.beds.size(), 188);
        QHash<QString, int> beds;
        for (const SeedBed& bed : masters.beds) ++beds[bed.clinicCode];
        QSet<QString> units;
        for (const Clinic& ward : masters.wards) {
            QVERIFY(ward.kind == ClinicKind::Ward && ward.active && ward.letter.isEmpty());
            QVERIFY2(beds.value(ward.code) > 1, qPrintable(ward.code));
            units.insert(ward.code);
        }
        QCOMPARE(beds.size(), masters.wards.size());
        QCOMPARE(beds.value(col("CEM")), 28);
        for (const Clinic& clinic : masters.clinics) units.insert(clinic.code);
        QSet<QString> names;
        for (const SeedStaff& staff : masters.staff) {
            QVERIFY2(staff.clinicCode.isEmpty() || units.contains(staff.clinicCode),
                     qPrintable(staff.clinicCode));
            QVERIFY(staff.row.phone.startsWith(col("0800")));
            names.insert(staff.row.name);
        }
        QVERIFY(names.size() > 40 && names.size() == masters.staff.size());
        QCOMPARE(masters.facilities.size(), 15);
        for (const Facility& facility : masters.facilities)
            QVERIFY(facility.code.size() == 8 && facility.code.startsWith(col("0999")));
    }

    void holidaysAndServices() {
        QList<SeedProblem> problems;
        const SeedMasters masters = readMasters(MasterFiles::inFolder(kSeedFolder), problems);
        QHash<int, int> closed, leave;
        for (const Holiday& holiday : masters.holidays)
            ++(holiday.jointLeave ? leave : closed)[holiday.day.year()];
        QCOMPARE(closed.value(2026), 17);
        QCOMPARE(leave.value(2026), 8);
        QCOMPARE(closed.value(2027), 17);
        QString letters;
        QStringList called = ticketLetters(masters.clinics, {});
        for (const CounterService& service : masters.services) {
            letters += service.letter;
            QVERIFY2(!called.contains(service.letter), qPrintable(service.letter));
        }
        QCOMPARE(letters, col("ABCD"));
    }

    void papersOfDoctors() {
        QList<SeedProblem> problems;
        const SeedMasters masters = readMasters(MasterFiles::inFolder(kSeedFolder), problems);
        QSet<QString> niks;
        int leaders = 0;
        for (const SeedDoctor& doctor : masters.doctors) {
            QVERIFY(doctor.row.nik.right(4) >= col("9000") && !niks.contains(doctor.row.nik));
            QVERIFY(doctor.row.licenceUntil.isValid() && !doctor.row.hfisCode.isEmpty());
            niks.insert(doctor.row.nik);
            leaders += doctor.row.leadsStays;
        }
        QVERIFY(leaders > 20 && leaders < 50);
    }

    void namesCanBePrinted() {
        const SeedRows rows = rowsOf("names.csv");
        QVERIFY(rows.size() > 1000);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            for (const char* column : {"name", "old_spelling"}) {
                const QString name = rows.text(i, col(column));
                QVERIFY2(name.isEmpty() || checkName(name, col(column)).has_value(), qPrintable(name));
            }
            QVERIFY(rows.number(i, col("weight")) > 0);
            QVERIFY(rows.number(i, col("born_from")) < rows.number(i, col("born_to")));
        }
        const SeedRows regions = rowsOf("regions.csv");
        for (qsizetype i = 0; i < regions.size(); ++i) {
            QCOMPARE(regions.text(i, col("region_code")).size(), 6);
            QVERIFY(isProvinceCode(regions.text(i, col("region_code")).left(2)));
        }
    }
};

QTEST_APPLESS_MAIN(SeedTest)
#include "seed_test.moc"
