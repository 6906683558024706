// SPDX-License-Identifier: GPL-3.0-or-later
// Visits as rows: of one patient, or of a day. A new list changes the rows that changed and inserts the rows
// that are new; a row that stays keeps its place, its selection and its height.
#pragma once

#include <QAbstractTableModel>

#include "app/registration/master_names.h"
#include "app/registration/visit_lines.h"

namespace simrs {

enum class VisitColumn {
    Ticket,
    Date,
    Time,
    RegistrationNumber,
    Mrn,
    Name,
    SexAndAge,
    Clinic,
    Doctor,
    Payer,
    State,
};

class VisitsModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { SearchRole = Qt::UserRole + 0x5200 };  // all that the text filter looks at

    explicit VisitsModel(QList<VisitColumn> columns, QObject* parent = nullptr);

    /// `lines` in the order of the screen.
    void setLines(const QList<VisitLine>& lines, const MasterNames& names, QDate today);
    const QList<VisitLine>& lines() const { return m_lines; }
    /// Null outside the list.
    const VisitLine* line(int row) const;
    int rowOf(const VisitId& id) const;
    int count(VisitState state) const;
    static VisitPaper paperOf(const VisitLine& line);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const VisitLine& line, VisitColumn column) const;
    bool sameOrder(const QList<VisitLine>& lines) const;
    void removeGone(const QList<VisitLine>& lines);

    QList<VisitColumn> m_columns;
    QList<VisitLine> m_lines;
    MasterNames m_names;
    QDate m_today;
};

}  // namespace simrs
