// SPDX-License-Identifier: GPL-3.0-or-later
// What a restored backup does not know: the numbers that were given after it was made. They are never given
// again, and whoever comes with one of them is believed.
#pragma once

#include <QHash>

#include "common/core/number_block.h"

namespace simrs {

class BulkLoader;

using RestoredNumbersId = TypedId<struct RestoredNumbersTag>;

/// A range out of which blocks may have been granted between a backup and its restore, nobody knows to whom.
struct RestoredNumbers {
    RestoredNumbersId id;
    NumberKind kind = NumberKind::MedicalRecord;
    qint64 first = 0;
    qint64 last = 0;
    Instant restoredAt;

    bool operator==(const RestoredNumbers&) const = default;
};
template <>
inline constexpr std::array fieldsOf<RestoredNumbers> = {
    field<&RestoredNumbers::id>(1, "id"),
    field<&RestoredNumbers::kind>(2, "kind"),
    field<&RestoredNumbers::first>(3, "first_number"),
    field<&RestoredNumbers::last>(4, "last_number"),
    field<&RestoredNumbers::restoredAt>(5, "restored_at"),
};
static_assert(wellDescribed<RestoredNumbers>());
template <>
inline constexpr EntityInfo entityInfo<RestoredNumbers>{.kind = 19,
                                                        .table = "restored_numbers",
                                                        .conflict = ConflictClass::ServerOnly,
                                                        .check = {"last_number >= first_number"},
                                                        .audited = true};

/// Whether this database has come from a backup: devices may know of it what it does not know of them.
bool wasRestored(Reader& reader);
/// Whether a device may rightly come with a number that nothing here says was granted to it.
bool mayHaveBeenGranted(Reader& reader, const NumberUse& use);

struct RestoreTimes {
    Instant backup;
    Instant restore;
    QString zone;
    qint64 skipBlocks = 0;  ///< At least so many blocks of each kind are skipped.
};

/// Moves every counter on to where nothing can have been given that the backup does not know of: blocks of
/// numbers, queue numbers and their ranges of all days concerned, and whatever else is counted. `counters` is
/// what the backup holds, `letters` what queue numbers begin with.
void skipGivenNumbers(WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters,
                      const QStringList& letters, const RestoreTimes& times);

}  // namespace simrs
