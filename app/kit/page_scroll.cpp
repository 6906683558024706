// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/page_scroll.h"

#include <QApplication>

#include "app/kit/theme.h"

namespace simrs {

PageScroll::PageScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now != nullptr && widget() != nullptr && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, theme().px(16), theme().px(32));
    });
}

}  // namespace simrs
