// SPDX-License-Identifier: GPL-3.0-or-later
// What may be prescribed and the rules it is checked by: lists that a hospital imports and its pharmacist
// confirms. Rows name drugs and groups by code; a rule's side is a drug ("warfarin") or a group ("@nsaids").
#pragma once

#include "common/access/user.h"

namespace simrs {

using DrugId = TypedId<struct DrugTag>;
using DrugFormId = TypedId<struct DrugFormTag>;
using DrugGroupMemberId = TypedId<struct DrugGroupMemberTag>;
using InteractionId = TypedId<struct InteractionTag>;
using AllergyRuleId = TypedId<struct AllergyRuleTag>;
using DoseLimitId = TypedId<struct DoseLimitTag>;
using DuplicateAllowedId = TypedId<struct DuplicateAllowedTag>;

namespace limits {
inline constexpr int kDrugCodeChars = 40;
inline constexpr int kDrugChars = 120;
inline constexpr int kRuleTextChars = 300;
}  // namespace limits

// The numbers are stored and travel; append only.
enum class Formulary { NotKnown, Yes, No };
constexpr int enumCount(Formulary) { return 3; }
/// Golongan: bebas, bebas terbatas, keras, obat-obat tertentu, prekursor, psikotropika, narkotika.
enum class DrugControl { Free, FreeLimited, Prescription, Watched, Precursor, Psychotropic, Narcotic };
constexpr int enumCount(DrugControl) { return 7; }
enum class DrugRoute {
    Oral,
    Intravenous,
    Intramuscular,
    Subcutaneous,
    Injection,  ///< Of a kind that the line says.
    Inhalation,
    Rectal,
    Vaginal,
    Skin,
    Eye,
    Ear,
    Nose,
    Sublingual
};
constexpr int enumCount(DrugRoute) { return 13; }
/// Never: not to be given together. Severe: interrupts and wants a reason. Moderate: a line beside it.
enum class InteractionSeverity { Moderate, Severe, Never };
constexpr int enumCount(InteractionSeverity) { return 3; }
/// Stop: interrupts and wants a reason. Note: a line beside it.
enum class RuleLevel { Note, Stop };
constexpr int enumCount(RuleLevel) { return 2; }

struct Drug {
    DrugId id;
    QString code;
    QString generic;
    QString tallMan;    ///< As it is written where another name looks like it; empty: as `generic`.
    QString atc;        ///< To the fourth level: "M01AE".
    QString className;  ///< Of duplicate therapy, in words.
    Formulary formulary = Formulary::NotKnown;
    DrugControl control = DrugControl::Prescription;
    bool highAlert = false;
    bool common = false;
    QString source;
    QString checkedBy;  ///< Empty: nobody has yet.
    bool active = true;

    bool operator==(const Drug&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Drug> = {
    field<&Drug::id>(1, "id", {.derived = true}),
    field<&Drug::code>(2, "code", {.max = limits::kDrugCodeChars, .required = true}),
    field<&Drug::generic>(3, "generic", {.max = limits::kDrugChars, .required = true}),
    field<&Drug::tallMan>(4, "tall_man", {.max = limits::kDrugChars}),
    field<&Drug::atc>(5, "atc", {.max = 7}),
    field<&Drug::className>(6, "class_name", {.max = limits::kDrugChars}),
    field<&Drug::formulary>(7, "formulary"),
    field<&Drug::control>(8, "control"),
    field<&Drug::highAlert>(9, "high_alert"),
    field<&Drug::common>(10, "common"),
    field<&Drug::source>(11, "source", {.max = limits::kDrugChars}),
    field<&Drug::checkedBy>(12, "checked_by", {.max = limits::kDrugChars}),
    field<&Drug::active>(13, "active"),
};
static_assert(wellDescribed<Drug>());
template <>
inline constexpr EntityInfo entityInfo<Drug>{.kind = 71,
                                             .table = "drug",
                                             .conflict = ConflictClass::FieldMerge,
                                             .unique = {"code"},
                                             .scope = {ScopeRule::Form::Reference},
                                             .reference = true};

/// What is in one unit of it, and how it is counted.
struct DrugForm {
    DrugFormId id;
    QString code;
    QString drug;           ///< Code of the drug.
    QString name;           ///< "tab 500 mg".
    QString kind;           ///< "tablet", "syrup", "injection" …
    qint64 micrograms = 0;  ///< Of the (first) substance in one unit; 0: not counted by mass.
    QString unit;           ///< What is counted: "tablet", "mL".
    DrugRoute route = DrugRoute::Oral;
    bool active = true;

    bool operator==(const DrugForm&) const = default;
};
template <>
inline constexpr std::array fieldsOf<DrugForm> = {
    field<&DrugForm::id>(1, "id", {.derived = true}),
    field<&DrugForm::code>(2, "code", {.max = limits::kDrugCodeChars, .required = true}),
    field<&DrugForm::drug>(3, "drug", {.max = limits::kDrugCodeChars, .required = true}),
    field<&DrugForm::name>(4, "name", {.max = limits::kDrugChars, .required = true}),
    field<&DrugForm::kind>(5, "kind", {.max = 20}),
    field<&DrugForm::micrograms>(6, "micrograms"),
    field<&DrugForm::unit>(7, "unit", {.max = 20, .required = true}),
    field<&DrugForm::route>(8, "route"),
    field<&DrugForm::active>(9, "active"),
};
static_assert(wellDescribed<DrugForm>());
template <>
inline constexpr EntityInfo entityInfo<DrugForm>{.kind = 72,
                                                 .table = "drug_form",
                                                 .conflict = ConflictClass::FieldMerge,
                                                 .unique = {"code"},
                                                 .scope = {ScopeRule::Form::Reference},
                                                 .reference = true};

struct DrugGroupMember {
    DrugGroupMemberId id;
    QString code;   ///< Group and drug, so that a pair stands there once: "nsaids/ibuprofen".
    QString group;  ///< Without the "@".
    QString name;   ///< Of the group, in words.
    QString drug;
    bool active = true;

    bool operator==(const DrugGroupMember&) const = default;
};
template <>
inline constexpr std::array fieldsOf<DrugGroupMember> = {
    field<&DrugGroupMember::id>(1, "id", {.derived = true}),
    field<&DrugGroupMember::code>(2, "code", {.max = 2 * limits::kDrugCodeChars, .required = true}),
    field<&DrugGroupMember::group>(3, "group_code", {.max = limits::kDrugCodeChars, .required = true}),
    field<&DrugGroupMember::name>(4, "name", {.max = limits::kDrugChars}),
    field<&DrugGroupMember::drug>(5, "drug", {.max = limits::kDrugCodeChars, .required = true}),
    field<&DrugGroupMember::active>(6, "active"),
};
static_assert(wellDescribed<DrugGroupMember>());
template <>
inline constexpr EntityInfo entityInfo<DrugGroupMember>{.kind = 73,
                                                        .table = "drug_group_member",
                                                        .conflict = ConflictClass::FieldMerge,
                                                        .unique = {"code"},
                                                        .scope = {ScopeRule::Form::Reference},
                                                        .reference = true};

struct Interaction {
    InteractionId id;
    QString code;  ///< Both sides: "warfarin+@nsaids".
    QString one;
    QString other;
    InteractionSeverity severity = InteractionSeverity::Moderate;
    QString effect;
    QString source;
    QString checkedBy;
    bool active = true;

    bool operator==(const Interaction&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Interaction> = {
    field<&Interaction::id>(1, "id", {.derived = true}),
    field<&Interaction::code>(2, "code", {.max = 2 * limits::kDrugCodeChars + 3, .required = true}),
    field<&Interaction::one>(3, "one", {.max = limits::kDrugCodeChars + 1, .required = true}),
    field<&Interaction::other>(4, "other", {.max = limits::kDrugCodeChars + 1, .required = true}),
    field<&Interaction::severity>(5, "severity"),
    field<&Interaction::effect>(6, "effect", {.max = limits::kRuleTextChars, .required = true}),
    field<&Interaction::source>(7, "source", {.max = limits::kDrugChars}),
    field<&Interaction::checkedBy>(8, "checked_by", {.max = limits::kDrugChars}),
    field<&Interaction::active>(9, "active"),
};
static_assert(wellDescribed<Interaction>());
template <>
inline constexpr EntityInfo entityInfo<Interaction>{.kind = 74,
                                                    .table = "interaction",
                                                    .conflict = ConflictClass::FieldMerge,
                                                    .unique = {"code"},
                                                    .scope = {ScopeRule::Form::Reference},
                                                    .reference = true};

/// Whoever reacted to `recorded` is warned of `warnsFor`.
struct AllergyRule {
    AllergyRuleId id;
    QString code;
    QString recorded;
    QString warnsFor;
    RuleLevel level = RuleLevel::Stop;
    RuleLevel levelIfSevere = RuleLevel::Stop;  ///< After an anaphylaxis and the like.
    QString remark;
    QString source;
    QString checkedBy;
    bool active = true;

    bool operator==(const AllergyRule&) const = default;
};
template <>
inline constexpr std::array fieldsOf<AllergyRule> = {
    field<&AllergyRule::id>(1, "id", {.derived = true}),
    field<&AllergyRule::code>(2, "code", {.max = 2 * limits::kDrugCodeChars + 3, .required = true}),
    field<&AllergyRule::recorded>(3, "recorded", {.max = limits::kDrugCodeChars + 1, .required = true}),
    field<&AllergyRule::warnsFor>(4, "warns_for", {.max = limits::kDrugCodeChars + 1, .required = true}),
    field<&AllergyRule::level>(5, "level"),
    field<&AllergyRule::levelIfSevere>(6, "level_if_severe"),
    field<&AllergyRule::remark>(7, "remark", {.max = limits::kRuleTextChars}),
    field<&AllergyRule::source>(8, "source", {.max = limits::kDrugChars}),
    field<&AllergyRule::checkedBy>(9, "checked_by", {.max = limits::kDrugChars}),
    field<&AllergyRule::active>(10, "active"),
};
static_assert(wellDescribed<AllergyRule>());
template <>
inline constexpr EntityInfo entityInfo<AllergyRule>{.kind = 75,
                                                    .table = "allergy_rule",
                                                    .conflict = ConflictClass::FieldMerge,
                                                    .unique = {"code"},
                                                    .scope = {ScopeRule::Form::Reference},
                                                    .reference = true};

/// The most that is given of a drug by a route. Micrograms; 0: no such limit is known.
struct DoseLimit {
    DoseLimitId id;
    QString code;  ///< Drug and route: "ketorolak/injection".
    QString drug;
    bool injected = false;  ///< By any needle; otherwise by mouth.
    qint64 singleMost = 0;
    qint64 dayMost = 0;
    qint64 dayMostElderly = 0;  ///< From 65 years on.
    qint64 kgDoseMost = 0;      ///< Of a child, each kg and dose.
    qint64 kgDayMost = 0;       ///< Of a child, each kg and day.
    qint64 monthsLeast = 0;     ///< Not below this age.
    qint64 daysMost = 0;
    bool weekly = false;  ///< Once a week; a daily dose is an error that kills.
    QString remark;
    QString source;
    QString checkedBy;
    bool active = true;

    bool operator==(const DoseLimit&) const = default;
};
template <>
inline constexpr std::array fieldsOf<DoseLimit> = {
    field<&DoseLimit::id>(1, "id", {.derived = true}),
    field<&DoseLimit::code>(2, "code", {.max = limits::kDrugCodeChars + 12, .required = true}),
    field<&DoseLimit::drug>(3, "drug", {.max = limits::kDrugCodeChars, .required = true}),
    field<&DoseLimit::injected>(4, "injected"),
    field<&DoseLimit::singleMost>(5, "single_most"),
    field<&DoseLimit::dayMost>(6, "day_most"),
    field<&DoseLimit::dayMostElderly>(7, "day_most_elderly"),
    field<&DoseLimit::kgDoseMost>(8, "kg_dose_most"),
    field<&DoseLimit::kgDayMost>(9, "kg_day_most"),
    field<&DoseLimit::monthsLeast>(10, "months_least"),
    field<&DoseLimit::daysMost>(11, "days_most"),
    field<&DoseLimit::weekly>(12, "weekly"),
    field<&DoseLimit::remark>(13, "remark", {.max = limits::kRuleTextChars}),
    field<&DoseLimit::source>(14, "source", {.max = limits::kDrugChars}),
    field<&DoseLimit::checkedBy>(15, "checked_by", {.max = limits::kDrugChars}),
    field<&DoseLimit::active>(16, "active"),
};
static_assert(wellDescribed<DoseLimit>());
template <>
inline constexpr EntityInfo entityInfo<DoseLimit>{.kind = 76,
                                                  .table = "dose_limit",
                                                  .conflict = ConflictClass::FieldMerge,
                                                  .unique = {"code"},
                                                  .scope = {ScopeRule::Form::Reference},
                                                  .reference = true};

/// Two that are given together although they are of one class: a basal and a bolus insulin.
struct DuplicateAllowed {
    DuplicateAllowedId id;
    QString code;
    QString one;
    QString other;
    QString remark;
    QString source;
    QString checkedBy;
    bool active = true;

    bool operator==(const DuplicateAllowed&) const = default;
};
template <>
inline constexpr std::array fieldsOf<DuplicateAllowed> = {
    field<&DuplicateAllowed::id>(1, "id", {.derived = true}),
    field<&DuplicateAllowed::code>(2, "code", {.max = 2 * limits::kDrugCodeChars + 3, .required = true}),
    field<&DuplicateAllowed::one>(3, "one", {.max = limits::kDrugCodeChars + 1, .required = true}),
    field<&DuplicateAllowed::other>(4, "other", {.max = limits::kDrugCodeChars + 1, .required = true}),
    field<&DuplicateAllowed::remark>(5, "remark", {.max = limits::kRuleTextChars}),
    field<&DuplicateAllowed::source>(6, "source", {.max = limits::kDrugChars}),
    field<&DuplicateAllowed::checkedBy>(7, "checked_by", {.max = limits::kDrugChars}),
    field<&DuplicateAllowed::active>(8, "active"),
};
static_assert(wellDescribed<DuplicateAllowed>());
template <>
inline constexpr EntityInfo entityInfo<DuplicateAllowed>{.kind = 77,
                                                         .table = "duplicate_allowed",
                                                         .conflict = ConflictClass::FieldMerge,
                                                         .unique = {"code"},
                                                         .scope = {ScopeRule::Form::Reference},
                                                         .reference = true};

}  // namespace simrs
