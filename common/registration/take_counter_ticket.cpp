// SPDX-License-Identifier: GPL-3.0-or-later
// A number for the counter's queue. Nobody is asked who he is.
#include "common/registration/counter_rules.h"

namespace simrs {

Status TakeCounterTicket::prepare(Prepare& prepare, TakeCounterTicket& command) {
    return check(prepare.reader(), prepare.context(), command);
}

Status TakeCounterTicket::check(Reader&, const CommandContext&, const TakeCounterTicket& command) {
    return command.serviceId.isNull() ? Status(fail(ErrorCode::CounterServiceUnknown)) : Status();
}

Status TakeCounterTicket::apply(WishTx& tx, const CommandContext& context, const TakeCounterTicket& command) {
    const auto service = tx.get<CounterService>(command.serviceId);
    if (!service || !service->active)
        return tx.authority() ? Status(fail(ErrorCode::CounterServiceUnknown)) : Status();
    CounterTicket ticket;
    ticket.id = tx.newId<CounterTicket>();
    ticket.serviceDate = dayIn(context.zone, context.at);
    ticket.serviceId = service->id;
    ticket.letter = service->letter;
    ticket.first = service->first;
    ticket.takenAt = context.at;
    const auto number = tx.next(counterTicketSeries(ticket.serviceDate, ticket.letter));
    if (!number) return {};
    ticket.number = *number;
    tx.insert(ticket);
    return {};
}

CounterTicketTaken TakeCounterTicket::outcome(FactTx& tx, const TakeCounterTicket&) {
    CounterTicketTaken taken;
    taken.ticket = tx.get<CounterTicket>(tx.newId<CounterTicket>()).value_or(CounterTicket());
    const auto waiting = tx.list(Where<CounterTicket>()
                                     .eq<&CounterTicket::serviceDate>(taken.ticket.serviceDate)
                                     .eq<&CounterTicket::state>(CounterState::Waiting));
    const QList<CounterTicket> order =
        callingOrder(waiting.value_or(QList<CounterTicket>()), calledInARow(tx, taken.ticket.serviceDate));
    taken.ahead = std::max<qint64>(order.indexOf(taken.ticket), 0);
    return taken;
}

}  // namespace simrs
