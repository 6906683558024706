// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions from log-in to their end: guesses over many connections, an end by somebody else, a stop in the
// middle of the work; and what a live list leaves in the read audit.
#include <QTest>
#include <QThread>

#include "common/access/accounts.h"
#include "tests/server/server_rig.h"

using namespace simrs;
using namespace simrs::test;

class SessionTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerRig>(); }
    void cleanup() { m_rig.reset(); }

    void manyConnectionsGuessNoMoreThanOne() {
        std::vector<std::unique_ptr<DeskClient>> guessers;
        for (int i = 0; i < 4 * limits::kLoginAttempts; ++i) {
            guessers.push_back(greeted());
            sendLogIn(*guessers.back(), QStringLiteral("salah"));
        }
        int refused = 0;
        int blocked = 0;
        for (const auto& guesser : guessers) {
            const ErrorCode code = replyOf(*guesser);
            refused += code == ErrorCode::LoginRefused;
            blocked += code == ErrorCode::LoginBlocked;
        }
        QCOMPARE(refused, limits::kLoginAttempts);
        QCOMPARE(blocked, 3 * limits::kLoginAttempts);
    }

    void aNewPasswordEndsWhatIsOpen() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        auto sameUser = m_rig->client(Role::RegistrationClerk);
        auto other = m_rig->client(Role::Manager);
        QVERIFY(desk->ask(GetMasters{}));
        QVERIFY(write([](WishTx& tx) {
            return resetPassword(tx, ServerRig::loginOf(Role::RegistrationClerk), QStringLiteral("hash"),
                                 true);
        }));
        ErrorCode code = ErrorCode::None;  // A session's rights are read again after five seconds.
        for (int i = 0; i < 300 && code == ErrorCode::None; ++i) {
            if (const auto answer = desk->ask(GetMasters{}); !answer) code = answer.error().code;
            QThread::msleep(50);
        }
        QCOMPARE(code, ErrorCode::SessionExpired);
        QVERIFY(desk->tls().awaitEnd());
        QThread::msleep(500);  // It logged in a little later than the first one.
        // A command is not judged by an ended session: its author sends it again after the next log-in.
        const auto late = sameUser->command(sameUser->message(RegisterPatient::info.type,
                                                              encode(RegisterPatient{testPatient(2), {}}),
                                                              sameUser->newCommandId()));
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::SessionExpired);
        QVERIFY(sameUser->tls().awaitEnd());
        QVERIFY(other->ask(GetMasters{}));
    }

    void aLogInUnderWayIsAnsweredBeforeTheServerStops() {
        std::vector<std::unique_ptr<DeskClient>> people;
        for (int i = 0; i < 24; ++i) {
            people.push_back(greeted());
            sendLogIn(*people.back(), ServerRig::password());
        }
        QThread::msleep(100);  // All have been read; hashing them takes several times as long.
        m_rig->stop(1'500);
        int answeredWhileStopping = 0;
        for (const auto& person : people) {
            bool toldToGo = false;
            for (auto frame = person->tls().receive(); frame; frame = person->tls().receive()) {
                toldToGo = toldToGo || frame->kind == FrameKind::GoAway;
                answeredWhileStopping += toldToGo && frame->kind == FrameKind::Reply;
            }
        }
        QVERIFY(answeredWhileStopping > 0);
    }

    /// For the sanitizers: log-ins and noted reads are queued when the server goes.
    void aStopInTheMiddleOfTheWork() {
        const auto patient =
            m_rig->client(Role::RegistrationClerk)->submit(RegisterPatient{testPatient(1), {}});
        QVERIFY(patient);
        auto reader = m_rig->client(Role::Manager);
        std::vector<std::unique_ptr<DeskClient>> people;
        for (int i = 0; i < 16; ++i) people.push_back(greeted());
        for (const auto& person : people) sendLogIn(*person, QStringLiteral("salah"));
        for (qint64 i = 1; i <= 60; ++i)
            QVERIFY(reader->tls().send(
                FrameKind::Request,
                encode(RequestMessage{1000 + i, GetPatient::info.type, encode(GetPatient{patient->id})})));
        m_rig->stop(0);
        m_rig->start();
        QVERIFY(m_rig->client(Role::Manager)->ask(GetPatient{patient->id}));
    }

    void aLiveListNotesEachPatientOnce() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        auto watcher = m_rig->client(Role::Manager);
        const ListVisits today{dayIn(m_rig->masters().hospital.zone, SystemClock().now()), {}, 100};
        registerVisit(*desk, 1);
        QVERIFY(watcher->subscribe(1, ListVisits::info.type, encode(today)));
        for (int i = 0; i < 3; ++i) QCOMPARE(watcher->ask(today)->lines.size(), 1);
        registerVisit(*desk, 2);
        for (int i = 0; i < 3; ++i) QCOMPARE(watcher->ask(today)->lines.size(), 2);
        // Another question shows them anew.
        ListVisits once = today;
        once.limit = 50;
        QVERIFY(watcher->ask(once));
        QTRY_COMPARE(noted(), QList<qsizetype>({1, 1, 2}));
    }

  private:
    std::unique_ptr<DeskClient> greeted() {
        auto made = std::make_unique<DeskClient>();
        if (!made->connect(m_rig->port(), m_rig->pin())) qFatal("no connection");
        return made;
    }
    static void sendLogIn(DeskClient& client, const QString& password) {
        LogIn request;
        request.login = ServerRig::loginOf(Role::RegistrationClerk);
        request.password = password;
        request.devicePublicKey = client.device().key.publicDer;
        request.signature = *signWithDeviceKey(client.device().key.privatePem, client.welcome().challenge);
        if (!client.tls().send(FrameKind::Request, encode(RequestMessage{1, kLogInType, encode(request)})))
            qFatal("not sent");
    }
    static ErrorCode replyOf(DeskClient& client) {
        const auto frame = client.tls().receive(30'000);
        if (!frame || frame->kind != FrameKind::Reply) return ErrorCode::NotConnected;
        return errorFromNumber(static_cast<int>(decode<ReplyMessage>(frame->payload)->error));
    }
    bool write(const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        SystemClock clock;
        SystemRandom random;
        context.writeId = Uuid::make(clock, random);
        context.at = clock.now();
        context.isCommand = false;
        return m_rig->store()->write(context, work).has_value();
    }
    void registerVisit(DeskClient& desk, int number) {
        const auto patient = desk.submit(RegisterPatient{testPatient(number), {}});
        RegisterVisit intent;
        intent.patientId = patient->id;
        intent.clinicId = m_rig->masters().clinics.first().id;
        intent.doctorId = m_rig->masters().doctors.first().id;
        intent.payerId = m_rig->masters().payers.first().id;
        QVERIFY(desk.submit(intent));
    }
    /// How many patients each row of the read audit about lists names, in order.
    QList<qsizetype> noted() {
        DatabaseConfig config;
        config.path = m_rig->folder() + QStringLiteral("/hospital.db");
        QList<qsizetype> sizes;
        const auto db = Database::open(config);
        (*db)->query(
            QStringLiteral("SELECT changes FROM audit WHERE note = 'read' AND request = 'list_visits' "
                           "ORDER BY number"),
            {}, [&](const Row& row) {
                sizes.append(decode<AuditChanges>(row.value(0).toByteArray())->list.size());
            });
        return sizes;
    }

    std::unique_ptr<ServerRig> m_rig;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
