// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a drug before it is prescribed. Pure: the form warns and the server enforces by the same
// function. Only what is severe interrupts (user-interface 1, 15); everything else is a line beside it.
#pragma once

#include "common/prescribing/drug_book.h"
#include "common/prescribing/signa.h"
#include "common/registration/identity_rules.h"

namespace simrs {

/// Travels with an override; append only.
enum class DrugAlertKind {
    Allergy,         ///< args: what was recorded, the remark of the rule
    AllergyUnclear,  ///< args: what was recorded and is in no list: nothing was checked by it
    Duplicate,       ///< args: the other drug
    Interaction,     ///< args: the other drug, the effect
    SingleDose,      ///< args: prescribed and most, micrograms
    DayDose,         ///< args: prescribed and most, micrograms a day
    TooYoung,        ///< args: months from which it is given
    TooLong,         ///< args: prescribed and most days
    DailyNotWeekly,  ///< it is given once a week
    WeightNeeded,    ///< a child's dose cannot be checked without it
    Pregnant,        ///< recorded as pregnant: look it up
};
constexpr int enumCount(DrugAlertKind) { return 11; }

struct DrugAlert {
    DrugAlertKind kind = DrugAlertKind::Allergy;
    RuleLevel level = RuleLevel::Note;
    QString rule;  ///< What overrides are counted by: "interaction/warfarin+@nsaids".
    QStringList args;

    bool operator==(const DrugAlert&) const = default;
};

struct PrescribedDrug {
    QString drug;
    QString form;
    Signa signa;
};

struct RecordedAllergy {
    QString substance;
    bool isSevere = false;
    bool isIntolerance = false;  ///< Never interrupts.
};

struct DrugSituation {
    Age age;
    std::optional<qint64> weight;  ///< Grams.
    bool pregnant = false;         ///< Only where it is recorded.
    QList<RecordedAllergy> allergies;
    QList<PrescribedDrug> others;  ///< What the patient takes or is prescribed beside it.
};

/// What is said, the severest first. A drug or form that is not in the book has no alerts: the caller refuses
/// it.
QList<DrugAlert> drugAlerts(const DrugBook& book, const PrescribedDrug& chosen,
                            const DrugSituation& situation);

/// More than ten times the largest dose is a slip of the pen, which no reason makes right. Errors:
/// FieldOutOfRange ("dose", "1", the largest in thousandths of a unit).
Status checkDose(const DrugBook& book, const PrescribedDrug& chosen);

}  // namespace simrs
