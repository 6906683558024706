// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/registration/counter_rules.h"

#include "common/base/text.h"

namespace simrs {

QString counterCalls(QDate day) { return QStringLiteral("counter_call/") + day.toString(Qt::ISODate); }

Status checkCounter(const QString& counter) {
    const QString field = QStringLiteral("counter");
    if (counter.isEmpty()) return fail(ErrorCode::FieldRequired, {field});
    if (counter.size() > limits::kCounterChars)
        return fail(ErrorCode::FieldTooLong, {field, QString::number(limits::kCounterChars)});
    if (cleanLine(counter) != counter) return fail(ErrorCode::FieldInvalid, {field});
    return {};
}

Result<std::optional<CounterTicket>> lockAtCounter(WishTx& tx, const CounterTicketId& id,
                                                   const QString& counter) {
    const auto ticket = tx.lock<CounterTicket>(id);
    if (!ticket) {
        if (tx.authority()) return fail(ErrorCode::CounterTicketUnknown);
        return std::optional<CounterTicket>();
    }
    if (ticket->state == CounterState::Served) return fail(ErrorCode::CounterTicketDone);
    if (!isAtCounter(*ticket)) return fail(ErrorCode::CounterTicketTaken);
    if (ticket->counter != counter) return fail(ErrorCode::CounterTicketTaken, {ticket->counter});
    return ticket;
}

CounterTicketNow ticketNow(FactTx& tx, const CounterTicketId& id) {
    return {tx.get<CounterTicket>(id).value_or(CounterTicket())};
}

void endAtCounter(CounterTicket& ticket, Instant at) {
    if (ticket.state == CounterState::Called) ticket.state = CounterState::Skipped;
    if (ticket.state != CounterState::Serving) return;
    ticket.state = CounterState::Served;
    ticket.doneAt = at;
}

int calledInARow(Reader& reader, QDate day) {
    const auto last = reader.list(Where<CounterTicket>()
                                      .eq<&CounterTicket::serviceDate>(day)
                                      .atLeast<&CounterTicket::turn>(1)
                                      .orderBy<&CounterTicket::turn>(true)
                                      .limit(kFirstInARow));
    return firstInARow(last.value_or(QList<CounterTicket>()));
}

}  // namespace simrs
