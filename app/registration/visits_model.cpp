// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visits_model.h"

#include <QSet>
#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/desk_words.h"
#include "common/registration/patient_text.h"

namespace simrs {

VisitsModel::VisitsModel(QList<VisitColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void VisitsModel::setLines(const QList<VisitLine>& lines, const MasterNames& names, QDate today) {
    m_names = names;
    m_today = today;
    removeGone(lines);
    if (!sameOrder(lines)) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (int row = 0; row < lines.size(); ++row) {
        if (row >= m_lines.size() || m_lines.at(row).visit.id != lines.at(row).visit.id) {
            beginInsertRows({}, row, row);
            m_lines.insert(row, lines.at(row));
            endInsertRows();
        } else if (m_lines.at(row) != lines.at(row)) {
            m_lines[row] = lines.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

void VisitsModel::removeGone(const QList<VisitLine>& lines) {
    QSet<VisitId> wanted;
    for (const VisitLine& line : lines) wanted.insert(line.visit.id);
    for (int row = static_cast<int>(m_lines.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_lines.at(row).visit.id)) continue;
        beginRemoveRows({}, row, row);
        m_lines.removeAt(row);
        endRemoveRows();
    }
}

/// Whether the rows that are shown stand in `lines` in the same order, with new ones between them.
bool VisitsModel::sameOrder(const QList<VisitLine>& lines) const {
    qsizetype next = 0;
    for (const VisitLine& line : lines)
        if (next < m_lines.size() && m_lines.at(next).visit.id == line.visit.id) ++next;
    return next == m_lines.size();
}

const VisitLine* VisitsModel::line(int row) const {
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

int VisitsModel::rowOf(const VisitId& id) const {
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines.at(row).visit.id == id) return row;
    return -1;
}

int VisitsModel::count(VisitState state) const {
    return static_cast<int>(std::count_if(m_lines.cbegin(), m_lines.cend(), [state](const VisitLine& line) {
        return line.visit.state == state;
    }));
}

VisitPaper VisitsModel::paperOf(const VisitLine& line) {
    return {line.visit, line.ticket, addressedName(line.sapaan, line.patientName), line.mrn};
}

int VisitsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int VisitsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString VisitsModel::text(const VisitLine& line, VisitColumn column) const {
    const Visit& visit = line.visit;
    switch (column) {
        case VisitColumn::Ticket:
            return ticketLine(line.ticket);
        case VisitColumn::Date:
            return dateWords(visit.serviceDate);
        case VisitColumn::Time:
            return m_names.time(visit.registeredAt);
        case VisitColumn::RegistrationNumber:
            return registrationNumber(visit.serviceDate, visit.registrationNumber);
        case VisitColumn::Mrn:
            return m_names.mrn(line.mrn);
        case VisitColumn::Name:
            return addressedName(line.sapaan, line.patientName);
        case VisitColumn::SexAndAge:
            return sexLetter(line.sex) + QStringLiteral(" · ") + ageText(line.birthDate, m_today);
        case VisitColumn::Clinic:
            return m_names.clinic(visit.clinicId);
        case VisitColumn::Doctor:
            return m_names.doctor(visit.doctorId);
        case VisitColumn::Payer:
            return m_names.payer(visit.payerId);
        case VisitColumn::State:
            return visitChip(visit.state).text;
    }
    return {};
}

QVariant VisitsModel::data(const QModelIndex& index, int role) const {
    const VisitLine* at = index.isValid() ? line(index.row()) : nullptr;
    if (at == nullptr) return {};
    const VisitColumn column = m_columns.at(index.column());
    const bool cancelled = at->visit.state == VisitState::Cancelled;
    switch (role) {
        case Qt::DisplayRole:
            return text(*at, column);
        case Qt::ToolTipRole:
            return plainToolTip(cancelled ? tr("Cancelled: %1").arg(at->visit.cancelReason)
                                          : text(*at, column));
        case ChipRole:
            return column == VisitColumn::State ? QVariant::fromValue(visitChip(at->visit.state))
                                                : QVariant();
        case StrongRole:
            return column == m_columns.first() && !cancelled;
        case MutedRole:
            return cancelled;
        case SearchRole:
            return QStringList{text(*at, VisitColumn::Ticket),
                               text(*at, VisitColumn::Name),
                               text(*at, VisitColumn::Mrn),
                               QString::number(at->mrn),
                               text(*at, VisitColumn::RegistrationNumber),
                               text(*at, VisitColumn::Doctor),
                               text(*at, VisitColumn::Payer)}
                .join(QLatin1Char('\n'));
        default:
            return {};
    }
}

QVariant VisitsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_columns.size()) return {};
    switch (m_columns.at(section)) {
        case VisitColumn::Ticket:
            return tr("Ticket");
        case VisitColumn::Date:
            return tr("Date");
        case VisitColumn::Time:
            return tr("Time");
        case VisitColumn::RegistrationNumber:
            return tr("Registration no.");
        case VisitColumn::Mrn:
            return tr("MRN");
        case VisitColumn::Name:
            return tr("Name");
        case VisitColumn::SexAndAge:
            return tr("M/F · age");
        case VisitColumn::Clinic:
            return tr("Clinic");
        case VisitColumn::Doctor:
            return tr("Doctor");
        case VisitColumn::Payer:
            return tr("Payer");
        case VisitColumn::State:
            return tr("State");
    }
    return {};
}

}  // namespace simrs
