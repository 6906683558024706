// SPDX-License-Identifier: GPL-3.0-or-later
// The record's requests: notes and allergies. How each is carried out stands in the file of its name.
#pragma once

#include "common/core/request_table.h"
#include "common/records/clinical_note.h"
#include "common/registration/allergy.h"

namespace simrs {

// ---- notes
struct NoteMade {
    ClinicalNote note;
    bool operator==(const NoteMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NoteMade> = {field<&NoteMade::note>(1, "note")};
static_assert(wellDescribed<NoteMade>());

/// A new note about a visit. `patientId` counts where the visit is not there to hang it on, and alone for a
/// note about no visit. Errors of check: those of checkNote, FieldRequired ("visit_id"), VisitUnknown,
/// PatientUnknown.
struct WriteNote {
    VisitId visitId;
    PatientId patientId;
    QString text;
    bool operator==(const WriteNote&) const = default;
    static constexpr RequestInfo info{300, "write_note", Permission::EnterNote, RequestKind::Fact,
                                      Offline::Local};
    using Reply = NoteMade;
    static Status prepare(Prepare& prepare, WriteNote& command);
    static Status check(Reader& reader, const CommandContext& context, const WriteNote& command);
    static void apply(FactTx& tx, const CommandContext& context, const WriteNote& command);
    static Reply outcome(FactTx& tx, const WriteNote& command);
    static QList<NumberUse> numbers(const WriteNote&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<WriteNote> = {
    field<&WriteNote::visitId>(1, "visit_id"),
    field<&WriteNote::patientId>(2, "patient_id"),
    field<&WriteNote::text>(3, "text", {.max = limits::kNoteChars}),
};
static_assert(wellDescribed<WriteNote>());

/// Another version of a note, with the reason; both stay. prepare fills visit and patient from the note.
/// Errors of check: those of checkNote, ReasonRequired, NoteUnknown, ChangedMeanwhile (it is corrected
/// already: the newest version is the one to correct).
struct CorrectNote {
    ClinicalNoteId noteId;
    VisitId visitId;
    PatientId patientId;
    QString text;
    QString reason;
    bool operator==(const CorrectNote&) const = default;
    static constexpr RequestInfo info{301, "correct_note", Permission::CorrectNote, RequestKind::Fact,
                                      Offline::Local};
    using Reply = NoteMade;
    static Status prepare(Prepare& prepare, CorrectNote& command);
    static Status check(Reader& reader, const CommandContext& context, const CorrectNote& command);
    static void apply(FactTx& tx, const CommandContext& context, const CorrectNote& command);
    static Reply outcome(FactTx& tx, const CorrectNote& command);
    static QList<NumberUse> numbers(const CorrectNote&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<CorrectNote> = {
    field<&CorrectNote::noteId>(1, "note_id"),
    field<&CorrectNote::visitId>(2, "visit_id"),
    field<&CorrectNote::patientId>(3, "patient_id"),
    field<&CorrectNote::text>(4, "text", {.max = limits::kNoteChars}),
    field<&CorrectNote::reason>(5, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<CorrectNote>());

struct NoteLine {
    ClinicalNote note;
    QList<ClinicalNoteId> correctedBy;  ///< Empty: this version stands. Two: two people corrected it at once.
    bool operator==(const NoteLine&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NoteLine> = {
    field<&NoteLine::note>(1, "note"),
    field<&NoteLine::correctedBy>(2, "corrected_by"),
};
static_assert(wellDescribed<NoteLine>());

struct NoteList {
    QList<NoteLine> lines;  ///< Oldest first, every version.
    bool whole = false;     ///< False: there may be more than this device holds, or than a list takes.
    bool operator==(const NoteList&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NoteList> = {
    field<&NoteList::lines>(1, "lines"),
    field<&NoteList::whole>(2, "whole"),
};
static_assert(wellDescribed<NoteList>());

/// The notes of a visit; without a visit, those of all files of a patient. Errors: FieldRequired
/// ("visit_id"), VisitUnknown, PatientUnknown.
struct ListNotes {
    VisitId visitId;
    PatientId patientId;
    bool operator==(const ListNotes&) const = default;
    static constexpr RequestInfo info{302, "list_notes", Permission::ViewNotes, RequestKind::Query};
    using Reply = NoteList;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListNotes& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ListNotes& request);
};
template <>
inline constexpr std::array fieldsOf<ListNotes> = {
    field<&ListNotes::visitId>(1, "visit_id"),
    field<&ListNotes::patientId>(2, "patient_id"),
};
static_assert(wellDescribed<ListNotes>());

// ---- allergies
struct AllergyMade {
    AllergyId id;
    bool operator==(const AllergyMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<AllergyMade> = {field<&AllergyMade::id>(1, "id")};
static_assert(wellDescribed<AllergyMade>());

/// Errors of check: FieldRequired ("substance"), those of checkText, PatientUnknown, AllergyKnown (args: the
/// substance).
struct AddAllergy {
    PatientId patientId;
    QString substance;
    QString code;
    QString reaction;
    AllergySeverity severity = AllergySeverity::Unknown;
    bool operator==(const AddAllergy&) const = default;
    static constexpr RequestInfo info{303, "add_allergy", Permission::EnterAllergy, RequestKind::Fact,
                                      Offline::Local};
    using Reply = AllergyMade;
    static Status prepare(Prepare& prepare, AddAllergy& command);
    static Status check(Reader& reader, const CommandContext& context, const AddAllergy& command);
    static void apply(FactTx& tx, const CommandContext& context, const AddAllergy& command);
    static Reply outcome(FactTx& tx, const AddAllergy& command);
    static QList<NumberUse> numbers(const AddAllergy&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<AddAllergy> = {
    field<&AddAllergy::patientId>(1, "patient_id"),
    field<&AddAllergy::substance>(2, "substance", {.max = limits::kSubstanceChars}),
    field<&AddAllergy::code>(3, "code", {.max = limits::kSubstanceCodeChars}),
    field<&AddAllergy::reaction>(4, "reaction", {.max = limits::kReactionChars}),
    field<&AddAllergy::severity>(5, "severity"),
};
static_assert(wellDescribed<AddAllergy>());

/// Takes an entry away that is as its author saw it. What has changed since, or was added again meanwhile,
/// stays, and a person is told. Errors of check: ReasonRequired, AllergyUnknown, AllergyRemoved,
/// ChangedMeanwhile (args: the fields, or "substance" where there is another entry of it).
struct RemoveAllergy {
    Allergy seen;             ///< The entry as it was shown.
    QList<AllergyId> others;  ///< Entries of the same substance that were shown beside it.
    QString reason;
    bool operator==(const RemoveAllergy&) const = default;
    static constexpr RequestInfo info{304, "remove_allergy", Permission::CorrectAllergy, RequestKind::Fact,
                                      Offline::Local};
    using Reply = Done;
    static Status prepare(Prepare& prepare, RemoveAllergy& command);
    static Status check(Reader& reader, const CommandContext& context, const RemoveAllergy& command);
    static void apply(FactTx& tx, const CommandContext& context, const RemoveAllergy& command);
    static Reply outcome(FactTx&, const RemoveAllergy&) { return {}; }
    static QList<NumberUse> numbers(const RemoveAllergy&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<RemoveAllergy> = {
    field<&RemoveAllergy::seen>(1, "seen"),
    field<&RemoveAllergy::others>(2, "others", {.max = 200}),
    field<&RemoveAllergy::reason>(3, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<RemoveAllergy>());

/// "None" is said only where somebody asked and nobody knows of any, and the whole truth is held here.
enum class AllergyAnswer { NotKnown, NoneKnown, Some };
constexpr int enumCount(AllergyAnswer) { return 3; }

struct AllergyList {
    AllergyAnswer answer = AllergyAnswer::NotKnown;
    QList<Allergy> allergies;  ///< With Some. Empty: there are some, and nobody wrote down which.
    bool whole = false;        ///< False: there may be more than this device holds.
    PatientId patientId;       ///< The file that the question led to; null where it is not held here.
    bool operator==(const AllergyList&) const = default;
};
template <>
inline constexpr std::array fieldsOf<AllergyList> = {
    field<&AllergyList::answer>(1, "answer"),
    field<&AllergyList::allergies>(2, "allergies"),
    field<&AllergyList::whole>(3, "whole"),
    field<&AllergyList::patientId>(4, "patient_id"),
};
static_assert(wellDescribed<AllergyList>());

/// Of all files of a patient. Errors: PatientUnknown, from the server alone.
struct ListAllergies {
    PatientId patientId;
    bool operator==(const ListAllergies&) const = default;
    static constexpr RequestInfo info{305, "list_allergies", Permission::ViewAllergies, RequestKind::Query};
    using Reply = AllergyList;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListAllergies& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ListAllergies& request);
};
template <>
inline constexpr std::array fieldsOf<ListAllergies> = {field<&ListAllergies::patientId>(1, "patient_id")};
static_assert(wellDescribed<ListAllergies>());

using RecordsRequests =
    RequestList<WriteNote, CorrectNote, ListNotes, AddAllergy, RemoveAllergy, ListAllergies>;

}  // namespace simrs
