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

}  // namespace

void eachRowOfKey(Database& db, const EntityList& entities, const QString& key,
                  const std::function<void(const AnyRow&)>& take) {
    const QString prefix = key.section(QLatin1Char(':'), 0, 0);
    const Uuid named = Uuid::fromString(key.section(QLatin1Char(':'), 1));
    for (const EntityType* type : entities) {
        const ScopeRule& scope = type->info->scope;
        if (scope.form == ScopeRule::Form::Reference && key == QLatin1String("reference")) {
            eachRow(db, *type, {}, {}, take);
        } else if (scope.form == ScopeRule::Form::Own && prefix == QLatin1String(scope.prefix)) {
            eachRow(db, *type, QStringLiteral(" WHERE %1 = ?").arg(QLatin1String(scope.column)),
                    {named.toBytes()}, take);
        } else if (scope.form == ScopeRule::Form::Shared) {
            eachRow(db, *type,
                    QStringLiteral(" WHERE id IN (SELECT id FROM member WHERE kind = ? AND key = ?)"),
                    {type->info->kind, key}, take);
        }
    }
}

}  // namespace simrs
