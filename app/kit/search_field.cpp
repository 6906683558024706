// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/search_field.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "app/kit/icon.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

SearchField::SearchField(const QString& placeholder, const QString& keyHint, QWidget* parent)
    : QLineEdit(parent), m_keyHint(keyHint) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setMaxLength(100);
    const Theme& t = theme();
    const int hintRoom = keyHint.isEmpty() ? 0 : hintWidth() + t.px(8);
    setTextMargins(t.px(24), 0, hintRoom, 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::ask);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
}

int SearchField::hintWidth() const {
    const Theme& t = theme();
    return std::max(t.px(26), QFontMetrics(t.font(TextStep::Small)).horizontalAdvance(m_keyHint) + t.px(10));
}

void SearchField::begin() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QSize SearchField::sizeHint() const { return {theme().px(335), QLineEdit::sizeHint().height()}; }

void SearchField::ask() {
    const QString text = this->text().trimmed();
    if (text == m_asked) return;
    m_asked = text;
    Q_EMIT searched(text);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_pause.stop();
            ask();
            Q_EMIT submitted(text().trimmed());
            event->accept();
            return;
        case Qt::Key_Down:
            Q_EMIT leftDownwards();
            event->accept();
            return;
        case Qt::Key_Escape:
            if (!text().isEmpty()) {
                clear();
                m_pause.stop();
                ask();
                event->accept();
                return;
            }
            break;
        default:
            break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    const Theme& t = theme();
    QPainter painter(this);
    const int edge = t.px(16);
    paintIcon(painter, QRect(t.px(10), (height() - edge) / 2, edge, edge), QStringLiteral("search"),
              hasFocus() ? t.accent : t.muted);
    if (m_keyHint.isEmpty() || hasFocus()) return;
    const QRect key(width() - t.px(8) - hintWidth(), (height() - t.px(18)) / 2, hintWidth(), t.px(18));
    paintRounded(painter, key, t.px(4), t.sunken, t.divider, 1);
    painter.setFont(t.font(TextStep::Small));
    painter.setPen(t.muted);
    painter.drawText(key, Qt::AlignCenter, m_keyHint);
}

}  // namespace simrs
