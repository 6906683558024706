// SPDX-License-Identifier: GPL-3.0-or-later
// A counter of the tests: a profile, its connection and the real window, worked by keys alone.
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "app/client/backend.h"
#include "app/kit/dialogs.h"
#include "app/shell/languages.h"
#include "app/shell/main_window.h"
#include "app/shell/settings.h"
#include "tests/server/server_rig.h"

namespace simrs::test {

/// Waits are long because machines that run tests are slow; every one of them ends as soon as it can.
inline constexpr int longWaitMs = 20'000;

class Desk {
  public:
    /// `port`: of a line to the server; 0: its own.
    explicit Desk(ServerRig& server, Role role = Role::RegistrationClerk, quint16 port = 0);

    /// From the first page to the frame, by keys.
    bool signIn();
    /// Brings the window to the front: keys go to one window only.
    void activate();
    /// The server is back, maybe on another port.
    void meet(const ServerRig& server);

    /// One press; a key held with it counts as one more.
    void press(Qt::Key key, Qt::KeyboardModifiers with = {});
    void type(const QString& text);
    /// A scanner: the characters and its Enter, in no time; not counted.
    void scan(const QString& text);
    int presses() const { return m_presses; }
    void countAnew() { m_presses = 0; }

    QString page() const { return window.currentPage(); }
    bool waitForPage(const QString& key);
    static bool until(const std::function<bool()>& condition) {
        return QTest::qWaitFor(condition, longWaitMs);
    }
    /// The widget of this name on the page in front; ends the test when there is none.
    template <class W>
    W* find(const char* name) const {
        W* found = nullptr;
        for (W* one : window.findChildren<W*>(QString::fromLatin1(name)))
            if (one->isVisible()) found = one;
        if (found == nullptr) qFatal("no %s in front (%s)", name, qPrintable(page()));
        return found;
    }
    /// Its text, or empty where it is not shown.
    QString labelText(const char* name) const;
    /// False where it is not shown, too.
    bool isEnabled(const char* name) const;
    /// A picture into the folder of SIMRS_SHOTS, if there is one.
    void shoot(const QString& name);

    QTemporaryDir folder;
    SystemClock clock;
    Role role;
    Backend backend;
    ScriptedDialogs dialogs;
    Settings settings;
    Languages languages;
    MainWindow window;

  private:
    QWidget* focus();

    int m_presses = 0;
};

/// What the server holds now, read beside it.
template <class E>
QList<E> rowsOf(ServerRig& server, const Where<E>& where) {
    QList<E> rows;
    const auto store = server.store();
    const Status read = store->read([&](Reader& reader) -> Status {
        Where<E> bounded = where;
        rows = reader.list(bounded.limit(1000)).value_or(QList<E>());
        return {};
    });
    if (!read) qFatal("%s", qPrintable(errorName(read.error().code)));
    return rows;
}

}  // namespace simrs::test
