// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of a DataTable: text, chip or both, the row divider, selection and the focus of the row.
#pragma once

#include <QStyledItemDelegate>

namespace simrs {

/// Roles a model may answer beside Qt's own.
enum TableRole {
    ChipRole = Qt::UserRole + 0x5100,  // a ChipText: the cell is a chip
    MutedRole,                         // true: the cell is written muted
    StrongRole,                        // true: the cell is written bold
};

/// DisplayRole, ForegroundRole, TextAlignmentRole (horizontal part), DecorationRole as an icon name
/// (QString).
class TableDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    static constexpr int cellPadding = 11;
    /// Left padding in px at scale 1: the first column stands under the title of its card.
    static constexpr int leftPadding(int visualColumn) { return visualColumn == 0 ? 16 : cellPadding; }

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Shows a text that is cut as a tool tip.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace simrs
