// SPDX-License-Identifier: GPL-3.0-or-later
// A form made from a field table: what it shows, takes, refuses and keeps when the stored row changes
// meanwhile.
#include <QCheckBox>
#include <QTest>

#include "app/kit/date_field.h"
#include "app/kit/entity_table.h"
#include "app/kit/field_labels.h"
#include "app/kit/form_grid.h"
#include "app/kit/table_delegate.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "common/registration/stay.h"
#include "common/registration/visit_details.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

Clinic mata() {
    Clinic clinic;
    clinic.id = ClinicId(Uuid::named("mata"));
    clinic.code = s("MAT");
    clinic.name = s("Mata");
    clinic.letter = s("M");
    clinic.opensMinute = 7 * 60 + 30;
    return clinic;
}

template <class W>
W* fieldOf(const EntityForm& form, const char* key) {
    return qobject_cast<W*>(form.grid()->field(s(key)));
}

const Clinic& clinicOf(const EntityBox& box) { return *static_cast<const Clinic*>(box.get()); }

}  // namespace

class EntityFormTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void enumerationsHaveAllTheirWords() {
        QCOMPARE(fieldChoices(s("clinic"), s("kind")).size(), enumCount(ClinicKind()));
        QCOMPARE(fieldChoices(s("clinic"), s("ticket_series")).size(), enumCount(TicketSeries()));
        QCOMPARE(fieldChoices(s("payer"), s("kind")).size(), enumCount(PayerKind()));
        QCOMPARE(fieldChoices(s("clinic"), s("care_class")).size(), enumCount(CareClass()));
        QCOMPARE(fieldChoices(s("bed"), s("care_class")).size(), enumCount(CareClass()));
        QCOMPARE(fieldChoices(s("facility"), s("kind")).size(), enumCount(FacilityKind()));
        QCOMPARE(fieldChoices(s("staff"), s("profession")).size(), enumCount(Profession()));
        QCOMPARE(fieldChoices(s("stay"), s("discharge")).size(), enumCount(Discharge()));
        QCOMPARE(fieldChoices(s("stay"), s("entitled")).size(), enumCount(CareClass()));
        QCOMPARE(fieldChoices(s("patient_details"), s("age_band")).size(), enumCount(AgeBand()));
        const QString visit = s("visit_details");
        QCOMPARE(fieldChoices(visit, s("member_kind")).size(), enumCount(MemberKind()));
        QCOMPARE(fieldChoices(visit, s("class_entitled")).size(), enumCount(CareClass()));
        QCOMPARE(fieldChoices(visit, s("membership")).size(), enumCount(Membership()));
        QCOMPARE(fieldChoices(visit, s("purpose")).size(), enumCount(Purpose()));
        QCOMPARE(fieldChoices(visit, s("accident")).size(), enumCount(Accident()));
        QCOMPARE(fieldChoices(visit, s("responsible_relation")).size(), enumCount(Relation()));
        QCOMPARE(fieldChoices(visit, s("consent")).size(), enumCount(Consent()));
        QCOMPARE(fieldChoices(visit, s("emergency_case")).size(), enumCount(EmergencyCase()));
        QCOMPARE(fieldChoices(visit, s("injury")).size(), enumCount(Injury()));
        QVERIFY(fieldChoices(s("clinic"), s("name")).isEmpty());
    }

    void anUnlistedFieldStillHasALabel() {
        QCOMPARE(fieldLabel(s("patient"), s("blood_group")), s("Blood group"));
        QCOMPARE(fieldLabel(s("clinic"), s("kind")), s("Type of clinic"));
        QCOMPARE(fieldLabel(s("payer"), s("kind")), s("Type of payer"));
    }

    /// An enumeration without words would be typed as a number.
    void noFormAsksForANumberOfAChoice() {
        const EntityType* const types[] = {
            &entityType<Clinic>(),  &entityType<Doctor>(),         &entityType<Bed>(),
            &entityType<Holiday>(), &entityType<Facility>(),       &entityType<Staff>(),
            &entityType<Payer>(),   &entityType<CounterService>(), &entityType<VisitDetails>()};
        for (const EntityType* type : types)
            for (const Field* field : shownFields(*type))
                QVERIFY2(inputOf(*type, *field) != FieldInput::Number, field->name);
    }

    void whatAPlanSays() {
        FormPlan plan;
        plan.words = s("ward");
        plan.hidden = {s("letter")};
        plan.required = {s("report_row")};
        plan.withheld = {{s("kind"), {2}}};
        EntityForm form(entityType<Clinic>(), plan);
        QVERIFY(form.grid()->field(s("letter")) == nullptr);
        QCOMPARE(form.grid()->label(s("report_row")), s("Bed type of RL 1.3"));
        QCOMPARE(fieldOf<ChoiceField>(form, "kind")->count(), 2);
        Clinic clinic = mata();
        form.setObject(&clinic);
        QVERIFY(!form.check());
        QVERIFY(!form.grid()->errorText(s("report_row")).isEmpty());
        // What is not shown stays as it is.
        QCOMPARE(clinicOf(form.typed()).letter, s("M"));
        QVERIFY(!form.isChanged());
    }

    void datesAheadAreReadWhereTheyMayBe() {
        EntityForm form(entityType<Doctor>());
        form.setToday(QDate(2026, 5, 5));
        const Doctor doctor;
        form.setObject(&doctor);
        fieldOf<DateField>(form, "licence_until")->setText(s("170831"));
        QCOMPARE(static_cast<const Doctor*>(form.typed().get())->licenceUntil, QDate(2031, 8, 17));
        fieldOf<DateField>(form, "licence_until")->setText(s("besok"));
        QVERIFY(form.isChanged() && !form.check());
    }

    void aTimeThatNobodyKnowsStaysSo() {
        EntityForm form(entityType<PatientDetails>());
        const PatientDetails details;
        form.setObject(&details);
        QVERIFY(!form.isChanged());
        fieldOf<TextField>(form, "birth_minute")->setText(s("0715"));
        const auto typed = form.typed();
        QCOMPARE(static_cast<const PatientDetails*>(typed.get())->birthMinute.value_or(-1), 435);
        fieldOf<TextField>(form, "birth_minute")->clear();
        QVERIFY(!form.isChanged());
    }

    void timesAreRead_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("minute");
        QTest::newRow("hour") << s("8") << 480;
        QTest::newRow("four digits") << s("0830") << 510;
        QTest::newRow("three digits") << s("830") << 510;
        QTest::newRow("colon") << s("8:30") << 510;
        QTest::newRow("dot") << s(" 08.30 ") << 510;
        QTest::newRow("midnight") << s("24:00") << 1440;
        QTest::newRow("after midnight") << s("24:01") << -1;
        QTest::newRow("minutes") << s("8:60") << -1;
        QTest::newRow("words") << s("pagi") << -1;
        QTest::newRow("nothing") << s("") << -1;
    }

    void timesAreRead() {
        QFETCH(QString, typed);
        QFETCH(int, minute);
        QCOMPARE(readMinute(typed).value_or(-1), minute);
    }

    void derivedFieldsAreNotShown() {
        const EntityForm form(entityType<Clinic>());
        QVERIFY(form.grid()->field(s("id")) == nullptr);
        QVERIFY(form.grid()->field(s("name")) != nullptr);
    }

    void whatIsShownComesBackUnchanged() {
        EntityForm form(entityType<Clinic>());
        const Clinic clinic = mata();
        form.setObject(&clinic);
        QVERIFY(!form.isChanged());
        QCOMPARE(clinicOf(form.typed()), clinic);
        QCOMPARE(fieldOf<TextField>(form, "opens_minute")->text(), s("07:30"));
    }

    void whatIsTypedIsTaken() {
        EntityForm form(entityType<Clinic>());
        const Clinic clinic = mata();
        form.setObject(&clinic);
        fieldOf<TextField>(form, "name")->setText(s("  Mata  dan  Lensa "));
        fieldOf<TextField>(form, "closes_minute")->setText(s("1530"));
        fieldOf<QCheckBox>(form, "active")->setChecked(false);
        QVERIFY(form.isChanged());
        QVERIFY(form.check());
        const Clinic typed = clinicOf(form.typed());
        QCOMPARE(typed.name, s("Mata dan Lensa"));
        QCOMPARE(typed.closesMinute, 15 * 60 + 30);
        QVERIFY(!typed.active);
        QCOMPARE(typed.id, clinic.id);
    }

    void problemsStandUnderTheirFields() {
        EntityForm form(entityType<Clinic>());
        fieldOf<TextField>(form, "opens_minute")->setText(s("nanti"));
        QVERIFY(!form.check());
        QVERIFY(!form.grid()->errorText(s("code")).isEmpty());
        QVERIFY(!form.grid()->errorText(s("name")).isEmpty());
        QVERIFY(!form.grid()->errorText(s("opens_minute")).isEmpty());
        QVERIFY(form.grid()->errorText(s("letter")).isEmpty());
        QVERIFY(form.showError({ErrorCode::CodeTaken, {s("MAT"), s("Mata")}, {}}));
        QVERIFY(form.grid()->errorText(s("code")).contains(s("Mata")));
        QVERIFY(!form.showError({ErrorCode::NotConnected, {}, {}}));
    }

    void aNewerRowKeepsWhatWasTyped() {
        EntityForm form(entityType<Clinic>());
        const Clinic clinic = mata();
        form.setObject(&clinic);
        fieldOf<TextField>(form, "name")->setText(s("Poli Mata"));
        Clinic newer = clinic;
        newer.name = s("Mata Terpadu");
        newer.letter = s("L");
        form.rebase(&newer);
        const Clinic typed = clinicOf(form.typed());
        QCOMPARE(typed.name, s("Poli Mata"));
        QCOMPARE(typed.letter, s("L"));
        QCOMPARE(*static_cast<const Clinic*>(form.base()), newer);
    }

    void idsReadAsNames() {
        EntityForm form(entityType<Doctor>());
        const References names{{s("clinic_id"), {{s("Mata"), mata().id.uuid().toBytes()}}}};
        form.setReferences(names);
        Doctor doctor;
        doctor.clinicId = mata().id;
        form.setObject(&doctor);
        QCOMPARE(fieldOf<ChoiceField>(form, "clinic_id")->currentText(), s("Mata"));
        QVERIFY(!form.isChanged());
        fieldOf<ChoiceField>(form, "clinic_id")->setCurrentIndex(0);
        QVERIFY(static_cast<const Doctor*>(form.typed().get())->clinicId.isNull());
    }

    void rowsThatAreOffStandLast() {
        Clinic off = mata();
        off.id = ClinicId(Uuid::named("anak"));
        off.name = s("Anak");
        off.active = false;
        EntityTable table(entityType<Clinic>(), {s("name"), s("opens_minute"), s("active")});
        table.setRows(QList<Clinic>{off, mata()});
        QCOMPARE(table.index(0, 0).data().toString(), s("Mata"));
        QCOMPARE(table.index(0, 1).data().toString(), s("07:30"));
        QVERIFY(table.index(1, 0).data(MutedRole).toBool());
        QCOMPARE(table.rowOf(off.id.uuid().toBytes()), 1);
        QCOMPARE(table.rowOf(QByteArray(16, 'x')), -1);
        // A newer row takes its older self's place, and stands where it belongs.
        off.active = true;
        table.put(boxOf(entityType<Clinic>(), &off));
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.index(0, 0).data().toString(), s("Anak"));
    }
};

QTEST_MAIN(EntityFormTest)
#include "entity_form_test.moc"
