// SPDX-License-Identifier: GPL-3.0-or-later
// Queue numbers that devices may print by themselves: ranges under the letter of a day, granted beforehand,
// and the call that asks for one.
#pragma once

#include "common/core/request.h"

namespace simrs {

/// The server counts 1 to 500 under a letter, then goes on behind the reserved numbers.
inline constexpr qint64 kFirstReservedTicket = 501;
inline constexpr qint64 kLastReservedTicket = 8500;
/// How many numbers one range holds: 200 ranges under a letter of a day.
inline constexpr qint64 kTicketRangeSize = 40;

/// The queue number the server gives as the `count`th (from 1) under a letter of a day: never a reserved one.
constexpr qint64 ticketOfCount(qint64 count) {
    return count < kFirstReservedTicket ? count : count + kLastReservedTicket - kFirstReservedTicket + 1;
}
constexpr bool isReservedTicket(qint64 number) {
    return kFirstReservedTicket <= number && number <= kLastReservedTicket;
}

using TicketRangeId = TypedId<struct TicketRangeTag>;

struct TicketRange {
    TicketRangeId id;
    QDate serviceDate;
    QString letter;
    DeviceId deviceId;
    qint64 first = 0;
    qint64 last = 0;
    Instant grantedAt;
    UserId grantedTo;

    bool operator==(const TicketRange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<TicketRange> = {
    field<&TicketRange::id>(1, "id"),
    field<&TicketRange::serviceDate>(2, "service_date"),
    field<&TicketRange::letter>(3, "letter", {.max = 2}),
    field<&TicketRange::deviceId>(4, "device_id"),
    field<&TicketRange::first>(5, "first_number"),
    field<&TicketRange::last>(6, "last_number"),
    field<&TicketRange::grantedAt>(7, "granted_at"),
    field<&TicketRange::grantedTo>(8, "granted_to"),
};
static_assert(wellDescribed<TicketRange>());
template <>
inline constexpr EntityInfo entityInfo<TicketRange>{.kind = 24,
                                                    .table = "ticket_range",
                                                    .conflict = ConflictClass::ServerOnly,
                                                    .unique = {"service_date, letter, first_number"},
                                                    .index = {"device_id, service_date, letter"},
                                                    .check = {"last_number >= first_number"},
                                                    .foreign = {{{"device_id", "device"}}},
                                                    .audited = true};

/// Asks for the device's next range under a letter, for today or tomorrow. A range whose answer was lost is
/// answered again. Errors: ServiceDateInvalid, FieldInvalid (args: "letter"), NumbersExhausted.
struct TakeTicketRange {
    QDate serviceDate;
    QString letter;
    qint64 known = 0;  ///< The largest last number that the device holds under this letter; 0 for none.

    bool operator==(const TakeTicketRange&) const = default;
    static constexpr RequestInfo info{115, "take_ticket_range", Permission::TakeNumbers, RequestKind::Call};
    struct Reply {
        qint64 first = 0;
        qint64 last = 0;
        bool operator==(const Reply&) const = default;
    };
    static Result<Reply> perform(WishTx& tx, const Caller& caller, const TakeTicketRange& request);
};
template <>
inline constexpr std::array fieldsOf<TakeTicketRange> = {
    field<&TakeTicketRange::serviceDate>(1, "service_date"),
    field<&TakeTicketRange::letter>(2, "letter", {.max = 2}),
    field<&TakeTicketRange::known>(3, "known"),
};
static_assert(wellDescribed<TakeTicketRange>());
template <>
inline constexpr std::array fieldsOf<TakeTicketRange::Reply> = {
    field<&TakeTicketRange::Reply::first>(1, "first"),
    field<&TakeTicketRange::Reply::last>(2, "last"),
};
static_assert(wellDescribed<TakeTicketRange::Reply>());

}  // namespace simrs
