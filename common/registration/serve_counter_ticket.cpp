// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever was called stands at the counter.
#include "common/base/text.h"
#include "common/registration/counter_rules.h"

namespace simrs {

Status ServeCounterTicket::prepare(Prepare& prepare, ServeCounterTicket& command) {
    command.counter = cleanLine(command.counter);
    return check(prepare.reader(), prepare.context(), command);
}

Status ServeCounterTicket::check(Reader&, const CommandContext&, const ServeCounterTicket& command) {
    return checkCounter(command.counter);
}

Status ServeCounterTicket::apply(WishTx& tx, const CommandContext& context,
                                 const ServeCounterTicket& command) {
    SIMRS_ASSIGN(const auto ticket, lockAtCounter(tx, command.ticketId, command.counter));
    if (!ticket || ticket->state == CounterState::Serving) return {};
    tx.patch<CounterTicket>(command.ticketId, [&](CounterTicket& row) {
        row.state = CounterState::Serving;
        row.servedAt = context.at;
    });
    return {};
}

CounterTicketNow ServeCounterTicket::outcome(FactTx& tx, const ServeCounterTicket& command) {
    return ticketNow(tx, command.ticketId);
}

}  // namespace simrs
