// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/entity_table.h"

#include <QCollator>
#include <algorithm>

#include "app/kit/field_labels.h"
#include "app/kit/table_delegate.h"

namespace simrs {
namespace {

const char* const activeField = "active";
const char* const idField = "id";

const Field* named(const EntityType& type, const char* name) {
    return fieldByName(type.fields, QLatin1String(name));
}

}  // namespace

EntityTable::EntityTable(const EntityType& type, const QStringList& columns, const QString& words,
                         QObject* parent)
    : QAbstractTableModel(parent),
      m_type(type),
      m_words(words.isEmpty() ? QString::fromLatin1(type.info->table) : words) {
    for (const QString& column : columns) {
        const Field* field = fieldByName(type.fields, QLatin1String(column.toLatin1()));
        Q_ASSERT_X(field != nullptr, "EntityTable", qPrintable(column));
        m_columns.append(field);
    }
}

bool EntityTable::isActive(const void* object) const {
    const Field* field = named(m_type, activeField);
    return field == nullptr || field->ops->toSql(field->get(object)).toBool();
}

QString EntityTable::orderOf(const void* object) const {
    const Field* field = fieldByName(m_type.fields, QLatin1String(m_order.toLatin1()));
    return field == nullptr ? QString() : field->ops->show(field->get(object));
}

QByteArray EntityTable::idOf(const void* object) const {
    const Field* field = named(m_type, idField);
    return field == nullptr ? QByteArray() : field->ops->toSql(field->get(object)).toByteArray();
}

void EntityTable::setRows(QList<EntityBox> rows) {
    QCollator order;
    order.setCaseSensitivity(Qt::CaseInsensitive);
    order.setNumericMode(true);
    std::stable_sort(rows.begin(), rows.end(), [this, &order](const EntityBox& a, const EntityBox& b) {
        const bool aActive = isActive(a.get());
        if (aActive != isActive(b.get())) return aActive;
        return order.compare(orderOf(a.get()), orderOf(b.get())) < 0;
    });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void EntityTable::put(const EntityBox& row) {
    QList<EntityBox> rows = m_rows;
    const int at = rowOf(idOf(row.get()));
    if (at >= 0)
        rows[at] = row;
    else
        rows.append(row);
    setRows(std::move(rows));
}

void EntityTable::setReferences(const References& references) {
    m_references = references;
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const void* EntityTable::object(int row) const {
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).get() : nullptr;
}

int EntityTable::rowOf(const QByteArray& id) const {
    for (int row = 0; row < m_rows.size(); ++row)
        if (idOf(m_rows.at(row).get()) == id) return row;
    return -1;
}

int EntityTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntityTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant EntityTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const void* object = m_rows.at(index.row()).get();
    const Field* field = m_columns.at(index.column());
    if (role == MutedRole) return !isActive(object);
    if (role == SearchRole) {
        QStringList words;
        for (const Field* one : shownFields(m_type))
            words.append(shownValue(m_type, *one, object, m_references));
        return words.join(QLatin1Char('\n'));
    }
    const bool isChip = qstrcmp(field->name, activeField) == 0;
    if (role == ChipRole && isChip)
        return QVariant::fromValue(isActive(object) ? ChipText{ChipKind::Ok, tr("In use"), {}}
                                                    : ChipText{ChipKind::Neutral, tr("Not used"), {}});
    if (role == ChipRole && m_mark)
        if (const ChipText mark = m_mark(object, QString::fromLatin1(field->name)); !mark.isEmpty())
            return QVariant::fromValue(mark);
    if (role == Qt::DisplayRole && !isChip) return shownValue(m_type, *field, object, m_references);
    return {};
}

QVariant EntityTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_columns.size()) return {};
    const QString name = QString::fromLatin1(m_columns.at(section)->name);
    return name == QLatin1String(activeField) ? tr("State") : fieldLabel(m_words, name);
}

}  // namespace simrs
