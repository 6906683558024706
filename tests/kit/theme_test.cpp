// SPDX-License-Identifier: GPL-3.0-or-later
// Every text token can be read on what it stands on, every control border can be seen, in both themes.
#include "app/kit/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace simrs;

class ThemeTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ratioIsThatOfWcag() {
        QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void textCanBeRead_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const Theme t = dark ? Theme::night() : Theme::light();
            const struct {
                const char* name;
                QColor ink, ground;
            } pairs[] = {{"text on window", t.text, t.window},
                         {"text on surface", t.text, t.surface},
                         {"text on sunken", t.text, t.sunken},
                         {"text on selection", t.text, t.accentSoft},
                         {"text on hover", t.text, t.hover},
                         {"muted on surface", t.muted, t.surface},
                         {"muted on window", t.muted, t.window},
                         {"muted on sunken", t.muted, t.sunken},
                         {"muted on selection", t.muted, t.accentSoft},
                         {"neutral chip", t.muted, t.neutralSoft},
                         {"accent on surface", t.accent, t.surface},
                         {"accent on window", t.accent, t.window},
                         {"primary button", t.onAccent, t.accent},
                         {"primary button, hover", t.onAccent, t.accentHover},
                         {"primary button, pressed", t.onAccent, t.accentPressed},
                         {"ok chip", t.ok, t.okSoft},
                         {"info chip", t.info, t.infoSoft},
                         {"warning chip", t.warning, t.warningSoft},
                         {"danger chip", t.onDanger, t.danger},
                         {"danger button, hover", t.onDanger, t.dangerHover},
                         {"error text", t.danger, t.surface},
                         {"error on soft", t.danger, t.dangerSoft},
                         {"side bar", t.sideText, t.side},
                         {"side bar, hover", t.sideText, t.sideHover},
                         {"side bar, active", t.sideActiveText, t.sideActive},
                         {"toast", t.toastText, t.toast},
                         {"toast mark", t.toastOk, t.toast}};
            for (const auto& pair : pairs)
                QTest::addRow("%s: %s", dark ? "dark" : "light", pair.name) << pair.ink << pair.ground;
        }
    }

    void textCanBeRead() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrastRatio(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void controlsCanBeSeen() {
        for (const Theme& t : {Theme::light(), Theme::night()}) {
            for (const QColor& line : {t.border, t.accent, t.danger, t.warningLine}) {
                QVERIFY(contrastRatio(line, t.surface) >= 3);
                QVERIFY(contrastRatio(line, t.window) >= 3);
            }
            for (std::size_t colour = 0; colour < 3; ++colour)
                QVERIFY(contrastRatio(t.chart[colour], t.surface) >= 3 || t.dark);
        }
    }

    void redAndAmberDifferWithoutColour() {
        for (const Theme& t : {Theme::light(), Theme::night()})
            QVERIFY(contrastRatio(t.danger, t.warningSoft) >= 3);
    }

    void paletteHasEveryRoleInEveryState() {
        for (const Theme& t : {Theme::light(), Theme::night()}) {
            const QPalette palette = t.palette();
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role == QPalette::NoRole) continue;
                for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                    QVERIFY2(palette.isBrushSet(group, static_cast<QPalette::ColorRole>(role)),
                             qPrintable(QString::number(role)));
            }
        }
    }

    void sheetHasNoOpenToken() {
        for (const double scale : {1.0, 1.15, 1.3}) {
            Theme t = Theme::night();
            t.scale = scale;
            QString sheet = t.styleSheet();
            QVERIFY(sheet.contains(t.divider.name()));
            sheet.remove(QRegularExpression(QStringLiteral("/\\*.*?\\*/"),
                                            QRegularExpression::DotMatchesEverythingOption));
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("\\dsp\\b"))));
        }
    }

    void scaleMultipliesLengthsAndType() {
        Theme t = Theme::light();
        QCOMPARE(t.px(30), 30);
        QCOMPARE(t.font(TextStep::Title).pixelSize(), 17);
        t.scale = 1.3;
        QCOMPARE(t.px(30), 39);
        QCOMPARE(t.font(TextStep::Title).pixelSize(), 22);
        QCOMPARE(t.px(0), 0);
        QCOMPARE(t.px(0.1), 1);
    }

    void canBeChangedWhileRunning() {
        applyTheme(*qApp, Theme::light());
        QCOMPARE(theme().surface, Theme::light().surface);
        QPushButton button(QStringLiteral("Simpan"));
        const int before = button.sizeHint().height();
        applyTheme(*qApp, Theme::night(), 1.3);
        QVERIFY(theme().dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::night().surface);
        QCOMPARE(QApplication::font().pixelSize(), 17);
        button.ensurePolished();
        QCOMPARE(before, 30);
        QCOMPARE(button.sizeHint().height(), 39);
        QCOMPARE(QApplication::font().family(), QStringLiteral("Noto Sans"));
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
