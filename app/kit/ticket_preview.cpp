// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/ticket_preview.h"

#include <QPainter>

#include "app/kit/theme.h"

namespace simrs {

namespace {
constexpr double pixelsPerMm = 3.6;
constexpr int margin = 8;
}  // namespace

TicketPreview::TicketPreview(TicketWidth width, QWidget* parent) : QWidget(parent), m_width(width) {
    setAccessibleName(tr("Queue ticket"));
}

void TicketPreview::setTicket(const TicketText& ticket) {
    m_ticket = ticket;
    updateGeometry();
    update();
}

QSize TicketPreview::sizeHint() const {
    const QSizeF mm = ticketSizeMm(m_ticket, m_width);
    const double scale = pixelsPerMm * theme().scale;
    return QSize(static_cast<int>(mm.width() * scale), static_cast<int>(mm.height() * scale)) +
           QSize(2 * margin, 2 * margin);
}

void TicketPreview::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    const QSizeF mm = ticketSizeMm(m_ticket, m_width);
    const double scale = std::min(
        {(width() - 2 * margin) / mm.width(), (height() - 2 * margin) / mm.height(), pixelsPerMm * t.scale});
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate((width() - mm.width() * scale) / 2, margin);
    painter.scale(scale, scale);
    for (int step = 3; step > 0; --step) {  // a soft edge, so that white paper shows on a white card
        QColor shade(0, 0, 0, 14);
        const double out = step * 0.45;
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        painter.drawRoundedRect(QRectF(QPointF(0, 0), mm).adjusted(-out, -out / 2, out, out), 1, 1);
    }
    painter.fillRect(QRectF(QPointF(0, 0), mm), Qt::white);
    paintTicket(painter, m_ticket, m_width);
}

}  // namespace simrs
