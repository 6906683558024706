// SPDX-License-Identifier: GPL-3.0-or-later
// A place in the counter's queue (nomor antrean loket): anonymous when it is taken, linked to the visit once
// somebody was served. A series of its own, apart from the clinics' (hospital-practice 1.4, 1).
#pragma once

#include "common/registration/hospital_lists.h"
#include "common/registration/visit.h"

namespace simrs {

using CounterTicketId = TypedId<struct CounterTicketTag>;

namespace limits {
inline constexpr int kCounterChars = 20;
/// What a busy day of a large hospital stays well below.
inline constexpr int kDayRows = 20'000;
}  // namespace limits

/// Skipped: called and not there. It may be called again.
enum class CounterState { Waiting, Called, Serving, Served, Skipped };
constexpr int enumCount(CounterState) { return 5; }

struct CounterTicket {
    CounterTicketId id;
    QDate serviceDate;
    CounterServiceId serviceId;
    QString letter;      ///< Of the service, as it was that day.
    qint64 number = 0;   ///< Counted under the letter from 1 each day.
    bool first = false;  ///< Of a service whose people go first.
    CounterState state = CounterState::Waiting;
    Instant takenAt;
    Instant calledAt;  ///< The first time.
    qint64 calls = 0;
    qint64 turn = 0;  ///< Its place among the day's first calls; 0: not called yet.
    QString counter;  ///< Where it was called to last.
    UserId calledBy;
    Instant servedAt;  ///< Null: nobody came yet.
    Instant doneAt;    ///< Null: not served to the end.
    VisitId visitId;   ///< Null: anonymous.

    bool operator==(const CounterTicket&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CounterTicket> = {
    field<&CounterTicket::id>(1, "id"),
    field<&CounterTicket::serviceDate>(2, "service_date"),
    field<&CounterTicket::serviceId>(3, "service_id"),
    field<&CounterTicket::letter>(4, "letter", {.max = 2}),
    field<&CounterTicket::number>(5, "number"),
    field<&CounterTicket::first>(6, "goes_first"),
    field<&CounterTicket::state>(7, "state"),
    field<&CounterTicket::takenAt>(8, "taken_at"),
    field<&CounterTicket::calledAt>(9, "called_at"),
    field<&CounterTicket::calls>(10, "calls"),
    field<&CounterTicket::turn>(11, "turn"),
    field<&CounterTicket::counter>(12, "counter", {.max = limits::kCounterChars}),
    field<&CounterTicket::calledBy>(13, "called_by"),
    field<&CounterTicket::servedAt>(14, "served_at"),
    field<&CounterTicket::doneAt>(15, "done_at"),
    field<&CounterTicket::visitId>(16, "visit_id"),
};
static_assert(wellDescribed<CounterTicket>());
template <>
inline constexpr EntityInfo entityInfo<CounterTicket>{
    .kind = 53,
    .table = "counter_ticket",
    .conflict = ConflictClass::StateGuard,
    .unique = {"service_date, letter, number"},
    .index = {"service_date, state", "visit_id"},
    .check = {"number > 0"},
    .foreign = {{{"visit_id", "visit"}}},
    .topicColumn = "service_date",
    // Nobody's data, yet whoever waits wants to know why another was called before him.
    .audited = true};

/// Whether somebody stands at a counter with it, or is on his way there.
inline bool isAtCounter(const CounterTicket& ticket) {
    return ticket.state == CounterState::Called || ticket.state == CounterState::Serving;
}

/// The counter of the numbers under a letter of a day; another one than the clinics'.
QString counterTicketSeries(QDate day, const QString& letter);
/// How many of those who go first are called in a row while others wait. So at least every third call is one
/// of the others, and nobody waits for ever.
inline constexpr int kFirstInARow = 2;
/// In the order in which they will be called: those who go first, but after kFirstInARow of them one of the
/// others; each kind as they came. `inARow`: how many of the first kind were called last, without another.
QList<CounterTicket> callingOrder(QList<CounterTicket> waiting, int inARow);
/// Of the tickets that were called, in any order: how many of the first kind came last, without another.
int firstInARow(QList<CounterTicket> called);

}  // namespace simrs
