// SPDX-License-Identifier: GPL-3.0-or-later
// One allergy of a patient: a member of a set. It is added freely, and taken away only as it was seen.
#pragma once

#include "common/access/user.h"
#include "common/registration/survivor.h"

namespace simrs {

using AllergyId = TypedId<struct AllergyTag>;

enum class AllergySeverity { Unknown, Mild, Moderate, Severe };
constexpr int enumCount(AllergySeverity) { return 4; }

enum class AllergyEntry { Active, Removed };
constexpr int enumCount(AllergyEntry) { return 2; }

namespace limits {
inline constexpr int kSubstanceChars = 80;
inline constexpr int kSubstanceCodeChars = 30;
inline constexpr int kReactionChars = 200;
}  // namespace limits

struct Allergy {
    AllergyId id;
    PatientId patientId;
    QString substance;  ///< In words, as it was said.
    QString code;       ///< Of the national drug dictionary (KFA), where it has one.
    QString reaction;
    AllergySeverity severity = AllergySeverity::Unknown;
    AllergyEntry state = AllergyEntry::Active;
    UserId notedBy;
    Instant notedAt;
    UserId removedBy;
    Instant removedAt;
    QString removeReason;

    bool operator==(const Allergy&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Allergy> = {
    field<&Allergy::id>(1, "id"),
    field<&Allergy::patientId>(2, "patient_id"),
    field<&Allergy::substance>(3, "substance", {.max = limits::kSubstanceChars, .required = true}),
    field<&Allergy::code>(4, "code", {.max = limits::kSubstanceCodeChars}),
    field<&Allergy::reaction>(5, "reaction", {.max = limits::kReactionChars}),
    field<&Allergy::severity>(6, "severity"),
    field<&Allergy::state>(7, "state"),
    field<&Allergy::notedBy>(8, "noted_by"),
    field<&Allergy::notedAt>(9, "noted_at"),
    field<&Allergy::removedBy>(10, "removed_by"),
    field<&Allergy::removedAt>(11, "removed_at"),
    field<&Allergy::removeReason>(12, "remove_reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<Allergy>());
template <>
inline constexpr EntityInfo entityInfo<Allergy>{.kind = 51,
                                                .table = "allergy",
                                                .conflict = ConflictClass::AddWins,
                                                .index = {"patient_id"},
                                                .foreign = {{{"patient_id", "patient"}}},
                                                .scope = {ScopeRule::Form::Follows},
                                                .follows = {{{"patient_id", entityType<Patient>}}},
                                                .personColumn = "patient_id",
                                                .topicColumn = "patient_id"};

/// What two entries have in common that mean the same: the code, else the words without regard to case.
QString substanceKey(const Allergy& allergy);
/// Those of all files of one person that stand now; nothing where not all of them are held here.
std::optional<QList<Allergy>> activeAllergies(Reader& reader, const PatientFamily& family);

}  // namespace simrs
