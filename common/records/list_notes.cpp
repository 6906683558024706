// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of a visit or of a patient, every version, with which of them stands.
#include <QHash>
#include <QSet>

#include <algorithm>

#include "common/records/requests.h"

namespace simrs {
namespace {

void addAll(NoteList& list, const std::optional<QList<ClinicalNote>>& notes) {
    for (const ClinicalNote& note : notes.value_or(QList<ClinicalNote>())) list.lines.append({note, {}});
}

Result<NoteList> ofVisit(Reader& reader, const VisitId& id) {
    if (reader.authority() && !reader.get<Visit>(id)) return fail(ErrorCode::VisitUnknown);
    NoteList list;
    const auto notes = reader.followers<ClinicalNote, Visit>(id);
    addAll(list, notes);
    list.whole = notes.has_value() && reader.showsPending();
    return list;
}

/// A device may hold some of the patient's visits and not others.
Result<NoteList> ofPatient(Reader& reader, const PatientId& id) {
    NoteList list;
    const auto family = familyOf(reader, id);
    if (!family) return reader.authority() ? Result<NoteList>(fail(ErrorCode::PatientUnknown)) : list;
    const auto notes = reader.list(Where<ClinicalNote>()
                                       .in<&ClinicalNote::patientId>(family->ids())
                                       .orderBy<&ClinicalNote::writtenAt>(true)
                                       .limit(limits::kListRows));
    addAll(list, notes);
    list.whole = reader.authority() && notes && notes->size() < limits::kListRows;
    return list;
}

}  // namespace

Result<NoteList> ListNotes::answer(Reader& reader, const Caller&, const ListNotes& request) {
    if (request.visitId.isNull() && request.patientId.isNull())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("visit_id")});
    SIMRS_ASSIGN(NoteList list, request.visitId.isNull() ? ofPatient(reader, request.patientId)
                                                         : ofVisit(reader, request.visitId));
    std::sort(list.lines.begin(), list.lines.end(), [](const NoteLine& a, const NoteLine& b) {
        return std::pair(a.note.writtenAt.ms, a.note.id) < std::pair(b.note.writtenAt.ms, b.note.id);
    });
    QHash<ClinicalNoteId, QList<ClinicalNoteId>> corrections;
    for (const NoteLine& line : list.lines) {
        if (!line.note.corrects.isNull()) corrections[line.note.corrects].append(line.note.id);
    }
    for (NoteLine& line : list.lines) line.correctedBy = corrections.value(line.note.id);
    return list;
}

QList<Uuid> ListNotes::patients(const Reply& reply) {
    QSet<Uuid> seen;
    for (const NoteLine& line : reply.lines) seen.insert(line.note.patientId.uuid());
    return seen.values();
}

QStringList ListNotes::topics(const ListNotes& request) {
    if (request.visitId.isNull()) return {};
    return {QStringLiteral("clinical_note/") + request.visitId.toString()};
}

}  // namespace simrs
