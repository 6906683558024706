// SPDX-License-Identifier: GPL-3.0-or-later
// The same scope rules by which FactTx writes the feed, read from the other side.
#include "common/store/key_rows.h"

namespace simrs {
namespace {

void readRows(Database& db, const EntityType& type, const QString& tail, const QVariantList& values,
              std::vector<AnyRow>& rows) {
    db.query(tableText(type).selectAll + QStringLiteral(" WHERE ") + tail, values, [&](const Row& row) {
        AnyRow& added = rows.emplace_back(type);
        added.version = readRow(type, row, added.edit());
    });
}

/// Which rows of a table a key holds; an empty text: none can be.
Condition heldBy(const EntityType& type, const QString& key) {
    const ScopeRule& scope = type.info->scope;
    Condition where;
    switch (scope.form) {
        case ScopeRule::Form::ServerOnly:
            break;
        case ScopeRule::Form::Reference:
            if (key == QLatin1String("reference")) where.sql = QStringLiteral("1 = 1");
            break;
        case ScopeRule::Form::Own:
            if (key.section(QLatin1Char(':'), 0, 0) == QLatin1String(scope.prefix))
                where.add(scope.column, "= ?", Uuid::fromString(key.section(QLatin1Char(':'), 1)).toBytes());
            break;
        case ScopeRule::Form::Shared:
            where.sql = QStringLiteral("id IN (SELECT id FROM member WHERE kind = ? AND key = ?)");
            where.values = {type.info->kind, key};
            break;
        case ScopeRule::Form::Follows: {
            QString unset;  // The columns that come first are not set.
            for (const FollowRule& rule : type.info->follows) {
                if (!rule.column) continue;
                const QString column = QString::fromLatin1(rule.column);
                if (const Condition above = heldBy(rule.type(), key); !above.sql.isEmpty()) {
                    if (!where.sql.isEmpty()) where.sql += QStringLiteral(" OR ");
                    where.sql += QStringLiteral("(%1%2 IN (SELECT id FROM %3 WHERE %4))")
                                     .arg(unset, column, tableText(rule.type()).table, above.sql);
                    where.values += above.values;
                }
                unset += column + QStringLiteral(" IS NULL AND ");
            }
            if (!where.sql.isEmpty()) where.sql = QLatin1Char('(') + where.sql + QLatin1Char(')');
            break;
        }
    }
    return where;
}

}  // namespace

void eachRowOfKey(Database& db, const EntityList& entities, const QString& key,
                  const std::function<void(const AnyRow&)>& take) {
    for (const EntityType* type : entities) {
        const Condition held = heldBy(*type, key);
        if (held.sql.isEmpty()) continue;
        std::vector<AnyRow> rows;
        readRows(db, *type, held.sql + QStringLiteral(" ORDER BY id"), held.values, rows);
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
        const Condition held = reached ? heldBy(*type, key) : Condition();
        if (held.sql.isEmpty()) continue;
        const int room = most - static_cast<int>(page.rows.size());
        QVariantList values = held.values;
        values.append({(resumed ? after.id : Uuid()).toBytes(), room});
        const std::size_t before = page.rows.size();
        readRows(db, *type, held.sql + QStringLiteral(" AND id > ? ORDER BY id LIMIT ?"), values, page.rows);
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
        const Condition held = heldBy(*type, key);
        if (held.sql.isEmpty()) continue;
        db.query(QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(tableText(*type).table, held.sql),
                 held.values, [&](const Row& row) { count += row.value(0).toLongLong(); });
    }
    return count;
}

}  // namespace simrs
