// SPDX-License-Identifier: GPL-3.0-or-later
// Writing movements: the parts that several requests share. Rows are always locked in one order, the line
// before the rights, so that two of them wait for each other at most once.
#pragma once

#include "common/core/case_item.h"
#include "common/core/request.h"
#include "common/inventory/stock.h"

namespace simrs {

/// Which place a movement has in its command.
namespace movement_slot {
inline constexpr std::uint32_t kFirst = 0;
inline constexpr std::uint32_t kUnbacked = 1;  ///< An issue that no right covers.
inline constexpr std::uint32_t kAdjust = 2;
inline constexpr std::uint32_t kWrittenOff = 100;  ///< And on: one for each frozen right of a count.
}  // namespace movement_slot

/// A movement of this command, without kind and quantity.
Movement movementOf(FactTx& tx, const CommandContext& context, const LotId& lot, const DepotId& depot,
                    std::uint32_t slot);

/// The lot with its batch, known and good for another day. Errors: LotUnknown, LotExpired.
Status checkLot(Reader& reader, const LotId& lot, QDate today);

/// Adds to the free stock; the line is made where there is none.
void addFree(WishTx& tx, const LotId& lot, const DepotId& depot, qint64 quantity);

/// Takes what is left under a right back into the free stock, and says how much that was. The line must be
/// locked.
qint64 takeBack(WishTx& tx, const CommandContext& context, const StockRight& right, RightState state,
                std::uint32_t slot);

/// On the server: an issue of `issue.quantity` that no right covers. `fromFree` takes it off the free stock
/// as far as that goes; the rest is written as an adjustment, so that the books still add up, and a case asks
/// for a count.
void issueUnbacked(FactTx& tx, const CommandContext& context, Movement issue, bool fromFree);

/// On the server: a fact about rows that do not exist, or about a quantity that cannot be, is kept whole for
/// a person.
void keepForPerson(FactTx& tx, const CommandContext& context, const LotId& lot, const QByteArray& command);

/// Whether a fact can be written down as it is; on a device, as far as it can know.
bool isRecordable(FactTx& tx, const LotId& lot, const DepotId& depot, qint64 quantity);

}  // namespace simrs
