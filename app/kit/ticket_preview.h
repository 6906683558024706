// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket on the screen, painted by the very code that prints it.
#pragma once

#include <QWidget>

#include "app/kit/ticket_paper.h"

namespace simrs {

class TicketPreview final : public QWidget {
    Q_OBJECT
  public:
    explicit TicketPreview(TicketWidth width, QWidget* parent = nullptr);
    void setTicket(const TicketText& ticket);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    TicketWidth m_width;
    TicketText m_ticket;
};

}  // namespace simrs
