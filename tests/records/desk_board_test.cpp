// SPDX-License-Identifier: GPL-3.0-or-later
// The board of the desk: every figure counted by hand over a morning in which each command takes a second.
#include <QTest>

#include "common/registration/counter_requests.h"
#include "tests/records/records_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

const QString kOne = QStringLiteral("Loket 1");
const QString kTwo = QStringLiteral("Loket 2");

}  // namespace

class DeskBoardTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_rig = std::make_unique<RecordsRig>();
        m_service = service("JKN", "J");
    }

    void anEmptyDayHasNoAverages() {
        const BoardFigures empty = board();
        QVERIFY(empty.hours.isEmpty() && empty.clinics.isEmpty());
        QVERIFY(!empty.wait && !empty.recentWait && !empty.atDesk);
        QVERIFY(empty.waitingSince.isNull());
        QCOMPARE(m_rig->ask(DeskBoard()).error().code, ErrorCode::FieldRequired);
        QCOMPARE(m_rig->ask(ListCounterQueue()).error().code, ErrorCode::FieldRequired);
    }

    void countsTheMorning() {
        const CounterTicket one = take();
        const CounterTicket two = take();
        const CounterTicket three = take();
        take();
        // One: called 4 s after it was taken, come 1 s later, 3 s at the desk, and linked in between.
        QCOMPARE(call(kOne).id, one.id);
        QVERIFY(m_rig->submit(ServeCounterTicket{one.id, kOne}));
        const Visit visit = m_rig->visit(somebody(), 1);
        QVERIFY(m_rig->submit(LinkCounterTicket{one.id, kOne, visit.id}));
        QVERIFY(m_rig->submit(FinishCounterTicket{one.id, kOne}));
        QCOMPARE(call(kTwo).id, two.id);
        QVERIFY(m_rig->submit(SkipCounterTicket{two.id, kTwo}));
        QCOMPARE(call(kOne).id, three.id);
        const Visit unlinked = m_rig->visit(somebody(), 0);
        const Visit cancelled = m_rig->visit(somebody(), 0);
        QVERIFY(m_rig->submit(CancelVisit{cancelled.id, {}, QStringLiteral("salah poli")}));

        const BoardFigures now = board();
        QCOMPARE(now.waiting, 1);
        QCOMPARE(now.atCounter, 1);
        QCOMPARE(now.served, 1);
        QCOMPARE(now.skipped, 1);
        QCOMPARE(now.visits, 2);
        QCOMPARE(now.waitingSince, queue().waiting.first().takenAt);
        const auto waited = [&](const CounterTicket& ticket) {
            const CounterTicket row = *m_rig->row<CounterTicket>(ticket.id);
            return (row.calledAt.ms - row.takenAt.ms) / 1000;
        };
        QCOMPARE(waited(one), 4);
        const qint64 average = (waited(one) + waited(two) + waited(three) + 1) / 3;
        QVERIFY(now.wait && qAbs(*now.wait - average) <= 1);
        QCOMPARE(now.recentWait, now.wait);
        const CounterTicket served = *m_rig->row<CounterTicket>(one.id);
        QCOMPARE(now.atDesk, (served.doneAt.ms - served.servedAt.ms) / 1000);
        QCOMPARE(served.visitId, visit.id);

        QCOMPARE(now.clinics.size(), 2);
        const auto of = [&](const ClinicId& id) {
            const auto found = std::find_if(now.clinics.begin(), now.clinics.end(),
                                            [&](const BoardClinic& row) { return row.clinicId == id; });
            return found == now.clinics.end() ? BoardClinic() : *found;
        };
        QCOMPARE(of(visit.clinicId).linked, 1);
        QCOMPARE(of(visit.clinicId).wait, std::optional<qint64>(4));
        QCOMPARE(of(visit.clinicId).atDesk, now.atDesk);
        QCOMPARE(of(unlinked.clinicId).visits, 1);
        QVERIFY(!of(unlinked.clinicId).wait);

        qint64 tickets = 0, visits = 0;
        for (const BoardHour& hour : now.hours) {
            tickets += hour.tickets;
            visits += hour.visits;
        }
        QCOMPARE(tickets, 4);
        QCOMPARE(visits, 2);
        QCOMPARE(now.hours.first().hour, minuteOfDayIn(QStringLiteral("Asia/Jakarta"), one.takenAt) / 60);
    }

    void theQueueListsEachOnce() {
        const CounterTicket one = take();
        const CounterTicket two = take();
        const CounterTicket three = take();
        QCOMPARE(call(kOne).id, one.id);
        QCOMPARE(call(kOne).id, two.id);  // The first never came.
        const CounterQueue now = queue();
        QCOMPARE(now.atCounter.size(), 1);
        QCOMPARE(now.atCounter.first().id, two.id);
        QCOMPARE(now.waiting.size(), 1);
        QCOMPARE(now.waiting.first().id, three.id);
        QCOMPARE(now.ended.size(), 1);
        QCOMPARE(now.ended.first().state, CounterState::Skipped);
        QCOMPARE(now.skipped, 1);
        ListCounterQueue none{m_day};
        none.ended = 0;
        QVERIFY(m_rig->ask(none)->ended.isEmpty());
        QCOMPARE(m_rig->ask(none)->skipped, 1);
        QVERIFY(m_rig->ask(ListCounterQueue{m_day.addDays(-1)})->waiting.isEmpty());
    }

    void aServiceThatIsSwitchedOffGivesNoNumber() {
        CounterService off = m_service;
        off.active = false;
        QVERIFY(m_rig->submit(SaveMaster<CounterService>{m_service, off}));
        QCOMPARE(m_rig->submit(TakeCounterTicket{m_service.id}).error().code,
                 ErrorCode::CounterServiceUnknown);
        QCOMPARE(m_rig->submit(TakeCounterTicket{}).error().code, ErrorCode::CounterServiceUnknown);
    }

  private:
    CounterService service(const char* code, const char* letter) {
        CounterService row;
        row.code = QString::fromLatin1(code);
        row.name = QString::fromLatin1(code);
        row.letter = QString::fromLatin1(letter);
        const auto saved = m_rig->submit(SaveMaster<CounterService>{{}, row});
        if (!saved) qFatal("service: %s", qPrintable(errorName(saved.error().code)));
        return saved->row;
    }
    CounterTicket take() {
        const auto taken = m_rig->submit(TakeCounterTicket{m_service.id}, QStringLiteral("mesin"));
        if (!taken) qFatal("take: %s", qPrintable(errorName(taken.error().code)));
        m_day = taken->ticket.serviceDate;
        return taken->ticket;
    }
    CounterTicket call(const QString& counter) {
        const auto called = m_rig->submit(CallCounterTicket{counter, {}, {}}, QStringLiteral("loket"));
        return called ? called->ticket : CounterTicket();
    }
    PatientId somebody() { return m_rig->patient(QStringLiteral("Siti %1").arg(++m_people)); }
    BoardFigures board() {
        if (!m_day.isValid()) m_day = dayIn(QStringLiteral("Asia/Jakarta"), m_rig->clock().now());
        return m_rig->ask(DeskBoard{m_day}).value_or(BoardFigures());
    }
    CounterQueue queue() { return m_rig->ask(ListCounterQueue{m_day}).value_or(CounterQueue()); }

    std::unique_ptr<RecordsRig> m_rig;
    CounterService m_service;
    QDate m_day;
    int m_people = 0;
};

QTEST_GUILESS_MAIN(DeskBoardTest)
#include "desk_board_test.moc"
