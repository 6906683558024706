// SPDX-License-Identifier: GPL-3.0-or-later
// Token values are those of the visual specification; what it leaves open (hover, pressed, soft danger) is
// chosen here and held to the same contrast by tests/kit/theme_test.
#include "app/kit/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QVariant>
#include <algorithm>
#include <cmath>
#include <memory>

#include "app/kit/kit_style.h"

namespace simrs {

using ThemePtr = std::shared_ptr<const Theme>;

}  // namespace simrs

Q_DECLARE_METATYPE(simrs::ThemePtr)

namespace simrs {

namespace {

constexpr const char* themeProperty = "simrsTheme";

QColor hex(unsigned rgb) { return QColor::fromRgb(0xff000000U | rgb); }

constexpr std::array<unsigned, 6> okabeIto{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};

std::array<QColor, 6> chartColours() {
    std::array<QColor, 6> colours;
    std::transform(okabeIto.begin(), okabeIto.end(), colours.begin(), hex);
    return colours;
}

QString fontFamily() {
    static const QString family = [] {
        QString found;
        for (const auto* file : {"Regular", "Bold", "Italic"}) {
            const int id = QFontDatabase::addApplicationFont(
                QStringLiteral(":/fonts/NotoSans-%1.ttf").arg(QLatin1String(file)));
            const QStringList names = id < 0 ? QStringList() : QFontDatabase::applicationFontFamilies(id);
            if (found.isEmpty() && !names.isEmpty()) found = names.first();
        }
        return found;
    }();
    return family;
}

void setRole(QPalette& palette, QPalette::ColorRole role, const QColor& usual, const QColor& disabled) {
    palette.setColor(QPalette::Active, role, usual);
    palette.setColor(QPalette::Inactive, role, usual);
    palette.setColor(QPalette::Disabled, role, disabled);
}

double channel(double value) {
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

}  // namespace

Theme Theme::light() {
    Theme t;
    t.window = hex(0xF3F5F7), t.surface = hex(0xFFFFFF), t.sunken = hex(0xF8FAFB);
    t.divider = hex(0xD5DBE1), t.border = hex(0x7C8A99);
    t.text = hex(0x17212B), t.muted = hex(0x566371), t.disabledText = hex(0x8A96A3);
    t.accent = hex(0x0B6E75), t.accentHover = hex(0x095A60), t.accentPressed = hex(0x07484D);
    t.onAccent = hex(0xFFFFFF), t.accentSoft = hex(0xE0F1F1), t.hover = hex(0xF0F4F6);
    t.ok = hex(0x17723F), t.okSoft = hex(0xE1F4E9), t.info = hex(0x1F5FBF), t.infoSoft = hex(0xE3EDFB);
    t.warning = hex(0x8A5A00), t.warningSoft = hex(0xFFF1CC), t.warningLine = hex(0xC27C00);
    t.neutralSoft = hex(0xE9EDF1);
    t.danger = hex(0xB3261E), t.onDanger = hex(0xFFFFFF), t.dangerHover = hex(0x951E17),
    t.dangerSoft = hex(0xFCE9E7);
    t.side = hex(0x12303A), t.sideText = hex(0xC4D6DB), t.sideActive = hex(0x1D4A57);
    t.sideActiveText = hex(0xFFFFFF), t.sideHover = hex(0x183D49);
    t.toast = hex(0x1B2630), t.toastText = hex(0xF2F6F8), t.toastOk = hex(0x5CC98C);
    t.chart = chartColours();
    return t;
}

Theme Theme::night() {
    Theme t;
    t.dark = true;
    t.window = hex(0x14191E), t.surface = hex(0x1C2329), t.sunken = hex(0x171D22);
    t.divider = hex(0x323C45), t.border = hex(0x6F7E8C);
    t.text = hex(0xE6EBEF), t.muted = hex(0xA0ADB9), t.disabledText = hex(0x66737F);
    t.accent = hex(0x4FB8BD), t.accentHover = hex(0x6BCACE), t.accentPressed = hex(0x86D6D9);
    t.onAccent = hex(0x06282A), t.accentSoft = hex(0x163A3D), t.hover = hex(0x232C33);
    t.ok = hex(0x5CC98C), t.okSoft = hex(0x15372A), t.info = hex(0x8AB4F8), t.infoSoft = hex(0x1C2F4D);
    t.warning = hex(0xE8B64C), t.warningSoft = hex(0x3A2E10), t.warningLine = hex(0xE8B64C);
    t.neutralSoft = hex(0x2A333B);
    t.danger = hex(0xFF8A80), t.onDanger = hex(0x3A0A07), t.dangerHover = hex(0xFFA59D),
    t.dangerSoft = hex(0x3B1B1A);
    t.side = hex(0x0E1318), t.sideText = hex(0x9FB1BA), t.sideActive = hex(0x1C3A41);
    t.sideActiveText = hex(0xF2F6F8), t.sideHover = hex(0x172026);
    t.toast = hex(0x33404B), t.toastText = hex(0xF2F6F8), t.toastOk = hex(0x7FDCA6);
    t.chart = chartColours();
    return t;
}

int Theme::px(double length) const {
    if (length <= 0) return 0;
    return std::max(1, static_cast<int>(std::lround(length * scale)));
}

QFont Theme::font(TextStep step, bool bold) const {
    QFont f =
        fontFamily().isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : QFont(fontFamily());
    constexpr std::array<int, 5> sizes{12, 13, 14, 17, 19};
    f.setPixelSize(px(sizes[static_cast<std::size_t>(step)]));
    f.setBold(bold);
    return f;
}

QPalette Theme::palette() const {
    QPalette p;
    setRole(p, QPalette::Window, window, window);
    setRole(p, QPalette::WindowText, text, disabledText);
    setRole(p, QPalette::Base, surface, sunken);
    setRole(p, QPalette::AlternateBase, sunken, sunken);
    setRole(p, QPalette::ToolTipBase, toast, toast);
    setRole(p, QPalette::ToolTipText, toastText, toastText);
    setRole(p, QPalette::PlaceholderText, muted, disabledText);
    setRole(p, QPalette::Text, text, disabledText);
    setRole(p, QPalette::Button, surface, sunken);
    setRole(p, QPalette::ButtonText, text, disabledText);
    setRole(p, QPalette::BrightText, onDanger, onDanger);
    setRole(p, QPalette::Light, surface, surface);
    setRole(p, QPalette::Midlight, sunken, sunken);
    setRole(p, QPalette::Mid, divider, divider);
    setRole(p, QPalette::Dark, border, divider);
    setRole(p, QPalette::Shadow, dark ? hex(0x000000) : border, divider);
    setRole(p, QPalette::Highlight, accent, divider);
    setRole(p, QPalette::HighlightedText, onAccent, disabledText);
    setRole(p, QPalette::Link, accent, disabledText);
    setRole(p, QPalette::LinkVisited, accent, disabledText);
    return p;
}

QString Theme::styleSheet() const {
    QFile file(QStringLiteral(":/style/kit.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1String, QColor> tokens[] = {{QLatin1String("window"), window},
                                                       {QLatin1String("surface"), surface},
                                                       {QLatin1String("sunken"), sunken},
                                                       {QLatin1String("divider"), divider},
                                                       {QLatin1String("border"), border},
                                                       {QLatin1String("text"), text},
                                                       {QLatin1String("muted"), muted},
                                                       {QLatin1String("disabled"), disabledText},
                                                       {QLatin1String("accent"), accent},
                                                       {QLatin1String("accentSoft"), accentSoft},
                                                       {QLatin1String("onAccent"), onAccent},
                                                       {QLatin1String("hover"), hover},
                                                       {QLatin1String("warning"), warning},
                                                       {QLatin1String("danger"), danger},
                                                       {QLatin1String("toast"), toast},
                                                       {QLatin1String("toastText"), toastText},
                                                       {QLatin1String("side"), side},
                                                       {QLatin1String("sideText"), sideText},
                                                       {QLatin1String("sideActiveText"), sideActiveText}};
    for (const auto& [name, colour] : tokens)
        sheet.replace(QRegularExpression(QStringLiteral("@%1\\b").arg(name)), colour.name());
    static const QRegularExpression length(QStringLiteral("(\\d+)sp\\b"));
    for (auto match = length.match(sheet); match.hasMatch();
         match = length.match(sheet, match.capturedStart()))
        sheet.replace(match.capturedStart(), match.capturedLength(),
                      QStringLiteral("%1px").arg(px(match.captured(1).toInt())));
    return sheet;
}

void applyTheme(QApplication& app, const Theme& wanted, double scale) {
    auto next = std::make_shared<Theme>(wanted);
    next->scale = scale;
    app.setProperty(themeProperty, QVariant::fromValue<ThemePtr>(next));
    app.setStyleSheet(QString());
    QApplication::setStyle(new KitStyle);  // the application owns it
    QApplication::setFont(next->font(TextStep::Body));
    QApplication::setPalette(next->palette());
    app.setStyleSheet(next->styleSheet());
}

const Theme& theme() {
    static const Theme fallback = Theme::light();
    if (qApp == nullptr) return fallback;
    const QVariant held = qApp->property(themeProperty);
    const auto* current = static_cast<const ThemePtr*>(held.constData());
    return held.metaType() == QMetaType::fromType<ThemePtr>() && *current ? **current : fallback;
}

double contrastRatio(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace simrs
