// SPDX-License-Identifier: GPL-3.0-or-later
// Master data by keyboard, before a real server: new rows, corrections, refusals under their fields, two
// people at one row, and a role that may only read.
#include <QCheckBox>
#include <QLabel>
#include <QTest>

#include "app/kit/data_table.h"
#include "app/kit/entity_form.h"
#include "app/kit/form_grid.h"
#include "app/kit/text_field.h"
#include "app/registration/master_tab.h"
#include "tests/ui/desk.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

class MastersDesk final : public Desk {
  public:
    MastersDesk(ServerRig& server, Role who) : Desk(server, who) {
        if (!signIn()) qFatal("cannot sign in");
        press(Qt::Key_8, Qt::AltModifier);
        if (!waitForPage(s("masters"))) qFatal("no masters page");
        if (!until([this] { return rows() > 0; })) qFatal("no masters");
    }
    int rows() const { return find<DataTable>("clinicTable")->model()->rowCount(); }
    QString cell(int row, int column) const {
        return find<DataTable>("clinicTable")->model()->index(row, column).data().toString();
    }
    FormGrid* grid() const { return find<EntityForm>("clinicForm")->grid(); }
    /// The row of this code, or −1.
    int rowOf(const QString& code) const {
        for (int row = 0; row < rows(); ++row)
            if (cell(row, 0) == code) return row;
        return -1;
    }
};

}  // namespace

class MastersPageTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aNewClinicByKeys() {
        ServerRig server;
        MastersDesk desk(server, Role::HeadOfRegistration);
        const int before = desk.rows();
        desk.press(Qt::Key_F4);
        desk.type(s("mat"));
        desk.press(Qt::Key_Return);
        desk.type(s("Mata"));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.find<TextField>("letterField")->hasFocus());
        desk.type(s("Z"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.rows() == before + 1; }));
        const int row = desk.rowOf(s("MAT"));
        QVERIFY(row >= 0);
        QCOMPARE(desk.cell(row, 1), s("Mata"));
        QVERIFY(Desk::until([&] { return desk.find<DataTable>("clinicTable")->currentRow() == row; }));
        const auto stored = rowsOf(server, Where<Clinic>().eq<&Clinic::code>(s("MAT")));
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().opensMinute, Clinic().opensMinute);
    }

    void problemsAreShownWhereTheyAre() {
        ServerRig server;
        MastersDesk desk(server, Role::HeadOfRegistration);
        const QString taken = desk.cell(0, 0);
        desk.press(Qt::Key_F4);
        QVERIFY2(!desk.isEnabled("saveMasterButton"), "there is nothing to save");
        desk.press(Qt::Key_Tab);
        desk.type(s("Poli Kembar"));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        desk.type(s("Z"));
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!desk.grid()->errorText(s("code")).isEmpty());
        QVERIFY(desk.find<TextField>("codeField")->hasFocus());
        desk.type(taken);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.grid()->errorText(s("code")).contains(taken); }));
        QCOMPARE(desk.find<TextField>("nameField")->text(), s("Poli Kembar"));
        QVERIFY(desk.find<TextField>("codeField")->hasFocus());
    }

    void choosingCorrectingAndSwitchingOff() {
        ServerRig server;
        MastersDesk desk(server, Role::HeadOfRegistration);
        desk.press(Qt::Key_Down);
        const QString code = desk.cell(1, 0);
        QCOMPARE(desk.find<TextField>("codeField")->text(), code);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.find<TextField>("codeField")->hasFocus());
        desk.find<QCheckBox>("activeField")->setFocus(Qt::TabFocusReason);
        desk.press(Qt::Key_Space);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] {
            const auto stored = rowsOf(server, Where<Clinic>().eq<&Clinic::code>(code));
            return stored.size() == 1 && !stored.first().active;
        }));
        // It stands last and muted, and is still there.
        QVERIFY(Desk::until([&] { return desk.rowOf(code) == desk.rows() - 1; }));
    }

    void twoPeopleAtOneRow() {
        ServerRig server;
        MastersDesk one(server, Role::HeadOfRegistration);
        MastersDesk two(server, Role::Administrator);
        const QString code = one.cell(0, 0);
        one.activate();
        one.press(Qt::Key_Return);
        one.find<TextField>("nameField")->selectAll();
        one.find<TextField>("nameField")->setFocus(Qt::TabFocusReason);
        one.type(s("Nama Satu"));
        two.activate();
        two.press(Qt::Key_Return);
        two.find<TextField>("nameField")->setFocus(Qt::TabFocusReason);
        two.find<TextField>("nameField")->selectAll();
        two.type(s("Nama Dua"));
        two.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until(
            [&] { return one.rowOf(code) >= 0 && one.cell(one.rowOf(code), 1) == s("Nama Dua"); }));
        one.activate();
        QCOMPARE(one.find<TextField>("nameField")->text(), s("Nama Satu"));  // what is typed stays
        one.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return !one.labelText("noticeLabel").isEmpty(); }));
        QVERIFY(one.labelText("noticeLabel").contains(s("Name")));
        one.find<QWidget>("noticeButton")->setFocus(Qt::TabFocusReason);
        one.press(Qt::Key_Space);
        one.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] {
            const auto stored = rowsOf(server, Where<Clinic>().eq<&Clinic::code>(code));
            return stored.size() == 1 && stored.first().name == s("Nama Satu");
        }));
    }

    void leavingAsksFirst() {
        ServerRig server;
        MastersDesk desk(server, Role::HeadOfRegistration);
        desk.press(Qt::Key_F4);
        desk.type(s("XYZ"));
        desk.press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk.page(), s("masters"));  // the scripted answer is "stay"
        QCOMPARE(desk.dialogs.asked().size(), 1);
        QCOMPARE(desk.find<TextField>("codeField")->text(), s("XYZ"));
        desk.dialogs.willAnswer({true, {}});
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.find<DataTable>("clinicTable")->hasFocus());
        QVERIFY(desk.find<TextField>("codeField")->text() != s("XYZ"));
    }

    void aClerkOnlyReads() {
        ServerRig server;
        MastersDesk desk(server, Role::RegistrationClerk);
        QVERIFY(desk.find<TextField>("codeField")->isReadOnly());
        QVERIFY(!desk.isEnabled("saveMasterButton"));
        QVERIFY(!desk.isEnabled("newMasterButton"));
        const QString code = desk.find<TextField>("codeField")->text();
        desk.press(Qt::Key_F4);
        QCOMPARE(desk.find<TextField>("codeField")->text(), code);
    }
};

QTEST_MAIN(MastersPageTest)
#include "masters_page_test.moc"
