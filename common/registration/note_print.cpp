// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that left a printer.
#include <algorithm>

#include "common/core/raise_case.h"
#include "common/registration/paper_requests.h"
#include "common/registration/survivor.h"

namespace simrs {

PaperScope paperScope(PaperKind kind) {
    switch (kind) {
        case PaperKind::Ticket:
        case PaperKind::VisitForm:
        case PaperKind::Tracer:
        case PaperKind::AdmissionLetter:
            return PaperScope::Visit;
        case PaperKind::Label:
        case PaperKind::Wristband:
            return PaperScope::VisitIfAny;
        case PaperKind::Card:
        case PaperKind::Consent:
        case PaperKind::Identity:
            break;
    }
    return PaperScope::Patient;
}

qint64 timesPrinted(const QList<PrintedPaper>& papers, PaperKind kind, const VisitId& visit) {
    return std::count_if(papers.cbegin(), papers.cend(),
                         [&](const PrintedPaper& row) { return row.paper == kind && row.visitId == visit; });
}

Status NotePrint::prepare(Prepare& prepare, NotePrint& command) {
    if (paperScope(command.paper) == PaperScope::Patient) command.visitId = {};
    return check(prepare.reader(), prepare.context(), command);
}

Status NotePrint::check(Reader& reader, const CommandContext&, const NotePrint& command) {
    if (paperScope(command.paper) == PaperScope::Visit && command.visitId.isNull())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("visit_id")});
    if (!reader.authority()) return {};
    if (!reader.get<Patient>(command.patientId)) return fail(ErrorCode::PatientUnknown);
    if (command.visitId.isNull()) return {};
    const auto visit = reader.get<Visit>(command.visitId);
    const auto family = familyOf(reader, command.patientId);
    const bool his = visit && family && family->ids().contains(visit->patientId);
    return his ? Status() : Status(fail(ErrorCode::VisitUnknown));
}

void NotePrint::apply(FactTx& tx, const CommandContext& context, const NotePrint& command) {
    PrintedPaper row;
    row.id = tx.newId<PrintedPaper>();
    row.patientId = command.patientId;
    row.visitId = paperScope(command.paper) == PaperScope::Patient ? VisitId() : command.visitId;
    row.paper = command.paper;
    row.at = context.at;
    row.by = context.actor;
    row.deviceId = context.device;
    if (tx.authority() && !tx.firm<Patient>(command.patientId)) {
        CaseItem item;
        item.kind = CaseKind::ActedAfterChange;
        item.subject = row.id.uuid();
        item.other = command.patientId.uuid();
        item.detail = encode(command);
        return raiseCase(tx, context, item);
    }
    const PrintedPapers before = papersOf(tx, command.patientId, row.visitId);
    row.copy = timesPrinted(before.papers, row.paper, row.visitId) + 1;
    if (row.paper == PaperKind::Ticket) ++row.copy;
    tx.insert(row);
}

PrintNoted NotePrint::outcome(FactTx& tx, const NotePrint&) {
    return {tx.get<PrintedPaper>(tx.newId<PrintedPaper>()).value_or(PrintedPaper())};
}

}  // namespace simrs
