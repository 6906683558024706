// SPDX-License-Identifier: GPL-3.0-or-later
// What was done without the server reaches it with nobody logged in: after the shift, and from a computer
// that nobody may work on any more.
#include "common/access/device_registry.h"
#include "common/registration/requests.h"
#include "tests/client/offline_desk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineHandInTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void afterTheShift();
    void beforeAnybodyIsLoggedInAgain();
    void fromAComputerThatIsFrozen();
    void fromAComputerThatIsToBeWiped();
    void aWipeIsHeardThoughNothingWaits();
    void aLogInGoesFirst();

  private:
    bool visitAway();
    bool set(DeviceState state) {
        return m_desk->write([&](WishTx& tx) { return setDeviceState(tx, m_own, state); });
    }
    bool visitsReach(int visits) {
        return QTest::qWaitFor([&] { return m_desk->rows(Where<Visit>()).size() == visits; }, 20'000);
    }
    ErrorCode refusal() {
        const auto grant = m_desk->logIn();
        return grant ? ErrorCode::None : grant.error().code;
    }

    std::unique_ptr<OfflineDesk> m_desk;
    DeviceId m_own;
    PatientId m_patient;
};

/// One visit is at the server, one waits here; the server is away.
void OfflineHandInTest::init() {
    m_desk = std::make_unique<OfflineDesk>();
    QVERIFY(m_desk->open());
    m_own = m_desk->device();
    VisitId visit;
    QVERIFY(m_desk->seat(m_patient, visit));
    QVERIFY(m_desk->leaveServer());
    QVERIFY(visitAway());
}

bool OfflineHandInTest::visitAway() {
    RegisterVisit visit = m_desk->visit(m_patient, 1);
    visit.repeat = true;
    const auto kept = m_desk->submit(visit);
    return !kept && kept.error().code == ErrorCode::TimedOut;
}

void OfflineHandInTest::afterTheShift() {
    m_desk->backend().logOut();
    QTRY_VERIFY(!m_desk->backend().session());
    m_desk->startServer();
    QVERIFY(visitsReach(2));
    QTRY_COMPARE(m_desk->backend().status().waiting, 0);
    QCOMPARE(m_desk->backend().status().state, OnlineState::LoginNeeded);
    QVERIFY(m_desk->logIn());
    QVERIFY(m_desk->holds(2));
    const auto file = m_desk->ask(GetPatient{m_patient});
    QVERIFY(file);
    QCOMPARE(file->visits.size(), 2);
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 2);
}

void OfflineHandInTest::beforeAnybodyIsLoggedInAgain() {
    m_desk->close();
    m_desk->server().start();
    m_desk->start();
    QVERIFY(visitsReach(2));
    // A second start hands the same in once more: it is one visit.
    m_desk->start();
    QTRY_COMPARE(m_desk->backend().status().state, OnlineState::LoginNeeded);
    QTRY_COMPARE(m_desk->backend().status().waiting, 0);
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->holds(2));
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 2);
}

void OfflineHandInTest::fromAComputerThatIsFrozen() {
    QVERIFY(set(DeviceState::Frozen));
    m_desk->startServer();
    QVERIFY(visitsReach(2));
    QVERIFY(!m_desk->backend().session());
    QCOMPARE(refusal(), ErrorCode::DeviceFrozen);
    QVERIFY(set(DeviceState::Active));
    QVERIFY(m_desk->logIn());
    QVERIFY(m_desk->holds(2));
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 2);
}

void OfflineHandInTest::fromAComputerThatIsToBeWiped() {
    QVERIFY(set(DeviceState::Wiped));
    m_desk->startServer();
    QVERIFY(visitsReach(2));
    QCOMPARE(refusal(), ErrorCode::DeviceWiped);
    m_desk->server().stop();
    QTRY_COMPARE(m_desk->backend().status().state, OnlineState::Offline);
    QCOMPARE(m_desk->backend().status().cache.keys, 0);
    // Refused while it waited, and handed in by that very log-in.
    m_desk->server().start();
    QVERIFY(set(DeviceState::Active));
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->holds(2));
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 2);
}

/// The computer that was stolen from the log-in page.
void OfflineHandInTest::aWipeIsHeardThoughNothingWaits() {
    QVERIFY(m_desk->bringServerBack());
    QVERIFY(m_desk->holds(2));
    m_desk->close();
    QVERIFY(set(DeviceState::Wiped));
    m_desk->start();
    QTRY_COMPARE(m_desk->backend().status().state, OnlineState::LoginNeeded);
    QTRY_COMPARE(m_desk->backend().status().cache.keys, 0);
    QVERIFY(m_desk->backend().pending().isEmpty());
}

/// Whoever logs in while it is handed in waits for nothing, and both are done.
void OfflineHandInTest::aLogInGoesFirst() {
    for (int i = 0; i < 20; ++i) QVERIFY(visitAway());
    m_desk->backend().logOut();
    QTRY_VERIFY(!m_desk->backend().session());
    m_desk->startServer();
    QTRY_COMPARE(m_desk->backend().status().state, OnlineState::LoginNeeded);
    QVERIFY(m_desk->logIn());
    QVERIFY(m_desk->settles());
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 22);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineHandInTest)
#include "offline_hand_in_test.moc"
