// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a device's copy of a key is the server's: of each table, how many rows and a sum over ids and
// versions, at one place of the feed. A copy that differs is thrown away and fetched anew.
#pragma once

#include <map>
#include <optional>

#include "common/entity/codec.h"
#include "common/sync/replica.h"

namespace simrs {

struct TableDigest {
    qint64 kind = 0;
    qint64 rows = 0;
    qint64 sum = 0;  ///< Of 64 bits of a hash of each row's id and version, in whatever order.

    bool operator==(const TableDigest&) const = default;
};
template <>
inline constexpr std::array fieldsOf<TableDigest> = {
    field<&TableDigest::kind>(1, "kind"),
    field<&TableDigest::rows>(2, "rows"),
    field<&TableDigest::sum>(3, "sum"),
};
static_assert(wellDescribed<TableDigest>());

/// A device asks for the digest of a key that it holds.
struct AskDigest {
    QString key;

    bool operator==(const AskDigest&) const = default;
};
template <>
inline constexpr std::array fieldsOf<AskDigest> = {field<&AskDigest::key>(1, "key", {.max = 60})};
static_assert(wellDescribed<AskDigest>());

struct KeyDigest {
    QString key;
    Uuid epoch;
    qint64 seq = 0;             ///< What the feed has told up to here, and nothing behind it.
    QList<TableDigest> tables;  ///< Those with rows, by kind.

    bool operator==(const KeyDigest&) const = default;
};
template <>
inline constexpr std::array fieldsOf<KeyDigest> = {
    field<&KeyDigest::key>(1, "key", {.max = 60}),
    field<&KeyDigest::epoch>(2, "epoch"),
    field<&KeyDigest::seq>(3, "seq"),
    field<&KeyDigest::tables>(4, "tables"),
};
static_assert(wellDescribed<KeyDigest>());

/// The same sum on both sides.
class DigestSum {
  public:
    void add(std::uint32_t kind, const Uuid& id, qint64 version);
    QList<TableDigest> tables() const;

  private:
    std::map<std::uint32_t, TableDigest> m_tables;
};

/// The server's. Nothing where rows were committed that have no number yet: ask again. Errors: the store's.
Result<std::optional<KeyDigest>> keyDigest(Store& server, const EntityList& entities, const QString& key);

enum class DigestVerdict {
    Equal,
    Different,  ///< The key has been dropped: follow the feed from the replica's position, and it comes anew.
    NotNow,     ///< The cache stands elsewhere: ask again when it has come to the head.
};

/// Compares a device's cache with what the server says. Tables this program does not know count for nothing.
/// What is pending is undone before and run again after. Errors: the store's.
Result<DigestVerdict> verifyKey(Store& cache, const Replica& replica, const KeyDigest& server,
                                const QList<OutboxEntry>& pending);

}  // namespace simrs
