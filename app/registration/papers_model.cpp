// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/papers_model.h"

#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/paper_words.h"

namespace simrs {

void PapersModel::setRows(const QList<PaperRow>& rows) {
    const bool first = m_rows.size() != rows.size();
    if (first) beginResetModel();
    m_rows = rows;
    if (first)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const PaperRow* PapersModel::row(int at) const {
    return at >= 0 && at < m_rows.size() ? &m_rows.at(at) : nullptr;
}

int PapersModel::rowOf(PaperKind kind) const {
    for (int at = 0; at < m_rows.size(); ++at)
        if (m_rows.at(at).kind == kind) return at;
    return -1;
}

int PapersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PapersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PapersModel::text(const PaperRow& row, int column) {
    switch (column) {
        case KeyColumn:
            return row.key;
        case PaperColumn:
            return paperName(row.kind);
        case PrinterColumn:
            if (row.possible) return row.printer;
            return row.kind == PaperKind::Ticket ? tr("no queue number") : tr("needs a visit");
        default:
            return row.printed.text;
    }
}

QVariant PapersModel::data(const QModelIndex& index, int role) const {
    const PaperRow* const found = index.isValid() ? row(index.row()) : nullptr;
    if (found == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*found, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(*found, index.column()));
        case ChipRole:
            return index.column() == PrintedColumn && !found->printed.isEmpty()
                       ? QVariant::fromValue(found->printed)
                       : QVariant();
        case StrongRole:
            return index.column() == PaperColumn && found->possible;
        case MutedRole:
            return !found->possible || index.column() == PrinterColumn;
        default:
            return {};
    }
}

QVariant PapersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case KeyColumn:
            return tr("Key");
        case PaperColumn:
            return tr("Paper");
        case PrinterColumn:
            return tr("Goes to");
        default:
            return tr("Printed");
    }
}

}  // namespace simrs
