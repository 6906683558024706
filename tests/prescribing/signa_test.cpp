// SPDX-License-Identifier: GPL-3.0-or-later
// What a doctor types and what is handed over for it, against a slow version that counts dose by dose.
#include "common/prescribing/signa.h"

#include <QTest>

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// Takes every dose one after the other, in thousandths, and opens a new unit whenever one is used up.
qint64 slowQuantity(const Signa& signa) {
    // Doses that fall into the days: of every period of perDays the same share.
    qint64 doses = 0;
    if (signa.whenNeeded && signa.mostTimes > 0) {
        for (qint64 day = 0; day < signa.days; ++day) doses += signa.mostTimes;
        return (doses * signa.dose + 999) / 1000;
    }
    // Counted in perDays-ths of a dose, day by day.
    qint64 parts = 0;
    for (qint64 day = 0; day < signa.days; ++day) parts += signa.times;
    qint64 units = 0;
    while (units * 1000 * signa.perDays < parts * signa.dose) ++units;
    return units;
}

Signa signa(qint64 dose, qint64 times, qint64 perDays = 1, qint64 days = 0) {
    Signa made;
    made.dose = dose;
    made.times = times;
    made.perDays = perDays;
    made.days = days;
    return made;
}

}  // namespace

class SignaTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void isReadAsItIsWritten_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Signa>("meant");
        const auto row = [](const char* typed, Signa meant) { QTest::newRow(typed) << s(typed) << meant; };
        row("3x1", signa(1000, 3));
        row("3 x 1", signa(1000, 3));
        row("3 X 1", signa(1000, 3));
        row("3×1", signa(1000, 3));
        row("3dd1", signa(1000, 3));
        row("3 dd 1", signa(1000, 3));
        row("2x1/2", signa(500, 2));
        row("2x½", signa(500, 2));
        row("2 x 1 1/2", signa(1500, 2));
        row("2x1,5", signa(1500, 2));
        row("2x1.5", signa(1500, 2));
        row("4x0,25", signa(250, 4));
        row("3x1 5h", signa(1000, 3, 1, 5));
        row("3x1 5 hari", signa(1000, 3, 1, 5));
        row("1x1/minggu 28h", signa(1000, 1, 7, 28));
        row("1x1 seminggu", signa(1000, 1, 7));
        row("q8h 1", signa(1000, 3));
        row("tiap 6 jam 2 3h", signa(2000, 4, 1, 3));
        Signa meal = signa(1000, 3, 1, 10);
        meal.meal = Meal::After;
        row("3x1 pc 10h", meal);
        row("3x1 10h sesudah makan", meal);
        meal.meal = Meal::Before;
        row("3x1 ac 10h", meal);
        Signa needed = signa(1000, 3);
        needed.whenNeeded = true;
        row("3x1 prn", needed);
        row("3x1 bila perlu", needed);
        needed.mostTimes = 4;
        row("3x1 prn maks 4", needed);
    }
    void isReadAsItIsWritten() {
        QFETCH(QString, typed);
        QFETCH(Signa, meant);
        const auto read = parseSigna(typed);
        QVERIFY(read);
        QVERIFY2(*read == meant, qPrintable(showFields(fieldSpan<Signa>(), &*read)));
    }

    void whatIsNotUnderstoodWholeIsNotGuessed() {
        for (const char* typed : {"",
                                  "3",
                                  "x1",
                                  "3x",
                                  "3x1 xyz",
                                  "0x1",
                                  "3x0",
                                  "3x1 400h",
                                  "99x1",
                                  "3x1/0",
                                  "q7h 1",
                                  "3x1,2345",
                                  "3x1 5h 6h",
                                  "tiap 0 jam 1",
                                  "-3x1",
                                  "3x-1",
                                  "3x1,5 1/2",
                                  "1 tablet",
                                  "3x9999999",
                                  "３x１",
                                  "3x1 setiap pagi buta dan sesudah bangun tidur sampai habis sama sekali"})
            QVERIFY2(!parseSigna(s(typed)), typed);
    }

    void noNonsenseIsTooMuch() {
        SeededRandom random(3);
        const QString letters = s("0123456789x ×/.,½dqhacpn minggu%\t\"'-");
        for (int i = 0; i < 8000; ++i) {
            QString typed;
            for (std::uint64_t at = random.below(24); at > 0; --at)
                typed += letters.at(qsizetype(random.below(std::uint64_t(letters.size()))));
            const auto read = parseSigna(typed);
            if (read) QVERIFY(checkSigna(*read));
        }
    }

    void quantityIsCountedOnce() {
        QCOMPARE(*quantityOf(signa(1000, 3, 1, 5)), 15);
        QCOMPARE(*quantityOf(signa(500, 3, 1, 5)), 8);  // 7.5: half a tablet is handed over whole, once
        QCOMPARE(*quantityOf(signa(1000, 1, 7, 28)), 4);
        QCOMPARE(*quantityOf(signa(1000, 1, 7, 30)), 5);
        QVERIFY(!quantityOf(signa(1000, 3)));
        SeededRandom random(4);
        const auto any = [&](qint64 least, qint64 most) {
            return least + qint64(random.below(std::uint64_t(most - least + 1)));
        };
        for (int i = 0; i < 20'000; ++i) {
            Signa one =
                signa(any(1, 4000), any(1, 8), std::array{1, 1, 2, 7}[std::size_t(any(0, 3))], any(1, 90));
            one.whenNeeded = any(0, 4) == 0;
            if (one.whenNeeded) one.mostTimes = any(0, 6);
            QCOMPARE(*quantityOf(one), slowQuantity(one));
        }
    }

    void whatIsOutOfRangeIsNamed() {
        const auto field = [](Signa one) {
            const Status checked = checkSigna(one);
            return checked ? QString() : checked.error().args.value(0);
        };
        QCOMPARE(field(signa(1000, 3)), QString());
        QCOMPARE(field(signa(0, 3)), s("dose"));
        QCOMPARE(field(signa(-1, 3)), s("dose"));
        QCOMPARE(field(signa(limits::kMostDose + 1, 3)), s("dose"));
        QCOMPARE(field(signa(1000, 0)), s("times"));
        QCOMPARE(field(signa(1000, 49)), s("times"));
        QCOMPARE(field(signa(1000, 3, 0)), s("per_days"));
        QCOMPARE(field(signa(1000, 3, 1, 367)), s("days"));
        QCOMPARE(field(signa(1000, 3, 1, -1)), s("days"));
    }
};

QTEST_GUILESS_MAIN(SignaTest)
#include "signa_test.moc"
