// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over the ledger against what the rows say.
#include "common/inventory/stock_balance.h"

#include <map>

namespace simrs {
namespace {

constexpr int kAllRows = 10'000'000;

struct Sums {
    qint64 ledger = 0;  ///< Received − issued ± adjusted.
    qint64 held = 0;    ///< Free, and left under rights.
};

struct UnderRight {
    qint64 transferred = 0;
    qint64 issued = 0;
};

using Place = std::pair<LotId, DepotId>;

QString nameOf(const Place& place) {
    return QStringLiteral("lot %1 in depot %2").arg(place.first.toString(), place.second.toString());
}

qint64 effectOf(const Movement& movement) {
    switch (movement.kind) {
        case MovementKind::Receive:
        case MovementKind::Adjust:
            return movement.quantity;
        case MovementKind::Issue:
            return -movement.quantity;
        case MovementKind::Transfer:
            return 0;
    }
    return 0;
}

void checkRight(const StockRight& right, const UnderRight& under, QStringList& out) {
    const QString name = QStringLiteral("right ") + right.id.toString();
    if (right.used < 0 || right.used > right.granted)
        out.append(QStringLiteral("%1: %2 used of %3").arg(name).arg(right.used).arg(right.granted));
    if (under.transferred != right.granted)
        out.append(
            QStringLiteral("%1: %2 moved, %3 granted").arg(name).arg(under.transferred).arg(right.granted));
    if (under.issued != right.used)
        out.append(QStringLiteral("%1: %2 issued, %3 used").arg(name).arg(under.issued).arg(right.used));
}

}  // namespace

QStringList stockFaults(const StockBooks& books) {
    QStringList out;
    std::map<Place, Sums> sums;
    std::map<StockRightId, UnderRight> under;
    for (const Movement& movement : books.movements) {
        sums[{movement.lotId, movement.depotId}].ledger += effectOf(movement);
        if (movement.rightId.isNull()) continue;
        UnderRight& right = under[movement.rightId];
        if (movement.kind == MovementKind::Transfer) right.transferred += movement.quantity;
        if (movement.kind == MovementKind::Issue) right.issued += movement.quantity;
    }
    for (const StockLine& line : books.lines) {
        sums[{line.lotId, line.depotId}].held += line.free;
        if (line.free < 0)
            out.append(nameOf({line.lotId, line.depotId}) + QStringLiteral(": %1 free").arg(line.free));
    }
    for (const StockRight& right : books.rights) {
        sums[{right.lotId, right.depotId}].held += right.granted - right.used;
        checkRight(right, under[right.id], out);
        under.erase(right.id);
    }
    for (const auto& [id, moved] : under)
        if (moved.transferred != 0 || moved.issued != 0)
            out.append(QStringLiteral("right %1: moved and not there").arg(id.toString()));
    for (const auto& [place, sum] : sums)
        if (sum.ledger != sum.held)
            out.append(nameOf(place) +
                       QStringLiteral(": %1 in the ledger, %2 held").arg(sum.ledger).arg(sum.held));
    return out;
}

std::optional<StockBooks> readStockBooks(Reader& reader) {
    auto lines = reader.list(Where<StockLine>().limit(kAllRows));
    auto rights = reader.list(Where<StockRight>().limit(kAllRows));
    auto movements = reader.list(Where<Movement>().limit(kAllRows));
    if (!lines || !rights || !movements) return std::nullopt;
    return StockBooks{std::move(*lines), std::move(*rights), std::move(*movements)};
}

}  // namespace simrs
