// SPDX-License-Identifier: GPL-3.0-or-later
// The weights. What many people share says little: Muhammad is not a name that identifies, families share a
// telephone, a mother and an address, and twins a birth date as well.
#include "common/registration/same_person.h"

#include <QVarLengthArray>
#include <algorithm>
#include <array>

#include "common/base/text.h"
#include "common/registration/name_key.h"

namespace simrs {
namespace {

namespace weights {
constexpr int kNik = 300;
constexpr int kNikTypo = 60;
constexpr int kNikSerial = -30;  // Twins and brothers differ by a digit of the serial; so does a slip.
constexpr int kOtherNik = -150;
constexpr int kCard = 250;
constexpr int kOtherCard = -50;
constexpr int kPhone = 50;  // One in a family.
constexpr int kWord = 60;
constexpr int kCommonWord = 25;
constexpr int kTypoPercent = 75;
constexpr int kShortPercent = 50;
constexpr int kInitial = 8;
constexpr int kMissingWord = -6;  // Names are shortened every day.
constexpr int kOtherWord = -70;
constexpr int kBirthDate = 120;
constexpr int kBirthNear = 60;
constexpr int kBirthEstimate = 35;
constexpr int kBirthYear = 15;
constexpr int kOtherBirth = -70;
constexpr int kSex = 8;
constexpr int kOtherSex = -70;
constexpr int kMother = 60;
constexpr int kOtherMother = -50;
constexpr int kAddress = 20;
/// What a birth date and a household together may say of two who are called differently: twins share it all.
constexpr int kMostOfTwins = 120;
}  // namespace weights

/// The tokens that more than one in a hundred carries, after the seed files of the demo hospital.
bool isCommonWord(const QString& token) {
    static const QStringList common = [] {
        QStringList keys;
        for (const char* name :
             {"Muhammad",  "Ahmad", "Siti",    "Nur",    "Abdul",   "Sri",     "Dewi",     "Putri",
              "Putra",     "Agus",  "Budi",    "Eko",    "Dwi",     "Tri",     "Wahyu",    "Rizki",
              "Indah",     "Ayu",   "Lestari", "Wati",   "Hidayat", "Saputra", "Setiawan", "Kurniawan",
              "Rahmawati", "Fitri", "Hasan",   "Ali",    "Umar",    "Aisyah",  "Fatimah",  "Nurul",
              "Made",      "Wayan", "Ketut",   "Nyoman", "Ni",      "I",       "Bayi"})
            keys.append(nameKey(QString::fromLatin1(name)));
        return keys;
    }();
    return common.contains(token);
}

QStringList tokensOf(const QString& key) { return key.split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// One letter changed, lost, added, or two neighbours swapped.
bool oneSlip(QStringView a, QStringView b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    qsizetype i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    if (b.size() > a.size()) return a.mid(i) == b.mid(i + 1);
    if (a.mid(i + 1) == b.mid(i + 1)) return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.mid(i + 2) == b.mid(i + 2);
}

enum class WordFit { None, Initial, Short, Typo, Same };

/// "yanto" for Suryanto and "rahma" for Rahmawati: people are called by the beginning or the end of a name.
WordFit fitOf(const QString& a, const QString& b) {
    constexpr qsizetype kShortest = 3;
    if (a == b) return WordFit::Same;
    const QString& brief = a.size() <= b.size() ? a : b;
    const QString& longer = a.size() <= b.size() ? b : a;
    if (brief.size() == 1) return longer.startsWith(brief) ? WordFit::Initial : WordFit::None;
    if (brief.size() > kShortest && oneSlip(a, b)) return WordFit::Typo;
    const bool part = brief.size() >= kShortest && (longer.startsWith(brief) || longer.endsWith(brief));
    return part ? WordFit::Short : WordFit::None;
}

int weightOf(WordFit fit, const QString& a, const QString& b) {
    const int whole = isCommonWord(a) || isCommonWord(b) ? weights::kCommonWord : weights::kWord;
    switch (fit) {
        case WordFit::Same:
            return whole;
        case WordFit::Typo:
            return whole * weights::kTypoPercent / 100;
        case WordFit::Short:
            return whole * weights::kShortPercent / 100;
        case WordFit::Initial:
            return weights::kInitial;
        case WordFit::None:
            break;
    }
    return 0;
}

/// Two names, word by word: the best pairs first, whatever their order.
struct NameFit {
    int weight = 0;
    int found = 0;       // Words that fit.
    int other = 0;       // Words of both that do not.
    bool whole = false;  // No word of either is left over.
    WordFit worst = WordFit::Same;
};

NameFit namesCompared(const QStringList& a, const QStringList& b) {
    NameFit out;
    QVarLengthArray<bool, 16> takenA(a.size());
    QVarLengthArray<bool, 16> takenB(b.size());
    std::fill(takenA.begin(), takenA.end(), false);
    std::fill(takenB.begin(), takenB.end(), false);
    for (const WordFit wanted : {WordFit::Same, WordFit::Typo, WordFit::Short, WordFit::Initial}) {
        for (qsizetype i = 0; i < a.size(); ++i) {
            for (qsizetype j = 0; j < b.size() && !takenA[i]; ++j) {
                if (takenB[j] || fitOf(a[i], b[j]) != wanted) continue;
                takenA[i] = takenB[j] = true;
                out.weight += weightOf(wanted, a[i], b[j]);
                out.worst = std::min(out.worst, wanted);
                ++out.found;
            }
        }
    }
    const auto leftA = static_cast<int>(a.size()) - out.found;
    const auto leftB = static_cast<int>(b.size()) - out.found;
    out.other = std::min(leftA, leftB);
    out.whole = leftA == 0 && leftB == 0;
    out.weight += out.other * weights::kOtherWord + std::abs(leftA - leftB) * weights::kMissingWord;
    return out;
}

bool digitSwapped(int a, int b) { return a != b && a / 10 == b % 10 && a % 10 == b / 10; }

/// One of day, month and year is wrong, and not by much, or day and month stand in each other's place.
bool birthNear(QDate a, QDate b) {
    constexpr int kYearsOff = 10;
    if (a.year() == b.year() && a.day() == b.month() && a.month() == b.day()) return true;
    const int parts = (a.year() != b.year()) + (a.month() != b.month()) + (a.day() != b.day());
    if (parts != 1) return false;
    return a.year() == b.year() || std::abs(a.year() - b.year()) <= kYearsOff ||
           digitSwapped(a.year() % 100, b.year() % 100);
}

class Comparison {
  public:
    Sameness run() {
        const int shared = m_birth + m_household;
        m_found.weight += m_otherName ? std::min(shared, weights::kMostOfTwins) : shared;
        std::sort(m_found.evidence.begin(), m_found.evidence.end());
        return m_found;
    }
    void add(int weight, SameEvidence evidence) {
        m_found.weight += weight;
        m_found.evidence.append(evidence);
    }
    void add(int weight) { m_found.weight += weight; }

    void nik(const QString& a, const QString& b) {
        constexpr qsizetype kBeforeSerial = 12;
        if (a.isEmpty() || b.isEmpty()) return;
        if (a == b) return add(weights::kNik, SameEvidence::Nik);
        if (a.left(kBeforeSerial) == b.left(kBeforeSerial))
            return add(oneSlip(a, b) ? weights::kNikSerial : weights::kOtherNik, SameEvidence::OtherNik);
        if (a.size() == b.size() && oneSlip(a, b)) return add(weights::kNikTypo, SameEvidence::NikTypo);
        add(weights::kOtherNik, SameEvidence::OtherNik);
    }
    void card(const QString& a, const QString& b) {
        if (a.isEmpty() || b.isEmpty()) return;
        if (a == b) return add(weights::kCard, SameEvidence::Card);
        add(weights::kOtherCard, SameEvidence::OtherCard);
    }
    void name(const QStringList& a, const QStringList& b) {
        if (a.isEmpty() || b.isEmpty()) return;
        const NameFit fit = namesCompared(a, b);
        add(fit.weight);
        m_otherName = fit.other > 0;
        if (m_otherName) return m_found.evidence.append(SameEvidence::OtherName);
        if (fit.found == 0) return;
        if (!fit.whole || fit.worst < WordFit::Typo) return m_found.evidence.append(SameEvidence::NamePart);
        m_found.evidence.append(fit.worst == WordFit::Same ? SameEvidence::Name : SameEvidence::NameSpelling);
    }
    void birth(QDate a, QDate b, bool estimated) {
        constexpr int kEstimateYears = 2;
        if (!a.isValid() || !b.isValid()) return;
        const int apart = std::abs(a.year() - b.year());
        if (estimated) {
            if (apart <= kEstimateYears) return add(weights::kBirthEstimate, SameEvidence::BirthNear);
        } else if (a == b) {
            m_birth = weights::kBirthDate;
            return add(0, SameEvidence::BirthDate);
        } else if (birthNear(a, b)) {
            return add(weights::kBirthNear, SameEvidence::BirthNear);
        } else if (apart == 0) {
            return add(weights::kBirthYear, SameEvidence::BirthYear);
        }
        add(weights::kOtherBirth, SameEvidence::OtherBirth);
    }
    void sex(Sex a, Sex b) {
        const auto known = [](Sex sex) { return sex == Sex::Male || sex == Sex::Female; };
        if (!known(a) || !known(b)) return;
        if (a == b) return add(weights::kSex);
        add(weights::kOtherSex, SameEvidence::OtherSex);
    }
    void mother(const QStringList& a, const QStringList& b) {
        if (a.isEmpty() || b.isEmpty()) return;
        const NameFit fit = namesCompared(a, b);
        if (fit.other > 0 || fit.found == 0) return add(weights::kOtherMother, SameEvidence::OtherMother);
        m_household += std::min(fit.weight, weights::kMother);
        add(0, SameEvidence::Mother);
    }
    void address(const QStringList& a, const QStringList& b) {
        if (a.isEmpty() || b.isEmpty()) return;
        const auto shared =
            std::count_if(a.begin(), a.end(), [&](const QString& w) { return b.contains(w); });
        if (3 * shared < 2 * std::max(a.size(), b.size())) return;
        m_household += weights::kAddress;
        add(0, SameEvidence::Address);
    }
    void phone(const QString& a, const QString& b) {
        if (a.isEmpty() || a != b) return;
        m_household += weights::kPhone;
        add(0, SameEvidence::Phone);
    }

  private:
    Sameness m_found;
    int m_birth = 0;      // What a whole birth date says.
    int m_household = 0;  // What people of one household share.
    bool m_otherName = false;
};

QStringList addressWords(const QString& address) {
    QStringList words;
    QString word;
    for (const QChar c : address.toLower() + QLatin1Char(' ')) {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    words.removeDuplicates();
    return words;
}

}  // namespace

IdentityTraits::IdentityTraits(const Patient& patient)
    : m_name(tokensOf(patient.nameKey.isEmpty() ? nameKey(patient.name) : patient.nameKey)),
      m_mother(tokensOf(nameKey(patient.motherName))),
      m_address(addressWords(patient.address)),
      m_birthDate(patient.birthDate),
      m_birthEstimated(patient.birthEstimated),
      m_sex(patient.sex),
      m_nik(patient.nik),
      m_card(patient.card),
      m_phone(canonicalPhone(patient.phone)) {}

Sameness IdentityTraits::comparedWith(const IdentityTraits& other) const {
    Comparison compared;
    compared.nik(m_nik, other.m_nik);
    compared.card(m_card, other.m_card);
    compared.phone(m_phone, other.m_phone);
    compared.name(m_name, other.m_name);
    compared.birth(m_birthDate, other.m_birthDate, m_birthEstimated || other.m_birthEstimated);
    compared.sex(m_sex, other.m_sex);
    compared.mother(m_mother, other.m_mother);
    compared.address(m_address, other.m_address);
    return compared.run();
}

Sameness samePerson(const Patient& one, const Patient& other) {
    return IdentityTraits(one).comparedWith(IdentityTraits(other));
}

}  // namespace simrs
