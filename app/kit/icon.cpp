// SPDX-License-Identifier: GPL-3.0-or-later
// One icon engine: it writes the wanted colour into the SVG (the files say currentColor) and keeps the
// pixmaps.
#include "app/kit/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>

#include "app/kit/theme.h"

namespace simrs {

namespace {

QString fileOf(const QString& name) { return QStringLiteral(":/icons/%1.svg").arg(name); }

QPixmap drawn(const QString& name, const QColor& colour, QSize pixels) {
    const QString key = QStringLiteral("simrs/%1/%2/%3x%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    QFile file(fileOf(name));
    if (pixels.isEmpty() || !file.open(QIODevice::ReadOnly)) return {};
    QSvgRenderer svg(file.readAll().replace("currentColor", colour.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    svg.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class StrokeEngine final : public QIconEngine {
  public:
    StrokeEngine(QString name, IconTone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintIcon(*painter, rect, m_name, colourFor(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return drawn(m_name, colourFor(mode), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
        return drawn(m_name, colourFor(mode), size);
    }
    QIconEngine* clone() const override { return new StrokeEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("simrs-stroke"); }
    bool isNull() override { return !iconExists(m_name); }

  private:
    QColor colourFor(QIcon::Mode mode) const {
        if (mode == QIcon::Disabled) return theme().disabledText;
        return toneColour(m_tone);
    }

    QString m_name;
    IconTone m_tone;
};

}  // namespace

QIcon icon(const QString& name, IconTone tone) {
    return iconExists(name) ? QIcon(new StrokeEngine(name, tone)) : QIcon();
}

bool iconExists(const QString& name) { return QFile::exists(fileOf(name)); }

QColor toneColour(IconTone tone) {
    const Theme& t = theme();
    switch (tone) {
        case IconTone::Text:
            return t.text;
        case IconTone::Muted:
            return t.muted;
        case IconTone::Accent:
            return t.accent;
        case IconTone::OnAccent:
            return t.onAccent;
        case IconTone::OnDanger:
            return t.onDanger;
        case IconTone::Danger:
            return t.danger;
        case IconTone::Warning:
            return t.warning;
        case IconTone::Ok:
            return t.ok;
        case IconTone::Info:
            return t.info;
        case IconTone::Side:
            return t.sideText;
        case IconTone::SideActive:
            return t.sideActiveText;
    }
    return t.text;
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour) {
    const qreal edge = std::floor(std::min(rect.width(), rect.height()));
    const qreal ratio = painter.device() == nullptr ? 1.0 : painter.device()->devicePixelRatioF();
    const int pixels = static_cast<int>(std::lround(edge * ratio));
    QPixmap pixmap = drawn(name, colour, {pixels, pixels});
    if (pixmap.isNull()) return;
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(
        QPointF(std::round(rect.center().x() - edge / 2), std::round(rect.center().y() - edge / 2)), pixmap);
}

}  // namespace simrs
