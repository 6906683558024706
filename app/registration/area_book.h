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
    /// By any part of the names, or by the beginning of a code ("36.71.01").
    QList<Area> look(const QString& typed, int limit) const;
    /// How many villages there are; 0 until they are read.
    qsizetype villages() const { return m_list ? m_list->villages() : 0; }

  Q_SIGNALS:
    void ready();
    /// The file is not there or broken.
    void failed();

  private:
    QString home() const;

    std::shared_ptr<const AreaList> m_list;
    QString m_city;
    mutable QString m_home;  // The city's code, found once.
};

}  // namespace simrs
