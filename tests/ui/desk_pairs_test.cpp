// SPDX-License-Identifier: GPL-3.0-or-later
// The head of registration decides about files that may be one person's, by keys alone.
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include "app/registration/stranger.h"
#include "common/registration/visit_requests.h"
#include "tests/ui/desk.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

Patient person(const char* name, const char* nik) {
    Patient patient = testPatient(1);
    patient.name = s(name);
    patient.birthDate = QDate(1979, 4, 11);
    patient.nik = s(nik);
    if (patient.nik.isEmpty()) patient.noNikReason = NoNikReason::Unknown;
    return patient;
}

}  // namespace

class DeskPairsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        m_server = std::make_unique<ServerRig>();
        m_clerk = m_server->client(Role::RegistrationClerk);
        m_desk = std::make_unique<Desk>(*m_server, Role::HeadOfRegistration);
        QVERIFY(m_desk->signIn());
    }

    void mergesWithTheValuesOfBoth() {
        RegisterPatient old{person("Wulandari Puspitasari", ""), {}};
        old.patient.phone.clear();
        old.patient.address = s("Jl. Melati 3");
        const PatientId stays = made(old);
        RegisterPatient fresh{person("Wulandri Puspitasari", "3273015104790017"), {}};
        fresh.patient.address = s("Jl. Kenanga 9");
        fresh.details.religion = Religion::Catholic;
        const PatientId givenUp = made(fresh);
        openPairs(1);
        auto* fields = m_desk->find<QTableView>("compareTable");
        QVERIFY(Desk::until([&] { return fields->model()->rowCount() > 5; }));
        m_desk->shoot(s("pairs"));
        // What only the newer file knows is taken by itself; the newer address by hand.
        m_desk->press(Qt::Key_Return);
        QVERIFY(Desk::until([&] { return fields->hasFocus(); }));
        for (int row = 0; row < fields->model()->rowCount(); ++row) {
            if (fields->model()->index(row, 2).data().toString() != s("Jl. Kenanga 9")) continue;
            fields->setCurrentIndex(fields->model()->index(row, 0));
            m_desk->press(Qt::Key_Return);
        }
        m_desk->dialogs.willAnswer({true, s("KTP dilihat")});
        m_desk->press(Qt::Key_F8);
        QVERIFY(Desk::until([&] {
            const auto rows = rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(stays));
            return !rows.isEmpty() && !rows.first().nik.isEmpty();
        }));
        const Patient kept = rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(stays)).first();
        QCOMPARE(kept.nik, fresh.patient.nik);
        QCOMPARE(kept.noNikReason, NoNikReason::None);
        QCOMPARE(kept.phone, fresh.patient.phone);
        QCOMPARE(kept.address, s("Jl. Kenanga 9"));
        QCOMPARE(kept.name, old.patient.name);
        QCOMPARE(rowsOf(*m_server, Where<PatientDetails>().eq<&PatientDetails::id>(stays)).first().religion,
                 Religion::Catholic);
        QCOMPARE(rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(givenUp)).first().mergedInto, stays);
        auto* pairs = m_desk->find<QTableView>("pairsTable");
        QVERIFY(Desk::until([&] { return pairs->model()->rowCount() == 0; }));
        m_desk->shoot(s("pairs-empty"));
    }

    void twoPeopleAreNotAskedAboutAgain() {
        const PatientId one = made({person("Melati Kusumaningrum", ""), {}});
        const PatientId other = made({person("Melatti Kusumaningrum", ""), {}});
        openPairs(1);
        m_desk->dialogs.willAnswer({false, {}});
        m_desk->press(Qt::Key_F9);
        QVERIFY(rowsOf(*m_server, Where<DistinctPair>()).isEmpty());
        m_desk->dialogs.willAnswer({true, s("kembar, dua KTP")});
        m_desk->press(Qt::Key_F9);
        auto* pairs = m_desk->find<QTableView>("pairsTable");
        QVERIFY(Desk::until([&] { return pairs->model()->rowCount() == 0; }));
        const QList<DistinctPair> said = rowsOf(*m_server, Where<DistinctPair>());
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().reason, s("kembar, dua KTP"));
        QCOMPARE(said.first().id, distinctPairId(one, other));
    }

    /// Nothing is raised about them: the unknown had no name that anybody has.
    void anUnknownIsFoundToHaveAnOldFile() {
        RegisterPatient known{person("Hartono Wijaya", "3273011104790019"), {}};
        known.patient.birthEstimated = false;
        const PatientId old = made(known);
        const PatientId x = stranger();
        const qint64 mrnOfX = rowOf(x).mrn;
        openFile(x);
        // His card has come: the NIK is somebody's.
        m_desk->press(Qt::Key_F3);
        QVERIFY(m_desk->waitForPage(s("patient-form")));
        QVERIFY(Desk::until([&] { return m_desk->find<QLineEdit>("nikField")->hasFocus(); }));
        QVERIFY(!m_desk->isEnabled("compareFilesButton"));
        m_desk->type(s("3273011104790019"));
        m_desk->press(Qt::Key_S, Qt::ControlModifier);
        const bool offered = Desk::until([&] { return m_desk->isEnabled("compareFilesButton"); });
        m_desk->shoot(s("patient-form-nik-taken"));
        QVERIFY2(offered, qPrintable(m_desk->labelText("noticeLabel")));
        m_desk->press(Qt::Key_F8);
        QVERIFY(m_desk->waitForPage(s("pairs")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("mergeButton"); }));
        m_desk->shoot(s("pairs-chosen"));
        m_desk->dialogs.willAnswer({true, s("KTP dibawa keluarga")});
        m_desk->press(Qt::Key_F8);
        QVERIFY(Desk::until([&] { return rowOf(x).mergedInto == old; }));
        QVERIFY2(!detailsOf(old).unidentified, "he is known");
        QCOMPARE(rowOf(old).birthEstimated, false);
        QCOMPARE(rowOf(old).nik, known.patient.nik);

        // Both numbers lead to the file that stays.
        for (const qint64 mrn : {rowOf(old).mrn, mrnOfX}) {
            m_desk->press(Qt::Key_F2);
            m_desk->scan(mrnFromNumber(mrn, 8));
            QVERIFY(m_desk->waitForPage(s("patient")));
            QVERIFY(Desk::until(
                [&] { return m_desk->find<Page>("patientPage")->title().contains(s("Hartono")); }));
            QVERIFY(Desk::until([&] { return m_desk->isEnabled("partAgainButton"); }));
        }
        m_desk->shoot(s("patient-former-file"));
        auto* part = m_desk->find<QPushButton>("partAgainButton");
        QVERIFY(part->accessibleName().contains(mrnDisplay(mrnOfX, 8)));
        part->setFocus();
        m_desk->dialogs.willAnswer({false, {}});
        m_desk->press(Qt::Key_Space);
        QCOMPARE(rowOf(x).mergedInto, old);
        m_desk->dialogs.willAnswer({true, s("KTP milik orang lain")});
        m_desk->press(Qt::Key_Space);
        QVERIFY(Desk::until([&] { return rowOf(x).mergedInto.isNull(); }));
        QVERIFY(Desk::until([&] { return !m_desk->isEnabled("partAgainButton"); }));
    }

    void anotherFileIsFoundFromTheFile() {
        const PatientId one = made({person("Sekar Ayu Larasati", ""), {}});
        RegisterPatient second{person("Bunga Citra", ""), {}};
        second.patient.birthDate = QDate(1950, 1, 1);
        second.patient.phone = s("081377778888");
        const PatientId other = made(second);
        openFile(one);
        m_desk->dialogs.onEdit = [](QWidget* form) {
            auto* table = form->findChild<QTableView*>(s("otherFilesTable"));
            QTest::keyClicks(form->findChild<QLineEdit*>(s("otherFileField")), s("bunga citra"));
            QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
        };
        m_desk->dialogs.willAnswer({true, {}});
        m_desk->press(Qt::Key_F7);
        m_desk->dialogs.onEdit = {};
        QVERIFY(m_desk->waitForPage(s("pairs")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("mergeButton"); }));
        m_desk->dialogs.willAnswer({true, s("ganti nama")});
        m_desk->press(Qt::Key_F8);
        QVERIFY(Desk::until([&] { return rowOf(other).mergedInto == one; }));
    }

  private:
    Patient rowOf(const PatientId& id) {
        return rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(id)).value(0);
    }
    PatientDetails detailsOf(const PatientId& id) {
        return rowsOf(*m_server, Where<PatientDetails>().eq<&PatientDetails::id>(id)).value(0);
    }
    PatientId stranger() {
        Stranger unknown;
        unknown.sex = Sex::Male;
        unknown.band = AgeBand::To65;
        unknown.place = s("Jl. Braga");
        unknown.at = SystemClock().now();
        ReceiveUnknown command;
        command.person = strangerFile(unknown, QDate::currentDate(), s("10:00"));
        for (const Clinic& clinic : m_server->masters().clinics)
            if (clinic.kind == ClinicKind::Emergency) command.visit.clinicId = clinic.id;
        command.visit.payerId = undeterminedPayer(m_server->masters());
        const auto done = m_clerk->submit(command);
        if (!done) qFatal("not received: %s", failure(done));
        return done->patient.id;
    }
    void openFile(const PatientId& id) {
        m_desk->window.open(s("patient"), QVariant::fromValue(id));
        QVERIFY(m_desk->waitForPage(s("patient")));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("mergeWithButton"); }));
    }
    PatientId made(const RegisterPatient& command) {
        const auto done = m_clerk->submit(command);
        if (!done) qFatal("not registered: %s", failure(done));
        return done->id;
    }
    void openPairs(int rows) {
        m_desk->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("search")));
        m_desk->press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("pairs")));
        auto* pairs = m_desk->find<QTableView>("pairsTable");
        QVERIFY(Desk::until([&] { return pairs->model()->rowCount() == rows; }));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("mergeButton"); }));
    }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<DeskClient> m_clerk;
    std::unique_ptr<Desk> m_desk;
};

}  // namespace simrs

QTEST_MAIN(simrs::DeskPairsTest)
#include "desk_pairs_test.moc"
