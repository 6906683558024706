// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as old systems write them: what they become, what is left out, what is refused and why.
#include "app/registration/import_row.h"

#include <QTest>

#include "app/registration/import_columns.h"
#include "common/base/random.h"

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 23);

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

ImportRow rowOf(std::initializer_list<std::pair<const char*, const char*>> cells) {
    QStringList keys;
    QStringList values;
    for (const auto& [key, value] : cells) {
        keys.append(text(key));
        values.append(text(value));
    }
    return readImportRow(values, keys, kToday);
}

QStringList keysOf(const QList<ImportProblem>& problems) {
    QStringList keys;
    for (const ImportProblem& problem : problems) keys.append(problem.key);
    return keys;
}

}  // namespace

class ImportRowTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void knowsTheColumnsOfOthers_data() {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("ours") << QStringList({text("name"), text("birth_date"), text("sex")})
                              << QStringList({text("name"), text("birth_date"), text("sex")});
        QTest::newRow("another system's")
            << QStringList({text("no_rkm_medis"), text("nm_pasien"), text("no_ktp"), text("jk"),
                            text("tmp_lahir"), text("tgl_lahir"), text("nm_ibu"), text("umur")})
            << QStringList({text("number"), text("name"), text("nik"), text("sex"), text("birth_place"),
                            text("birth_date"), text("mother_name"), text("age")});
        QTest::newRow("a spreadsheet's")
            << QStringList({text("No. RM"), text("Nama Lengkap"), text("L/P"),
                            text("Tgl. Lahir (dd/mm/yyyy)"), text("Warna"), text("Nama")})
            << QStringList(
                   {text("number"), text("name"), text("sex"), text("birth_date"), text(""), text("")});
    }
    void knowsTheColumnsOfOthers() {
        QFETCH(QStringList, header);
        QFETCH(QStringList, keys);
        QCOMPARE(guessedColumns(header), keys);
    }
    void everyKeyIsAField() {
        for (const ImportColumn& column : importColumns()) {
            const QByteArray name = column.key.toLatin1();
            const bool known = name == "number" || name == "age" ||
                               fieldByName(fieldSpan<Patient>(), QLatin1String(name)) ||
                               fieldByName(fieldSpan<PatientDetails>(), QLatin1String(name));
            QVERIFY2(known, name.constData());
            for (const QString& other : column.names) QCOMPARE(other, foldedHeader(other));
        }
    }

    void readsACleanRow() {
        const ImportRow row = rowOf({{"number", "00-12-34-56"},
                                     {"name", "Siti Rahmawati"},
                                     {"sex", "P"},
                                     {"birth_date", "23/04/1990"},
                                     {"nik", "3671056304909001"},
                                     {"religion", "Islam"},
                                     {"marital_status", "KAWIN"},
                                     {"education", "SLTA/SEDERAJAT"},
                                     {"occupation", "Nelayan"},
                                     {"area", "Sukarasa"},
                                     {"rt", "4"},
                                     {"rw", "012"}});
        QVERIFY(row.wrong.isEmpty());
        QVERIFY(row.dropped.isEmpty());
        QCOMPARE(row.number, 123456);
        QCOMPARE(row.patient.birthDate, QDate(1990, 4, 23));
        QCOMPARE(row.patient.sex, Sex::Female);
        QCOMPARE(row.patient.sapaan, Sapaan::Nyonya);
        QCOMPARE(row.details.religion, Religion::Islam);
        QCOMPARE(row.details.maritalStatus, MaritalStatus::Married);
        QCOMPARE(row.details.education, Education::SeniorSecondary);
        QCOMPARE(row.details.occupation, Occupation::Other);
        QCOMPARE(row.details.rt, text("004"));
        QVERIFY(checkPatient(row.patient, kToday));
    }

    void readsDates_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("estimated");
        QTest::addColumn<bool>("understood");
        const auto row = [](const char* typed, QDate date, bool estimated = false, bool understood = true) {
            QTest::newRow(typed) << text(typed) << date << estimated << understood;
        };
        const QDate born(1990, 4, 23);
        for (const char* typed : {"23/04/1990", "23-04-1990", "1990-04-23", "23.04.1990", "23 April 1990",
                                  "23 Apr 90", "23041990", "1990-04-23 00:00:00", "1990-04-23T00:00:00.000Z",
                                  "23/04/1990 0:00", "32986", "32986.0", "  23/04/1990 "})
            row(typed, born);
        row("1990", QDate(1990, 7, 1), true);
        for (const char* nothing : {"", "-", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00", "01/01/1900",
                                    "1900-01-01", "0", "NULL", "n/a", "tidak ada"})
            row(nothing, QDate());
        for (const char* wrong : {"31/02/1990", "23/04/2990", "kemarin", "99/99/9999", "23/04/2027", "#REF!"})
            row(wrong, QDate(), false, false);
    }
    void readsDates() {
        QFETCH(QString, typed);
        QFETCH(QDate, date);
        QFETCH(bool, estimated);
        QFETCH(bool, understood);
        const ImportedDate read = readImportedDate(typed, kToday);
        QCOMPARE(read.date, date);
        QCOMPARE(read.estimated, estimated);
        QCOMPARE(read.understood, understood);
    }

    void titlesStandApart_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<Sapaan>("sapaan");
        const auto row = [](const char* typed, const char* name, Sapaan sapaan) {
            QTest::newRow(typed) << text(typed) << text(name) << sapaan;
        };
        row("Tn. Budi Santoso", "Budi Santoso", Sapaan::Tuan);
        row("NY SITI", "SITI", Sapaan::Nyonya);
        row("Budi Santoso, Tn", "Budi Santoso", Sapaan::Tuan);
        row("An. Dimas", "Dimas", Sapaan::Anak);
        row("By.Ny. Siti", "Ny. Siti", Sapaan::Bayi);
        row("An Nisa", "An Nisa", Sapaan::None);
        row("Tnaya", "Tnaya", Sapaan::None);
    }
    void titlesStandApart() {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(Sapaan, sapaan);
        const ImportRow row = readImportRow({typed}, {text("name")}, kToday);
        QCOMPARE(row.patient.name, name);
        QCOMPARE(row.patient.sapaan, sapaan);
    }

    void sexAndBirthComeFromWhatIsThere() {
        const ImportRow byNik = rowOf({{"name", "Siti"}, {"sex", "?"}, {"nik", "3671056304909001.0"}});
        QVERIFY(byNik.wrong.isEmpty());
        QCOMPARE(byNik.patient.sex, Sex::Female);
        QCOMPARE(byNik.patient.birthDate, QDate(1990, 4, 23));
        const ImportRow byTitle = rowOf({{"name", "Tn. Budi"}, {"age", "36 th"}});
        QVERIFY(byTitle.wrong.isEmpty());
        QCOMPARE(byTitle.patient.sex, Sex::Male);
        QVERIFY(byTitle.patient.birthEstimated);
        QCOMPARE(ageOn(byTitle.patient.birthDate, kToday).years, 36);
        for (const auto& [word, sex] : {std::pair("Pria", Sex::Male),
                                        {"perempuan", Sex::Female},
                                        {"Laki-laki", Sex::Male},
                                        {"Wanita", Sex::Female},
                                        {"1", Sex::Male}})
            QCOMPARE(rowOf({{"name", "X Y"}, {"sex", word}}).patient.sex, sex);
    }

    void whatIsOptionalIsLeftOutAndTold() {
        const ImportRow row = rowOf({{"name", "Siti"},
                                     {"sex", "P"},
                                     {"birth_date", "23/04/1990"},
                                     {"nik", "3.67106E+15"},
                                     {"card", "1234567890123456"},
                                     {"phone", "12"},
                                     {"postcode", "151"},
                                     {"religion", "zzz"},
                                     {"mother_name", "123"},
                                     {"number", "abc"}});
        QVERIFY(row.wrong.isEmpty());
        QStringList dropped = keysOf(row.dropped);
        dropped.sort();
        QCOMPARE(dropped, QStringList({text("card"), text("mother_name"), text("nik"), text("number"),
                                       text("phone"), text("postcode"), text("religion")}));
        QCOMPARE(row.patient.noNikReason, NoNikReason::Unknown);
        QVERIFY(checkPatient(row.patient, kToday));
        QVERIFY(checkDetails(row.details, row.patient, kToday));
        for (const ImportProblem& problem : row.dropped) QVERIFY(problem.error.code != ErrorCode::None);
    }
    void numbersGetTheirZerosBack() {
        const ImportRow row = rowOf({{"name", "Siti"}, {"card", "999123456"}, {"phone", "81234567890"}});
        QCOMPARE(row.patient.card, text("0000999123456"));
        QCOMPARE(row.patient.phone, text("081234567890"));
    }

    void whoCannotBeAPatientIsRefusedWithEveryReason() {
        const ImportRow row = rowOf({{"name", "12345"}, {"sex", "?"}, {"birth_date", "31/02/1990"}});
        QCOMPARE(keysOf(row.wrong), QStringList({text("name"), text("sex"), text("birth_date")}));
        QCOMPARE(row.wrong.at(0).value, text("12345"));
        QCOMPARE(row.wrong.at(2).value, text("31/02/1990"));
        QVERIFY(!readImportRow({}, {text("name")}, kToday).wrong.isEmpty());
    }

    /// Whatever stands in a list: it becomes a patient that passes the rules, or a reason.
    void nonsenseNeverGetsThrough() {
        SeededRandom random(8);
        const QStringList pieces = {text("siti"),
                                    text("23/04/1990"),
                                    text("\u202e"),
                                    text("3671056304909001"),
                                    text("-"),
                                    text("P"),
                                    QString(30'000, u'x'),
                                    text("' OR 1=1"),
                                    text("\t"),
                                    text("\U0001F600"),
                                    text("1"),
                                    text("0"),
                                    text("nan"),
                                    text("1e400")};
        QStringList keys;
        for (const ImportColumn& column : importColumns()) keys.append(column.key);
        int taken = 0;
        for (int i = 0; i < 3'000; ++i) {
            QStringList cells;
            for (qsizetype at = 0; at < keys.size(); ++at)
                cells.append(pieces.at(
                    static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(pieces.size())))));
            const ImportRow row = readImportRow(cells, keys, kToday);
            if (!row.wrong.isEmpty()) continue;
            ++taken;
            QVERIFY(checkPatient(row.patient, kToday));
            QVERIFY(checkDetails(row.details, row.patient, kToday));
        }
        QVERIFY(taken > 0);
    }
};

QTEST_GUILESS_MAIN(ImportRowTest)
#include "import_row_test.moc"
