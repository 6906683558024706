// SPDX-License-Identifier: GPL-3.0-or-later
// One service of the ticket dispenser: its key, its name, its letter, large enough for whoever stands before
// the machine.
#pragma once

#include <QPushButton>

#include "common/registration/hospital_lists.h"

namespace simrs {

class ServiceButton final : public QPushButton {
    Q_OBJECT
  public:
    /// `key` is a digit, 1 to 9.
    ServiceButton(const CounterService& service, int key, QWidget* parent = nullptr);

    const CounterServiceId& service() const { return m_service; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintPlate(QPainter& painter, const QRect& plate) const;

    CounterServiceId m_service;
    QString m_letter;
    int m_key;
    bool m_first;
};

}  // namespace simrs
