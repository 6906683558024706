// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's file: identity and visits, newest first, with what stands in the files that were merged into
// it.
#include "common/registration/requests.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {
constexpr int kVisitsShown = 200;
}

Result<PatientFile> GetPatient::answer(Reader& reader, const Caller&, const GetPatient& request) {
    const auto family = familyOf(reader, request.id);
    if (!family) return fail(ErrorCode::PatientUnknown);
    PatientFile file;
    file.patient = family->survivor;
    file.details = reader.get<PatientDetails>(file.patient.id).value_or(PatientDetails());
    file.details.id = file.patient.id;
    for (const Patient& merged : family->merged) file.merged.append({merged.id, merged.mrn});
    if (request.id != family->survivor.id) file.askedFor = request.id;
    file.visits = reader
                      .list(Where<Visit>()
                                .in<&Visit::patientId>(family->ids())
                                .orderBy<&Visit::serviceDate>(true)
                                .orderBy<&Visit::registeredAt>(true)
                                .limit(kVisitsShown))
                      .value_or(QList<Visit>());
    QList<VisitId> shown, lying;
    for (const Visit& visit : file.visits) {
        shown.append(visit.id);
        if (visit.type == VisitType::Inpatient) lying.append(visit.id);
    }
    if (!lying.isEmpty()) file.stays = reader.getMany<Stay>(lying);
    if (!shown.isEmpty())
        file.tickets = reader.list(Where<Ticket>().in<&Ticket::visitId>(shown)).value_or(QList<Ticket>());
    return file;
}

QList<Uuid> GetPatient::patients(const Reply& reply) {
    QList<Uuid> out{reply.patient.id.uuid()};
    for (const FormerFile& file : reply.merged) out.append(file.id.uuid());
    return out;
}

}  // namespace simrs
