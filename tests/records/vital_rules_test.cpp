// SPDX-License-Identifier: GPL-3.0-or-later
// What may be measured, what is asked again, what is normal at an age.
#include <QSet>
#include <QTest>

#include "common/records/vital_rules.h"

using namespace simrs;

namespace {

const Age kGrown{40, 0, 0};
const Age kNewborn{0, 0, 3};
const Age kToddler{2, 4, 0};

VitalSigns measured(std::optional<qint64> VitalSigns::*item, qint64 value) {
    VitalSigns v;
    v.*item = value;
    return v;
}

ErrorCode codeOf(const Status& status) { return status ? ErrorCode::None : status.error().code; }

}  // namespace

class VitalRulesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyValueOfARowIsAKind() {
        QSet<QString> numbers;
        for (const Field& field : fieldSpan<VitalSigns>()) {
            if (field.ops == &Ops<std::optional<qint64>>::value)
                numbers.insert(QString::fromLatin1(field.name));
        }
        QSet<QString> kinds;
        for (const VitalKind& kind : vitalKinds()) {
            kinds.insert(QString::fromLatin1(kind.field));
            QVERIFY(vitalKind(QLatin1String(kind.field)) == &kind);
            const Field* field = fieldByName(fieldSpan<VitalSigns>(), QLatin1String(kind.field));
            const VitalSigns one = measured(kind.value, 77);
            QVERIFY(field->ops->show(field->get(&one)).contains(QStringLiteral("77")));
        }
        QCOMPARE(kinds, numbers);
        QVERIFY(!vitalKind(QLatin1String("reason")));
    }

    void whatCannotBeIsRefusedAndWhatIsRareIsAsked() {
        for (const Age& age : {kGrown, kNewborn, kToddler}) {
            for (const VitalKind& kind : vitalKinds()) {
                const VitalRange possible = possibleAt(kind, age), usual = usualAt(kind, age);
                QVERIFY(possible.least <= usual.least && usual.most <= possible.most);
                const auto check = [&](qint64 value) {
                    return codeOf(checkVitals(measured(kind.value, value), age));
                };
                QCOMPARE(check(possible.least - 1), ErrorCode::FieldOutOfRange);
                QCOMPARE(check(possible.most + 1), ErrorCode::FieldOutOfRange);
                QCOMPARE(check(possible.least), ErrorCode::None);
                QCOMPARE(check(possible.most), ErrorCode::None);
                QCOMPARE(check(std::numeric_limits<qint64>::max()), ErrorCode::FieldOutOfRange);
                QCOMPARE(check(std::numeric_limits<qint64>::min()), ErrorCode::FieldOutOfRange);
                const auto doubts = [&](qint64 value) {
                    return doubtsAbout(measured(kind.value, value), {}, age).size();
                };
                QCOMPARE(doubts(usual.least), 0);
                QCOMPARE(doubts(usual.most), 0);
                if (usual.most < possible.most) QCOMPARE(doubts(usual.most + 1), 1);
                if (usual.least > possible.least) QCOMPARE(doubts(usual.least - 1), 1);
            }
        }
    }

    void nothingMeasuredIsNoRow() {
        QCOMPARE(codeOf(checkVitals({}, kGrown)), ErrorCode::FieldRequired);
        VitalSigns awake;
        awake.consciousness = Consciousness::Alert;
        QCOMPARE(codeOf(checkVitals(awake, kGrown)), ErrorCode::None);
    }

    void theLowerPressureIsBelowTheUpper() {
        VitalSigns v;
        v.systolic = 80;
        v.diastolic = 120;
        QCOMPARE(codeOf(checkVitals(v, kGrown)), ErrorCode::FieldInvalid);
        v.diastolic = 80;
        QCOMPARE(codeOf(checkVitals(v, kGrown)), ErrorCode::FieldInvalid);
        v.diastolic = 60;
        QCOMPARE(codeOf(checkVitals(v, kGrown)), ErrorCode::None);
        // No pressure at all: resuscitation.
        v.systolic = v.diastolic = 0;
        QCOMPARE(codeOf(checkVitals(v, kGrown)), ErrorCode::None);
    }

    void whatChangedTooFastIsAsked() {
        const VitalSigns before = measured(&VitalSigns::weight, 60'000);
        QCOMPARE(doubtsAbout(measured(&VitalSigns::weight, 66'000), before, kGrown).size(), 0);
        QCOMPARE(doubtsAbout(measured(&VitalSigns::weight, 66'100), before, kGrown),
                 (QList<VitalDoubt>{{VitalQuestion::WeightJumped, QLatin1String("weight")}}));
        const VitalSigns tall = measured(&VitalSigns::height, 1700);
        QCOMPARE(doubtsAbout(measured(&VitalSigns::height, 1670), tall, kGrown).size(), 0);
        QCOMPARE(doubtsAbout(measured(&VitalSigns::height, 1669), tall, kGrown).size(), 1);
        QCOMPARE(doubtsAbout(measured(&VitalSigns::height, 900), measured(&VitalSigns::height, 950), kToddler)
                     .size(),
                 0);
    }

    void normalDependsOnTheAge() {
        const QLatin1String pulse("pulse");
        QCOMPARE(senseOf(pulse, 140, kNewborn), VitalSense::Normal);
        QCOMPARE(senseOf(pulse, 140, Age{8, 0, 0}), VitalSense::High);
        QCOMPARE(senseOf(pulse, 140, kGrown), VitalSense::High);
        QCOMPARE(senseOf(pulse, 55, kGrown), VitalSense::Low);
        QCOMPARE(senseOf(pulse, 105, Age{0, 0, 29}), VitalSense::Normal);  // no newborn any more
        QCOMPARE(senseOf(pulse, 105, Age{0, 0, 28}), VitalSense::Low);
        QCOMPARE(senseOf(QLatin1String("weight"), 1, kGrown), VitalSense::Unknown);
    }

    void alarms() {
        const auto has = [](const VitalSigns& v, const Age& age, VitalAlarm alarm) {
            return alarmsOf(v, age).contains(alarm);
        };
        QVERIFY(has(measured(&VitalSigns::systolic, 89), kGrown, VitalAlarm::LowPressure));
        QVERIFY(!has(measured(&VitalSigns::systolic, 90), kGrown, VitalAlarm::LowPressure));
        QVERIFY(has(measured(&VitalSigns::systolic, 73), kToddler, VitalAlarm::LowPressure));
        QVERIFY(!has(measured(&VitalSigns::systolic, 74), kToddler, VitalAlarm::LowPressure));
        QVERIFY(has(measured(&VitalSigns::respiration, 40), kToddler, VitalAlarm::FastBreathing));
        QVERIFY(!has(measured(&VitalSigns::respiration, 40), kGrown, VitalAlarm::FastBreathing));
        QVERIFY(has(measured(&VitalSigns::arm, 114), kToddler, VitalAlarm::Malnourished));
        QVERIFY(!has(measured(&VitalSigns::arm, 114), Age{5, 0, 0}, VitalAlarm::Malnourished));
        VitalSigns hypercapnic = measured(&VitalSigns::oxygen, 88);
        QVERIFY(has(hypercapnic, kGrown, VitalAlarm::LowOxygen));
        hypercapnic.oxygenTarget = OxygenTarget::Hypercapnic;
        QVERIFY(!has(hypercapnic, kGrown, VitalAlarm::LowOxygen));
        QVERIFY(alarmsOf({}, kGrown).isEmpty());
    }

    void sums() {
        VitalSigns v;
        QVERIFY(!comaScale(v) && !bodyMassIndex(v));
        v.eyes = 3;
        v.verbal = 4;
        QVERIFY(!comaScale(v));
        v.motor = 6;
        QCOMPARE(*comaScale(v), 13);
        v.weight = 70'000;
        v.height = 1750;
        QCOMPARE(*bodyMassIndex(v), 229);
        v.height = 0;
        QVERIFY(!bodyMassIndex(v));
    }
};

QTEST_GUILESS_MAIN(VitalRulesTest)
#include "vital_rules_test.moc"
