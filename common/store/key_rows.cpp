// SPDX-License-Identifier: GPL-3.0-or-later
// The same scope rules by which FactTx writes the feed, read from the other side.
#include "common/store/key_rows.h"

#include <optional>

namespace simrs {
namespace {

/// Which rows of a table a key holds; nothing where it holds none of this table.
struct Held {
    QString where;
    QVariantList values;
};

std::optional<Held> heldBy(const EntityType& type, const QString& key) {
    const QString prefix = key.section(QLatin1Char(':'), 0, 0);
    const Uuid named = Uuid::fromString(key.section(QLatin1Char(':'), 1));
    const ScopeRule& scope = type.info->scope;
    if (scope.form == ScopeRule::Form::Reference && key == QLatin1String("reference"))
        return Held{QStringLiteral("1 = 1"), {}};
    if (scope.form == ScopeRule::Form::Own && prefix == QLatin1String(scope.prefix))
        return Held{QStringLiteral("%1 = ?").arg(QLatin1String(scope.column)), {named.toBytes()}};
    if (scope.form == ScopeRule::Form::Shared)
        return Held{QStringLiteral("id IN (SELECT id FROM member WHERE kind = ? AND key = ?)"),
                    {type.info->kind, key}};
    return std::nullopt;
}

void readRows(Database& db, const EntityType& type, const QString& tail, const QVariantList& values,
              std::vector<AnyRow>& rows) {
    db.query(tableText(type).selectAll + QStringLiteral(" WHERE ") + tail, values, [&](const Row& row) {
        AnyRow& added = rows.emplace_back(type);
        added.version = readRow(type, row, added.edit());
    });
}

}  // namespace

void eachRowOfKey(Database& db, const EntityList& entities, const QString& key,
                  const std::function<void(const AnyRow&)>& take) {
    for (const EntityType* type : entities) {
        const std::optional<Held> held = heldBy(*type, key);
        if (!held) continue;
        std::vector<AnyRow> rows;
        readRows(db, *type, held->where + QStringLiteral(" ORDER BY id"), held->values, rows);
        for (const AnyRow& row : rows) take(row);
    }
}

KeyPage pageOfKey(Database& db, const EntityList& entities, const QString& key, const KeyPlace& after,
                  int most) {
    KeyPage page;
    bool reached = after.kind == 0;
    for (const EntityType* type : entities) {
        const bool resumed = !reached && type->info->kind == after.kind;
        reached = reached || resumed;
        const std::optional<Held> held = reached ? heldBy(*type, key) : std::nullopt;
        if (!held) continue;
        const int room = most - static_cast<int>(page.rows.size());
        QVariantList values = held->values;
        values.append({(resumed ? after.id : Uuid()).toBytes(), room});
        const std::size_t before = page.rows.size();
        readRows(db, *type, held->where + QStringLiteral(" AND id > ? ORDER BY id LIMIT ?"), values,
                 page.rows);
        if (static_cast<int>(page.rows.size() - before) < room) continue;
        page.place = {type->info->kind, idOf(*type, page.rows.back().object())};
        page.last = false;
        break;
    }
    return page;
}

qint64 countRowsOfKey(Database& db, const EntityList& entities, const QString& key) {
    qint64 count = 0;
    for (const EntityType* type : entities) {
        const std::optional<Held> held = heldBy(*type, key);
        if (!held) continue;
        db.query(QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(tableText(*type).table, held->where),
                 held->values, [&](const Row& row) { count += row.value(0).toLongLong(); });
    }
    return count;
}

}  // namespace simrs
