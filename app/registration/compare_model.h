// SPDX-License-Identifier: GPL-3.0-or-later
// Two files of what may be one person, field by field, and which value the file that stays is to have.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "common/registration/requests.h"

namespace simrs {

class CompareModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { FieldColumn, StaysColumn, GivenUpColumn, ColumnCount };

    explicit CompareModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// The file that stays and the one that is given up. What only the second knows is taken from it, but
    /// for answers that look like nothing ("no", "Indonesia") and for what is said of somebody unknown.
    void setFiles(const PatientFile& stays, const PatientFile& givenUp, const MasterNames& names);
    void clear();
    /// Takes the other file's value, or its own again; rows in which both agree stay. A birth date goes with
    /// whether it was estimated.
    void toggle(int row);
    bool isChoice(int row) const;
    bool takesOther(int row) const { return m_rows.value(row).takesOther; }
    /// How many fields differ.
    int differences() const;
    /// What has to be changed in the file that stays.
    QList<FieldChange> patientChanges() const;
    QList<FieldChange> detailChanges() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Row {
        const Field* field = nullptr;  // Null: not to be chosen.
        bool ofDetails = false;
        QString label;
        QString stays;
        QString givenUp;
        bool takesOther = false;
        bool differs() const { return stays != givenUp; }
    };
    void addField(const EntityType& type, const Field& field, bool ofDetails);
    bool isTakenUnasked(const Field& field) const;
    Row* rowOf(const Field& field);
    template <class E>
    E merged(const E& stays, const E& givenUp, bool details) const;

    QList<Row> m_rows;
    PatientFile m_stays;
    PatientFile m_givenUp;
    QString m_staysTitle;
    QString m_givenUpTitle;
};

}  // namespace simrs
