// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/registration/stay_rules.h"

namespace simrs {

Status checkLying(Reader& reader, const Lying& lying) {
    const auto ward = reader.get<Clinic>(lying.wardId);
    if (!ward && (reader.authority() || lying.wardId.isNull())) return fail(ErrorCode::WardUnknown);
    if (ward && (ward->kind != ClinicKind::Ward || !ward->active)) return fail(ErrorCode::WardUnknown);
    const auto bed = reader.get<Bed>(lying.bedId);
    if (!bed && !lying.bedId.isNull() && reader.authority()) return fail(ErrorCode::BedElsewhere);
    if (bed && (bed->clinicId != lying.wardId || !bed->active))
        return fail(ErrorCode::BedElsewhere, {bed->name});
    if (lying.leaderId.isNull()) return fail(ErrorCode::FieldRequired, {QStringLiteral("leader_id")});
    const auto leader = reader.get<Doctor>(lying.leaderId);
    if (!leader && reader.authority()) return fail(ErrorCode::DoctorUnknown);
    if (leader && !leader->active) return fail(ErrorCode::DoctorInactive, {leader->name});
    if (lying.given == CareClass::None) return fail(ErrorCode::FieldRequired, {QStringLiteral("given")});
    return {};
}

StayMove moveTo(const Stay& stay, const CommandContext& context) {
    StayMove move;
    move.visitId = stay.id;
    move.patientId = stay.patientId;
    move.wardId = stay.wardId;
    move.bedId = stay.bedId;
    move.leaderId = stay.leaderId;
    move.given = stay.given;
    move.at = context.at;
    move.by = context.actor;
    return move;
}

Status checkRuns(const std::optional<Stay>& stay, const std::optional<Visit>& visit) {
    if (!stay) return fail(ErrorCode::NotAdmitted);
    if (visit && visit->state == VisitState::Cancelled) return fail(ErrorCode::VisitCancelled);
    return stay->discharge == Discharge::StillHere ? Status() : Status(fail(ErrorCode::StayEnded));
}

}  // namespace simrs
