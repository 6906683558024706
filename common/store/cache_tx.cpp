// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, keys and shadows of a cache. SQLite only: a cache is a file on the device.
#include "common/store/cache_tx.h"

#include <algorithm>

#include "common/base/planted_bug.h"
#include "common/entity/codec.h"

namespace simrs {
namespace {

QVariantList valuesOf(const AnyRow& row) {
    QVariantList values = columnValues(row.type(), row.object());
    values.append(row.version);
    return values;
}

struct Picture {
    std::uint32_t kind;
    Uuid id;
    qint64 version;
    std::optional<QByteArray> before;
};

std::vector<Picture> pictures(Database& db) {
    std::vector<Picture> out;
    db.query(QStringLiteral("SELECT kind, id, version, before FROM shadow ORDER BY kind, id"), {},
             [&](const Row& row) {
                 const QVariant before = row.value(3);
                 out.push_back({row.value(0).toUInt(), Uuid::fromBytes(row.value(1).toByteArray()),
                                row.value(2).toLongLong(),
                                before.isNull() ? std::nullopt : std::optional(before.toByteArray())});
             });
    return out;
}

}  // namespace

CacheTx::CacheTx(Database& db, const EntityList& entities) : m_db(db), m_entities(entities) {}

FeedPosition CacheTx::position() {
    FeedPosition position;
    m_db.query(QStringLiteral("SELECT epoch, seq, settled, filling, kind, id FROM feed_position"), {},
               [&](const Row& row) {
                   position = {Uuid::fromBytes(row.value(0).toByteArray()),
                               row.value(1).toLongLong(),
                               row.value(2).toBool(),
                               row.value(3).toString(),
                               {row.value(4).toUInt(), Uuid::fromBytes(row.value(5).toByteArray())}};
               });
    return position;
}

void CacheTx::setPosition(const FeedPosition& position) {
    m_db.execute(QStringLiteral("INSERT INTO feed_position (one, epoch, seq, settled, filling, kind, id) "
                                "VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET "
                                "epoch = excluded.epoch, seq = excluded.seq, settled = excluded.settled, "
                                "filling = excluded.filling, kind = excluded.kind, id = excluded.id"),
                 {position.epoch.toBytes(), position.seq, position.settled,
                  position.filling.isNull() ? QString(QLatin1String("")) : position.filling,
                  position.place.kind, position.place.id.toBytes()});
}

QStringList CacheTx::keys() {
    QStringList keys;
    m_db.query(QStringLiteral("SELECT key FROM held_key ORDER BY key"), {},
               [&](const Row& row) { keys.append(row.value(0).toString()); });
    return keys;
}

void CacheTx::addKey(const QString& key) {
    m_db.execute(QStringLiteral("INSERT INTO held_key (key) VALUES (?) ON CONFLICT (key) DO NOTHING"), {key});
}

void CacheTx::dropKey(const QString& key) {
    std::vector<std::pair<std::uint32_t, Uuid>> rows;
    m_db.query(QStringLiteral("SELECT kind, id FROM member WHERE key = ? ORDER BY kind, id"), {key},
               [&](const Row& row) {
                   rows.emplace_back(row.value(0).toUInt(), Uuid::fromBytes(row.value(1).toByteArray()));
               });
    m_db.execute(QStringLiteral("DELETE FROM member WHERE key = ?"), {key});
    m_db.execute(QStringLiteral("DELETE FROM held_key WHERE key = ?"), {key});
    for (const auto& [kind, id] : rows) evictUnheld(kind, id);
}

const EntityType* CacheTx::type(std::uint32_t kind) const {
    const auto found = std::find_if(m_entities.begin(), m_entities.end(),
                                    [&](const EntityType* type) { return type->info->kind == kind; });
    return found == m_entities.end() ? nullptr : *found;
}

void CacheTx::put(const AnyRow& row, const QString& key) {
    const TableText& text = tableText(row.type());
    m_db.execute(isPlanted(PlantedBug::OlderRowWins) ? text.upsert : text.upsertNewer, valuesOf(row));
    m_db.execute(QStringLiteral("INSERT INTO member (kind, id, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                 {row.type().info->kind, idOf(row.type(), row.object()).toBytes(), key});
}

void CacheTx::release(std::uint32_t kind, const Uuid& id, const QString& key) {
    m_db.execute(QStringLiteral("DELETE FROM member WHERE kind = ? AND id = ? AND key = ?"),
                 {kind, id.toBytes(), key});
    evictUnheld(kind, id);
}

void CacheTx::evictUnheld(std::uint32_t kind, const Uuid& id) {
    bool held = isPlanted(PlantedBug::KeptForEver);
    m_db.query(QStringLiteral("SELECT 1 FROM member WHERE kind = ? AND id = ? LIMIT 1"), {kind, id.toBytes()},
               [&](const Row&) { held = !isPlanted(PlantedBug::EvictedBlindly); });
    const EntityType* evicted = held ? nullptr : type(kind);
    if (evicted) remove(*evicted, id);
}

void CacheTx::eachRow(const EntityType& type, const std::function<void(const AnyRow&)>& take) {
    std::vector<AnyRow> rows;
    m_db.query(tableText(type).selectAll + QStringLiteral(" ORDER BY id"), {}, [&](const Row& row) {
        AnyRow& added = rows.emplace_back(type);
        added.version = readRow(type, row, added.edit());
    });
    for (const AnyRow& row : rows) take(row);
}

void CacheTx::eachVersion(
    const QString& key, const std::function<void(std::uint32_t kind, const Uuid& id, qint64 version)>& take) {
    for (const EntityType* type : m_entities)
        m_db.query(QStringLiteral("SELECT m.id, t.row_version FROM member m LEFT JOIN %1 t ON t.id = m.id "
                                  "WHERE m.kind = ? AND m.key = ?")
                       .arg(tableText(*type).table),
                   {type->info->kind, key}, [&](const Row& row) {
                       const QVariant version = row.value(1);
                       take(type->info->kind, Uuid::fromBytes(row.value(0).toByteArray()),
                            version.isNull() ? -1 : version.toLongLong());
                   });
}

void CacheTx::upsert(const AnyRow& row) { m_db.execute(tableText(row.type()).upsert, valuesOf(row)); }

void CacheTx::remove(const EntityType& type, const Uuid& id) {
    m_db.execute(tableText(type).remove, {id.toBytes()});
}

void CacheTx::undo() {
    for (const Picture& picture : pictures(m_db)) {
        const EntityType* kept = type(picture.kind);
        if (!kept) continue;
        if (!picture.before) {
            remove(*kept, picture.id);
            continue;
        }
        AnyRow row(*kept);
        row.version = picture.version;
        if (!decodeFields(kept->fields, row.edit(), *picture.before))
            throw StoreFault{StoreFault::Kind::Other, {}, QStringLiteral("a picture that cannot be read")};
        upsert(row);
    }
    m_db.execute(QStringLiteral("DELETE FROM shadow"));
}

Status CacheTx::provisionally(const WriteContext& context, const std::function<Status(WishTx&)>& work) {
    m_db.savepoint();
    Status done;
    try {
        WishTx tx(m_db, StoreForm::Cache, context, nullptr, m_entities);
        done = work(tx);
        if (done) tx.finish();
    } catch (const StoreFault& fault) {
        // What a cache refuses (a row-local check) ends this command's part alone; what breaks the file ends
        // all.
        if (fault.kind != StoreFault::Kind::Constraint) throw;
        done = tl::unexpected<Error>(errorOf(fault));
    }
    if (done)
        m_db.releaseSavepoint();
    else
        m_db.rollbackToSavepoint();
    return done;
}

}  // namespace simrs
