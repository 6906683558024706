// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows at once, past the transaction door: imports and demo data, while no client is connected.
#pragma once

#include <map>

#include "common/store/entity_table.h"

namespace simrs {

class BulkLoader {
  public:
    explicit BulkLoader(Database& db) : m_db(db) {}

    /// Search indexes are built once at the end instead of row by row.
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

    Database& m_db;
    std::vector<const EntityType*> m_entities;
    std::map<const EntityType*, Batch> m_batches;
    qint64 m_rows = 0;
};

}  // namespace simrs
