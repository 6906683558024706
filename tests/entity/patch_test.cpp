// SPDX-License-Identifier: GPL-3.0-or-later
// Edits as field changes: what is changed, what merges, what clashes.
#include <QTest>

#include "tests/entity/described.h"

using namespace simrs;
using namespace simrs::test;

class PatchTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void changesTurnOneIntoTheOther() {
        SeededRandom random(21);
        for (int i = 0; i < 1000; ++i) {
            const Thing before = randomInstance<Thing>(random);
            const Thing after = randomInstance<Thing>(random);
            Thing merged = before;
            const auto outcome = mergeChanges(fieldSpan<Thing>(), &merged, changesBetween(before, after));
            QVERIFY(outcome && outcome->clashes.isEmpty());
            QVERIFY(merged == after);
        }
    }

    void onlyChangedFieldsTravel() {
        Thing before;
        Thing after = before;
        after.count = 7;
        const auto changes = changesBetween(before, after);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().tag, 3);
    }

    void differentFieldsOfTwoAuthorsMerge() {
        Thing shown;
        shown.name = QStringLiteral("a");
        Thing first = shown;
        first.count = 1;
        Thing second = shown;
        second.note = QStringLiteral("n");
        Thing row = shown;
        QVERIFY(mergeChanges(fieldSpan<Thing>(), &row, changesBetween(shown, first)));
        const auto outcome = mergeChanges(fieldSpan<Thing>(), &row, changesBetween(shown, second));
        QVERIFY(outcome && outcome->clashes.isEmpty());
        QCOMPARE(row.count, 1);
        QCOMPARE(row.note, QStringLiteral("n"));
    }

    void theSameFieldClashesAndKeepsWhatIsThere() {
        Thing shown;
        Thing first = shown;
        first.count = 1;
        Thing second = shown;
        second.count = 2;
        Thing row = first;
        const auto outcome = mergeChanges(fieldSpan<Thing>(), &row, changesBetween(shown, second));
        QVERIFY(outcome);
        QCOMPARE(outcome->clashes, QStringList{QStringLiteral("count")});
        QCOMPARE(row.count, 1);
    }

    void theSameValueTwiceIsNoClash() {
        Thing shown;
        Thing wanted = shown;
        wanted.count = 5;
        Thing row = wanted;
        const auto outcome = mergeChanges(fieldSpan<Thing>(), &row, changesBetween(shown, wanted));
        QVERIFY(outcome && outcome->clashes.isEmpty() && !outcome->changed);
    }

    void rubbishIsRefused() {
        Thing row;
        QVERIFY(!mergeChanges(fieldSpan<Thing>(), &row, {{99, {}, {}}}));
        QVERIFY(!mergeChanges(fieldSpan<Thing>(), &row, {{4, {}, "\x20\x09"}}));
    }
};

QTEST_GUILESS_MAIN(PatchTest)
#include "patch_test.moc"
