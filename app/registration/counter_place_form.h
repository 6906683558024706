// SPDX-License-Identifier: GPL-3.0-or-later
// Which counter this computer is, and whom it calls.
#pragma once

#include <QWidget>

#include "common/registration/master_requests.h"

class QCheckBox;

namespace simrs {

class FormGrid;
class TextField;

class CounterPlaceForm final : public QWidget {
    Q_OBJECT
  public:
    /// All services are ticked where none is given.
    CounterPlaceForm(const QString& counter, const QList<CounterServiceId>& chosen,
                     const QList<CounterService>& offered, QWidget* parent = nullptr);

    QString counter() const;
    /// None where all are ticked: services that are added later are called, too.
    QList<CounterServiceId> services() const;
    /// Says at the fields what has to be corrected; true where nothing has.
    bool check();

  private:
    FormGrid* m_grid;
    TextField* m_counter;
    QList<std::pair<CounterServiceId, QCheckBox*>> m_boxes;
};

}  // namespace simrs
