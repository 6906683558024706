// SPDX-License-Identifier: GPL-3.0-or-later
// simrs-server: composition of what the command line needs. The server itself is put together in server/exec.
#include <sys/stat.h>

#include <QCoreApplication>

#include "server/cli/command_line.h"

int main(int argc, char** argv) {
    // Whatever folder it is given: database, keys and certificates are the server's alone.
    umask(077);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("simrs-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIMRS_VERSION));
    const simrs::SystemClock clock;
    simrs::SystemRandom random;
    const simrs::Terminal terminal;
    const simrs::CliServices services{clock, random, terminal, QProcessEnvironment::systemEnvironment()};
    return static_cast<int>(simrs::runCommandLine(QCoreApplication::arguments(), services));
}
