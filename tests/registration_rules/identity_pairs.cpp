// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/registration_rules/identity_pairs.h"

#include <array>

#include "common/base/random.h"

namespace simrs {
namespace {

struct Share {
    PairKind kind;
    int percent;
};
/// Half of all pairs are one person.
constexpr std::array<Share, kPairKinds> kShares = {{
    {PairKind::Typo, 14},
    {PairKind::OldSpelling, 5},
    {PairKind::Nickname, 7},
    {PairKind::SwappedName, 5},
    {PairKind::WrongBirthYear, 6},
    {PairKind::SwappedBirth, 4},
    {PairKind::EstimatedBirth, 3},
    {PairKind::NoNumbers, 6},
    {PairKind::Twins, 4},
    {PairKind::Siblings, 8},
    {PairKind::ParentAndChild, 6},
    {PairKind::Namesakes, 10},
    {PairKind::NamesakesOfOneYear, 6},
    {PairKind::BornTheSameDay, 6},
    {PairKind::Strangers, 10},
}};

QStringList wordsOf(const QString& name) { return name.split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// New spelling to old, where the name has such a sound.
QString oldSpelling(QString name) {
    for (const auto& [now, then] : {std::pair("u", "oe"), {"j", "dj"}, {"y", "j"}, {"c", "tj"}}) {
        const qsizetype at = name.indexOf(QLatin1String(now), 1);
        if (at < 0) continue;
        return name.replace(at, 1, QLatin1String(then));
    }
    return name;
}

}  // namespace

const char* pairKindName(PairKind kind) {
    static constexpr std::array<const char*, kPairKinds> names = {"typo",
                                                                  "old spelling",
                                                                  "nickname",
                                                                  "swapped name",
                                                                  "wrong birth year",
                                                                  "swapped birth",
                                                                  "estimated birth",
                                                                  "no numbers",
                                                                  "twins",
                                                                  "siblings",
                                                                  "parent, child",
                                                                  "namesakes",
                                                                  "namesakes of one year",
                                                                  "born the same day",
                                                                  "strangers"};
    return names[static_cast<std::size_t>(kind)];
}

Patient patientOf(const Person& person) {
    Patient patient;
    patient.name = person.name;
    patient.sapaan = person.sapaan;
    patient.sex = person.sex;
    patient.birthDate = person.birthDate;
    patient.nik = person.nik;
    patient.noNikReason = person.noNikReason;
    patient.card = person.card;
    patient.phone = person.phone;
    patient.address = person.address;
    patient.motherName = person.motherName;
    return patient;
}

IdentityPairs::IdentityPairs(Random& random, QDate today)
    : m_random(random), m_today(today), m_people(PeopleSeed::load().value(), random) {}

bool IdentityPairs::chance(int percent) { return static_cast<int>(m_random.below(100)) < percent; }

QString IdentityPairs::slipIn(const QString& name) {
    QString out = name;
    if (name.size() < 4) return out + QLatin1Char('h');
    const qsizetype at = 1 + static_cast<qsizetype>(below(static_cast<std::size_t>(name.size() - 2)));
    const auto letter = QLatin1Char(static_cast<char>('a' + below(26)));
    switch (below(4)) {
        case 0:
            return out.remove(at, 1);
        case 1:
            return out.insert(at, letter);
        case 2:
            return out.replace(at, 1, letter);
        default:
            std::swap(out[at], out[at + 1]);
            return out;
    }
}

/// What another counter wrote down of the same person. Numbers are mostly missing: with them nobody needs a
/// rule.
Patient IdentityPairs::writtenAgain(const Patient& first, PairKind kind) {
    Patient again = first;
    QStringList words = wordsOf(first.name);
    switch (kind) {
        case PairKind::Typo:
            again.name = slipIn(first.name);
            break;
        case PairKind::OldSpelling:
            again.name = oldSpelling(first.name);
            break;
        case PairKind::Nickname: {
            // The first or last word alone, or a word cut to its beginning or end.
            const QString word = chance(50) ? words.first() : words.last();
            if (chance(50) || word.size() < 6)
                again.name = words.size() > 1 ? word : slipIn(word);
            else
                again.name = QString(first.name).replace(word, chance(50) ? word.left(4) : word.right(5));
            break;
        }
        case PairKind::SwappedName:
            std::swap(words.first(), words.last());
            again.name = words.join(QLatin1Char(' '));
            break;
        case PairKind::WrongBirthYear:
            again.birthDate = first.birthDate.addYears(chance(50) ? -1 - static_cast<int>(below(9))
                                                                  : 1 + static_cast<int>(below(9)));
            if (again.birthDate > m_today) again.birthDate = first.birthDate.addYears(-1);
            break;
        case PairKind::SwappedBirth:
            if (first.birthDate.day() <= 12)
                again.birthDate =
                    QDate(first.birthDate.year(), first.birthDate.day(), first.birthDate.month());
            else
                again.birthDate = first.birthDate.addDays(chance(50) ? 1 : -1);
            break;
        case PairKind::EstimatedBirth:
            again.birthDate = QDate(first.birthDate.year(), 7, 1).addYears(static_cast<int>(below(3)) - 1);
            again.birthEstimated = true;
            break;
        default:
            break;
    }
    const int missing = kind == PairKind::NoNumbers ? 100 : 45;
    if (chance(missing)) again.nik.clear();
    if (chance(missing)) again.card.clear();
    if (chance(40)) again.phone = chance(50) ? QString() : person().phone;
    if (chance(35)) again.motherName.clear();
    if (chance(30)) again.address = chance(50) ? QString() : person().address;
    if (chance(3) && !again.nik.isEmpty()) std::swap(again.nik[7], again.nik[8]);
    return again;
}

Patient IdentityPairs::relativeOf(const Patient& first, PairKind kind) {
    Patient other = person();
    const QStringList words = wordsOf(first.name);
    QStringList own = wordsOf(other.name);
    const auto household = [&] {
        other.address = first.address;
        if (chance(70)) other.phone = first.phone;
    };
    switch (kind) {
        case PairKind::Twins:
            household();
            other.birthDate = first.birthDate;
            other.motherName = first.motherName;
            if (chance(60)) other.sex = first.sex;
            if (words.size() > 1) own.last() = words.last();
            other.name = own.join(QLatin1Char(' '));
            other.nik = first.nik;
            if (!other.nik.isEmpty())
                other.nik[15] = QLatin1Char(first.nik[15] == QLatin1Char('9') ? '0' : '9');
            break;
        case PairKind::Siblings:
            household();
            other.motherName = first.motherName;
            other.birthDate = first.birthDate.addDays(-400 - static_cast<qint64>(below(3000)));
            if (words.size() > 1) own.last() = words.last();
            other.name = own.join(QLatin1Char(' '));
            break;
        case PairKind::ParentAndChild:
            household();
            other.birthDate = first.birthDate.addYears(-20 - static_cast<int>(below(15)));
            other.name = own.first() + QLatin1Char(' ') + words.last();
            break;
        case PairKind::Namesakes:
            other.name = first.name;
            other.sex = first.sex;
            break;
        case PairKind::NamesakesOfOneYear:
            other.name = first.name;
            other.sex = first.sex;
            other.birthDate = QDate(first.birthDate.year(), 1, 1).addDays(static_cast<qint64>(below(360)));
            break;
        case PairKind::BornTheSameDay:
            other.birthDate = first.birthDate;
            break;
        default:
            break;
    }
    if (chance(35)) other.nik.clear();
    if (chance(35)) other.card.clear();
    if (chance(35)) other.motherName.clear();
    return other;
}

IdentityPair IdentityPairs::next() {
    auto point = static_cast<int>(below(100));
    const Share* share = kShares.data();
    while (point >= share->percent) point -= (share++)->percent;
    IdentityPair pair;
    pair.kind = share->kind;
    pair.one = person();
    pair.other = isOnePerson(pair.kind) ? writtenAgain(pair.one, pair.kind) : relativeOf(pair.one, pair.kind);
    return pair;
}

}  // namespace simrs
