// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/hits_model.h"

#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/registration/desk_words.h"
#include "app/registration/patient_lines.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

bool isExact(const PatientHit& hit) {
    return std::any_of(hit.reasons.cbegin(), hit.reasons.cend(), [](MatchReason reason) {
        return reason == MatchReason::Mrn || reason == MatchReason::Nik || reason == MatchReason::Card ||
               reason == MatchReason::Phone || reason == MatchReason::Paper;
    });
}

/// The village tells people of one name apart sooner than the street.
QString addressLine(const PatientHit& hit) {
    QStringList parts{hit.village, hit.patient.address};
    parts.removeAll(QString());
    return parts.isEmpty() ? HitsModel::tr("not known") : parts.join(QStringLiteral(" · "));
}

}  // namespace

void HitsModel::setHits(const QList<PatientHit>& hits, const MasterNames& names, QDate today,
                        const QString& newPatient) {
    beginResetModel();
    m_hits = hits;
    m_names = names;
    m_today = today;
    m_newPatient = newPatient;
    endResetModel();
}

const PatientHit* HitsModel::hit(int row) const {
    return row >= 0 && row < m_hits.size() ? &m_hits.at(row) : nullptr;
}

int HitsModel::onlyExactRow() const {
    int found = -1;
    for (int row = 0; row < m_hits.size(); ++row) {
        if (!isExact(m_hits.at(row))) continue;
        if (found >= 0) return -1;
        found = row;
    }
    return found;
}

int HitsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size()) + (m_newPatient.isEmpty() ? 0 : 1);
}

int HitsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString HitsModel::text(const PatientHit& hit, HitColumn column) const {
    const Patient& patient = hit.patient;
    switch (column) {
        case HitColumn::Mrn:
            return m_names.mrn(patient.mrn);
        case HitColumn::Name:
            return addressedName(patient.sapaan, patient.name);
        case HitColumn::Sex:
            return sexWord(patient.sex);
        case HitColumn::BirthDate:
            return birthWords(patient);
        case HitColumn::BirthAndAge:
            return birthLine(patient, m_today);
        case HitColumn::Address:
            return addressLine(hit);
        case HitColumn::Phone:
            return patient.phone.isEmpty() ? QStringLiteral("–") : patient.phone;
        case HitColumn::LastVisit:
            return hit.lastVisit.isValid() ? dateWords(hit.lastVisit) : tr("none yet");
        case HitColumn::Why:
            return hit.evidence.isEmpty() ? matchWords(hit.reasons) : evidenceWords(hit.evidence);
    }
    return {};
}

QVariant HitsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const HitColumn column = m_columns.at(index.column());
    if (isNewPatientRow(index.row())) {
        if (column == HitColumn::Name && role == Qt::DisplayRole) return m_newPatient;
        if (column == HitColumn::Mrn && role == Qt::DecorationRole) return QStringLiteral("user-plus");
        if (column == HitColumn::Mrn && role == Qt::DisplayRole) return tr("New");
        if (role == Qt::AccessibleTextRole) return m_newPatient;
        if (role == StrongRole) return true;
        return {};
    }
    const PatientHit* found = hit(index.row());
    if (found == nullptr) return {};
    switch (role) {
        case Qt::DisplayRole:
            return text(*found, column);
        case Qt::ToolTipRole:
            return plainToolTip(text(*found, column));
        case StrongRole:
            return column == HitColumn::Name;
        case MutedRole:
            return column == HitColumn::Why || column == HitColumn::Address;
        default:
            return {};
    }
}

QVariant HitsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_columns.size()) return {};
    switch (m_columns.at(section)) {
        case HitColumn::Mrn:
            return tr("MRN");
        case HitColumn::Name:
            return tr("Name");
        case HitColumn::Sex:
            return tr("Sex");
        case HitColumn::BirthDate:
            return tr("Born");
        case HitColumn::BirthAndAge:
            return tr("Born · age");
        case HitColumn::Address:
            return tr("Address");
        case HitColumn::Phone:
            return tr("Phone");
        case HitColumn::LastVisit:
            return tr("Last visit");
        case HitColumn::Why:
            return tr("Found by");
    }
    return {};
}

}  // namespace simrs
