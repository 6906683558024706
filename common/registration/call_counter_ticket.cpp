// SPDX-License-Identifier: GPL-3.0-or-later
// Calling somebody to a counter. All calls of a day stand in one line, behind its counter of calls: two desks
// that call in the same moment get two people, and the order is kept over all desks.
#include "common/base/text.h"
#include "common/registration/counter_rules.h"

namespace simrs {
namespace {

QList<CounterTicket> waitingFor(WishTx& tx, QDate day, const QList<CounterServiceId>& services) {
    Where<CounterTicket> where;
    where.eq<&CounterTicket::serviceDate>(day).eq<&CounterTicket::state>(CounterState::Waiting);
    if (!services.isEmpty()) where.in<&CounterTicket::serviceId>(services);
    const auto waiting = tx.list(where.limit(limits::kDayRows));
    return callingOrder(waiting.value_or(QList<CounterTicket>()), calledInARow(tx, day));
}

/// The next that is still waiting; Waiting is what the lock says, not the list.
Result<CounterTicketId> lockNext(WishTx& tx, QDate day, const CallCounterTicket& command) {
    const QList<CounterTicket> waiting = waitingFor(tx, day, command.services);
    for (const CounterTicket& ticket : waiting) {
        const auto locked = tx.lock<CounterTicket>(ticket.id);
        if (locked && locked->state == CounterState::Waiting) return ticket.id;
    }
    return fail(ErrorCode::CounterQueueEmpty);
}

Result<CounterTicketId> lockChosen(WishTx& tx, const CallCounterTicket& command) {
    const auto ticket = tx.lock<CounterTicket>(command.ticketId);
    if (!ticket) return fail(ErrorCode::CounterTicketUnknown);
    if (ticket->state == CounterState::Served) return fail(ErrorCode::CounterTicketDone);
    if (isAtCounter(*ticket) && ticket->counter != command.counter)
        return fail(ErrorCode::CounterTicketTaken, {ticket->counter});
    return ticket->id;
}

/// A counter has one person at a time.
void endOthers(WishTx& tx, const CommandContext& context, const CallCounterTicket& command,
               const CounterTicketId& called) {
    const auto before = tx.list(
        Where<CounterTicket>()
            .eq<&CounterTicket::serviceDate>(dayIn(context.zone, context.at))
            .eq<&CounterTicket::counter>(command.counter)
            .in<&CounterTicket::state>(QList<CounterState>{CounterState::Called, CounterState::Serving}));
    for (const CounterTicket& ticket : before.value_or(QList<CounterTicket>())) {
        if (ticket.id == called) continue;
        tx.patch<CounterTicket>(ticket.id, [&](CounterTicket& row) { endAtCounter(row, context.at); });
    }
}

}  // namespace

Status CallCounterTicket::prepare(Prepare& prepare, CallCounterTicket& command) {
    command.counter = cleanLine(command.counter);
    return check(prepare.reader(), prepare.context(), command);
}

Status CallCounterTicket::check(Reader&, const CommandContext&, const CallCounterTicket& command) {
    return checkCounter(command.counter);
}

Status CallCounterTicket::apply(WishTx& tx, const CommandContext& context, const CallCounterTicket& command) {
    const QDate day = dayIn(context.zone, context.at);
    // Before any row, and always: two desks that lock in another order would wait for each other.
    const auto turn = tx.next(counterCalls(day));
    if (!turn) return {};
    SIMRS_ASSIGN(const CounterTicketId called,
                 command.ticketId.isNull() ? lockNext(tx, day, command) : lockChosen(tx, command));
    endOthers(tx, context, command, called);
    tx.patch<CounterTicket>(called, [&](CounterTicket& row) {
        if (row.state != CounterState::Serving) row.state = CounterState::Called;
        if (row.turn == 0) row.turn = *turn;
        if (row.calledAt.isNull()) row.calledAt = context.at;
        ++row.calls;
        row.counter = command.counter;
        row.calledBy = context.actor;
    });
    return {};
}

CounterTicketNow CallCounterTicket::outcome(FactTx& tx, const CallCounterTicket& command) {
    if (!command.ticketId.isNull()) return ticketNow(tx, command.ticketId);
    // A counter has one person at a time.
    const auto called =
        tx.list(Where<CounterTicket>()
                    .eq<&CounterTicket::serviceDate>(dayIn(tx.context().zone, tx.context().at))
                    .eq<&CounterTicket::counter>(command.counter)
                    .eq<&CounterTicket::state>(CounterState::Called)
                    .limit(1));
    return called && !called->isEmpty() ? CounterTicketNow{called->first()} : CounterTicketNow();
}

}  // namespace simrs
