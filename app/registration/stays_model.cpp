// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/stays_model.h"

#include <QCollator>

#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/desk_words.h"
#include "app/registration/visit_words.h"
#include "common/registration/patient_text.h"

namespace simrs {

void StaysModel::setLines(const QList<StayLine>& lines, const MasterNames& names, QDate today) {
    beginResetModel();
    m_lines = lines;
    m_names = names;
    m_today = today;
    // By the names people know, not by ids.
    QCollator order;
    order.setNumericMode(true);  // room 2 before room 10
    std::stable_sort(m_lines.begin(), m_lines.end(), [&](const StayLine& a, const StayLine& b) {
        const int wards = order.compare(text(a, WardColumn), text(b, WardColumn));
        return wards != 0 ? wards < 0 : order.compare(text(a, BedColumn), text(b, BedColumn)) < 0;
    });
    endResetModel();
}

const StayLine* StaysModel::line(int row) const {
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

int StaysModel::rowOf(const VisitId& id) const {
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines.at(row).stay.id == id) return row;
    return -1;
}

int StaysModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int StaysModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

qint64 StaysModel::days(const StayLine& line) const {
    return std::max<qint64>(line.visit.serviceDate.daysTo(m_today), 0) + 1;
}

QString StaysModel::text(const StayLine& line, int column) const {
    switch (column) {
        case WardColumn:
            return m_names.clinic(line.stay.wardId);
        case BedColumn:
            return bedWord(m_names.masters(), line.stay.bedId);
        case ClassColumn:
            return careClassWord(line.stay.given);
        case MrnColumn:
            return m_names.mrn(line.mrn);
        case NameColumn:
            return addressedName(line.sapaan, line.patientName);
        case PersonColumn:
            return sexLetter(line.sex) + QStringLiteral(" · ") + ageText(line.birthDate, m_today);
        case LeaderColumn:
            return m_names.doctor(line.stay.leaderId);
        case PayerColumn:
            return m_names.payer(line.visit.payerId);
        case SinceColumn:
            return m_names.day(line.stay.admittedAt);
        default:
            return QString::number(days(line));
    }
}

QVariant StaysModel::data(const QModelIndex& index, int role) const {
    const StayLine* found = index.isValid() ? line(index.row()) : nullptr;
    if (found == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*found, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(*found, index.column()));
        case StrongRole:
            return index.column() == NameColumn;
        case MutedRole:
            return index.column() == PersonColumn || index.column() == SinceColumn;
        case SearchRole: {
            QStringList all;
            for (const int column : {WardColumn, BedColumn, MrnColumn, NameColumn, LeaderColumn, PayerColumn})
                all.append(text(*found, column));
            return all.join(QLatin1Char(' '));
        }
        default:
            return {};
    }
}

QVariant StaysModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case WardColumn:
            return tr("Ward");
        case BedColumn:
            return tr("Bed");
        case ClassColumn:
            return tr("Class");
        case MrnColumn:
            return tr("MRN");
        case NameColumn:
            return tr("Name");
        case PersonColumn:
            return tr("Sex · age");
        case LeaderColumn:
            return tr("DPJP");
        case PayerColumn:
            return tr("Payer");
        case SinceColumn:
            return tr("Since");
        default:
            return tr("Days");
    }
}

}  // namespace simrs
