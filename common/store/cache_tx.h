// SPDX-License-Identifier: GPL-3.0-or-later
// A device's copy of a part of the hospital: the server's rows with the keys they are held by, the position
// in the feed they stand for, and on top of them what the device's own unsettled commands have done
// (provisional rows). The first time a provisional write touches a row, the server's picture of it is kept in
// `shadow`; undo puts all pictures back. Which rows come and which commands run is the business of
// common/sync.
#pragma once

#include <QSet>
#include <functional>

#include "common/store/key_rows.h"
#include "common/store/schema.h"
#include "common/store/tx.h"

namespace simrs {

/// How far a device has read the feed. The epoch changes when the server's numbers start anew.
struct FeedPosition {
    Uuid epoch;
    qint64 seq = 0;
    bool settled = true;  ///< Otherwise rows may be newer than `seq`.
    QString filling{};    ///< The key whose rows are coming, page by page; empty: none.
    KeyPlace place{};     ///< How far they have come.
};

/// One transaction on a cache. Given by Store::onCache.
class CacheTx {
  public:
    CacheTx(Database& db, const EntityList& entities);

    FeedPosition position();
    void setPosition(const FeedPosition& position);

    /// Scope keys this device holds wholly, sorted.
    QStringList keys();
    void addKey(const QString& key);
    /// Forgets a key, and every row that no other key holds.
    void dropKey(const QString& key);

    /// Whether rows of this kind can be held here.
    const EntityType* type(std::uint32_t kind) const;
    /// A row as the server has it. An older version than the held one changes nothing but the keys.
    void put(const AnyRow& row, const QString& key);
    /// The row has left a scope; it goes when no key holds it any more. Absence is never a delete.
    void release(std::uint32_t kind, const Uuid& id, const QString& key);

    /// Puts the server's picture of every provisionally changed row back. Nothing provisional is left.
    void undo();
    /// Runs a command provisionally, behind a savepoint: its error or a failed statement undoes it alone.
    Status provisionally(const WriteContext& context, const std::function<Status(WishTx&)>& work);

    /// The hospital's rows alone, without what is only for the store: for comparing with the server.
    template <Entity E>
    std::optional<E> get(const IdOf<E>& id) {
        const auto row = selectRow(m_db, entityType<E>(), id.uuid(), false);
        return row ? std::optional<E>(row->template as<E>()) : std::nullopt;
    }
    void eachRow(const EntityType& type, const std::function<void(const AnyRow&)>& take);
    template <Entity E>
    QList<E> all() {
        QList<E> rows;
        eachRow(entityType<E>(), [&](const AnyRow& row) { rows.append(row.template as<E>()); });
        return rows;
    }
    /// Every row of these tables that this key holds here; version -1 where the row itself is missing.
    void eachVersion(const QString& key,
                     const std::function<void(std::uint32_t kind, const Uuid& id, qint64 version)>& take);
    /// A row of the device's own, which no feed brings.
    template <Entity E>
    void keep(const E& row) {
        AnyRow kept(entityType<E>());
        kept.type().assign(kept.edit(), &row);
        upsert(kept);
    }
    template <Entity E>
    void forget(const IdOf<E>& id) {
        remove(entityType<E>(), id.uuid());
    }

  private:
    void upsert(const AnyRow& row);
    void remove(const EntityType& type, const Uuid& id);
    void evictUnheld(std::uint32_t kind, const Uuid& id);

    Database& m_db;
    const EntityList& m_entities;
};

}  // namespace simrs
