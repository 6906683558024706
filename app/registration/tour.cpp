// SPDX-License-Identifier: GPL-3.0-or-later
// Everything by keyboard, as the desk works. The people are those of the demo hospital; nothing here depends
// on one of them being there, only on somebody being called Siti.
#include "app/registration/tour.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/form_grid.h"

namespace simrs {
namespace {

QString key(const char* text) { return QString::fromLatin1(text); }

bool hasRows(Driver& driver, const char* table) {
    const auto* found = driver.find<DataTable>(key(table));
    return found != nullptr && !found->isLoading() && found->model()->rowCount() > 0;
}

/// Types into a field by its name; the keyboard goes there first.
void fill(Driver& driver, const char* field, const char* text) {
    driver.go(key(field));
    driver.type(key(text));
}

/// Opens an entry of a list field by its first letters, or its first one.
void choose(Driver& driver, const char* field, const char* letters) {
    driver.go(key(field));
    driver.type(key(letters));
    const auto* choice = driver.find<ChoiceField>(key(field));
    if (choice != nullptr && !choice->value().isValid()) driver.press(Qt::Key_Down);
}

TourSteps findSteps() {
    return {{key("search in any order"),
             [](Driver& d) {
                 d.press(Qt::Key_1, Qt::AltModifier);
                 d.type(key("siti"));
             },
             [](Driver& d) { return hasRows(d, "hitsTable"); }, key("search")},
            {key("choose a returning patient"),
             [](Driver& d) {
                 d.press(Qt::Key_Down);
                 d.press(Qt::Key_Down);
                 d.press(Qt::Key_Return);
             },
             [](Driver& d) {
                 const auto* visit = d.find<QPushButton>(key("registerVisitButton"));
                 return d.window().currentPage() == key("patient") && visit != nullptr && visit->isEnabled();
             },
             key("patient-file")}};
}

bool hasTicket(Driver& driver) {
    const auto* number = driver.find<QLabel>(key("ticketNumberLabel"));
    return number != nullptr && number->text().contains(QLatin1Char('-'));
}

TourSteps visitSteps() {
    return {{key("begin a visit"), [](Driver& d) { d.press(Qt::Key_F6); },
             [](Driver& d) {
                 const auto* clinic = d.find<ChoiceField>(key("clinicField"));
                 return clinic != nullptr && clinic->isEnabled() && clinic->count() > 0;
             },
             key("visit-form")},
            {key("choose clinic, doctor and payer"),
             [](Driver& d) {
                 choose(d, "clinicField", "gizi");
                 choose(d, "doctorField", "");
                 choose(d, "payerField", "umum");
             },
             {},
             key("visit-chosen")},
            {key("register it"), [](Driver& d) { d.press(Qt::Key_S, Qt::ControlModifier); },
             [](Driver& d) { return d.isAsked() || hasTicket(d); }},
            {key("agree to a second visit, where an earlier tour was today"),
             [](Driver& d) {
                 if (d.isAsked()) d.agree();
             },
             hasTicket, key("ticket")},
            {key("print the ticket"), [](Driver& d) { d.press(Qt::Key_Return); },
             [](Driver& d) {
                 const auto* next = d.find<QPushButton>(key("registerButton"));
                 return next != nullptr && next->isEnabled();
             },
             key("ticket-printed")},
            {key("see it among today's visits"), [](Driver& d) { d.press(Qt::Key_2, Qt::AltModifier); },
             [](Driver& d) { return hasRows(d, "visitsTable"); }, key("visits")}};
}

TourSteps newPatientSteps() {
    return {{key("search before making a patient"),
             [](Driver& d) {
                 d.press(Qt::Key_1, Qt::AltModifier);
                 d.press(Qt::Key_F2);
                 d.type(key("Wulandari Kusumaningtyas"));
             },
             [](Driver& d) {
                 const auto* make = d.find<QPushButton>(key("newPatientButton"));
                 return make != nullptr && make->isEnabled();
             },
             key("search-nobody")},
            {key("open the form"), [](Driver& d) { d.press(Qt::Key_F4); },
             [](Driver& d) { return d.find(key("nikField")) != nullptr; }, key("patient-form")},
            {key("type a NIK that is too short"),
             [](Driver& d) {
                 fill(d, "nikField", "327501550490001");
                 d.press(Qt::Key_Return);
             },
             [](Driver& d) {
                 const auto* grid =
                     qobject_cast<FormGrid*>(d.find(key("nikField"))->parentWidget()->parentWidget());
                 return grid != nullptr && !grid->errorText(key("nik")).isEmpty();
             },
             key("patient-form-error")},
            {key("correct it and go on"),
             [](Driver& d) {
                 d.find<QLineEdit>(key("nikField"))->clear();
                 choose(d, "noNikReasonField", "");
                 d.go(key("nameField"));
                 d.find<QLineEdit>(key("nameField"))->selectAll();
                 d.type(key("Wulandari Kusumaningtyas"));
                 fill(d, "birthDateField", "15041990");
                 d.press(Qt::Key_Return);
                 choose(d, "sexField", "");
                 d.press(Qt::Key_Down);
                 fill(d, "addressField", "Jl. Melati No. 12, Kota Wanasari");
                 fill(d, "phoneField", "080012345678");
                 fill(d, "motherNameField", "Sumiyati");
             },
             {},
             key("patient-form-filled")},
            {key("save"), [](Driver& d) { d.press(Qt::Key_S, Qt::ControlModifier); },
             [](Driver& d) { return d.window().currentPage() == key("patient"); }, key("patient-saved")}};
}

bool isAt(Driver& driver, const char* page) { return driver.window().currentPage() == key(page); }

/// Care before paper: two keys and the patient has a number, a file and a wristband.
TourSteps emergencySteps() {
    return {{key("open the emergency page"), [](Driver& d) { d.press(Qt::Key_G, Qt::AltModifier); },
             [](Driver& d) { return isAt(d, "emergency"); }},
            {key("say what is seen"),
             [](Driver& d) {
                 d.press(Qt::Key_L);
                 d.press(Qt::Key_4);
             },
             {},
             key("emergency")},
            {key("receive an unknown patient"), [](Driver& d) { d.press(Qt::Key_S, Qt::ControlModifier); },
             [](Driver& d) {
                 const auto* number = d.find<QLabel>(key("strangerNumberLabel"));
                 return number != nullptr && !number->text().isEmpty();
             },
             key("emergency-received")}};
}

/// A page of its own, once its table has rows; without a table, once it is there.
TourStep pageStep(const char* page, const char* table = nullptr) {
    return {key(page), [page](Driver& d) { d.window().open(key(page)); },
            [page, table](Driver& d) { return isAt(d, page) && (table == nullptr || hasRows(d, table)); },
            key(page)};
}

/// What surrounds the main job: who waits, how the day goes, who lies where, which files are one person's.
TourSteps deskSteps() {
    return {pageStep("counter-queue", "counterQueueTable"), pageStep("desk-board", "clinicFiguresTable"),
            pageStep("stays", "staysTable"), pageStep("unfinished", "unfinishedTable"),
            pageStep("prints", "printsTable")};
}

/// A visit and its papers, from the list of the day.
TourSteps visitPageSteps() {
    return {{key("choose a visit"),
             [](Driver& d) {
                 d.go(key("visitsTable"));
                 d.press(Qt::Key_Down);
                 d.press(Qt::Key_F7);
             },
             [](Driver& d) { return isAt(d, "visit") && d.find(key("visitDetailsForm")) != nullptr; },
             key("visit")},
            {key("see its papers"),
             [](Driver& d) {
                 d.window().open(key("visits"));
                 d.go(key("visitsTable"));
                 d.press(Qt::Key_F12);
             },
             [](Driver& d) { return isAt(d, "papers") && hasRows(d, "papersTable"); }, key("papers")}};
}

TourSteps masterSteps() {
    return {{key("open the masters"), [](Driver& d) { d.window().open(key("masters")); },
             [](Driver& d) { return hasRows(d, "clinicTable"); }, key("masters")}};
}

/// Eighty thousand rows are not listed; what is typed is looked for.
TourSteps villageSteps() {
    return {{key("villages"), [](Driver& d) { d.window().open(key("masters"), key("area")); },
             [](Driver& d) { return d.find(key("areaFilter")) != nullptr; }},
            {key("villages of a district"), [](Driver& d) { fill(d, "areaFilter", "coblong"); },
             [](Driver& d) { return hasRows(d, "areaTable"); }, key("masters-area")}};
}

/// Leaves the form: what was typed is lost, and said so first.
TourSteps leaveFormSteps() {
    return {
        {key("leave the form"), [](Driver& d) { d.press(Qt::Key_Escape); },
         [](Driver& d) { return d.isAsked(); }, key("leave-question")},
        {key("lose what was typed"), [](Driver& d) { d.agree(); }, [](Driver& d) { return !d.isAsked(); }}};
}

}  // namespace

FeatureScript registrationScript() {
    FeatureScript script;
    script.main =
        findSteps() + visitSteps() + newPatientSteps() + emergencySteps() + deskSteps() + masterSteps();
    script.pages = findSteps() + TourSteps{visitSteps().first()};
    script.pages.append({key("see today's visits"), [](Driver& d) { d.window().open(key("visits")); },
                         [](Driver& d) { return hasRows(d, "visitsTable"); }, key("visits")});
    script.pages += visitPageSteps() + newPatientSteps().mid(0, 3) + leaveFormSteps();
    script.pages += TourSteps{pageStep("emergency"),
                              pageStep("import"),
                              pageStep("export"),
                              pageStep("pairs", "pairsTable"),
                              pageStep("numbers", "numbersTable"),
                              pageStep("printers", "printersTable"),
                              pageStep("dispenser"),
                              pageStep("unfinished"),
                              pageStep("prints")};
    script.pages += deskSteps().mid(0, 3);
    for (const char* table :
         {"clinic", "ward", "bed", "doctor", "payer", "staff", "facility", "holiday", "counter_service"})
        script.pages.append({key("masters"),
                             [table](Driver& d) { d.window().open(key("masters"), key(table)); },
                             [table](Driver& d) { return hasRows(d, qPrintable(key(table) + key("Table"))); },
                             key("masters-") + key(table)});
    script.pages += villageSteps();
    return script;
}

}  // namespace simrs
