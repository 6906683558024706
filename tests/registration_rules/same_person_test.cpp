// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two files are one person's: single rules, then 20,000 labelled pairs and 400 registrations.
#include "common/registration/same_person.h"

#include <QTest>
#include <cstdio>

#include "common/base/random.h"
#include "common/registration/name_key.h"
#include "tests/registration_rules/identity_pairs.h"

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 22);

Patient patient(const char* name, QDate birthDate, Sex sex = Sex::Female) {
    Patient out;
    out.name = QString::fromUtf8(name);
    out.birthDate = birthDate;
    out.sex = sex;
    return out;
}

bool has(const Sameness& found, SameEvidence evidence) { return found.evidence.contains(evidence); }

struct Counts {
    int all = 0;
    int likely = 0;
};

}  // namespace

class SamePersonTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aSlipInTheNameIsTheSamePerson() {
        const Sameness found = samePerson(patient("Siti Rahmawati", QDate(1990, 4, 23)),
                                          patient("Siti Rahmawti", QDate(1990, 4, 23)));
        QVERIFY(found.weight >= kLikelySame);
        QCOMPARE(found.evidence, QList({SameEvidence::NameSpelling, SameEvidence::BirthDate}));
    }
    void swappedWordsAreTheSameName() {
        const Sameness found = samePerson(patient("Rahmawati Siti", QDate(1990, 4, 23)),
                                          patient("Siti Rahmawati", QDate(1990, 4, 23)));
        QVERIFY(found.weight >= kLikelySame);
        QVERIFY(has(found, SameEvidence::Name));
    }
    void aNamesakeOfAnotherAgeIsNot() {
        const Sameness found = samePerson(patient("Siti Rahmawati", QDate(1990, 4, 23)),
                                          patient("Siti Rahmawati", QDate(1971, 8, 2)));
        QVERIFY(found.weight < kLikelySame);
        QVERIFY(has(found, SameEvidence::OtherBirth));
    }
    void twinsAreTwoPeople() {
        Patient hasan = patient("Hasan Prasetyo", QDate(2015, 4, 23), Sex::Male);
        hasan.nik = QStringLiteral("3671052304159001");
        hasan.motherName = QStringLiteral("Dewi Lestari");
        hasan.phone = QStringLiteral("080012345678");
        Patient umar = hasan;
        umar.name = QStringLiteral("Umar Prasetyo");
        umar.nik = QStringLiteral("3671052304159002");
        const Sameness found = samePerson(hasan, umar);
        QVERIFY2(found.weight < kLikelySame, qPrintable(QString::number(found.weight)));
        QVERIFY(has(found, SameEvidence::OtherName) && has(found, SameEvidence::OtherNik));
    }
    void oneNikIsOnePersonWhateverElseIsWritten() {
        Patient one = patient("Budi", QDate(1980, 1, 2), Sex::Male);
        one.nik = QStringLiteral("3671050201809001");
        Patient other = patient("Wati Kusuma", QDate(1985, 6, 7));
        other.nik = one.nik;
        QVERIFY(has(samePerson(one, other), SameEvidence::Nik));
        one.name = QStringLiteral("Budi Santoso");
        other = one;
        other.name = QStringLiteral("Budi");
        QVERIFY(samePerson(one, other).weight >= kLikelySame);
    }
    void nothingKnownSaysNothing() {
        const Sameness found = samePerson(Patient(), Patient());
        QCOMPARE(found.weight, 0);
        QVERIFY(found.evidence.isEmpty());
    }
    void isTheSameFromBothSides() {
        SeededRandom random(11);
        IdentityPairs pairs(random, kToday);
        for (int i = 0; i < 2'000; ++i) {
            const IdentityPair pair = pairs.next();
            QCOMPARE(samePerson(pair.one, pair.other), samePerson(pair.other, pair.one));
        }
    }

    void labelledPairs() {
        constexpr int kPairs = 20'000;
        SeededRandom random(4);
        IdentityPairs pairs(random, kToday);
        std::array<Counts, kPairKinds> kinds;
        Counts one;
        Counts two;
        for (int i = 0; i < kPairs; ++i) {
            const IdentityPair pair = pairs.next();
            const bool likely = samePerson(pair.one, pair.other).weight >= kLikelySame;
            for (Counts* counts :
                 {&kinds.at(static_cast<std::size_t>(pair.kind)), isOnePerson(pair.kind) ? &one : &two}) {
                ++counts->all;
                counts->likely += likely ? 1 : 0;
            }
        }
        for (int kind = 0; kind < kPairKinds; ++kind) {
            const Counts& counts = kinds.at(static_cast<std::size_t>(kind));
            std::printf("%-22s %6d pairs, %5.1f %% taken for one person\n",
                        pairKindName(static_cast<PairKind>(kind)), counts.all,
                        100.0 * counts.likely / counts.all);
        }
        const double recall = static_cast<double>(one.likely) / one.all;
        const double precision = static_cast<double>(one.likely) / (one.likely + two.likely);
        std::printf("%d pairs: recall %.3f, precision %.3f\n", kPairs, recall, precision);
        QVERIFY(recall >= 0.95);
        QVERIFY(precision >= 0.90);
    }

    /// New people beside a hospital of 6,000: how often a clerk is held up for nothing.
    void falseAlarms() {
        SeededRandom random(5);
        IdentityPairs pairs(random, kToday);
        std::vector<IdentityTraits> known;
        for (int i = 0; i < 6'000; ++i) {
            Patient file = pairs.person();
            file.nameKey = nameKey(file.name);
            known.emplace_back(file);
        }
        constexpr int kRegistrations = 400;
        int alarms = 0;
        for (int i = 0; i < kRegistrations; ++i) {
            const IdentityTraits fresh(pairs.person());
            alarms += std::any_of(known.begin(), known.end(), [&](const IdentityTraits& file) {
                return fresh.comparedWith(file).weight >= kLikelySame;
            });
        }
        std::printf("%d registrations beside %zu files: %d false alarms\n", kRegistrations, known.size(),
                    alarms);
        QVERIFY(alarms <= kRegistrations / 100);
    }
};

QTEST_GUILESS_MAIN(SamePersonTest)
#include "same_person_test.moc"
