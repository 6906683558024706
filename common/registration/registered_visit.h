// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that registering a visit makes, for the command itself and for the one that tells of its paper.
#pragma once

#include "common/registration/requests.h"

namespace simrs {

/// Their ids, from the id of the registration.
VisitId registeredVisit(const CommandId& registration);
/// The ticket with the server's number.
TicketId firstTicket(const CommandId& registration);
/// The ticket with the reserved number, where it was printed.
TicketId printedTicket(const CommandId& registration);

bool hasTicket(VisitType type);
/// The registration number and the reserved queue number, from the device's own.
Status takeVisitNumbers(Prepare& prepare, RegisterVisit& command);
/// On the server everything a visit names must be there; a device may rightly not hold it.
bool standsOnKnownRows(FactTx& tx, const RegisterVisit& command);
/// The paper is out but the visit names a row that does not exist: kept whole for a person, not dropped.
void flagHomeless(FactTx& tx, const CommandContext& context, const CommandId& registration,
                  const RegisterVisit& command);
/// As the command makes it, without the time and the name of its author.
Visit visitRow(const CommandId& registration, const RegisterVisit& command);
/// The visit, what was asked beside it, and the alias of its number where that is temporary.
Visit insertVisit(FactTx& tx, const CommandContext& context, const CommandId& registration,
                  const RegisterVisit& command);
/// Whether he was here before, and in this clinic, by every visit but this one. Only the server has seen all.
void tellNewness(FactTx& tx, Visit& visit);
/// A ticket of that visit without a number.
Ticket ticketOfVisit(const Visit& visit, const RegisterVisit& command);

}  // namespace simrs
