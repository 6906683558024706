// SPDX-License-Identifier: GPL-3.0-or-later
// A server's folder: made private, held by one process at a time, and the note where the running server is
// found.
#pragma once

#include <QLockFile>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "server/cli/exit_code.h"
#include "server/exec/server.h"

namespace simrs {

/// What server.json says.
struct RunningNote {
    quint16 port = 0;
    QString httpAddress;  ///< As it was set: may be the address of all interfaces.
    quint16 httpPort = 0;
    QString fingerprint;
    qint64 pid = 0;
};

class DataFolder {
  public:
    explicit DataFolder(QString path) : m_path(std::move(path)) {}

    /// Makes the folder, readable by its owner alone. Errors: CannotCreate, Permission.
    Outcome<void> create();
    /// Holds the folder, and an SQLite file outside of it, until this object ends. Two processes must not
    /// write one SQLite file. Errors: CannotCreate, Permission; Failure with the other's process number.
    Outcome<void> hold(const DatabaseConfig& database);

    /// Written whole or not at all, read by clients on this computer: it holds no secret.
    Outcome<void> writeNote(const ServerAddress& address);
    void removeNote();
    std::optional<RunningNote> readNote() const;

  private:
    QString notePath() const { return m_path + QStringLiteral("/server.json"); }
    Outcome<void> lock(const QString& file, const QString& what);

    QString m_path;
    std::vector<std::unique_ptr<QLockFile>> m_locks;
};

bool processRuns(qint64 pid);

/// "127.0.0.1:8080", "[::1]:8080"
QString reachedAt(const QString& address, quint16 port);

}  // namespace simrs
