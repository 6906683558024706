// SPDX-License-Identifier: GPL-3.0-or-later
// Patients of another system, some hundred at a time: each is made, or known already, or refused by itself.
// Running the same list again makes nobody twice.
#pragma once

#include "common/core/request.h"
#include "common/registration/patient_details.h"

namespace simrs {

namespace limits {
inline constexpr int kImportRows = 200;
inline constexpr int kFileNameChars = 120;
}  // namespace limits

struct ImportedPatient {
    qint64 line = 0;    ///< In the file.
    qint64 number = 0;  ///< The old medical record number; 0: none.
    Patient patient;    ///< Ids, numbers and derived fields are ignored.
    PatientDetails details;

    bool operator==(const ImportedPatient&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ImportedPatient> = {
    field<&ImportedPatient::line>(1, "line"),
    field<&ImportedPatient::number>(2, "number"),
    field<&ImportedPatient::patient>(3, "patient"),
    field<&ImportedPatient::details>(4, "details"),
};
static_assert(wellDescribed<ImportedPatient>());

/// Travels; append only.
enum class ImportFate : int {
    Made = 0,
    KnownByNumber = 1,  ///< Somebody who may be the same person has the old number.
    KnownByNik = 2,     ///< And nothing else speaks against it.
    KnownByPerson = 3,  ///< A row without a number, and somebody is probably the same person.
    Refused = 4,        ///< Against the rules of a patient; `error` says which.
};
constexpr int enumCount(ImportFate) { return 5; }

struct ImportedRow {
    qint64 line = 0;
    ImportFate fate = ImportFate::Made;
    PatientId patientId;  ///< Who was made, or is known; null where refused.
    qint64 mrn = 0;
    qint64 error = 0;  ///< An ErrorCode. NikTaken of somebody made: his NIK was left out.
    QStringList args;

    bool operator==(const ImportedRow&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ImportedRow> = {
    field<&ImportedRow::line>(1, "line"),
    field<&ImportedRow::fate>(2, "fate"),
    field<&ImportedRow::patientId>(3, "patient_id"),
    field<&ImportedRow::mrn>(4, "mrn"),
    field<&ImportedRow::error>(5, "error"),
    field<&ImportedRow::args>(6, "args"),
};
static_assert(wellDescribed<ImportedRow>());

/// One piece of a list. An old number that this hospital has not given and nobody has becomes the patient's
/// number; any other goes on finding him. A NIK that somebody else has is left out, and the pair is put
/// before a person.
struct ImportPatients {
    QString file;  ///< Its name and what it holds in short, for the audit.
    QList<ImportedPatient> rows;
    bool operator==(const ImportPatients&) const = default;
    static constexpr RequestInfo info{
        222, "import_patients", Permission::ImportPatients, RequestKind::Wish, Offline::OnlineOnly, 2};
    struct Reply {
        QList<ImportedRow> rows;  ///< One for each, in their order.
        bool operator==(const Reply&) const = default;
    };
    static Status prepare(Prepare& prepare, ImportPatients& command);
    static Status check(Reader& reader, const CommandContext& context, const ImportPatients& command);
    static Status apply(WishTx& tx, const CommandContext& context, const ImportPatients& command);
    static Reply outcome(FactTx& tx, const ImportPatients& command);
    static QList<NumberUse> numbers(const ImportPatients&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ImportPatients> = {
    field<&ImportPatients::file>(1, "file", {.max = limits::kFileNameChars}),
    field<&ImportPatients::rows>(2, "rows", {.max = limits::kImportRows}),
};
static_assert(wellDescribed<ImportPatients>());
template <>
inline constexpr std::array fieldsOf<ImportPatients::Reply> = {
    field<&ImportPatients::Reply::rows>(1, "rows", {.max = limits::kImportRows}),
};
static_assert(wellDescribed<ImportPatients::Reply>());

}  // namespace simrs
