// SPDX-License-Identifier: GPL-3.0-or-later
// A table model made from a field table: rows of any entity, columns by field name, values in words. A column
// of the field "active" is a chip, and rows that are switched off are muted and stand last.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include "app/kit/entity_form.h"

namespace simrs {

class EntityTable final : public QAbstractTableModel {
    Q_OBJECT
  public:
    /// Column names as in the field table; unknown ones are programming errors.
    EntityTable(const EntityType& type, const QStringList& columns, QObject* parent = nullptr);

    /// Rows that are used first, then by name.
    void setRows(QList<EntityBox> rows);
    template <Entity E>
    void setRows(const QList<E>& rows) {
        QList<EntityBox> boxes;
        for (const E& row : rows) boxes.append(boxOf(entityType<E>(), &row));
        setRows(std::move(boxes));
    }
    void setReferences(const References& references);
    /// Null for no such row.
    const void* object(int row) const;
    /// −1 where there is none of this id (16 bytes).
    int rowOf(const QByteArray& id) const;
    QByteArray idOf(const void* object) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    bool isActive(const void* object) const;
    QString nameOf(const void* object) const;

    const EntityType& m_type;
    QList<const Field*> m_columns;
    QList<EntityBox> m_rows;
    References m_references;
};

}  // namespace simrs
