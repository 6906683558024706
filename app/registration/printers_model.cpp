// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/printers_model.h"

#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/paper_words.h"

namespace simrs {

QString languageWord(PrintLanguage language) {
    switch (language) {
        case PrintLanguage::PdfFile:
            return PrintersModel::tr("PDF file");
        case PrintLanguage::System:
            return PrintersModel::tr("Printer of this computer");
        case PrintLanguage::EscPos:
            return PrintersModel::tr("Receipt printer (ESC/POS)");
        case PrintLanguage::Zpl:
            return PrintersModel::tr("Label printer (ZPL)");
    }
    return {};
}

PrintersModel::PrintersModel(const Workbench& workbench, QObject* parent)
    : QAbstractTableModel(parent), m_workbench(workbench) {
    read();
}

void PrintersModel::read() {
    for (std::size_t row = 0; row < m_choices.size(); ++row)
        m_choices[row] = printerOf(m_workbench, kPaperKinds[row]);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

PaperKind PrintersModel::kind(int row) const {
    return row >= 0 && row < rowCount() ? kPaperKinds[row] : kPaperKinds[0];
}

int PrintersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

int PrintersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PrintersModel::text(int row, int column) const {
    const PrinterChoice& choice = m_choices[static_cast<std::size_t>(row)];
    if (column == PaperColumn) return paperName(kind(row));
    if (column == LanguageColumn) return languageWord(choice.language);
    return choice.language == PrintLanguage::PdfFile && choice.target.isEmpty() ? tr("Folder of the settings")
                                                                                : choice.target;
}

QVariant PrintersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(index.row(), index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(index.row(), index.column()));
        case StrongRole:
            return index.column() == PaperColumn;
        case MutedRole:
            return index.column() == TargetColumn;
        default:
            return {};
    }
}

QVariant PrintersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == PaperColumn) return tr("Paper");
    return section == LanguageColumn ? tr("Goes to") : tr("Where");
}

}  // namespace simrs
