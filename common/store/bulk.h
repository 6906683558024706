// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows at once, past the transaction door: imports and demo data, while no client is connected.
#pragma once

#include <map>

#include "common/store/entity_table.h"
#include "common/store/schema.h"

namespace simrs {

class BulkLoader {
  public:
    BulkLoader(Database& db, SchemaForm form) : m_db(db), m_form(form) {}

    /// Search indexes, and all indexes of tables that are empty now, are built once at the end instead of row
    /// by row; what breaks a constraint is then found at the end.
    void begin(const std::vector<const EntityType*>& entities);
    void end();

    template <Entity E>
    void add(const E& row) {
        addAny(entityType<E>(), &row);
    }
    void setCounter(const QString& name, qint64 value);
    qint64 rows() const { return m_rows; }

  private:
    struct Batch {
        QVariantList values;
        int rows = 0;
    };
    void addAny(const EntityType& type, const void* row);
    void flush(const EntityType& type, Batch& batch);
    void flushAll();

    bool isEmpty(const EntityType& type);
    void rebuildSearch(const EntityType& type);

    Database& m_db;
    SchemaForm m_form;
    std::vector<const EntityType*> m_entities;
    std::vector<const EntityType*> m_emptyAtFirst;
    std::map<const EntityType*, Batch> m_batches;
    qint64 m_rows = 0;
};

}  // namespace simrs
