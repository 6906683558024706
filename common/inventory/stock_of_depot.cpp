// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in a depot. A device that does not hold all of it says so instead of "nothing".
#include <QHash>
#include <QSet>
#include <algorithm>

#include "common/base/limits.h"
#include "common/core/case_item.h"
#include "common/inventory/requests.h"

namespace simrs {

Result<Shelf> StockOfDepot::answer(Reader& reader, const Caller&, const StockOfDepot& request) {
    const int most = static_cast<int>(std::clamp<qint64>(request.limit, 1, limits::kListRows - 1));
    auto lines = reader.list(Where<StockLine>()
                                 .eq<&StockLine::depotId>(request.depotId)
                                 .orderBy<&StockLine::lotId>()
                                 .limit(most + 1));
    if (!lines) return fail(ErrorCode::NotConnected);
    Shelf shelf;
    shelf.more = lines->size() > most;
    if (shelf.more) lines->resize(most);
    QList<LotId> ids;
    QList<Uuid> subjects;
    for (const StockLine& line : *lines) {
        ids.append(line.lotId);
        subjects.append(line.id.uuid());
    }
    QHash<LotId, Lot> lots;
    for (const Lot& lot : reader.getMany<Lot>(ids)) lots.insert(lot.id, lot);
    QHash<LotId, qint64> promised;
    const auto rights = reader.list(
        Where<StockRight>().eq<&StockRight::depotId>(request.depotId).in<&StockRight::lotId>(ids));
    for (const StockRight& right : rights.value_or(QList<StockRight>()))
        promised[right.lotId] += right.granted - right.used;
    QSet<Uuid> open;
    const auto cases = reader.list(Where<CaseItem>()
                                       .eq<&CaseItem::settled>(false)
                                       .eq<&CaseItem::kind>(CaseKind::StockDiscrepancy)
                                       .in<&CaseItem::subject>(subjects));
    for (const CaseItem& item : cases.value_or(QList<CaseItem>())) open.insert(item.subject);
    for (const StockLine& line : *lines)
        shelf.lines.append(
            {line, lots.value(line.lotId), promised.value(line.lotId), open.contains(line.id.uuid())});
    return shelf;
}

QStringList StockOfDepot::topics(const StockOfDepot& request) {
    // Every change of a line or of what is promised has its movement.
    return {QStringLiteral("movement/") + request.depotId.toString()};
}

}  // namespace simrs
