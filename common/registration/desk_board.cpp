// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's day in figures, counted from its counter tickets and visits.
#include <QHash>

#include <algorithm>
#include <array>

#include "common/registration/counter_requests.h"

namespace simrs {
namespace {

/// An average that grows; clocks of two computers may differ by a little, so nothing counts below zero.
struct Average {
    qint64 sumMs = 0;
    qint64 count = 0;

    void add(Instant from, Instant to) {
        sumMs += std::max<qint64>(to.ms - from.ms, 0);
        ++count;
    }
    std::optional<qint64> seconds() const {
        return count == 0 ? std::nullopt : std::optional<qint64>((sumMs / count + 500) / 1000);
    }
};

struct ClinicSums {
    BoardClinic row;
    Average wait, atDesk;
};

bool wasCalled(const CounterTicket& ticket) { return !ticket.calledAt.isNull(); }
bool wasServed(const CounterTicket& ticket) { return !ticket.doneAt.isNull(); }

void countStates(const QList<CounterTicket>& tickets, BoardFigures& board) {
    Average wait, atDesk, recent;
    QList<CounterTicket> called;
    for (const CounterTicket& ticket : tickets) {
        board.atCounter += isAtCounter(ticket);
        board.served += ticket.state == CounterState::Served;
        board.skipped += ticket.state == CounterState::Skipped;
        if (ticket.state == CounterState::Waiting) {
            ++board.waiting;
            if (board.waitingSince.isNull() || ticket.takenAt < board.waitingSince)
                board.waitingSince = ticket.takenAt;
        }
        if (wasServed(ticket)) atDesk.add(ticket.servedAt, ticket.doneAt);
        if (!wasCalled(ticket)) continue;
        wait.add(ticket.takenAt, ticket.calledAt);
        called.append(ticket);
    }
    const qsizetype last = std::min<qsizetype>(called.size(), DeskBoard::kRecentCalls);
    std::partial_sort(called.begin(), called.begin() + last, called.end(),
                      [](const CounterTicket& a, const CounterTicket& b) { return a.turn > b.turn; });
    for (const CounterTicket& ticket : called.mid(0, last)) recent.add(ticket.takenAt, ticket.calledAt);
    board.wait = wait.seconds();
    board.recentWait = recent.seconds();
    board.atDesk = atDesk.seconds();
}

void countHours(const QList<CounterTicket>& tickets, const QList<Visit>& visits, const QString& zone,
                BoardFigures& board) {
    std::array<BoardHour, 24> hours{};
    const auto at = [&](Instant moment) -> BoardHour& {
        return hours[static_cast<std::size_t>(std::clamp(minuteOfDayIn(zone, moment) / 60, 0, 23))];
    };
    for (const CounterTicket& ticket : tickets) ++at(ticket.takenAt).tickets;
    for (const Visit& visit : visits)
        ++at(visit.arrivedAt.isNull() ? visit.registeredAt : visit.arrivedAt).visits;
    for (std::size_t hour = 0; hour < hours.size(); ++hour) hours[hour].hour = static_cast<qint64>(hour);
    const auto anybody = [](const BoardHour& hour) { return hour.tickets + hour.visits > 0; };
    const auto first = std::find_if(hours.begin(), hours.end(), anybody);
    const auto last = std::find_if(hours.rbegin(), hours.rend(), anybody).base();
    for (auto hour = first; hour < last; ++hour) board.hours.append(*hour);
}

void countClinics(const QList<CounterTicket>& tickets, const QList<Visit>& visits, BoardFigures& board) {
    QHash<VisitId, CounterTicket> ticketOf;
    for (const CounterTicket& ticket : tickets)
        if (!ticket.visitId.isNull()) ticketOf.insert(ticket.visitId, ticket);
    QHash<ClinicId, ClinicSums> sums;
    for (const Visit& visit : visits) {
        ClinicSums& clinic = sums[visit.clinicId];
        clinic.row.clinicId = visit.clinicId;
        ++clinic.row.visits;
        const auto ticket = ticketOf.constFind(visit.id);
        if (ticket == ticketOf.cend()) continue;
        ++clinic.row.linked;
        if (wasCalled(*ticket)) clinic.wait.add(ticket->takenAt, ticket->calledAt);
        if (wasServed(*ticket)) clinic.atDesk.add(ticket->servedAt, ticket->doneAt);
    }
    for (ClinicSums& clinic : sums) {
        clinic.row.wait = clinic.wait.seconds();
        clinic.row.atDesk = clinic.atDesk.seconds();
        board.clinics.append(clinic.row);
    }
    std::sort(board.clinics.begin(), board.clinics.end(), [](const BoardClinic& a, const BoardClinic& b) {
        return a.visits != b.visits ? a.visits > b.visits : a.clinicId < b.clinicId;
    });
}

}  // namespace

Result<BoardFigures> DeskBoard::answer(Reader& reader, const Caller& caller, const DeskBoard& request) {
    if (!request.day.isValid()) return fail(ErrorCode::FieldRequired, {QStringLiteral("service_date")});
    const auto tickets = reader.list(
        Where<CounterTicket>().eq<&CounterTicket::serviceDate>(request.day).limit(limits::kDayRows));
    const auto visits = reader.list(Where<Visit>()
                                        .eq<&Visit::serviceDate>(request.day)
                                        .eq<&Visit::state>(VisitState::Registered)
                                        .notEq<&Visit::type>(VisitType::Inpatient)
                                        .limit(limits::kDayRows));
    if (!tickets || !visits) return fail(ErrorCode::NotHeldHere);
    BoardFigures board;
    board.visits = visits->size();
    countStates(*tickets, board);
    countHours(*tickets, *visits, caller.zone, board);
    countClinics(*tickets, *visits, board);
    return board;
}

QStringList DeskBoard::topics(const DeskBoard& request) {
    const QString day = request.day.toString(Qt::ISODate);
    return {QStringLiteral("counter_ticket/") + day, QStringLiteral("visit/") + day};
}

}  // namespace simrs
