// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of numbers granted to devices, and the call that asks for one.
#pragma once

#include "common/core/request.h"

namespace simrs {

using NumberBlockId = TypedId<struct NumberBlockTag>;

struct NumberBlock {
    NumberBlockId id;
    NumberKind kind = NumberKind::MedicalRecord;
    DeviceId deviceId;  ///< Null: the server's own, for commands that came with a temporary number.
    qint64 first = 0;
    qint64 last = 0;
    Instant grantedAt;
    UserId grantedTo;

    bool operator==(const NumberBlock&) const = default;
};
template <>
inline constexpr std::array fieldsOf<NumberBlock> = {
    field<&NumberBlock::id>(1, "id"),
    field<&NumberBlock::kind>(2, "kind"),
    field<&NumberBlock::deviceId>(3, "device_id"),
    field<&NumberBlock::first>(4, "first_number"),
    field<&NumberBlock::last>(5, "last_number"),
    field<&NumberBlock::grantedAt>(6, "granted_at"),
    field<&NumberBlock::grantedTo>(7, "granted_to"),
};
static_assert(wellDescribed<NumberBlock>());
template <>
inline constexpr EntityInfo entityInfo<NumberBlock>{.kind = 14,
                                                    .table = "number_block",
                                                    .conflict = ConflictClass::ServerOnly,
                                                    .unique = {"kind, first_number"},
                                                    .index = {"device_id, kind"},
                                                    .check = {"last_number >= first_number"},
                                                    .foreign = {{{"device_id", "device"}}},
                                                    .audited = true};

/// Asks for the device's next block. A block whose answer was lost is answered again.
struct TakeNumbers {
    NumberKind kind = NumberKind::MedicalRecord;
    qint64 known = 0;  ///< The largest last number of this kind that the device holds; 0 for none.

    bool operator==(const TakeNumbers&) const = default;
    static constexpr RequestInfo info{110, "take_numbers", Permission::TakeNumbers, RequestKind::Call};
    struct Reply {
        qint64 first = 0;
        qint64 last = 0;
        bool operator==(const Reply&) const = default;
    };
    static Result<Reply> perform(WishTx& tx, const Caller& caller, const TakeNumbers& request);
};
template <>
inline constexpr std::array fieldsOf<TakeNumbers> = {
    field<&TakeNumbers::kind>(1, "kind"),
    field<&TakeNumbers::known>(2, "known"),
};
static_assert(wellDescribed<TakeNumbers>());
template <>
inline constexpr std::array fieldsOf<TakeNumbers::Reply> = {
    field<&TakeNumbers::Reply::first>(1, "first"),
    field<&TakeNumbers::Reply::last>(2, "last"),
};
static_assert(wellDescribed<TakeNumbers::Reply>());

/// The counter behind a kind of number: how many blocks have been granted, from 1.
QString numberCounter(NumberKind kind);
/// The number that follows a temporary one, from the server's own blocks; 0 on a device.
qint64 finalNumber(FactTx& tx, const CommandContext& context, NumberKind kind);

}  // namespace simrs
