// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/prescribing/drug_checks.h"

#include <algorithm>
#include <array>

namespace simrs {
namespace {

constexpr qint64 kWhole = 1000;
constexpr int kAdultYears = 18;
constexpr int kElderlyYears = 65;
constexpr int kMonths = 12;
constexpr qint64 kGrams = 1000;
/// So many times the largest dose is no dose.
constexpr qint64 kAbsurd = 10;

bool isInjected(DrugRoute route) {
    static constexpr std::array needles = {DrugRoute::Intravenous, DrugRoute::Intramuscular,
                                           DrugRoute::Subcutaneous, DrugRoute::Injection};
    return std::find(needles.begin(), needles.end(), route) != needles.end();
}

/// Limits are of what the body takes up: not of creams, drops and sprays.
const DoseLimit* limitOf(const DrugBook& book, const PrescribedDrug& chosen, const DrugForm& form) {
    if (form.micrograms <= 0) return nullptr;
    const bool injected = isInjected(form.route);
    if (!injected && form.route != DrugRoute::Oral && form.route != DrugRoute::Sublingual &&
        form.route != DrugRoute::Rectal)
        return nullptr;
    return book.doseLimit(chosen.drug, injected);
}

class Alerts {
  public:
    Alerts(const DrugBook& book, const PrescribedDrug& chosen, const DrugSituation& situation)
        : m_book(book), m_chosen(chosen), m_situation(situation) {}

    QList<DrugAlert> all() {
        allergies();
        interactions();
        duplicates();
        dose();
        if (m_situation.pregnant)
            add(DrugAlertKind::Pregnant, RuleLevel::Note, QStringLiteral("pregnant/") + m_chosen.drug, {});
        std::stable_sort(m_alerts.begin(), m_alerts.end(),
                         [](const DrugAlert& a, const DrugAlert& b) { return a.level > b.level; });
        return m_alerts;
    }

  private:
    void add(DrugAlertKind kind, RuleLevel level, const QString& rule, const QStringList& args) {
        m_alerts.append({kind, level, rule, args});
    }

    void allergies() {
        for (const RecordedAllergy& allergy : m_situation.allergies) {
            const QStringList recorded = m_book.sidesOf(allergy.substance);
            if (recorded.isEmpty())
                add(DrugAlertKind::AllergyUnclear, RuleLevel::Note, QStringLiteral("allergy/unclear"),
                    {allergy.substance});
            else
                allergyOf(allergy, recorded);
        }
    }

    void allergyOf(const RecordedAllergy& allergy, const QStringList& recorded) {
        const auto limited = [&](RuleLevel level) { return allergy.isIntolerance ? RuleLevel::Note : level; };
        const bool isItself = std::any_of(recorded.begin(), recorded.end(), [&](const QString& side) {
            return m_book.isMeant(m_chosen.drug, side);
        });
        if (isItself)
            return add(DrugAlertKind::Allergy, limited(RuleLevel::Stop),
                       QStringLiteral("allergy/") + m_chosen.drug, {allergy.substance, QString()});
        const AllergyRule* strongest = nullptr;
        const auto levelOf = [&](const AllergyRule& rule) {
            return allergy.isSevere ? rule.levelIfSevere : rule.level;
        };
        for (const AllergyRule& rule : m_book.allergyRules()) {
            if (!m_book.isMeant(m_chosen.drug, rule.warnsFor) || !isRecorded(recorded, rule.recorded))
                continue;
            if (strongest == nullptr || levelOf(rule) > levelOf(*strongest)) strongest = &rule;
        }
        if (strongest != nullptr)
            add(DrugAlertKind::Allergy, limited(levelOf(*strongest)),
                QStringLiteral("allergy/") + strongest->code, {allergy.substance, strongest->remark});
    }

    /// A recorded drug stands for the groups it is in; a recorded group for itself alone.
    bool isRecorded(const QStringList& recorded, const QString& side) const {
        return std::any_of(recorded.begin(), recorded.end(), [&](const QString& one) {
            return one == side || (!one.startsWith(QLatin1Char('@')) && m_book.isMeant(one, side));
        });
    }

    void interactions() {
        for (const PrescribedDrug& other : m_situation.others) {
            if (other.drug == m_chosen.drug) continue;
            const Interaction* severest = nullptr;
            for (const Interaction& row : m_book.interactions()) {
                const bool meant =
                    (m_book.isMeant(m_chosen.drug, row.one) && m_book.isMeant(other.drug, row.other)) ||
                    (m_book.isMeant(m_chosen.drug, row.other) && m_book.isMeant(other.drug, row.one));
                if (meant && (severest == nullptr || row.severity > severest->severity)) severest = &row;
            }
            if (severest == nullptr) continue;
            add(DrugAlertKind::Interaction,
                severest->severity == InteractionSeverity::Moderate ? RuleLevel::Note : RuleLevel::Stop,
                QStringLiteral("interaction/") + severest->code, {other.drug, severest->effect});
        }
    }

    void duplicates() {
        for (const PrescribedDrug& other : m_situation.others) {
            if (!m_book.isDuplicate(m_chosen.drug, other.drug)) continue;
            // The same substance twice is a slip; the same class may be meant.
            const bool isSame = other.drug == m_chosen.drug;
            add(DrugAlertKind::Duplicate, isSame ? RuleLevel::Stop : RuleLevel::Note,
                QStringLiteral("duplicate/") + (isSame ? m_chosen.drug : m_book.drug(m_chosen.drug)->atc),
                {other.drug});
        }
    }

    void dose() {
        const DrugForm* form = m_book.form(m_chosen.form);
        const DoseLimit* limit = form == nullptr ? nullptr : limitOf(m_book, m_chosen, *form);
        if (limit == nullptr) return;
        const Age& age = m_situation.age;
        const qint64 months = age.years * kMonths + age.months;
        if (limit->monthsLeast > 0 && months < limit->monthsLeast)
            alarm(DrugAlertKind::TooYoung, *limit, {QString::number(limit->monthsLeast)});
        if (limit->daysMost > 0 && m_chosen.signa.days > limit->daysMost)
            alarm(DrugAlertKind::TooLong, *limit,
                  {QString::number(m_chosen.signa.days), QString::number(limit->daysMost)});
        if (limit->weekly && isDaily()) alarm(DrugAlertKind::DailyNotWeekly, *limit, {});
        singleDose(*limit, *form);
        dayDose(*limit, *form);
    }

    void alarm(DrugAlertKind kind, const DoseLimit& limit, const QStringList& args) {
        add(kind, RuleLevel::Stop, QStringLiteral("dose/") + limit.code, args);
    }

    bool isDaily() const {
        return m_chosen.signa.whenNeeded || m_chosen.signa.times * 7 > m_chosen.signa.perDays;
    }

    bool isChild() const { return m_situation.age.years < kAdultYears; }

    /// Micrograms; nothing where none is known. Of a child the smaller of what his weight and an adult bear.
    std::optional<qint64> most(qint64 adult, qint64 eachKg) {
        std::optional<qint64> found;
        if (adult > 0) found = adult;
        if (!isChild() || eachKg <= 0) return found;
        if (!m_situation.weight) {
            if (!m_askedForWeight)
                add(DrugAlertKind::WeightNeeded, RuleLevel::Note, QStringLiteral("dose/weight"), {});
            m_askedForWeight = true;
            return found;
        }
        const qint64 byWeight = eachKg * *m_situation.weight / kGrams;
        return found ? std::min(*found, byWeight) : byWeight;
    }

    void singleDose(const DoseLimit& limit, const DrugForm& form) {
        const auto largest = most(limit.singleMost, limit.kgDoseMost);
        // Compared in thousandths of micrograms, so that nothing is rounded.
        const qint64 given = m_chosen.signa.dose * form.micrograms;
        if (largest && given > *largest * kWhole)
            alarm(DrugAlertKind::SingleDose, limit,
                  {QString::number(given / kWhole), QString::number(*largest)});
    }

    void dayDose(const DoseLimit& limit, const DrugForm& form) {
        const bool isElderly = m_situation.age.years >= kElderlyYears && limit.dayMostElderly > 0;
        const auto largest = most(isElderly ? limit.dayMostElderly : limit.dayMost, limit.kgDayMost);
        const DailyDose daily = dailyDose(m_chosen.signa);
        const qint64 given = daily.amount * form.micrograms;
        if (largest && given > *largest * kWhole * daily.days)
            alarm(DrugAlertKind::DayDose, limit,
                  {QString::number(given / kWhole / daily.days), QString::number(*largest)});
    }

    const DrugBook& m_book;
    const PrescribedDrug& m_chosen;
    const DrugSituation& m_situation;
    QList<DrugAlert> m_alerts;
    bool m_askedForWeight = false;
};

}  // namespace

QList<DrugAlert> drugAlerts(const DrugBook& book, const PrescribedDrug& chosen,
                            const DrugSituation& situation) {
    if (book.drug(chosen.drug) == nullptr) return {};
    return Alerts(book, chosen, situation).all();
}

Status checkDose(const DrugBook& book, const PrescribedDrug& chosen) {
    const DrugForm* form = book.form(chosen.form);
    const DoseLimit* limit = form == nullptr ? nullptr : limitOf(book, chosen, *form);
    if (limit == nullptr) return {};
    const qint64 largest = std::max({limit->singleMost, limit->dayMost, limit->dayMostElderly});
    if (largest == 0 || chosen.signa.dose * form->micrograms <= kAbsurd * largest * kWhole) return {};
    const qint64 units = kAbsurd * largest * kWhole / form->micrograms;
    return fail(ErrorCode::FieldOutOfRange,
                {QStringLiteral("dose"), QStringLiteral("1"), QString::number(units)});
}

}  // namespace simrs
