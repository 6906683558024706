// SPDX-License-Identifier: GPL-3.0-or-later
// Grants a range of queue numbers: one step of the counter is one range, so ranges of a letter never overlap.
#include "common/core/ticket_range.h"

namespace simrs {
namespace {

bool isLetter(const QString& letter) {
    const auto between = [](QChar c, char from, char to) {
        return QLatin1Char(from) <= c && c <= QLatin1Char(to);
    };
    return !letter.isEmpty() && letter.size() <= 2 && between(letter.at(0), 'A', 'Z') &&
           (letter.size() == 1 || between(letter.at(1), '0', '9'));
}

}  // namespace

Result<TakeTicketRange::Reply> TakeTicketRange::perform(WishTx& tx, const Caller& caller,
                                                        const TakeTicketRange& request) {
    const QDate today = dayIn(caller.zone, caller.now);
    // Yesterday's for a device that asked before midnight.
    if (request.serviceDate < today.addDays(-1) || request.serviceDate > today.addDays(1))
        return fail(ErrorCode::ServiceDateInvalid);
    if (!isLetter(request.letter)) return fail(ErrorCode::FieldInvalid, {QStringLiteral("letter")});
    const auto held = tx.list(Where<TicketRange>()
                                  .eq<&TicketRange::deviceId>(caller.device)
                                  .eq<&TicketRange::serviceDate>(request.serviceDate)
                                  .eq<&TicketRange::letter>(request.letter)
                                  .orderBy<&TicketRange::first>());
    for (const TicketRange& range : held.value_or(QList<TicketRange>())) {
        if (range.first > request.known) return Reply{range.first, range.last};
    }
    const std::optional<qint64> number = tx.next(
        QStringLiteral("ticket_range/%1/%2").arg(request.serviceDate.toString(Qt::ISODate), request.letter));
    TicketRange range;
    if (number) range.first = kFirstReservedTicket + (*number - 1) * kTicketRangeSize;
    range.last = range.first + kTicketRangeSize - 1;
    if (!number || range.last > kLastReservedTicket) return fail(ErrorCode::NumbersExhausted);
    range.id = tx.newId<TicketRange>();
    range.serviceDate = request.serviceDate;
    range.letter = request.letter;
    range.deviceId = caller.device;
    range.grantedAt = caller.now;
    range.grantedTo = caller.user;
    tx.insert(range);
    return Reply{range.first, range.last};
}

}  // namespace simrs
