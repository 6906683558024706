// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked beside the identity: what is cleaned, what is refused and why, what the law still wants.
#include "common/registration/patient_details.h"

#include <QTest>

#include "common/base/random.h"

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 23);

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

Patient patient() {
    Patient out;
    out.name = text("Siti Rahmawati");
    out.sex = Sex::Female;
    out.birthDate = QDate(1990, 4, 23);
    out.nik = text("3671056304909001");
    return out;
}

/// The error's field and what else it says; empty where nothing is wrong.
QStringList problem(PatientDetails details) {
    tidyDetails(details);
    const Status checked = checkDetails(details, patient(), kToday);
    return checked ? QStringList() : checked.error().args;
}

}  // namespace

class PatientDetailsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsFineAndMuchIsMissing() {
        QVERIFY(problem({}).isEmpty());
        QCOMPARE(notAskedYet(patient(), {}),
                 QStringList({text("mother_name"), text("address"), text("area"), text("phone"),
                              text("birth_place"), text("religion"), text("marital_status"),
                              text("education"), text("occupation")}));
    }
    void whatWasAskedIsNotMissing() {
        Patient asked = patient();
        asked.motherName = text("Aminah");
        asked.address = text("Jl. Melati 3");
        PatientDetails details;
        details.area = text("Sukarasa, Tangerang");
        details.contactPhone = text("080012345678");
        details.birthPlace = text("Tangerang");
        details.religion = Religion::Belief;
        details.maritalStatus = MaritalStatus::Single;
        details.education = Education::None;
        details.occupation = Occupation::None;
        QVERIFY(notAskedYet(asked, details).isEmpty());
    }
    void aForeignerHasAPassportAndNoVillage() {
        Patient foreigner = patient();
        foreigner.nik.clear();
        foreigner.noNikReason = NoNikReason::Foreigner;
        PatientDetails details;
        details.country = text(" nl ");
        details.otherId = text("nx 123-4567");
        tidyDetails(details);
        QCOMPARE(details.country, text("NL"));
        QCOMPARE(details.otherId, text("NX1234567"));
        QVERIFY(isForeigner(details));
        QVERIFY(checkDetails(details, foreigner, kToday));
        const QStringList missing = notAskedYet(foreigner, details);
        QVERIFY(!missing.contains(text("nik")) && !missing.contains(text("area")));
        details.otherId.clear();
        QVERIFY(notAskedYet(foreigner, details).contains(text("nik")));
    }
    void tidies() {
        PatientDetails details;
        details.rt = text(" 4 ");
        details.rw = text("12");
        details.familyCard = text("3671 0523-0490.9001");
        details.country = QString();
        details.contactPhone = text("+62 800-1234-567");
        details.motherNik = text("9999999999999999");
        details.areaCode = text("3671011001");
        details.homeAddress = text("Jl. Lain 1");
        details.homeAreaCode = text("3671011002");
        tidyDetails(details);
        QCOMPARE(details.rt, text("004"));
        QCOMPARE(details.rw, text("012"));
        QCOMPARE(details.familyCard, text("3671052304909001"));
        QCOMPARE(details.country, text("ID"));
        QCOMPARE(details.contactPhone, text("08001234567"));
        QVERIFY(details.motherNik.isEmpty());
        // A code without the words, and a domicile that is not another one.
        QVERIFY(details.areaCode.isEmpty());
        QVERIFY(details.homeAddress.isEmpty() && details.homeAreaCode.isEmpty());
    }
    void tidyingTwiceChangesNothing() {
        SeededRandom random(3);
        for (int i = 0; i < 500; ++i) {
            PatientDetails details;
            for (const Field& field : fieldSpan<PatientDetails>())
                field.ops->randomize(field.edit(&details), random, field.rules);
            tidyDetails(details);
            const PatientDetails once = details;
            tidyDetails(details);
            QCOMPARE(details, once);
            // Whatever stands there, it is answered.
            (void)checkDetails(details, patient(), kToday);
        }
    }

    void refusesWithTheFieldAndTheReason_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("args");
        const auto row = [](const char* field, const char* typed, QStringList more = {}) {
            more.prepend(text(field));
            QTest::addRow("%s '%.20s'", field, typed) << text(field) << text(typed) << more;
        };
        row("rt", "1234", {text("3"), text("4")});
        row("rw", "a", {text("3"), text("0")});
        row("postcode", "1511", {text("5"), text("4")});
        row("family_card", "367105", {text("16"), text("6")});
        row("mother_nik", "123", {text("16"), text("3")});
        row("country", "Indonesia");
        row("country", "1D");
        row("other_id", "AB#1");
        row("home_phone", "12");
        row("contact_phone", "abc");
        row("contact_name", "12345");
    }
    void refusesWithTheFieldAndTheReason() {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QStringList, args);
        PatientDetails details;
        details.contactName = text("Budi");
        const Field* found = fieldByName(fieldSpan<PatientDetails>(), QLatin1String(field.toLatin1()));
        QVERIFY(found);
        *static_cast<QString*>(found->edit(&details)) = typed;
        QCOMPARE(problem(details), args);
    }
    void aContactHasAName() {
        PatientDetails details;
        details.contactPhone = text("080012345678");
        QCOMPARE(problem(details), QStringList({text("contact_name")}));
        details.contactName = text("Budi Santoso");
        QVERIFY(problem(details).isEmpty());
    }
    void deathIsAfterBirthAndNotTomorrow() {
        PatientDetails details;
        for (const QDate& wrong : {QDate(1990, 4, 22), kToday.addDays(1)}) {
            details.diedOn = wrong;
            QCOMPARE(problem(details), QStringList({text("died_on")}));
        }
        for (const QDate& right : {QDate(1990, 4, 23), kToday}) {
            details.diedOn = right;
            QVERIFY(problem(details).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(PatientDetailsTest)
#include "patient_details_test.moc"
