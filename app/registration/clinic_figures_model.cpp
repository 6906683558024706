// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/clinic_figures_model.h"

#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/counter_words.h"

namespace simrs {

void ClinicFiguresModel::setClinics(const QList<BoardClinic>& clinics, const MasterNames& names) {
    beginResetModel();
    m_clinics = clinics;
    m_names = names;
    endResetModel();
}

int ClinicFiguresModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_clinics.size());
}

int ClinicFiguresModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString ClinicFiguresModel::text(const BoardClinic& clinic, int column) const {
    switch (column) {
        case ClinicColumn:
            return m_names.clinic(clinic.clinicId);
        case VisitsColumn:
            return QString::number(clinic.visits);
        case LinkedColumn:
            return QString::number(clinic.linked);
        case WaitColumn:
            return spanText(clinic.wait);
        case DeskColumn:
            return spanText(clinic.atDesk);
        default:
            return {};
    }
}

QVariant ClinicFiguresModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_clinics.size()) return {};
    const BoardClinic& clinic = m_clinics.at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return text(clinic, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(clinic, index.column()));
        case StrongRole:
            return index.column() == ClinicColumn;
        case MutedRole:
            return index.column() == LinkedColumn;
        default:
            return {};
    }
}

QVariant ClinicFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case ClinicColumn:
            return tr("Clinic");
        case VisitsColumn:
            return tr("Visits");
        case LinkedColumn:
            return tr("With a counter number");
        case WaitColumn:
            return tr("Average waiting time");
        case DeskColumn:
            return tr("Average at the counter");
        default:
            return {};
    }
}

}  // namespace simrs
