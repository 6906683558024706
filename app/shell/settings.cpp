// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

#include "common/base/log.h"

namespace simrs {
namespace {

const QString fileName = QStringLiteral("settings.json");

void writeFile(const QString& folder, const QByteArray& bytes) {
    QDir().mkpath(folder);
    QSaveFile file(QDir(folder).filePath(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        log(LogLevel::Warning, "settings", QStringLiteral("cannot be written"),
            {{"why", file.errorString()}});
}

}  // namespace

Settings::Settings(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(writeDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &Settings::write);
    QFile file(QDir(m_folder).filePath(fileName));
    if (!m_folder.isEmpty() && file.open(QIODevice::ReadOnly))
        m_values = QJsonDocument::fromJson(file.readAll()).object().toVariantMap();
}

Settings::~Settings() {
    if (!m_delay.isActive()) return;
    write();
    QThreadPool::globalInstance()->waitForDone();
}

QVariant Settings::value(const QString& key, const QVariant& fallback) const {
    return m_values.value(key, fallback);
}

void Settings::setValue(const QString& key, const QVariant& value) {
    if (m_values.value(key) == value) return;
    m_values.insert(key, value);
    m_delay.start();
    Q_EMIT changed(key);
}

void Settings::write() {
    if (m_folder.isEmpty()) return;
    const QByteArray bytes = QJsonDocument(QJsonObject::fromVariantMap(m_values)).toJson();
    QThreadPool::globalInstance()->start([folder = m_folder, bytes] { writeFile(folder, bytes); });
}

QString defaultTicketFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("SIMRS"));
}

}  // namespace simrs
