// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's queue: taking a number, calling it to a counter, what became of it, who waits; and the board
// of the desk.
#pragma once

#include "common/core/request_table.h"
#include "common/registration/counter_ticket.h"

namespace simrs {

// ---- taking a number
struct CounterTicketTaken {
    CounterTicket ticket;
    qint64 ahead = 0;  ///< How many are called before it, as it looks now.
    bool operator==(const CounterTicketTaken&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CounterTicketTaken> = {
    field<&CounterTicketTaken::ticket>(1, "ticket"),
    field<&CounterTicketTaken::ahead>(2, "ahead"),
};
static_assert(wellDescribed<CounterTicketTaken>());

/// For whoever stands before the dispenser: it asks for no name. Errors: CounterServiceUnknown.
struct TakeCounterTicket {
    CounterServiceId serviceId;
    bool operator==(const TakeCounterTicket&) const = default;
    static constexpr RequestInfo info{250, "take_counter_ticket", Permission::TakeCounterTicket,
                                      RequestKind::Wish};
    using Reply = CounterTicketTaken;
    static Status prepare(Prepare& prepare, TakeCounterTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const TakeCounterTicket& command);
    static Status apply(WishTx& tx, const CommandContext& context, const TakeCounterTicket& command);
    static Reply outcome(FactTx& tx, const TakeCounterTicket& command);
    static QList<NumberUse> numbers(const TakeCounterTicket&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<TakeCounterTicket> = {
    field<&TakeCounterTicket::serviceId>(1, "service_id"),
};
static_assert(wellDescribed<TakeCounterTicket>());

// ---- calling
struct CounterTicketNow {
    CounterTicket ticket;
    bool operator==(const CounterTicketNow&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CounterTicketNow> = {field<&CounterTicketNow::ticket>(1, "ticket")};
static_assert(wellDescribed<CounterTicketNow>());

/// Calls the next one to a counter, by callingOrder(); or a chosen one, which may be the one that is there
/// already and did not hear. Whoever was at this counter before has been served, or skipped where he never
/// came. Errors: FieldRequired ("counter"), CounterQueueEmpty, CounterTicketUnknown, CounterTicketTaken
/// (args: the other counter), CounterTicketDone.
struct CallCounterTicket {
    QString counter;
    CounterTicketId ticketId;          ///< Null: the next.
    QList<CounterServiceId> services;  ///< Of the next: only of these; empty: of all.
    bool operator==(const CallCounterTicket&) const = default;
    static constexpr RequestInfo info{251, "call_counter_ticket", Permission::EnterVisit, RequestKind::Wish};
    using Reply = CounterTicketNow;
    static Status prepare(Prepare& prepare, CallCounterTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const CallCounterTicket& command);
    static Status apply(WishTx& tx, const CommandContext& context, const CallCounterTicket& command);
    static Reply outcome(FactTx& tx, const CallCounterTicket& command);
    static QList<NumberUse> numbers(const CallCounterTicket&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<CallCounterTicket> = {
    field<&CallCounterTicket::counter>(1, "counter", {.max = limits::kCounterChars}),
    field<&CallCounterTicket::ticketId>(2, "ticket_id"),
    field<&CallCounterTicket::services>(3, "services"),
};
static_assert(wellDescribed<CallCounterTicket>());

// ---- what became of it
/// He came: from now on he is being served. Errors of these four: FieldRequired ("counter"),
/// CounterTicketUnknown, CounterTicketTaken (args: the other counter; none where it was not called),
/// CounterTicketDone.
struct ServeCounterTicket {
    CounterTicketId ticketId;
    QString counter;
    bool operator==(const ServeCounterTicket&) const = default;
    static constexpr RequestInfo info{257, "serve_counter_ticket", Permission::EnterVisit, RequestKind::Wish};
    using Reply = CounterTicketNow;
    static Status prepare(Prepare& prepare, ServeCounterTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const ServeCounterTicket& command);
    static Status apply(WishTx& tx, const CommandContext& context, const ServeCounterTicket& command);
    static Reply outcome(FactTx& tx, const ServeCounterTicket& command);
    static QList<NumberUse> numbers(const ServeCounterTicket&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ServeCounterTicket> = {
    field<&ServeCounterTicket::ticketId>(1, "ticket_id"),
    field<&ServeCounterTicket::counter>(2, "counter", {.max = limits::kCounterChars}),
};
static_assert(wellDescribed<ServeCounterTicket>());

/// He has what he came for.
struct FinishCounterTicket {
    CounterTicketId ticketId;
    QString counter;
    bool operator==(const FinishCounterTicket&) const = default;
    static constexpr RequestInfo info{252, "finish_counter_ticket", Permission::EnterVisit,
                                      RequestKind::Wish};
    using Reply = CounterTicketNow;
    static Status prepare(Prepare& prepare, FinishCounterTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const FinishCounterTicket& command);
    static Status apply(WishTx& tx, const CommandContext& context, const FinishCounterTicket& command);
    static Reply outcome(FactTx& tx, const FinishCounterTicket& command);
    static QList<NumberUse> numbers(const FinishCounterTicket&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<FinishCounterTicket> = {
    field<&FinishCounterTicket::ticketId>(1, "ticket_id"),
    field<&FinishCounterTicket::counter>(2, "counter", {.max = limits::kCounterChars}),
};
static_assert(wellDescribed<FinishCounterTicket>());

/// He did not come. Not of one that is linked to a visit: CounterTicketDone.
struct SkipCounterTicket {
    CounterTicketId ticketId;
    QString counter;
    bool operator==(const SkipCounterTicket&) const = default;
    static constexpr RequestInfo info{253, "skip_counter_ticket", Permission::EnterVisit, RequestKind::Wish};
    using Reply = CounterTicketNow;
    static Status prepare(Prepare& prepare, SkipCounterTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const SkipCounterTicket& command);
    static Status apply(WishTx& tx, const CommandContext& context, const SkipCounterTicket& command);
    static Reply outcome(FactTx& tx, const SkipCounterTicket& command);
    static QList<NumberUse> numbers(const SkipCounterTicket&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<SkipCounterTicket> = {
    field<&SkipCounterTicket::ticketId>(1, "ticket_id"),
    field<&SkipCounterTicket::counter>(2, "counter", {.max = limits::kCounterChars}),
};
static_assert(wellDescribed<SkipCounterTicket>());

/// The visit he was registered for: from now on the number is somebody's. Of one that has ended without a
/// visit, too: whoever was registered did come. Who was served with a visit keeps it. Errors beside those
/// above: VisitUnknown.
struct LinkCounterTicket {
    CounterTicketId ticketId;
    QString counter;
    VisitId visitId;
    bool operator==(const LinkCounterTicket&) const = default;
    static constexpr RequestInfo info{254, "link_counter_ticket", Permission::EnterVisit, RequestKind::Wish};
    using Reply = CounterTicketNow;
    static Status prepare(Prepare& prepare, LinkCounterTicket& command);
    static Status check(Reader& reader, const CommandContext& context, const LinkCounterTicket& command);
    static Status apply(WishTx& tx, const CommandContext& context, const LinkCounterTicket& command);
    static Reply outcome(FactTx& tx, const LinkCounterTicket& command);
    static QList<NumberUse> numbers(const LinkCounterTicket&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<LinkCounterTicket> = {
    field<&LinkCounterTicket::ticketId>(1, "ticket_id"),
    field<&LinkCounterTicket::counter>(2, "counter", {.max = limits::kCounterChars}),
    field<&LinkCounterTicket::visitId>(3, "visit_id"),
};
static_assert(wellDescribed<LinkCounterTicket>());

// ---- who waits
/// Numbers without names: whoever sees the queue learns nothing of a patient.
struct CounterQueue {
    QList<CounterTicket> atCounter;  ///< Called or being served, by counter.
    QList<CounterTicket> waiting;    ///< In the order in which they will be called.
    QList<CounterTicket> ended;      ///< Served or skipped, the last first.
    qint64 served = 0;               ///< Of the whole day, also where `ended` does not hold all.
    qint64 skipped = 0;
    bool operator==(const CounterQueue&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CounterQueue> = {
    field<&CounterQueue::atCounter>(1, "at_counter"), field<&CounterQueue::waiting>(2, "waiting"),
    field<&CounterQueue::ended>(3, "ended"),          field<&CounterQueue::served>(4, "served"),
    field<&CounterQueue::skipped>(5, "skipped"),
};
static_assert(wellDescribed<CounterQueue>());

/// Live: told again after every commit that touches a counter ticket of that day. Errors: FieldRequired
/// ("service_date").
struct ListCounterQueue {
    QDate day;
    qint64 ended = 100;  ///< How many of those that ended.
    bool operator==(const ListCounterQueue&) const = default;
    static constexpr RequestInfo info{255, "list_counter_queue", Permission::ViewVisits, RequestKind::Query};
    using Reply = CounterQueue;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListCounterQueue& request);
    static QList<Uuid> patients(const Reply&) { return {}; }
    static QStringList topics(const ListCounterQueue& request);
};
template <>
inline constexpr std::array fieldsOf<ListCounterQueue> = {
    field<&ListCounterQueue::day>(1, "day"),
    field<&ListCounterQueue::ended>(2, "ended"),
};
static_assert(wellDescribed<ListCounterQueue>());

// ---- the board
/// Who came in an hour of the day.
struct BoardHour {
    qint64 hour = 0;
    qint64 tickets = 0;
    qint64 visits = 0;
    bool operator==(const BoardHour&) const = default;
};
template <>
inline constexpr std::array fieldsOf<BoardHour> = {
    field<&BoardHour::hour>(1, "hour"),
    field<&BoardHour::tickets>(2, "tickets"),
    field<&BoardHour::visits>(3, "visits"),
};
static_assert(wellDescribed<BoardHour>());

/// Averages in seconds; none where nobody was counted.
struct BoardClinic {
    ClinicId clinicId;
    qint64 visits = 0;
    qint64 linked = 0;  ///< Of them with a counter ticket: what the averages are made of.
    std::optional<qint64> wait;
    std::optional<qint64> atDesk;
    bool operator==(const BoardClinic&) const = default;
};
template <>
inline constexpr std::array fieldsOf<BoardClinic> = {
    field<&BoardClinic::clinicId>(1, "clinic_id"), field<&BoardClinic::visits>(2, "visits"),
    field<&BoardClinic::linked>(3, "linked"),      field<&BoardClinic::wait>(4, "wait"),
    field<&BoardClinic::atDesk>(5, "at_desk"),
};
static_assert(wellDescribed<BoardClinic>());

struct BoardFigures {
    QList<BoardHour> hours;  ///< All from the first hour with somebody to the last.
    qint64 waiting = 0;
    Instant waitingSince;  ///< Of whoever waits longest; null: nobody.
    qint64 atCounter = 0;
    qint64 served = 0;
    qint64 skipped = 0;
    std::optional<qint64> wait;  ///< From taking the number to the first call; of all that were called today.
    std::optional<qint64> recentWait;  ///< The same of the last kRecentCalls.
    std::optional<qint64> atDesk;      ///< From coming to the counter to the end; of all that were served.
    QList<BoardClinic> clinics;        ///< Most visits first.
    qint64 visits = 0;
    bool operator==(const BoardFigures&) const = default;
};
template <>
inline constexpr std::array fieldsOf<BoardFigures> = {
    field<&BoardFigures::hours>(1, "hours"),
    field<&BoardFigures::waiting>(2, "waiting"),
    field<&BoardFigures::waitingSince>(3, "waiting_since"),
    field<&BoardFigures::atCounter>(4, "at_counter"),
    field<&BoardFigures::served>(5, "served"),
    field<&BoardFigures::skipped>(6, "skipped"),
    field<&BoardFigures::wait>(7, "wait"),
    field<&BoardFigures::recentWait>(8, "recent_wait"),
    field<&BoardFigures::atDesk>(9, "at_desk"),
    field<&BoardFigures::clinics>(10, "clinics"),
    field<&BoardFigures::visits>(11, "visits"),
};
static_assert(wellDescribed<BoardFigures>());

/// The desk's day in figures, live by its counter tickets and visits. Visits count where they were registered
/// on that day and not cancelled; admissions to a ward are no arrivals. Errors: FieldRequired
/// ("service_date").
struct DeskBoard {
    static constexpr int kRecentCalls = 10;
    QDate day;
    bool operator==(const DeskBoard&) const = default;
    static constexpr RequestInfo info{256, "desk_board", Permission::ViewVisits, RequestKind::Query};
    using Reply = BoardFigures;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const DeskBoard& request);
    static QList<Uuid> patients(const Reply&) { return {}; }
    static QStringList topics(const DeskBoard& request);
};
template <>
inline constexpr std::array fieldsOf<DeskBoard> = {field<&DeskBoard::day>(1, "day")};
static_assert(wellDescribed<DeskBoard>());

using CounterRequests =
    RequestList<TakeCounterTicket, CallCounterTicket, FinishCounterTicket, SkipCounterTicket,
                LinkCounterTicket, ListCounterQueue, DeskBoard, ServeCounterTicket>;

}  // namespace simrs
