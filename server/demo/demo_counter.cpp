// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demo_counter.h"

#include <algorithm>

#include "common/base/random.h"
#include "common/registration/counter_rules.h"

namespace simrs {
namespace {

constexpr std::int64_t kSecondMs = 1000;
constexpr std::uint64_t kPriorityPercent = 9;
constexpr std::uint64_t kAbsentPercent = 3;
/// How many hold a number now and are not called yet.
constexpr int kStillWaiting = 7;

class CounterDay {
  public:
    CounterDay(const DemoMasters& masters, Random& random) : m_masters(masters), m_random(random) {
        const std::vector<UserId> clerks = demoClerks();
        for (std::size_t i = 0; i < clerks.size(); ++i)
            m_counters.insert(clerks[i], QStringLiteral("Loket %1").arg(i + 1));
    }

    void addServed(const Visit& visit) {
        CounterTicket ticket = drawn(visit.payerId);
        ticket.state = CounterState::Served;
        ticket.doneAt = visit.registeredAt;
        ticket.servedAt = before(ticket.doneAt, 50, 240);
        ticket.calledAt = before(ticket.servedAt, 8, 35);
        ticket.takenAt = before(ticket.calledAt, 2 * 60, ticket.first ? 6 * 60 : 16 * 60);
        ticket.calls = 1 + static_cast<qint64>(m_random.below(5) == 0);
        ticket.counter = m_counters.value(visit.registeredBy);
        ticket.calledBy = visit.registeredBy;
        ticket.visitId = visit.id;
        if (m_random.below(100) < kAbsentPercent) addAbsent(ticket);
        m_tickets.push_back(ticket);
    }

    void addWaiting(PayerId payer, Instant now) {
        CounterTicket ticket = drawn(payer);
        ticket.takenAt = before(now, 30, 9 * 60);
        m_tickets.push_back(ticket);
    }

    void load(QDate day, BulkLoader& loader) {
        number(day, loader);
        orderCalls(day, loader);
        for (const CounterTicket& ticket : m_tickets) loader.add(ticket);
    }

  private:
    Instant before(Instant at, int leastSeconds, int mostSeconds) {
        const auto spread = static_cast<std::uint64_t>(mostSeconds - leastSeconds);
        return Instant(at.ms -
                       (leastSeconds + static_cast<std::int64_t>(m_random.below(spread))) * kSecondMs);
    }

    CounterTicket drawn(const PayerId& payer) {
        CounterTicket ticket;
        const CounterService service = serviceOf(payer);
        ticket.serviceId = service.id;
        ticket.letter = service.letter;
        ticket.first = service.first;
        return ticket;
    }

    /// Those who go first, now and then; otherwise the insured under the first of the others, and everybody
    /// else under the second.
    CounterService serviceOf(const PayerId& payer) {
        const bool goesFirst = m_random.below(100) < kPriorityPercent;
        QList<CounterService> fitting = m_masters.services;
        fitting.removeIf([&](const CounterService& service) { return service.first != goesFirst; });
        if (fitting.isEmpty()) return m_masters.services.first();
        return m_masters.isInsured(payer) ? fitting.first() : fitting.value(1, fitting.first());
    }

    /// Somebody who was called just before and had gone.
    void addAbsent(const CounterTicket& after) {
        CounterTicket ticket = drawn({});
        ticket.state = CounterState::Skipped;
        ticket.calledAt = before(after.calledAt, 5, 40);
        ticket.takenAt = before(ticket.calledAt, 10 * 60, 20 * 60);
        ticket.calls = 2;
        ticket.counter = after.counter;
        ticket.calledBy = after.calledBy;
        m_tickets.push_back(ticket);
    }

    void number(QDate day, BulkLoader& loader) {
        std::stable_sort(
            m_tickets.begin(), m_tickets.end(),
            [](const CounterTicket& a, const CounterTicket& b) { return a.takenAt < b.takenAt; });
        // Nobody draws before the day begins, however far back it was counted.
        const Instant begin = instantIn(m_masters.hospital.zone, day, 0);
        QHash<QString, qint64> last;
        for (CounterTicket& ticket : m_tickets) {
            ticket.takenAt = std::max(ticket.takenAt, begin);
            if (!ticket.calledAt.isNull()) ticket.calledAt = std::max(ticket.calledAt, ticket.takenAt);
            if (!ticket.servedAt.isNull()) ticket.servedAt = std::max(ticket.servedAt, ticket.calledAt);
            ticket.id = CounterTicketId(demoId(ticket.takenAt, m_random));
            ticket.serviceDate = day;
            ticket.number = ++last[ticket.letter];
        }
        for (auto it = last.cbegin(); it != last.cend(); ++it)
            loader.setCounter(counterTicketSeries(day, it.key()), it.value());
    }

    void orderCalls(QDate day, BulkLoader& loader) {
        std::vector<CounterTicket*> called;
        for (CounterTicket& ticket : m_tickets) {
            if (!ticket.calledAt.isNull()) called.push_back(&ticket);
        }
        std::stable_sort(called.begin(), called.end(), [](const CounterTicket* a, const CounterTicket* b) {
            return a->calledAt < b->calledAt;
        });
        qint64 turn = 0;
        for (CounterTicket* ticket : called) ticket->turn = ++turn;
        loader.setCounter(counterCalls(day), turn);
    }

    const DemoMasters& m_masters;
    Random& m_random;
    QHash<UserId, QString> m_counters;
    std::vector<CounterTicket> m_tickets;
};

}  // namespace

void addCounterTickets(const std::vector<DemoVisit>& visits, const DemoMasters& masters, Instant now,
                       Random& random, BulkLoader& loader) {
    if (visits.empty() || masters.services.isEmpty()) return;
    CounterDay day(masters, random);
    for (const DemoVisit& one : visits) {
        if (one.visit.type == VisitType::Outpatient) day.addServed(one.visit);
    }
    for (int i = 0; i < kStillWaiting; ++i)
        day.addWaiting(visits[random.below(visits.size())].visit.payerId, now);
    day.load(visits.front().visit.serviceDate, loader);
}

}  // namespace simrs
