// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/unfinished_model.h"

#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/visit_words.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

constexpr qint64 kHourMs = 60 * 60 * 1000;

}  // namespace

void UnfinishedModel::setVisits(const QList<UnfinishedVisit>& visits, std::optional<VisitLack> lack,
                                const MasterNames& names, Instant now) {
    beginResetModel();
    m_visits.clear();
    for (const UnfinishedVisit& visit : visits)
        if (!lack || visit.lacks.contains(*lack)) m_visits.append(visit);
    m_names = names;
    m_now = now;
    endResetModel();
}

const UnfinishedVisit* UnfinishedModel::visit(int row) const {
    return row >= 0 && row < m_visits.size() ? &m_visits.at(row) : nullptr;
}

int UnfinishedModel::rowOf(const VisitId& id) const {
    for (int row = 0; row < m_visits.size(); ++row)
        if (m_visits.at(row).line.visit.id == id) return row;
    return -1;
}

int UnfinishedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_visits.size());
}

int UnfinishedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString UnfinishedModel::dueText(Instant due) const {
    if (due.isNull()) return {};
    const qint64 hours = (due.ms - m_now.ms) / kHourMs;
    return due < m_now ? tr("overdue since %1").arg(m_names.day(due))
                       : tr("%n hours left", nullptr, static_cast<int>(hours));
}

QString UnfinishedModel::text(const UnfinishedVisit& unfinished, int column) const {
    const Visit& visit = unfinished.line.visit;
    switch (column) {
        case LackColumn: {
            QStringList words;
            for (const VisitLack lack : unfinished.lacks) words.append(lackChip(lack).text);
            return words.join(QStringLiteral(" · "));
        }
        case DueColumn:
            return dueText(unfinished.due);
        case NumberColumn:
            return registrationNumber(visit.serviceDate, visit.registrationNumber);
        case MrnColumn:
            return m_names.mrn(unfinished.line.mrn);
        case NameColumn:
            return addressedName(unfinished.line.sapaan, unfinished.line.patientName);
        case ClinicColumn:
            return m_names.clinic(visit.clinicId);
        default:
            return m_names.payer(visit.payerId);
    }
}

QVariant UnfinishedModel::data(const QModelIndex& index, int role) const {
    const UnfinishedVisit* found = index.isValid() ? visit(index.row()) : nullptr;
    if (found == nullptr) return {};
    const bool overdue = !found->due.isNull() && found->due < m_now;
    switch (role) {
        case Qt::DisplayRole:
            return text(*found, index.column());
        case Qt::ToolTipRole:
            return plainToolTip(text(*found, index.column()));
        case ChipRole: {
            if (index.column() != LackColumn || found->lacks.isEmpty()) return {};
            ChipText chip = lackChip(found->lacks.first());
            chip.text = text(*found, LackColumn);
            if (overdue) chip = {ChipKind::Danger, chip.text, {}};
            return QVariant::fromValue(chip);
        }
        case StrongRole:
            return index.column() == NameColumn || (index.column() == DueColumn && overdue);
        case MutedRole:
            return index.column() == NumberColumn;
        default:
            return {};
    }
}

QVariant UnfinishedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case LackColumn:
            return tr("What is missing");
        case DueColumn:
            return tr("Time left");
        case NumberColumn:
            return tr("Reg. no.");
        case MrnColumn:
            return tr("MRN");
        case NameColumn:
            return tr("Name");
        case ClinicColumn:
            return tr("Clinic");
        default:
            return tr("Payer");
    }
}

}  // namespace simrs
