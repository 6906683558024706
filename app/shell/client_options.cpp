// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/client_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>
#include <cstdio>
#include <cstdlib>

#include "app/shell/server_form.h"

namespace simrs {
namespace {

constexpr int usageCode = 64;  // EX_USAGE, as the server's

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "simrs-client: %s\n", qPrintable(why));
    std::exit(usageCode);
}

PinnedServer serverOf(const QString& text) {
    const PinnedServer server = readServerAddress(text);
    if (!text.isEmpty() && server.host.isEmpty())
        refuse(QStringLiteral("--server takes HOST:PORT, not “%1”").arg(text));
    return server;
}

QString oneOf(const QCommandLineParser& parser, const char* option, const QStringList& allowed) {
    const QString value = parser.value(QString::fromLatin1(option));
    if (!value.isEmpty() && !allowed.contains(value))
        refuse(QStringLiteral("--%1 takes %2")
                   .arg(QString::fromLatin1(option), allowed.join(QStringLiteral(" or "))));
    return value;
}

}  // namespace

ClientOptions readClientOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("SIMRS: the desktop client of the hospital information system"));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto add = [&parser](const char* name, const char* text, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value)});
    };
    add("server", "Where the server listens; kept in the profile.", "HOST:PORT");
    add("pin", "The fingerprint the server printed, as compared by a person.", "FINGERPRINT");
    add("profile", "Folder of the settings, the device and what waits to be sent.", "DIR");
    add("tour", "Walk through the main job with a demo account and leave numbered pictures.", "DIR");
    add("shots", "Leave a picture of every page in both themes and languages.", "DIR");
    add("demo", "Name the demo accounts on the sign-in page.");
    add("language", "Language of the screen for this run: id or en.", "CODE");
    add("theme", "Look for this run: light or dark.", "NAME");
    parser.process(arguments);

    ClientOptions options;
    options.server = serverOf(parser.value(QStringLiteral("server")));
    options.server.pin = parser.value(QStringLiteral("pin"));
    if (!options.server.pin.isEmpty() && options.server.host.isEmpty())
        refuse(QStringLiteral("--pin needs --server"));
    options.profile = parser.value(QStringLiteral("profile"));
    if (options.profile.isEmpty())
        options.profile = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.tour = parser.value(QStringLiteral("tour"));
    options.shots = parser.value(QStringLiteral("shots"));
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.language = oneOf(parser, "language", {QStringLiteral("id"), QStringLiteral("en")});
    options.theme = oneOf(parser, "theme", {QStringLiteral("light"), QStringLiteral("dark")});
    return options;
}

}  // namespace simrs
