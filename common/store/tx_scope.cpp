// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of a row: the keys it is held by, what it brings along to a key, and what it follows there.
//
// On PostgreSQL somebody else may bring a row to another key just now. Whoever writes a row that follows
// others locks them before it asks for their keys, and whoever brings a row to a key keeps it as it is until
// his commit: one of the two waits, and then sees the other's work.
#include <algorithm>

#include "common/base/planted_bug.h"
#include "common/store/dialect.h"
#include "common/store/tx.h"

namespace simrs {
namespace {

QString ownKey(const AnyRow& row) {
    const ScopeRule& scope = row.type().info->scope;
    const Field* f = fieldByName(row.type().fields, QLatin1String(scope.column));
    return QString::fromLatin1(scope.prefix) + QLatin1Char(':') +
           (f ? f->ops->show(f->get(row.object())) : QString());
}

/// The rule that counts for this row; null where none of its columns is set.
const FollowRule* ruleOf(const AnyRow& row) {
    for (const FollowRule& rule : row.type().info->follows) {
        if (rule.column && !columnId(row, rule.column).isNull()) return &rule;
    }
    return nullptr;
}

/// Whether the column that names its key, or the row it follows, says something else now.
bool hasMoved(const AnyRow& before, const AnyRow& now) {
    switch (now.type().info->scope.form) {
        case ScopeRule::Form::Own:
            return ownKey(before) != ownKey(now);
        case ScopeRule::Form::Follows: {
            const auto& follows = now.type().info->follows;
            return std::any_of(follows.begin(), follows.end(), [&](const FollowRule& rule) {
                return columnId(before, rule.column) != columnId(now, rule.column);
            });
        }
        default:
            return false;
    }
}

}  // namespace

void FactTx::collectFeed(const Touched& row) {
    const EntityType& type = row.now.type();
    const Uuid& id = idOf(type, row.now.object());
    const RowOp op = row.before ? RowOp::Update : RowOp::Insert;
    const ScopeRule::Form form = type.info->scope.form;
    if (form == ScopeRule::Form::ServerOnly) return;
    const QStringList keys = keysOf(row.now);
    if (row.before && hasMoved(*row.before, row.now)) collectMove(*row.before, row.now);
    for (const QString& key : keys) addToFeed(row.now, op, key);
    if (form == ScopeRule::Form::Own || form == ScopeRule::Form::Shared) collectShares(row.now, keys);
    if (form != ScopeRule::Form::Shared) return;
    for (const QString& key : followedKeys(row.now)) share(type, id, key);
}

/// From the keys it had to those it has, and all that follows it.
void FactTx::collectMove(const AnyRow& before, const AnyRow& now) {
    const QStringList had = keysOf(before);
    const QStringList has = keysOf(now);
    const Uuid& id = idOf(now.type(), now.object());
    for (const QString& key : had) {
        if (has.contains(key)) continue;
        addToFeed(now, RowOp::Remove, key);
        releaseFollowers(now.type(), id, key);
    }
    for (const QString& key : has) {
        if (!had.contains(key)) bringFollowers(now.type(), id, key);
    }
}

QStringList FactTx::keysOf(const EntityType& type, const Uuid& id) {
    if (type.info->scope.form == ScopeRule::Form::Shared) return sharedKeys(type, id);
    const std::optional<AnyRow> row = fetch(type, id);
    return row ? keysOf(*row) : QStringList();
}

QStringList FactTx::keysOf(const AnyRow& row) {
    switch (row.type().info->scope.form) {
        case ScopeRule::Form::ServerOnly:
            return {};
        case ScopeRule::Form::Reference:
            return {QStringLiteral("reference")};
        case ScopeRule::Form::Own:
            return {ownKey(row)};
        case ScopeRule::Form::Shared:
            return sharedKeys(row.type(), idOf(row.type(), row.object()));
        case ScopeRule::Form::Follows:
            return followedKeys(row);
    }
    return {};
}

QStringList FactTx::followedKeys(const AnyRow& row) {
    const FollowRule* rule = ruleOf(row);
    return rule ? keysOf(rule->type(), columnId(row, rule->column)) : QStringList();
}

void FactTx::collectShares(const AnyRow& row, const QStringList& keys) {
    for (const ShareRule& rule : row.type().info->shares) {
        const Uuid shared = columnId(row, rule.column);
        if (shared.isNull()) continue;
        for (const QString& key : keys) share(rule.type(), shared, key);
    }
}

/// The first row that shares another in a key brings it along, with what it shares itself and what follows
/// it.
void FactTx::share(const EntityType& type, const Uuid& id, const QString& key) {
    const int added = m_db.execute(
        QStringLiteral(
            "INSERT INTO member (kind, id, key) VALUES (?, ?, ?) ON CONFLICT (kind, id, key) DO NOTHING"),
        {type.info->kind, id.toBytes(), key});
    if (added == 0 || isPlanted(PlantedBug::SharedRowForgotten)) return;
    const std::optional<AnyRow> row = steady(type, id);
    if (!row) return;
    addToFeed(*row, RowOp::Insert, key);
    collectShares(*row, {key});
    bringFollowers(type, id, key);
}

/// The row as it is now and stays until the commit. What this transaction has read before may be old.
std::optional<AnyRow> FactTx::steady(const EntityType& type, const Uuid& id) {
    if (const AnyRow* row = touched(type, id)) return *row;
    std::optional<AnyRow> found;
    m_db.query(tableText(type).selectById + dialect::steadyClause(m_db.engine()), {id.toBytes()},
               [&](const Row& row) {
                   found.emplace(type);
                   found->version = readRow(type, row, found->edit());
               });
    return found;
}

QStringList FactTx::sharedKeys(const EntityType& type, const Uuid& id) {
    QStringList keys;
    m_db.query(QStringLiteral("SELECT key FROM member WHERE kind = ? AND id = ? ORDER BY key"),
               {type.info->kind, id.toBytes()},
               [&](const Row& row) { keys.append(row.value(0).toString()); });
    return keys;
}

/// One question tells which tables have followers at all: mostly none has.
void FactTx::eachFollower(const EntityType& type, const Uuid& id,
                          const std::function<void(const AnyRow&)>& take) {
    if (m_entities.empty())
        throw StoreFault{
            StoreFault::Kind::Other, {}, QStringLiteral("a store that does not know its tables")};
    std::vector<std::pair<const EntityType*, const FollowRule*>> asked;
    QStringList questions;
    QVariantList values;
    for (const EntityType* follower : m_entities) {
        const FollowRule* rule = followRule(*follower, type);
        if (!rule) continue;
        const Condition where = followersOf(*follower, *rule, id);
        asked.emplace_back(follower, rule);
        questions.append(
            QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE %2)").arg(tableText(*follower).table, where.sql));
        values += where.values;
    }
    if (asked.empty()) return;
    std::vector<bool> has;
    m_db.query(QStringLiteral("SELECT ") + questions.join(QStringLiteral(", ")), values, [&](const Row& row) {
        for (int i = 0; i < static_cast<int>(asked.size()); ++i) has.push_back(row.value(i).toBool());
    });
    for (std::size_t i = 0; i < has.size(); ++i) {
        if (!has[i]) continue;
        const auto& [follower, rule] = asked[i];
        for (const AnyRow& row : selectRows(m_db, *follower, followersOf(*follower, *rule, id))) take(row);
    }
}

void FactTx::bringFollowers(const EntityType& type, const Uuid& id, const QString& key) {
    eachFollower(type, id, [&](const AnyRow& row) {
        const Uuid& follower = idOf(row.type(), row.object());
        if (row.type().info->scope.form == ScopeRule::Form::Shared) return share(row.type(), follower, key);
        addToFeed(row, RowOp::Insert, key);
        bringFollowers(row.type(), follower, key);
    });
}

void FactTx::releaseFollowers(const EntityType& type, const Uuid& id, const QString& key) {
    eachFollower(type, id, [&](const AnyRow& row) {
        if (row.type().info->scope.form != ScopeRule::Form::Follows) return;
        addToFeed(row, RowOp::Remove, key);
        releaseFollowers(row.type(), idOf(row.type(), row.object()), key);
    });
}

/// Before anything is written: the order is that of kinds and ids, so that two who write do not wait for each
/// other.
void FactTx::lockFollowed() {
    if (m_form == StoreForm::Cache || m_db.engine() != Engine::Postgres) return;
    std::vector<std::pair<const EntityType*, Uuid>> followed;
    const std::function<void(const AnyRow&)> add = [&](const AnyRow& row) {
        const FollowRule* rule = ruleOf(row);
        if (!rule) return;
        const Uuid id = columnId(row, rule->column);
        if (touched(rule->type(), id)) return;
        followed.emplace_back(&rule->type(), id);
        if (!rule->type().info->follows.front().column) return;
        if (const std::optional<AnyRow> above = fetch(rule->type(), id)) add(*above);
    };
    for (const auto& row : m_touched) add(row->now);
    std::sort(followed.begin(), followed.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first->info->kind, a.second) < std::pair(b.first->info->kind, b.second);
    });
    followed.erase(std::unique(followed.begin(), followed.end()), followed.end());
    for (const auto& [type, id] : followed)
        m_read.insert_or_assign(std::pair(type->info->kind, id), selectRow(m_db, *type, id, true));
}

}  // namespace simrs
