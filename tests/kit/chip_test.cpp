// SPDX-License-Identifier: GPL-3.0-or-later
// A chip is round at both ends at every scale, and its kinds can be told apart without colour.
#include "app/kit/chip.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include "app/kit/theme.h"

using namespace simrs;

namespace {

const ChipKind kinds[] = {ChipKind::Ok, ChipKind::Info, ChipKind::Warning, ChipKind::Danger,
                          ChipKind::Neutral};

QImage painted(const ChipText& chip, QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintChip(painter, image.rect(), chip, theme().font(TextStep::Body));
    return image;
}

}  // namespace

class ChipTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void endsAreRoundAtEveryScale() {
        for (const double scale : {1.0, 1.15, 1.3}) {
            applyTheme(*qApp, Theme::light(), scale);
            for (const ChipKind kind : kinds) {
                const ChipText chip{kind, QStringLiteral("Menunggu"), {}};
                const QSize size = chipSize(chip, theme().font(TextStep::Body));
                QCOMPARE(size.height(), theme().px(22));
                const QImage image = painted(chip, size);
                const int right = size.width() - 1;
                const int bottom = size.height() - 1;
                for (const QPoint& corner : {QPoint(0, 0), QPoint(2, 1), QPoint(right, 0),
                                             QPoint(right - 2, bottom - 1), QPoint(0, bottom)})
                    QCOMPARE(image.pixelColor(corner).alpha(), 0);
                QVERIFY(image.pixelColor(0, size.height() / 2).alpha() > 200);
                QVERIFY(image.pixelColor(right, size.height() / 2).alpha() > 200);
            }
        }
    }

    void onlyDangerIsFilled() {
        applyTheme(*qApp, Theme::light());
        for (const ChipKind kind : kinds) {
            const ChipText chip{kind, QStringLiteral("X"), {}};
            const QSize size = chipSize(chip, theme().font(TextStep::Body));
            const QColor ground = painted(chip, size).pixelColor(size.height() / 4 + 1, size.height() - 4);
            const bool isDark = contrastRatio(ground, Qt::white) > 4.5;
            QCOMPARE(isDark, kind == ChipKind::Danger);
        }
    }

    void kindsHaveTheirOwnSigns() {
        QSet<QString> icons;
        for (const ChipKind kind : kinds) icons.insert(chipIcon({kind, QStringLiteral("X"), {}}));
        QCOMPARE(icons.size(), 5);
        QCOMPARE(chipIcon({ChipKind::Warning, QStringLiteral("X"), QStringLiteral("hourglass")}),
                 QStringLiteral("hourglass"));
    }

    void anEmptyChipPaintsNothing() {
        const QImage image = painted({}, {60, 22});
        for (int x = 0; x < image.width(); ++x) QCOMPARE(image.pixelColor(x, 11).alpha(), 0);
    }

    void canBePressedByKeyAndMouse() {
        Chip chip({ChipKind::Info, QStringLiteral("Luring"), {}});
        QSignalSpy pressed(&chip, &Chip::clicked);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QCOMPARE(pressed.count(), 0);
        chip.setClickable(true);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QTest::keyClick(&chip, Qt::Key_Space);
        QCOMPARE(pressed.count(), 2);
        QCOMPARE(chip.accessibleName(), QStringLiteral("Luring"));
    }
};

QTEST_MAIN(ChipTest)
#include "chip_test.moc"
