// SPDX-License-Identifier: GPL-3.0-or-later
// A page of all patients. Nothing is held open between two pages: who is registered meanwhile may be missing,
// nobody comes twice.
#include <map>

#include "common/registration/transfer_requests.h"

namespace simrs {

Result<ExportPatients::Reply> ExportPatients::answer(Reader& reader, const Caller&,
                                                     const ExportPatients& request) {
    const auto limit = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kExportRows));
    Where<Patient> where;
    if (!request.after.isNull())
        where.atLeast<&Patient::id>(request.after).notEq<&Patient::id>(request.after);
    const auto patients = reader.list(where.orderBy<&Patient::id>().limit(limit));
    if (!patients || !reader.authority()) return fail(ErrorCode::NotHeldHere);
    Reply reply;
    QList<PatientId> ids;
    for (const Patient& patient : *patients) {
        reply.last = patient.id;
        if (!patient.mergedInto.isNull()) continue;
        ids.append(patient.id);
        reply.rows.append({patient, {}});
    }
    std::map<PatientId, PatientDetails> details;
    for (const PatientDetails& row : reader.getMany<PatientDetails>(ids)) details[row.id] = row;
    for (ExportedPatient& row : reply.rows) {
        row.patient.nameKey.clear();
        row.details = details[row.patient.id];
    }
    reply.more = patients->size() == limit;
    return reply;
}

QList<Uuid> ExportPatients::patients(const Reply& reply) {
    QList<Uuid> out;
    for (const ExportedPatient& row : reply.rows) out.append(row.patient.id.uuid());
    return out;
}

}  // namespace simrs
