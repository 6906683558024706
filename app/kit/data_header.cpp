// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/data_header.h"

#include <QAbstractItemModel>
#include <QPainter>

#include "app/kit/icon.h"
#include "app/kit/table_delegate.h"
#include "app/kit/theme.h"

namespace simrs {

DataHeader::DataHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(theme().px(24));
    setFocusPolicy(Qt::NoFocus);
}

QSize DataHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), theme().px(33)}; }

void DataHeader::paintSection(QPainter* painter, const QRect& rect, int column) const {
    const Theme& t = theme();
    painter->save();
    painter->fillRect(rect, t.sunken);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.divider);
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), t.divider);
    const QFont font = t.font(TextStep::Small, true);
    const QString title =
        model() == nullptr ? QString() : model()->headerData(column, Qt::Horizontal).toString();
    QRect text = rect.adjusted(t.px(TableDelegate::leftPadding(visualIndex(column))), 0,
                               -t.px(TableDelegate::cellPadding), 0);
    if (isSortIndicatorShown() && sortIndicatorSection() == column) {
        const int edge = t.px(12);
        const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
        const QRect mark(text.right() - edge + 1, text.center().y() - edge / 2, edge, edge);
        paintIcon(*painter, mark, up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                  t.accent);
        text.setRight(text.right() - edge - 2);
    }
    painter->setFont(font);
    painter->setPen(t.muted);
    const auto side = m_numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(text, static_cast<int>(side | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(title, Qt::ElideRight, text.width()));
    painter->restore();
}

void DataHeader::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    const Theme& t = theme();
    painter.fillRect(viewport()->rect(), t.sunken);
    painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), t.divider);
    painter.fillRect(QRect(0, 0, viewport()->width(), 1), t.divider);
    painter.end();
    QHeaderView::paintEvent(event);
}

}  // namespace simrs
