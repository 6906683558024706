// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/bar_chart.h"

#include <QPainter>
#include <algorithm>

#include "app/kit/theme.h"

namespace simrs {
namespace {

constexpr int mostLines = 6;
constexpr int mostBarPx = 34;
constexpr int gapPx = 2;
constexpr Qt::BrushStyle patterns[BarChart::mostSeries] = {Qt::SolidPattern, Qt::BDiagPattern,
                                                           Qt::Dense4Pattern, Qt::CrossPattern};

/// Filled whole, or outlined with a pattern.
void paintBar(QPainter& painter, const QRect& bar, int series) {
    const auto kind = static_cast<std::size_t>(series % BarChart::mostSeries);
    const QColor ink = theme().chart[kind];
    if (patterns[kind] == Qt::SolidPattern) return painter.fillRect(bar, ink);
    painter.fillRect(bar, theme().surface);
    painter.fillRect(bar, QBrush(ink, patterns[kind]));
    painter.setPen(ink);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
}

}  // namespace

qint64 lineStep(qint64 most) {
    for (qint64 power = 1;; power *= 10)
        for (const qint64 step : {power, 2 * power, 5 * power})
            if (most <= step * mostLines) return step;
}

BarChart::BarChart(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarChart::setBars(const QStringList& places, const QList<BarSeries>& series) {
    m_places = places;
    m_series = series.mid(0, mostSeries);
    describe();
    update();
}

void BarChart::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

/// The chart in words, for whoever does not see it.
void BarChart::describe() {
    QStringList lines;
    for (const BarSeries& series : m_series) {
        QStringList values;
        for (int place = 0; place < m_places.size(); ++place)
            values.append(m_places.at(place) + QLatin1Char(' ') +
                          QString::number(series.values.value(place)));
        lines.append(series.name + QStringLiteral(": ") + values.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

QSize BarChart::sizeHint() const { return QSize(480, 220) * theme().scale; }

QSize BarChart::minimumSizeHint() const { return QSize(280, 130) * theme().scale; }

qint64 BarChart::most() const {
    qint64 out = 0;
    for (const BarSeries& series : m_series)
        for (const qint64 value : series.values) out = std::max(out, value);
    return out;
}

void BarChart::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.setFont(t.font(TextStep::Small));
    const int line = painter.fontMetrics().height();
    if (most() == 0) {
        painter.setPen(t.muted);
        painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_empty);
        return;
    }
    const qint64 step = lineStep(most());
    const qint64 top = (most() + step - 1) / step * step;
    const int left = painter.fontMetrics().horizontalAdvance(QString::number(top)) + t.px(8);
    paintLegend(painter, {left, 0, width() - left, line});
    const QRect plot(left, 2 * line + t.px(4), width() - left, height() - 3 * line - t.px(8));
    paintLines(painter, plot, top);
    const auto places = static_cast<int>(m_places.size());
    for (int place = 0; place < places; ++place) {
        const int from = plot.width() * place / places;
        const int to = plot.width() * (place + 1) / places;
        paintPlace(painter, {plot.left() + from, plot.top(), to - from, plot.height()}, place, top);
    }
}

void BarChart::paintLegend(QPainter& painter, const QRect& head) const {
    const Theme& t = theme();
    const int edge = t.px(12);
    int x = head.left();
    for (int at = 0; at < m_series.size(); ++at) {
        paintBar(painter, {x, head.center().y() - edge / 2, edge, edge}, at);
        painter.setPen(t.text);
        const QRect word(x + edge + t.px(5), head.top(), head.right() - x, head.height());
        painter.drawText(word, Qt::AlignLeft | Qt::AlignVCenter, m_series.at(at).name);
        x = word.left() + painter.fontMetrics().horizontalAdvance(m_series.at(at).name) + t.px(16);
    }
}

void BarChart::paintLines(QPainter& painter, const QRect& plot, qint64 top) const {
    const Theme& t = theme();
    const int line = painter.fontMetrics().height();
    for (qint64 value = 0; value <= top; value += lineStep(top)) {
        const int y = plot.bottom() - static_cast<int>(plot.height() * value / top);
        painter.setPen(value == 0 ? t.border : t.divider);
        painter.drawLine(plot.left(), y, plot.right(), y);
        painter.setPen(t.muted);
        painter.drawText(QRect(0, y - line / 2, plot.left() - t.px(6), line),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    }
}

void BarChart::paintPlace(QPainter& painter, const QRect& room, int place, qint64 top) const {
    const Theme& t = theme();
    const int line = painter.fontMetrics().height();
    const auto kinds = static_cast<int>(m_series.size());
    const int gap = t.px(gapPx);
    const int wide = std::min(t.px(mostBarPx), (room.width() - t.px(10)) / std::max(1, kinds) - gap);
    int x = room.center().x() - (kinds * (wide + gap) - gap) / 2;
    for (int at = 0; at < kinds; ++at, x += wide + gap) {
        const qint64 value = m_series.at(at).values.value(place);
        const int tall = static_cast<int>(room.height() * value / top);
        if (value == 0 || wide <= 0) continue;
        paintBar(painter, {x, room.bottom() - tall, wide, tall}, at);
        const QString figure = QString::number(value);
        if (painter.fontMetrics().horizontalAdvance(figure) > wide + gap) continue;
        painter.setPen(t.text);
        painter.drawText(QRect(x - gap, room.bottom() - tall - line, wide + 2 * gap, line), Qt::AlignCenter,
                         figure);
    }
    painter.setPen(t.muted);
    painter.drawText(QRect(room.left(), room.bottom() + t.px(4), room.width(), line), Qt::AlignCenter,
                     m_places.at(place));
}

}  // namespace simrs
