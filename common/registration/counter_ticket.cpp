// SPDX-License-Identifier: GPL-3.0-or-later
// Who is called next.
#include "common/registration/counter_ticket.h"

#include <algorithm>
#include <tuple>

namespace simrs {

QString counterTicketSeries(QDate day, const QString& letter) {
    return QStringLiteral("counter_ticket/") + day.toString(Qt::ISODate) + QLatin1Char('/') + letter;
}

QList<CounterTicket> callingOrder(QList<CounterTicket> waiting, int inARow) {
    std::sort(waiting.begin(), waiting.end(), [](const CounterTicket& a, const CounterTicket& b) {
        return std::tie(a.takenAt, a.letter, a.number) < std::tie(b.takenAt, b.letter, b.number);
    });
    const auto others = std::stable_partition(waiting.begin(), waiting.end(),
                                              [](const CounterTicket& ticket) { return ticket.first; });
    QList<CounterTicket> order;
    order.reserve(waiting.size());
    auto first = waiting.begin();
    auto other = others;
    while (first != others || other != waiting.end()) {
        const bool isFirst = other == waiting.end() || (first != others && inARow < kFirstInARow);
        order.append(isFirst ? *first++ : *other++);
        inARow = isFirst ? inARow + 1 : 0;
    }
    return order;
}

int firstInARow(QList<CounterTicket> called) {
    called.removeIf([](const CounterTicket& ticket) { return ticket.turn == 0; });
    std::sort(called.begin(), called.end(),
              [](const CounterTicket& a, const CounterTicket& b) { return a.turn > b.turn; });
    const auto other =
        std::find_if(called.cbegin(), called.cend(), [](const CounterTicket& one) { return !one.first; });
    return static_cast<int>(std::min<qsizetype>(other - called.cbegin(), kFirstInARow));
}

}  // namespace simrs
