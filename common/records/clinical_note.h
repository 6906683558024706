// SPDX-License-Identifier: GPL-3.0-or-later
// What a professional writes about a patient. A note is never changed; a correction is another note that
// names it (Permenkes 24/2022, articles 29-30: who entered, who corrected, and both versions).
#pragma once

#include "common/base/limits.h"
#include "common/registration/visit.h"
#include "common/store/reader.h"

namespace simrs {

using ClinicalNoteId = TypedId<struct ClinicalNoteTag>;

struct ClinicalNote {
    ClinicalNoteId id;
    PatientId patientId;
    VisitId visitId;  ///< Null: about the patient; the visit was not there to hang it on.
    QString text;     ///< Several lines.
    UserId author;
    Instant writtenAt;        ///< By the clock of the device it was written on.
    ClinicalNoteId corrects;  ///< Null: a note of its own.
    QString reason;           ///< Of a correction.

    bool operator==(const ClinicalNote&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ClinicalNote> = {
    field<&ClinicalNote::id>(1, "id"),
    field<&ClinicalNote::patientId>(2, "patient_id"),
    field<&ClinicalNote::visitId>(3, "visit_id"),
    field<&ClinicalNote::text>(4, "text", {.max = limits::kNoteChars, .required = true, .personal = true}),
    field<&ClinicalNote::author>(5, "author"),
    field<&ClinicalNote::writtenAt>(6, "written_at"),
    field<&ClinicalNote::corrects>(7, "corrects"),
    field<&ClinicalNote::reason>(8, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<ClinicalNote>());
template <>
inline constexpr EntityInfo entityInfo<ClinicalNote>{
    .kind = 50,
    .table = "clinical_note",
    .conflict = ConflictClass::AppendOnly,
    .index = {"visit_id", "patient_id, written_at", "corrects WHERE corrects IS NOT NULL"},
    .foreign = {{{"patient_id", "patient"}, {"visit_id", "visit"}}},
    .scope = {ScopeRule::Form::Follows},
    // With its visit to the clinic that has it, not to every clinic of the patient.
    .follows = {{{"visit_id", entityType<Visit>}, {"patient_id", entityType<Patient>}}},
    .personColumn = "patient_id",
    .topicColumn = "visit_id"};

/// A text as it is kept: composed form, lines ended by \n, no stray spaces at line ends, no empty lines
/// around.
QString tidyNote(const QString& typed);
/// Errors: FieldRequired, FieldTooLong, FieldInvalid (control and direction characters), with `field`.
Status checkNote(const QString& text, const QString& field);
/// Notes that correct this one, by the server's word; empty on a device that cannot know.
QList<ClinicalNote> correctionsOf(Reader& reader, const ClinicalNoteId& id);

}  // namespace simrs
