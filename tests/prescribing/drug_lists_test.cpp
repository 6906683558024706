// SPDX-License-Identifier: GPL-3.0-or-later
// The starter lists are whole, and what they say in a few cases that every pharmacist knows.
#include <QTest>

#include "common/prescribing/drug_checks.h"
#include "server/demo/seed_drugs.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

class DrugListsTest : public QObject {
    Q_OBJECT

    DrugLists m_lists;
    DrugBook m_book;

    QList<DrugAlert> alerts(const char* form, const char* signa, const DrugSituation& situation) {
        const DrugForm* found = m_book.form(s(form));
        if (found == nullptr) qFatal("%s", form);
        const auto read = parseSigna(s(signa));
        if (!read) qFatal("%s", signa);
        return drugAlerts(m_book, {found->drug, found->code, *read}, situation);
    }
    bool stops(const char* form, const char* signa, const DrugSituation& situation, DrugAlertKind kind) {
        const auto found = alerts(form, signa, situation);
        return std::any_of(found.begin(), found.end(), [&](const DrugAlert& alert) {
            return alert.kind == kind && alert.level == RuleLevel::Stop;
        });
    }
    bool notes(const char* form, const char* signa, const DrugSituation& situation, DrugAlertKind kind) {
        const auto found = alerts(form, signa, situation);
        return std::any_of(found.begin(), found.end(), [&](const DrugAlert& alert) {
            return alert.kind == kind && alert.level == RuleLevel::Note;
        });
    }
    static DrugSituation adult() {
        DrugSituation situation;
        situation.age = {40, 0, 0};
        return situation;
    }
    static DrugSituation allergic(const char* substance, bool severe = false) {
        DrugSituation situation = adult();
        situation.allergies = {{s(substance), severe, false}};
        return situation;
    }
    DrugSituation taking(const char* form) {
        DrugSituation situation = adult();
        situation.others = {{m_book.form(s(form))->drug, s(form), *parseSigna(s("1x1"))}};
        return situation;
    }

  private Q_SLOTS:
    void initTestCase() {
        QList<SeedProblem> problems;
        m_lists = readDrugLists(kClinicalFolder, problems);
        for (const SeedProblem& problem : problems)
            qWarning("%s:%d %s %s", qPrintable(problem.file), problem.line, qPrintable(problem.column),
                     qPrintable(errorName(problem.code)));
        QVERIFY(problems.isEmpty());
        m_book = DrugBook(m_lists);
    }

    void theListsAreWhole() {
        QVERIFY(m_lists.drugs.size() >= 180 && m_lists.forms.size() >= 300);
        QVERIFY(m_lists.interactions.size() >= 70 && m_lists.allergyRules.size() >= 25);
        QSet<QString> withForm;
        for (const DrugForm& form : m_lists.forms) withForm.insert(form.drug);
        for (const Drug& drug : m_lists.drugs) {
            QVERIFY2(withForm.contains(drug.code), qPrintable(drug.code));
            QVERIFY(!drug.source.isEmpty());
            QVERIFY2(drug.checkedBy.isEmpty(), "nobody has checked the starter lists yet");
            QVERIFY2(!m_book.sidesOf(drug.generic).isEmpty(), qPrintable(drug.generic));
        }
    }

    void strengthsAreReadRight() {
        QCOMPARE(m_book.form(s("parasetamol-1"))->micrograms, 500'000);
        QCOMPARE(m_book.form(s("parasetamol-2"))->micrograms, 24'000);  // 120 mg / 5 mL
        QCOMPARE(m_book.form(s("digoksin-1"))->micrograms, 250);
        QCOMPARE(m_book.form(s("laktulosa-1"))->micrograms, 667'000);
        QCOMPARE(m_book.form(s("hidrokortison-2"))->micrograms, 0);
    }

    void allergies() {
        using K = DrugAlertKind;
        QVERIFY(stops("amoksisilin-1", "3x1", allergic("Amoksisilin"), K::Allergy));
        QVERIFY(stops("amoksisilin-1", "3x1", allergic("penisilin"), K::Allergy));
        QVERIFY(stops("ampisilin-1", "4x1", allergic("amoksisilin"), K::Allergy));
        QVERIFY(stops("sefadroksil-1", "2x1", allergic("amoksisilin"), K::Allergy));
        QVERIFY(!stops("seftriakson-1", "2x1", allergic("penisilin"), K::Allergy));
        QVERIFY(notes("seftriakson-1", "2x1", allergic("penisilin"), K::Allergy));
        QVERIFY(stops("seftriakson-1", "2x1", allergic("penisilin", true), K::Allergy));
        QVERIFY(stops("kotrimoksazol-1", "2x1", allergic("kotrimoksazol"), K::Allergy));
        QVERIFY(notes("furosemid-1", "1x1", allergic("kotrimoksazol"), K::Allergy));
        QVERIFY(!stops("furosemid-1", "1x1", allergic("kotrimoksazol", true), K::Allergy));
        QVERIFY(stops("natrium-diklofenak-1", "2x1", allergic("ibuprofen", true), K::Allergy));
        QVERIFY(!stops("natrium-diklofenak-1", "2x1", allergic("ibuprofen"), K::Allergy));
        QVERIFY(stops("ketorolak-1", "3x1", allergic("natrium diklofenak"),
                      K::Allergy));  // the same chemical class
        QVERIFY(notes("parasetamol-1", "3x1", allergic("ibuprofen"), K::Allergy));
        QVERIFY(stops("karbamazepin-1", "2x1", allergic("fenitoin"), K::Allergy));
        QVERIFY(stops("amoksisilin-asam-klavulanat-1", "3x1", allergic("asam klavulanat"), K::Allergy));
        QVERIFY(alerts("amlodipin-1", "1x1", allergic("penisilin", true)).isEmpty());
        // What nobody can look up is said, not passed over.
        QVERIFY(notes("amlodipin-1", "1x1", allergic("udang"), K::AllergyUnclear));
        DrugSituation nausea = allergic("amoksisilin", true);
        nausea.allergies.first().isIntolerance = true;
        QVERIFY(!stops("amoksisilin-1", "3x1", nausea, K::Allergy));
        QVERIFY(notes("amoksisilin-1", "3x1", nausea, K::Allergy));
    }

    void interactions() {
        using K = DrugAlertKind;
        QVERIFY(stops("ibuprofen-1", "3x1", taking("warfarin-1"), K::Interaction));
        QVERIFY(stops("warfarin-1", "1x1", taking("ibuprofen-1"), K::Interaction));
        QVERIFY(stops("simvastatin-1", "1x1", taking("klaritromisin-1"), K::Interaction));
        QVERIFY(!stops("simvastatin-1", "1x1", taking("azitromisin-1"), K::Interaction));
        QVERIFY(notes("simvastatin-1", "1x1", taking("amlodipin-1"), K::Interaction));
        QVERIFY(stops("sildenafil-1", "1x1", taking("isosorbid-dinitrat-1"), K::Interaction));
        QVERIFY(alerts("parasetamol-1", "3x1", taking("amlodipin-1")).isEmpty());
    }

    void duplicates() {
        using K = DrugAlertKind;
        QVERIFY(stops("parasetamol-1", "3x1", taking("parasetamol-2"), K::Duplicate));
        QVERIFY(notes("lansoprazol-1", "1x1", taking("omeprazol-1"), K::Duplicate));
        QVERIFY(!notes("klopidogrel-1", "1x1", taking("asetosal-1"), K::Duplicate));
        QVERIFY(!notes("insulin-aspart-1", "3x1", taking("insulin-glargin-1"), K::Duplicate));
        QVERIFY(!notes("ringer-laktat-1", "1x1", taking("natrium-klorida-0-9-1"), K::Duplicate));
    }

    void doses() {
        using K = DrugAlertKind;
        QVERIFY(alerts("parasetamol-1", "4x2", adult()).isEmpty());      // 4 g
        QVERIFY(stops("parasetamol-1", "5x2", adult(), K::DayDose));     // 5 g
        QVERIFY(stops("parasetamol-1", "1x3", adult(), K::SingleDose));  // 1.5 g at once
        QVERIFY(stops("metotreksat-1", "1x1", adult(), K::DailyNotWeekly));
        QVERIFY(alerts("metotreksat-1", "1x4/minggu", adult()).isEmpty());
        QVERIFY(stops("metotreksat-1", "1x11/minggu", adult(), K::SingleDose));  // 27.5 mg
        QVERIFY(stops("asam-mefenamat-1", "3x1 8h", adult(), K::TooLong));
        DrugSituation old = adult();
        old.age = {70, 0, 0};
        QVERIFY(stops("digoksin-1", "1x1", old, K::DayDose));
        QVERIFY(alerts("digoksin-1", "1x1", adult()).isEmpty());
        DrugSituation child;
        child.age = {4, 0, 0};
        QVERIFY(notes("parasetamol-2", "3x10", child, K::WeightNeeded));
        child.weight = 16'000;
        QVERIFY(alerts("parasetamol-2", "4x10", child).isEmpty());  // 240 mg: 15 mg/kg
        QVERIFY(stops("parasetamol-2", "4x10,1", child, K::SingleDose));
        QVERIFY(stops("tramadol-1", "2x1", child, K::TooYoung));
        QVERIFY(stops("siprofloksasin-1", "2x1", child, K::TooYoung));
        // A thousand times too much is no dose.
        const DrugForm* digoxin = m_book.form(s("digoksin-1"));
        QVERIFY(!checkDose(m_book, {digoxin->drug, digoxin->code, *parseSigna(s("1x11"))}));
        QVERIFY(checkDose(m_book, {digoxin->drug, digoxin->code, *parseSigna(s("1x10"))}));
    }

    void nothingFromOutsideIsTooMuch() {
        QVERIFY(drugAlerts(m_book, {s("no such drug"), s("no such form"), {}}, adult()).isEmpty());
        Signa most;
        most.dose = limits::kMostDose;
        most.times = limits::kMostTimes;
        for (const DrugForm& form : m_lists.forms) {
            drugAlerts(m_book, {form.drug, form.code, most}, adult());
            drugAlerts(m_book, {form.drug, s("no such form"), most}, adult());
        }
    }
};

QTEST_GUILESS_MAIN(DrugListsTest)
#include "drug_lists_test.moc"
