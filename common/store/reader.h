// SPDX-License-Identifier: GPL-3.0-or-later
// What rules and queries may read. The server's reader sees the whole hospital; a client's sees what it
// holds, and null is a legal answer of every read.
#pragma once

#include <QList>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "common/store/entity_table.h"

namespace simrs {

enum class WordPart { Whole, Beginning };

/// Groups of alternatives, for every group one of which must begin a word of the row.
struct WordSearch {
    QList<QStringList> words;
    const EntityType* beside = nullptr;  ///< Whose row of the same id must have words, too.
    QList<QStringList> besideWords;
};

class Reader {
  public:
    virtual ~Reader() = default;

    /// The row, or nothing where it does not exist or is not held here.
    template <Entity E>
    std::optional<E> get(const IdOf<E>& id) {
        if (id.isNull()) return std::nullopt;
        const std::optional<AnyRow> row = fetch(entityType<E>(), id.uuid());
        return row ? std::optional<E>(row->as<E>()) : std::nullopt;
    }

    /// Rows of these ids, in no order, without those that are not held.
    template <Entity E>
    QList<E> getMany(const QList<IdOf<E>>& ids) {
        QVariantList bound;
        for (const IdOf<E>& id : ids) bound.append(detail::sqlOf(id));
        return unwrap<E>(fetchMany(entityType<E>(), bound));
    }

    /// Rows over the whole hospital: nothing on a device that holds only a part of it.
    template <Entity E>
    std::optional<QList<E>> list(const Where<E>& where) {
        const auto rows = fetchList(entityType<E>(), where.condition());
        return rows ? std::optional(unwrap<E>(*rows)) : std::nullopt;
    }

    /// The rows of a type that follow this row of another. Nothing where that row is not held here; where it
    /// is, all of them are, but while showsPending() is false.
    template <Entity E, Entity Followed>
    std::optional<QList<E>> followers(const IdOf<Followed>& id) {
        const FollowRule* rule = followRule(entityType<E>(), entityType<Followed>());
        if (!rule || id.isNull()) return std::nullopt;
        const auto rows = fetchFollowers(entityType<E>(), *rule, id.uuid());
        return rows ? std::optional(unwrap<E>(*rows)) : std::nullopt;
    }

    /// For each value of the column `Key`, the largest value of `Value` among the rows of a condition: for
    /// lists that need one row of many. Nothing on a device that holds only a part of the hospital.
    template <auto Key, auto Value, Entity E>
    auto largest(const Where<E>& where) {
        using K = std::remove_cvref_t<decltype(std::declval<E&>().*Key)>;
        using V = std::remove_cvref_t<decltype(std::declval<E&>().*Value)>;
        std::optional<std::map<K, V>> out;
        const auto pairs =
            fetchLargest(entityType<E>(), fieldOf<Key>().name, fieldOf<Value>().name, where.condition());
        if (!pairs) return out;
        out.emplace();
        for (const auto& [key, value] : *pairs) {
            std::pair<K, V> read;
            if (fieldOf<Key>().ops->fromSql(key, &read.first) &&
                fieldOf<Value>().ops->fromSql(value, &read.second))
                out->insert(read);
        }
        return out;
    }

    /// Rows with, for every group, a word that begins with one of its alternatives. Not ordered.
    template <Entity E>
    std::optional<QList<E>> search(const QList<QStringList>& words, const Where<E>& where) {
        return found<E>({words, nullptr, {}}, where);
    }
    /// The same, where the row of another type with the same id has all of `besideWords`. Without `words`
    /// that alone decides.
    template <Entity Beside, Entity E>
    std::optional<QList<E>> searchBeside(const QList<QStringList>& words,
                                         const QList<QStringList>& besideWords, const Where<E>& where) {
        return found<E>({words, &entityType<Beside>(), besideWords}, where);
    }

    /// Those of some words that a row's searched text holds, whole or as the beginning of a word. A word that
    /// no row holds any more may be among them.
    template <Entity E>
    std::optional<QStringList> wordsHeld(const QStringList& words, WordPart part) {
        return fetchWords(entityType<E>(), words, part);
    }

    /// True where the answer of every read is the whole truth.
    virtual bool authority() const = 0;
    /// False where a device holds rows that do not show, for the moment, what its own unsent commands have
    /// done: nobody may count on them what is left.
    virtual bool showsPending() { return true; }

  protected:
    virtual std::optional<AnyRow> fetch(const EntityType& type, const Uuid& id) = 0;
    virtual std::vector<AnyRow> fetchMany(const EntityType& type, const QVariantList& ids) = 0;
    virtual std::optional<std::vector<AnyRow>> fetchList(const EntityType& type, const Condition& where) = 0;
    virtual std::optional<std::vector<AnyRow>> fetchSearch(const EntityType& type, const WordSearch& search,
                                                           const Condition& where) = 0;
    virtual std::optional<QStringList> fetchWords(const EntityType&, const QStringList&, WordPart) {
        return std::nullopt;
    }
    virtual std::optional<std::vector<AnyRow>> fetchFollowers(const EntityType&, const FollowRule&,
                                                              const Uuid&) {
        return std::nullopt;
    }
    /// Only where queries are answered.
    using Pairs = std::vector<std::pair<QVariant, QVariant>>;
    virtual std::optional<Pairs> fetchLargest(const EntityType&, const char*, const char*, const Condition&) {
        return std::nullopt;
    }

  private:
    template <Entity E>
    std::optional<QList<E>> found(const WordSearch& search, const Where<E>& where) {
        const auto rows = fetchSearch(entityType<E>(), search, where.condition());
        return rows ? std::optional(unwrap<E>(*rows)) : std::nullopt;
    }
    template <Entity E>
    static QList<E> unwrap(const std::vector<AnyRow>& rows) {
        QList<E> out;
        out.reserve(static_cast<qsizetype>(rows.size()));
        for (const AnyRow& row : rows) out.append(row.template as<E>());
        return out;
    }
};

/// Holds nothing: what a client without a cache can read.
class NullReader final : public Reader {
  public:
    bool authority() const override { return false; }

  protected:
    std::optional<AnyRow> fetch(const EntityType&, const Uuid&) override { return std::nullopt; }
    std::vector<AnyRow> fetchMany(const EntityType&, const QVariantList&) override { return {}; }
    std::optional<std::vector<AnyRow>> fetchList(const EntityType&, const Condition&) override {
        return std::nullopt;
    }
    std::optional<std::vector<AnyRow>> fetchSearch(const EntityType&, const WordSearch&,
                                                   const Condition&) override {
        return std::nullopt;
    }
};

}  // namespace simrs
