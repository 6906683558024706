// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop client: puts its parts together and runs the window, or a scripted walk through it.
#include <QApplication>
#include <QSysInfo>
#include <algorithm>

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

namespace {

/// Help and version need no screen.
bool onlyAsks(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](const char* argument) {
        const QByteArray word(argument);
        return word == "--help" || word == "-h" || word == "--version" || word == "-v";
    });
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("simrs"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIMRS_VERSION));
    if (onlyAsks(argc, argv)) {
        QCoreApplication asked(argc, argv);
        readClientOptions(QCoreApplication::arguments());
        return 0;
    }
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("SIMRS"));
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
