// SPDX-License-Identifier: GPL-3.0-or-later
// The details of a visit, later: field by field, by the value its author saw.
#include "common/core/raise_case.h"
#include "common/registration/death.h"
#include "common/registration/visit_requests.h"

namespace simrs {
namespace {

bool changesField(const QList<FieldChange>& changes, const Field& field) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const FieldChange& change) { return change.tag == field.tag; });
}

/// What clashed. A visit without details gets their row with the first of them.
QStringList mergeDetails(FactTx& tx, const Visit& visit, const QList<FieldChange>& changes) {
    if (tx.get<VisitDetails>(visit.id))
        return tx.merge<VisitDetails>(visit.id, changes).value_or(MergeOutcome()).clashes;
    VisitDetails details;
    const auto merged = mergeChanges(fieldSpan<VisitDetails>(), &details, changes);
    if (!merged) return {};
    details.id = visit.id;
    details.patientId = visit.patientId;
    tx.insert(details);
    return merged->clashes;
}

}  // namespace

Status EditVisitDetails::prepare(Prepare& prepare, EditVisitDetails& command) {
    return check(prepare.reader(), prepare.context(), command);
}

Status EditVisitDetails::check(Reader& reader, const CommandContext&, const EditVisitDetails& command) {
    if (command.changes.isEmpty()) return fail(ErrorCode::FieldRequired, {QStringLiteral("changes")});
    const auto visit = reader.get<Visit>(command.visitId);
    if (!visit) return reader.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    if (visit->state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    auto details = reader.get<VisitDetails>(command.visitId).value_or(VisitDetails());
    SIMRS_ASSIGN(const MergeOutcome outcome,
                 mergeChanges(fieldSpan<VisitDetails>(), &details, command.changes));
    if (!outcome.clashes.isEmpty()) return fail(ErrorCode::ChangedMeanwhile, outcome.clashes);
    return checkVisitDetails(details, visit->serviceDate);
}

void EditVisitDetails::apply(FactTx& tx, const CommandContext& context, const EditVisitDetails& command) {
    const auto visit = tx.firm<Visit>(command.visitId);
    if (!visit) return;
    const QStringList clashes = mergeDetails(tx, *visit, command.changes);
    // The check looked before the row was locked. Whoever was told nothing yet is asked again, and refused.
    if (!clashes.isEmpty() && !context.assured && tx.authority()) tx.runAgain();
    if (changesField(command.changes, fieldOf<&VisitDetails::membership>()))
        tx.patch<VisitDetails>(command.visitId, [&](VisitDetails& row) {
            row.membershipCheckedAt = row.membership == Membership::NotChecked ? Instant() : context.at;
        });
    if (changesField(command.changes, fieldOf<&VisitDetails::deadOnArrival>()) &&
        tx.get<VisitDetails>(visit->id).value_or(VisitDetails()).deadOnArrival)
        noteDeath(tx, visit->patientId, visit->serviceDate);
    if (clashes.isEmpty()) return;
    CaseItem clash;
    clash.kind = CaseKind::EditClash;
    clash.subject = command.visitId.uuid();
    clash.fields = clashes.join(QLatin1Char(','));
    clash.detail = encode(command);
    raiseCase(tx, context, clash);
}

}  // namespace simrs
