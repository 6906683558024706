// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic people: believable, unique where they must be, nobody alive, the same for the same seed.
#include "server/demo/people.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include "common/base/random.h"
#include "common/registration/name_key.h"

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 22);

std::vector<Person> draw(int count, std::uint64_t seed, int duplicates = 0) {
    SeededRandom random(seed);
    People people(PeopleSeed::load().value(), random, duplicates);
    std::vector<Person> out;
    for (int i = 0; i < count; ++i) out.push_back(people.next(kToday));
    return out;
}

template <class Test>
double share(const std::vector<Person>& people, Test test) {
    return 100.0 * static_cast<double>(std::count_if(people.begin(), people.end(), test)) /
           static_cast<double>(people.size());
}

bool between(double value, double low, double high) { return value >= low && value <= high; }

}  // namespace

class PeopleTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { m_people = draw(40'000, 7); }

    void everybodyIsValid() {
        for (const Person& person : m_people) {
            QVERIFY2(checkName(person.name, QString()).has_value(), qPrintable(person.name));
            QVERIFY2(checkName(person.motherName, QString()).has_value(), qPrintable(person.motherName));
            QVERIFY(checkBirthDate(person.birthDate, kToday).has_value());
            QVERIFY(checkNikOrReason(person.nik, person.noNikReason).has_value());
            QVERIFY(checkCard(person.card).has_value());
            QVERIFY(checkPhone(person.phone).has_value());
            QVERIFY(checkText(person.address, QString(), limits::kAddressChars).has_value());
            if (!person.nik.isEmpty())
                QVERIFY(nikWarnings(person.nik, person.birthDate, person.sex, kToday).isEmpty());
            QVERIFY(!nameKey(person.name).isEmpty());
        }
    }

    void nobodyIsAlive() {
        for (const Person& person : m_people) {
            QVERIFY(person.nik.isEmpty() || person.nik.at(12) == QLatin1Char('9'));
            QVERIFY(person.card.isEmpty() || person.card.startsWith(QStringLiteral("000999")));
            QVERIFY(person.phone.isEmpty() || person.phone.startsWith(QStringLiteral("0800")));
        }
    }

    void numbersAreUnique() {
        QSet<QString> niks, cards;
        for (const Person& person : m_people) {
            QVERIFY(person.nik.isEmpty() || !niks.contains(person.nik));
            QVERIFY(person.card.isEmpty() || !cards.contains(person.card));
            niks.insert(person.nik);
            cards.insert(person.card);
        }
    }

    void sharesAreBelievable() {
        const auto words = [](const Person& p) { return p.name.split(QLatin1Char(' ')).size(); };
        const auto ageOf = [](const Person& p) { return ageOn(p.birthDate, kToday).years; };
        const double single = share(m_people, [&](const Person& p) { return words(p) == 1; });
        const double women = share(m_people, [](const Person& p) { return p.sex == Sex::Female; });
        const double noNik = share(m_people, [](const Person& p) { return p.nik.isEmpty(); });
        const double children = share(m_people, [&](const Person& p) { return ageOf(p) < 15; });
        const double over60 = share(m_people, [&](const Person& p) { return ageOf(p) > 60; });
        const double card = share(m_people, [](const Person& p) { return !p.card.isEmpty(); });
        const double muhammad = share(
            m_people, [](const Person& p) { return nameKey(p.name).startsWith(QStringLiteral("muhamad")); });
        const double old = share(m_people, [](const Person& p) {
            return p.name.contains(QStringLiteral("oe"), Qt::CaseInsensitive);
        });
        qInfo("single %.1f women %.1f noNik %.1f children %.1f over60 %.1f card %.1f muhammad %.1f oe %.2f",
              single, women, noNik, children, over60, card, muhammad, old);
        QVERIFY(between(single, 9, 14));
        QVERIFY(between(women, 52, 56));
        QVERIFY(between(noNik, 1, 5));
        QVERIFY(between(children, 17, 23));
        QVERIFY(between(over60, 15, 26));
        QVERIFY(between(card, 82, 86));
        QVERIFY(between(muhammad, 3, 9));
        QVERIFY(between(old, 0.5, 4));
    }

    void sameSeedSamePeople() {
        const std::vector<Person> again = draw(2000, 7);
        const std::vector<Person> other = draw(2000, 8);
        int same = 0;
        for (std::size_t i = 0; i < again.size(); ++i) {
            QCOMPARE(again[i].name, m_people[i].name);
            QCOMPARE(again[i].nik, m_people[i].nik);
            QCOMPARE(again[i].address, m_people[i].address);
            if (other[i].name == again[i].name) ++same;
        }
        QVERIFY(same < 200);
    }

    void secondRecords() {
        const std::vector<Person> people = draw(20'000, 3, 6);
        QVERIFY(between(share(people, [](const Person& p) { return p.duplicateOf >= 0; }), 5, 7));
        for (std::size_t i = 0; i < people.size(); ++i) {
            const Person& person = people[i];
            if (person.duplicateOf < 0) continue;
            QVERIFY(person.duplicateOf < static_cast<qint64>(i));
            const Person& first = people[static_cast<std::size_t>(person.duplicateOf)];
            QVERIFY(first.duplicateOf < 0);
            QCOMPARE(person.sex, first.sex);
            QCOMPARE(person.motherName, first.motherName);
            QVERIFY(person.nik.isEmpty() && person.noNikReason != NoNikReason::None && person.card.isEmpty());
            QVERIFY(qAbs(person.birthDate.year() - first.birthDate.year()) <= 1);
            QVERIFY(person.birthDate <= kToday);
            QVERIFY(checkName(person.name, QString()).has_value());
        }
    }

    void brokenSeedIsToldNotCrashed() { QVERIFY(!PeopleSeed::load(QStringLiteral(":/nowhere"))); }

    void quickEnoughForTwoMillion() {
        SeededRandom random(1);
        People people(PeopleSeed::load().value(), random, 6);
        QElapsedTimer timer;
        timer.start();
        constexpr int kCount = 20'000;
        qsizetype total = 0;
        for (int i = 0; i < kCount; ++i) total += people.next(kToday).name.size();
        const double micros = static_cast<double>(timer.nsecsElapsed()) / 1000.0 / kCount;
        qInfo("%.1f us a person, so two million in %.0f s", micros, micros * 2);
        QVERIFY(total > 0);
        // The goal is 30 us; ten times that where sanitizers and other work slow it down.
        QVERIFY(micros < 300);
    }

  private:
    std::vector<Person> m_people;
};

QTEST_APPLESS_MAIN(PeopleTest)
#include "people_test.moc"
