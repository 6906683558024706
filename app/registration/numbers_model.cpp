// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/numbers_model.h"

#include <algorithm>

#include "app/kit/chip.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"

namespace simrs {
namespace {

bool isMissing(const UnusedRange& range) { return range.why == UnusedNumber::PassedOver; }

}  // namespace

void NumbersModel::setBlocks(const QList<BookedBlock>& blocks, const MasterNames& names) {
    beginResetModel();
    m_blocks = blocks;
    m_names = names;
    endResetModel();
}

void NumbersModel::addBlocks(const QList<BookedBlock>& blocks) {
    if (blocks.isEmpty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(blocks.size()) - 1);
    m_blocks += blocks;
    endInsertRows();
}

QString NumbersModel::deviceWord(const QString& deviceName) {
    return deviceName.isEmpty() ? tr("The server itself") : deviceName;
}

int NumbersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_blocks.size());
}

int NumbersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

/// What is missing first; of what is still to be given only how much.
QString NumbersModel::unusedText(const BookedBlock& block) const {
    QStringList missing;
    qint64 ahead = 0;
    for (const UnusedRange& range : block.unused) {
        if (!isMissing(range))
            ahead += range.last - range.first + 1;
        else if (range.first == range.last)
            missing.append(m_names.mrn(range.first));
        else
            missing.append(tr("%1 to %2").arg(m_names.mrn(range.first), m_names.mrn(range.last)));
    }
    QStringList words;
    if (!missing.isEmpty()) words.append(tr("missing: %1").arg(missing.join(QStringLiteral(", "))));
    if (ahead > 0) words.append(tr("%n still to be given", nullptr, static_cast<int>(ahead)));
    return words.join(QStringLiteral(" · "));
}

QString NumbersModel::text(const BookedBlock& block, int column) const {
    const NumberBlock& range = block.block;
    switch (column) {
        case NumbersColumn:
            return tr("%1 to %2").arg(m_names.mrn(range.first), m_names.mrn(range.last));
        case DeviceColumn:
            return deviceWord(block.deviceName);
        case GivenColumn:
            return m_names.day(range.grantedAt);
        case ByColumn:
            return block.grantedTo;
        case UsedColumn:
            return tr("%1 of %2").arg(block.used).arg(range.last - range.first + 1);
        case UnusedColumn:
            return unusedText(block);
        default:
            return {};
    }
}

QVariant NumbersModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_blocks.size()) return {};
    const BookedBlock& block = m_blocks.at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return text(block, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(block, index.column()));
        case ChipRole:
            if (index.column() != StateColumn) return {};
            if (std::any_of(block.unused.begin(), block.unused.end(), isMissing))
                return QVariant::fromValue(ChipText{ChipKind::Warning, tr("Numbers missing"), {}});
            if (block.unused.isEmpty()) return QVariant::fromValue(ChipText{ChipKind::Ok, tr("Used up"), {}});
            return QVariant::fromValue(block.used == 0 ? ChipText{ChipKind::Neutral, tr("Not begun"), {}}
                                                       : ChipText{ChipKind::Info, tr("In use"), {}});
        case StrongRole:
            return index.column() == NumbersColumn;
        case MutedRole:
            return index.column() == GivenColumn || index.column() == ByColumn;
        default:
            return {};
    }
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case NumbersColumn:
            return tr("Numbers");
        case DeviceColumn:
            return tr("Given to");
        case GivenColumn:
            return tr("On");
        case ByColumn:
            return tr("Signed in");
        case UsedColumn:
            return tr("Used");
        case StateColumn:
            return tr("State");
        default:
            return tr("Unused");
    }
}

}  // namespace simrs
