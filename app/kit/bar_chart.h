// SPDX-License-Identifier: GPL-3.0-or-later
// Bars beside each other over a few places, with the number over each: what came when. Every kind of bar has
// its colour and its pattern, so that nothing rests on colour alone.
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace simrs {

/// One kind of bar: its name in the legend and one value for every place.
struct BarSeries {
    QString name;
    QList<qint64> values;
    bool operator==(const BarSeries&) const = default;
};

/// The distance of the lines behind the bars: 1, 2 or 5 times a power of ten, so that there are at most six.
qint64 lineStep(qint64 most);

class BarChart final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int mostSeries = 4;  ///< The colours that are told apart on white (theme().chart).

    /// `name` is what a screen reader calls it; the values follow by themselves.
    explicit BarChart(const QString& name, QWidget* parent = nullptr);

    /// `places` stand below the bars, from left to right.
    void setBars(const QStringList& places, const QList<BarSeries>& series);
    /// In the middle of the empty chart.
    void setEmptyText(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void describe();
    qint64 most() const;
    void paintLegend(QPainter& painter, const QRect& head) const;
    void paintLines(QPainter& painter, const QRect& plot, qint64 top) const;
    void paintPlace(QPainter& painter, const QRect& room, int place, qint64 top) const;

    QStringList m_places;
    QList<BarSeries> m_series;
    QString m_empty;
};

}  // namespace simrs
