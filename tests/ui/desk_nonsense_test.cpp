// SPDX-License-Identifier: GPL-3.0-or-later
// Nonsense in every field of a visit and what is done with it: its form and details, moving it, the
// emergency, the ward, the counter's name, the printers. Said in words or stored as it stands, never lost,
// never by halves.
#include <QLabel>
#include <QPushButton>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/registration/counter_desk.h"
#include "common/base/text.h"
#include "common/registration/counter_rules.h"
#include "tests/ui/desk_morning.h"
#include "tests/ui/nonsense.h"

namespace simrs {

using namespace test;

class DeskNonsenseTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void theFormOfAVisit_data() { nonsenseRows(); }
    void theFormOfAVisit();
    void eachDetailAlone_data() { fewRows(); }
    void eachDetailAlone();
    void eachDetailOfAPatientAlone_data() { fewRows(); }
    void eachDetailOfAPatientAlone();
    void movingAVisit_data() { nonsenseRows(); }
    void movingAVisit();
    void movingInTheWard_data() { nonsenseRows(); }
    void movingInTheWard();
    void leavingTheWard_data() { nonsenseRows(); }
    void leavingTheWard();
    void anEmergency_data() { nonsenseRows(); }
    void anEmergency();
    void theNameOfTheCounter_data() { nonsenseRows(); }
    void theNameOfTheCounter();
    void thePrinters_data() { nonsenseRows(); }
    void thePrinters();
    void cleanup();
    void cleanupTestCase() { m.reset(); }

  private:
    /// Those that have found something, for what is tried field by field.
    static void fewRows();
    struct Told {
        QStringList errors;
        QString lost;
        bool accepted = true;
    };
    QWidget* pageOf(const char* name) const { return m->desk().find<QWidget>(name); }
    QString state() { return stateOf(m->server()); }
    /// Pastes into the next dialog that opens and says what it told, once it was not accepted.
    void nextDialog(const QString& text, Told& told, const QList<std::pair<const char*, QString>>& choices);
    /// The only patient of the ward, admitted anew where he has left.
    VisitId lying();

    std::unique_ptr<DeskMorning> m;
    int m_number = 200;
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

bool isBlank(const QString& text) { return cleanLine(text).isEmpty(); }

/// Numbers of letters are kept in capitals and without spaces.
QString plain(const QString& text) { return cleanLine(text).toUpper().remove(QLatin1Char(' ')); }

/// Of a line that must hold something and takes a sentence.
bool isRefusedLine(const QString& text) {
    return isBlank(text) || cleanLine(text).size() > limits::kReasonChars;
}

}  // namespace

void DeskNonsenseTest::fewRows() {
    QTest::addColumn<QString>("text");
    QTest::newRow("10,000 characters") << QString(10'000, u'x');
    QTest::newRow("control characters") << s("a\x01\x07\x1b[31m\x7fz");
    QTest::newRow("half a letter") << QString(QChar(0xD83D));
}

void DeskNonsenseTest::initTestCase() {
    m = std::make_unique<DeskMorning>();
    QVERIFY(m->desk().signIn());
}

/// A test that failed leaves no question to the next one.
void DeskNonsenseTest::cleanup() {
    if (QTest::currentTestFailed()) {
        m->desk().dialogs.willAnswer({true, {}});
        m->toSearch();
    }
    m->desk().dialogs.onEdit = {};
    m->desk().dialogs.onRefused = {};
}

void DeskNonsenseTest::theFormOfAVisit() {
    QFETCH(QString, text);
    if (isBlank(text)) QSKIP("nothing is what most visits say");
    Desk& desk = m->desk();
    const Patient patient = testPatient(++m_number);
    m->known(patient);
    m->openFile(patient.nik);
    m->toVisitForm();
    m->chooseClinic(1, s("Umum"));
    const QString before = state();
    QWidget* extras = pageOf("visitExtras");
    const Nonsense nonsense(extras, text);
    QVERIFY(nonsense.lines() >= 15);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(desk.page(), s("visit-form"));
    QVERIFY2(errorsOf(extras).size() >= 3, qPrintable(errorsOf(extras).join(QLatin1Char('|'))));
    QVERIFY(desk.isEnabled("registerButton"));
    QCOMPARE(nonsense.lost(), QString());
    QCOMPARE(state(), before);
    if (text.size() > 1000) desk.shoot(s("nonsense-visit-form"));
    desk.dialogs.willAnswer({true, {}});
    m->toSearch();
}

/// Into one field at a time, the others being right: nothing hides behind another field's error.
void DeskNonsenseTest::eachDetailAlone() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    const VisitId visit = m->visited(m->known(testPatient(++m_number)), 0);
    m->openVisit(visit);
    auto* form = desk.find<QWidget>("visitDetailsForm");
    const auto save = [&](QLineEdit* line, const QString& typed) {
        const QString rows = state();
        const Nonsense nonsense(line, typed);
        if (!desk.isEnabled("saveDetailsButton")) return;  // nothing is other than before
        desk.press(Qt::Key_S, Qt::ControlModifier);
        const auto ended = [&] {
            return !errorsOf(form).isEmpty() || state() != rows || !desk.isEnabled("saveDetailsButton");
        };
        QVERIFY2(Desk::until(ended), qPrintable(line->objectName()));
        if (errorsOf(form).isEmpty()) {
            // As it stands, but for what no line can hold.
            const auto stands = [&] { return !line->isReadOnly() && plain(line->text()) == plain(typed); };
            QVERIFY2(Desk::until(stands), qPrintable(line->objectName() + s(": ") + line->text()));
            QVERIFY(Desk::until([&] { return !desk.isEnabled("saveDetailsButton"); }));
        } else {
            QCOMPARE(errorsOf(form).size(), 1);
            QCOMPARE(nonsense.lost(), QString());
            QCOMPARE(state(), rows);
        }
    };
    int lines = 0;
    for (QLineEdit* line : form->findChildren<QLineEdit*>()) {
        if (!line->isVisibleTo(form)) continue;
        QVERIFY(Desk::until([&] { return !line->isReadOnly(); }));
        ++lines;
        save(line, text);
        if (QTest::currentTestFailed()) return;
        const bool stands = errorsOf(form).isEmpty();
        line->clear();
        Q_EMIT line->textEdited({});
        desk.press(Qt::Key_Tab);
        QVERIFY(Desk::until([&] { return errorsOf(form).isEmpty(); }));
        if (stands) save(line, s(" "));
    }
    QVERIFY(lines >= 15);
    m->toSearch();
}

/// The patient's form is left when it has saved: each field in a form opened anew.
void DeskNonsenseTest::eachDetailOfAPatientAlone() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    const PatientId patient = m->known(testPatient(++m_number));
    const auto open = [&] {
        desk.window.open(s("patient-form"), QVariant::fromValue(patient));
        return desk.waitForPage(s("patient-form")) &&
               Desk::until([&] { return !desk.find<QLineEdit>("nameField")->text().isEmpty(); });
    };
    QVERIFY(open());
    QWidget* page = pageOf("patientFormPage");
    QList<QLineEdit*> lines;
    for (QLineEdit* line : page->findChildren<QLineEdit*>())
        if (line->isEnabled() && !line->isReadOnly() && line->isVisibleTo(page)) lines.append(line);
    QVERIFY(lines.size() >= 25);
    for (QLineEdit* line : lines) {
        const QString before = line->text(), rows = state();
        const Nonsense nonsense(line, text);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        const auto ended = [&] { return !errorsOf(page).isEmpty() || desk.page() != s("patient-form"); };
        QVERIFY2(Desk::until(ended), qPrintable(line->objectName()));
        if (desk.page() == s("patient-form")) {
            QCOMPARE(nonsense.lost(), QString());
            QCOMPARE(state(), rows);
            line->setText(before);
            Q_EMIT line->textEdited(before);
            desk.dialogs.willAnswer({true, {}});
            m->toSearch();
        }
        QVERIFY(open());
    }
    m->toSearch();
}

/// Where the dialog did not accept it, what it says; a real one stays open with what was typed.
void DeskNonsenseTest::nextDialog(const QString& text, Told& told,
                                  const QList<std::pair<const char*, QString>>& choices) {
    Desk& desk = m->desk();
    told = {};
    m->answerForm(choices);
    const auto choose = desk.dialogs.onEdit;
    auto written = std::make_shared<std::optional<Nonsense>>();
    desk.dialogs.onEdit = [choose, written, text](QWidget* form) {
        choose(form);
        written->emplace(form, text);
    };
    desk.dialogs.onRefused = [written, &told](QWidget* form) {
        told.accepted = false;
        told.errors = errorsOf(form);
        told.lost = (*written)->lost();
    };
}

void DeskNonsenseTest::movingAVisit() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    const VisitId visit = m->visited(m->known(testPatient(++m_number)), 0);
    m->openVisit(visit);
    QVERIFY(Desk::until([&] { return desk.isEnabled("moveVisitButton"); }));
    const QString before = state();
    Told told;
    nextDialog(text, told, {{"movedClinicField", s("Poli 2")}});
    desk.press(Qt::Key_F7);
    // None of these is a day.
    QVERIFY(!told.accepted);
    QVERIFY(!told.errors.isEmpty());
    QCOMPARE(told.lost, QString());
    QCOMPARE(state(), before);
    // The reason alone.
    desk.dialogs.onRefused = {};
    const QString day = m->file(visit).visit.serviceDate.toString(s("ddMMyyyy"));
    m->answerForm({{"movedClinicField", s("Poli 2")}, {"movedDayField", day}, {"movedReasonField", text}});
    desk.press(Qt::Key_F7);
    if (!told.errors.isEmpty() && isRefusedLine(text)) {
        QCOMPARE(state(), before);
    } else {
        QVERIFY(Desk::until([&] { return m->file(visit).changes.size() == 1; }));
        QCOMPARE(m->file(visit).changes.first().reason, cleanLine(text));
    }
    m->toSearch();
}

VisitId DeskNonsenseTest::lying() {
    const PatientId patient = m->known(testPatient(++m_number));
    AdmitPatient command;
    command.patientId = patient;
    command.wardId = m->bed().clinicId;
    command.leaderId = m->server().masters().doctors[0].id;
    command.given = CareClass::Class3;
    command.payerId = m->server().masters().payers[0].id;
    const auto made = m->client().submit(command);
    if (!made) qFatal("%s", failure(made));
    return made->visit.id;
}

void DeskNonsenseTest::movingInTheWard() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    const VisitId stay = lying();
    m->openVisit(stay);
    QVERIFY(Desk::until([&] { return desk.isEnabled("moveVisitButton"); }));
    const QString before = state();
    Told told;
    nextDialog(text, told, {{"wardField", s("Dahlia")}, {"givenField", s("Class 1")}});
    desk.press(Qt::Key_F7);
    if (isRefusedLine(text)) {
        QVERIFY(!told.accepted);
        QCOMPARE(told.errors.size(), 1);
        QCOMPARE(told.lost, QString());
        QCOMPARE(state(), before);
    } else {
        QVERIFY(Desk::until([&] { return m->file(stay).moves.size() == 2; }));
        QCOMPARE(m->file(stay).moves.last().reason, cleanLine(text));
    }
    m->toSearch();
}

void DeskNonsenseTest::leavingTheWard() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    const VisitId stay = lying();
    m->openVisit(stay);
    QVERIFY(Desk::until([&] { return desk.isEnabled("stayButton"); }));
    const QString before = state();
    Told told;
    nextDialog(text, told, {{"dischargeField", s("Went home")}});
    desk.press(Qt::Key_F8);
    // A note is nobody's duty.
    if (isRefusedLine(text) && !isBlank(text)) {
        QVERIFY(!told.accepted);
        QCOMPARE(told.errors.size(), 1);
        QCOMPARE(told.lost, QString());
        QCOMPARE(state(), before);
    } else {
        const auto left = [&] { return rowsOf(m->server(), Where<Stay>().eq<&Stay::id>(stay)).first(); };
        QVERIFY(Desk::until([&] { return left().discharge == Discharge::Home; }));
        QCOMPARE(left().leftNote, cleanLine(text));
    }
    m->toSearch();
}

void DeskNonsenseTest::anEmergency() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    desk.dialogs.willAnswer({true, {}});
    desk.press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("emergency")));
    desk.press(Qt::Key_L);
    desk.press(Qt::Key_5);
    QWidget* page = pageOf("emergencyPage");
    const QString before = state();
    const Nonsense nonsense(page, text);
    QCOMPARE(nonsense.lines(), 4);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    // None of these is a time of day.
    QVERIFY(!errorsOf(page).isEmpty());
    QCOMPARE(nonsense.lost(), QString());
    QCOMPARE(state(), before);
    if (text.size() > 1000) desk.shoot(s("nonsense-emergency"));
    // The time and the telephone put right: what is left are lines of text.
    const Nonsense time(desk.find<QLineEdit>("arrivedField"), s("00:01"));
    const Nonsense phone(desk.find<QLineEdit>("strangerPhoneField"), s("0800123456"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until(
        [&] { return !desk.labelText("strangerNumberLabel").isEmpty() || !errorsOf(page).isEmpty(); }));
    if (!errorsOf(page).isEmpty()) {
        // The place is part of the name, which the server judges.
        const bool ofThePlace = errorsOf(page).first().startsWith(s("found_place"));
        QVERIFY2(isRefusedLine(text) || ofThePlace, qPrintable(errorsOf(page).first()));
        QCOMPARE(state(), before);
        desk.dialogs.willAnswer({true, {}});
        m->toSearch();
        return;
    }
    const auto rows =
        rowsOf(m->server(), Where<VisitDetails>().eq<&VisitDetails::escortName>(cleanLine(text)));
    QVERIFY(!rows.isEmpty());
    m->toSearch();
}

void DeskNonsenseTest::theNameOfTheCounter() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    desk.press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("counter-queue")));
    const QString before = desk.window.setting(settings::counterName).toString();
    Told told;
    nextDialog(text, told, {});
    desk.press(Qt::Key_F4);
    QVERIFY(told.accepted || !told.errors.isEmpty());
    QVERIFY(told.accepted || isRefusedLine(text) || cleanLine(text).size() > limits::kCounterChars);
    QCOMPARE(told.lost, QString());
    QCOMPARE(desk.window.setting(settings::counterName).toString(), told.accepted ? cleanLine(text) : before);
    m->toSearch();
}

void DeskNonsenseTest::thePrinters() {
    QFETCH(QString, text);
    Desk& desk = m->desk();
    desk.window.open(s("printers"));
    QVERIFY(desk.waitForPage(s("printers")));
    QWidget* page = pageOf("printersPage");
    desk.find<DataTable>("printersTable")->setCurrentRow(1);
    for (const char* language : {"label", "receipt", "printer", "pdf"}) {
        desk.find<ChoiceField>("languageField")->setFocus();
        desk.type(s(language));
        const Nonsense nonsense(desk.find<QLineEdit>("targetField"), text);
        desk.press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(nonsense.lost(), QString());
        const bool kept = desk.settings.value(s("printer/wristband/target")).toString() == text.trimmed();
        QVERIFY2(kept || !errorsOf(page).isEmpty(), language);
        if (text.size() > 1000) QVERIFY2(!errorsOf(page).isEmpty(), language);
    }
    desk.dialogs.willAnswer({true, {}});
    m->toSearch();
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskNonsenseTest)
#include "desk_nonsense_test.moc"
