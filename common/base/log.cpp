// SPDX-License-Identifier: GPL-3.0-or-later
// Writes log lines; one write per line, so that threads do not mix theirs.
#include "common/base/log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <cstdio>

#include "common/base/clock.h"

namespace simrs {
namespace {

std::atomic<LogLevel> g_level{LogLevel::Info};

QString nameOf(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return QStringLiteral("debug");
        case LogLevel::Info:
            return QStringLiteral("info");
        case LogLevel::Warning:
            return QStringLiteral("warning");
        case LogLevel::Error:
            return QStringLiteral("error");
    }
    return QString();
}

}  // namespace

void setLogLevel(LogLevel level) { g_level = level; }

void log(LogLevel level, const char* category, const QString& message, LogFields fields) {
    if (level < g_level) return;
    const Instant now = SystemClock().now();
    QJsonObject line{
        {QStringLiteral("ts"), QDateTime::fromMSecsSinceEpoch(now.ms, Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("level"), nameOf(level)},
        {QStringLiteral("cat"), QString::fromLatin1(category)},
        {QStringLiteral("msg"), message}};
    for (const auto& [key, value] : fields) line.insert(QString::fromLatin1(key), value);
    QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact);
    text.append('\n');
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

}  // namespace simrs
