// SPDX-License-Identifier: GPL-3.0-or-later
// Who is called next at the counter: those who go first do, and still nobody waits for ever.
#include <QTest>

#include "common/registration/counter_ticket.h"

using namespace simrs;

namespace {

/// "U1 P2" as tickets in the order they were taken; those of P go first.
QList<CounterTicket> taken(const QString& words) {
    QList<CounterTicket> out;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        CounterTicket ticket;
        ticket.letter = word.left(1);
        ticket.number = word.mid(1).toLongLong();
        ticket.first = ticket.letter == QLatin1String("P");
        ticket.takenAt = Instant(1'000 * (out.size() + 1));
        out.append(ticket);
    }
    return out;
}

QString words(const QList<CounterTicket>& tickets) {
    QStringList out;
    for (const CounterTicket& ticket : tickets) out.append(ticket.letter + QString::number(ticket.number));
    return out.join(QLatin1Char(' '));
}

}  // namespace

class CallingOrderTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void order_data() {
        QTest::addColumn<QString>("waiting");
        QTest::addColumn<int>("inARow");
        QTest::addColumn<QString>("called");
        const auto row = [](const char* name, const char* waiting, int inARow, const char* called) {
            QTest::newRow(name) << QString::fromLatin1(waiting) << inARow << QString::fromLatin1(called);
        };
        row("nobody", "", 0, "");
        row("as they came", "U1 J1 U2", 0, "U1 J1 U2");
        row("first go first", "U1 P1", 0, "P1 U1");
        row("two, then one", "U1 U2 P1 P2 P3 P4", 0, "P1 P2 U1 P3 P4 U2");
        row("two were called before", "U1 P1 P2 P3", 2, "U1 P1 P2 P3");
        row("one was called before", "U1 P1 P2 P3", 1, "P1 U1 P2 P3");
        row("only first ones", "P1 P2 P3 P4", 2, "P1 P2 P3 P4");
        row("only others", "U1 U2", 2, "U1 U2");
    }

    void order() {
        QFETCH(QString, waiting);
        QFETCH(int, inARow);
        QFETCH(QString, called);
        QCOMPARE(words(callingOrder(taken(waiting), inARow)), called);
        // In whatever order a database lists them.
        QList<CounterTicket> turned = taken(waiting);
        std::reverse(turned.begin(), turned.end());
        QCOMPARE(words(callingOrder(turned, inARow)), called);
    }

    void oneInThreeIsOneOfTheOthers() {
        QList<CounterTicket> waiting = taken(QStringLiteral("P0 ").repeated(200));
        for (int i = 0; i < 200; ++i) waiting[i].number = i + 1;
        QList<CounterTicket> others = taken(QStringLiteral("U0 ").repeated(60));
        for (int i = 0; i < 60; ++i) others[i].number = i + 1;
        const QList<CounterTicket> order = callingOrder(waiting + others, 0);
        QCOMPARE(order.size(), 260);
        for (int i = 0; i + 3 <= 180; ++i) {
            const bool waits = order[i].first && order[i + 1].first && order[i + 2].first;
            QVERIFY2(!waits, qPrintable(QString::number(i)));
        }
        QVERIFY(!order[179].first);
    }

    void seriesIsNotTheClinics() {
        const QDate day(2026, 11, 23);
        QVERIFY(counterTicketSeries(day, QStringLiteral("A")) != ticketCounter(day, QStringLiteral("A")));
    }
};

QTEST_GUILESS_MAIN(CallingOrderTest)
#include "calling_order_test.moc"
