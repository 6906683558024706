// SPDX-License-Identifier: GPL-3.0-or-later
// The feed's statements. Numbers of one pass follow each other without a gap, so a transaction's rows stand
// side by side, whoever reads them.
#include "common/store/feed.h"

#include <algorithm>
#include <limits>

#include "common/base/planted_bug.h"
#include "common/store/dialect.h"

namespace simrs {
namespace {

constexpr qsizetype kScopesAStatement = 50;

/// The first `most` rows with numbers from + 1 to `to`, appended in order.
void appendRows(Database& db, qint64 from, qint64 to, const QStringList& scopes, qint64 most,
                std::vector<NumberedRow>& rows) {
    const auto old = static_cast<std::ptrdiff_t>(rows.size());
    for (qsizetype at = 0; at < scopes.size(); at += kScopesAStatement) {
        const QStringList some = scopes.mid(at, kScopesAStatement);
        QVariantList values;
        for (const QString& scope : some) values.append({scope, from, to, most});
        values.append(most);
        db.query(feedSliceStatement(some.size()), values,
                 [&](const Row& row) { rows.push_back(numberedRow(row)); });
    }
    std::sort(rows.begin() + old, rows.end(),
              [](const NumberedRow& a, const NumberedRow& b) { return a.seq < b.seq; });
    if (static_cast<qint64>(rows.size()) - old > most) rows.resize(static_cast<std::size_t>(old + most));
}

/// The last number of the transaction that this row belongs to.
qint64 endOfTransaction(Database& db, const NumberedRow& row, qint64 head) {
    qint64 end = head;
    db.query(QStringLiteral("SELECT seq FROM feed WHERE seq > ? AND tx <> ? ORDER BY seq LIMIT 1"),
             {row.seq, row.tx.toBytes()}, [&](const Row& next) { end = next.value(0).toLongLong() - 1; });
    return std::min(end, head);
}

}  // namespace

QString feedSliceStatement(qsizetype scopes) {
    const QString one = QStringLiteral(
        "SELECT * FROM (SELECT seq, tx, n, entity, id, version, op, scope, payload FROM feed "
        "WHERE scope = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?) AS s");
    return QStringList(scopes, one).join(QStringLiteral(" UNION ALL ")) +
           QStringLiteral(" ORDER BY seq LIMIT ?");
}

QString feedNumberingStatement() {
    return QStringLiteral(
               "UPDATE feed SET seq = (SELECT h.seq FROM feed_head h) + fresh.place FROM ("
               "SELECT number, row_number() OVER (ORDER BY %1) AS place FROM ("
               "SELECT number, n, min(number) OVER (PARTITION BY tx) AS began FROM feed WHERE seq IS NULL"
               ") AS untold) AS fresh WHERE feed.seq IS NULL AND feed.number = fresh.number")
        .arg(isPlanted(PlantedBug::SplitTransactions) ? QStringLiteral("n, began")
                                                      : QStringLiteral("began, n"));
}

QString feedAdvanceStatement() {
    return QStringLiteral(
        "UPDATE feed_head SET seq = (SELECT max(f.seq) FROM feed f WHERE f.seq IS NOT NULL) "
        "WHERE seq < (SELECT max(f.seq) FROM feed f WHERE f.seq IS NOT NULL)");
}

NumberedRow numberedRow(const Row& row) {
    return {row.value(0).toLongLong(),
            Uuid::fromBytes(row.value(1).toByteArray()),
            row.value(2).toLongLong(),
            static_cast<std::uint32_t>(row.value(3).toUInt()),
            Uuid::fromBytes(row.value(4).toByteArray()),
            row.value(5).toLongLong(),
            static_cast<RowOp>(row.value(6).toInt()),
            row.value(7).toString(),
            row.value(8).toByteArray()};
}

void makeFeedHead(Database& db, const Uuid& epoch) {
    db.execute(QStringLiteral("INSERT INTO feed_head (one, epoch, seq) VALUES (1, ?, 0) "
                              "ON CONFLICT (one) DO NOTHING"),
               {epoch.toBytes()});
}

void replaceFeedEpoch(Database& db, const Uuid& epoch) {
    db.execute(QStringLiteral("UPDATE feed_head SET epoch = ?"), {epoch.toBytes()});
}

FeedHead readDurableMark(Database& db) {
    FeedHead mark;
    db.query(QStringLiteral("SELECT epoch, seq FROM durable_mark"), {}, [&](const Row& row) {
        mark = {Uuid::fromBytes(row.value(0).toByteArray()), row.value(1).toLongLong()};
    });
    return mark;
}

void writeDurableMark(Database& db, const FeedHead& mark) {
    db.execute(QStringLiteral("INSERT INTO durable_mark (one, epoch, seq) VALUES (1, ?, ?) ON CONFLICT (one) "
                              "DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq"),
               {mark.epoch.toBytes(), mark.seq});
}

FeedState readFeedState(Database& db) {
    FeedState state;
    // The order makes both engines take the short index of unnumbered rows, whatever they believe of the
    // table.
    db.query(
        QStringLiteral("SELECT feed_head.epoch, feed_head.seq, (SELECT number FROM feed WHERE seq IS NULL "
                       "ORDER BY number LIMIT 1), m.epoch, m.seq FROM feed_head LEFT JOIN durable_mark m "
                       "ON m.one = feed_head.one"),
        {}, [&](const Row& row) {
            state.head = {Uuid::fromBytes(row.value(0).toByteArray()), row.value(1).toLongLong()};
            state.unnumbered = !row.value(2).isNull();
            // A backup of another epoch knows nothing of this one.
            const Uuid marked = Uuid::fromBytes(row.value(3).toByteArray());
            const bool backedUp = !marked.isNull() && !isPlanted(PlantedBug::DurableTooEarly);
            state.durable = !backedUp                    ? state.head.seq
                            : marked == state.head.epoch ? row.value(4).toLongLong()
                                                         : 0;
        });
    return state;
}

void numberFeed(Database& db) {
    for (const QString& statement : dialect::feedTurn(db.engine())) db.later(statement, {});
    db.later(feedNumberingStatement(), {});
    db.later(feedAdvanceStatement(), {});
    for (const QString& statement : dialect::feedNews(db.engine())) db.later(statement, {});
}

FeedSlice readFeedSlice(Database& db, qint64 from, const QStringList& scopes, int most) {
    // The head first: all rows up to it are there from now on, whatever is numbered meanwhile.
    const FeedHead head = readFeedState(db).head;
    FeedSlice slice{head.epoch, head.seq, false, {}};
    if (head.seq <= from) return slice;
    appendRows(db, from, head.seq, scopes, qint64{most} + 1, slice.rows);
    if (slice.rows.size() <= static_cast<std::size_t>(most)) return slice;
    slice.rows.pop_back();
    const NumberedRow last = slice.rows.back();
    slice.to = isPlanted(PlantedBug::TornBatch)       ? last.seq
               : isPlanted(PlantedBug::HeadSkipsRest) ? head.seq
                                                      : endOfTransaction(db, last, head.seq);
    if (isPlanted(PlantedBug::HeadSkipsRest)) return slice;
    slice.more = slice.to < head.seq;
    appendRows(db, last.seq, slice.to, scopes, std::numeric_limits<qint32>::max(), slice.rows);
    return slice;
}

}  // namespace simrs
