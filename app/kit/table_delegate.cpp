// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/table_delegate.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include "app/kit/chip.h"
#include "app/kit/data_header.h"
#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

bool isNumberColumn(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const auto* header =
        table == nullptr ? nullptr : qobject_cast<const DataHeader*>(table->horizontalHeader());
    if (header != nullptr && header->isNumberColumn(index.column())) return true;
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    return aligned.isValid() && (aligned.toInt() & Qt::AlignRight) != 0;
}

int visualColumn(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    return table == nullptr ? index.column() : table->horizontalHeader()->visualIndex(index.column());
}

/// The outline of the current row, of which each cell paints its part.
void paintRowFocus(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    if (table == nullptr || !table->hasFocus() || table->currentIndex().row() != index.row()) return;
    const QHeaderView* header = table->horizontalHeader();
    const int at = header->visualIndex(index.column());
    const QRect r = option.rect;
    const QColor ring = theme().accent;
    painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), ring);
    painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), ring);
    if (at == 0) painter.fillRect(QRect(r.left(), r.top(), 2, r.height()), ring);
    if (at == header->count() - 1) painter.fillRect(QRect(r.right() - 1, r.top(), 2, r.height()), ring);
}

int paintDecoration(QPainter& painter, const QRect& cell, const QModelIndex& index, const QColor& colour) {
    const QString name = index.data(Qt::DecorationRole).toString();
    if (name.isEmpty()) return 0;
    const int edge = theme().px(16);
    paintIcon(painter, QRect(cell.x(), cell.y() + (cell.height() - edge) / 2, edge, edge), name, colour);
    return edge + theme().px(7);
}

}  // namespace

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Theme& t = theme();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QVariant ground = index.data(Qt::BackgroundRole);
    painter->fillRect(option.rect, selected           ? t.accentSoft
                                   : ground.isValid() ? ground.value<QBrush>()
                                                      : QBrush(t.surface));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.divider);

    QRect cell =
        option.rect.adjusted(t.px(leftPadding(visualColumn(option, index))), 0, -t.px(cellPadding), -1);
    const auto chip = index.data(ChipRole).value<ChipText>();
    if (!chip.isEmpty()) {
        const QSize size = chipSize(chip, option.font);
        const int room = option.rect.right() - cell.left() - t.px(4);
        paintChip(*painter,
                  QRect(cell.left() - t.px(3), cell.top() + (cell.height() - size.height()) / 2,
                        std::min(size.width(), room), size.height()),
                  chip, option.font);
    } else {
        const QVariant own = index.data(Qt::ForegroundRole);
        const bool muted = index.data(MutedRole).toBool();
        const QColor ink = own.isValid() ? own.value<QBrush>().color() : muted ? t.muted : t.text;
        cell.setLeft(cell.left() + paintDecoration(*painter, cell, index, ink));
        QFont font = option.font;
        font.setBold(index.data(StrongRole).toBool());
        painter->setFont(font);
        painter->setPen(ink);
        const QString text = index.data(Qt::DisplayRole).toString();
        const auto side = isNumberColumn(option, index) ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(cell, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, cell.width()));
    }
    paintRowFocus(*painter, option, index);
    painter->restore();
}

bool TableDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
    const QString text = index.data().toString();
    const bool isCut = view->visualRect(index).width() < sizeHint(option, index).width() - 1;
    if (event->type() != QEvent::ToolTip || !isCut || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& t = theme();
    const int sides = t.px(leftPadding(visualColumn(option, index))) + t.px(cellPadding);
    const auto chip = index.data(ChipRole).value<ChipText>();
    if (!chip.isEmpty()) return {chipSize(chip, option.font).width() + sides, t.px(30)};
    QFont font = option.font;
    font.setBold(index.data(StrongRole).toBool());
    const int mark = index.data(Qt::DecorationRole).toString().isEmpty() ? 0 : t.px(23);
    return {QFontMetrics(font).horizontalAdvance(index.data().toString()) + mark + sides + 2, t.px(30)};
}

}  // namespace simrs
