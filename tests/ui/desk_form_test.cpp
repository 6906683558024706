// SPDX-License-Identifier: GPL-3.0-or-later
// Nonsense in every field of the patient's form: clear words at the field, nothing typed is lost, nothing is
// sent; and odd but lawful text arrives as it was typed.
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include "app/kit/choice_field.h"
#include "app/kit/form_grid.h"
#include "tests/ui/desk.h"

namespace simrs {

using namespace test;

class DeskFormTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void nonsense_data();
    void nonsense();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void doubtsAreHints();
    void ageInsteadOfBirthDate();
    void lawfulTextArrivesAsTyped();
    void similarPatientsStandBeside();
    void correctsAPatient();

  private:
    void openForm(const QString& name);
    void paste(const char* field, const QString& text);
    QString error(const char* key) const;
    FormGrid* grid() const;
    int patients() const;

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<Desk> m_desk;
};

namespace {

const char* const textFields[] = {"nikField",       "cardField",     "nameField",
                                  "birthDateField", "ageYearsField", "ageMonthsField",
                                  "addressField",   "phoneField",    "motherNameField"};

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

void DeskFormTest::initTestCase() {
    m_server = std::make_unique<ServerRig>();
    m_desk = std::make_unique<Desk>(*m_server);
    QVERIFY(m_desk->signIn());
}

FormGrid* DeskFormTest::grid() const {
    return m_desk->window.findChild<QWidget*>(s("patientFormPage"))->findChild<FormGrid*>();
}

QString DeskFormTest::error(const char* key) const { return grid()->errorText(s(key)); }

int DeskFormTest::patients() const { return static_cast<int>(rowsOf(*m_server, Where<Patient>()).size()); }

void DeskFormTest::openForm(const QString& name) {
    if (m_desk->page() == QStringLiteral("patient-form")) m_desk->dialogs.willAnswer({true, {}});
    m_desk->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("search")));
    m_desk->find<QLineEdit>("searchField")->clear();
    m_desk->type(name);
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("newPatientButton"); }));
    m_desk->press(Qt::Key_F4);
    QVERIFY(m_desk->waitForPage(s("patient-form")));
}

void DeskFormTest::paste(const char* field, const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    auto* line = m_desk->find<QLineEdit>(field);
    line->setFocus();
    line->selectAll();
    m_desk->press(Qt::Key_V, Qt::ControlModifier);
}

void DeskFormTest::nonsense_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("10,000 characters") << QString(10'000, QLatin1Char('x'));
    QTest::newRow("10,000 digits") << QString(10'000, QLatin1Char('7'));
    QTest::newRow("emoji") << s("👩‍⚕️😀🏥");
    QTest::newRow("NUL") << QStringLiteral("ab") + QChar(0) + QStringLiteral("cd");
    QTest::newRow("right to left") << s("\u202Eitis\u202C \u200Fمريض");
    QTest::newRow("SQL") << s("'; DROP TABLE patient; --");
    QTest::newRow("markup") << s("<b>x</b><img src=x>&amp;%1%n");
    QTest::newRow("white space") << s(" \t  ");
}

void DeskFormTest::nonsense() {
    QFETCH(QString, text);
    openForm(s("zulkarnaen"));
    const int before = patients();
    QStringList typed;
    for (const char* field : textFields) {
        paste(field, text);
        typed.append(m_desk->find<QLineEdit>(field)->text());
        m_desk->press(Qt::Key_Tab);
    }
    if (text.size() > 1000)
        QVERIFY2(typed.first().size() >= 10'000, "pasted text is refused in words, not cut");
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QCOMPARE(m_desk->page(), s("patient-form"));
    const QList<FieldError> errors = grid()->errors();
    QVERIFY(!errors.isEmpty());
    for (const FieldError& wrong : errors) {
        QVERIFY2(!wrong.text.isEmpty() && wrong.text.size() < 120, qPrintable(wrong.text));
        QVERIFY2(!wrong.text.contains(QLatin1Char('%')), qPrintable(wrong.text));
    }
    QVERIFY2(!error("nik").isEmpty(), "none of these can be a NIK");
    for (int at = 0; at < typed.size(); ++at)
        QCOMPARE(m_desk->find<QLineEdit>(textFields[at])->text(), typed.at(at));
    QVERIFY2(m_desk->find<QLineEdit>("nikField")->hasFocus(), "the focus goes to the first field to correct");
    QCOMPARE(patients(), before);
}

void DeskFormTest::saysWhatIsWrong_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("15 digits") << s("nikField") << s("nik") << s("327301520385000") << s("1 missing");
    QTest::newRow("17 digits") << s("nikField") << s("nik") << s("32730152038500011") << s("1 too many");
    QTest::newRow("all the same") << s("nikField") << s("nik") << s("1111111111111111")
                                  << s("cannot be right");
    QTest::newRow("card") << s("cardField") << s("card") << s("000123") << s("13 digits");
    QTest::newRow("future") << s("birthDateField") << s("birth_date") << s("31122098") << s("future");
    QTest::newRow("no date") << s("birthDateField") << s("birth_date") << s("31022000") << s("Not a date");
    QTest::newRow("too old") << s("birthDateField") << s("birth_date") << s("01011860") << s("too far back");
    QTest::newRow("age") << s("ageYearsField") << s("age_years") << s("131") << s("130");
    QTest::newRow("phone") << s("phoneField") << s("phone") << s("12345") << s("digits");
    QTest::newRow("name of digits") << s("nameField") << s("name") << s("12345") << s("Check the characters");
    QTest::newRow("address") << s("addressField") << s("address") << QString(251, QLatin1Char('a'))
                             << s("250");
}

void DeskFormTest::saysWhatIsWrong() {
    QFETCH(QString, field);
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, words);
    openForm(s("zulkarnaen"));
    paste(field.toUtf8().constData(), text);
    QCOMPARE(grid()->errorText(key), QString());  // not while typing
    m_desk->press(Qt::Key_Tab);
    QVERIFY(Desk::until([&] { return !grid()->errorText(key).isEmpty(); }));
    QVERIFY2(grid()->errorText(key).contains(words), qPrintable(grid()->errorText(key)));
    QVERIFY(m_desk->find<QLineEdit>(field.toUtf8().constData())->text().contains(text.left(4)) ||
            key == s("birth_date"));
}

void DeskFormTest::doubtsAreHints() {
    openForm(s("zulkarnaen"));
    paste("nikField", s("9973015203850001"));  // no such province
    m_desk->press(Qt::Key_Tab);
    QCoreApplication::processEvents();
    QCOMPARE(error("nik"), QString());
    bool said = false;
    for (const QLabel* label : grid()->findChildren<QLabel*>())
        said = said || label->text().contains(s("no province 99"));
    QVERIFY(said);
}

void DeskFormTest::ageInsteadOfBirthDate() {
    openForm(s("zulkarnaen"));
    auto* years = m_desk->find<QLineEdit>("ageYearsField");
    years->setFocus();
    m_desk->type(s("30"));
    m_desk->press(Qt::Key_Tab);
    m_desk->find<ChoiceField>("noNikReasonField")->setFocus();
    m_desk->type(s("f"));
    m_desk->find<ChoiceField>("sexField")->setFocus();
    m_desk->type(s("m"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_desk->waitForPage(s("patient")));
    const auto rows = rowsOf(*m_server, Where<Patient>().eq<&Patient::name>(s("Zulkarnaen")));
    QCOMPARE(rows.size(), 1);
    const Patient& patient = rows.first();
    QVERIFY(patient.birthEstimated);
    QCOMPARE(ageOn(patient.birthDate, m_desk->backend.today()).years, 30);
    QCOMPARE(patient.noNikReason, NoNikReason::Foreigner);
    QCOMPARE(patient.sapaan, Sapaan::Tuan);
    QCOMPARE(patient.allergyState, AllergyState::NotAsked);
}

void DeskFormTest::lawfulTextArrivesAsTyped() {
    openForm(s("qomariah"));
    paste("nikField", s("3273 0152-0385 7771"));
    paste("nameField", s("Qomariah D'Angelo-Núñez"));
    const QString address = s("Jl. Robert'); DROP TABLE patient;-- No. 5 RT 01/02 “Gang ½” 😀");
    paste("addressField", address);
    paste("phoneField", s("+62 812-3456-789"));
    m_desk->press(Qt::Key_Tab);
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    m_desk->press(Qt::Key_S, Qt::ControlModifier);  // the impatient second press is the same command
    QVERIFY(m_desk->waitForPage(s("patient")));
    const auto rows = rowsOf(*m_server, Where<Patient>().eq<&Patient::nik>(s("3273015203857771")));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().name, s("Qomariah D'Angelo-Núñez"));
    QCOMPARE(rows.first().address, address);
    QCOMPARE(rows.first().phone, s("08123456789"));
}

void DeskFormTest::similarPatientsStandBeside() {
    const auto client = m_server->client(Role::RegistrationClerk);
    RegisterPatient known;
    known.patient = testPatient(77);
    known.patient.name = s("Nurhalimah Yusuf");
    QVERIFY(client->submit(known));
    openForm(s("nurhalima jusuf"));
    auto* table = m_desk->find<QTableView>("similarTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
    QCOMPARE(table->model()->index(0, 1).data().toString(), s("Ny. Nurhalimah Yusuf"));
    QVERIFY(!table->model()->index(0, 3).data().toString().isEmpty());
    m_desk->shoot(s("patient-form-similar"));
    // The NIK of somebody else is said at the field before anything is sent.
    m_desk->find<QLineEdit>("nikField")->setFocus();
    m_desk->type(known.patient.nik);
    m_desk->press(Qt::Key_Tab);
    QVERIFY(Desk::until([&] { return error("nik").contains(s("Belongs to")); }));
    m_desk->press(Qt::Key_F7);
    QVERIFY(m_desk->waitForPage(s("visit-form")));
}

void DeskFormTest::correctsAPatient() {
    const auto client = m_server->client(Role::RegistrationClerk);
    RegisterPatient known;
    known.patient = testPatient(88);
    known.patient.name = s("Bambang Kartika");
    const auto made = client->submit(known);
    QVERIFY(made);
    m_desk->press(Qt::Key_1, Qt::AltModifier);
    m_desk->scan(known.patient.nik);
    QVERIFY(m_desk->waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("editPatientButton"); }));
    m_desk->press(Qt::Key_F3);
    QVERIFY(m_desk->waitForPage(s("patient-form")));
    auto* phone = m_desk->find<QLineEdit>("phoneField");
    QVERIFY(Desk::until([&] { return phone->isEnabled() && !phone->text().isEmpty(); }));
    // Meanwhile a colleague writes another phone number and another address.
    EditPatient theirs;
    theirs.id = made->id;
    Patient before = known.patient;
    Patient after = before;
    after.phone = s("080055566677");
    after.address = s("Jl. Kenanga 9");
    theirs.changes = changesBetween(before, after);
    QVERIFY(client->submit(theirs));

    paste("phoneField", s("080011122233"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return m_desk->labelText("noticeLabel").contains(s("Phone")); }));
    QCOMPARE(phone->text(), s("080011122233"));
    m_desk->shoot(s("patient-form-clash"));
    m_desk->find<QWidget>("noticeButton")->setFocus();
    m_desk->press(Qt::Key_Space);
    QVERIFY(
        Desk::until([&] { return m_desk->find<QLineEdit>("addressField")->text() == s("Jl. Kenanga 9"); }));
    QCOMPARE(phone->text(), s("080011122233"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_desk->waitForPage(s("patient")));
    const auto rows = rowsOf(*m_server, Where<Patient>().eq<&Patient::id>(made->id));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().phone, s("080011122233"));
    QCOMPARE(rows.first().address, s("Jl. Kenanga 9"));
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskFormTest)
#include "desk_form_test.moc"
