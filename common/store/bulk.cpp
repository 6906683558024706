// SPDX-License-Identifier: GPL-3.0-or-later
// Multi-row inserts in the order the tables were named, so that parents stand before children.
#include "common/store/bulk.h"

#include <map>

#include "common/store/dialect.h"

namespace simrs {
namespace {
constexpr int kRowsAStatement = 32;
}

void BulkLoader::begin(const std::vector<const EntityType*>& entities) {
    m_entities = entities;
    for (const QString& statement : dialect::bulkStatements(m_db.engine())) m_db.executeText(statement);
    for (const EntityType* type : entities) {
        QStringList drops;
        if (isEmpty(*type)) {
            m_emptyAtFirst.push_back(type);
            drops = dropIndexStatements(m_db.engine(), *type);
        } else if (type->info->searchColumn) {
            drops = dialect::dropSearchIndex(m_db.engine(), QString::fromLatin1(type->info->table));
        }
        for (const QString& statement : drops) m_db.executeText(statement);
    }
}

bool BulkLoader::isEmpty(const EntityType& type) {
    bool empty = true;
    m_db.query(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(QString::fromLatin1(type.info->table)), {},
               [&](const Row&) { empty = false; });
    return empty;
}

void BulkLoader::addAny(const EntityType& type, const void* row) {
    Batch& batch = m_batches[&type];
    batch.values.append(columnValues(type, row));
    batch.values.append(1);
    ++m_rows;
    // Children may refer to rows that still wait in a parent's batch, so a full batch sends all of them.
    if (++batch.rows == kRowsAStatement) flushAll();
}

void BulkLoader::flush(const EntityType& type, Batch& batch) {
    if (batch.rows == 0) return;
    const TableText& text = tableText(type);
    const QString one = text.insert.mid(text.insert.indexOf(QStringLiteral("VALUES ")) + 7);
    m_db.execute(text.insert + (QStringLiteral(", ") + one).repeated(batch.rows - 1), batch.values);
    batch = {};
}

void BulkLoader::flushAll() {
    for (const EntityType* type : m_entities) {
        const auto found = m_batches.find(type);
        if (found != m_batches.end()) flush(*type, found->second);
    }
}

void BulkLoader::setCounter(const QString& name, qint64 value) {
    m_db.execute(
        QStringLiteral("INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                       "value = excluded.value WHERE counter.value < excluded.value"),
        {name, value});
}

void BulkLoader::rebuildSearch(const EntityType& type) {
    if (!type.info->searchColumn) return;
    const QString table = QString::fromLatin1(type.info->table);
    for (const QString& statement :
         dialect::searchIndex(m_db.engine(), table, QString::fromLatin1(type.info->searchColumn)))
        m_db.executeText(statement);
    for (const QString& statement : dialect::fillSearchIndex(m_db.engine(), table))
        m_db.executeText(statement);
}

void BulkLoader::end() {
    flushAll();
    for (const EntityType* type : m_emptyAtFirst) {
        for (const QString& statement : indexStatements(m_db.engine(), *type, m_form))
            m_db.executeText(statement);
    }
    for (const EntityType* type : m_entities) {
        rebuildSearch(*type);
        m_db.executeText(QStringLiteral("ANALYZE ") + QString::fromLatin1(type->info->table));
    }
}

}  // namespace simrs
