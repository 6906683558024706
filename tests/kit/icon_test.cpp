// SPDX-License-Identifier: GPL-3.0-or-later
// Icons take the colour of the theme and of the state, every file can be painted, every name used exists.
#include "app/kit/icon.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include "app/kit/theme.h"

using namespace simrs;

namespace {

/// The colour of the strongest pixel, and how many pixels are painted at all.
QColor inkOf(const QPixmap& pixmap, int* painted = nullptr) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor strongest(0, 0, 0, 0);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() > 0) ++count;
            if (colour.alpha() > strongest.alpha()) strongest = colour;
        }
    if (painted != nullptr) *painted = count;
    return strongest;
}

}  // namespace

class IconTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void followThemeAndState() {
        const QIcon search = icon(QStringLiteral("search"));
        const QIcon onAccent = icon(QStringLiteral("check"), IconTone::OnAccent);
        for (const Theme& look : {Theme::light(), Theme::night(), Theme::light()}) {
            applyTheme(*qApp, look);
            QCOMPARE(inkOf(search.pixmap(24)).rgb(), look.text.rgb());
            QCOMPARE(inkOf(search.pixmap({24, 24}, QIcon::Disabled)).rgb(), look.disabledText.rgb());
            QCOMPARE(inkOf(onAccent.pixmap(24)).rgb(), look.onAccent.rgb());
        }
    }

    void everyFileIsPaintedAndOurs() {
        applyTheme(*qApp, Theme::light());
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() >= 40);
        for (QString name : files) {
            QFile file(QStringLiteral(":/icons/") + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("SPDX-License-Identifier: GPL-3.0-or-later"), qPrintable(name));
            QVERIFY2(svg.contains("viewBox=\"0 0 24 24\"") && svg.contains("currentColor"), qPrintable(name));
            QVERIFY2(svg.contains("stroke-width=\"2\"") && !svg.contains("fill=\"#"), qPrintable(name));
            int painted = 0;
            inkOf(icon(name.remove(QStringLiteral(".svg"))).pixmap(48), &painted);
            QVERIFY2(painted > 60, qPrintable(name));
        }
    }

    void unknownNamesAreNull() {
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
        QVERIFY(!iconExists(QString()));
    }

    /// Names given to icon(), paintIcon, makeButton and the like in app/ are files.
    void namesInTheSourcesExist() {
        const QString sources = qEnvironmentVariable("SIMRS_SOURCES");
        QVERIFY(!sources.isEmpty());
        static const QRegularExpression named(
            QStringLiteral("\\b(?:icon\\(|makeIconButton\\(|setEmptyText\\(|paintIcon\\([^;\"]*[ (])"
                           "(?:QStringLiteral\\(|u)\"([a-z][a-z0-9-]+)\""));
        int seen = 0;
        QDirIterator files(sources + QStringLiteral("/app"), {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = named.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                QVERIFY2(iconExists(name), qPrintable(file.fileName() + QStringLiteral(": ") + name));
                ++seen;
            }
        }
        QVERIFY(seen > 5);
    }

    void sharpOnDenseScreens() {
        applyTheme(*qApp, Theme::light());
        const QPixmap pixmap = icon(QStringLiteral("calendar")).pixmap(QSize(18, 18), 2.0);
        QCOMPARE(pixmap.width(), 36);
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
};

QTEST_MAIN(IconTest)
#include "icon_test.moc"
