// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop client: puts its parts together and runs the window, or a scripted walk through it.
#include <QApplication>
#include <QSysInfo>

#include "app/client/backend.h"
#include "app/kit/dialogs.h"
#include "app/registration/feature.h"
#include "app/registration/tour.h"
#include "app/shell/languages.h"
#include "app/shell/main_window.h"
#include "app/shell/script.h"
#include "app/shell/settings.h"
#include "app/shell/shell_pages.h"
#include "common/base/clock.h"

using namespace simrs;

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("simrs"));
    QApplication::setApplicationDisplayName(QStringLiteral("SIMRS"));
    QApplication::setApplicationVersion(QStringLiteral(SIMRS_VERSION));
    const ClientOptions options = readClientOptions(QApplication::arguments());

    const SystemClock clock;
    LinkConfig link;
    link.profileFolder = options.profile;
    link.deviceName = QSysInfo::machineHostName();
    link.server = options.server;
    Backend backend(link);
    WindowDialogs dialogs;
    Settings settings(options.profile);
    Languages languages;
    PageList pages = registrationPages();
    for (PageInfo& page : shellPages()) pages.push_back(std::move(page));

    MainWindow window({backend, dialogs, settings, languages, clock}, std::move(pages), options);
    window.show();
    const auto script = startScript(window, options, {registrationScript()});
    return QApplication::exec();
}
