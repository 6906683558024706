// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of rows that are nobody's data stand together with whatever else their command did; an index by
// request keeps the millions of other lines of the trail out.
#include "common/store/row_history.h"

namespace simrs {

std::optional<QList<RowTrace>> rowHistory(Reader& reader, std::uint32_t kind, const Uuid& row,
                                          const QStringList& requests) {
    auto* trail = dynamic_cast<TrailReader*>(&reader);
    if (!trail || !reader.authority()) return std::nullopt;
    return trail->rowTraces(kind, row, requests);
}

QList<RowTrace> tracesInAudit(Database& db, std::uint32_t kind, const Uuid& row,
                              const QStringList& requests) {
    Condition where;
    QVariantList names;
    for (const QString& request : requests) names.append(request);
    where.addIn("request", names);
    QList<RowTrace> traces;
    db.query(QStringLiteral("SELECT at, actor, request, changes FROM audit WHERE patient IS NULL AND note <> "
                            "'read' AND ") +
                 where.sql + QStringLiteral(" ORDER BY number"),
             where.values, [&](const Row& line) {
                 const auto all = decode<AuditChanges>(line.value(3).toByteArray());
                 if (!all) return;
                 for (const AuditChange& change : all->list) {
                     if (change.entity != kind || change.row != row) continue;
                     traces.append({Instant(line.value(0).toLongLong()),
                                    Uuid::fromBytes(line.value(1).toByteArray()), line.value(2).toString(),
                                    change.op == static_cast<int>(RowOp::Insert), change.changes});
                 }
             });
    return traces;
}

}  // namespace simrs
