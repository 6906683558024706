// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped server as a process of its own, and what it tells about itself.
#pragma once

#include <QProcess>
#include <QString>

namespace simrs::bench {

class ServerProcess {
  public:
    /// Starts simrs-server of this build over the database and waits until it is ready.
    ServerProcess(const QString& folder, const QString& databaseUrl);
    /// Stops it.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    quint16 port() const { return m_port; }
    QString pin() const { return m_pin; }
    /// A figure of /metrics without labels.
    double metric(const QByteArray& name) const;
    qint64 pid() const { return m_process.processId(); }

  private:
    bool readNote(const QString& folder);
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_httpPort = 0;
    QString m_pin;
};

}  // namespace simrs::bench
