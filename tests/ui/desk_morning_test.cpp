// SPDX-License-Identifier: GPL-3.0-or-later
// A morning at one counter as one test: thirty patients of every awkward kind, and a mistake of each kind put
// right. Pictures of every station with SIMRS_SHOTS.
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/radio_row.h"
#include "tests/ui/desk_morning.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

Patient person(const char* name, QDate birthDate, int number, Sex sex = Sex::Female) {
    Patient patient = testPatient(number);
    patient.name = s(name);
    patient.birthDate = birthDate;
    patient.sex = sex;
    patient.sapaan = Sapaan::None;
    patient.nik.clear();
    patient.noNikReason = NoNikReason::Unknown;
    patient.phone = s("0800%1").arg(1'000'000 + number);
    return patient;
}

}  // namespace

class DeskMorningTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void whoComesAgain();
    void whoIsFoundByATypo();
    void whatLettersSay();
    void whoIsNew();
    void whoHasNoNik();
    void whoIsBorn();
    void whoComesByNight();
    void whoStays();
    void theWrongPlaceIsPutRight();
    void theWrongPayerAndTheWrongDay();
    void whatWasNeverMeant();
    void twoFilesOfOnePerson();
    void cleanupTestCase();

  private:
    /// A new adult with a NIK, typed and saved; his file.
    PatientId newAdult(const QString& name, const QString& nik);
    PatientId newWithoutNik(const QString& name, const QString& reason, const QString& birthDate,
                            const QString& sex);

    std::unique_ptr<DeskMorning> m;
};

void DeskMorningTest::initTestCase() {
    m = std::make_unique<DeskMorning>();
    QVERIFY(m->desk().signIn());
}

/// 1 to 4: himself, by his number; two clinics on one day; a card; another counter's patient.
void DeskMorningTest::whoComesAgain() {
    Desk& desk = m->desk();
    const PatientId first = m->known(testPatient(1));
    m->visited(m->known(testPatient(2)), 1);
    m->toSearch();
    desk.scan(mrnFromNumber(m->file(first).patient.mrn, 8));
    desk.countAnew();
    QVERIFY(desk.waitForPage(s("patient")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerVisitButton"); }));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.type(s("1"));
    for (int field = 0; field < 3; ++field) desk.press(Qt::Key_Return);
    desk.type(s("u"));
    QCOMPARE(m->registerIt(), s("B-001"));
    qInfo("a returning patient: %d key presses", desk.presses());
    QVERIFY2(desk.presses() <= 8, "the budget of a returning patient");
    desk.shoot(s("morning-01-returning"));
    // Another clinic on the same day: warned of nothing, a visit of its own.
    m->openFile(m->file(first).patient.nik);
    m->toVisitForm();
    m->chooseClinic(2, s("Umum"));
    QVERIFY(!m->registerIt().isEmpty());
    QCOMPARE(m->file(first).visits.size(), 2);
    Patient jkn = testPatient(3);
    jkn.card = s("0009990000031");
    const PatientId member = m->known(jkn);
    m->openFile(jkn.card);
    m->toVisitForm();
    m->chooseClinic(3, s("JKN"));
    QVERIFY(!m->registerIt().isEmpty());
    QCOMPARE(m->file(member).visits.first().payerId, m->server().masters().payers.last().id);
    m->openFile(mrnFromNumber(m->file(member).patient.mrn, 8));
    ++m->people;
}

/// 5 and 6: a name typed wrongly, an old spelling.
void DeskMorningTest::whoIsFoundByATypo() {
    Desk& desk = m->desk();
    m->known(person("Wulandari Puspitasari", QDate(1979, 4, 11), 5));
    m->known(person("Soekarno Djojohadikoesoemo", QDate(1950, 6, 6), 6, Sex::Male));
    const std::pair<const char*, const char*> typed[] = {{"wulandri puspitasari", "Wulandari"},
                                                         {"sukarno joyohadikusumo", "Soekarno"}};
    for (const auto& [text, name] : typed) {
        m->toSearch();
        desk.type(s(text));
        auto* table = desk.find<DataTable>("hitsTable");
        const auto found = [&, name = s(name)] {
            return table->model()->index(0, 1).data().toString().contains(name);
        };
        QVERIFY2(Desk::until(found), text);
        ++m->people;
    }
    desk.shoot(s("morning-02-typo"));
}

/// 7 to 9: JKN without a SEP, an expired referral, an accident with the police.
void DeskMorningTest::whatLettersSay() {
    Desk& desk = m->desk();
    const auto member = [this](int number) {
        Patient patient = testPatient(number);
        patient.card = s("00099900000%1").arg(number, 2, 10, QLatin1Char('0'));
        m->known(patient);
        return patient.card;
    };
    m->openFile(member(7));
    m->toVisitForm();
    m->chooseClinic(1, s("JKN"));
    QVERIFY(!m->registerIt().isEmpty());
    m->openFile(member(8));
    m->toVisitForm();
    m->chooseClinic(1, s("JKN"));
    m->choose("arrivalField", s("Primary care"));
    m->fill("referralNumberField", s("0137U0501126P000514"));
    m->fill("referralUntilField", s("01102026"));
    desk.shoot(s("morning-03-referral-expired"));
    QVERIFY(!m->registerIt().isEmpty());
    m->openFile(member(9));
    m->toVisitForm();
    m->chooseClinic(1, s("JKN"));
    m->choose("accidentField", s("Traffic"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY2(desk.page() == s("visit-form") && desk.isEnabled("registerButton"),
             "an accident without day and place is not taken");
    m->fill("accidentDateField", s("22112026"));
    m->fill("accidentPlaceField", s("Jl. Raya Wanasari km 3"));
    m->fill("policeReportField", s("LP/B/112/XI/2026"));
    QVERIFY(!m->registerIt().isEmpty());
    const auto details =
        rowsOf(m->server(), Where<VisitDetails>().eq<&VisitDetails::accident>(Accident::Traffic));
    QCOMPARE(details.size(), 1);
    QCOMPARE(details.first().policeReport, s("LP/B/112/XI/2026"));
    // All three stand on the list of the unfinished; one gets its SEP.
    desk.window.open(s("unfinished"));
    QVERIFY(desk.waitForPage(s("unfinished")));
    auto* table = desk.find<DataTable>("unfinishedTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 4; }));
    desk.shoot(s("morning-04-unfinished"));
    m->openVisit(VisitId(details.first().id.uuid()));
    m->fill("sepField", s("0137U0501126V000514"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !m->file(details.first().id).details.sep.isEmpty(); }));
}

PatientId DeskMorningTest::newAdult(const QString& name, const QString& nik) {
    m->newForm(name);
    m->desk().type(nik);
    return m->saveNew(name);
}

/// 10 to 12: the legal minimum, one word for a name, the card of a sibling.
void DeskMorningTest::whoIsNew() {
    Desk& desk = m->desk();
    m->toSearch();
    const QString name = s("Rahmawati Lestari"), nik = s("3273015203859010");
    newPatientForm(desk, name, nik);
    // Name and birth date are there from the search and the NIK.
    m->fill("addressField", s("Jl. Anggrek 4"));
    m->fill("motherNameField", s("Aminah"));
    m->choose("religionField", s("Islam"));
    m->choose("maritalStatusField", s("Single"));
    m->choose("educationField", s("Bachelor"));
    m->choose("occupationField", s("Private"));
    desk.shoot(s("morning-05-new"));
    m->saveNew(name);
    newAdult(s("Sukarniati"), s("3273014107809011"));

    Patient sibling = testPatient(12);
    sibling.card = s("0009990000121");
    m->known(sibling);
    m->newForm(s("Rudi Hartono"));
    m->fill("nikField", s("3273011203909013"));
    m->fill("cardField", sibling.card);
    auto* similar = desk.find<DataTable>("similarTable");
    QVERIFY2(Desk::until([&] { return similar->model()->rowCount() > 0; }), "whose card it is is shown");
    desk.shoot(s("morning-06-siblings-card"));
    m->fill("cardField", QString());
    auto* card = desk.find<QLineEdit>("cardField");
    card->clear();
    m->saveNew(s("Rudi Hartono"));
}

PatientId DeskMorningTest::newWithoutNik(const QString& name, const QString& reason, const QString& birthDate,
                                         const QString& sex) {
    m->newForm(name);
    m->choose("noNikReasonField", reason);
    m->fill("birthDateField", birthDate);
    m->choose("sexField", sex);
    return PatientId();
}

/// 13 to 17: a foreigner, a child without a NIK, a soldier, a prisoner, somebody noted as dead.
void DeskMorningTest::whoHasNoNik() {
    Desk& desk = m->desk();
    newWithoutNik(s("Maria Fernandes"), s("Foreigner"), s("02021988"), s("Female"));
    m->fill("countryField", s("TL"));
    m->fill("otherIdField", s("C1234567"));
    const PatientId foreigner = m->saveNew(s("Maria Fernandes"));
    QVERIFY(isForeigner(m->file(foreigner).details));
    desk.shoot(s("morning-07-foreigner"));
    newWithoutNik(s("Bagas Prakoso"), s("Not issued"), s("03032022"), s("Male"));
    m->saveNew(s("Bagas Prakoso"));
    newWithoutNik(s("Yudha Pratama"), s("Not known"), s("04041991"), s("Male"));
    m->tick("militaryField");
    QVERIFY(m->file(m->saveNew(s("Yudha Pratama"))).details.military);
    newWithoutNik(s("Tono Subagyo"), s("Not known"), s("05051981"), s("Male"));
    m->tick("prisonerField");
    QVERIFY(m->file(m->saveNew(s("Tono Subagyo"))).details.prisoner);
    PatientDetails dead;
    dead.diedOn = QDate(2026, 11, 1);
    const Patient late = testPatient(17);
    m->known(late, dead);
    m->openFile(late.nik);
    m->toVisitForm();
    m->chooseClinic(1, s("Umum"));
    desk.shoot(s("morning-08-deceased"));
    ++m->people;
    desk.dialogs.willAnswer({true, {}});
}

/// 18 to 20: a newborn and twins of one mother.
void DeskMorningTest::whoIsBorn() {
    Desk& desk = m->desk();
    const Patient mothers[] = {testPatient(18), testPatient(19)};
    for (const Patient& mother : mothers) m->known(mother);
    const auto born = [&](const Patient& mother, const QString& name, const char* sex) {
        m->openFile(mother.nik);
        QVERIFY(Desk::until([&] { return desk.isEnabled("newbornButton"); }));
        desk.press(Qt::Key_F9);
        QVERIFY(desk.waitForPage(s("patient-form")));
        QVERIFY(Desk::until([&] { return desk.find<QLineEdit>("nameField")->text().contains(mother.name); }));
        m->fill("nameField", name);
        m->choose("sexField", s(sex));
        const PatientId baby = m->saveNew(name);
        QVERIFY(!m->file(baby).details.motherId.isNull());
        QCOMPARE(m->file(baby).patient.sapaan, Sapaan::Bayi);
    };
    born(mothers[0], s("Ny. Siti Uji18"), "Male");
    desk.shoot(s("morning-09-newborn"));
    born(mothers[1], s("Ny. Siti Uji19 I"), "Female");
    born(mothers[1], s("Ny. Siti Uji19 II"), "Female");
}

/// 21 and 22: nobody knows him, and then somebody does; a known one in an emergency.
void DeskMorningTest::whoComesByNight() {
    Desk& desk = m->desk();
    desk.countAnew();
    desk.press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("emergency")));
    desk.press(Qt::Key_L);
    desk.press(Qt::Key_5);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("strangerNumberLabel").contains(s("MRN")); }));
    qInfo("an unknown emergency: %d key presses", desk.presses());
    QVERIFY2(desk.presses() <= 12, "the budget of an unknown emergency");
    ++m->people;
    const auto unknown = rowsOf(m->server(), Where<PatientDetails>().eq<&PatientDetails::unidentified>(true));
    QCOMPARE(unknown.size(), 1);
    const PatientId stranger(unknown.first().id.uuid());
    desk.shoot(s("morning-10-stranger"));
    // His wife comes: the same file, with a name.
    desk.window.open(s("patient-form"), QVariant::fromValue(stranger));
    QVERIFY(desk.waitForPage(s("patient-form")));
    QVERIFY(Desk::until([&] { return desk.find<QLineEdit>("nameField")->text().startsWith(s("X (")); }));
    m->fill("nameField", s("Slamet Riyanto"));
    m->fill("birthDateField", s("09091971"));
    m->tick("unidentifiedField");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return m->file(stranger).patient.name == s("Slamet Riyanto"); }));
    QVERIFY(!m->file(stranger).details.unidentified);
    QCOMPARE(m->file(stranger).visits.size(), 1);

    const Patient known = testPatient(22);
    m->known(known);
    m->openFile(known.nik);
    m->toVisitForm();
    desk.find<RadioRow>("typeRow")->findChildren<QAbstractButton*>().at(1)->click();
    m->choose("payerField", s("Umum"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] {
        return rowsOf(m->server(), Where<Visit>().eq<&Visit::type>(VisitType::Emergency)).size() == 2;
    }));
    ++m->people;
}

/// 23 and 24: admitted from a clinic, moved, discharged; admitted directly.
void DeskMorningTest::whoStays() {
    Desk& desk = m->desk();
    const PatientId patient = m->known(testPatient(23));
    const VisitId clinic = m->visited(patient, 0);
    m->openVisit(clinic);
    m->answerForm({{"wardField", s("Cempaka")},
                   {"bedField", s("Kamar 1")},
                   {"leaderField", s("dr. Uji 1")},
                   {"stayPayerField", s("Umum")}});
    desk.press(Qt::Key_F8);
    const auto stays = [&] { return rowsOf(m->server(), Where<Stay>().eq<&Stay::patientId>(patient)); };
    QVERIFY(Desk::until([&] { return stays().size() == 1; }));
    QCOMPARE(m->file(stays().first().id).visit.episodeId, m->file(clinic).visit.episodeId);
    ++m->people;
    m->openVisit(stays().first().id);
    QVERIFY(Desk::until([&] { return desk.isEnabled("moveVisitButton"); }));
    m->answerForm(
        {{"wardField", s("Dahlia")}, {"givenField", s("Class 1")}, {"stayReasonField", s("naik kelas")}});
    desk.press(Qt::Key_F7);
    QVERIFY(Desk::until([&] { return m->file(stays().first().id).moves.size() == 2; }));
    desk.press(Qt::Key_0, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("stays")));
    auto* table = desk.find<DataTable>("staysTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
    desk.shoot(s("morning-11-stays"));
    m->answerForm({{"dischargeField", s("Went home")}});
    desk.press(Qt::Key_F9);
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 0; }));
    const Patient direct = testPatient(24);
    m->known(direct);
    m->openFile(direct.nik);
    QVERIFY(Desk::until([&] { return desk.isEnabled("admitButton"); }));
    m->answerForm({{"wardField", s("Cempaka")},
                   {"leaderField", s("dr. Uji 2")},
                   {"givenField", s("Class 3")},
                   {"stayPayerField", s("Umum")}});
    desk.press(Qt::Key_F8);
    QVERIFY(Desk::until([&] { return rowsOf(m->server(), Where<Stay>()).size() == 2; }));
    ++m->people;
    desk.dialogs.onEdit = {};
}

/// 25 and 26: the wrong clinic after the number was called, the wrong doctor.
void DeskMorningTest::theWrongPlaceIsPutRight() {
    Desk& desk = m->desk();
    const VisitId visit = m->visited(m->known(testPatient(25)), 0);
    m->openVisit(visit);
    m->answerForm({{"movedClinicField", s("Poli 2")}, {"movedReasonField", s("salah poli")}});
    desk.press(Qt::Key_F7);
    QVERIFY(Desk::until([&] { return m->file(visit).changes.size() == 1; }));
    QVERIFY(Desk::until([&] { return desk.isEnabled("moveVisitButton"); }));
    desk.shoot(s("morning-12-moved"));
    const VisitId other = m->visited(m->known(testPatient(26)), 2);
    m->openVisit(other);
    m->answerForm({{"movedClinicField", s("Poli 4")}, {"movedReasonField", s("salah dokter")}});
    desk.press(Qt::Key_F7);
    QVERIFY(Desk::until([&] { return m->file(other).changes.size() == 1; }));
    QCOMPARE(m->file(other).visit.doctorId, m->server().masters().doctors[3].id);
    m->people += 2;
}

/// 27 and 28.
void DeskMorningTest::theWrongPayerAndTheWrongDay() {
    Desk& desk = m->desk();
    Patient member = testPatient(27);
    member.card = s("0009990000271");
    const VisitId paid = m->visited(m->known(member), 0);
    const Ticket before = m->file(paid).tickets.first();
    m->openVisit(paid);
    m->answerForm({{"movedPayerField", s("JKN")}, {"movedReasonField", s("ternyata JKN")}});
    desk.press(Qt::Key_F7);
    QVERIFY(Desk::until([&] { return m->file(paid).changes.size() == 1; }));
    QCOMPARE(m->file(paid).tickets, QList<Ticket>{before});
    const VisitId early = m->visited(m->known(testPatient(28)), 1);
    m->openVisit(early);
    const QDate tomorrow = m->file(early).visit.serviceDate.addDays(1);
    m->desk().dialogs.onEdit = {};
    m->answerForm(
        {{"movedDayField", tomorrow.toString(s("ddMMyyyy"))}, {"movedReasonField", s("dokter cuti")}});
    desk.press(Qt::Key_F7);
    QVERIFY(Desk::until([&] { return m->file(early).changes.size() == 1; }));
    QCOMPARE(m->file(early).visit.serviceDate, tomorrow);
    m->people += 2;
    desk.dialogs.onEdit = {};
}

/// 29: registered twice at one clinic, the first kept; then cancelled.
void DeskMorningTest::whatWasNeverMeant() {
    Desk& desk = m->desk();
    const Patient patient = testPatient(29);
    const VisitId visit = m->visited(m->known(patient), 0);
    m->openFile(patient.nik);
    m->toVisitForm();
    m->chooseClinic(1, s("Umum"));
    desk.dialogs.willAnswer({false, {}});
    const qsizetype before = desk.dialogs.asked().size();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    const auto isAsked = [&] { return desk.dialogs.asked().size() > before; };
    QVERIFY(Desk::until(isAsked));
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    // The form is left with what was typed in it.
    desk.dialogs.willAnswer({true, {}});
    m->openFile(patient.nik);
    QVERIFY(Desk::until([&] { return desk.isEnabled("cancelVisitButton"); }));
    desk.dialogs.willAnswer({true, s("pasien pulang")});
    desk.press(Qt::Key_F8, Qt::AltModifier);
    QVERIFY(Desk::until([&] { return m->file(visit).visit.state == VisitState::Cancelled; }));
    QCOMPARE(m->file(PatientId(m->file(visit).patient.id.uuid())).visits.size(), 1);
    ++m->people;
}

/// 30: a second file made by mistake, merged by the head, and its old number still finds the person.
void DeskMorningTest::twoFilesOfOnePerson() {
    Desk& desk = m->desk();
    const PatientId old = m->known(person("Kartikasari Widyaningrum", QDate(1984, 8, 8), 30));
    const PatientId twice = m->known(person("Kartika Sari Widyaningrum", QDate(1984, 8, 8), 30));
    const auto head = m->server().client(Role::HeadOfRegistration);
    const auto pairs = head->ask(ListPairs());
    QVERIFY2(pairs, failure(pairs));
    QVERIFY2(!pairs->pairs.isEmpty(), "the second file was put before a person");
    const qint64 number = m->file(twice).patient.mrn;
    const auto merged = head->submit(MergePatients{twice, old, s("orang yang sama")});
    QVERIFY2(merged, failure(merged));
    m->openFile(mrnFromNumber(number, 8));
    QVERIFY(Desk::until([&] { return desk.window.windowTitle().contains(s("Kartikasari")); }));
    desk.shoot(s("morning-13-merged"));
    ++m->people;
}

void DeskMorningTest::cleanupTestCase() {
    qInfo("%d patients", m->people);
    QVERIFY2(m->people >= 30, "thirty patients of a morning");
    m.reset();
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskMorningTest)
#include "desk_morning_test.moc"
