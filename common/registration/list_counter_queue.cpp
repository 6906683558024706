// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits, who is where, who was served: the counter's queue of a day.
#include <algorithm>

#include "common/registration/counter_requests.h"

namespace simrs {
Result<CounterQueue> ListCounterQueue::answer(Reader& reader, const Caller&,
                                              const ListCounterQueue& request) {
    if (!request.day.isValid()) return fail(ErrorCode::FieldRequired, {QStringLiteral("service_date")});
    const auto tickets = reader.list(
        Where<CounterTicket>().eq<&CounterTicket::serviceDate>(request.day).limit(limits::kDayRows));
    if (!tickets) return fail(ErrorCode::NotHeldHere);
    CounterQueue queue;
    for (const CounterTicket& ticket : *tickets) {
        QList<CounterTicket>& list = isAtCounter(ticket)                     ? queue.atCounter
                                     : ticket.state == CounterState::Waiting ? queue.waiting
                                                                             : queue.ended;
        list.append(ticket);
        queue.served += ticket.state == CounterState::Served;
        queue.skipped += ticket.state == CounterState::Skipped;
    }
    queue.waiting = callingOrder(queue.waiting, firstInARow(*tickets));
    std::sort(queue.atCounter.begin(), queue.atCounter.end(),
              [](const CounterTicket& a, const CounterTicket& b) { return a.counter < b.counter; });
    std::sort(queue.ended.begin(), queue.ended.end(),
              [](const CounterTicket& a, const CounterTicket& b) { return a.turn > b.turn; });
    const qint64 most = std::clamp<qint64>(request.ended, 0, limits::kListRows);
    queue.ended = queue.ended.mid(0, most);
    return queue;
}

QStringList ListCounterQueue::topics(const ListCounterQueue& request) {
    return {QStringLiteral("counter_ticket/") + request.day.toString(Qt::ISODate)};
}

}  // namespace simrs
