// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_lines.h"

#include "app/kit/date_text.h"
#include "app/registration/desk_words.h"
#include "common/registration/patient_text.h"

namespace simrs {

QString ticketLine(const Ticket& ticket) {
    return ticket.id.isNull() ? QStringLiteral("–") : ticketText(ticket.letter, ticket.number);
}

QString visitLine(const Visit& visit, const MasterNames& names) {
    QStringList parts{names.clinic(visit.clinicId)};
    if (!visit.doctorId.isNull()) parts.append(names.doctor(visit.doctorId));
    if (visit.type == VisitType::Outpatient) parts.append(sessionWord(visit.session));
    parts.append(names.payer(visit.payerId));
    return parts.join(QStringLiteral(" · "));
}

TicketText ticketPaper(const VisitPaper& paper, const MasterNames& names, bool reprint) {
    const Visit& visit = paper.visit;
    TicketText text;
    text.hospital = names.masters().hospital.name;
    text.clinic = names.clinic(visit.clinicId);
    text.doctor = visit.doctorId.isNull() ? QString() : names.doctor(visit.doctorId);
    text.session = sessionWord(visit.session);
    text.number = ticketLine(paper.ticket);
    text.patientName = initials(paper.patientName);
    text.mrn = names.mrn(paper.mrn);
    text.registrationNumber = paper.temporaryNumber.isEmpty()
                                  ? registrationNumber(visit.serviceDate, visit.registrationNumber)
                                  : paper.temporaryNumber;
    text.dateText = dateWords(visit.serviceDate) + QLatin1Char(' ') + names.time(visit.registeredAt);
    text.payer = names.payer(visit.payerId);
    text.reprint = reprint;
    return text;
}

}  // namespace simrs
