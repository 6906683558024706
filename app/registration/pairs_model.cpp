// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/pairs_model.h"

#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/desk_words.h"

namespace simrs {

void PairsModel::setPairs(const QList<PatientPair>& pairs, const MasterNames& names) {
    beginResetModel();
    m_pairs = pairs;
    m_names = names;
    endResetModel();
}

void PairsModel::tell(const Patient& one, const Patient& other) {
    for (int row = 0; row < m_pairs.size(); ++row) {
        PatientPair& pair = m_pairs[row];
        if (!pair.one.name.isEmpty() || pair.one.id != one.id || pair.other.id != other.id) continue;
        pair.one = one;
        pair.other = other;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

const PatientPair* PairsModel::pair(int row) const {
    return row >= 0 && row < m_pairs.size() ? &m_pairs.at(row) : nullptr;
}

int PairsModel::rowOf(const PatientId& one, const PatientId& other) const {
    for (int row = 0; row < m_pairs.size(); ++row) {
        const PatientId &first = m_pairs.at(row).one.id, &second = m_pairs.at(row).other.id;
        if ((first == one && second == other) || (first == other && second == one)) return row;
    }
    return -1;
}

int PairsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int PairsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PairsModel::text(const PatientPair& pair, int column) const {
    const auto file = [this](const Patient& patient) {
        return QStringLiteral("%1 · %2").arg(m_names.mrn(patient.mrn), patient.name);
    };
    switch (column) {
        case OneColumn:
            return file(pair.one);
        case OtherColumn:
            return file(pair.other);
        case WhyColumn:
            // Nobody has raised it: a person wants to see the two.
            return pair.caseId.isNull() ? tr("chosen by you") : evidenceWords(pair.evidence);
        default:
            return m_names.day(pair.raisedAt);
    }
}

QVariant PairsModel::data(const QModelIndex& index, int role) const {
    const PatientPair* found = index.isValid() ? pair(index.row()) : nullptr;
    if (found == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*found, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(*found, index.column()));
        case StrongRole:
            return index.column() == OneColumn || (index.column() == WhyColumn && found->nikContested);
        case MutedRole:
            return index.column() == SinceColumn || (index.column() == WhyColumn && !found->nikContested);
        default:
            return {};
    }
}

QVariant PairsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case OneColumn:
            return tr("Older file");
        case OtherColumn:
            return tr("Newer file");
        case WhyColumn:
            return tr("For and against");
        default:
            return tr("Since");
    }
}

}  // namespace simrs
