// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "app/kit/label.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

Card::Card(const QString& title, CardBody body, QWidget* parent) : QWidget(parent), m_kind(body) {
    const Theme& t = theme();
    const int pad = t.px(16);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);

    m_head = new QWidget(this);
    auto* headColumn = new QVBoxLayout(m_head);
    headColumn->setContentsMargins(pad, t.px(13), pad, body == CardBody::Flush ? t.px(11) : t.px(6));
    headColumn->setSpacing(t.px(2));
    m_headRow = new QHBoxLayout;
    m_headRow->setSpacing(t.px(8));
    m_title = makeLabel(LabelKind::Section, title);
    m_chip = new Chip;
    m_chip->hide();
    m_headRow->addWidget(m_title);
    m_headRow->addStretch(1);
    m_headRow->addWidget(m_chip);
    headColumn->addLayout(m_headRow);
    m_subtitle = makeLabel(LabelKind::Hint, {});
    m_subtitle->setWordWrap(true);
    m_subtitle->hide();
    headColumn->addWidget(m_subtitle);
    all->addWidget(m_head);

    m_body = new QVBoxLayout;
    m_body->setSpacing(t.px(9));
    if (body == CardBody::Inset)
        m_body->setContentsMargins(pad, title.isEmpty() ? pad : t.px(2), pad, pad);
    else
        m_body->setContentsMargins(0, 0, 0, t.px(4));
    all->addLayout(m_body, 1);
    showHead();
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    showHead();
}

void Card::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Card::setHeaderChip(const ChipText& chip) {
    m_chip->setChip(chip);
    m_chip->setVisible(!chip.isEmpty());
}

void Card::addHeaderWidget(QWidget* widget) { m_headRow->addWidget(widget); }

void Card::showHead() { m_head->setVisible(!m_title->text().isEmpty()); }

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& t = theme();
    paintRounded(painter, rect(), t.px(8), t.surface, t.divider, 1);
}

}  // namespace simrs
