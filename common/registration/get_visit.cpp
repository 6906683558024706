// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of one visit. Also where only this device's own rows can be read.
#include <algorithm>

#include "common/registration/survivor.h"
#include "common/registration/visit_requests.h"

namespace simrs {

Result<VisitFile> GetVisit::answer(Reader& reader, const Caller&, const GetVisit& request) {
    const auto visit = reader.get<Visit>(request.id);
    if (!visit) return fail(reader.authority() ? ErrorCode::VisitUnknown : ErrorCode::NotHeldHere);
    VisitFile file;
    file.visit = *visit;
    file.details = reader.get<VisitDetails>(visit->id).value_or(VisitDetails());
    file.details.id = visit->id;
    file.details.patientId = visit->patientId;
    file.tickets = reader.list(Where<Ticket>().eq<&Ticket::visitId>(visit->id)).value_or(QList<Ticket>());
    file.changes = reader.followers<VisitChange, Visit>(visit->id).value_or(QList<VisitChange>());
    std::sort(file.changes.begin(), file.changes.end(),
              [](const VisitChange& a, const VisitChange& b) { return a.at < b.at; });
    if (const auto stay = reader.get<Stay>(visit->id)) file.stays = {*stay};
    file.moves = reader.followers<StayMove, Visit>(visit->id).value_or(QList<StayMove>());
    std::sort(file.moves.begin(), file.moves.end(),
              [](const StayMove& a, const StayMove& b) { return a.at < b.at; });
    file.patient = survivorOf(reader, visit->patientId).value_or(Patient());
    return file;
}

QList<Uuid> GetVisit::patients(const Reply& reply) {
    QList<Uuid> seen{reply.visit.patientId.uuid()};
    if (!reply.patient.id.isNull() && reply.patient.id != reply.visit.patientId)
        seen.append(reply.patient.id.uuid());
    return seen;
}

}  // namespace simrs
