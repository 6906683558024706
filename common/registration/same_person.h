// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two files are one person's. Pure: the same rule warns the clerk who is typing a new patient, fills
// the work list of pairs, and is measured by tests/registration_rules/same_person_test.cpp. Each part that is
// equal or different adds the logarithm of how much likelier that is for one person than for two (Fellegi and
// Sunter, "A Theory for Record Linkage", 1969); decision 0030 says where the weights come from.
#pragma once

#include <QList>
#include <QStringList>

#include "common/registration/patient.h"

namespace simrs {

/// Why two files look like one person's, or do not. Travels; append only. In the order in which they are
/// told: what is for it, then what is against.
enum class SameEvidence : int {
    Nik = 1,
    NikTypo = 2,  ///< one digit wrong, or two neighbours swapped
    Card = 3,
    Phone = 4,
    Name = 5,          ///< all words, in any order, as they sound
    NameSpelling = 6,  ///< the same but for single letters
    NamePart = 7,      ///< one is a shorter form of the other
    BirthDate = 8,
    BirthNear = 9,  ///< day and month swapped, one part of it wrong, or estimated
    BirthYear = 10,
    Mother = 11,
    Address = 12,
    OtherNik = 13,
    OtherCard = 14,
    OtherName = 15,
    OtherBirth = 16,
    OtherSex = 17,
    OtherMother = 18,
};
constexpr int enumCount(SameEvidence) { return 19; }

/// Tenths of bits: 10 means twice as likely.
struct Sameness {
    int weight = 0;
    QList<SameEvidence> evidence;  ///< In the order of the enumeration, each once.

    bool operator==(const Sameness&) const = default;
};

/// From here on a person has to look before a second file is made: one in 16,000 pairs of strangers that
/// share a word of the name or a birth date reaches it.
inline constexpr int kLikelySame = 140;
/// From here on a file is worth a line beside the form.
inline constexpr int kMaybeSame = 60;

/// One file, made ready to be compared with many.
class IdentityTraits {
  public:
    explicit IdentityTraits(const Patient& patient);

    /// The same whichever of the two is asked.
    Sameness comparedWith(const IdentityTraits& other) const;

  private:
    QStringList m_name;    // As in nameKey().
    QStringList m_mother;  // The same.
    QStringList m_address;
    QDate m_birthDate;
    bool m_birthEstimated;
    Sex m_sex;
    QString m_nik;
    QString m_card;
    QString m_phone;
};

Sameness samePerson(const Patient& one, const Patient& other);

}  // namespace simrs
