// SPDX-License-Identifier: GPL-3.0-or-later
// How many keys a clerk presses for each kind of patient (hospital-practice 1.1, 5), from the search page
// until the paper is in his hand. Choices are made by their first letters, fields are reached by Enter. A key
// held with another counts as one more; a scanner's keys do not count, letters and digits that are written
// into a field are told beside.
#include <QApplication>
#include <QDir>
#include <QLineEdit>

#include "app/kit/choice_field.h"
#include "tests/ui/desk_morning.h"

namespace simrs {

using namespace test;

class DeskKeysTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void aReturningPatientWhoPays();
    void aReturningMember();
    void aMemberWithAControlLetter();
    void aMemberWithANewReferral();
    void aNewAdult();
    void anUnknownEmergency();
    void aKnownEmergency();
    void cleanupTestCase();

  private:
    /// A member of JKN whose last visit, at the first clinic, was paid by `payer` three weeks ago.
    Patient member(int number, int payer);
    void begin(const QString& scanned);
    /// Enter from field to field until this one has the focus.
    void walkTo(const char* field);
    /// A choice by its first letters, in the field that has the focus.
    void choose(const char* field, const char* letters, const char* chosen);
    void write(const QString& text);
    /// Ctrl+S, the number, Enter: the ticket is out.
    void registerAndPrint();
    bool isPrinted(const QString& pattern) const;
    void within(const char* kind, int budget);

    std::unique_ptr<DeskMorning> m;
    int m_text = 0;
    QStringList m_told;
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

constexpr int kDaysAgo = 21;

}  // namespace

void DeskKeysTest::initTestCase() {
    m = std::make_unique<DeskMorning>();
    QVERIFY(m->desk().signIn());
}

Patient DeskKeysTest::member(int number, int payer) {
    Patient patient = testPatient(number);
    patient.card = s("00099900%1").arg(number, 5, 10, QLatin1Char('0'));
    const VisitId visit = m->visited(m->known(patient), 0, payer);
    WriteContext context;
    context.writeId = visit.uuid();
    context.request = s("test");
    const auto store = m->server().store();
    const auto written = store->write(context, [&](WishTx& tx) -> Status {
        tx.patch<Visit>(visit, [](Visit& row) { row.serviceDate = row.serviceDate.addDays(-kDaysAgo); });
        return {};
    });
    if (!written) qFatal("%s", qPrintable(errorName(written.error().code)));
    return patient;
}

void DeskKeysTest::begin(const QString& scanned) {
    Desk& desk = m->desk();
    m->toSearch();
    desk.countAnew();
    m_text = 0;
    if (scanned.isEmpty()) return;
    desk.scan(scanned);
    QVERIFY(desk.waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
}

void DeskKeysTest::walkTo(const char* field) {
    Desk& desk = m->desk();
    constexpr int mostFields = 40;
    const auto* wanted = desk.find<QWidget>(field);
    for (int at = 0; at < mostFields && !wanted->hasFocus(); ++at) desk.press(Qt::Key_Return);
    QVERIFY2(wanted->hasFocus(), field);
}

void DeskKeysTest::choose(const char* field, const char* letters, const char* chosen) {
    m->desk().type(s(letters));
    const QString now = m->desk().find<ChoiceField>(field)->currentText();
    QVERIFY2(now.startsWith(s(chosen)), qPrintable(now));
}

void DeskKeysTest::write(const QString& text) {
    m->desk().type(text);
    m_text += static_cast<int>(text.size());
}

bool DeskKeysTest::isPrinted(const QString& pattern) const {
    const QDir folder(m->desk().folder.filePath(s("tickets")));
    return !folder.entryList({pattern}).isEmpty();
}

void DeskKeysTest::registerAndPrint() {
    Desk& desk = m->desk();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !desk.labelText("ticketNumberLabel").isEmpty(); }));
    const QString ticket = desk.labelText("ticketNumberLabel");
    desk.press(Qt::Key_Return);
    QVERIFY2(Desk::until([&] { return isPrinted(ticket + s("_*.pdf")); }), qPrintable(ticket));
}

void DeskKeysTest::within(const char* kind, int budget) {
    const int keys = m->desk().presses() - m_text;
    m_told.append(s("%1 %2 key presses, budget %3, beside %4 characters of text")
                      .arg(s(kind), -34)
                      .arg(keys, 2)
                      .arg(budget, 2)
                      .arg(m_text));
    QVERIFY2(keys <= budget, qPrintable(m_told.last()));
}

void DeskKeysTest::aReturningPatientWhoPays() {
    begin(member(101, 0).nik);
    choose("clinicField", "3", "Poli 3");
    QCOMPARE(m->desk().find<ChoiceField>("payerField")->currentText(), s("Umum"));
    registerAndPrint();
    within("returning, general", 8);
}

void DeskKeysTest::aReturningMember() {
    begin(member(102, 1).card);
    choose("clinicField", "2", "Poli 2");
    QCOMPARE(m->desk().find<ChoiceField>("payerField")->currentText(), s("JKN"));
    registerAndPrint();
    within("returning, JKN", 8);
}

/// The first control after a visit that somebody else sent him to: how he comes is asked, the letter scanned.
void DeskKeysTest::aMemberWithAControlLetter() {
    Desk& desk = m->desk();
    begin(member(103, 1).card);
    choose("clinicField", "1", "Poli 1");
    walkTo("arrivalField");
    choose("arrivalField", "c", "Control visit");
    desk.press(Qt::Key_F8);
    QVERIFY(desk.find<QLineEdit>("controlLetterField")->hasFocus());
    desk.scan(s("0137U0501126K000514"));
    desk.shoot(s("keys-control-letter"));
    registerAndPrint();
    within("JKN, control letter", 12);
    const auto rows =
        rowsOf(m->server(), Where<VisitDetails>().eq<&VisitDetails::controlLetter>(s("0137U0501126K000514")));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(m->file(rows.first().id).visit.arrival, Arrival::Control);
}

/// He paid himself until now; the health centre sends him, its letter is scanned, its day and name are
/// written.
void DeskKeysTest::aMemberWithANewReferral() {
    Desk& desk = m->desk();
    begin(member(104, 0).card);
    choose("clinicField", "4", "Poli 4");
    walkTo("payerField");
    choose("payerField", "j", "JKN");
    walkTo("arrivalField");
    choose("arrivalField", "p", "Primary care");
    desk.press(Qt::Key_F8);
    QVERIFY(desk.find<QLineEdit>("referralNumberField")->hasFocus());
    desk.scan(s("0137U0501126P000514"));
    const QDate day = desk.backend.today();
    write(day.addDays(-1).toString(s("ddMMyyyy")));
    walkTo("referralUntilField");
    write(day.addDays(89).toString(s("ddMMyyyy")));
    walkTo("referralFacilityField");
    write(s("Puskesmas Sukasari"));
    desk.shoot(s("keys-new-referral"));
    registerAndPrint();
    within("JKN, new referral", 15);
    const auto rows = rowsOf(
        m->server(), Where<VisitDetails>().eq<&VisitDetails::referralNumber>(s("0137U0501126P000514")));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().referralUntil, day.addDays(89));
}

/// All that the law wants to be asked, and the visit he came for.
void DeskKeysTest::aNewAdult() {
    Desk& desk = m->desk();
    begin({});
    write(s("rahmawati lestari"));
    QVERIFY(Desk::until([&] { return desk.isEnabled("newPatientButton"); }));
    desk.press(Qt::Key_F4);
    QVERIFY(desk.waitForPage(s("patient-form")));
    write(s("3273015203859010"));  // says the birth date and the sex
    walkTo("phoneField");
    write(s("08001234567"));
    walkTo("addressField");
    write(s("Jl. Anggrek 4"));
    walkTo("motherNameField");
    write(s("Aminah"));
    walkTo("rtField");
    write(s("3"));
    walkTo("rwField");
    write(s("7"));
    walkTo("areaField");
    write(s("sukasari tangerang"));
    // The list of villages opens with the best of them chosen.
    QVERIFY(Desk::until([] { return QApplication::activePopupWidget() != nullptr; }));
    desk.press(Qt::Key_Return);
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    walkTo("birthPlaceField");
    write(s("Bandung"));
    walkTo("religionField");
    choose("religionField", "i", "Islam");
    walkTo("maritalStatusField");
    choose("maritalStatusField", "m", "Married");
    walkTo("educationField");
    choose("educationField", "b", "Bachelor");
    walkTo("occupationField");
    choose("occupationField", "p", "Private");
    desk.shoot(s("keys-new-adult"));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    choose("clinicField", "1", "Poli 1");
    walkTo("payerField");
    choose("payerField", "u", "Umum");
    registerAndPrint();
    within("new adult, legal minimum", 60);
    const auto rows = rowsOf(m->server(), Where<Patient>().eq<&Patient::nik>(s("3273015203859010")));
    QCOMPARE(rows.size(), 1);
    const PatientFile file = m->file(rows.first().id);
    QCOMPARE(notAskedYet(file.patient, file.details), QStringList());
    QCOMPARE(file.details.rt, s("003"));
    QVERIFY2(file.details.area.startsWith(s("Sukasari, ")) && file.details.areaCode.size() == 10,
             qPrintable(file.details.area + file.details.areaCode));
}

/// Nobody knows him: his file, his number and his wristband.
void DeskKeysTest::anUnknownEmergency() {
    Desk& desk = m->desk();
    begin({});
    desk.press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("emergency")));
    desk.press(Qt::Key_L);
    desk.press(Qt::Key_5);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("strangerNumberLabel").contains(s("MRN")); }));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.waitForPage(s("papers")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("printPaperButton"); }));
    desk.press(Qt::Key_F4);
    QVERIFY(Desk::until([&] { return isPrinted(s("wristband_*.pdf")); }));
    within("emergency, unknown", 12);
}

void DeskKeysTest::aKnownEmergency() {
    Desk& desk = m->desk();
    begin(member(105, 0).nik);
    desk.press(Qt::Key_Backtab, Qt::ShiftModifier);
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("ticketNumberLabel") == s("Emergency"); }));
    within("emergency, known", 12);
}

void DeskKeysTest::cleanupTestCase() {
    for (const QString& line : m_told) qInfo("%s", qPrintable(line));
    m.reset();
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskKeysTest)
#include "desk_keys_test.moc"
