// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/seed_drugs.h"

#include "server/demo/seed_reading.h"

namespace simrs {
namespace {

constexpr std::array<std::pair<const char*, Formulary>, 3> kFormularies{
    {{"ask", Formulary::NotKnown}, {"yes", Formulary::Yes}, {"no", Formulary::No}}};
constexpr std::array<std::pair<const char*, DrugRoute>, 13> kRoutes{
    {{"oral", DrugRoute::Oral},
     {"intravenous", DrugRoute::Intravenous},
     {"intramuscular", DrugRoute::Intramuscular},
     {"subcutaneous", DrugRoute::Subcutaneous},
     {"injection", DrugRoute::Injection},
     {"inhalation", DrugRoute::Inhalation},
     {"rectal", DrugRoute::Rectal},
     {"vaginal", DrugRoute::Vaginal},
     {"skin", DrugRoute::Skin},
     {"eye", DrugRoute::Eye},
     {"ear", DrugRoute::Ear},
     {"nose", DrugRoute::Nose},
     {"sublingual", DrugRoute::Sublingual}}};
constexpr std::array<std::pair<const char*, InteractionSeverity>, 3> kSeverities{
    {{"moderate", InteractionSeverity::Moderate},
     {"severe", InteractionSeverity::Severe},
     {"never", InteractionSeverity::Never}}};
constexpr std::array<std::pair<const char*, RuleLevel>, 2> kLevels{
    {{"stop", RuleLevel::Stop}, {"note", RuleLevel::Note}}};
constexpr std::array<std::pair<const char*, DrugControl>, 9> kControls{{{"K", DrugControl::Prescription},
                                                                        {"B", DrugControl::Free},
                                                                        {"BT", DrugControl::FreeLimited},
                                                                        {"OOT", DrugControl::Watched},
                                                                        {"Pr", DrugControl::Precursor},
                                                                        {"P4", DrugControl::Psychotropic},
                                                                        {"N1", DrugControl::Narcotic},
                                                                        {"N2", DrugControl::Narcotic},
                                                                        {"N3", DrugControl::Narcotic}}};

/// The folder while it is read; rules are compared with the drugs and groups that came before them.
class Reading {
  public:
    Reading(const QString& folder, QList<SeedProblem>& problems) : m_folder(folder), m_problems(problems) {}

    DrugLists lists() {
        drugs();
        forms();
        groups();
        interactions();
        allergyRules();
        doseLimits();
        duplicates();
        return m_out;
    }

  private:
    FileReading open(const char* name) {
        return FileReading(m_folder + QLatin1Char('/') + QLatin1String(name), m_problems);
    }

    template <class E>
    void checked(FileReading& file, qsizetype i, E& row) {
        row.id = masterId<E>(row.code);
        row.source = file.text<&E::source>(i, "source");
        row.checkedBy = file.text<&E::checkedBy>(i, "checked_by");
    }

    QString drugOf(FileReading& file, qsizetype i, const char* column) {
        QString code = file.text(i, column);
        if (!m_codes.contains(code)) file.problem(i, column, ErrorCode::RowUnknown);
        return code;
    }

    QString sideOf(FileReading& file, qsizetype i, const char* column) {
        QString side = file.text(i, column);
        const bool known =
            side.startsWith(QLatin1Char('@')) ? m_groups.contains(side.mid(1)) : m_codes.contains(side);
        if (!known) file.problem(i, column, ErrorCode::RowUnknown);
        return side;
    }

    /// A number with a decimal point in thousandths of its unit; empty is 0.
    qint64 thousandths(FileReading& file, qsizetype i, const char* column) {
        const QStringList parts = file.text(i, column).split(QLatin1Char('.'));
        bool isWhole = false, isPart = true;
        const qint64 whole = parts[0].toLongLong(&isWhole);
        if (parts.size() == 1 && parts[0].isEmpty()) return 0;
        const QString rest = parts.value(1).leftJustified(3, QLatin1Char('0'));
        const qint64 part = rest.toLongLong(&isPart);
        constexpr qint64 kMost = 1'000'000'000;
        if (isWhole && isPart && parts.size() <= 2 && rest.size() == 3 && whole >= 0 && whole <= kMost)
            return whole * 1000 + part;
        file.problem(i, column, ErrorCode::FieldInvalid);
        return 0;
    }

    qint64 number(FileReading& file, qsizetype i, const char* column) {
        const qint64 value = thousandths(file, i, column);
        if (value % 1000 != 0) file.problem(i, column, ErrorCode::FieldInvalid);
        return value / 1000;
    }

    void drugs() {
        FileReading file = open("drugs.csv");
        if (!file.has({"code", "generic", "atc", "class", "formulary", "control", "high_alert", "common",
                       "source", "checked_by", "active"}))
            return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            Drug row;
            row.code = file.text<&Drug::code>(i, "code");
            file.once(i, "code", row.code);
            m_codes.insert(row.code);
            row.generic = file.text<&Drug::generic>(i, "generic");
            row.tallMan = file.text(i, "tall_man");
            row.atc = file.text<&Drug::atc>(i, "atc");
            row.className = file.text<&Drug::className>(i, "class");
            row.formulary = file.choice(i, "formulary", kFormularies);
            row.control = controlOf(file, i);
            row.highAlert = file.flag(i, "high_alert");
            row.common = file.flag(i, "common");
            row.active = file.flag(i, "active");
            checked(file, i, row);
            m_out.drugs.append(row);
        }
    }

    /// The first word counts: "K (program)", "K (200 mg BT)". "B, Pr" is what is stricter.
    DrugControl controlOf(FileReading& file, qsizetype i) {
        const QString text = file.text(i, "control");
        if (text.contains(QLatin1String("Pr"))) return DrugControl::Precursor;
        const QString first = text.section(QLatin1Char(' '), 0, 0).section(QLatin1Char(','), 0, 0);
        for (const auto& [name, meaning] : kControls) {
            if (first == QLatin1String(name)) return meaning;
        }
        file.problem(i, "control", ErrorCode::FieldInvalid);
        return DrugControl::Prescription;
    }

    void forms() {
        FileReading file = open("drug_forms.csv");
        if (!file.has({"code", "drug", "form", "name", "micrograms", "unit", "route", "active"})) return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            DrugForm row;
            row.code = file.text<&DrugForm::code>(i, "code");
            file.once(i, "code", row.code);
            row.id = masterId<DrugForm>(row.code);
            row.drug = drugOf(file, i, "drug");
            row.name = file.text<&DrugForm::name>(i, "name");
            row.kind = file.text<&DrugForm::kind>(i, "form");
            row.micrograms = number(file, i, "micrograms");
            row.unit = file.text<&DrugForm::unit>(i, "unit");
            row.route = file.choice(i, "route", kRoutes);
            row.active = file.flag(i, "active");
            m_out.forms.append(row);
        }
    }

    void groups() {
        FileReading file = open("drug_groups.csv");
        if (!file.has({"group", "name", "drug"})) return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            DrugGroupMember row;
            row.group = file.text<&DrugGroupMember::group>(i, "group");
            row.name = file.text<&DrugGroupMember::name>(i, "name");
            row.drug = drugOf(file, i, "drug");
            row.code = row.group + QLatin1Char('/') + row.drug;
            file.once(i, "drug", row.code);
            row.id = masterId<DrugGroupMember>(row.code);
            m_groups.insert(row.group);
            m_out.members.append(row);
        }
    }

    template <class E>
    void sides(FileReading& file, qsizetype i, E& row, QString E::*one, QString E::*other, const char* first,
               const char* second) {
        row.*one = sideOf(file, i, first);
        row.*other = sideOf(file, i, second);
        row.code = row.*one + QLatin1Char('+') + row.*other;
        file.once(i, first, row.code);
        checked(file, i, row);
    }

    void interactions() {
        FileReading file = open("interactions.csv");
        if (!file.has({"a", "b", "severity", "effect", "source", "checked_by"})) return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            Interaction row;
            row.severity = file.choice(i, "severity", kSeverities);
            row.effect = file.text<&Interaction::effect>(i, "effect");
            sides(file, i, row, &Interaction::one, &Interaction::other, "a", "b");
            m_out.interactions.append(row);
        }
    }

    void allergyRules() {
        FileReading file = open("allergy_rules.csv");
        if (!file.has(
                {"recorded", "warns_for", "level", "level_if_severe", "remark", "source", "checked_by"}))
            return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            AllergyRule row;
            row.level = file.choice(i, "level", kLevels);
            row.levelIfSevere = file.choice(i, "level_if_severe", kLevels);
            row.remark = file.text<&AllergyRule::remark>(i, "remark");
            sides(file, i, row, &AllergyRule::recorded, &AllergyRule::warnsFor, "recorded", "warns_for");
            m_out.allergyRules.append(row);
        }
    }

    void doseLimits() {
        FileReading file = open("dose_limits.csv");
        if (!file.has({"drug", "route", "unit", "single_most", "day_most", "day_most_elderly", "kg_dose_most",
                       "kg_day_most", "months_least", "days_most", "weekly", "remark", "source",
                       "checked_by"}))
            return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            DoseLimit row;
            row.drug = drugOf(file, i, "drug");
            const QString route = file.text(i, "route");
            row.injected = route == QLatin1String("injection");
            if (!row.injected && route != QLatin1String("oral"))
                file.problem(i, "route", ErrorCode::FieldInvalid);
            if (file.text(i, "unit") != QLatin1String("mg")) file.problem(i, "unit", ErrorCode::FieldInvalid);
            row.code = row.drug + QLatin1Char('/') + route;
            file.once(i, "drug", row.code);
            row.singleMost = thousandths(file, i, "single_most");  // of a milligram: micrograms
            row.dayMost = thousandths(file, i, "day_most");
            row.dayMostElderly = thousandths(file, i, "day_most_elderly");
            row.kgDoseMost = thousandths(file, i, "kg_dose_most");
            row.kgDayMost = thousandths(file, i, "kg_day_most");
            row.monthsLeast = number(file, i, "months_least");
            row.daysMost = number(file, i, "days_most");
            row.weekly = file.flag(i, "weekly");
            row.remark = file.text<&DoseLimit::remark>(i, "remark");
            checked(file, i, row);
            m_out.doseLimits.append(row);
        }
    }

    void duplicates() {
        FileReading file = open("duplicates_allowed.csv");
        if (!file.has({"a", "b", "remark", "source", "checked_by"})) return;
        for (qsizetype i = 0; i < file.size(); ++i) {
            DuplicateAllowed row;
            row.remark = file.text<&DuplicateAllowed::remark>(i, "remark");
            sides(file, i, row, &DuplicateAllowed::one, &DuplicateAllowed::other, "a", "b");
            m_out.duplicatesAllowed.append(row);
        }
    }

    const QString m_folder;
    QList<SeedProblem>& m_problems;
    DrugLists m_out;
    QSet<QString> m_codes;
    QSet<QString> m_groups;
};

}  // namespace

DrugLists readDrugLists(const QString& folder, QList<SeedProblem>& problems) {
    return Reading(folder, problems).lists();
}

}  // namespace simrs
