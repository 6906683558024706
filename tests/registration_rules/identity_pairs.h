// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled pairs of files: two of one person, as counters write them down on different days, and two of
// people who are easily taken for one. Made without looking at the weights of same_person.cpp.
#pragma once

#include <vector>

#include "common/registration/patient.h"
#include "server/demo/people.h"

namespace simrs {

/// What makes a pair awkward; for the table of the test.
enum class PairKind {
    // one person
    Typo,
    OldSpelling,
    Nickname,
    SwappedName,
    WrongBirthYear,
    SwappedBirth,
    EstimatedBirth,
    NoNumbers,
    // two people
    Twins,
    Siblings,
    ParentAndChild,
    Namesakes,
    NamesakesOfOneYear,
    BornTheSameDay,
    Strangers,
};
constexpr int kPairKinds = static_cast<int>(PairKind::Strangers) + 1;
constexpr bool isOnePerson(PairKind kind) { return kind < PairKind::Twins; }
const char* pairKindName(PairKind kind);

struct IdentityPair {
    Patient one;
    Patient other;
    PairKind kind = PairKind::Strangers;
};

Patient patientOf(const Person& person);

class IdentityPairs {
  public:
    /// `random` must outlive this.
    IdentityPairs(Random& random, QDate today);
    IdentityPair next();
    /// Somebody whom nobody has met.
    Patient person() { return patientOf(m_people.next(m_today)); }

  private:
    bool chance(int percent);
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_random.below(end)); }
    Patient writtenAgain(const Patient& first, PairKind kind);
    Patient relativeOf(const Patient& first, PairKind kind);
    QString slipIn(const QString& name);

    Random& m_random;
    QDate m_today;
    People m_people;
};

}  // namespace simrs
