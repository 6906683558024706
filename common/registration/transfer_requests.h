// SPDX-License-Identifier: GPL-3.0-or-later
// What the medical records officer answers for besides the patients themselves: who leaves the house in a
// list, and where every medical record number has gone.
#pragma once

#include "common/core/number_block.h"
#include "common/core/request_table.h"
#include "common/registration/import_requests.h"

namespace simrs {

namespace limits {
/// Of a list that is taken in, so many rows travel at a time. Fewer than ImportPatients may hold: with one
/// writer every desk waits for as long as a piece takes.
inline constexpr int kImportPiece = 50;
inline constexpr int kExportRows = 500;
inline constexpr int kBookBlocks = 200;
}  // namespace limits

// ---- patients out of the house
struct ExportedPatient {
    Patient patient;
    PatientDetails details;
    bool operator==(const ExportedPatient&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ExportedPatient> = {
    field<&ExportedPatient::patient>(1, "patient"),
    field<&ExportedPatient::details>(2, "details"),
};
static_assert(wellDescribed<ExportedPatient>());

/// The next patients by their ids, of files that lead to no other. Each page stands in the read audit with
/// everybody on it. Error: NotHeldHere on a device that holds only a part of the hospital.
struct ExportPatients {
    PatientId after;  ///< The `last` of the page before; null: from the beginning.
    qint64 limit = limits::kExportRows;
    bool operator==(const ExportPatients&) const = default;
    static constexpr RequestInfo info{265, "export_patients", Permission::ExportPatients, RequestKind::Query};
    struct Reply {
        QList<ExportedPatient> rows;
        PatientId last;
        bool more = false;
        bool operator==(const Reply&) const = default;
    };
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ExportPatients& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ExportPatients&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ExportPatients> = {
    field<&ExportPatients::after>(1, "after"),
    field<&ExportPatients::limit>(2, "limit"),
};
static_assert(wellDescribed<ExportPatients>());
template <>
inline constexpr std::array fieldsOf<ExportPatients::Reply> = {
    field<&ExportPatients::Reply::rows>(1, "rows", {.max = limits::kExportRows}),
    field<&ExportPatients::Reply::last>(2, "last"),
    field<&ExportPatients::Reply::more>(3, "more"),
};
static_assert(wellDescribed<ExportPatients::Reply>());

using PatientExportId = TypedId<struct PatientExportTag>;

/// A list of patients that was written to a file; its rows in the audit are the list of what left the house.
struct PatientExport {
    PatientExportId id;
    QString file;  ///< Its name, without the folder.
    qint64 count = 0;
    QString reason;
    bool whole = true;  ///< Otherwise the person ended it before the last patient.
    UserId exportedBy;
    DeviceId deviceId;
    Instant exportedAt;

    bool operator==(const PatientExport&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientExport> = {
    field<&PatientExport::id>(1, "id"),
    field<&PatientExport::file>(2, "file", {.max = limits::kFileNameChars}),
    field<&PatientExport::count>(3, "count"),
    field<&PatientExport::reason>(4, "reason", {.max = limits::kReasonChars}),
    field<&PatientExport::whole>(5, "whole"),
    field<&PatientExport::exportedBy>(6, "exported_by"),
    field<&PatientExport::deviceId>(7, "device_id"),
    field<&PatientExport::exportedAt>(8, "exported_at"),
};
static_assert(wellDescribed<PatientExport>());
template <>
inline constexpr EntityInfo entityInfo<PatientExport>{.kind = 58,
                                                      .table = "patient_export",
                                                      .conflict = ConflictClass::AppendOnly,
                                                      .index = {"exported_at"},
                                                      .audited = true};

/// Who wrote how many patients to a file, and why. The file gets its name when this is kept.
struct NoteExport {
    QString file;
    qint64 count = 0;
    QString reason;
    bool whole = true;
    bool operator==(const NoteExport&) const = default;
    static constexpr RequestInfo info{266, "note_export", Permission::ExportPatients, RequestKind::Fact,
                                      Offline::Queued};
    using Reply = Done;
    static Status prepare(Prepare& prepare, NoteExport& command);
    static Status check(Reader& reader, const CommandContext& context, const NoteExport& command);
    static void apply(FactTx& tx, const CommandContext& context, const NoteExport& command);
    static Reply outcome(FactTx&, const NoteExport&) { return {}; }
    static QList<NumberUse> numbers(const NoteExport&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<NoteExport> = {
    field<&NoteExport::file>(1, "file", {.max = limits::kFileNameChars}),
    field<&NoteExport::count>(2, "count"),
    field<&NoteExport::reason>(3, "reason", {.max = limits::kReasonChars}),
    field<&NoteExport::whole>(4, "whole"),
};
static_assert(wellDescribed<NoteExport>());

// ---- the book of numbers
/// Travels; append only.
enum class UnusedNumber : int {
    Ahead = 0,       ///< Its device has given no later one yet.
    PassedOver = 1,  ///< Its device has given later ones: taken for a registration that has not come.
};
constexpr int enumCount(UnusedNumber) { return 2; }

struct UnusedRange {
    qint64 first = 0;
    qint64 last = 0;
    UnusedNumber why = UnusedNumber::Ahead;
    bool operator==(const UnusedRange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<UnusedRange> = {
    field<&UnusedRange::first>(1, "first"),
    field<&UnusedRange::last>(2, "last"),
    field<&UnusedRange::why>(3, "why"),
};
static_assert(wellDescribed<UnusedRange>());

/// A block of medical record numbers, and what has become of it.
struct BookedBlock {
    NumberBlock block;
    QString deviceName;  ///< Empty: the server's own, for imports and temporary numbers.
    QString grantedTo;   ///< Who was signed in.
    qint64 used = 0;
    QList<UnusedRange> unused;
    bool operator==(const BookedBlock&) const = default;
};
template <>
inline constexpr std::array fieldsOf<BookedBlock> = {
    field<&BookedBlock::block>(1, "block"),          field<&BookedBlock::deviceName>(2, "device_name"),
    field<&BookedBlock::grantedTo>(3, "granted_to"), field<&BookedBlock::used>(4, "used"),
    field<&BookedBlock::unused>(5, "unused"),
};
static_assert(wellDescribed<BookedBlock>());

/// What has become of one number. Travels; append only.
enum class NumberFate : int {
    NotAsked = 0,
    NeverGiven = 1,  ///< In no block: nobody was given it here.
    Ahead = 2,       ///< In a block, its device has not come so far.
    PassedOver = 3,  ///< Its device gave later ones, and nothing with it has come.
    Refused = 4,     ///< A registration with it came and was refused.
    Used = 5,
    Merged = 6,     ///< Used; its file leads to another one.
    OldSystem = 7,  ///< A number of the system before this one that goes on finding its patient.
    Restored = 8,   ///< Maybe given between a backup and its restore, nobody knows to whom.
};
constexpr int enumCount(NumberFate) { return 9; }

struct NumberStory {
    qint64 number = 0;
    NumberFate fate = NumberFate::NotAsked;
    PatientId patientId;  ///< Of the file that counts now.
    QString patientName;
    qint64 mrn = 0;    ///< Of that file.
    Instant at;        ///< Of the registration, or of its refusal.
    qint64 error = 0;  ///< Why it was refused: an ErrorCode, and its arguments.
    QStringList args;
    bool operator==(const NumberStory&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NumberStory> = {
    field<&NumberStory::number>(1, "number"),
    field<&NumberStory::fate>(2, "fate"),
    field<&NumberStory::patientId>(3, "patient_id"),
    field<&NumberStory::patientName>(4, "patient_name"),
    field<&NumberStory::mrn>(5, "mrn"),
    field<&NumberStory::at>(6, "at"),
    field<&NumberStory::error>(7, "error"),
    field<&NumberStory::args>(8, "args"),
};
static_assert(wellDescribed<NumberStory>());

struct NumberPage {
    QList<BookedBlock> blocks;  ///< The newest numbers first.
    bool more = false;
    NumberStory story;
    bool operator==(const NumberPage&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NumberPage> = {
    field<&NumberPage::blocks>(1, "blocks", {.max = limits::kBookBlocks}),
    field<&NumberPage::more>(2, "more"),
    field<&NumberPage::story>(3, "story"),
};
static_assert(wellDescribed<NumberPage>());

/// Which block of medical record numbers went to which device, what of it is used and what is missing. Error:
/// NotHeldHere on a device.
struct NumberBook {
    qint64 before = 0;  ///< Only blocks that begin below it; 0: from the newest.
    qint64 number = 0;  ///< Only its block, and its story; 0: all.
    qint64 limit = 100;
    bool operator==(const NumberBook&) const = default;
    static constexpr RequestInfo info{267, "number_book", Permission::ViewNumbers, RequestKind::Query};
    using Reply = NumberPage;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const NumberBook& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const NumberBook&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<NumberBook> = {
    field<&NumberBook::before>(1, "before"),
    field<&NumberBook::number>(2, "number"),
    field<&NumberBook::limit>(3, "limit"),
};
static_assert(wellDescribed<NumberBook>());

using TransferRequests = RequestList<ExportPatients, NoteExport, NumberBook>;

}  // namespace simrs
