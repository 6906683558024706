// SPDX-License-Identifier: GPL-3.0-or-later
// What was printed about a patient and one of his visits. Of this file alone: another file of the same person
// has another number on its papers.
#include <algorithm>

#include "common/registration/paper_requests.h"

namespace simrs {

Result<PrintedPapers> PapersPrinted::answer(Reader& reader, const Caller&, const PapersPrinted& request) {
    PrintedPapers printed;
    if (reader.authority() && !reader.get<Patient>(request.patientId)) return fail(ErrorCode::PatientUnknown);
    const auto rows = reader.followers<PrintedPaper, Patient>(request.patientId);
    printed.whole = rows.has_value() && reader.showsPending();
    for (const PrintedPaper& row : rows.value_or(QList<PrintedPaper>())) {
        if (row.visitId.isNull() || row.visitId == request.visitId) printed.papers.append(row);
    }
    std::sort(printed.papers.begin(), printed.papers.end(), [](const PrintedPaper& a, const PrintedPaper& b) {
        return a.at == b.at ? a.id.uuid() < b.id.uuid() : b.at < a.at;
    });
    return printed;
}

QList<Uuid> PapersPrinted::patients(const Reply& reply) {
    return reply.papers.isEmpty() ? QList<Uuid>() : QList<Uuid>{reply.papers.first().patientId.uuid()};
}

}  // namespace simrs
