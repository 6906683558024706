// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody came, or it was the wrong one: the number stays in the list and may be called again.
#include "common/base/text.h"
#include "common/registration/counter_rules.h"

namespace simrs {

Status SkipCounterTicket::prepare(Prepare& prepare, SkipCounterTicket& command) {
    command.counter = cleanLine(command.counter);
    return check(prepare.reader(), prepare.context(), command);
}

Status SkipCounterTicket::check(Reader&, const CommandContext&, const SkipCounterTicket& command) {
    return checkCounter(command.counter);
}

Status SkipCounterTicket::apply(WishTx& tx, const CommandContext&, const SkipCounterTicket& command) {
    SIMRS_ASSIGN(const auto ticket, lockAtCounter(tx, command.ticketId, command.counter));
    if (!ticket) return {};
    if (!ticket->visitId.isNull()) return fail(ErrorCode::CounterTicketDone);
    tx.patch<CounterTicket>(command.ticketId, [](CounterTicket& row) {
        row.state = CounterState::Skipped;
        row.servedAt = {};
    });
    return {};
}

CounterTicketNow SkipCounterTicket::outcome(FactTx& tx, const SkipCounterTicket& command) {
    return ticketNow(tx, command.ticketId);
}

}  // namespace simrs
