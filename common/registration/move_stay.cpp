// SPDX-License-Identifier: GPL-3.0-or-later
// To another ward, bed, class or DPJP: the stay as it is now, and one more row of its trace.
#include "common/base/text.h"
#include "common/registration/stay_rules.h"

namespace simrs {
namespace {

bool isSame(const Stay& stay, const MoveStay& command) {
    return stay.wardId == command.wardId && stay.bedId == command.bedId &&
           stay.leaderId == command.leaderId && stay.given == command.given;
}

bool isAsSeen(const Stay& stay, const Stay& seen) {
    return stay.wardId == seen.wardId && stay.bedId == seen.bedId && stay.leaderId == seen.leaderId &&
           stay.given == seen.given;
}

Status mayMove(const std::optional<Stay>& stay, const std::optional<Visit>& visit, const MoveStay& command) {
    SIMRS_TRY(checkRuns(stay, visit));
    if (!isAsSeen(*stay, command.base)) return fail(ErrorCode::ChangedMeanwhile, {QStringLiteral("stay")});
    if (isSame(*stay, command)) return fail(ErrorCode::FieldRequired, {QStringLiteral("changes")});
    return {};
}

}  // namespace

Status MoveStay::prepare(Prepare& prepare, MoveStay& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status MoveStay::check(Reader& reader, const CommandContext&, const MoveStay& command) {
    SIMRS_TRY(checkReason(command.reason));
    SIMRS_TRY(checkLying(reader, {command.wardId, command.bedId, command.leaderId, command.given}));
    const auto stay = reader.get<Stay>(command.base.id);
    if (!stay && !reader.authority()) return {};
    return mayMove(stay, reader.get<Visit>(command.base.id), command);
}

Status MoveStay::apply(WishTx& tx, const CommandContext& context, const MoveStay& command) {
    const auto visit = tx.lock<Visit>(command.base.id);
    const auto stay = tx.lock<Stay>(command.base.id);
    if (!stay && !tx.authority()) return {};
    SIMRS_TRY(mayMove(stay, visit, command));
    const auto change = [&](Stay& row) {
        row.wardId = command.wardId;
        row.bedId = command.bedId;
        row.leaderId = command.leaderId;
        row.given = command.given;
    };
    Stay now = *stay;
    change(now);
    StayMove move = moveTo(now, context);
    move.id = tx.newId<StayMove>();
    move.reason = command.reason;
    tx.insert(move);
    tx.patch<Stay>(now.id, change);
    // The visit belongs to the ward he lies in, whose computers then hold it.
    tx.patch<Visit>(now.id, [&](Visit& row) {
        row.clinicId = command.wardId;
        row.doctorId = command.leaderId;
    });
    return {};
}

}  // namespace simrs
