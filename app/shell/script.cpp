// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/script.h"

#include <QCoreApplication>
#include <QLineEdit>

#include "app/client/backend.h"
#include "app/kit/data_table.h"
#include "app/shell/settings.h"

namespace simrs {
namespace {

constexpr int shotWidth = 1366;
constexpr int shotHeight = 768;
constexpr quint16 deadPort = 1;  // nobody listens there

QString key(const char* text) { return QString::fromLatin1(text); }

OnlineState stateOf(Driver& driver) { return driver.window().backend().status().state; }

bool isOnline(Driver& driver) { return stateOf(driver) == OnlineState::Online; }

void talkTo(Driver& driver, quint16 port) {
    PinnedServer server = driver.window().backend().status().server;
    server.port = port;
    driver.window().backend().acceptServer(server);
}

/// The network is really gone: the program now knocks where nobody is.
TourSteps offlineSteps(quint16 port) {
    return {{key("lose the connection"),
             [](Driver& d) {
                 d.press(Qt::Key_2, Qt::AltModifier);
                 talkTo(d, deadPort);
             },
             [](Driver& d) { return stateOf(d) == OnlineState::Offline; }, key("offline")},
            {key("open the list behind the chip"), [](Driver& d) { d.window().open(key("pending")); },
             [](Driver& d) { return d.isIn(key("pendingTable")); }, key("pending")},
            {key("come back"), [port](Driver& d) { talkTo(d, port); }, isOnline, key("connected-again")}};
}

TourSteps settingsSteps() {
    return {{key("open the settings"), [](Driver& d) { d.press(Qt::Key_9, Qt::AltModifier); },
             [](Driver& d) { return d.find(key("languageRow")) != nullptr; }, key("settings")},
            {key("go dark"), [](Driver& d) { d.window().setSetting(settings::theme, key("dark")); },
             [](Driver& d) { return d.find(key("languageRow")) != nullptr; }, key("settings-dark")},
            {key("go light again"), [](Driver& d) { d.window().setSetting(settings::theme, key("light")); },
             [](Driver& d) { return d.find(key("languageRow")) != nullptr; }}};
}

TourSteps tourSteps(const ClientOptions& options, const QList<FeatureScript>& features) {
    TourSteps steps = signInSteps(key("loket1"), key("sign-in"));
    for (const FeatureScript& feature : features) steps += feature.main;
    return steps + settingsSteps() + offlineSteps(options.server.port);
}

TourSteps shellPageSteps() {
    const auto open = [](const char* page, const char* seen) {
        return TourStep{key(page), [page](Driver& d) { d.window().open(key(page)); },
                        [seen](Driver& d) { return d.find(key(seen)) != nullptr; }, key(page)};
    };
    return {open("pending", "pendingTable"), open("settings", "languageRow"),
            open("password", "newPasswordField")};
}

TourSteps shotSteps(const QList<FeatureScript>& features) {
    TourSteps steps;
    for (const char* theme : {"light", "dark"}) {
        for (const char* language : {"id", "en"}) {
            const QString suffix = QStringLiteral("-%1-%2").arg(key(theme), key(language));
            TourSteps round = {{key("choose the look"),
                                [theme, language](Driver& d) {
                                    d.window().setSetting(settings::theme, key(theme));
                                    d.window().setSetting(settings::language, key(language));
                                },
                                [](Driver& d) { return d.find(key("userField")) != nullptr; }}};
            round += signInSteps(key("kepala"), key("sign-in"));
            for (const FeatureScript& feature : features) round += feature.pages;
            round += shellPageSteps();
            round.append({key("sign out"), [](Driver& d) { d.window().signOut(); },
                          [](Driver& d) { return d.find(key("userField")) != nullptr; }});
            for (TourStep& step : round)
                if (!step.picture.isEmpty()) step.picture += suffix;
            steps += round;
        }
    }
    return steps;
}

}  // namespace

TourSteps signInSteps(const QString& login, const QString& picture) {
    return {{key("see the sign-in page"),
             {},
             [](Driver& d) {
                 return stateOf(d) == OnlineState::LoginNeeded && d.find(key("userField")) != nullptr;
             },
             picture},
            {key("type user name and password"),
             [login](Driver& d) {
                 if (auto* user = d.find<QLineEdit>(key("userField"))) user->clear();
                 d.go(key("userField"));
                 d.type(login);
                 d.press(Qt::Key_Return);
                 d.type(key("wanasari-") + login);
                 d.press(Qt::Key_Return);
             },
             [](Driver& d) {
                 return isOnline(d) && d.window().backend().masters() && !d.window().currentPage().isEmpty();
             }}};
}

std::unique_ptr<Driver> startScript(MainWindow& window, const ClientOptions& options,
                                    const QList<FeatureScript>& features) {
    if (!options.isScripted()) return nullptr;
    const bool tour = !options.tour.isEmpty();
    window.resize(shotWidth, shotHeight);
    auto driver = std::make_unique<Driver>(
        window, tour ? options.tour : options.shots, [tour](const QString& picture, int number) {
            if (!tour) return picture;
            return QStringLiteral("%1-%2").arg(number, 2, 10, QLatin1Char('0')).arg(picture);
        });
    if (tour) window.setSetting(settings::ticketFolder, options.tour);
    driver->run(tour ? tourSteps(options, features) : shotSteps(features),
                [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    return driver;
}

}  // namespace simrs
