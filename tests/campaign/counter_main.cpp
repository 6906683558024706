// SPDX-License-Identifier: GPL-3.0-or-later
// The counter as a process: campaign_counter PROFILE HISTORY HOST PORT PIN LOGIN PASSWORD NUMBER SEED. Orders
// come by standard input, a line each; its end is the end.
#include <unistd.h>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <cstdio>

#include "tests/campaign/counter.h"

using namespace simrs;
using namespace simrs::test;

namespace {

/// Shorter than a hospital's, so that a campaign meets each of them often.
LinkTimes quickTimes() {
    LinkTimes times;
    times.connectMs = 1'500;
    times.logInMs = 4'000;
    times.answerMs = 600;
    times.holdMs = 400;
    times.pingMs = 500;
    times.pongMs = 1'000;
    times.backoffFirstMs = 30;
    times.backoffMostMs = 400;
    times.liveGapMs = 250;
    times.liveRetryMs = 400;
    return times;
}

void say(const QByteArray& word) {
    std::fputs(word.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    if (args.size() != 10) return 64;
    Counter::Config config;
    config.link.profileFolder = args[1];
    config.link.deviceName = QStringLiteral("Loket ") + args[8];
    config.link.server = {args[3], args[4].toUShort(), args[5]};
    config.link.times = quickTimes();
    config.history = args[2];
    config.login = args[6];
    config.password = args[7];
    config.number = args[8].toInt();
    config.seed = args[9].toULongLong();
    Counter counter(std::move(config));
    QObject::connect(&counter, &Counter::said, &app, [](const QByteArray& word) { say(word); });
    QObject::connect(&counter, &Counter::quitting, &app, &QCoreApplication::quit);
    QByteArray heard;
    QSocketNotifier orders(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&orders, &QSocketNotifier::activated, &app, [&] {
        char bytes[256];
        const auto got = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (got <= 0) return QCoreApplication::quit();
        heard.append(bytes, static_cast<qsizetype>(got));
        for (qsizetype end = heard.indexOf('\n'); end >= 0; end = heard.indexOf('\n')) {
            counter.obey(heard.left(end));
            heard.remove(0, end + 1);
        }
    });
    return QCoreApplication::exec();
}
