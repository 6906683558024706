// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a stay, with how and when.
#include "common/base/text.h"
#include "common/registration/stay_rules.h"

namespace simrs {
namespace {

constexpr qint64 k48HoursMs = qint64{48} * 60 * 60 * 1000;

/// NDR counts deaths from 48 hours on (domain-facts A.5): the times decide, not the choice.
Discharge byTheTimes(Discharge said, const Stay& stay, Instant leftAt) {
    if (said != Discharge::DiedBefore48h && said != Discharge::DiedAfter48h) return said;
    return leftAt.ms - stay.admittedAt.ms < k48HoursMs ? Discharge::DiedBefore48h : Discharge::DiedAfter48h;
}

Status checkTime(const Stay& stay, Instant leftAt) {
    return leftAt >= stay.admittedAt ? Status()
                                     : Status(fail(ErrorCode::FieldOutOfRange, {QStringLiteral("left_at")}));
}

}  // namespace

Status DischargePatient::prepare(Prepare& prepare, DischargePatient& command) {
    command.note = cleanLine(command.note);
    if (command.leftAt.isNull()) command.leftAt = prepare.context().at;
    return check(prepare.reader(), prepare.context(), command);
}

Status DischargePatient::check(Reader& reader, const CommandContext& context,
                               const DischargePatient& command) {
    if (command.discharge == Discharge::StillHere)
        return fail(ErrorCode::FieldRequired, {QStringLiteral("discharge")});
    SIMRS_TRY(checkText(command.note, QStringLiteral("left_note"), limits::kReasonChars));
    if (command.leftAt.isNull() || command.leftAt > context.at)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("left_at")});
    const auto stay = reader.get<Stay>(command.visitId);
    if (!stay && !reader.authority()) return {};
    SIMRS_TRY(checkRuns(stay, reader.get<Visit>(command.visitId)));
    return checkTime(*stay, command.leftAt);
}

Status DischargePatient::apply(WishTx& tx, const CommandContext& context, const DischargePatient& command) {
    const auto visit = tx.lock<Visit>(command.visitId);
    const auto stay = tx.lock<Stay>(command.visitId);
    if (!stay && !tx.authority()) return {};
    SIMRS_TRY(checkRuns(stay, visit));
    SIMRS_TRY(checkTime(*stay, command.leftAt));
    tx.patch<Stay>(command.visitId, [&](Stay& row) {
        row.discharge = byTheTimes(command.discharge, row, command.leftAt);
        row.leftAt = command.leftAt;
        row.leftBy = context.actor;
        row.leftNote = command.note;
    });
    return {};
}

}  // namespace simrs
