// SPDX-License-Identifier: GPL-3.0-or-later
// The same scope rules by which FactTx writes the feed, read from the other side.
#include "common/store/key_rows.h"

namespace simrs {
namespace {

void eachRow(Database& db, const EntityType& type, const QString& where, const QVariantList& values,
             const std::function<void(const AnyRow&)>& take) {
    std::vector<AnyRow> rows;
    db.query(tableText(type).selectAll + where + QStringLiteral(" ORDER BY id"), values, [&](const Row& row) {
        AnyRow& added = rows.emplace_back(type);
        added.version = readRow(type, row, added.edit());
    });
    for (const AnyRow& row : rows) take(row);
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
            break;
        }
    }
    return where;
}

}  // namespace

void eachRowOfKey(Database& db, const EntityList& entities, const QString& key,
                  const std::function<void(const AnyRow&)>& take) {
    for (const EntityType* type : entities) {
        const Condition where = heldBy(*type, key);
        if (!where.sql.isEmpty())
            eachRow(db, *type, QStringLiteral(" WHERE ") + where.sql, where.values, take);
    }
}

}  // namespace simrs
