// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing synthetic people. Shares are estimates of a city hospital on Java.
#include "server/demo/people.h"

#include <QHash>
#include <algorithm>

#include "common/base/random.h"

namespace simrs {
namespace {

constexpr int kMan = 0;
constexpr int kWoman = 1;
constexpr std::size_t kKept = 512;

constexpr int kWomenPercent = 54;
constexpr int kMuhammadPercent = 15;  // of Muslim men
constexpr int kSitiPercent = 10;      // of Muslim women
constexpr int kNurPercent = 5;
constexpr int kSriPercent = 3;
constexpr int kOldSpellingPercent = 8;  // of those over 60
constexpr int kCardPercent = 84;
constexpr int kPhonePercent = 88;

/// Patients by age: from, to, share in per mille.
struct AgeBand {
    int from;
    int to;
    int share;
};
constexpr AgeBand kAges[] = {{0, 0, 40},    {1, 4, 70},    {5, 14, 90},   {15, 24, 105},
                             {25, 34, 135}, {35, 44, 130}, {45, 54, 150}, {55, 64, 145},
                             {65, 74, 90},  {75, 84, 38},  {85, 95, 7}};

/// Birth days that NIKs are counted for: from 1 January 1900, 150 years.
constexpr int kBirthDays = 55'000;
const QDate& firstBirthDay() {
    static const QDate day(1900, 1, 1);
    return day;
}

/// Steps without common factor with ten million: every card and phone number comes once before any comes
/// again.
constexpr std::uint64_t kTenMillion = 10'000'000;
constexpr std::uint64_t kCardStep = 7'368'787;
constexpr std::uint64_t kPhoneStep = 3'141'593;

QString digits(std::uint64_t number, int width) {
    return QString::number(number).rightJustified(width, QLatin1Char('0'));
}

QString column(const char* name) { return QLatin1String(name); }

PeopleSeed::NamePart partOf(const SeedRows& rows, qsizetype i) {
    return {rows.text(i, column("name")), rows.text(i, column("old_spelling")),
            rows.number(i, column("born_from")), rows.number(i, column("born_to"))};
}

void addNames(PeopleSeed& seed, QHash<QString, PeopleSeed::Mix>& mixes, const SeedRows& rows) {
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString role = rows.text(i, column("role"));
        const QString sex = rows.text(i, column("sex"));
        const int weight = rows.number(i, column("weight"));
        const PeopleSeed::NamePart part = partOf(rows, i);
        if (role == QLatin1String("muhammad")) {
            seed.muhammads.add(part.text, weight);
            continue;
        }
        for (const int who : {kMan, kWoman}) {
            if (sex != QLatin1String("X") && sex != QLatin1String(who == kMan ? "L" : "P")) continue;
            const auto place = static_cast<std::size_t>(who);
            PeopleSeed::Mix& mix = mixes[rows.text(i, column("mix"))];
            if (role == QLatin1String("second"))
                seed.seconds[place].add(part, weight);
            else if (role == QLatin1String("first"))
                mix.first[place].add(part, weight);
            else
                mix.last[place].add(part, weight);
        }
    }
}

void addRegions(PeopleSeed& seed, const SeedRows& rows) {
    for (qsizetype i = 0; i < rows.size();) {
        PeopleSeed::Region region;
        region.code = rows.text(i, column("region_code"));
        region.district = rows.text(i, column("district"));
        region.city = rows.text(i, column("city"));
        const int weight = rows.number(i, column("weight"));
        for (; i < rows.size() && rows.text(i, column("region_code")) == region.code; ++i) {
            region.villages.append(rows.text(i, column("village")));
        }
        seed.regions.add(region, weight);
    }
}

QString joinSpelled(const QList<PeopleSeed::NamePart>& parts, bool oldSpelling) {
    QStringList words;
    for (const PeopleSeed::NamePart& part : parts) {
        words.append(oldSpelling && !part.oldSpelling.isEmpty() ? part.oldSpelling : part.text);
    }
    return words.join(QLatin1Char(' '));
}

}  // namespace

Result<PeopleSeed> PeopleSeed::load(const QString& folder) {
    PeopleSeed seed;
    SIMRS_ASSIGN(const SeedRows mixRows, SeedRows::read(folder + QStringLiteral("/name_mixes.csv")));
    SIMRS_ASSIGN(const SeedRows nameRows, SeedRows::read(folder + QStringLiteral("/names.csv")));
    SIMRS_ASSIGN(const SeedRows regionRows, SeedRows::read(folder + QStringLiteral("/regions.csv")));
    SIMRS_ASSIGN(const SeedRows streetRows, SeedRows::read(folder + QStringLiteral("/streets.csv")));
    QHash<QString, Mix> mixes;
    addNames(seed, mixes, nameRows);
    for (qsizetype i = 0; i < mixRows.size(); ++i) {
        Mix mix = mixes.value(mixRows.text(i, column("mix")));
        mix.muslimPercent = mixRows.number(i, column("muslim_percent"));
        mix.singlePercent = mixRows.number(i, column("single_percent"));
        mix.familyName = mixRows.flag(i, column("family_name"));
        const bool whole = !mix.first[kMan].empty() && !mix.first[kWoman].empty() &&
                           !mix.last[kMan].empty() && !mix.last[kWoman].empty();
        if (!whole)
            return fail(ErrorCode::FileUnreadable, {QStringLiteral("names.csv"), QStringLiteral("0")});
        seed.mixes.add(mix, mixRows.number(i, column("weight")));
    }
    addRegions(seed, regionRows);
    for (qsizetype i = 0; i < streetRows.size(); ++i) {
        seed.streets.add(streetRows.text(i, column("name")), streetRows.number(i, column("weight")));
    }
    const bool whole = seed.mixes.sum() > 0 && seed.muhammads.sum() > 0 && seed.seconds[kMan].sum() > 0 &&
                       seed.seconds[kWoman].sum() > 0 && seed.regions.sum() > 0 && seed.streets.sum() > 0;
    if (!whole) return fail(ErrorCode::FileUnreadable, {QStringLiteral("names.csv"), QStringLiteral("0")});
    return seed;
}

People::People(PeopleSeed seed, Random& random, int duplicatePercent)
    : m_seed(std::move(seed)),
      m_random(random),
      m_duplicatePercent(duplicatePercent),
      m_cardStart(random.below(kTenMillion)),
      m_phoneStart(random.below(kTenMillion)),
      m_serials(m_seed.regions.size() * 2 * kBirthDays, 0) {}

Person People::next(QDate today) {
    if (!m_recent.empty() && chance(m_duplicatePercent)) return secondRecord(today);
    Person person;
    const bool woman = chance(kWomenPercent);
    const std::size_t region = m_seed.regions.indexAt(m_random.below(m_seed.regions.sum()));
    const PeopleSeed::Mix& mix = draw(m_seed.mixes);
    person.sex = woman ? Sex::Female : Sex::Male;
    person.birthDate = drawBirthDate(today);
    const int year = person.birthDate.year();
    const bool old = ageOn(person.birthDate, today).years > 60 && chance(kOldSpellingPercent);
    person.name = drawName(mix, woman, year, old);
    person.motherName = drawName(mix, true, year - 20 - static_cast<int>(m_random.below(15)), old);
    person.sapaan = proposedSapaan(person.sex, person.birthDate, today);
    person.address = drawAddress(m_seed.regions.at(region));
    giveNumbers(person, region, today);
    const auto place = static_cast<qint64>(m_count++);
    if (m_duplicatePercent > 0) {
        if (m_recent.size() < kKept)
            m_recent.push_back({person, place});
        else
            m_recent[m_random.below(kKept)] = {person, place};
    }
    return person;
}

bool People::chance(int percent) { return static_cast<int>(m_random.below(100)) < percent; }

template <class T>
const T& People::draw(const Weighted<T>& things) {
    return things.at(things.indexAt(m_random.below(things.sum())));
}

const PeopleSeed::NamePart& People::drawPart(const Weighted<PeopleSeed::NamePart>& parts, int birthYear) {
    // Names of another time are drawn again; after a dozen draws any will do.
    const PeopleSeed::NamePart* part = &draw(parts);
    for (int i = 0; i < 12 && (birthYear < part->bornFrom || birthYear > part->bornTo); ++i)
        part = &draw(parts);
    return *part;
}

QDate People::drawBirthDate(QDate today) {
    auto point = static_cast<int>(m_random.below(1000));
    const AgeBand* band = std::begin(kAges);
    while (band != std::end(kAges) - 1 && point >= band->share) point -= (band++)->share;
    const QDate youngest = today.addYears(-band->from);
    const QDate oldest = today.addYears(-(band->to + 1)).addDays(1);
    return oldest.addDays(
        static_cast<qint64>(m_random.below(static_cast<std::uint64_t>(oldest.daysTo(youngest)) + 1)));
}

QString People::drawName(const PeopleSeed::Mix& mix, bool woman, int birthYear, bool oldSpelling) {
    return drawWords(mix, woman, birthYear, oldSpelling).join(QLatin1Char(' '));
}

QStringList People::drawWords(const PeopleSeed::Mix& mix, bool woman, int birthYear, bool oldSpelling) {
    const auto who = static_cast<std::size_t>(woman ? kWoman : kMan);
    for (int attempt = 0;; ++attempt) {
        QList<PeopleSeed::NamePart> parts;
        const bool single = chance(mix.singlePercent);
        const bool muslim = !single && chance(mix.muslimPercent);
        const auto point = static_cast<int>(m_random.below(100));
        const auto size = static_cast<int>(m_random.below(100));
        const qsizetype words = single ? 1 : size < 52 ? 2 : size < 90 ? 3 : 4;
        if (muslim && !woman && point < kMuhammadPercent) {
            parts.append({draw(m_seed.muhammads), {}, 0, 0});
            parts.append(drawPart(m_seed.seconds[who], birthYear));
        } else if (muslim && woman && point < kSitiPercent) {
            parts.append({QStringLiteral("Siti"), {}, 0, 0});
            parts.append(drawPart(m_seed.seconds[who], birthYear));
        } else if (muslim && woman && point < kSitiPercent + kNurPercent) {
            parts.append({QStringLiteral("Nur"), QStringLiteral("Noer"), 0, 0});
        } else if (muslim && woman && point < kSitiPercent + kNurPercent + kSriPercent) {
            parts.append({QStringLiteral("Sri"), {}, 0, 0});
        } else {
            parts.append(drawPart(mix.first[who], birthYear));
        }
        while (parts.size() < words - 1) parts.append(drawPart(mix.first[who], birthYear));
        if (parts.size() < words) parts.append(drawPart(mix.last[who], birthYear));
        QStringList out = joinSpelled(parts, oldSpelling).split(QLatin1Char(' '));
        if (out.removeDuplicates() > 0 && attempt < 4) continue;
        const bool isOld = oldSpelling && out.join(QLatin1Char(' ')) != joinSpelled(parts, false);
        if (oldSpelling && !isOld && attempt < 6) continue;
        return out;
    }
}

QString People::drawAddress(const PeopleSeed::Region& region) {
    const QString& village = region.villages.at(
        static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(region.villages.size()))));
    const QString place = QStringLiteral("%1 No. %2, RT %3/RW %4, Kel. %5, Kec. %6, %7");
    return place.arg(draw(m_seed.streets), QString::number(1 + m_random.below(120)),
                     digits(1 + m_random.below(12), 3), digits(1 + m_random.below(15), 3), village,
                     region.district, region.city);
}

QString People::drawNik(std::size_t region, bool woman, QDate birthDate) {
    const qint64 day = std::clamp<qint64>(firstBirthDay().daysTo(birthDate), 0, kBirthDays - 1);
    for (std::size_t tries = 0; tries < m_seed.regions.size(); ++tries, ++region) {
        const std::size_t home = region % m_seed.regions.size();
        const std::size_t cell = (home * 2 + (woman ? 1 : 0)) * kBirthDays + static_cast<std::size_t>(day);
        if (m_serials[cell] >= 1000) continue;
        // The first serial of a cell is anywhere in the thousand, so that NIKs do not all end in 9000.
        const std::uint64_t serial = 9000 + (cell * 7919 + m_serials[cell]++) % 1000;
        return m_seed.regions.at(home).code +
               digits(static_cast<std::uint64_t>(birthDate.day() + (woman ? 40 : 0)), 2) +
               birthDate.toString(QStringLiteral("MMyy")) + digits(serial, 4);
    }
    return {};
}

void People::giveNumbers(Person& person, std::size_t region, QDate today) {
    const bool infant = ageOn(person.birthDate, today).years == 0;
    const auto point = static_cast<int>(m_random.below(1000));
    // Before the birth certificate a child has none; foreigners and people without papers are few.
    if (infant && point < 350)
        person.noNikReason = point < 100 ? NoNikReason::Newborn : NoNikReason::NotYetIssued;
    else if (point < 8)
        person.noNikReason = NoNikReason::Unknown;
    else if (point < 10)
        person.noNikReason = NoNikReason::Foreigner;
    else if (point < 14)
        person.noNikReason = NoNikReason::NotYetIssued;
    if (person.noNikReason == NoNikReason::None) {
        const std::size_t home =
            chance(80) ? region : m_seed.regions.indexAt(m_random.below(m_seed.regions.sum()));
        person.nik = drawNik(home, person.sex == Sex::Female, person.birthDate);
        if (person.nik.isEmpty()) person.noNikReason = NoNikReason::Unknown;
    }
    const auto numberFrom = [this](std::uint64_t start, std::uint64_t step) {
        return digits((start + m_count * step) % kTenMillion, 7);
    };
    if (chance(kCardPercent)) person.card = QStringLiteral("000999") + numberFrom(m_cardStart, kCardStep);
    if (chance(kPhonePercent)) person.phone = QStringLiteral("0800") + numberFrom(m_phoneStart, kPhoneStep);
}

Person People::secondRecord(QDate today) {
    const Kept& kept = m_recent[m_random.below(m_recent.size())];
    Person person = kept.person;
    person.duplicateOf = kept.place;
    ++m_count;
    // A second record is made where somebody came without papers: no NIK, no card, the name by ear.
    person.nik.clear();
    person.noNikReason = NoNikReason::Unknown;
    person.card.clear();
    if (chance(40)) person.phone.clear();
    person.name = misspelled(person.name);
    if (chance(20))
        person.birthDate = QDate(person.birthDate.year(), 1, 1);
    else if (chance(12) && person.birthDate.addYears(1) <= today)
        person.birthDate = person.birthDate.addYears(1);
    person.sapaan = proposedSapaan(person.sex, person.birthDate, today);
    return person;
}

QString People::misspelled(const QString& name) {
    QStringList words = name.split(QLatin1Char(' '));
    for (QString& word : words) {
        if (!word.startsWith(QLatin1Char('M')) ||
            !(word.startsWith(QStringLiteral("Muham")) || word.startsWith(QStringLiteral("Moham"))))
            continue;
        word = draw(m_seed.muhammads);
        return words.join(QLatin1Char(' '));
    }
    if (words.size() > 2 && chance(40)) {
        words.removeLast();
        return words.join(QLatin1Char(' '));
    }
    static const char* const sounds[][2] = {{"f", "p"},  {"z", "s"},  {"ai", "ae"}, {"iy", "i"},
                                            {"q", "k"},  {"v", "f"},  {"oe", "u"},  {"dj", "j"},
                                            {"ch", "h"}, {"s", "ss"}, {"n", "nn"}};
    QString out = name;
    for (const auto& sound : sounds) {
        const qsizetype at = out.indexOf(QLatin1String(sound[0]), 1);
        if (at < 1) continue;
        return out.replace(at, static_cast<qsizetype>(qstrlen(sound[0])), QLatin1String(sound[1]));
    }
    return out;
}

}  // namespace simrs
