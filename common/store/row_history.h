// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit trail holds of one row that is nobody's data: who changed it, when, from what to what.
#pragma once

#include <optional>

#include "common/store/tx.h"

namespace simrs {

/// One change of a row.
struct RowTrace {
    Instant at;
    Uuid actor;       ///< Null: the system itself, or its command line.
    QString request;  ///< "save_clinic"
    bool made = false;
    QList<FieldChange> changes;
};

/// A second face of the reader that answers a server's queries. Rules and writes never ask what was.
class TrailReader {
  public:
    virtual ~TrailReader() = default;
    virtual QList<RowTrace> rowTraces(std::uint32_t kind, const Uuid& row, const QStringList& requests) = 0;
};

/// The changes that these requests have made, oldest first. Nothing where the trail is not held: on a device.
std::optional<QList<RowTrace>> rowHistory(Reader& reader, std::uint32_t kind, const Uuid& row,
                                          const QStringList& requests);

/// For that reader alone; throws StoreFault.
QList<RowTrace> tracesInAudit(Database& db, std::uint32_t kind, const Uuid& row, const QStringList& requests);

}  // namespace simrs
