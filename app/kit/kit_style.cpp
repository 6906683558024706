// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes, hints and painting of the basic controls.
#include "app/kit/kit_style.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>

#include "app/kit/icon.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

constexpr int controlHeight = 30;
constexpr int fieldPadding = 10;
constexpr int iconEdge = 16;
constexpr int iconGap = 8;

bool flag(const QWidget* widget, const char* name) {
    return widget != nullptr && widget->property(name).toBool();
}

QString kindOf(const QWidget* widget) {
    return widget == nullptr ? QString() : widget->property(buttonKindProperty).toString();
}

bool changesByWheel(const QObject* object) {
    return qobject_cast<const QComboBox*>(object) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(object) != nullptr;
}

FieldLook lookOf(const QStyleOption& option, const QWidget* widget) {
    FieldLook look;
    look.enabled = option.state.testFlag(QStyle::State_Enabled);
    look.focus = option.state.testFlag(QStyle::State_HasFocus);
    look.hover = option.state.testFlag(QStyle::State_MouseOver);
    look.readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    look.invalid = flag(widget, invalidProperty);
    return look;
}

struct ButtonColours {
    QColor fill, line, text;
    IconTone tone = IconTone::Text;
};

ButtonColours coloursOf(const QStyleOption& option, const QString& kind) {
    const Theme& t = theme();
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    if (!option.state.testFlag(QStyle::State_Enabled)) {
        const bool bare = kind == QLatin1String("quiet");
        return {bare ? QColor() : t.sunken, bare ? QColor() : t.divider, t.disabledText, IconTone::Text};
    }
    if (kind == QLatin1String("primary"))
        return {down    ? t.accentPressed
                : hover ? t.accentHover
                        : t.accent,
                QColor(), t.onAccent, IconTone::OnAccent};
    if (kind == QLatin1String("danger"))
        return {down || hover ? t.dangerHover : t.danger, QColor(), t.onDanger, IconTone::OnDanger};
    if (kind == QLatin1String("quiet"))
        return {down ? t.accentSoft : hover ? t.hover : QColor(), QColor(), t.accent, IconTone::Accent};
    return {down ? t.accentSoft : hover ? t.hover : t.surface, t.border, t.text, IconTone::Text};
}

void paintButton(QPainter& painter, const QStyleOption& option, const QString& kind) {
    const Theme& t = theme();
    const ButtonColours colours = coloursOf(option, kind);
    const QRectF rect(option.rect);
    const qreal radius = t.px(6);
    paintRounded(painter, rect, radius, colours.fill, colours.line, colours.line.isValid() ? 1 : 0);
    if (!option.state.testFlag(QStyle::State_HasFocus) || !option.state.testFlag(QStyle::State_Enabled))
        return;
    if (kind == QLatin1String("primary") || kind == QLatin1String("danger")) {
        paintRounded(painter, rect, radius, QColor(), t.text, 2);
        paintRounded(painter, rect.adjusted(2, 2, -2, -2), radius - 2, QColor(), t.surface, 1);
    } else {
        paintFocusRing(painter, rect, radius);
    }
}

void paintButtonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget) {
    const Theme& t = theme();
    const ButtonColours colours = coloursOf(option, kindOf(widget));
    const int edge = option.icon.isNull() ? 0 : t.px(iconEdge);
    const int gap = edge > 0 && !option.text.isEmpty() ? t.px(iconGap) : 0;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    int x = option.rect.x() + (option.rect.width() - edge - gap - textWidth) / 2;
    if (edge > 0) {
        const QRect box(x, option.rect.y() + (option.rect.height() - edge) / 2, edge, edge);
        option.icon.paint(&painter, box, Qt::AlignCenter,
                          option.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        x += edge + gap;
    }
    painter.setPen(colours.text);
    painter.drawText(QRect(x, option.rect.y(), textWidth + 2, option.rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

void paintMark(QPainter& painter, const QStyleOption& option, bool round, const QWidget* widget) {
    const Theme& t = theme();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const bool invalid = flag(widget, invalidProperty);
    const QRectF rect(option.rect);
    const qreal radius = round ? rect.height() / 2 : t.px(4);
    const QColor line = !enabled ? t.divider : invalid ? t.danger : on || focus ? t.accent : t.border;
    const QColor fill = on && !round ? (enabled ? t.accent : t.disabledText) : enabled ? t.surface : t.sunken;
    paintRounded(painter, rect, radius, fill, line, focus || invalid ? 2 : 1);
    if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.fillRect(rect.adjusted(4, rect.height() / 2 - 1, -4, -(rect.height() / 2 - 1)), t.accent);
    } else if (on && round) {
        const qreal in = rect.width() * 0.28;
        paintRounded(painter, rect.adjusted(in, in, -in, -in), rect.width(),
                     enabled ? t.accent : t.disabledText, QColor(), 0);
    } else if (on) {
        paintIcon(painter, rect.adjusted(1, 1, -1, -1), QStringLiteral("check"),
                  enabled ? t.onAccent : t.surface);
    }
}

}  // namespace

KitStyle::KitStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void KitStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (changesByWheel(widget)) widget->installEventFilter(this);
    if (changesByWheel(widget) || qobject_cast<QAbstractButton*>(widget) != nullptr ||
        qobject_cast<QLineEdit*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

void KitStyle::unpolish(QWidget* widget) {
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool KitStyle::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && changesByWheel(watched)) {
        event->ignore();  // so that the page behind it scrolls
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

int KitStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                        QStyleHintReturn* data) const {
    switch (hint) {
        case SH_ComboBox_AllowWheelScrolling:
            return 0;
        case SH_ComboBox_Popup:
            return 0;
        case SH_EtchDisabledText:
            return 0;
        case SH_DitherDisabledText:
            return 0;
        case SH_ItemView_ActivateItemOnSingleClick:
            return 0;
        case SH_Table_GridLineColor:
            return static_cast<int>(theme().divider.rgba());
        case SH_LineEdit_PasswordCharacter:
            return 0x2022;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int KitStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    const Theme& t = theme();
    switch (metric) {
        case PM_ButtonIconSize:
            return t.px(iconEdge);
        case PM_SmallIconSize:
            return t.px(iconEdge);
        case PM_ListViewIconSize:
            return t.px(iconEdge);
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
            return t.px(16);
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing:
            return t.px(8);
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
            return 0;
        case PM_DefaultFrameWidth:
            if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
                qobject_cast<const QTextEdit*>(widget) != nullptr)
                return 2;
            return QProxyStyle::pixelMetric(metric, option, widget);
        case PM_TextCursorWidth:
            return 2;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize KitStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                 const QWidget* widget) const {
    const Theme& t = theme();
    switch (type) {
        case CT_LineEdit:
            return {size.width() + 2 * t.px(fieldPadding), t.px(controlHeight)};
        case CT_ComboBox:
            return {size.width() + 2 * t.px(fieldPadding) + t.px(24), t.px(controlHeight)};
        case CT_SpinBox:
            return {size.width() + 2 * t.px(fieldPadding), t.px(controlHeight)};
        case CT_PushButton: {
            const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            if (button == nullptr) break;
            const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
            const int edge = button->icon.isNull() ? 0 : t.px(iconEdge);
            const int gap = edge > 0 && text > 0 ? t.px(iconGap) : 0;
            const int side = text == 0                                  ? t.px(7)
                             : kindOf(widget) == QLatin1String("quiet") ? t.px(8)
                                                                        : t.px(14);
            return {text + edge + gap + 2 * side + 2, t.px(controlHeight)};
        }
        default:
            break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect KitStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            const int side = theme().px(fieldPadding) - 2;  // QLineEdit adds 2 px of its own
            return option->rect.adjusted(side, 2, -side, -2);
        }
    }
    if (element == SE_PushButtonContents) return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect KitStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                               const QWidget* widget) const {
    const Theme& t = theme();
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        const int arrow = t.px(28);
        if (sub == SC_ComboBoxEditField) return rect.adjusted(t.px(fieldPadding), 1, -arrow, -1);
        if (sub == SC_ComboBoxArrow) return {rect.right() - arrow + 1, rect.top(), arrow, rect.height()};
        if (sub == SC_ComboBoxFrame) return rect;
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void KitStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    switch (element) {
        case PE_PanelLineEdit: {
            const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            if (frame != nullptr && frame->lineWidth > 0)
                paintField(*painter, option->rect, lookOf(*option, widget));
            return;
        }
        case PE_FrameLineEdit:
        case PE_FrameDefaultButton:
            return;
        case PE_IndicatorCheckBox:
            paintMark(*painter, *option, false, widget);
            return;
        case PE_IndicatorRadioButton:
            paintMark(*painter, *option, true, widget);
            return;
        case PE_PanelButtonCommand:
            paintButton(*painter, *option, kindOf(widget));
            return;
        case PE_PanelButtonTool:
            paintButton(*painter, *option, QStringLiteral("quiet"));
            return;
        case PE_FrameFocusRect:
            if (qobject_cast<const QAbstractButton*>(widget) == nullptr)
                paintFocusRing(*painter, option->rect, theme().px(4));
            return;
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KitStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const {
    if (element == CE_PushButtonLabel) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            paintButtonLabel(*painter, *button, widget);
            return;
        }
    }
    if (element == CE_ShapedFrame && (qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
                                      qobject_cast<const QTextEdit*>(widget) != nullptr)) {
        FieldLook look = lookOf(*option, widget);
        look.focus = widget->hasFocus();
        paintField(*painter, option->rect, look);
        return;
    }
    if (element == CE_ComboBoxLabel) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo == nullptr || combo->editable) return;
        const QRect rect = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        painter->setPen(combo->palette.color(QPalette::ButtonText));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, rect.width()));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KitStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                  QPainter* painter, const QWidget* widget) const {
    if (control == CC_ComboBox) {
        const Theme& t = theme();
        FieldLook look = lookOf(*option, widget);
        paintField(*painter, option->rect, look);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const int edge = t.px(14);
        paintIcon(*painter,
                  QRect(arrow.center().x() - edge / 2, arrow.center().y() - edge / 2 + 1, edge, edge),
                  QStringLiteral("chevron-down"), look.enabled ? t.muted : t.disabledText);
        return;
    }
    if (control == CC_SpinBox) {
        paintField(*painter, option->rect, lookOf(*option, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace simrs
