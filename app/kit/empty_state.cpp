// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "app/kit/button.h"
#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"

namespace simrs {

EmptyState::EmptyState(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(12));
    column->setSpacing(t.px(4));
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignCenter);
    m_line = makeLabel(LabelKind::Strong, {});
    m_line->setAlignment(Qt::AlignCenter);
    m_line->setWordWrap(true);
    m_muted = makeLabel(LabelKind::Hint, {});
    m_muted->setAlignment(Qt::AlignCenter);
    m_muted->setWordWrap(true);
    m_button = makeButton(ButtonKind::Secondary, {});
    m_button->hide();
    column->addStretch(1);
    column->addWidget(m_icon);
    column->addSpacing(t.px(2));
    column->addWidget(m_line);
    column->addWidget(m_muted);
    column->addSpacing(t.px(6));
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::action);
}

void EmptyState::setText(const QString& iconName, const QString& line, const QString& mutedLine) {
    m_iconName = iconName;
    m_line->setText(line);
    m_muted->setText(mutedLine);
    m_muted->setVisible(!mutedLine.isEmpty());
    m_icon->setPixmap(icon(iconName, IconTone::Muted).pixmap(theme().px(28)));
    fit();
}

void EmptyState::setAction(const QString& text) {
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
    fit();
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::fit() {
    const Theme& t = theme();
    const int words = m_line->heightForWidth(width() - t.px(32)) +
                      (m_muted->isHidden() ? 0 : m_muted->heightForWidth(width() - t.px(32)) + t.px(4));
    const int button = m_button->isHidden() ? 0 : t.px(40);
    m_icon->setVisible(height() >= words + button + t.px(28 + 4 + 2 + 4 + 6 + 8));
    const int margin = height() >= words + button + t.px(62) ? t.px(12) : t.px(4);
    layout()->setContentsMargins(t.px(16), margin, t.px(16), margin);
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        m_icon->setPixmap(icon(m_iconName, IconTone::Muted).pixmap(theme().px(28)));
}

}  // namespace simrs
