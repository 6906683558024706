// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the masters page by keys, before a real server: from list to list, wards and their beds,
// papers of doctors that end, who changed a row, and the villages.
#include <QLabel>
#include <QTest>

#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/date_field.h"
#include "app/kit/entity_form.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/search_field.h"
#include "app/kit/text_field.h"
#include "app/registration/history_view.h"
#include "app/registration/masters_page.h"
#include "tests/ui/desk.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

class ListsDesk final : public Desk {
  public:
    explicit ListsDesk(ServerRig& server, Role who = Role::HeadOfRegistration) : Desk(server, who) {
        if (!signIn()) qFatal("cannot sign in");
        press(Qt::Key_8, Qt::AltModifier);
        if (!waitForPage(s("masters"))) qFatal("no masters page");
    }
    /// By the key of a list, with as many presses as it takes.
    void goTo(const char* key) {
        for (int at = 0; at < lists()->model()->rowCount(); ++at) {
            if (isShown(key)) return;
            press(Qt::Key_PageDown, Qt::ControlModifier);
        }
        if (!isShown(key)) qFatal("no list %s", key);
    }
    bool isShown(const char* key) const {
        for (const QWidget* tab : window.findChildren<QWidget*>(s(key) + s("Tab")))
            if (tab->isVisible()) return true;
        return false;
    }
    DataTable* lists() const { return find<DataTable>("mastersLists"); }
    DataTable* table(const char* key) const {
        return find<DataTable>((QByteArray(key) + "Table").constData());
    }
    FormGrid* grid(const char* key) const {
        return find<EntityForm>((QByteArray(key) + "Form").constData())->grid();
    }
    /// Words of the history, line by line.
    QStringList history(const char* key) const {
        QStringList lines;
        for (const QLabel* label :
             find<HistoryView>((QByteArray(key) + "History").constData())->findChildren<QLabel*>())
            lines.append(label->text());
        return lines;
    }
    void typeInto(const char* field, const QString& text) {
        find<QLineEdit>(field)->setFocus(Qt::TabFocusReason);
        find<QLineEdit>(field)->selectAll();
        type(text);
    }
};

Doctor licensed(const char* code, QDate until) {
    Doctor doctor;
    doctor.code = s(code);
    doctor.name = s("dr. ") + s(code);
    doctor.licence = s("SIP.1");
    doctor.licenceUntil = until;
    return doctor;
}

}  // namespace

class MastersListsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<ServerRig>(); }

    void fromListToListByKeys() {
        ListsDesk desk(*m_server);
        QVERIFY(desk.isShown("clinic"));
        QCOMPARE(desk.lists()->model()->rowCount(), 10);
        QCOMPARE(desk.lists()->model()->index(0, 1).data().toString(), s("5"));
        desk.press(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(desk.isShown("ward"));
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
        QVERIFY2(desk.isShown("area"), "round and round");
        desk.press(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(desk.isShown("clinic") && desk.table("clinic")->hasFocus());
        // Or through the list of lists: it stands before the list itself.
        desk.press(Qt::Key_Tab, Qt::ShiftModifier);
        desk.press(Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(desk.lists()->hasFocus());
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Down);
        QVERIFY(desk.isShown("bed") && desk.lists()->hasFocus());
        desk.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(desk.find<SearchField>("bedFilter")->hasFocus());
    }

    void whatIsTypedStaysWhenAnotherListIsLookedAt() {
        ListsDesk desk(*m_server);
        desk.press(Qt::Key_F4);
        desk.type(s("XYZ"));
        desk.goTo("payer");
        const QModelIndex clinics = desk.lists()->model()->index(0, 0);
        QVERIFY(clinics.data(Qt::AccessibleTextRole).toString().contains(s("not saved")));
        QCOMPARE(clinics.data(Qt::DecorationRole).toString(), s("pencil"));
        desk.goTo("clinic");
        QCOMPARE(desk.find<TextField>("codeField")->text(), s("XYZ"));
        desk.press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk.page(), s("masters"));
        QCOMPARE(desk.dialogs.asked().size(), 1);
    }

    void aWardAndItsBed() {
        ListsDesk desk(*m_server);
        desk.goTo("ward");
        QCOMPARE(desk.table("ward")->model()->rowCount(), 0);
        for (const char* field : {"letter", "kind", "ticket_series", "opens_minute", "closes_minute"})
            QVERIFY2(desk.grid("ward")->field(s(field)) == nullptr, field);
        desk.press(Qt::Key_F4);
        desk.type(s("cem"));
        desk.press(Qt::Key_Return);
        desk.type(s("Cempaka"));
        desk.shoot(s("masters-ward-new"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.table("ward")->model()->rowCount() == 1; }));
        const auto wards = rowsOf(*m_server, Where<Clinic>().eq<&Clinic::kind>(ClinicKind::Ward));
        QCOMPARE(wards.size(), 1);
        QVERIFY(wards.first().opensMinute == 0 && wards.first().closesMinute == 1440);
        // It is no clinic of the other list.
        QCOMPARE(desk.lists()->model()->index(0, 1).data().toString(), s("5"));

        desk.goTo("bed");
        desk.press(Qt::Key_F4);
        desk.type(s("cem-01"));
        desk.press(Qt::Key_Return);
        desk.type(s("Kamar 1, bed 1"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY2(!desk.grid("bed")->errorText(s("clinic_id")).isEmpty(), "a bed stands in a ward");
        auto* ward = desk.find<ChoiceField>("clinicIdField");
        QVERIFY(ward->hasFocus());
        QVERIFY(Desk::until([&] { return ward->count() == 1; }));
        desk.type(s("c"));
        QCOMPARE(ward->currentText(), s("Cempaka"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.table("bed")->model()->rowCount() == 1; }));
        QCOMPARE(rowsOf(*m_server, Where<Bed>()).first().clinicId, wards.first().id);
        desk.shoot(s("masters-bed"));
    }

    void aClinicIsNotMadeAWard() {
        ListsDesk desk(*m_server);
        QCOMPARE(desk.find<ChoiceField>("kindField")->count(), 2);
        for (const char* field : {"care_class", "kris"})
            QVERIFY2(desk.grid("clinic")->field(s(field)) == nullptr, field);
        QVERIFY(desk.grid("clinic")->field(s("report_row")) != nullptr);
    }

    void papersThatEndAreSaid() {
        auto head = m_server->client(Role::HeadOfRegistration);
        ListsDesk desk(*m_server);
        const QDate today = desk.backend.today();
        for (const Doctor& doctor : {licensed("D97", today.addDays(-3)), licensed("D98", today.addDays(30)),
                                     licensed("D99", today.addYears(3))})
            QVERIFY(head->submit(SaveMaster<Doctor>{{}, doctor}));
        desk.goTo("doctor");
        auto* table = desk.table("doctor");
        QVERIFY(Desk::until([&] { return table->model()->rowCount() == 7; }));
        QVERIFY(
            Desk::until([&] { return desk.find<NoticeStrip>("doctorSummary")->text().contains(s("1")); }));
        QHash<QString, ChipText> chips;
        for (int row = 0; row < 7; ++row)
            chips.insert(table->model()->index(row, 0).data().toString(),
                         table->model()->index(row, 2).data(ChipRole).value<ChipText>());
        QCOMPARE(chips.value(s("dr. D97")).kind, ChipKind::Danger);
        QCOMPARE(chips.value(s("dr. D98")).kind, ChipKind::Warning);
        QVERIFY(chips.value(s("dr. D99")).isEmpty());
        // By the filter, also by what has no column.
        desk.press(Qt::Key_F, Qt::ControlModifier);
        desk.type(s("d97"));
        QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
        desk.press(Qt::Key_Down);
        QVERIFY(Desk::until([&] { return desk.find<TextField>("codeField")->text() == s("D97"); }));
        desk.shoot(s("masters-doctor"));
        // Renewed: the day lies ahead, and the warning goes.
        desk.typeInto("licenceUntilField", today.addYears(5).toString(s("ddMMyyyy")));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] {
            return rowsOf(*m_server, Where<Doctor>().eq<&Doctor::code>(s("D97"))).first().licenceUntil ==
                   today.addYears(5);
        }));
        QVERIFY(Desk::until(
            [&] { return table->model()->index(0, 2).data(ChipRole).value<ChipText>().isEmpty(); }));
    }

    void whoChangedARow() {
        ListsDesk desk(*m_server);
        desk.goTo("facility");
        desk.press(Qt::Key_F4);
        desk.type(s("09990101"));
        desk.press(Qt::Key_Return);
        desk.type(s("Puskesmas Satu"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.table("facility")->model()->rowCount() == 1; }));
        desk.typeInto("nameField", s("Puskesmas Dua"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until(
            [&] { return rowsOf(*m_server, Where<Facility>()).value(0).name == s("Puskesmas Dua"); }));
        QVERIFY(Desk::until([&] { return desk.table("facility")->hasFocus(); }));
        // At once, also while the masters have not heard of it.
        QCOMPARE(desk.find<TextField>("nameField")->text(), s("Puskesmas Dua"));
        QCOMPARE(desk.table("facility")->model()->index(0, 1).data().toString(), s("Puskesmas Dua"));
        desk.press(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.history("facility").size() > 4; }));
        QVERIFY(desk.find<HistoryView>("facilityHistory")->hasFocus());
        const QString words = desk.history("facility").join(QLatin1Char('\n'));
        QVERIFY2(words.contains(s("Name: Puskesmas Satu → Puskesmas Dua")), qPrintable(words));
        QVERIFY2(words.contains(s("BPJS code: 09990101")), qPrintable(words));
        QVERIFY2(words.contains(s("Uji head_of_registration")), qPrintable(words));
        QVERIFY(words.indexOf(s("Dua")) < words.indexOf(s("BPJS code")));
        desk.shoot(s("masters-history"));
        // Somebody else changes it meanwhile: the reader sees it.
        auto admin = m_server->client(Role::Administrator);
        const Facility row = rowsOf(*m_server, Where<Facility>()).first();
        Facility off = row;
        off.active = false;
        QVERIFY(admin->submit(SaveMaster<Facility>{row, off}));
        QVERIFY(Desk::until([&] {
            return desk.history("facility").join(QLatin1Char('\n')).contains(s("In use: yes → no"));
        }));
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.table("facility")->hasFocus());
        QCOMPARE(desk.page(), s("masters"));
    }

    void aHolidayAhead() {
        ListsDesk desk(*m_server);
        desk.goTo("holiday");
        desk.press(Qt::Key_F4);
        desk.type(s("Proklamasi Kemerdekaan"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!desk.grid("holiday")->errorText(s("day")).isEmpty());
        desk.type(s("17082031"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.table("holiday")->model()->rowCount() == 1; }));
        QCOMPARE(rowsOf(*m_server, Where<Holiday>()).first().code, s("2031-08-17"));
        // The same day again is refused under the day.
        desk.press(Qt::Key_F4);
        desk.type(s("Lain"));
        desk.press(Qt::Key_Return);
        desk.type(s("17082031"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return !desk.grid("holiday")->errorText(s("day")).isEmpty(); }));
    }

    void aLetterOfAClinicIsRefusedAtTheCounter() {
        ListsDesk desk(*m_server);
        desk.goTo("counter_service");
        desk.press(Qt::Key_F4);
        desk.type(s("jkn"));
        desk.press(Qt::Key_Return);
        desk.type(s("Pasien JKN"));
        desk.press(Qt::Key_Return);
        desk.type(s("b"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until(
            [&] { return desk.grid("counter_service")->errorText(s("letter")).contains(s("Poli 1")); }));
        desk.typeInto("letterField", s("a"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.table("counter_service")->model()->rowCount() == 1; }));
        QCOMPARE(rowsOf(*m_server, Where<CounterService>()).first().letter, s("A"));
    }

    void villagesAreLookedUp() {
        ListsDesk desk(*m_server, Role::RegistrationClerk);
        desk.goTo("area");
        QVERIFY(desk.find<SearchField>("areaFilter")->hasFocus());
        QVERIFY(Desk::until([&] {
            return desk.lists()->model()->index(9, 1).data().toString().remove(QLatin1Char(',')) ==
                   s("83762");
        }));
        desk.type(s("sukarasa tangerang"));
        auto* table = desk.table("area");
        QVERIFY(Desk::until([&] { return table->model()->rowCount() > 0; }));
        QCOMPARE(table->model()->index(0, 4).data().toString(), s("3671011001"));
        desk.press(Qt::Key_Return);
        QVERIFY(table->hasFocus());
        desk.shoot(s("masters-area"));
        desk.press(Qt::Key_F, Qt::ControlModifier);
        desk.type(s("36.71.01"));
        QVERIFY(Desk::until([&] { return table->model()->rowCount() > 3; }));
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QVERIFY(table->model()->index(row, 4).data().toString().startsWith(s("367101")));
        QVERIFY2(!desk.isEnabled("newMasterButton"), "they come with the program");
        QVERIFY(!desk.isEnabled("saveMasterButton"));
    }

    void cleanupTestCase() { m_server.reset(); }

  private:
    std::unique_ptr<ServerRig> m_server;  // one for all: each list is changed by one test only
};

QTEST_MAIN(MastersListsTest)
#include "masters_lists_test.moc"
