// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/message_log_popup.h"

#include <QPainter>
#include <QVBoxLayout>

#include "app/kit/data_table.h"
#include "app/kit/label.h"
#include "app/kit/message_log.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

MessageLogPopup::MessageLogPopup(MessageLogModel* log, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_log(log) {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, t.px(12), 1, t.px(6));
    column->setSpacing(t.px(10));
    auto* title = makeLabel(LabelKind::Section, tr("Messages"));
    title->setContentsMargins(t.px(14), 0, t.px(14), 0);
    column->addWidget(title);
    auto* table = new DataTable(tr("Messages"));
    table->setModel(log);
    table->setColumns({{58}, {110}, {240, 1}});
    table->setEmptyText(QStringLiteral("bell"), tr("No messages yet"),
                        tr("What was saved, sent or printed is listed here."));
    column->addWidget(table, 1);
    resize(t.px(460), t.px(320));
}

void MessageLogPopup::openBelow(QWidget* anchor) {
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), anchor->height() + theme().px(6)));
    move(corner.x() - width(), corner.y());
    show();
    m_log->markRead();
}

void MessageLogPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.setPen(theme().border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace simrs
