// SPDX-License-Identifier: GPL-3.0-or-later
// Bars have the height of their values, can be told apart without colour, and are told to who does not see.
#include "app/kit/bar_chart.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include "app/kit/theme.h"

using namespace simrs;

namespace {

QImage painted(BarChart& chart) {
    chart.resize(400, 300);
    QImage image(chart.size(), QImage::Format_ARGB32);
    image.fill(theme().surface);
    chart.render(&image, QPoint(), QRegion(), QWidget::DrawChildren);
    return image;
}

/// How many pixels below the legend have exactly this colour, in the left or the right half.
int pixels(const QImage& image, const QColor& colour, bool left) {
    int count = 0;
    for (int y = 40; y < image.height(); ++y)
        for (int x = left ? 0 : image.width() / 2; x < (left ? image.width() / 2 : image.width()); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

}  // namespace

class BarChartTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void linesStandAtRoundNumbers() {
        const QList<std::pair<qint64, qint64>> expected{{1, 1},  {6, 1},   {7, 2},    {12, 2},    {13, 5},
                                                        {30, 5}, {31, 10}, {142, 50}, {600, 100}, {601, 200}};
        for (const auto& [most, step] : expected) QCOMPARE(lineStep(most), step);
    }

    void barsHaveTheirHeight() {
        BarChart chart(QStringLiteral("Kedatangan"));
        chart.setBars({QStringLiteral("07:00"), QStringLiteral("08:00")},
                      {{QStringLiteral("Nomor"), {60, 30}}});
        const QImage image = painted(chart);
        const int high = pixels(image, theme().chart[0], true);
        const int low = pixels(image, theme().chart[0], false);
        QVERIFY(low > 500);
        QVERIFY2(high > low * 19 / 10 && high < low * 21 / 10,
                 qPrintable(QStringLiteral("%1 and %2").arg(high).arg(low)));
    }

    void aSecondKindHasAPattern() {
        BarChart chart(QStringLiteral("Kedatangan"));
        chart.setBars({QStringLiteral("07:00"), QStringLiteral("08:00")},
                      {{QStringLiteral("Nomor"), {50, 0}}, {QStringLiteral("Kunjungan"), {0, 50}}});
        const QImage image = painted(chart);
        const int solid = pixels(image, theme().chart[0], true);
        const int pattern = pixels(image, theme().chart[1], false);
        QVERIFY(pattern > 100);
        QVERIFY2(pattern < solid / 2, "the same area, mostly ground");
    }

    void isToldInWords() {
        BarChart chart(QStringLiteral("Kedatangan"));
        chart.setEmptyText(QStringLiteral("Belum ada"));
        const QImage empty = painted(chart);
        QCOMPARE(pixels(empty, theme().chart[0], true), 0);
        chart.setBars({QStringLiteral("07:00"), QStringLiteral("08:00")},
                      {{QStringLiteral("Nomor"), {3, 14}}});
        QCOMPARE(chart.accessibleName(), QStringLiteral("Kedatangan"));
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("Nomor: 07:00 3, 08:00 14"));
    }
};

QTEST_MAIN(BarChartTest)
#include "bar_chart_test.moc"
