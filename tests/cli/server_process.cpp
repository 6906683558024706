// SPDX-License-Identifier: GPL-3.0-or-later
// Starting and ending the program under test.
#include "tests/cli/server_process.h"

#include <unistd.h>
#include <csignal>

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QThread>

namespace simrs::test {
namespace {

constexpr int kLongestMs = 50'000;
constexpr unsigned kNobody = 65534;

const QString& program() {
    static const QString path = QStringLiteral(SIMRS_SERVER_PROGRAM);
    return path;
}

}  // namespace

QProcessEnvironment plainEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.startsWith(QStringLiteral("SIMRS_"))) environment.remove(name);
    }
    return environment;
}

Run runServer(const QStringList& arguments, const QProcessEnvironment& environment, const QByteArray& input,
              bool asNobody) {
    QProcess process;
    process.setProcessEnvironment(environment);
    if (asNobody && geteuid() == 0) {
        process.setChildProcessModifier([] {
            if (setgid(kNobody) != 0 || setuid(kNobody) != 0) _exit(127);
        });
    }
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    const bool ended = process.waitForFinished(kLongestMs);
    if (!ended) process.kill();
    if (ended && process.exitStatus() == QProcess::NormalExit) run.code = process.exitCode();
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

RunningServer::RunningServer(const QString& dataFolder, const QStringList& more) : m_folder(dataFolder) {
    m_process.setProcessEnvironment(plainEnvironment());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    const QString any = QStringLiteral("127.0.0.1:0");
    m_process.start(program(), QStringList{QStringLiteral("serve"), QStringLiteral("--data"), dataFolder,
                                           QStringLiteral("--listen"), any, QStringLiteral("--http"), any} +
                                   more);
}

RunningServer::~RunningServer() {
    if (m_process.state() != QProcess::NotRunning) kill();
}

bool RunningServer::waitReady() {
    QDeadlineTimer deadline(kLongestMs);
    while (!deadline.hasExpired()) {
        if (note().value(QStringLiteral("pid")).toInteger() == m_process.processId() &&
            m_process.processId() != 0)
            return true;
        if (m_process.waitForFinished(20)) return false;
    }
    return false;
}

int RunningServer::terminate() {
    m_process.terminate();
    if (!m_process.waitForFinished(kLongestMs) || m_process.exitStatus() != QProcess::NormalExit) return -1;
    return m_process.exitCode();
}

void RunningServer::kill() {
    m_process.kill();
    m_process.waitForFinished(kLongestMs);
}

void RunningServer::hangUp() { ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP); }

QJsonObject RunningServer::note() const {
    QFile file(m_folder + QStringLiteral("/server.json"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString RunningServer::output() {
    m_process.waitForReadyRead(100);
    m_output += QString::fromUtf8(m_process.readAll());
    return m_output;
}

void writeFile(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("%s", qPrintable(path));
}

}  // namespace simrs::test
