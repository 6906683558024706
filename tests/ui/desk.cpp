// SPDX-License-Identifier: GPL-3.0-or-later
// The counter of the tests.
#include "tests/ui/desk.h"

#include <QApplication>
#include <QDir>
#include <QLabel>

#include "app/registration/feature.h"
#include "app/shell/shell_pages.h"

namespace simrs::test {
namespace {

LinkConfig linkOf(const ServerRig& server, const QString& folder, quint16 port) {
    LinkConfig config;
    config.profileFolder = folder;
    config.deviceName = QStringLiteral("Loket Uji");
    config.server = {QStringLiteral("127.0.0.1"), port == 0 ? server.port() : port, server.pin()};
    config.times.backoffFirstMs = 20;
    config.times.backoffMostMs = 200;
    config.times.holdMs = 300;
    return config;
}

PageList allPages() {
    PageList pages = registrationPages();
    for (PageInfo& page : shellPages()) pages.push_back(std::move(page));
    return pages;
}

ClientOptions optionsOf() {
    ClientOptions options;
    options.language = qEnvironmentVariable("SIMRS_LANGUAGE", QStringLiteral("en"));
    options.theme = qEnvironmentVariable("SIMRS_THEME", QStringLiteral("light"));
    return options;
}

}  // namespace

Desk::Desk(ServerRig& server, Role who, quint16 port)
    : role(who),
      backend(linkOf(server, folder.path(), port)),
      settings(QString()),
      window({backend, dialogs, settings, languages, clock}, allPages(), optionsOf()) {
    settings.setValue(QStringLiteral("ticket/folder"), folder.filePath(QStringLiteral("tickets")));
    window.resize(1366, 768);
    window.show();
    activate();
}

void Desk::activate() {
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window, longWaitMs)) qFatal("the window does not become active");
}

void Desk::meet(const ServerRig& server) {
    backend.acceptServer({QStringLiteral("127.0.0.1"), server.port(), server.pin()});
}

bool Desk::signIn() {
    if (!until([this] { return backend.status().state == OnlineState::LoginNeeded; })) return false;
    find<QWidget>("userField")->setFocus();
    type(ServerRig::loginOf(role));
    press(Qt::Key_Return);
    type(ServerRig::password());
    press(Qt::Key_Return);
    const bool in = until([this] { return !page().isEmpty() && backend.masters() != nullptr; });
    QTest::qWait(20);  // the side bar's entries are shown by the event loop
    return in;
}

/// An open list of proposals or choices takes the keys first. The window's own memory of its focus also knows
/// fields of pages that are not in front.
QWidget* Desk::focus() {
    if (QWidget* open = QApplication::activePopupWidget()) return open;
    QWidget* at = QApplication::focusWidget();
    return at != nullptr && window.isAncestorOf(at) ? at : &window;
}

/// A real key comes through the event loop, after everything that waits there.
void Desk::press(Qt::Key key, Qt::KeyboardModifiers with) {
    QCoreApplication::processEvents();
    QTest::keyClick(focus(), key, with);
    m_presses += with == Qt::NoModifier ? 1 : 2;
    QCoreApplication::processEvents();
}

void Desk::type(const QString& text) {
    QCoreApplication::processEvents();
    for (const QChar c : text) {
        QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), Qt::NoModifier);
        ++m_presses;
    }
    QCoreApplication::processEvents();
}

void Desk::scan(const QString& text) {
    const int before = m_presses;
    QCoreApplication::processEvents();
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    QTest::keyClick(focus(), Qt::Key_Return);
    m_presses = before;
}

bool Desk::waitForPage(const QString& key) {
    const bool came = until([&] { return page() == key; });
    if (!came) qWarning("still on page %s", qPrintable(page()));
    return came;
}

QString Desk::labelText(const char* name) const {
    for (const QLabel* label : window.findChildren<QLabel*>(QString::fromLatin1(name)))
        if (label->isVisible()) return label->text();
    return {};
}

bool Desk::isEnabled(const char* name) const {
    for (const QWidget* one : window.findChildren<QWidget*>(QString::fromLatin1(name)))
        if (one->isVisible()) return one->isEnabled();
    return false;
}

void Desk::shoot(const QString& name) {
    const QString where = qEnvironmentVariable("SIMRS_SHOTS");
    if (where.isEmpty()) return;
    QTest::qWait(50);
    QDir().mkpath(where);
    window.grab().save(QDir(where).filePath(
        name + QLatin1Char('-') + window.setting(settings::theme).toString() + QStringLiteral(".png")));
}

}  // namespace simrs::test
