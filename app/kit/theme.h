// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the client in one place: colours, sizes and type steps. Palette, style sheet, icons, own
// painting and charts all read these tokens, so a second theme needs no further change anywhere.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>
#include <array>

class QApplication;

namespace simrs {

/// What a word is on a page. The steps are 12, 13, 14, 17 and 19 px before scaling.
enum class TextStep { Small, Body, Section, Title, Value };

/// Every colour as a token. Text tokens have at least 4.5:1 on what they stand on, control borders at least
/// 3:1.
struct Theme {
    bool dark = false;
    double scale = 1.0;  // 1.0, 1.15 or 1.3: the person's setting; multiplies every length and type size

    QColor window, surface, sunken, divider, border, text, muted, disabledText;
    QColor accent, accentHover, accentPressed, onAccent, accentSoft, hover;
    QColor ok, okSoft, info, infoSoft, warning, warningSoft, warningLine, neutralSoft;
    QColor danger, onDanger, dangerHover, dangerSoft;
    QColor side, sideText, sideActive, sideActiveText, sideHover;
    QColor toast, toastText, toastOk;
    std::array<QColor, 6> chart;  // Okabe–Ito order; from the fifth on use 3-px lines and direct labels

    static Theme light();
    static Theme night();

    /// A length of the 1.0 design in pixels of this scale, at least 1 for anything above 0.
    int px(double length) const;
    QFont font(TextStep step, bool bold = false) const;
    QPalette palette() const;
    /// The style sheet, with tokens and lengths written in.
    QString styleSheet() const;
};

/// Gives the whole application this look: style, font, palette, style sheet. May be called again at any time:
/// colours change at once in every window, a new scale takes hold in windows made after it.
void applyTheme(QApplication& app, const Theme& theme, double scale = 1.0);

/// The look in force; light at 1.0 before applyTheme was called. Read it when painting, do not keep copies.
const Theme& theme();

/// (L1 + 0.05) / (L2 + 0.05) of two opaque colours after WCAG 2, 1 to 21.
double contrastRatio(const QColor& one, const QColor& other);

}  // namespace simrs
