// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's file: identity and visits, newest first.
#include "common/registration/requests.h"

namespace simrs {
namespace {
constexpr int kVisitsShown = 200;
}

Result<PatientFile> GetPatient::answer(Reader& reader, const Caller&, const GetPatient& request) {
    const auto patient = reader.get<Patient>(request.id);
    if (!patient) return fail(ErrorCode::PatientUnknown);
    PatientFile file;
    file.patient = *patient;
    file.visits = reader
                      .list(Where<Visit>()
                                .eq<&Visit::patientId>(request.id)
                                .orderBy<&Visit::serviceDate>(true)
                                .orderBy<&Visit::registeredAt>(true)
                                .limit(kVisitsShown))
                      .value_or(QList<Visit>());
    QList<VisitId> shown;
    for (const Visit& visit : file.visits) shown.append(visit.id);
    if (!shown.isEmpty())
        file.tickets = reader.list(Where<Ticket>().in<&Ticket::visitId>(shown)).value_or(QList<Ticket>());
    return file;
}

}  // namespace simrs
