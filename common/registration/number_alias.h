// SPDX-License-Identifier: GPL-3.0-or-later
// A number that was printed and is not the patient's own: a temporary one, or one of the system before this.
// It finds its patient for ever, also after the final number came.
#pragma once

#include "common/core/number_block.h"
#include "common/core/temporary_number.h"
#include "common/registration/visit.h"

namespace simrs {

using NumberAliasId = TypedId<struct NumberAliasTag>;

struct NumberAlias {
    NumberAliasId id;
    QString text;  ///< As temporaryText() prints it, or the old number's digits.
    NumberKind kind = NumberKind::MedicalRecord;  ///< Which number it stands for.
    PatientId patientId;
    VisitId visitId;  ///< Null where it stands for a medical record number.
    DeviceId deviceId;
    Instant givenAt;

    bool operator==(const NumberAlias&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NumberAlias> = {
    field<&NumberAlias::id>(1, "id"),
    field<&NumberAlias::text>(2, "text", {.max = 24}),
    field<&NumberAlias::kind>(3, "kind"),
    field<&NumberAlias::patientId>(4, "patient_id"),
    field<&NumberAlias::visitId>(5, "visit_id"),
    field<&NumberAlias::deviceId>(6, "device_id"),
    field<&NumberAlias::givenAt>(7, "given_at"),
};
static_assert(wellDescribed<NumberAlias>());
template <>
inline constexpr EntityInfo entityInfo<NumberAlias>{
    .kind = 44,
    .table = "number_alias",
    .conflict = ConflictClass::AppendOnly,
    // Not unique: a fact is never refused for what its paper says.
    .index = {"text", "patient_id"},
    .foreign = {{{"patient_id", "patient"}, {"visit_id", "visit"}}},
    .scope = {ScopeRule::Form::Own, "device", "device_id"},
    .personColumn = "patient_id"};

/// The number of a kind, else a temporary one in its place. Errors: those of Prepare::takeTemporary.
Status takeOrStandIn(Prepare& prepare, NumberKind kind, qint64& number, QString& temporary);
/// Which number a command carries: the one from a block, or the temporary one in its place.
NumberUse numberUsed(NumberKind kind, qint64 number, const QString& temporary);
/// Keeps what was printed.
void keepAlias(FactTx& tx, const CommandContext& context, NumberAlias alias);

}  // namespace simrs
