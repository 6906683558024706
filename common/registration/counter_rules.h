// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about a ticket at a counter have in common.
#pragma once

#include "common/registration/counter_requests.h"

namespace simrs {

/// Errors: FieldRequired, FieldTooLong, FieldInvalid ("counter").
Status checkCounter(const QString& counter);
/// Locked as this counter has it: called to it, or served by it. Nothing on a device that does not hold it.
/// Errors: CounterTicketUnknown, CounterTicketTaken (args: the other counter; none where it was not called),
/// CounterTicketDone.
Result<std::optional<CounterTicket>> lockAtCounter(WishTx& tx, const CounterTicketId& id,
                                                   const QString& counter);
/// The row as it stands now.
CounterTicketNow ticketNow(FactTx& tx, const CounterTicketId& id);
/// The end of a ticket that is at a counter: served, or skipped where nobody came.
void endAtCounter(CounterTicket& ticket, Instant at);

/// The counter of the first calls of a day: all of its turns.
QString counterCalls(QDate day);
/// How many of those who go first were called last on a day, without one of the others.
int calledInARow(Reader& reader, QDate day);

}  // namespace simrs
