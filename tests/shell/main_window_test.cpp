// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the pages: first contact, signing in, an ended session over half a form, leaving, look
// and language, and what the chip says.
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/kit/message_log.h"
#include "app/kit/theme.h"
#include "app/shell/languages.h"
#include "app/shell/login_page.h"
#include "app/shell/main_window.h"
#include "app/shell/settings.h"
#include "app/shell/top_bar.h"
#include "tests/shell/shell_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

ClientOptions english() {
    ClientOptions options;
    options.language = s("en");
    return options;
}

struct Program {
    explicit Program(BackendRig& rig)
        : window({*rig.backend, dialogs, settings, languages, clock}, allPages(), english()) {
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
    }

    template <class W>
    W* find(const char* name) const {
        for (W* one : window.findChildren<W*>(s(name)))
            if (one->isVisible()) return one;
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(window.windowHandle(), key, with);
    }
    void type(const char* text) {
        for (const char* at = text; *at != 0; ++at) QTest::keyClick(window.windowHandle(), *at);
    }
    bool signIn(const char* password = "benar") {
        if (!BackendRig::wait([this] { return find<QLineEdit>("userField") != nullptr; })) return false;
        find<QLineEdit>("userField")->clear();
        find<QLineEdit>("userField")->setFocus();
        type("ani");
        press(Qt::Key_Return);
        type(password);
        press(Qt::Key_Return);
        const bool in = BackendRig::wait([this] { return !window.currentPage().isEmpty(); });
        QCoreApplication::processEvents();  // the side bar's entries are shown by the event loop
        return in;
    }
    QString chip() const { return window.findChild<TopBar*>()->findChild<Chip*>()->chip().text; }

    SystemClock clock;
    ScriptedDialogs dialogs;
    Settings settings{QString()};
    Languages languages;
    MainWindow window;
};

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void signingInByKeys() {
        BackendRig rig;
        Program program(rig);
        QVERIFY(program.signIn());
        QCOMPARE(program.window.currentPage(), s("search"));
        QTRY_COMPARE(program.chip(), s("Connected"));
        QCOMPARE(program.settings.value(settings::lastLogin).toString(), s("ani"));
    }

    void aWrongPasswordIsSaidAndTypedAgain() {
        BackendRig rig;
        Program program(rig);
        QVERIFY(BackendRig::wait([&] { return program.find<QLineEdit>("userField") != nullptr; }));
        program.type("ani");
        program.press(Qt::Key_Return);
        program.type("salah");
        program.press(Qt::Key_Return);
        QTRY_VERIFY(program.find<QLabel>("problemLabel") != nullptr);
        QVERIFY(program.find<QLabel>("problemLabel")->text().contains(s("password is wrong")));
        QVERIFY(program.find<QLineEdit>("passwordField")->hasFocus());
        program.type("benar");  // what stood there is selected
        program.press(Qt::Key_Return);
        QTRY_COMPARE(program.window.currentPage(), s("search"));
    }

    void theFirstPasswordMustBeChanged() {
        BackendRig rig;
        rig.server.set([](FakeServer::Behaviour& b) { b.mustChangePassword = true; });
        Program program(rig);
        QVERIFY(!program.signIn() && program.window.currentPage().isEmpty());
        QVERIFY(program.find<QLineEdit>("newPasswordField") != nullptr);
        QVERIFY(program.find<QLineEdit>("currentPasswordField") == nullptr);
        program.type("pendek");
        program.press(Qt::Key_Return);
        program.type("pendek");
        program.press(Qt::Key_Return);
        QVERIFY(program.window.currentPage().isEmpty());
        program.find<QLineEdit>("newPasswordField")->clear();
        program.find<QLineEdit>("newPasswordField")->setFocus();
        program.type("tiga kata aman");
        program.press(Qt::Key_Return);
        program.find<QLineEdit>("repeatPasswordField")->clear();
        program.type("tiga kata aman");
        program.press(Qt::Key_Return);
        QTRY_COMPARE(program.window.currentPage(), s("search"));
    }

    void firstContactAsksToCompare() {
        FakeServer server;
        const QTemporaryDir folder;
        LinkConfig config;
        config.profileFolder = folder.path();
        config.makeWire = server.wires();
        BackendRig rig;
        rig.backend = std::make_unique<Backend>(config);
        Program program(rig);
        QTRY_VERIFY(program.find<QLineEdit>("serverField") != nullptr);
        program.type("bukan alamat");
        program.press(Qt::Key_Return);
        QTest::qWait(50);
        QVERIFY(program.find<QLabel>("fingerprintLabel") == nullptr);
        program.find<QLineEdit>("serverField")->clear();
        program.type("server.test:7310");
        program.press(Qt::Key_Return);
        QTRY_VERIFY(program.find<QLabel>("fingerprintLabel") != nullptr);
        QVERIFY(program.find<QLabel>("fingerprintLabel")->text().startsWith(s("AB AB")));
        // Enter alone must not trust anybody.
        program.press(Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(rig.backend->status().state, OnlineState::Unpaired);
        QVERIFY(program.find<QPushButton>("acceptServerButton") != nullptr);
        program.press(Qt::Key_Tab);
        QVERIFY(program.find<QPushButton>("acceptServerButton")->hasFocus());
        program.press(Qt::Key_Return);
        QTRY_COMPARE(rig.backend->status().state, OnlineState::LoginNeeded);
        QVERIFY(program.signIn());
    }

    void anEndedSessionLosesNothing() {
        BackendRig rig;
        giveSamples(rig.server);
        Program program(rig);
        QVERIFY(program.signIn());
        program.window.open(s("patient-form"), s("Wulandari"));
        auto* name = program.find<QLineEdit>("nameField");
        QVERIFY(name != nullptr);
        name->setFocus();
        program.type(" Kusuma");
        const QString typed = name->text();
        rig.server.set([](FakeServer::Behaviour& b) { b.sessionAlive = false; });
        rig.server.cut();
        QTRY_VERIFY(program.find<QWidget>("loginOverlay") != nullptr);
        QVERIFY(!name->isEnabled());
        QCOMPARE(program.find<QLineEdit>("userField")->text(), s("ani"));
        program.type("benar");
        program.press(Qt::Key_Return);
        QTRY_VERIFY(program.find<QWidget>("loginOverlay") == nullptr);
        QVERIFY(name->isEnabled());
        QVERIFY(name->hasFocus());
        QCOMPARE(name->text(), typed);
        QCOMPARE(program.window.currentPage(), s("patient-form"));
    }

    void leavingADirtyPageAsks() {
        BackendRig rig;
        giveSamples(rig.server);
        Program program(rig);
        QVERIFY(program.signIn());
        program.window.open(s("patient-form"), s("Wulandari"));
        program.find<QLineEdit>("phoneField")->setFocus();
        program.type("0812");
        program.press(Qt::Key_9, Qt::AltModifier);
        QCOMPARE(program.window.currentPage(), s("patient-form"));
        QVERIFY(!program.window.close());
        program.window.signOut();
        QVERIFY(rig.backend->session() != nullptr);
        QCOMPARE(program.dialogs.asked().size(), 3);
        QVERIFY(program.dialogs.asked().first().dangerous);
        program.dialogs.willAnswer({true, {}});
        program.press(Qt::Key_9, Qt::AltModifier);
        QCOMPARE(program.window.currentPage(), s("settings"));
        program.press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(rig.backend->session() == nullptr);
        QVERIFY(program.find<QWidget>("loginPage") != nullptr);
    }

    void lookAndLanguageChangeAtOnce() {
        BackendRig rig;
        Program program(rig);
        QVERIFY(program.signIn());
        program.press(Qt::Key_9, Qt::AltModifier);
        QTRY_VERIFY(program.find<QWidget>("languageRow") != nullptr);
        QCOMPARE(program.window.findChild<TopBar*>()->title(), s("Settings"));
        program.window.setSetting(settings::language, s("id"));
        program.window.setSetting(settings::theme, s("dark"));
        program.window.setSetting(settings::scale, 115);
        QTRY_COMPARE(program.window.findChild<TopBar*>()->title(), s("Pengaturan"));
        QVERIFY(theme().dark);
        QCOMPARE(theme().scale, 1.15);
        QCOMPARE(program.window.currentPage(), s("settings"));
        applyTheme(*qApp, Theme::light());
    }

    void theChipSpeaks() {
        BackendRig rig;
        Program program(rig);
        QVERIFY(program.signIn());
        rig.server.set([](FakeServer::Behaviour& b) { b.reachable = false; });
        rig.server.cut();
        QTRY_VERIFY(program.chip().startsWith(s("Offline since ")));
        program.window.open(s("pending"));
        QTRY_VERIFY(
            program.find<QLabel>("connectionLabel")->text().startsWith(s("No connection to server.test")));
        rig.server.set([](FakeServer::Behaviour& b) { b.reachable = true; });
        program.press(Qt::Key_F5);
        QTRY_COMPARE(program.chip(), s("Connected"));
        program.press(Qt::Key_Escape);
        QCOMPARE(program.window.currentPage(), s("search"));
    }

    void onlyAllowedPagesAreOffered() {
        BackendRig rig;
        rig.server.set([](FakeServer::Behaviour& b) { b.permissions = PermissionSet({Role::Auditor}); });
        Program program(rig);
        QVERIFY(program.signIn());
        QVERIFY(program.find<QWidget>("settingsEntry") != nullptr);
        for (const PageInfo& page : program.window.pages()) {
            const bool allowed = page.permission == Permission::None || rig.backend->may(page.permission);
            QCOMPARE(program.window.isAllowed(page.key), allowed);
            if (page.inSideBar)
                QCOMPARE(program.find<QWidget>(qPrintable(page.key + s("Entry"))) != nullptr, allowed);
        }
    }

    void theTopSearchOpensTheSearchPage() {
        BackendRig rig;
        giveSamples(rig.server);
        Program program(rig);
        QVERIFY(program.signIn());
        program.press(Qt::Key_9, Qt::AltModifier);
        program.press(Qt::Key_F2);
        program.type("siti");
        program.press(Qt::Key_Return);
        QCOMPARE(program.window.currentPage(), s("search"));
        QCOMPARE(program.find<QLineEdit>("searchField")->text(), s("siti"));
        program.press(Qt::Key_F2);
        QVERIFY(program.find<QLineEdit>("searchField")->hasFocus());
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
