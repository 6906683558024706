// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's queue through a real server on both engines: numbers that are given once, counters that call
// in the same moment, who goes first, and the visit a number ends in.
#include <QSet>
#include <QTest>
#include <thread>

#include "common/registration/counter_requests.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QString kOne = QStringLiteral("Loket 1");
const QString kTwo = QStringLiteral("Loket 2");

}  // namespace

class CounterQueueTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    /// One server for each engine; every test has services of its own.
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        Engine& engine = m_engines[postgres ? 1 : 0];
        if (!engine.rig) {
            engine.rig = std::make_unique<ServerRig>(
                postgres ? testDatabaseUrl(QStringLiteral("counterqueue")) : QString());
            engine.head = engine.rig->client(Role::HeadOfRegistration);
            engine.machine = engine.rig->client(Role::TicketDispenser);
            engine.one = engine.rig->client(Role::RegistrationClerk);
            engine.two = engine.rig->client(Role::RegistrationClerk);
        }
        m_at = &engine;
    }

    void aNumberIsGivenOnce() {
        const CounterServiceId ours = service();
        const CounterServiceId theirs = service();
        auto other = m_at->rig->client(Role::TicketDispenser);
        QList<qint64> numbers[2];
        const auto work = [&](DeskClient& machine, QList<qint64>& into) {
            for (int i = 0; i < 20; ++i) {
                const auto taken = machine.submit(TakeCounterTicket{ours});
                if (taken) into.append(taken->ticket.number);
            }
        };
        std::thread first([&] { work(*m_at->machine, numbers[0]); });
        std::thread second([&] { work(*other, numbers[1]); });
        first.join();
        second.join();
        QList<qint64> all = numbers[0] + numbers[1];
        std::sort(all.begin(), all.end());
        QCOMPARE(all.size(), 40);
        for (int i = 0; i < all.size(); ++i) QCOMPARE(all[i], i + 1);
        // Another letter counts for itself.
        const auto taken = m_at->machine->submit(TakeCounterTicket{theirs});
        QVERIFY2(taken, failure(taken));
        QCOMPARE(taken->ticket.number, 1);
        QVERIFY(taken->ahead >= 40);
        QVERIFY(taken->ticket.visitId.isNull());
    }

    void theMachineMayTakeANumberAndNothingElse() {
        const CounterTicket ticket = take(service());
        QCOMPARE(m_at->machine->ask(ListCounterQueue{ticket.serviceDate}).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(m_at->machine->submit(CallCounterTicket{kOne, {}, {}}).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(m_at->machine->ask(ListVisits{ticket.serviceDate, {}}).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(m_at->head->submit(TakeCounterTicket{CounterServiceId(Uuid::named("gone"))}).error().code,
                 ErrorCode::CounterServiceUnknown);
    }

    void thoseWhoGoFirstDoButNotForEver() {
        const CounterServiceId usual = service();
        const CounterServiceId first = service(true);
        const CounterTicket opening = take(usual);
        QCOMPARE(called(*m_at->one, kOne, {usual}).id, opening.id);  // Nobody of the first kind was last.
        QList<CounterTicketId> others, firsts;
        for (int i = 0; i < 3; ++i) others.append(take(usual).id);
        for (int i = 0; i < 3; ++i) firsts.append(take(first).id);
        QList<CounterTicketId> order;
        for (int i = 0; i < 6; ++i) {
            // Over both counters.
            DeskClient& desk = i % 2 ? *m_at->two : *m_at->one;
            order.append(called(desk, i % 2 ? kTwo : kOne, {usual, first}).id);
        }
        const QList<CounterTicketId> expected{firsts[0], firsts[1], others[0],
                                              firsts[2], others[1], others[2]};
        QCOMPARE(order, expected);
    }

    void twoCountersNeverCallTheSame() {
        const CounterServiceId mine = service();
        constexpr int kTickets = 30;
        for (int i = 0; i < kTickets; ++i) take(mine);
        QList<CounterTicketId> calls[2];
        const auto work = [&](DeskClient& desk, const QString& counter, QList<CounterTicketId>& into) {
            for (;;) {
                const auto next = desk.submit(CallCounterTicket{counter, {}, {mine}});
                if (!next) return;
                into.append(next->ticket.id);
            }
        };
        std::thread first([&] { work(*m_at->one, kOne, calls[0]); });
        std::thread second([&] { work(*m_at->two, kTwo, calls[1]); });
        first.join();
        second.join();
        const QList<CounterTicketId> all = calls[0] + calls[1];
        QCOMPARE(all.size(), kTickets);
        QCOMPARE(QSet<CounterTicketId>(all.cbegin(), all.cend()).size(), kTickets);
        QVERIFY(!calls[0].isEmpty() && !calls[1].isEmpty());
        QCOMPARE(m_at->one->submit(CallCounterTicket{kOne, {}, {mine}}).error().code,
                 ErrorCode::CounterQueueEmpty);
        // The empty call took nothing back: who is at a counter still is.
        QCOMPARE(rowOf(calls[0].last()).state, CounterState::Called);
    }

    void ofTwoWhoChooseOneTheLoserReadsWhere() {
        const CounterServiceId mine = service();
        for (int round = 0; round < 8; ++round) {
            const CounterTicket ticket = take(mine);
            std::optional<Result<CounterTicketNow>> outcomes[2];
            std::thread first([&] {
                outcomes[0] = m_at->one->submit(CallCounterTicket{kOne, ticket.id, {}});
            });
            std::thread second([&] {
                outcomes[1] = m_at->two->submit(CallCounterTicket{kTwo, ticket.id, {}});
            });
            first.join();
            second.join();
            const int winner = outcomes[0]->has_value() ? 0 : 1;
            QVERIFY(outcomes[winner]->has_value());
            QVERIFY(!outcomes[1 - winner]->has_value());
            const Error& refusal = outcomes[1 - winner]->error();
            QCOMPARE(refusal.code, ErrorCode::CounterTicketTaken);
            QCOMPARE(refusal.args, QStringList{winner == 0 ? kOne : kTwo});
            QCOMPARE(rowOf(ticket.id).calls, 1);
        }
    }

    void calledAgainServedAndDone() {
        const CounterServiceId mine = service();
        const CounterTicket ticket = take(mine);
        QCOMPARE(m_at->one->submit(ServeCounterTicket{ticket.id, kOne}).error().code,
                 ErrorCode::CounterTicketTaken);  // Nobody has called it.
        QCOMPARE(called(*m_at->one, kOne, {mine}).id, ticket.id);
        const auto again = m_at->one->submit(CallCounterTicket{kOne, ticket.id, {}});
        QVERIFY2(again, failure(again));
        QCOMPARE(again->ticket.calls, 2);
        QCOMPARE(again->ticket.calledAt, rowOf(ticket.id).calledAt);
        const auto elsewhere = m_at->two->submit(FinishCounterTicket{ticket.id, kTwo});
        QCOMPARE(elsewhere.error().args, QStringList{kOne});
        const auto serving = m_at->one->submit(ServeCounterTicket{ticket.id, kOne});
        QVERIFY2(serving, failure(serving));
        QCOMPARE(serving->ticket.state, CounterState::Serving);
        const auto done = m_at->one->submit(FinishCounterTicket{ticket.id, kOne});
        QVERIFY2(done, failure(done));
        QCOMPARE(done->ticket.state, CounterState::Served);
        QVERIFY(done->ticket.doneAt >= done->ticket.servedAt);
        QCOMPARE(m_at->one->submit(CallCounterTicket{kOne, ticket.id, {}}).error().code,
                 ErrorCode::CounterTicketDone);
        QCOMPARE(m_at->one->submit(CallCounterTicket{QString(), {}, {}}).error().code,
                 ErrorCode::FieldRequired);
    }

    void theNextCallEndsTheOneBefore() {
        const CounterServiceId mine = service();
        const CounterTicket absent = take(mine), came = take(mine), last = take(mine);
        QCOMPARE(called(*m_at->one, kOne, {mine}).id, absent.id);
        QCOMPARE(called(*m_at->one, kOne, {mine}).id, came.id);
        QCOMPARE(rowOf(absent.id).state, CounterState::Skipped);
        QVERIFY(m_at->one->submit(ServeCounterTicket{came.id, kOne}));
        QCOMPARE(called(*m_at->one, kOne, {mine}).id, last.id);
        QCOMPARE(rowOf(came.id).state, CounterState::Served);
        QVERIFY(!rowOf(came.id).doneAt.isNull());
        // He turns up after all, at the other counter.
        const auto late = m_at->two->submit(CallCounterTicket{kTwo, absent.id, {}});
        QVERIFY2(late, failure(late));
        QCOMPARE(late->ticket.state, CounterState::Called);
        QCOMPARE(late->ticket.counter, kTwo);
        QCOMPARE(late->ticket.turn, rowOf(absent.id).turn);
        QVERIFY(late->ticket.turn < rowOf(came.id).turn);
    }

    void isSomebodysOnceAVisitIsRegistered() {
        const CounterServiceId mine = service();
        const CounterTicket ticket = take(mine);
        called(*m_at->one, kOne, {mine});
        const Visit visit = registered();
        QCOMPARE(
            m_at->one->submit(LinkCounterTicket{ticket.id, kOne, VisitId(Uuid::named("none"))}).error().code,
            ErrorCode::VisitUnknown);
        QCOMPARE(m_at->two->submit(LinkCounterTicket{ticket.id, kTwo, visit.id}).error().code,
                 ErrorCode::CounterTicketTaken);
        const auto linked = m_at->one->submit(LinkCounterTicket{ticket.id, kOne, visit.id});
        QVERIFY2(linked, failure(linked));
        QCOMPARE(linked->ticket.visitId, visit.id);
        QCOMPARE(linked->ticket.state, CounterState::Serving);
        QCOMPARE(m_at->one->submit(SkipCounterTicket{ticket.id, kOne}).error().code,
                 ErrorCode::CounterTicketDone);
        QVERIFY(m_at->one->submit(FinishCounterTicket{ticket.id, kOne}));
        QCOMPARE(m_at->one->submit(LinkCounterTicket{ticket.id, kOne, registered().id}).error().code,
                 ErrorCode::CounterTicketDone);
        QCOMPARE(rowOf(ticket.id).visitId, visit.id);
        const auto board = m_at->one->ask(DeskBoard{ticket.serviceDate});
        QVERIFY2(board, failure(board));
        QVERIFY(board->atDesk && board->visits >= 2);
    }

    void whoWasRegisteredDidCome() {
        const CounterServiceId mine = service();
        const CounterTicket quick = take(mine);
        take(mine);
        called(*m_at->one, kOne, {mine});
        const Visit visit = registered();
        called(*m_at->one, kOne, {mine});  // Before the registration's answer was there.
        QCOMPARE(rowOf(quick.id).state, CounterState::Skipped);
        QCOMPARE(m_at->two->submit(LinkCounterTicket{quick.id, kTwo, visit.id}).error().code,
                 ErrorCode::CounterTicketTaken);
        const auto linked = m_at->one->submit(LinkCounterTicket{quick.id, kOne, visit.id});
        QVERIFY2(linked, failure(linked));
        QCOMPARE(linked->ticket.state, CounterState::Served);
        QCOMPARE(linked->ticket.servedAt, linked->ticket.calledAt);
        QVERIFY(!linked->ticket.doneAt.isNull());
    }

    void whoWatchesIsTold() {
        const CounterServiceId mine = service();
        const QDate day = take(mine).serviceDate;
        QVERIFY(m_at->two->subscribe(7, ListCounterQueue::info.type, encode(ListCounterQueue{day})));
        take(mine);
        const auto told = m_at->two->awaitChanged(10'000);
        QVERIFY2(told, failure(told));
        QCOMPARE(*told, 7);
    }

  private:
    struct Engine {
        std::unique_ptr<ServerRig> rig;
        std::unique_ptr<DeskClient> head, machine, one, two;
        int services = 0;
        int people = 0;
    };

    CounterServiceId service(bool first = false) {
        CounterService row;
        row.code = QStringLiteral("S%1").arg(++m_at->services);
        row.name = QStringLiteral("Layanan %1").arg(m_at->services);
        row.letter =
            QStringLiteral("%1%2").arg(QLatin1Char(m_at->services < 10 ? 'Y' : 'Z')).arg(m_at->services % 10);
        row.first = first;
        const auto saved = m_at->head->submit(SaveMaster<CounterService>{{}, row});
        if (!saved) qFatal("service: %s", failure(saved));
        return saved->row.id;
    }
    CounterTicket take(const CounterServiceId& id) {
        const auto taken = m_at->machine->submit(TakeCounterTicket{id});
        if (!taken) qFatal("take: %s", failure(taken));
        return taken->ticket;
    }
    CounterTicket called(DeskClient& desk, const QString& counter, const QList<CounterServiceId>& services) {
        const auto next = desk.submit(CallCounterTicket{counter, {}, services});
        if (!next) qWarning("call: %s", failure(next));
        return next ? next->ticket : CounterTicket();
    }
    CounterTicket rowOf(const CounterTicketId& id) {
        CounterTicket row;
        const auto store = m_at->rig->store();
        const Status read = store->read([&](Reader& reader) {
            row = reader.get<CounterTicket>(id).value_or(CounterTicket());
            return Status();
        });
        return read ? row : CounterTicket();
    }
    Visit registered() {
        const Masters& masters = m_at->rig->masters();
        const auto patient = m_at->one->submit(RegisterPatient{testPatient(100 + ++m_at->people), {}});
        if (!patient) qFatal("patient: %s", failure(patient));
        RegisterVisit command;
        command.patientId = patient->id;
        command.clinicId = masters.clinics.first().id;
        command.doctorId = masters.doctors.first().id;
        command.payerId = masters.payers.first().id;
        const auto made = m_at->one->submit(command);
        if (!made) qFatal("visit: %s", failure(made));
        return made->visit;
    }

    Engine m_engines[2];
    Engine* m_at = nullptr;
};

QTEST_GUILESS_MAIN(CounterQueueTest)
#include "counter_queue_test.moc"
