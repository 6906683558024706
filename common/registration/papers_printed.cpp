// SPDX-License-Identifier: GPL-3.0-or-later
// What was printed about a patient and one of his visits.
#include <QSet>

#include <algorithm>

#include "common/registration/paper_requests.h"
#include "common/registration/survivor.h"

namespace simrs {

PrintedPapers papersOf(Reader& reader, const PatientId& patient, const VisitId& visit) {
    const auto family = familyOf(reader, patient);
    PrintedPapers printed;
    printed.whole = reader.showsPending() && (!family || family->whole);
    for (const PatientId& file : family ? family->ids() : QList<PatientId>{patient}) {
        const auto rows = reader.followers<PrintedPaper, Patient>(file);
        printed.whole = printed.whole && rows.has_value();
        for (const PrintedPaper& row : rows.value_or(QList<PrintedPaper>())) {
            if (row.visitId.isNull() ? file == patient : row.visitId == visit) printed.papers.append(row);
        }
    }
    return printed;
}

Result<PrintedPapers> PapersPrinted::answer(Reader& reader, const Caller&, const PapersPrinted& request) {
    if (reader.authority() && !reader.get<Patient>(request.patientId)) return fail(ErrorCode::PatientUnknown);
    PrintedPapers printed = papersOf(reader, request.patientId, request.visitId);
    std::sort(printed.papers.begin(), printed.papers.end(), [](const PrintedPaper& a, const PrintedPaper& b) {
        return a.at == b.at ? a.id.uuid() < b.id.uuid() : b.at < a.at;
    });
    return printed;
}

QList<Uuid> PapersPrinted::patients(const Reply& reply) {
    QSet<Uuid> seen;
    for (const PrintedPaper& row : reply.papers) seen.insert(row.patientId.uuid());
    return seen.values();
}

}  // namespace simrs
