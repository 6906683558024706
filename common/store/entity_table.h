// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL texts of one entity, derived once from its field table, and the walks between rows and structs.
#pragma once

#include <QString>
#include <QVariantList>
#include <optional>

#include "common/entity/entity_info.h"
#include "common/entity/patch.h"
#include "common/store/database.h"
#include "common/store/where.h"

namespace simrs {

/// Texts are made once per entity and program; they are the same for both engines.
struct TableText {
    QString table;
    QStringList columns;  ///< Field columns, in the order of the table; row_version comes last in reads.
    QString selectAll;    ///< "SELECT id, …, row_version FROM visit"
    QString selectById;
    QString insert;
    // Of a cache: rows come as the server has them.
    QString upsert;       ///< Whatever is held.
    QString upsertNewer;  ///< Where nothing as new is held.
    QString remove;
};

const TableText& tableText(const EntityType& type);

QVariantList columnValues(const EntityType& type, const void* object);
/// Fills `object` from a row of selectAll; returns the row's version.
qint64 readRow(const EntityType& type, const Row& row, void* object);
const Uuid& idOf(const EntityType& type, const void* object);

/// A row with its version; owns the object.
class AnyRow {
  public:
    explicit AnyRow(const EntityType& type) : m_type(&type), m_object(type.make()) {}
    AnyRow(AnyRow&& other) noexcept
        : version(other.version), m_type(other.m_type), m_object(std::exchange(other.m_object, nullptr)) {}
    AnyRow& operator=(AnyRow&& other) noexcept {
        std::swap(m_type, other.m_type);
        std::swap(m_object, other.m_object);
        version = other.version;
        return *this;
    }
    AnyRow(const AnyRow& other)
        : version(other.version), m_type(other.m_type), m_object(other.m_type->make()) {
        m_type->assign(m_object, other.m_object);
    }
    AnyRow& operator=(const AnyRow&) = delete;
    ~AnyRow() {
        if (m_object) m_type->destroy(m_object);
    }
    const EntityType& type() const { return *m_type; }
    const void* object() const { return m_object; }
    void* edit() { return m_object; }
    template <Entity E>
    const E& as() const {
        return *static_cast<const E*>(m_object);
    }

    qint64 version = 0;

  private:
    const EntityType* m_type;
    void* m_object;
};

/// The columns of a type's rows that follow the rows of another, and what they name in a row.
const FollowRule* followRule(const EntityType& type, const EntityType& followed);
/// The rows of a type that follow this row: as many as there are.
Condition followersOf(const EntityType& type, const FollowRule& rule, const Uuid& followed);
Uuid columnId(const AnyRow& row, const char* column);

std::optional<AnyRow> selectRow(Database& db, const EntityType& type, const Uuid& id, bool forUpdate);
std::vector<AnyRow> selectRows(Database& db, const EntityType& type, const Condition& where);
/// All rows of these ids, however many a list would show; in no order.
std::vector<AnyRow> selectMany(Database& db, const EntityType& type, const QVariantList& ids);

}  // namespace simrs
