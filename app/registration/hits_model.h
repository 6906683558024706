// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found, as a table; and, once it was answered, a last row that leads to a new patient.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/requests.h"

namespace simrs {

enum class HitColumn { Mrn, Name, Sex, BirthDate, BirthAndAge, Address, Phone, LastVisit, Why };

class HitsModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    explicit HitsModel(QList<HitColumn> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

    /// `newPatient` is the text of the last row; empty for none.
    void setHits(const QList<PatientHit>& hits, const MasterNames& names, QDate today,
                 const QString& newPatient);
    void clear() { setHits({}, m_names, m_today, {}); }
    const QList<PatientHit>& hits() const { return m_hits; }
    /// Null for the row that leads to a new patient.
    const PatientHit* hit(int row) const;
    bool isNewPatientRow(int row) const { return !m_newPatient.isEmpty() && row == m_hits.size(); }
    /// The row of the one hit that was found by MRN, NIK, card or phone; −1 when there is none or several.
    int onlyExactRow() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const PatientHit& hit, HitColumn column) const;

    QList<HitColumn> m_columns;
    QList<PatientHit> m_hits;
    MasterNames m_names;
    QDate m_today;
    QString m_newPatient;
};

}  // namespace simrs
