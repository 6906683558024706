// SPDX-License-Identifier: GPL-3.0-or-later
// A form made from a field table: what it shows, takes, refuses and keeps when the stored row changes
// meanwhile.
#include <QCheckBox>
#include <QTest>

#include "app/kit/entity_table.h"
#include "app/kit/field_labels.h"
#include "app/kit/form_grid.h"
#include "app/kit/table_delegate.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "common/registration/masters.h"

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
        QVERIFY(fieldChoices(s("clinic"), s("name")).isEmpty());
    }

    void anUnlistedFieldStillHasALabel() {
        QCOMPARE(fieldLabel(s("patient"), s("blood_group")), s("Blood group"));
        QCOMPARE(fieldLabel(s("clinic"), s("kind")), s("Type of clinic"));
        QCOMPARE(fieldLabel(s("payer"), s("kind")), s("Type of payer"));
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
    }
};

QTEST_MAIN(EntityFormTest)
#include "entity_form_test.moc"
