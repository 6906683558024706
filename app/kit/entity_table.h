// SPDX-License-Identifier: GPL-3.0-or-later
// A table model made from a field table: rows of any entity, columns by field name, values in words. A column
// of the field "active" is a chip, and rows that are switched off are muted and stand last.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include "app/kit/chip.h"
#include "app/kit/entity_form.h"

namespace simrs {

/// All values of a row in words, for filters: also of fields that have no column.
inline constexpr int SearchRole = Qt::UserRole + 0x5200;

class EntityTable final : public QAbstractTableModel {
    Q_OBJECT
  public:
    /// What a cell says besides its value; an empty chip shows the value alone.
    using Mark = std::function<ChipText(const void* object, const QString& column)>;

    /// Column names as in the field table; unknown ones are programming errors. `words` is under what name
    /// field_labels has their titles; empty: the table's.
    EntityTable(const EntityType& type, const QStringList& columns, const QString& words = {},
                QObject* parent = nullptr);

    /// By which field rows are ordered, before the next setRows; by name at first.
    void setOrder(const QString& field) { m_order = field; }
    void setMark(const Mark& mark) { m_mark = mark; }
    /// Rows that are used first, then in their order.
    void setRows(QList<EntityBox> rows);
    template <Entity E>
    void setRows(const QList<E>& rows) {
        QList<EntityBox> boxes;
        for (const E& row : rows) boxes.append(boxOf(entityType<E>(), &row));
        setRows(std::move(boxes));
    }
    /// A row that is newer than what setRows brought, in the place of its older self or as one more.
    void put(const EntityBox& row);
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
    QString orderOf(const void* object) const;

    const EntityType& m_type;
    const QString m_words;
    QString m_order = QStringLiteral("name");
    Mark m_mark;
    QList<const Field*> m_columns;
    QList<EntityBox> m_rows;
    References m_references;
};

}  // namespace simrs
