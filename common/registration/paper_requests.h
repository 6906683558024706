// SPDX-License-Identifier: GPL-3.0-or-later
// Telling the server what was printed, and asking what was.
#pragma once

#include "common/core/request_table.h"
#include "common/registration/printed_paper.h"

namespace simrs {

struct PrintNoted {
    PrintedPaper row;
    bool operator==(const PrintNoted&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PrintNoted> = {field<&PrintNoted::row>(1, "row")};
static_assert(wellDescribed<PrintNoted>());

/// A paper is out. The ticket's first print belongs to the registration of its visit: only its copies are
/// told. Errors of check: PatientUnknown, VisitUnknown, FieldRequired ("visit_id").
struct NotePrint {
    PatientId patientId;
    VisitId visitId;  ///< Ignored of a paper that is about the patient alone.
    PaperKind paper = PaperKind::Label;
    bool operator==(const NotePrint&) const = default;
    static constexpr RequestInfo info{260, "note_print", Permission::ViewPatient, RequestKind::Fact,
                                      Offline::Local};
    using Reply = PrintNoted;
    static Status prepare(Prepare& prepare, NotePrint& command);
    static Status check(Reader& reader, const CommandContext& context, const NotePrint& command);
    static void apply(FactTx& tx, const CommandContext& context, const NotePrint& command);
    static Reply outcome(FactTx& tx, const NotePrint& command);
    static QList<NumberUse> numbers(const NotePrint&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<NotePrint> = {
    field<&NotePrint::patientId>(1, "patient_id"),
    field<&NotePrint::visitId>(2, "visit_id"),
    field<&NotePrint::paper>(3, "paper"),
};
static_assert(wellDescribed<NotePrint>());

struct PrintedPapers {
    QList<PrintedPaper> papers;  ///< The latest first; those about other visits are left out.
    bool whole = false;          ///< False: there may be more than this device holds.
    bool operator==(const PrintedPapers&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PrintedPapers> = {
    field<&PrintedPapers::papers>(1, "papers"),
    field<&PrintedPapers::whole>(2, "whole"),
};
static_assert(wellDescribed<PrintedPapers>());

/// Asked before a print: was it printed already? Errors: PatientUnknown, from the server alone.
struct PapersPrinted {
    PatientId patientId;
    VisitId visitId;  ///< Null: those about the patient alone.
    bool operator==(const PapersPrinted&) const = default;
    static constexpr RequestInfo info{261, "papers_printed", Permission::ViewPatient, RequestKind::Query};
    using Reply = PrintedPapers;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const PapersPrinted& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const PapersPrinted&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<PapersPrinted> = {
    field<&PapersPrinted::patientId>(1, "patient_id"),
    field<&PapersPrinted::visitId>(2, "visit_id"),
};
static_assert(wellDescribed<PapersPrinted>());

/// What was printed of this file, and of one visit in whichever of the patient's files it stands: a card of
/// another file has another number, but the paper of a visit is the same paper.
PrintedPapers papersOf(Reader& reader, const PatientId& patient, const VisitId& visit);
/// How many of this kind about the same are among them.
qint64 timesPrinted(const QList<PrintedPaper>& papers, PaperKind kind, const VisitId& visit);

using PaperRequests = RequestList<NotePrint, PapersPrinted>;

}  // namespace simrs
