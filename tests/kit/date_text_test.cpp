// SPDX-License-Identifier: GPL-3.0-or-later
// What people type for dates, and what is not a date.
#include "app/kit/date_text.h"

#include <QTest>

using namespace simrs;

namespace {
const QDate today(2026, 5, 5);
}

class DateTextTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("past");
        QTest::addColumn<QDate>("expected");
        const struct {
            const char* typed;
            bool past;
            QDate expected;
        } cases[] = {{"05051990", true, {1990, 5, 5}},         {"050590", true, {1990, 5, 5}},
                     {"050526", true, {2026, 5, 5}},           {"060526", true, {1926, 5, 6}},
                     {"050526", false, {2026, 5, 5}},          {"060526", false, {2026, 5, 6}},
                     {"311226", false, {2026, 12, 31}},        {"010185", false, {1985, 1, 1}},
                     {"010170", false, {2070, 1, 1}},          {"5/5/26", true, {2026, 5, 5}},
                     {"5-5-1990", true, {1990, 5, 5}},         {"05.05.1990", true, {1990, 5, 5}},
                     {"5 5 1990", true, {1990, 5, 5}},         {" 05/05/1990 ", true, {1990, 5, 5}},
                     {"5 mei 1990", true, {1990, 5, 5}},       {"5 Mei 90", true, {1990, 5, 5}},
                     {"5 may 1990", true, {1990, 5, 5}},       {"may 5 1990", true, {1990, 5, 5}},
                     {"May 5, 1990", true, {1990, 5, 5}},      {"17 agustus 1945", true, {1945, 8, 17}},
                     {"17 Agt 1945", true, {1945, 8, 17}},     {"17ags1945", true, {}},
                     {"17agu1945", true, {1945, 8, 17}},       {"1 des 2001", true, {2001, 12, 1}},
                     {"1 Dec 2001", true, {2001, 12, 1}},      {"2 okt 1988", true, {1988, 10, 2}},
                     {"3 nopember 1977", true, {1977, 11, 3}}, {"28 pebruari 1970", true, {1970, 2, 28}},
                     {"1990-05-05", true, {1990, 5, 5}},       {"29022024", true, {2024, 2, 29}},
                     {"290224", true, {2024, 2, 29}},          {"5/5", false, {2026, 5, 5}},
                     {"5 juni", false, {2026, 6, 5}},          {"01/01/1900", true, {1900, 1, 1}}};
        for (const auto& c : cases)
            QTest::addRow("%s%s", c.typed, c.past ? " (past)" : "")
                << QString::fromUtf8(c.typed) << c.past << c.expected;
    }

    void reads() {
        QFETCH(QString, typed);
        QFETCH(bool, past);
        QFETCH(QDate, expected);
        const auto read = readDate(typed, today, past ? DateSense::Past : DateSense::Any);
        QCOMPARE(read.value_or(QDate()), expected);
    }

    void refusesNonsense_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"",
                                  " ",
                                  "5",
                                  "50",
                                  "505",
                                  "5051",
                                  "50526",
                                  "0505199",
                                  "050519900",
                                  "31/02/2020",
                                  "30 feb 2020",
                                  "290223",
                                  "32/1/2020",
                                  "1/13/2020",
                                  "0/1/2020",
                                  "1/0/2020",
                                  "00000000",
                                  "5/5/199",
                                  "5/5/19900",
                                  "5 xyz 1990",
                                  "5 me 1990",
                                  "mei 1990",
                                  "kemarin",
                                  "5/5/5/1990",
                                  "505/5/1990",
                                  "5/505/1990",
                                  "-5/5/1990",
                                  "5/5/-90",
                                  "01011700",
                                  "01012300",
                                  "5 mei 1990 ya ya ya ya ya ya ya ya",
                                  "٠٥٠٥١٩٩٠",
                                  "5/5/1990; drop",
                                  "1e5/5/1990",
                                  "0x5/5/1990",
                                  "\"5/5/1990\""})
            QTest::addRow("'%s'", typed) << QString::fromUtf8(typed);
    }

    void refusesNonsense() {
        QFETCH(QString, typed);
        QVERIFY2(!readDate(typed, today, DateSense::Past), qPrintable(typed));
    }

    void needsToday() { QVERIFY(!readDate(QStringLiteral("050590"), QDate(), DateSense::Past)); }

    void aBirthOfTwoFiguresIsNeverAhead() {
        for (QDate day(1927, 1, 1); day <= QDate(2026, 12, 31); day = day.addDays(37)) {
            const auto read = readDate(day.toString(QStringLiteral("ddMMyy")), today, DateSense::Past);
            QVERIFY(read && *read <= today);
            QCOMPARE(read->day(), day.day());
            QCOMPARE(read->year() % 100, day.year() % 100);
        }
    }

    void whatIsShownReadsBack() {
        for (QDate day(1850, 1, 1); day.year() <= 2199; day = day.addDays(911)) {
            QCOMPARE(readDate(dateFigures(day), today, DateSense::Any).value_or(QDate()), day);
            QCOMPARE(readDate(dateWords(day), today, DateSense::Any).value_or(QDate()), day);
        }
        QCOMPARE(dateFigures(QDate()), QString());
        QCOMPARE(dateWords(QDate(2026, 5, 5)), QStringLiteral("05 May 2026"));
    }

    void agesInCompletedUnits() {
        QCOMPARE(ageText(QDate(1990, 4, 23), today), QStringLiteral("36 y 0 mo"));
        QCOMPARE(ageText(QDate(1990, 5, 6), today), QStringLiteral("35 y 11 mo"));
        QCOMPARE(ageText(QDate(2025, 10, 2), today), QStringLiteral("7 mo 3 d"));
        QCOMPARE(ageText(QDate(2026, 4, 23), today), QStringLiteral("12 d"));
        QCOMPARE(ageText(today, today), QStringLiteral("0 d"));
        QCOMPARE(ageText(today.addDays(1), today), QString());
        QCOMPARE(ageText(QDate(), today), QString());
        QCOMPARE(ageText(QDate(2024, 1, 31), QDate(2024, 2, 29)), QStringLiteral("1 mo 0 d"));
    }
};

QTEST_MAIN(DateTextTest)
#include "date_text_test.moc"
