// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell_pages.h"

#include <QCoreApplication>

#include "app/shell/password_page.h"
#include "app/shell/pending_page.h"
#include "app/shell/settings_page.h"

namespace simrs {
namespace {

/// The translation context of the side bar's words.
struct ShellPages {
    Q_DECLARE_TR_FUNCTIONS(ShellPages)
};

}  // namespace

PageList shellPages() {
    PageList pages;
    pages.push_back({.key = QStringLiteral("settings"),
                     .icon = QStringLiteral("settings"),
                     .title = [] { return ShellPages::tr("Settings"); },
                     .permission = Permission::None,
                     .shortcut = QKeySequence(Qt::ALT | Qt::Key_9),
                     .inSideBar = true,
                     .order = 900,
                     .make = [](Workbench& workbench) -> Page* { return new SettingsPage(workbench); }});
    pages.push_back({.key = QStringLiteral("pending"),
                     .icon = QStringLiteral("wifi"),
                     .title = [] { return ShellPages::tr("Pending changes"); },
                     .permission = Permission::None,
                     .shortcut = {},
                     .inSideBar = false,
                     .order = 910,
                     .make = [](Workbench& workbench) -> Page* { return new PendingPage(workbench); }});
    pages.push_back({.key = QStringLiteral("password"),
                     .icon = QStringLiteral("key"),
                     .title = [] { return ShellPages::tr("Change password"); },
                     .permission = Permission::None,
                     .shortcut = {},
                     .inSideBar = false,
                     .order = 920,
                     .make = [](Workbench& workbench) -> Page* { return new PasswordPage(workbench); }});
    return pages;
}

}  // namespace simrs
