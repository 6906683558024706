// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with our fields, buttons, check marks and focus rings. Painted here and not in the style sheet where
// a state must not change a control's size: a 2-px focus ring fits inside the same rectangle as the 1-px
// border.
#pragma once

#include <QProxyStyle>

namespace simrs {

/// Set this dynamic property to true on a field whose content must be corrected: it is painted with the
/// danger border.
inline constexpr const char* invalidProperty = "invalid";
/// "primary", "danger", "quiet" or unset (secondary) on a QPushButton.
inline constexpr const char* buttonKindProperty = "kind";

class KitStyle final : public QProxyStyle {
    Q_OBJECT
  public:
    KitStyle();

    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

  protected:
    /// Swallows the wheel over fields: scrolling a form must never change a value somebody did not look at.
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace simrs
