// SPDX-License-Identifier: GPL-3.0-or-later
// The time of triage: arrival, triage and registration are three times (hospital-practice 2).
#include "common/registration/visit_requests.h"

namespace simrs {
namespace {

/// When he came, as far as anybody said.
Instant cameAt(const Visit& visit) { return visit.arrivedAt.isNull() ? visit.registeredAt : visit.arrivedAt; }

}  // namespace

Status NoteTriage::prepare(Prepare& prepare, NoteTriage& command) {
    if (command.at.isNull()) command.at = prepare.context().at;
    return check(prepare.reader(), prepare.context(), command);
}

Status NoteTriage::check(Reader& reader, const CommandContext& context, const NoteTriage& command) {
    if (command.at.isNull() || command.at > context.at)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("triaged_at")});
    const auto visit = reader.get<Visit>(command.visitId);
    if (!visit) return reader.authority() ? Status(fail(ErrorCode::VisitUnknown)) : Status();
    if (visit->type != VisitType::Emergency) return fail(ErrorCode::VisitTypeInvalid);
    if (visit->state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    if (command.at < cameAt(*visit) && !visit->arrivedAt.isNull())
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("triaged_at")});
    return {};
}

void NoteTriage::apply(FactTx& tx, const CommandContext&, const NoteTriage& command) {
    if (!tx.firm<Visit>(command.visitId)) return;
    tx.patch<Visit>(command.visitId, [&](Visit& visit) {
        if (visit.triagedAt.isNull() || command.at < visit.triagedAt) visit.triagedAt = command.at;
    });
}

}  // namespace simrs
