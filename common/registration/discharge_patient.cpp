// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a stay, with how and when.
#include <algorithm>

#include "common/base/text.h"
#include "common/registration/death.h"
#include "common/registration/stay_rules.h"

namespace simrs {
namespace {

constexpr qint64 k48HoursMs = qint64{48} * 60 * 60 * 1000;

bool hasDied(Discharge discharge) {
    return discharge == Discharge::DiedBefore48h || discharge == Discharge::DiedAfter48h;
}

/// NDR counts deaths from 48 hours on (domain-facts A.5): the times decide, not the choice.
Discharge byTheTimes(Discharge said, const Stay& stay, Instant leftAt) {
    if (!hasDied(said)) return said;
    return leftAt.ms - stay.admittedAt.ms < k48HoursMs ? Discharge::DiedBefore48h : Discharge::DiedAfter48h;
}

/// Nobody leaves before he came, or before he was moved.
Status checkTime(Reader& reader, const Stay& stay, Instant leftAt) {
    Instant last = stay.admittedAt;
    const auto moves = reader.list(Where<StayMove>().eq<&StayMove::visitId>(stay.id));
    for (const StayMove& move : moves.value_or(QList<StayMove>())) last = std::max(last, move.at);
    return leftAt >= last ? Status() : fail(ErrorCode::FieldOutOfRange, {QStringLiteral("left_at")});
}

}  // namespace

Status DischargePatient::prepare(Prepare& prepare, DischargePatient& command) {
    command.note = cleanLine(command.note);
    if (command.leftAt.isNull()) command.leftAt = prepare.context().at;
    return check(prepare.reader(), prepare.context(), command);
}

Status DischargePatient::check(Reader& reader, const CommandContext& context,
                               const DischargePatient& command) {
    if (command.discharge == Discharge::StillHere || command.discharge == Discharge::Withdrawn)
        return fail(ErrorCode::FieldRequired, {QStringLiteral("discharge")});
    SIMRS_TRY(checkText(command.note, QStringLiteral("left_note"), limits::kReasonChars));
    if (command.leftAt.isNull() || command.leftAt > context.at)
        return fail(ErrorCode::FieldOutOfRange, {QStringLiteral("left_at")});
    const auto stay = reader.get<Stay>(command.visitId);
    if (!stay && !reader.authority()) return {};
    SIMRS_TRY(checkRuns(stay, reader.get<Visit>(command.visitId)));
    return checkTime(reader, *stay, command.leftAt);
}

Status DischargePatient::apply(WishTx& tx, const CommandContext& context, const DischargePatient& command) {
    const auto visit = tx.lock<Visit>(command.visitId);
    const auto stay = tx.lock<Stay>(command.visitId);
    if (!stay && !tx.authority()) return {};
    SIMRS_TRY(checkRuns(stay, visit));
    SIMRS_TRY(checkTime(tx, *stay, command.leftAt));
    tx.patch<Stay>(command.visitId, [&](Stay& row) {
        row.discharge = byTheTimes(command.discharge, row, command.leftAt);
        row.leftAt = command.leftAt;
        row.leftBy = context.actor;
        row.leftNote = command.note;
    });
    if (hasDied(command.discharge)) noteDeath(tx, stay->patientId, dayIn(context.zone, command.leftAt));
    return {};
}

}  // namespace simrs
