// SPDX-License-Identifier: GPL-3.0-or-later
// Commands through the Backend: durable, once, in order, never silent; questions: cancelled, late, live.
#include <QElapsedTimer>
#include <QSignalSpy>

#include "tests/client/backend_rig.h"

namespace simrs {

using test::BackendRig;
using test::Heard;

class BackendTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void registersAVisit();
    void refusesBeforeSending();
    void tellsALateResult();
    void takesTheSameIdOnce();
    void keepsARefusalThatNobodyHeard();
    void forgetsARefusalThatWasHeard();
    void sendsAgainAfterALostConnection();
    void sendsAgainInOrderWhenTheServerFails();
    void keepsLocalCommandsOffline();
    void neverSendsOnlineOnlyLater();
    void goesOnAfterARestart();
    void waitsForNumbers();
    void stopsWhereServerAndOutboxDisagree();
    void withdraws();

    void asks();
    void dropsAnswersNobodyWants();
    void timesOut();
    void holdsQuestionsWhileReconnecting();
    void livesAndLimits();
    void subscribesAgainAfterAnError();
};

// ---- commands
void BackendTest::registersAVisit() {
    BackendRig rig;
    QVERIFY(rig.work());
    Heard heard;
    const CommandId id = rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QCOMPARE(heard.count, 0);  // Later, never from inside the call.
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::None);
    QCOMPARE(rig.server.executed().size(), 1);
    const CommandMessage sent = rig.server.executed().first();
    QCOMPARE(sent.id, id);
    QCOMPARE(sent.seq, 1);
    QCOMPARE(sent.actor, rig.backend->session()->user.uuid());
    QVERIFY(!sent.assured);
    const auto command = decode<RegisterVisit>(sent.payload);
    QVERIFY(command);
    QVERIFY(command->registrationNumber > 0);
    QCOMPARE(command->letter, QStringLiteral("D"));
    QVERIFY(!command->series.isEmpty());
    QCOMPARE(command->serviceDate, rig.backend->today());
    QTRY_COMPARE(rig.backend->status().waiting, 0);
    QVERIFY(rig.backend->pending().isEmpty());
}

void BackendTest::refusesBeforeSending() {
    BackendRig rig;
    QVERIFY(rig.work());
    RegisterVisit command = rig.visit();
    command.payerId = {};
    Heard heard;
    rig.backend->submit(command, &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::PayerUnknown);
    QCOMPARE(rig.server.commandFrames(), 0);
    QVERIFY(rig.backend->pending().isEmpty());
}

void BackendTest::tellsALateResult() {
    BackendRig rig;
    QVERIFY(rig.work());
    QSignalSpy ended(rig.backend.get(), &Backend::commandEnded);
    rig.server.set([](auto& b) { b.answersCommands = false; });
    Heard heard;
    const CommandId id = rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::TimedOut);
    QCOMPARE(rig.backend->pending().size(), 1);
    QCOMPARE(rig.backend->pending().first().id, id);
    QCOMPARE(rig.backend->pending().first().state, PendingState::Sent);
    QCOMPARE(rig.backend->pending().first().request, QStringLiteral("register_visit"));
    QCOMPARE(rig.backend->status().waiting, 1);
    rig.server.set([](auto& b) { b.answersCommands = true; });
    rig.server.cut();
    QTRY_COMPARE(ended.size(), 1);
    const auto outcome = ended.first().first().value<CommandOutcome>();
    QCOMPARE(outcome.id, id);
    QVERIFY(outcome.late);
    QVERIFY(outcome.as<RegisterVisit>());
    QCOMPARE(heard.count, 1);
    QCOMPARE(rig.server.executed().size(), 1);
    QTRY_VERIFY(rig.backend->pending().isEmpty());
}

void BackendTest::takesTheSameIdOnce() {
    BackendRig rig;
    QVERIFY(rig.work());
    const CommandId id = rig.backend->newCommandId();
    Heard first;
    Heard second;
    Heard third;
    rig.backend->submit(rig.visit(), &rig.context, first.as<VisitMade>(), id);
    rig.backend->submit(rig.visit(), &rig.context, second.as<VisitMade>(), id);
    QTRY_COMPARE(first.count + second.count, 2);
    QCOMPARE(second.code, ErrorCode::None);
    rig.start();
    QVERIFY(rig.work());
    rig.backend->submit(rig.visit(), &rig.context, third.as<VisitMade>(), id);
    QTRY_COMPARE(third.count, 1);
    QCOMPARE(third.code, ErrorCode::None);
    // Sent again where the program ended before its row had come; done once.
    QCOMPARE(rig.server.executed().size(), 1);
}

void BackendTest::keepsARefusalThatNobodyHeard() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) {
        b.refuse = [](const CommandMessage&) {
            return Error{ErrorCode::ClinicClosed, {QStringLiteral("Dalam")}, {}};
        };
    });
    auto page = std::make_unique<QObject>();
    Heard heard;
    const CommandId id = rig.backend->submit(rig.visit(), page.get(), heard.as<VisitMade>());
    page.reset();
    QTRY_COMPARE(rig.backend->status().refused, 1);
    QCOMPARE(heard.count, 0);
    QCOMPARE(rig.backend->pending().first().state, PendingState::Refused);
    QCOMPARE(rig.backend->pending().first().error,
             (Error{ErrorCode::ClinicClosed, {QStringLiteral("Dalam")}, {}}));
    rig.start();
    QVERIFY(rig.work());
    QTRY_COMPARE(rig.backend->status().refused, 1);
    QCOMPARE(rig.backend->pending().first().state, PendingState::Refused);
    rig.backend->acknowledge(id);
    QTRY_VERIFY(rig.backend->pending().isEmpty());
}

void BackendTest::forgetsARefusalThatWasHeard() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) {
        b.refuse = [](const CommandMessage&) { return Error{ErrorCode::ClinicClosed, {}, {}}; };
    });
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.code, ErrorCode::ClinicClosed);
    QTRY_COMPARE(rig.backend->status().refused, 0);
    QVERIFY(rig.backend->pending().isEmpty());
}

void BackendTest::sendsAgainAfterALostConnection() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.answersCommands = false; });
    Heard heard;
    for (int i = 0; i < 12; ++i) rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(rig.server.executed().size(), 8);  // The window; the others wait in the outbox.
    rig.server.set([](auto& b) { b.answersCommands = true; });
    rig.server.cut();
    QTRY_COMPARE(heard.count, 12);
    QCOMPARE(heard.code, ErrorCode::None);
    qint64 seq = 0;
    QSet<qint64> numbers;
    for (const CommandMessage& command : rig.server.executed()) {
        QCOMPARE(command.seq, ++seq);
        numbers.insert(decode<RegisterVisit>(command.payload)->registrationNumber);
    }
    QCOMPARE(seq, 12);
    QCOMPARE(numbers.size(), 12);
    QCOMPARE(rig.server.grants(), 2);
}

void BackendTest::sendsAgainInOrderWhenTheServerFails() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.failCommands = 3; });
    Heard heard;
    for (int i = 0; i < 6; ++i) rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(rig.server.executed().size(), 6);
    QTRY_VERIFY(rig.backend->pending().isEmpty());
    QVERIFY(!rig.backend->status().outboxError);
    QCOMPARE(heard.count, 6);
    QVERIFY(rig.server.commandFrames() > 6);
}

void BackendTest::keepsLocalCommandsOffline() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::TimedOut);
    QTRY_COMPARE(rig.backend->status().waiting, 1);
    QCOMPARE(rig.backend->pending().first().state, PendingState::Waiting);
    QSignalSpy ended(rig.backend.get(), &Backend::commandEnded);
    rig.server.set([](auto& b) { b.reachable = true; });
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(rig.server.executed().size(), 1);
    QTRY_COMPARE(rig.backend->status().waiting, 0);
}

void BackendTest::neverSendsOnlineOnlyLater() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    SaveMaster<Clinic> save;
    save.row = rig.server.masters().clinics[0];
    save.row.id = {};
    save.row.code = QStringLiteral("GIGI");
    Heard heard;
    rig.backend->submit(save, &rig.context, heard.as<MasterSaved<Clinic>>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::NotConnected);
    QVERIFY(rig.backend->pending().isEmpty());
    // Behind a full window it was not sent either; after "not done" it is withdrawn.
    rig.server.set([](auto& b) {
        b.reachable = true;
        b.answersCommands = false;
    });
    QVERIFY(rig.state(OnlineState::Online));
    Heard visits;
    for (int i = 0; i < 8; ++i) rig.backend->submit(rig.visit(), &rig.context, visits.as<VisitMade>());
    rig.backend->submit(save, &rig.context, heard.as<MasterSaved<Clinic>>());
    QTRY_COMPARE(heard.count, 2);
    QCOMPARE(heard.code, ErrorCode::NotConnected);
    rig.server.set([](auto& b) { b.answersCommands = true; });
    rig.server.cut();
    QTRY_VERIFY(rig.backend->pending().isEmpty());
    QCOMPARE(rig.server.executed().size(), 8);
    for (const CommandMessage& command : rig.server.executed())
        QCOMPARE(command.type, qint64(RegisterVisit::info.type));
}

void BackendTest::goesOnAfterARestart() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.answersCommands = false; });
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(rig.server.executed().size(), 1);
    rig.start();
    rig.server.set([](auto& b) { b.answersCommands = true; });
    QTRY_COMPARE(rig.backend->status().waiting, 1);
    QSignalSpy ended(rig.backend.get(), &Backend::commandEnded);
    QVERIFY(rig.logIn() == ErrorCode::None);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.first().first().value<CommandOutcome>().late);
    QCOMPARE(rig.server.executed().size(), 1);
    QCOMPARE(heard.count, 0);
}

void BackendTest::waitsForNumbers() {
    BackendRig rig;
    rig.server.set([](auto& b) { b.grantsNumbers = false; });
    QVERIFY(rig.work());
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    // Nobody waits for them longer than for an answer: the server gives the final number.
    QCOMPARE(heard.code, ErrorCode::None);
    QVERIFY(!decode<RegisterVisit>(rig.server.executed().last().payload)->temporaryNumber.isEmpty());
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    rig.server.set([](auto& b) { b.grantsNumbers = true; });
    QTRY_COMPARE(heard.count, 2);
    QCOMPARE(heard.code, ErrorCode::None);
    QVERIFY(decode<RegisterVisit>(rig.server.executed().last().payload)->temporaryNumber.isEmpty());
    QVERIFY(rig.backend->pending().isEmpty());
}

void BackendTest::stopsWhereServerAndOutboxDisagree() {
    BackendRig rig;
    rig.server.set([](auto& b) { b.lastSeqShown = 7; });
    QCOMPARE(rig.logIn(), ErrorCode::None);
    QTRY_VERIFY(rig.backend->status().outboxError.has_value());
    QCOMPARE(rig.backend->status().outboxError->code, ErrorCode::OutOfOrder);
    QCOMPARE(rig.backend->status().outboxError->args,
             (QStringList{QStringLiteral("0"), QStringLiteral("7")}));
    Heard heard;
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::OutOfOrder);
    QCOMPARE(rig.server.commandFrames(), 0);
    QCOMPARE(rig.server.requests(TakeNumbers::info.type), 0);
    rig.server.set([](auto& b) { b.lastSeqShown = -1; });
    rig.backend->startNewDevice();
    QVERIFY(rig.state(OnlineState::LoginNeeded));
    QVERIFY(!rig.backend->status().outboxError);
    QVERIFY(rig.work());
    rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(heard.count, 2);
    QCOMPARE(heard.code, ErrorCode::None);
}

void BackendTest::withdraws() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    QVERIFY(rig.state(OnlineState::Offline));
    Heard heard;
    const CommandId id = rig.backend->submit(rig.visit(), &rig.context, heard.as<VisitMade>());
    QTRY_COMPARE(rig.backend->pending().size(), 1);
    std::optional<Status> done;
    rig.backend->withdraw(id, &rig.context, [&](const Status& status) { done = status; });
    QTRY_VERIFY(done.has_value());
    QVERIFY(*done);
    QTRY_VERIFY(rig.backend->pending().isEmpty());
    rig.server.set([](auto& b) { b.reachable = true; });
    QVERIFY(rig.state(OnlineState::Online));
    QTest::qWait(100);
    QCOMPARE(rig.server.commandFrames(), 0);
}

// ---- questions
void BackendTest::asks() {
    BackendRig rig;
    Heard early;
    rig.backend->ask(FindPatients(), &rig.context, early.as<FoundPatients>());
    QTRY_COMPARE(early.count, 1);
    QCOMPARE(early.code, ErrorCode::SessionExpired);
    QVERIFY(rig.work());
    rig.server.set([](auto& b) {
        b.answer = [](qint64 type, const QByteArray& payload) -> Result<QByteArray> {
            if (type != FindPatients::info.type) return fail(ErrorCode::UnknownRequest);
            FoundPatients found;
            found.tooShort = decode<FindPatients>(payload)->text.size() < 3;
            return encode(found);
        };
    });
    std::optional<bool> tooShort;
    FindPatients query;
    query.text = QStringLiteral("ab");
    rig.backend->ask(query, &rig.context,
                     [&](const Result<FoundPatients>& found) { tooShort = found->tooShort; });
    QTRY_VERIFY(tooShort.has_value());
    QVERIFY(*tooShort);
    Heard refused;
    rig.backend->ask(GetPatient(), &rig.context, refused.as<PatientFile>());
    QTRY_COMPARE(refused.code, ErrorCode::UnknownRequest);
}

void BackendTest::dropsAnswersNobodyWants() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) {
        b.answer = [](qint64, const QByteArray&) -> Result<QByteArray> { return encode(FoundPatients()); };
    });
    Heard cancelled;
    Heard destroyed;
    Heard wanted;
    Cancel cancel = rig.backend->ask(FindPatients(), &rig.context, cancelled.as<FoundPatients>());
    QVERIFY(cancel.isRunning());
    cancel.cancel();
    QVERIFY(!cancel.isRunning());
    cancel.cancel();
    auto page = std::make_unique<QObject>();
    rig.backend->ask(FindPatients(), page.get(), destroyed.as<FoundPatients>());
    page.reset();
    rig.backend->ask(FindPatients(), &rig.context, wanted.as<FoundPatients>());
    QTRY_COMPARE(wanted.count, 1);
    QTest::qWait(50);
    QCOMPARE(cancelled.count, 0);
    QCOMPARE(destroyed.count, 0);
}

void BackendTest::timesOut() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.answersRequests = false; });
    Heard heard;
    rig.backend->ask(FindPatients(), &rig.context, heard.as<FoundPatients>(), 100);
    QTRY_COMPARE(heard.count, 1);
    QCOMPARE(heard.code, ErrorCode::TimedOut);
}

void BackendTest::holdsQuestionsWhileReconnecting() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) { b.answersRequests = false; });
    Heard query;
    Heard call;
    rig.backend->ask(FindPatients(), &rig.context, query.as<FoundPatients>());
    rig.backend->call(TakeNumbers(), &rig.context, call.as<TakeNumbers::Reply>());
    QTRY_COMPARE(rig.server.requests(FindPatients::info.type), 1);
    rig.server.set([](auto& b) {
        b.answersRequests = true;
        b.answer = [](qint64, const QByteArray&) -> Result<QByteArray> { return encode(FoundPatients()); };
    });
    rig.server.cut();
    QTRY_COMPARE(query.count, 1);
    QCOMPARE(query.code, ErrorCode::None);
    QCOMPARE(rig.server.requests(FindPatients::info.type), 2);
    QTRY_COMPARE(call.count, 1);
    QCOMPARE(call.code, ErrorCode::TimedOut);  // Its fate is unknown; it is not repeated.
    rig.server.set([](auto& b) { b.reachable = false; });
    rig.server.cut();
    rig.backend->ask(FindPatients(), &rig.context, query.as<FoundPatients>());
    QTRY_COMPARE(query.count, 2);
    QCOMPARE(query.code, ErrorCode::NotConnected);
}

void BackendTest::livesAndLimits() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) {
        b.answer = [](qint64, const QByteArray&) -> Result<QByteArray> { return encode(VisitList()); };
    });
    const qint64 type = ListVisits::info.type;
    Heard heard;
    auto live = rig.backend->subscribe(ListVisits(), &rig.context, heard.as<VisitList>());
    QTRY_COMPARE(heard.count, 1);
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < 20; ++i) {
        rig.server.changed(type);
        QTest::qWait(10);
    }
    QTRY_VERIFY(heard.count >= 3);
    QTest::qWait(150);
    // One question per 100 ms of changes, one at the beginning and one for the last change.
    QVERIFY2(heard.count <= elapsed.elapsed() / 100 + 2, qPrintable(QString::number(heard.count)));
    const int before = heard.count;
    rig.server.cut();
    QTRY_COMPARE(rig.server.subscriptions(type), 2);
    QTRY_VERIFY(heard.count > before);
    live.reset();
    const int last = heard.count;
    rig.server.changed(type);
    QTest::qWait(150);
    QCOMPARE(heard.count, last);
    QVERIFY(rig.server.frames().contains(FrameKind::Unsubscribe));
}

void BackendTest::subscribesAgainAfterAnError() {
    BackendRig rig;
    QVERIFY(rig.work());
    rig.server.set([](auto& b) {
        b.answer = [](qint64, const QByteArray&) -> Result<QByteArray> {
            return fail(ErrorCode::DatabaseUnavailable);
        };
    });
    Heard heard;
    const auto live = rig.backend->subscribe(ListVisits(), &rig.context, heard.as<VisitList>());
    QTRY_VERIFY(heard.count >= 2);
    QCOMPARE(heard.code, ErrorCode::DatabaseUnavailable);
    rig.server.set([](auto& b) {
        b.answer = [](qint64, const QByteArray&) -> Result<QByteArray> { return encode(VisitList()); };
    });
    QTRY_COMPARE(heard.code, ErrorCode::None);
    QVERIFY(rig.server.subscriptions(ListVisits::info.type) >= 3);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::BackendTest)
#include "backend_test.moc"
