// SPDX-License-Identifier: GPL-3.0-or-later
// NEWS2 against a slow version that was written from the chart alone, over every value that can be typed.
#include <QTest>

#include "common/base/random.h"
#include "common/records/early_warning.h"

using namespace simrs;

namespace {

/// The chart as it hangs on the wall, row by row: nothing but comparisons, in units as they are spoken.
int slowScore(const VitalSigns& v) {
    int score = 0;
    const double respiration = double(*v.respiration);
    if (respiration <= 8 || respiration >= 25)
        score += 3;
    else if (respiration >= 21)
        score += 2;
    else if (respiration <= 11)
        score += 1;
    const qint64 oxygen = *v.oxygen;
    const bool isOnOxygen = *v.oxygenFlow > 0;
    if (v.oxygenTarget == OxygenTarget::Usual) {
        for (const auto& [most, points] : {std::pair{91, 3}, {93, 2}, {95, 1}}) {
            if (oxygen > most) continue;
            score += points;
            break;
        }
    } else if (oxygen <= 87) {
        score += oxygen <= 83 ? 3 : oxygen <= 85 ? 2 : 1;
    } else if (isOnOxygen && oxygen >= 93) {
        score += oxygen >= 97 ? 3 : oxygen >= 95 ? 2 : 1;
    }
    if (isOnOxygen) score += 2;
    const qint64 systolic = *v.systolic;
    if (systolic <= 90 || systolic >= 220)
        score += 3;
    else if (systolic <= 100)
        score += 2;
    else if (systolic <= 110)
        score += 1;
    const qint64 pulse = *v.pulse;
    if (pulse <= 40 || pulse >= 131)
        score += 3;
    else if (pulse >= 111)
        score += 2;
    else if (pulse <= 50 || pulse >= 91)
        score += 1;
    if (v.consciousness != Consciousness::Alert) score += 3;
    const double degrees = double(*v.temperature) / 10.0;
    if (degrees < 35.05)
        score += 3;
    else if (degrees > 39.05)
        score += 2;
    else if (degrees < 36.05 || degrees > 38.05)
        score += 1;
    return score;
}

VitalSigns well() {
    VitalSigns v;
    v.respiration = 16;
    v.oxygen = 98;
    v.oxygenFlow = 0;
    v.systolic = 120;
    v.pulse = 72;
    v.consciousness = Consciousness::Alert;
    v.temperature = 367;
    return v;
}

const Age kGrown{54, 2, 5};

}  // namespace

class EarlyWarningTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void isTheChart() {
        SeededRandom random(1);
        const auto any = [&](qint64 least, qint64 most) {
            return least + qint64(random.below(std::uint64_t(most - least + 1)));
        };
        for (int i = 0; i < 200'000; ++i) {
            VitalSigns v;
            v.respiration = any(0, 60);
            v.oxygen = any(60, 100);
            v.oxygenFlow = any(0, 3) * 20;
            v.oxygenTarget = OxygenTarget(any(0, 1));
            v.systolic = any(50, 260);
            v.pulse = any(20, 180);
            v.consciousness = Consciousness(any(1, 5));
            v.temperature = any(330, 420);
            const auto made = earlyWarning(v, kGrown, false);
            QVERIFY(made);
            QCOMPARE(made->score, slowScore(v));
        }
    }

    void aMissingItemIsNoScore() {
        QVERIFY(earlyWarning(well(), kGrown, false));
        for (std::optional<qint64> VitalSigns::*item :
             {&VitalSigns::respiration, &VitalSigns::oxygen, &VitalSigns::oxygenFlow, &VitalSigns::systolic,
              &VitalSigns::pulse, &VitalSigns::temperature}) {
            VitalSigns v = well();
            (v.*item).reset();
            QVERIFY(!earlyWarning(v, kGrown, false));
        }
        VitalSigns unasked = well();
        unasked.consciousness = Consciousness::NotAsked;
        QVERIFY(!earlyWarning(unasked, kGrown, false));
    }

    void isNotForChildrenAndNotForThePregnant() {
        QVERIFY(!earlyWarning(well(), Age{15, 11, 29}, false));
        QVERIFY(earlyWarning(well(), Age{16, 0, 0}, false));
        QVERIFY(!earlyWarning(well(), kGrown, true));
    }

    void saysWhatIsDone() {
        VitalSigns v = well();
        QCOMPARE(*earlyWarning(v, kGrown, false), (EarlyWarning{0, false, EarlyWarningAction::TwelveHourly}));
        v.pulse = 95;
        QCOMPARE(earlyWarning(v, kGrown, false)->action, EarlyWarningAction::FourHourly);
        v.pulse = 140;
        QCOMPARE(*earlyWarning(v, kGrown, false), (EarlyWarning{3, true, EarlyWarningAction::HourlyDoctor}));
        v.temperature = 391;
        QCOMPARE(*earlyWarning(v, kGrown, false), (EarlyWarning{5, true, EarlyWarningAction::UrgentHourly}));
        v.oxygenFlow = 20;
        QCOMPARE(*earlyWarning(v, kGrown, false), (EarlyWarning{7, true, EarlyWarningAction::Continuous}));
    }
};

QTEST_GUILESS_MAIN(EarlyWarningTest)
#include "early_warning_test.moc"
