// SPDX-License-Identifier: GPL-3.0-or-later
// The slip of the ticket dispenser. Its head is white on black, so that nobody takes it for a clinic's.
#pragma once

#include "app/kit/paper.h"
#include "app/kit/ticket_paper.h"
#include "app/registration/master_names.h"
#include "common/registration/counter_ticket.h"

namespace simrs {

/// `ahead`: how many are called before it.
paper::Paper counterTicketPaper(const CounterTicket& ticket, qint64 ahead, const MasterNames& names,
                                TicketWidth width);

}  // namespace simrs
