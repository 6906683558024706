// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/page_frame.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QStackedWidget>

#include "app/kit/theme.h"
#include "app/kit/toast.h"
#include "app/shell/side_bar.h"
#include "app/shell/top_bar.h"

namespace simrs {

PageFrame::PageFrame(MessageLogModel* log, QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_side = new SideBar(this);
    m_top = new TopBar(this);
    m_stack = new QStackedWidget(this);
    row->addWidget(m_side);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    m_toasts = new ToastHost(m_stack, log);
    connect(m_stack, &QStackedWidget::currentChanged, m_toasts, &ToastHost::pageChanged);
    if (log != nullptr) m_top->setMessageLog(log);
}

void PageFrame::setBare(bool bare) {
    m_side->setVisible(!bare);
    m_top->setVisible(!bare);
}

void PageFrame::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < theme().px(SideBar::collapseBelow);
    if (narrow != m_side->isCollapsed()) m_side->setCollapsed(narrow);
}

void PageFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
}

}  // namespace simrs
