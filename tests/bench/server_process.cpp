// SPDX-License-Identifier: GPL-3.0-or-later
// Starting, asking and stopping the server.
#include "tests/bench/server_process.h"

#include <sys/socket.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <array>

#include "tests/bench/bench_options.h"
#include "tests/net/tls_client.h"

namespace simrs::bench {
namespace {

constexpr int kReadyTries = 1200;
constexpr int kReadyPauseMs = 50;
constexpr int kStopMs = 30'000;

}  // namespace

ServerProcess::ServerProcess(const QString& folder, const QString& databaseUrl) {
    QDir().mkpath(folder);
    QFile::remove(folder + QStringLiteral("/server.json"));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(folder + QStringLiteral("/server.log"));
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/simrs-server"),
                    {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--database"),
                     databaseUrl, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                     QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")});
    for (int i = 0; i < kReadyTries; ++i) {
        if (readNote(folder)) return;
        if (m_process.waitForFinished(kReadyPauseMs)) break;
    }
    giveUp(QStringLiteral("the server did not start, see %1/server.log").arg(folder));
}

ServerProcess::~ServerProcess() {
    m_process.terminate();
    if (!m_process.waitForFinished(kStopMs)) m_process.kill();
    m_process.waitForFinished();
}

bool ServerProcess::readNote(const QString& folder) {
    QFile file(folder + QStringLiteral("/server.json"));
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    m_port = static_cast<quint16>(note.value(QStringLiteral("port")).toInt());
    m_httpPort = static_cast<quint16>(note.value(QStringLiteral("httpPort")).toInt());
    m_pin = note.value(QStringLiteral("fingerprint")).toString();
    return m_port != 0;
}

double ServerProcess::metric(const QByteArray& name) const {
    const int socket = test::connectPlain(m_httpPort);
    const QByteArray ask = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    if (socket < 0 || ::send(socket, ask.constData(), static_cast<std::size_t>(ask.size()), 0) != ask.size())
        giveUp(QStringLiteral("the server's metrics cannot be read"));
    QByteArray answer;
    std::array<char, 16 * 1024> chunk;
    for (;;) {
        const ssize_t size = ::recv(socket, chunk.data(), chunk.size(), 0);
        if (size <= 0) break;
        answer.append(chunk.data(), static_cast<qsizetype>(size));
    }
    ::close(socket);
    for (const QByteArray& line : answer.split('\n')) {
        if (line.startsWith(name + ' ')) return line.mid(name.size() + 1).trimmed().toDouble();
    }
    giveUp(QStringLiteral("the server tells no %1").arg(QString::fromLatin1(name)));
}

}  // namespace simrs::bench
