// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/paper_preview.h"

#include <QPainter>

#include <algorithm>

#include "app/kit/paper_paint.h"
#include "app/kit/theme.h"

namespace simrs {
namespace {

constexpr double kMostPixelsPerDot = 1.0;
constexpr int kEdge = 8;
constexpr QSize kWanted{360, 300};

}  // namespace

PaperPreview::PaperPreview(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Paper"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PaperPreview::setPaper(const paper::Paper& paper) {
    m_paper = paper;
    setAccessibleName(paper.title.isEmpty() ? tr("Paper") : paper.title);
    update();
}

void PaperPreview::clear() { setPaper({}); }

QSize PaperPreview::sizeHint() const { return kWanted * theme().scale; }

void PaperPreview::paintEvent(QPaintEvent*) {
    if (m_paper.columns.empty()) return;
    const QSizeF dots = paper::sizeInDots(m_paper);
    const double scale =
        std::min({(width() - 2 * kEdge) / dots.width(), (height() - 2 * kEdge) / dots.height(),
                  kMostPixelsPerDot * theme().scale});
    if (scale <= 0) return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate((width() - dots.width() * scale) / 2, kEdge);
    painter.scale(scale, scale);
    const QRectF sheet(QPointF(0, 0), dots);
    for (int step = 3; step > 0; --step) {  // a soft edge, so that white paper shows on a white card
        const double out = step * 1.6 / scale;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 14));
        painter.drawRoundedRect(sheet.adjusted(-out, -out / 2, out, out), 2 / scale, 2 / scale);
    }
    painter.fillRect(sheet, Qt::white);
    paper::paint(painter, m_paper);
}

}  // namespace simrs
