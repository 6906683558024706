// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has set on this computer: language, look, ticket paper. Held in memory, written behind the
// scenes.
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariantMap>

namespace simrs {

class Settings final : public QObject {
    Q_OBJECT
  public:
    static constexpr int writeDelayMs = 400;

    /// Reads settings.json of the profile folder once; a missing or broken file counts as empty. An empty
    /// folder keeps everything in memory only.
    explicit Settings(QString folder, QObject* parent = nullptr);
    /// Writes what is not written yet.
    ~Settings() override;

    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);

  Q_SIGNALS:
    void changed(const QString& key);

  private:
    void write();

    QString m_folder;
    QVariantMap m_values;
    QTimer m_delay;
};

/// The keys of what is kept.
namespace settings {
inline constexpr QLatin1String language("look/language");      ///< "id" or "en"
inline constexpr QLatin1String theme("look/theme");            ///< "light" or "dark"
inline constexpr QLatin1String scale("look/scale");            ///< 100, 115 or 130
inline constexpr QLatin1String lastLogin("login/last");        ///< Who signed in last here
inline constexpr QLatin1String ticketWidth("ticket/width");    ///< 58 or 80, mm of paper
inline constexpr QLatin1String ticketFolder("ticket/folder");  ///< Empty: defaultTicketFolder()
}  // namespace settings

/// A folder of the program in the person's documents.
QString defaultTicketFolder();

}  // namespace simrs
