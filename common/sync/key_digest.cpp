// SPDX-License-Identifier: GPL-3.0-or-later
// Sums and comparisons.
#include "common/sync/key_digest.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace simrs {
namespace {

constexpr int kAllRows = 100'000'000;

quint64 hashOf(std::uint32_t kind, const Uuid& id, qint64 version) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(kind) + ' ' + QByteArray::number(version) + ' ');
    hash.addData(id.toBytes());
    return qFromBigEndian<quint64>(hash.result().constData());
}

}  // namespace

void DigestSum::add(std::uint32_t kind, const Uuid& id, qint64 version) {
    TableDigest& table = m_tables[kind];
    table.kind = kind;
    ++table.rows;
    table.sum = static_cast<qint64>(static_cast<quint64>(table.sum) + hashOf(kind, id, version));
}

QList<TableDigest> DigestSum::tables() const {
    QList<TableDigest> tables;
    for (const auto& [kind, table] : m_tables) tables.append(table);
    return tables;
}

Result<std::optional<KeyDigest>> keyDigest(Store& server, const EntityList& entities, const QString& key,
                                           qint64 asOf) {
    SIMRS_ASSIGN(const FeedPicture picture, server.feedPicture(entities, key, {}, kAllRows, asOf, {key}));
    if (picture.unnumbered || !picture.slice.rows.empty()) return std::optional<KeyDigest>();
    DigestSum sum;
    for (const AnyRow& row : picture.page.rows)
        sum.add(row.type().info->kind, idOf(row.type(), row.object()), row.version);
    return std::optional(KeyDigest{key, sum.tables()});
}

bool holdsSame(CacheTx& tx, const KeyDigest& server) {
    DigestSum sum;
    tx.eachVersion(server.key,
                   [&](std::uint32_t kind, const Uuid& id, qint64 version) { sum.add(kind, id, version); });
    QList<TableDigest> known = server.tables;
    known.removeIf(
        [&](const TableDigest& table) { return !tx.type(static_cast<std::uint32_t>(table.kind)); });
    return sum.tables() == known;
}

}  // namespace simrs
