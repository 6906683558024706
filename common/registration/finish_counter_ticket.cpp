// SPDX-License-Identifier: GPL-3.0-or-later
// Done at the counter. Whoever was never said to have come has come when he was called.
#include "common/base/text.h"
#include "common/registration/counter_rules.h"

namespace simrs {

Status FinishCounterTicket::prepare(Prepare& prepare, FinishCounterTicket& command) {
    command.counter = cleanLine(command.counter);
    return check(prepare.reader(), prepare.context(), command);
}

Status FinishCounterTicket::check(Reader&, const CommandContext&, const FinishCounterTicket& command) {
    return checkCounter(command.counter);
}

Status FinishCounterTicket::apply(WishTx& tx, const CommandContext& context,
                                  const FinishCounterTicket& command) {
    SIMRS_ASSIGN(const auto ticket, lockAtCounter(tx, command.ticketId, command.counter));
    if (!ticket) return {};
    tx.patch<CounterTicket>(command.ticketId, [&](CounterTicket& row) {
        if (row.servedAt.isNull()) row.servedAt = row.calledAt;
        row.state = CounterState::Served;
        row.doneAt = context.at;
    });
    return {};
}

CounterTicketNow FinishCounterTicket::outcome(FactTx& tx, const FinishCounterTicket& command) {
    return ticketNow(tx, command.ticketId);
}

}  // namespace simrs
