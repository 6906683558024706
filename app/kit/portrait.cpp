// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/portrait.h"

#include <QPainter>
#include <QPainterPath>

#include "app/kit/theme.h"

namespace simrs {

QString initialsOf(const QString& name) {
    QStringList words;
    for (const QString& word :
         name.section(QLatin1Char(','), 0, 0).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!word.contains(QLatin1Char('.')) && word.at(0).isLetter()) words.append(word);
    if (words.isEmpty()) return {};
    QString letters = words.first().left(1);
    if (words.size() > 1) letters += words.last().left(1);
    return letters.toUpper();
}

Portrait::Portrait(int height, QWidget* parent) : QWidget(parent), m_height(height) {
    setFixedSize(sizeHint());
    tell();
}

QSize Portrait::sizeHint() const {
    const int width = m_height * 3 / 4;
    return {theme().px(width), theme().px(m_height)};
}

void Portrait::setPicture(const QImage& picture) {
    m_picture = picture;
    tell();
    update();
}

void Portrait::setName(const QString& name) {
    m_name = name;
    tell();
    update();
}

void Portrait::tell() {
    setAccessibleName(hasPicture() ? tr("Photo of %1").arg(m_name) : tr("No photo of %1").arg(m_name));
}

void Portrait::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    const QRectF inside = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    frame.addRoundedRect(inside, t.px(6), t.px(6));
    painter.fillPath(frame, t.sunken);
    if (hasPicture()) {
        // Fills the frame; what stands out at the sides is cut.
        const QSizeF whole = QSizeF(m_picture.size()).scaled(inside.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(), whole);
        target.moveCenter(inside.center());
        painter.setClipPath(frame);
        painter.drawImage(target, m_picture);
        painter.setClipping(false);
    } else {
        QFont font = painter.font();
        font.setPixelSize(height() / 4);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(t.muted);
        painter.drawText(inside, Qt::AlignCenter, initialsOf(m_name));
    }
    painter.setPen(t.divider);
    painter.drawPath(frame);
}

}  // namespace simrs
