// SPDX-License-Identifier: GPL-3.0-or-later
// simrs-server as a process: run to its end, or left running until it is told to stop.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace simrs::test {

struct Run {
    int code = -1;  ///< -1: crashed, or took longer than 50 s.
    QString out;
    QString err;
};

/// The environment of the test without any SIMRS_ variable.
QProcessEnvironment plainEnvironment();
/// `asNobody` gives up root's rights first, where the test has them.
Run runServer(const QStringList& arguments, const QProcessEnvironment& environment = plainEnvironment(),
              const QByteArray& input = {}, bool asNobody = false);

/// A server on free ports of loopback; ended by SIGKILL where nobody has stopped it.
class RunningServer {
  public:
    explicit RunningServer(const QString& dataFolder, const QStringList& more = {});
    ~RunningServer();

    /// Waits for server.json; false where the process ends before.
    bool waitReady();
    /// SIGTERM; the exit code.
    int terminate();
    void kill();
    void hangUp();
    QJsonObject note() const;
    QString output();
    qint64 pid() const { return m_process.processId(); }

  private:
    QString m_folder;
    QProcess m_process;
    QString m_output;
};

void writeFile(const QString& path, const QByteArray& text);

}  // namespace simrs::test
