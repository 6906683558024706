// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/label.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace simrs {

namespace {

QString stepOf(LabelKind kind) {
    switch (kind) {
        case LabelKind::Body:
            return QStringLiteral("body");
        case LabelKind::Strong:
            return QStringLiteral("strong");
        case LabelKind::Muted:
            return QStringLiteral("muted");
        case LabelKind::Field:
            return QStringLiteral("label");
        case LabelKind::Hint:
            return QStringLiteral("hint");
        case LabelKind::Error:
            return QStringLiteral("error");
        case LabelKind::Section:
            return QStringLiteral("section");
        case LabelKind::Title:
            return QStringLiteral("title");
        case LabelKind::Name:
            return QStringLiteral("name");
        case LabelKind::Value:
            return QStringLiteral("value");
    }
    return {};
}

}  // namespace

QLabel* makeLabel(LabelKind kind, const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setLabelKind(label, kind);
    return label;
}

void setLabelKind(QLabel* label, LabelKind kind) {
    const QString step = stepOf(kind);
    if (label->property("step").toString() == step) return;
    label->setProperty("step", step);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

ElidingLabel::ElidingLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

QSize ElidingLabel::minimumSizeHint() const {
    return {std::min(QLabel::sizeHint().width(), 4 * fontMetrics().averageCharWidth()),
            QLabel::minimumSizeHint().height()};
}

QString plainToolTip(const QString& text) {
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text);
}

void ElidingLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), static_cast<int>(alignment()), shown);
}

bool ElidingLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const bool isCut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        setToolTip(isCut ? plainToolTip(text()) : QString());
    }
    return QLabel::event(event);
}

}  // namespace simrs
