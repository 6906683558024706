// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a day, of one clinic or of all, newest first.
#include <QHash>
#include <QSet>

#include <algorithm>

#include "common/registration/requests.h"

namespace simrs {

Result<VisitList> ListVisits::answer(Reader& reader, const Caller&, const ListVisits& request) {
    if (!request.serviceDate.isValid())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("service_date")});
    const int most = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kListRows - 1));
    Where<Visit> visitsOfDay;
    visitsOfDay.eq<&Visit::serviceDate>(request.serviceDate);
    if (!request.clinicId.isNull()) visitsOfDay.eq<&Visit::clinicId>(request.clinicId);
    visitsOfDay.orderBy<&Visit::registeredAt>(true).limit(most + 1);
    QList<Visit> visits = reader.list(visitsOfDay).value_or(QList<Visit>());
    VisitList out;
    out.more = visits.size() > most;
    if (out.more) visits.resize(most);

    QList<VisitId> shown;
    for (const Visit& visit : visits) shown.append(visit.id);
    QHash<VisitId, QList<Ticket>> tickets;
    if (!shown.isEmpty()) {
        // Beside the ticket that counts a visit may have one that was cancelled for it.
        const auto rows =
            reader.list(Where<Ticket>().in<&Ticket::visitId>(shown).limit(2 * limits::kListRows));
        for (const Ticket& ticket : rows.value_or(QList<Ticket>())) tickets[ticket.visitId].append(ticket);
    }
    QSet<PatientId> wanted;
    for (const Visit& visit : visits) wanted.insert(visit.patientId);
    QHash<PatientId, Patient> patients;
    for (const Patient& patient : reader.getMany<Patient>(wanted.values()))
        patients.insert(patient.id, patient);
    for (const Visit& visit : visits) {
        const Patient patient = patients.value(visit.patientId);
        const QList<Ticket> own = tickets.value(visit.id);
        const Ticket* ticket = ticketOf(own, visit.id);
        out.lines.append({visit, ticket == nullptr ? Ticket() : *ticket, patient.name, patient.sapaan,
                          patient.sex, patient.birthDate, patient.mrn});
    }
    return out;
}

QList<Uuid> ListVisits::patients(const Reply& reply) {
    QSet<Uuid> seen;
    for (const VisitLine& line : reply.lines) seen.insert(line.visit.patientId.uuid());
    return seen.values();
}

QStringList ListVisits::topics(const ListVisits& request) {
    const QString day = request.serviceDate.toString(Qt::ISODate);
    return {QStringLiteral("visit/") + day, QStringLiteral("ticket/") + day};
}

}  // namespace simrs
