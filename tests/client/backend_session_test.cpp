// SPDX-License-Identifier: GPL-3.0-or-later
// The session and the connection as pages see them: log-in, expiry, reconnecting, a server that nobody has
// accepted.
#include <QSignalSpy>

#include "tests/client/backend_rig.h"

namespace simrs {

using test::BackendRig;
using test::FakeServer;
using test::Heard;

class BackendSessionTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void logsIn();
    void logsOut();
    void resumesByItself();
    void asksForLogInWhenTheSessionIsOver();
    void sendsNothingBeforeThePasswordIsChanged();
    void saysWhyThereIsNoConnection();
    void comesBackAfterGoAway();
    void endsTheSessionOnGoAway();
    void talksToAcceptedServersOnly();
    void knowsTheServersTime();
    void takesTheLastLogIn();
    void noticesADeadLine();
    void letsOneProgramUseAProfile();
};

void BackendSessionTest::logsIn() {
    BackendRig rig;
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    QCOMPARE(rig.backend->status().hospital, QStringLiteral("RSUD Uji"));
    QVERIFY(!rig.backend->session());
    QVERIFY(!rig.backend->may(Permission::EnterVisit));
    QCOMPARE(rig.logIn(QStringLiteral("salah")), ErrorCode::LoginRefused);
    QCOMPARE(rig.backend->status().state, OnlineState::LoginNeeded);
    QCOMPARE(rig.logIn(), ErrorCode::None);
    QVERIFY(rig.backend->session());
    QVERIFY(rig.backend->session()->token.isEmpty());
    QCOMPARE(rig.backend->session()->userName, QStringLiteral("Ani"));
    QVERIFY(rig.backend->may(Permission::EnterVisit));
    QVERIFY(!rig.backend->may(Permission::None));
    QVERIFY(rig.state(OnlineState::Online));
    QTRY_VERIFY(rig.backend->masters());
    QCOMPARE(*rig.backend->masters(), rig.server.masters());
}

void BackendSessionTest::logsOut() {
    BackendRig rig;
    QVERIFY(rig.work());
    QSignalSpy expired(rig.backend.get(), &Backend::sessionExpired);
    rig.backend->logOut();
    QTRY_VERIFY(!rig.backend->session());
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    QCOMPARE(rig.server.requests(LogOut::info.type), 1);
    QCOMPARE(expired.size(), 0);
    QVERIFY(rig.work());
}

void BackendSessionTest::resumesByItself() {
    BackendRig rig;
    QVERIFY(rig.work());
    QSignalSpy session(rig.backend.get(), &Backend::sessionChanged);
    rig.server.cut();
    QTRY_COMPARE(rig.server.grants(), 2);
    QVERIFY(rig.state(OnlineState::Online));
    QCOMPARE(rig.server.requests(kLogInType), 1);
    QCOMPARE(rig.server.requests(kResumeType), 1);
    QVERIFY(rig.backend->session());
}

void BackendSessionTest::asksForLogInWhenTheSessionIsOver() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(rig.backend->status().waiting, 1);
    QSignalSpy expired(rig.backend.get(), &Backend::sessionExpired);
    rig.server.set([](auto& b) {
        b.reachable = true;
        b.sessionAlive = false;
    });
    QTRY_COMPARE(expired.size(), 1);
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    QVERIFY(!rig.backend->session());
    QCOMPARE(rig.backend->status().waiting, 1);
    QCOMPARE(rig.server.commandFrames(), 0);
    Heard refused;
    rig.backend->submit(rig.visit(), &rig.context, refused.as<VisitMade>());
    QTRY_COMPARE(refused.code, ErrorCode::SessionExpired);
    QVERIFY(rig.work());
    QTRY_COMPARE(rig.server.executed().size(), 1);
}

void BackendSessionTest::sendsNothingBeforeThePasswordIsChanged() {
    BackendRig rig;
    rig.server.set([](auto& b) { b.mustChangePassword = true; });
    QCOMPARE(rig.logIn(), ErrorCode::None);
    QVERIFY(rig.backend->session()->mustChangePassword);
    Heard refused;
    rig.backend->submit(rig.visit(), &rig.context, refused.as<VisitMade>());
    QTRY_COMPARE(refused.code, ErrorCode::PasswordMustChange);
    QCOMPARE(rig.server.subscriptions(GetMasters::info.type), 0);
    Heard changed;
    rig.backend->changePassword(QStringLiteral("benar"), QStringLiteral("lebih benar"), &rig.context,
                                changed.as<Done>());
    QTRY_COMPARE(changed.count, 1);
    QCOMPARE(changed.code, ErrorCode::None);
    QVERIFY(!rig.backend->session()->mustChangePassword);
    QTRY_VERIFY(rig.backend->masters());
}

void BackendSessionTest::saysWhyThereIsNoConnection() {
    BackendRig rig;
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    QCOMPARE(rig.backend->status().error->code, ErrorCode::NotConnected);
    QVERIFY(!rig.backend->status().since.isNull());
    QCOMPARE(rig.logIn(), ErrorCode::NotConnected);
    rig.server.set([](auto& b) { b.openError = {ErrorCode::PinMismatch, {}, {}}; });
    QVERIFY(rig.state(OnlineState::PinMismatch));
    rig.server.set([](auto& b) { b.openError = {ErrorCode::ClockAhead, {}, {}}; });
    QTRY_COMPARE(rig.backend->status().error->code, ErrorCode::ClockAhead);
    rig.server.set([](auto& b) { b.reachable = true; });
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    QVERIFY(!rig.backend->status().error);
}

void BackendSessionTest::comesBackAfterGoAway() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.answersCommands = false; });
    rig.server.goAway(ErrorCode::None, 50);
    QVERIFY(rig.state(OnlineState::Connecting));
    // Saved while the server is leaving: kept, and sent to whoever comes back.
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(rig.backend->status().waiting, 1);
    QCOMPARE(rig.server.commandFrames(), 0);
    rig.server.set([](auto& b) { b.answersCommands = true; });
    rig.server.cut();
    QTRY_COMPARE(heard.count, 1);
    QTRY_COMPARE(rig.server.executed().size(), 1);
    QVERIFY(rig.state(OnlineState::Online));
}

void BackendSessionTest::endsTheSessionOnGoAway() {
    BackendRig rig;
    QVERIFY(rig.work());
    QSignalSpy expired(rig.backend.get(), &Backend::sessionExpired);
    rig.server.goAway(ErrorCode::SessionExpired, 0);
    QTRY_COMPARE(expired.size(), 1);
    QVERIFY(rig.state(OnlineState::LoginNeeded));
}

void BackendSessionTest::talksToAcceptedServersOnly() {
    BackendRig rig;
    QVERIFY(rig.work());
    LinkConfig config;
    QTemporaryDir folder;
    config.profileFolder = folder.path();
    config.makeWire = rig.server.wires();
    Backend backend(config);
    QVERIFY(BackendRig::wait([&] { return backend.status().state == OnlineState::Unpaired; }));
    std::optional<QString> found;
    const PinnedServer address = FakeServer::address();
    backend.fetchFingerprint(address.host, address.port, &rig.context,
                             [&](const Result<QString>& pin) { found = pin.value_or(QString()); });
    QTRY_VERIFY(found.has_value());
    QCOMPARE(*found, address.pin);
    QCOMPARE(backend.status().state, OnlineState::Unpaired);
    backend.acceptServer({address.host, address.port, *found});
    QVERIFY(BackendRig::wait([&] { return backend.status().state == OnlineState::LoginNeeded; }));
    QCOMPARE(backend.status().server, address);
    // Another pin is another hospital: nothing of this one is sent there.
    backend.acceptServer({address.host, address.port, QString(64, QLatin1Char('1'))});
    QVERIFY(BackendRig::wait([&] { return backend.status().state == OnlineState::PinMismatch; }));
}

void BackendSessionTest::knowsTheServersTime() {
    BackendRig rig;
    QVERIFY(rig.work());
    const Instant granted(1'800'000'000'000);
    QVERIFY(rig.backend->serverNow() >= granted);
    QVERIFY(rig.backend->serverNow() < Instant(granted.ms + 60'000));
    QCOMPARE(rig.backend->zone(), QStringLiteral("Asia/Jakarta"));
    QCOMPARE(rig.backend->today(), QDate(2027, 1, 15));
}

void BackendSessionTest::takesTheLastLogIn() {
    BackendRig rig;
    Heard first;
    Heard second;
    rig.backend->logIn(QStringLiteral("ani"), QStringLiteral("salah"), &rig.context,
                       first.as<SessionGrant>());
    rig.backend->logIn(QStringLiteral("ani"), QStringLiteral("benar"), &rig.context,
                       second.as<SessionGrant>());
    QTRY_COMPARE(first.count + second.count, 2);
    QVERIFY(first.code != ErrorCode::None);
    QCOMPARE(second.code, ErrorCode::None);
    QVERIFY(rig.state(OnlineState::Online));
}

void BackendSessionTest::noticesADeadLine() {
    FakeServer server;
    QTemporaryDir folder;
    LinkConfig config;
    config.profileFolder = folder.path();
    config.server = FakeServer::address();
    config.makeWire = server.wires();
    config.times.pingMs = 50;
    config.times.pongMs = 100;
    config.times.backoffFirstMs = 10;
    Backend backend(config);
    QVERIFY(BackendRig::wait([&] { return backend.status().state == OnlineState::LoginNeeded; }));
    QTRY_VERIFY(server.frames().count(FrameKind::Ping) >= 3);
    QCOMPARE(server.frames().count(FrameKind::Hello), 1);
    server.set([](auto& b) { b.answersPings = false; });
    QTRY_VERIFY(server.frames().count(FrameKind::Hello) >= 2);
}

void BackendSessionTest::letsOneProgramUseAProfile() {
    BackendRig rig;
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    LinkConfig config;
    config.profileFolder = rig.folder.path();
    config.server = FakeServer::address();
    config.makeWire = rig.server.wires();
    Backend second(config);
    QVERIFY(BackendRig::wait([&] { return second.status().error.has_value(); }));
    QCOMPARE(second.status().error->code, ErrorCode::StorageFailed);
    QCOMPARE(second.status().error->args, QStringList{QStringLiteral("locked")});
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::BackendSessionTest)
#include "backend_session_test.moc"
