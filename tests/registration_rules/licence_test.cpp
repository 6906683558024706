// SPDX-License-Identifier: GPL-3.0-or-later
// From which day a doctor's papers are warned of, and of whom nothing is said.
#include "common/registration/licence.h"

#include <QTest>

using namespace simrs;

namespace {

const QDate kToday(2026, 5, 5);
const QString kLicence = QStringLiteral("licence_until");
const QString kRegister = QStringLiteral("register_until");

Doctor doctor(QDate licence, QDate registered = {}) {
    Doctor out;
    out.licenceUntil = licence;
    out.registerUntil = registered;
    return out;
}

}  // namespace

class LicenceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void states_data() {
        QTest::addColumn<QDate>("until");
        QTest::addColumn<int>("state");
        const auto row = [](const char* name, QDate until, LicenceState state) {
            QTest::newRow(name) << until << static_cast<int>(state);
        };
        row("nobody wrote it down", {}, LicenceState::NotRecorded);
        row("yesterday", kToday.addDays(-1), LicenceState::Expired);
        row("the last day", kToday, LicenceState::Ending);
        row("in ninety days", kToday.addDays(90), LicenceState::Ending);
        row("in ninety-one days", kToday.addDays(91), LicenceState::Good);
        row("years ago", QDate(2019, 1, 1), LicenceState::Expired);
    }
    void states() {
        QFETCH(QDate, until);
        QFETCH(int, state);
        QCOMPARE(static_cast<int>(licenceState(until, kToday)), state);
    }

    void nobodyKnowsTheDay() { QCOMPARE(licenceState(kToday, {}), LicenceState::NotRecorded); }

    void theWorstComesFirst() {
        const QList<LicenceWarning> both =
            licenceWarnings(doctor(kToday.addDays(9), kToday.addDays(-9)), kToday);
        QCOMPARE(both.size(), 2);
        QCOMPARE(both[0].field, kRegister);
        QCOMPARE(both[0].state, LicenceState::Expired);
        QCOMPARE(both[1].field, kLicence);
        QCOMPARE(both[1].state, LicenceState::Ending);
        QCOMPARE(both[1].until, kToday.addDays(9));
    }

    void onlyWhatWarnsIsSaid() {
        QVERIFY(licenceWarnings(doctor(kToday.addYears(2)), kToday).isEmpty());
        QVERIFY(licenceWarnings(doctor({}), kToday).isEmpty());
        QCOMPARE(licenceWarnings(doctor(kToday.addDays(-1), kToday.addYears(1)), kToday).size(), 1);
    }

    void whoHasLeftIsNotWarnedOf() {
        Doctor gone = doctor(kToday.addDays(-400));
        gone.active = false;
        QVERIFY(licenceWarnings(gone, kToday).isEmpty());
    }
};

QTEST_APPLESS_MAIN(LicenceTest)
#include "licence_test.moc"
