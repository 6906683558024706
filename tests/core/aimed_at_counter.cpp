// SPDX-License-Identifier: GPL-3.0-or-later
// Requests about the numbers of the counter's queue.
#include "tests/core/random_world.h"

namespace simrs::test {

std::optional<QByteArray> aimedAtCounter(qint64 type, const World& world, Random& random) {
    const CounterTicketId ticket = pick(random, world.counterTickets).id;
    // That of the tickets, or the one beside it.
    const QString counter = random.below(3) ? kCounter : QStringLiteral("Loket 2");
    const CounterServiceId service = pick(random, world.services).id;
    switch (type) {
        case TakeCounterTicket::info.type:
            return encode(TakeCounterTicket{service});
        case CallCounterTicket::info.type:
            return encode(CallCounterTicket{
                counter, random.below(2) ? ticket : CounterTicketId(),
                random.below(2) ? QList<CounterServiceId>{service} : QList<CounterServiceId>()});
        case ServeCounterTicket::info.type:
            return encode(ServeCounterTicket{ticket, counter});
        case FinishCounterTicket::info.type:
            return encode(FinishCounterTicket{ticket, counter});
        case SkipCounterTicket::info.type:
            return encode(SkipCounterTicket{ticket, counter});
        case LinkCounterTicket::info.type:
            return encode(LinkCounterTicket{ticket, counter, pick(random, world.visits).id});
        default:
            return std::nullopt;
    }
}

}  // namespace simrs::test
