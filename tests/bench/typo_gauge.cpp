// SPDX-License-Identifier: GPL-3.0-or-later
// Finding one of many patients by his first two names, the first of them with a letter left out, doubled or,
// if a vowel, another.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <optional>

#include "common/base/random.h"
#include "common/registration/name_key.h"
#include "tests/bench/floors/typo_floor.h"
#include "tests/bench/gauges.h"
#include "tests/bench/searched_people.h"
#include "tests/bench/visit_load.h"

namespace simrs::bench {
namespace {

constexpr double kGoalP50 = 2;

enum class Slip { LeftOut, Doubled, OtherVowel };
constexpr std::array kSlipNames = {"left out", "doubled", "other vowel"};

struct Typo {
    PatientId wanted;
    qint64 mrn = 0;
    QByteArray first;
    QByteArray typed;  // What became of the first word.
    QByteArray second;
    Slip slip = Slip::LeftOut;
};

bool isVowel(char letter) { return QByteArrayLiteral("aeiou").contains(letter); }

QByteArray otherVowel(QByteArray word, Random& random) {
    constexpr std::array vowels = {'a', 'e', 'i', 'o', 'u'};
    QList<qsizetype> places;
    for (qsizetype i = 0; i < word.size(); ++i)
        if (isVowel(word.at(i))) places.append(i);
    if (places.isEmpty()) return {};
    const qsizetype at = places.at(static_cast<qsizetype>(random.below(places.size())));
    const auto held =
        static_cast<std::size_t>(std::find(vowels.begin(), vowels.end(), word.at(at)) - vowels.begin());
    word[at] = vowels.at((held + 1 + random.below(vowels.size() - 1)) % vowels.size());
    return word;
}

QByteArray slipped(const QByteArray& word, Slip slip, Random& random) {
    const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(word.size())));
    switch (slip) {
        case Slip::LeftOut:
            return word.left(at) + word.mid(at + 1);
        case Slip::Doubled:
            return word.left(at) + word.at(at) + word.mid(at);
        case Slip::OtherVowel:
            return otherVowel(word, random);
    }
    return {};
}

QList<Typo> typosFor(const QList<Patient>& patients, Random& random) {
    QList<Typo> out;
    for (const Patient& patient : patients) {
        const QStringList words = nameWords(patient.name);
        Typo typo{patient.id, patient.mrn, words[0].toLatin1(), {}, words[1].toLatin1(), {}};
        typo.slip = static_cast<Slip>(out.size() % static_cast<qsizetype>(kSlipNames.size()));
        typo.typed = slipped(typo.first, typo.slip, random);
        if (typo.typed.isEmpty()) typo.typed = slipped(typo.first, typo.slip = Slip::Doubled, random);
        out.append(typo);
    }
    return out;
}

/// Whether the wanted patient was in the answers, and whether anybody of that name was: many bear the same.
struct TypoRecall {
    std::array<Recall, kSlipNames.size()> patient;
    std::array<Recall, kSlipNames.size()> name;

    static double share(const std::array<Recall, kSlipNames.size()>& parts) {
        Recall all;
        for (const Recall& part : parts) {
            all.asked += part.asked;
            all.found += part.found;
        }
        return all.share();
    }
    void print(const char* whose) const {
        std::printf("    recall of %s:", whose);
        for (std::size_t i = 0; i < kSlipNames.size(); ++i)
            std::printf(" %s %.2f (name %.2f)", kSlipNames.at(i), patient.at(i).share(), name.at(i).share());
        std::printf("\n");
    }
};

class TypoRun {
  public:
    /// `ours` are the processes that work for us besides this one.
    TypoRun(QList<Typo> typos, test::DeskClient& desk, TypoFloor* floor, std::vector<qint64> ours)
        : m_typos(std::move(typos)), m_desk(desk), m_floor(floor), m_ours(std::move(ours)) {
        if (floor) m_floors.push_back(floor->backend());
    }

    /// p50, p99 and mean processor time; milliseconds.
    std::vector<double> ours() {
        return timesOf(m_recall, m_ours, [this](const Typo& typo, const auto& see) {
            const auto found = m_desk.ask(FindPatients{QString::fromLatin1(typo.typed + ' ' + typo.second)});
            if (!found) giveUp(QStringLiteral("typo: ") + errorName(found.error().code));
            return [&see, hits = found->hits] {
                for (const PatientHit& hit : hits) see(hit.patient.mrn, nameWords(hit.patient.name));
            };
        });
    }
    std::vector<double> floor() {
        return timesOf(m_floorRecall, m_floors, [this](const Typo& typo, const auto& see) {
            const std::vector<TypoFloor::Found>& found = m_floor->find(typo.typed, typo.second);
            return [&see, &found] {
                for (const TypoFloor::Found& one : found)
                    see(one.mrn, QString::fromLatin1(one.plain).split(QLatin1Char(' ')));
            };
        });
    }

    const TypoRecall& recall() const { return m_recall; }
    const TypoRecall& floorRecall() const { return m_floorRecall; }

  private:
    /// `ask` gives what shows each found patient to `see`, which is not part of the time.
    template <class Ask>
    std::vector<double> timesOf(TypoRecall& recall, const std::vector<qint64>& others, Ask ask) const {
        std::vector<double> times;
        const std::vector<double> before = cpuNow(others);
        recall = {};
        for (const Typo& typo : m_typos) {
            bool isThere = false;
            bool isNamed = false;
            const auto see = [&](qint64 mrn, const QStringList& words) {
                isThere = isThere || mrn == typo.mrn;
                isNamed = isNamed || (words.contains(QLatin1String(typo.first)) &&
                                      words.contains(QLatin1String(typo.second)));
            };
            const auto since = std::chrono::steady_clock::now();
            const auto show = ask(typo, see);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - since;
            times.push_back(took.count());
            show();
            recall.patient.at(static_cast<std::size_t>(typo.slip)).count(isThere);
            recall.name.at(static_cast<std::size_t>(typo.slip)).count(isNamed);
        }
        const std::vector<double> after = cpuNow(others);
        const double cpu = std::accumulate(after.begin(), after.end(), 0.0) -
                           std::accumulate(before.begin(), before.end(), 0.0);
        return {quantileOf(times, 0.5), quantileOf(times, 0.99), cpu / static_cast<double>(m_typos.size())};
    }

    QList<Typo> m_typos;
    test::DeskClient& m_desk;
    TypoFloor* m_floor;
    std::vector<qint64> m_ours;
    std::vector<qint64> m_floors;
    TypoRecall m_recall;
    TypoRecall m_floorRecall;
};

const QStringList kNames{QStringLiteral("typo p50 ms"), QStringLiteral("typo p99 ms"),
                         QStringLiteral("typo CPU ms")};

void onSqlite(TypoRun& run, Report& report) {
    run.ours();
    const std::vector<double> times = run.ours();
    for (std::size_t i = 0; i < times.size(); ++i)
        report.tell(QStringLiteral("sqlite ") + kNames[static_cast<qsizetype>(i)], times[i]);
    report.tell(QStringLiteral("sqlite typo recall"), TypoRecall::share(run.recall().patient));
    report.tell(QStringLiteral("sqlite typo recall of the name"), TypoRecall::share(run.recall().name));
    run.recall().print("ours");
}

}  // namespace

void gaugeTypos(const BenchOptions& options, const QString& databaseUrl, Report& report) {
    const bool sqlite = databaseUrl.startsWith(QStringLiteral("sqlite:"));
    std::printf("\ntypos on %s: %d queries of %lld patients, milliseconds\n",
                sqlite ? "sqlite" : "postgresql", options.queries(),
                static_cast<long long>(options.patients));
    SeededRandom random(kSearchSeed);
    const QList<Patient> patients = drawSearched(options, databaseUrl, random);
    const QList<Typo> typos = typosFor(patients, random);
    const ServerProcess server(options.folder + QStringLiteral("/server_typo"), databaseUrl);
    const auto desk = makeClerk(server);
    std::optional<TypoFloor> floor;
    if (!sqlite) floor.emplace(databaseUrl);
    TypoRun run(typos, *desk, floor ? &*floor : nullptr, processesOf(server, databaseUrl));
    if (sqlite) return onSqlite(run, report);
    const auto turns = interleave(
        options, kNames, [&] { return run.ours(); }, [&] { return run.floor(); });
    report.atMost(kNames[0], turns[0], kGoalP50);
    report.compare(kNames[1], turns[1]);
    report.compare(kNames[2], turns[2]);
    report.compare(QStringLiteral("typo recall"), {TypoRecall::share(run.recall().patient),
                                                   TypoRecall::share(run.floorRecall().patient), 0});
    report.compare(QStringLiteral("typo recall of the name"),
                   {TypoRecall::share(run.recall().name), TypoRecall::share(run.floorRecall().name), 0});
    run.recall().print("ours");
    run.floorRecall().print("the floor");
}

}  // namespace simrs::bench
