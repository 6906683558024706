// SPDX-License-Identifier: GPL-3.0-or-later
// Every safety rule against a slow version that was written apart from it, over random hospitals of few
// drugs, where rules meet each other often; then over the starter lists.
#include "common/prescribing/drug_checks.h"

#include <QTest>

#include <set>
#include <tuple>

#include "common/base/random.h"
#include "server/demo/seed_drugs.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

// Sanitized, each takes eight times as long, and a test has a minute.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif
constexpr int kHospitals = kSanitized ? 60 : 150;
constexpr int kPrescriptions = kSanitized ? 400 : 1500;

/// What is compared: kind, level, whom it is about.
using Said = std::tuple<DrugAlertKind, RuleLevel, QString>;
using AllSaid = std::multiset<Said>;

AllSaid saidBy(const QList<DrugAlert>& alerts) {
    AllSaid all;
    for (const DrugAlert& alert : alerts) {
        const bool isAbout =
            alert.kind == DrugAlertKind::Allergy || alert.kind == DrugAlertKind::AllergyUnclear ||
            alert.kind == DrugAlertKind::Duplicate || alert.kind == DrugAlertKind::Interaction;
        all.insert({alert.kind, alert.level, isAbout ? alert.args.value(0) : QString()});
    }
    return all;
}

/// Nothing but loops over the rows; slow, and without an index that could be wrong.
class Slow {
  public:
    Slow(const DrugLists& lists, const PrescribedDrug& chosen, const DrugSituation& situation)
        : m_lists(lists), m_chosen(chosen), m_situation(situation) {}

    AllSaid all() {
        for (const RecordedAllergy& allergy : m_situation.allergies) allergyAlert(allergy);
        for (const PrescribedDrug& other : m_situation.others) {
            interactionAlert(other.drug);
            duplicateAlert(other.drug);
        }
        doseAlerts();
        if (m_situation.pregnant) say(DrugAlertKind::Pregnant, RuleLevel::Note);
        return m_said;
    }

  private:
    void say(DrugAlertKind kind, RuleLevel level, const QString& about = {}) {
        m_said.insert({kind, level, about});
    }

    bool means(const QString& side, const QString& drug) const {
        if (side == drug) return true;
        for (const DrugGroupMember& member : m_lists.members) {
            if (member.active && side == QLatin1Char('@') + member.group && member.drug == drug) return true;
        }
        return false;
    }

    const Drug* drug(const QString& code) const {
        const Drug* found = nullptr;
        for (const Drug& one : m_lists.drugs) {
            if (one.active && one.code == code) found = &one;
        }
        return found;
    }

    std::set<QString> sides(const QString& substance) const {
        std::set<QString> found;
        for (const Drug& one : m_lists.drugs) {
            if (!one.active) continue;
            for (const QString& part : one.generic.split(QLatin1Char('+')) + QStringList{one.generic}) {
                if (substanceKey(part) == substanceKey(substance)) found.insert(one.code);
            }
        }
        for (const DrugGroupMember& member : m_lists.members) {
            if (member.active && substanceKey(member.name) == substanceKey(substance))
                found.insert(QLatin1Char('@') + member.group);
        }
        return found;
    }

    void allergyAlert(const RecordedAllergy& allergy) {
        const std::set<QString> recorded = sides(allergy.substance);
        if (recorded.empty()) return say(DrugAlertKind::AllergyUnclear, RuleLevel::Note, allergy.substance);
        bool note = false, stop = false;
        for (const QString& side : recorded) stop = stop || means(side, m_chosen.drug);
        for (const AllergyRule& rule : m_lists.allergyRules) {
            if (!rule.active || !means(rule.warnsFor, m_chosen.drug)) continue;
            bool applies = false;
            for (const QString& side : recorded)
                applies = applies || side == rule.recorded ||
                          (side[0] != QLatin1Char('@') && means(rule.recorded, side));
            if (!applies) continue;
            const RuleLevel level = allergy.isSevere ? rule.levelIfSevere : rule.level;
            note = note || level == RuleLevel::Note;
            stop = stop || level == RuleLevel::Stop;
        }
        if (allergy.isIntolerance && stop) {
            stop = false;
            note = true;
        }
        if (stop)
            say(DrugAlertKind::Allergy, RuleLevel::Stop, allergy.substance);
        else if (note)
            say(DrugAlertKind::Allergy, RuleLevel::Note, allergy.substance);
    }

    void interactionAlert(const QString& other) {
        if (other == m_chosen.drug) return;
        bool note = false, stop = false;
        for (const Interaction& row : m_lists.interactions) {
            if (!row.active) continue;
            const bool forth = means(row.one, m_chosen.drug) && means(row.other, other);
            const bool back = means(row.one, other) && means(row.other, m_chosen.drug);
            if (!forth && !back) continue;
            (row.severity == InteractionSeverity::Moderate ? note : stop) = true;
        }
        if (stop)
            say(DrugAlertKind::Interaction, RuleLevel::Stop, other);
        else if (note)
            say(DrugAlertKind::Interaction, RuleLevel::Note, other);
    }

    void duplicateAlert(const QString& other) {
        const Drug *mine = drug(m_chosen.drug), *theirs = drug(other);
        if (mine == nullptr || theirs == nullptr) return;
        const bool sameAtc = !mine->atc.isEmpty() && mine->atc == theirs->atc;
        const bool sameClass = !mine->className.isEmpty() && mine->className == theirs->className;
        if (!sameAtc && !sameClass && mine->code != theirs->code) return;
        for (const DuplicateAllowed& row : m_lists.duplicatesAllowed) {
            if (!row.active) continue;
            if (means(row.one, mine->code) && means(row.other, theirs->code)) return;
            if (means(row.one, theirs->code) && means(row.other, mine->code)) return;
        }
        say(DrugAlertKind::Duplicate, mine->code == theirs->code ? RuleLevel::Stop : RuleLevel::Note, other);
    }

    /// In milligrams as people write them; what lies within a rounding error of the limit is not over it.
    void doseAlerts() {
        const DrugForm* form = nullptr;
        for (const DrugForm& one : m_lists.forms) {
            if (one.active && one.code == m_chosen.form) form = &one;
        }
        if (form == nullptr || form->micrograms <= 0) return;
        const bool needle = form->route == DrugRoute::Intravenous ||
                            form->route == DrugRoute::Intramuscular ||
                            form->route == DrugRoute::Subcutaneous || form->route == DrugRoute::Injection;
        const bool inside = needle || form->route == DrugRoute::Oral ||
                            form->route == DrugRoute::Sublingual || form->route == DrugRoute::Rectal;
        if (!inside) return;
        for (const DoseLimit& limit : m_lists.doseLimits) {
            if (limit.active && limit.drug == m_chosen.drug && limit.injected == needle)
                return compare(limit, *form);
        }
    }

    void compare(const DoseLimit& limit, const DrugForm& form) {
        const Signa& signa = m_chosen.signa;
        const double milligrams = double(form.micrograms) / 1000.0;
        const double single = double(signa.dose) / 1000.0 * milligrams;
        double daily = single * double(signa.times) / double(signa.perDays);
        if (signa.whenNeeded && signa.mostTimes > 0) daily = single * double(signa.mostTimes);
        const int months = m_situation.age.years * 12 + m_situation.age.months;
        if (limit.monthsLeast > 0 && months < limit.monthsLeast)
            say(DrugAlertKind::TooYoung, RuleLevel::Stop);
        if (limit.daysMost > 0 && signa.days > limit.daysMost) say(DrugAlertKind::TooLong, RuleLevel::Stop);
        const double perWeek = double(signa.times) * 7.0 / double(signa.perDays);
        if (limit.weekly && (signa.whenNeeded || perWeek > 1.0001))
            say(DrugAlertKind::DailyNotWeekly, RuleLevel::Stop);
        const bool child = m_situation.age.years < 18;
        const bool needsWeight = child && (limit.kgDoseMost > 0 || limit.kgDayMost > 0);
        if (needsWeight && !m_situation.weight) say(DrugAlertKind::WeightNeeded, RuleLevel::Note);
        // None is known: no limit. By weight it may be less than a microgram, which is one all the same.
        std::optional<double> mostSingle, mostDaily;
        if (limit.singleMost > 0) mostSingle = double(limit.singleMost) / 1000.0;
        if (limit.dayMost > 0) mostDaily = double(limit.dayMost) / 1000.0;
        if (m_situation.age.years >= 65 && limit.dayMostElderly > 0)
            mostDaily = double(limit.dayMostElderly) / 1000.0;
        if (child && m_situation.weight) {
            // Micrograms are not parted.
            const auto bear = [&](qint64 each) {
                return std::floor(double(each) * double(*m_situation.weight) / 1000.0 + 1e-9) / 1000.0;
            };
            if (limit.kgDoseMost > 0) mostSingle = std::min(mostSingle.value_or(1e9), bear(limit.kgDoseMost));
            if (limit.kgDayMost > 0) mostDaily = std::min(mostDaily.value_or(1e9), bear(limit.kgDayMost));
        }
        const auto isOver = [](double given, std::optional<double> most) {
            return most && given > *most * (1 + 1e-12) + 1e-12;
        };
        if (isOver(single, mostSingle)) say(DrugAlertKind::SingleDose, RuleLevel::Stop);
        if (isOver(daily, mostDaily)) say(DrugAlertKind::DayDose, RuleLevel::Stop);
    }

    const DrugLists& m_lists;
    const PrescribedDrug& m_chosen;
    const DrugSituation& m_situation;
    AllSaid m_said;
};

/// A hospital of a dozen drugs.
class Small {
  public:
    explicit Small(Random& random) : m_random(random) {}

    DrugLists lists() {
        DrugLists out;
        for (int i = 0; i < kDrugs; ++i) {
            addDrug(out, i);
            for (const bool injected : {false, true}) {
                if (any(3) > 0) addLimit(out, i, injected);
            }
        }
        addRules(out);
        return out;
    }

    PrescribedDrug prescribed() {
        const auto at = any(kDrugs);
        Signa signa;
        signa.dose = 1 + any(3000);
        signa.times = 1 + any(6);
        signa.perDays = any(3) == 0 ? 7 : 1;
        signa.whenNeeded = any(4) == 0;
        signa.mostTimes = signa.whenNeeded ? any(5) : 0;
        signa.days = any(30);
        return {drugCode(at), s("f%1").arg(any(9) == 0 ? any(kDrugs) : at), signa};
    }

    DrugSituation situation() {
        DrugSituation out;
        out.age = {int(any(90)), int(any(12)), int(any(28))};
        if (any(3) > 0) out.weight = 500 + any(90'000);
        out.pregnant = any(5) == 0;
        for (auto count = any(3); count > 0; --count) {
            const QString substance = any(4) == 0   ? s("udang")
                                      : any(2) == 0 ? s("golongan g%1").arg(any(kGroups))
                                                    : s("Zat%1 (natrium)").arg(any(kDrugs));
            out.allergies.append({substance, any(2) == 0, any(5) == 0});
        }
        for (auto count = any(5); count > 0; --count) out.others.append(prescribed());
        return out;
    }

  private:
    static constexpr qint64 kDrugs = 12, kGroups = 5;
    qint64 any(qint64 below) { return qint64(m_random.below(std::uint64_t(below))); }
    static QString drugCode(qint64 at) { return s("d%1").arg(at); }
    QString side() { return any(2) == 0 ? drugCode(any(kDrugs)) : s("@g%1").arg(any(kGroups)); }

    void addDrug(DrugLists& out, qint64 i) {
        Drug drug;
        drug.code = drugCode(i);
        drug.generic = i % 4 == 3 ? s("zat%1 + zat%2").arg(i).arg(i - 1) : s("zat%1").arg(i);
        drug.atc = any(3) == 0 ? QString() : s("A%1").arg(any(4));
        drug.className = any(3) == 0 ? QString() : s("kelas %1").arg(any(4));
        drug.active = any(8) > 0;
        out.drugs.append(drug);
        DrugForm form;
        form.code = s("f%1").arg(i);
        form.drug = drug.code;
        form.micrograms = any(5) == 0 ? 0 : 1 + any(900);
        form.route = DrugRoute(any(enumCount(DrugRoute())));
        form.active = any(8) > 0;
        out.forms.append(form);
    }

    void addLimit(DrugLists& out, qint64 i, bool injected) {
        DoseLimit limit;
        limit.drug = drugCode(i);
        limit.injected = injected;
        limit.code = s("%1/%2").arg(drugCode(i)).arg(injected);
        for (qint64 DoseLimit::*amount :
             {&DoseLimit::singleMost, &DoseLimit::dayMost, &DoseLimit::dayMostElderly})
            limit.*amount = any(2) * any(3000);
        limit.kgDoseMost = any(2) * any(60);
        limit.kgDayMost = any(2) * any(150);
        limit.monthsLeast = any(2) * any(300);
        limit.daysMost = any(2) * any(20);
        limit.weekly = any(5) == 0;
        limit.active = any(8) > 0;
        out.doseLimits.append(limit);
    }

    void addRules(DrugLists& out) {
        for (int i = 0; i < 20; ++i) {
            DrugGroupMember member;
            member.group = s("g%1").arg(any(kGroups));
            member.name = s("golongan ") + member.group;
            member.drug = drugCode(any(kDrugs));
            member.active = any(8) > 0;
            out.members.append(member);
        }
        for (int i = 0; i < 12; ++i) {
            Interaction row;
            row.one = side();
            row.other = side();
            row.code = row.one + QLatin1Char('+') + row.other;
            row.severity = InteractionSeverity(any(3));
            row.active = any(8) > 0;
            out.interactions.append(row);
            AllergyRule rule;
            rule.recorded = side();
            rule.warnsFor = side();
            rule.code = rule.recorded + QLatin1Char('+') + rule.warnsFor;
            rule.level = RuleLevel(any(2));
            rule.levelIfSevere = RuleLevel(any(2));
            rule.active = any(8) > 0;
            out.allergyRules.append(rule);
        }
        for (int i = 0; i < 2; ++i) {
            DuplicateAllowed row;
            row.one = side();
            row.other = side();
            row.active = any(8) > 0;
            out.duplicatesAllowed.append(row);
        }
    }

    Random& m_random;
};

}  // namespace

class DrugChecksTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void areTheSlowOnes() {
        SeededRandom random(20);
        std::array<qint64, 11> said{};
        for (int hospital = 0; hospital < kHospitals; ++hospital) {
            Small small(random);
            const DrugLists lists = small.lists();
            const DrugBook book(lists);
            for (int i = 0; i < 60; ++i) {
                const PrescribedDrug chosen = small.prescribed();
                const DrugSituation situation = small.situation();
                const AllSaid fast = saidBy(drugAlerts(book, chosen, situation));
                if (book.drug(chosen.drug) == nullptr) {
                    QVERIFY(fast.empty());
                    continue;
                }
                const AllSaid slow = Slow(lists, chosen, situation).all();
                QVERIFY2(fast == slow, qPrintable(s("hospital %1, prescription %2: %3 and %4 alerts")
                                                      .arg(hospital)
                                                      .arg(i)
                                                      .arg(fast.size())
                                                      .arg(slow.size())));
                for (const Said& one : fast) ++said[std::size_t(std::get<0>(one))];
            }
        }
        // A rule that never spoke was not tested.
        for (const qint64 times : said) QVERIFY(times > kHospitals / 3);
    }

    void areTheSlowOnesOnTheStarterLists() {
        QList<SeedProblem> problems;
        const DrugLists lists = readDrugLists(kClinicalFolder, problems);
        const DrugBook book(lists);
        SeededRandom random(21);
        const auto any = [&](qsizetype below) { return qsizetype(random.below(std::uint64_t(below))); };
        const auto prescribed = [&] {
            const DrugForm& form = lists.forms.at(any(lists.forms.size()));
            Signa signa;
            signa.dose = 250 * (1 + any(12));
            signa.times = 1 + any(6);
            signa.days = any(40);
            return PrescribedDrug{form.drug, form.code, signa};
        };
        for (int i = 0; i < kPrescriptions; ++i) {
            DrugSituation situation;
            situation.age = {int(any(95)), int(any(12)), 0};
            if (any(2) == 0) situation.weight = 3000 + any(80'000);
            for (auto count = any(6); count > 0; --count) situation.others.append(prescribed());
            const QString recorded = any(2) == 0 ? lists.drugs.at(any(lists.drugs.size())).generic
                                                 : lists.members.at(any(lists.members.size())).name;
            situation.allergies = {{recorded, any(2) == 0, false}};
            const PrescribedDrug chosen = prescribed();
            QVERIFY(saidBy(drugAlerts(book, chosen, situation)) == Slow(lists, chosen, situation).all());
        }
    }

    void theSeverestComesFirst() {
        SeededRandom random(22);
        for (int hospital = 0; hospital < 50; ++hospital) {
            Small small(random);
            const DrugBook book(small.lists());
            const QList<DrugAlert> alerts = drugAlerts(book, small.prescribed(), small.situation());
            QVERIFY(std::is_sorted(alerts.begin(), alerts.end(),
                                   [](const DrugAlert& a, const DrugAlert& b) { return a.level > b.level; }));
            for (const DrugAlert& alert : alerts) QVERIFY(!alert.rule.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(DrugChecksTest)
#include "drug_checks_test.moc"
