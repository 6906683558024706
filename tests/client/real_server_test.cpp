// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way: the Backend over TLS to a real server, which goes away and comes back.
#include <QSignalSpy>

#include "app/client/backend.h"
#include "common/registration/requests.h"
#include "tests/client/answer_of.h"
#include "tests/server/server_rig.h"

namespace simrs {

class RealServerTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void registersOverTlsAndSurvivesARestart();

  private:
    static LinkConfig configFor(const test::ServerRig& server, const QTemporaryDir& folder) {
        LinkConfig config;
        config.profileFolder = folder.path();
        config.server = {QStringLiteral("127.0.0.1"), server.port(), server.pin()};
        config.deviceName = QStringLiteral("Loket Uji");
        return config;
    }
    bool logIn(Backend& backend, Role role) {
        return test::answerOf<SessionGrant>([&](auto then) {
                   backend.logIn(test::ServerRig::loginOf(role), test::ServerRig::password(), this, then);
               })
            .has_value();
    }
};

void RealServerTest::registersOverTlsAndSurvivesARestart() {
    test::ServerRig server;
    QTemporaryDir folder;
    QTemporaryDir otherFolder;
    Backend backend(configFor(server, folder));
    Backend other(configFor(server, otherFolder));
    QVERIFY(logIn(backend, Role::RegistrationClerk));
    QVERIFY(logIn(other, Role::HeadOfRegistration));
    QTRY_VERIFY_WITH_TIMEOUT(backend.masters(), 10'000);

    RegisterPatient patient;
    patient.patient = test::testPatient(1);
    const auto made = test::answerOf<PatientMade>([&](auto then) { backend.submit(patient, this, then); });
    QVERIFY2(made, qPrintable(made ? QString() : errorName(made.error().code)));

    int lines = -1;
    ListVisits today;
    today.serviceDate = backend.today();
    const auto live = other.subscribe(today, this, [&](const Result<VisitList>& list) {
        if (list) lines = static_cast<int>(list->lines.size());
    });
    QTRY_COMPARE_WITH_TIMEOUT(lines, 0, 10'000);

    RegisterVisit visit;
    visit.patientId = made->id;
    visit.clinicId = server.masters().clinics[0].id;
    visit.doctorId = server.masters().doctors[0].id;
    visit.payerId = server.masters().payers[0].id;
    const auto registered = test::answerOf<VisitMade>([&](auto then) { backend.submit(visit, this, then); });
    QVERIFY2(registered, qPrintable(registered ? QString() : errorName(registered.error().code)));
    QCOMPARE(registered->ticket.number.value_or(0), 1);
    QTRY_COMPARE_WITH_TIMEOUT(lines, 1, 10'000);

    server.stop();
    QTRY_VERIFY_WITH_TIMEOUT(backend.status().state != OnlineState::Online, 10'000);
    visit.clinicId = server.masters().clinics[1].id;
    visit.doctorId = server.masters().doctors[1].id;
    QSignalSpy ended(&backend, &Backend::commandEnded);
    const auto pending = test::answerOf<VisitMade>([&](auto then) { backend.submit(visit, this, then); });
    QCOMPARE(pending.error().code, ErrorCode::TimedOut);
    QCOMPARE(backend.status().waiting, 1);

    // The server comes back on another port: the same hospital, recognised by its pin.
    server.start();
    for (Backend* one : {&backend, &other}) one->acceptServer(configFor(server, folder).server);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY(!ended.first().first().value<CommandOutcome>().error);
    QTRY_COMPARE_WITH_TIMEOUT(lines, 2, 20'000);
    QCOMPARE(backend.status().waiting, 0);
    QVERIFY(backend.session());
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::RealServerTest)
#include "real_server_test.moc"
