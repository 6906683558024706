// SPDX-License-Identifier: GPL-3.0-or-later
// Locks and the note of the running server.
#include "server/cli/data_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <cerrno>
#include <csignal>

namespace simrs {

bool processRuns(qint64 pid) {
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

QString reachedAt(const QString& address, quint16 port) {
    const QString host =
        address.contains(QLatin1Char(':')) ? QLatin1Char('[') + address + QLatin1Char(']') : address;
    return host + QLatin1Char(':') + QString::number(port);
}

Outcome<void> DataFolder::create() {
    const QFileInfo info(m_path);
    if (info.exists() && !info.isDir())
        return leave(ExitCode::CannotCreate, QStringLiteral("%1 is not a folder").arg(m_path));
    if (!info.exists()) {
        if (!QDir().mkpath(m_path)) {
            QDir above(m_path);
            while (!above.exists() && !above.isRoot()) above.setPath(QFileInfo(above.path()).path());
            const bool forbidden = !QFileInfo(above.path()).isWritable();
            return leave(forbidden ? ExitCode::Permission : ExitCode::CannotCreate,
                         QStringLiteral("the folder %1 cannot be made").arg(m_path));
        }
        QFile::setPermissions(m_path,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    if (!QFileInfo(m_path).isWritable())
        return leave(ExitCode::Permission, QStringLiteral("no permission to write in %1").arg(m_path));
    return {};
}

Outcome<void> DataFolder::lock(const QString& file, const QString& what) {
    auto lock = std::make_unique<QLockFile>(file);
    // A server may run for years: its lock never grows old, it is only free when the process is gone.
    lock->setStaleLockTime(0);
    if (lock->tryLock(0)) {
        m_locks.push_back(std::move(lock));
        return {};
    }
    switch (lock->error()) {
        case QLockFile::PermissionError:
            return leave(ExitCode::Permission, QStringLiteral("no permission to make %1").arg(file));
        case QLockFile::LockFailedError:
            break;
        default:
            return leave(ExitCode::CannotCreate, QStringLiteral("%1 cannot be made").arg(file));
    }
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    return leave(
        ExitCode::Failure,
        QStringLiteral("%1 is in use by a running server (process %2 on %3)").arg(what).arg(pid).arg(host));
}

Outcome<void> DataFolder::hold(const DatabaseConfig& database) {
    if (auto held = lock(m_path + QStringLiteral("/server.lock"), m_path); !held) return held;
    if (database.engine != Engine::Sqlite || QFileInfo(database.path).path() == m_path) return {};
    return lock(database.path + QStringLiteral(".lock"), database.path);
}

Outcome<void> DataFolder::writeNote(const ServerAddress& address) {
    const QJsonObject note{{QStringLiteral("port"), address.port},
                           {QStringLiteral("httpAddress"), address.httpAddress},
                           {QStringLiteral("httpPort"), address.httpPort},
                           {QStringLiteral("fingerprint"), address.fingerprint},
                           {QStringLiteral("pid"), QCoreApplication::applicationPid()}};
    QSaveFile file(notePath());
    const QByteArray text = QJsonDocument(note).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return leave(ExitCode::CannotCreate, QStringLiteral("%1: %2").arg(notePath(), file.errorString()));
    // What this program makes is private; the note is not.
    QFile::setPermissions(notePath(), QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                          QFileDevice::ReadGroup | QFileDevice::ReadOther);
    return {};
}

void DataFolder::removeNote() { QFile::remove(notePath()); }

std::optional<RunningNote> DataFolder::readNote() const {
    QFile file(notePath());
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    RunningNote out;
    out.port = static_cast<quint16>(note.value(QStringLiteral("port")).toInt());
    out.httpAddress = note.value(QStringLiteral("httpAddress")).toString();
    out.httpPort = static_cast<quint16>(note.value(QStringLiteral("httpPort")).toInt());
    out.fingerprint = note.value(QStringLiteral("fingerprint")).toString();
    out.pid = note.value(QStringLiteral("pid")).toInteger();
    return out;
}

}  // namespace simrs
