// SPDX-License-Identifier: GPL-3.0-or-later
// The patient, in the short form of the registration desk.
#pragma once

#include "common/entity/codec.h"
#include "common/entity/entity_info.h"
#include "common/registration/identity_rules.h"

namespace simrs {

using PatientId = TypedId<struct PatientTag>;

constexpr int enumCount(Sex) { return 5; }
constexpr int enumCount(NoNikReason) { return 5; }
constexpr int enumCount(Sapaan) { return 7; }

/// "None known" is an answer that somebody gave; "not asked" is not.
enum class AllergyState { NotAsked, NoneKnown, Known };
constexpr int enumCount(AllergyState) { return 3; }

struct Patient {
    PatientId id;
    qint64 mrn = 0;  ///< From the device's block; shown by mrnDisplay().
    QString name;    ///< As on the identity card, without titles and forms of address.
    Sapaan sapaan = Sapaan::None;
    Sex sex = Sex::Unknown;
    QDate birthDate;
    bool birthEstimated = false;  ///< Computed from an age that somebody said.
    QString nik;
    NoNikReason noNikReason = NoNikReason::None;
    QString phone;
    QString address;
    QString motherName;
    QString card;  ///< BPJS card, 13 digits.
    AllergyState allergyState = AllergyState::NotAsked;
    QString nameKey;
    /// Another patient has the same NIK; both are kept until a person decides.
    bool nikContested = false;
    Instant registeredAt;
    /// The file of the same person that this one leads to. Rows keep naming the patient they were written
    /// for; whoever reads by a patient's id goes through survivor.h.
    PatientId mergedInto;

    bool operator==(const Patient&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Patient> = {
    field<&Patient::id>(1, "id", {.derived = true}),
    field<&Patient::mrn>(2, "mrn", {.derived = true}),
    field<&Patient::name>(3, "name",
                          {.max = limits::kNameChars, .required = true, .identity = true, .personal = true}),
    field<&Patient::sapaan>(4, "sapaan"),
    field<&Patient::sex>(5, "sex", {.required = true, .identity = true}),
    field<&Patient::birthDate>(6, "birth_date", {.required = true, .identity = true, .personal = true}),
    field<&Patient::birthEstimated>(7, "birth_estimated"),
    field<&Patient::nik>(8, "nik", {.max = limits::kNikDigits, .identity = true, .personal = true}),
    field<&Patient::noNikReason>(9, "no_nik_reason", {.identity = true}),
    field<&Patient::phone>(10, "phone", {.max = limits::kPhoneChars, .personal = true}),
    field<&Patient::address>(11, "address", {.max = limits::kAddressChars, .personal = true}),
    field<&Patient::motherName>(12, "mother_name", {.max = limits::kNameChars, .personal = true}),
    field<&Patient::card>(13, "card", {.max = limits::kCardDigits, .identity = true, .personal = true}),
    field<&Patient::allergyState>(14, "allergy_state", {.identity = true}),
    field<&Patient::nameKey>(15, "name_key", {.derived = true}),
    field<&Patient::nikContested>(16, "nik_contested", {.derived = true}),
    field<&Patient::registeredAt>(17, "registered_at", {.derived = true}),
    field<&Patient::mergedInto>(18, "merged_into", {.derived = true}),
};
static_assert(wellDescribed<Patient>());
template <>
inline constexpr EntityInfo entityInfo<Patient>{
    .kind = 40,
    .table = "patient",
    .conflict = ConflictClass::FieldMerge,
    .unique = {"mrn", "nik WHERE nik <> '' AND NOT nik_contested AND merged_into IS NULL"},
    .index = {"nik", "card WHERE card <> ''", "phone WHERE phone <> ''", "birth_date",
              "merged_into WHERE merged_into IS NOT NULL"},
    .check = {"mrn > 0"},
    .foreign = {{{"merged_into", "patient"}}},
    .searchColumn = "name_key",
    .scope = {ScopeRule::Form::Shared},
    // The files of one person are held together: an allergy may stand in any of them.
    .shares = {{{"merged_into", entityType<Patient>}}},
    .follows = {{{"merged_into", entityType<Patient>}}},
    .personColumn = "id"};

/// What a registered patient must fulfil, at the desk and on the server. `today` bounds the birth date.
/// Errors: those of identity_rules.h, with the field's name first where they take one.
Status checkPatient(const Patient& patient, QDate today);
/// Cleans what was typed: spaces, control characters, digits of numbers, the 9999… of "no NIK".
void tidyPatient(Patient& patient);

}  // namespace simrs
