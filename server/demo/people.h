// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic people for the demo hospital and for measurements: believable names, no living person. NIK
// serials are 9000 to 9999, cards start with 000999, telephone numbers with 0800. The same seed gives the
// same people.
#pragma once

#include <QDate>
#include <QString>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "common/base/result.h"
#include "common/registration/identity_rules.h"
#include "server/demo/seed_rows.h"

namespace simrs {

class Random;

struct Person {
    QString name;
    Sapaan sapaan = Sapaan::None;
    Sex sex = Sex::Unknown;
    QDate birthDate;
    QString nik;  ///< empty with a reason
    NoNikReason noNikReason = NoNikReason::None;
    QString card;   ///< empty for those without one
    QString phone;  ///< empty for some
    QString address;
    QString motherName;
    /// The place, counted from 0 in the order of next(), of the person this is a second record of; -1 for
    /// none.
    qint64 duplicateOf = -1;
};

/// Things with weights, drawn in the ratio of these.
template <class T>
class Weighted {
  public:
    void add(T thing, int weight) {
        m_sum += static_cast<std::uint64_t>(weight);
        m_ends.push_back(m_sum);
        m_things.push_back(std::move(thing));
    }
    bool empty() const { return m_things.empty(); }
    std::size_t size() const { return m_things.size(); }
    const T& at(std::size_t i) const { return m_things[i]; }
    std::uint64_t sum() const { return m_sum; }
    /// The thing whose share holds `point`, 0 to sum()-1.
    std::size_t indexAt(std::uint64_t point) const;

  private:
    std::vector<T> m_things;
    std::vector<std::uint64_t> m_ends;
    std::uint64_t m_sum = 0;
};

template <class T>
std::size_t Weighted<T>::indexAt(std::uint64_t point) const {
    std::size_t low = 0;
    std::size_t high = m_ends.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (m_ends[middle] > point)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/// What people are made of, read from the seed files.
struct PeopleSeed {
    struct NamePart {
        QString text;
        QString oldSpelling;
        int bornFrom = 0;
        int bornTo = 0;
    };
    struct Mix {
        int muslimPercent = 0;
        int singlePercent = 0;
        bool familyName = false;
        std::array<Weighted<NamePart>, 2> first;  ///< men, women
        std::array<Weighted<NamePart>, 2> last;
    };
    struct Region {
        QString code;  ///< six digits
        QString district;
        QString city;
        QStringList villages;
    };

    Weighted<Mix> mixes;
    Weighted<QString> muhammads;
    std::array<Weighted<NamePart>, 2> seconds;  ///< what follows Muhammad, Siti
    Weighted<Region> regions;
    Weighted<QString> streets;

    /// Errors: FileUnreadable.
    static Result<PeopleSeed> load(const QString& folder = kSeedFolder);
};

class People {
  public:
    /// `random` must outlive this; `duplicatePercent` of the people are second records of earlier ones.
    People(PeopleSeed seed, Random& random, int duplicatePercent = 0);

    /// At most 10,000,000 people have distinct cards and NIKs.
    Person next(QDate today);

  private:
    bool chance(int percent);
    template <class T>
    const T& draw(const Weighted<T>& things);
    const PeopleSeed::NamePart& drawPart(const Weighted<PeopleSeed::NamePart>& parts, int birthYear);

    QDate drawBirthDate(QDate today);
    QString drawName(const PeopleSeed::Mix& mix, bool woman, int birthYear, bool oldSpelling);
    QStringList drawWords(const PeopleSeed::Mix& mix, bool woman, int birthYear, bool oldSpelling);
    QString drawAddress(const PeopleSeed::Region& region);
    QString drawNik(std::size_t region, bool woman, QDate birthDate);
    void giveNumbers(Person& person, std::size_t region, QDate today);
    Person secondRecord(QDate today);
    QString misspelled(const QString& name);

    PeopleSeed m_seed;
    Random& m_random;
    int m_duplicatePercent;
    std::uint64_t m_count = 0;
    std::uint64_t m_cardStart;
    std::uint64_t m_phoneStart;
    std::vector<std::uint16_t> m_serials;  ///< given serials for each region, sex and birth day
    struct Kept {
        Person person;
        qint64 place = 0;
    };
    std::vector<Kept> m_recent;  ///< those a second record may be made of
};

}  // namespace simrs
