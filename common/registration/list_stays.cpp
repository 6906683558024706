// SPDX-License-Identifier: GPL-3.0-or-later
// Who lies in a ward now, or in all of them.
#include <QHash>
#include <QSet>

#include <algorithm>

#include "common/registration/stay_requests.h"
#include "common/registration/survivor.h"

namespace simrs {

Result<StayList> ListStays::answer(Reader& reader, const Caller&, const ListStays& request) {
    Where<Stay> where;
    where.eq<&Stay::discharge>(Discharge::StillHere);
    if (!request.wardId.isNull()) where.eq<&Stay::wardId>(request.wardId);
    const auto stays = reader.list(where.orderBy<&Stay::admittedAt>().limit(limits::kListRows));
    if (!stays) return fail(ErrorCode::NotHeldHere);
    QList<VisitId> ids;
    QSet<PatientId> people;
    for (const Stay& stay : *stays) {
        ids.append(stay.id);
        people.insert(stay.patientId);
    }
    QHash<VisitId, Visit> visits;
    for (const Visit& visit : reader.getMany<Visit>(ids)) visits.insert(visit.id, visit);
    QHash<PatientId, Patient> patients;
    for (const Patient& patient : reader.getMany<Patient>(people.values())) {
        const auto survivor =
            patient.mergedInto.isNull() ? std::optional(patient) : survivorOf(reader, patient.id);
        patients.insert(patient.id, survivor.value_or(patient));
    }
    StayList out;
    out.more = stays->size() == limits::kListRows;
    for (const Stay& stay : *stays) {
        const Visit visit = visits.value(stay.id);
        if (visit.state == VisitState::Cancelled) continue;
        const Patient patient = patients.value(stay.patientId);
        out.lines.append({stay, visit, patient.name, patient.sapaan, patient.sex, patient.birthDate,
                          patient.mrn, patient.id});
    }
    std::stable_sort(out.lines.begin(), out.lines.end(), [](const StayLine& a, const StayLine& b) {
        return std::pair(a.stay.wardId, a.stay.bedId) < std::pair(b.stay.wardId, b.stay.bedId);
    });
    return out;
}

QList<Uuid> ListStays::patients(const Reply& reply) {
    QSet<Uuid> seen;
    for (const StayLine& line : reply.lines) {
        seen.insert(line.stay.patientId.uuid());
        if (!line.patientId.isNull()) seen.insert(line.patientId.uuid());
    }
    return seen.values();
}

QStringList ListStays::topics(const ListStays&) {
    QStringList topics;
    for (int at = 0; at < enumCount(Discharge()); ++at) topics.append(QStringLiteral("stay/%1").arg(at));
    return topics;
}

}  // namespace simrs
