// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/notice_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "app/kit/button.h"
#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {
NoticeStrip::NoticeStrip(QWidget* parent) : QWidget(parent) {
    const Theme& t = theme();
    setObjectName(QStringLiteral("noticeStrip"));
    setAccessibleName(tr("Message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(t.px(40), t.px(7), t.px(10), t.px(7));
    row->setSpacing(t.px(12));
    m_text = makeLabel(LabelKind::Body, {});
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("noticeLabel"));
    m_button = makeButton(ButtonKind::Secondary, {});
    m_button->setObjectName(QStringLiteral("noticeButton"));
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_button, &QPushButton::clicked, this, &NoticeStrip::action);
    hide();
}

void NoticeStrip::setNotice(ChipKind kind, const QString& text, const QString& action) {
    m_kind = kind;
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleDescription(text);
    setVisible(!text.isEmpty());
    update();
}

void NoticeStrip::clear() { setNotice(m_kind, {}); }

QString NoticeStrip::text() const { return isHidden() ? QString() : m_text->text(); }

void NoticeStrip::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    const ToneColours look = softColours(m_kind);
    QPainter painter(this);
    paintRounded(painter, rect(), t.px(8), look.ground, look.ink, 1);
    const int edge = t.px(18);
    paintIcon(painter, QRect(t.px(12), (height() - edge) / 2, edge, edge),
              chipIcon({m_kind, QStringLiteral("-"), {}}), look.ink);
}

}  // namespace simrs
