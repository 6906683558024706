// SPDX-License-Identifier: GPL-3.0-or-later
// What a visit says on paper and in questions.
#pragma once

#include "app/kit/ticket_paper.h"
#include "app/registration/master_names.h"
#include "common/registration/requests.h"

namespace simrs {

/// A visit with what its lines need of the patient and the ticket.
struct VisitPaper {
    Visit visit;
    Ticket ticket;  // null id: none
    QString patientName;
    qint64 mrn = 0;
    QString temporaryNumber = {};  // stands in for the registration number until the server has given one
};

/// "A-012", or "–" for a visit without a queue number.
QString ticketLine(const Ticket& ticket);
/// "Internal Medicine · dr. Rina Wulandari, Sp.PD · Morning · JKN".
QString visitLine(const Visit& visit, const MasterNames& names);
/// Everything for the paper slip. Others can read a slip: the patient stands on it by initials and MRN.
TicketText ticketPaper(const VisitPaper& paper, const MasterNames& names, bool reprint);

}  // namespace simrs
