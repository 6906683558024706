// SPDX-License-Identifier: GPL-3.0-or-later
// The areas of Indonesia as proposals for a form. Read on another thread when first asked for; until then,
// and where the file is missing, nothing is proposed and addresses are typed by hand.
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "app/kit/suggest_field.h"
#include "common/areas/area_list.h"

namespace simrs {

class AreaBook final : public QObject {
    Q_OBJECT
  public:
    static constexpr int kShown = 12;

    /// Beside the programs: `../share/simrs/areas.z` of their folder.
    static QString defaultFile();

    explicit AreaBook(const QString& file = defaultFile(), QObject* parent = nullptr);

    /// Villages near this city come first; its name as the hospital's settings have it.
    void setCity(const QString& city) { m_city = city; }
    bool isReady() const { return m_list != nullptr; }
    /// "Sukarasa, Tangerang, Kota Tangerang, Banten" with the code of ten digits.
    QList<Suggestion> suggestions(const QString& typed) const;

  Q_SIGNALS:
    void ready();

  private:
    std::shared_ptr<const AreaList> m_list;
    QString m_city;
    mutable QString m_home;  // The city's code, found once.
};

}  // namespace simrs
