// SPDX-License-Identifier: GPL-3.0-or-later
// Finding one of many patients by the beginnings of two words, as a clerk types them, with and without birth
// year.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <optional>

#include "common/registration/name_key.h"
#include "tests/bench/floors/search_floor.h"
#include "tests/bench/gauges.h"
#include "tests/bench/searched_people.h"
#include "tests/bench/visit_load.h"

namespace simrs::bench {
namespace {

constexpr qsizetype kFirstLetters = 3;
constexpr qsizetype kSecondLetters = 4;
constexpr double kGoalP50 = 1.5;
constexpr double kGoalP99 = 3;
constexpr double kGoalRecall = 0.95;

struct Query {
    PatientId wanted;
    qint64 mrn = 0;
    QByteArray first;
    QByteArray second;
    int year = 0;

    QString text(bool withYear) const {
        const QString words = QString::fromLatin1(first + ' ' + second);
        return withYear ? words + QLatin1Char(' ') + QString::number(year) : words;
    }
};

QList<Query> queriesFor(const QList<Patient>& patients) {
    QList<Query> out;
    for (const Patient& patient : patients) {
        const QStringList words = nameWords(patient.name);
        out.append({patient.id, patient.mrn, words[0].left(kFirstLetters).toLatin1(),
                    words[1].left(kSecondLetters).toLatin1(), patient.birthDate.year()});
    }
    return out;
}

class SearchRun {
  public:
    /// `ours` are the processes that work for us besides this one.
    SearchRun(QList<Query> queries, test::DeskClient& desk, SearchFloor* floor, std::vector<qint64> ours)
        : m_queries(std::move(queries)), m_desk(desk), m_floor(floor), m_ours(std::move(ours)) {
        if (floor) m_floors.push_back(floor->backend());
    }

    /// p50, p99 and mean processor time without, then with birth year; milliseconds.
    std::vector<double> ours() {
        return eachWay(
            [this](const Query& query, bool withYear, Recall& recall) {
                const QByteArray request = encode(FindPatients{query.text(withYear)});
                const auto since = std::chrono::steady_clock::now();
                const auto answer = m_desk.request(FindPatients::info.type, request);
                const double took = msSince(since);
                const auto found =
                    answer ? decode<FoundPatients>(*answer) : tl::unexpected<Error>(answer.error());
                if (!found) giveUp(QStringLiteral("search: ") + errorName(found.error().code));
                recall.count(std::any_of(found->hits.begin(), found->hits.end(), [&](const PatientHit& hit) {
                    return hit.patient.id == query.wanted;
                }));
                return took;
            },
            m_recall, m_ours);
    }

    std::vector<double> floor() {
        return eachWay(
            [this](const Query& query, bool withYear, Recall& recall) {
                const auto since = std::chrono::steady_clock::now();
                const auto& found = m_floor->find(query.first, query.second, withYear ? query.year : 0);
                const double took = msSince(since);
                recall.count(std::find(found.begin(), found.end(), query.mrn) != found.end());
                return took;
            },
            m_floorRecall, m_floors);
    }

    double recall(bool withYear) const { return m_recall[withYear ? 1 : 0].share(); }
    double floorRecall(bool withYear) const { return m_floorRecall[withYear ? 1 : 0].share(); }

  private:
    static double msSince(std::chrono::steady_clock::time_point since) {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count();
    }

    template <class Ask>
    std::vector<double> eachWay(Ask ask, Recall (&recall)[2], const std::vector<qint64>& others) const {
        std::vector<double> out;
        for (const bool withYear : {false, true}) {
            std::vector<double> times;
            std::vector<double> cpu = cpuNow(others);
            for (const Query& query : m_queries)
                times.push_back(ask(query, withYear, recall[withYear ? 1 : 0]));
            const std::vector<double> after = cpuNow(others);
            for (std::size_t i = 0; i < cpu.size(); ++i)
                cpu[i] = (after[i] - cpu[i]) / static_cast<double>(m_queries.size());
            const double sum = std::accumulate(cpu.begin(), cpu.end(), 0.0);
            // Of ours the server comes first among the others, then its database processes.
            if (&others == &m_ours)
                std::printf("    CPU ms a search%s: %.2f here, %.2f server, %.2f database\n",
                            withYear ? " by year" : "", cpu[0], cpu[1], sum - cpu[0] - cpu[1]);
            out.insert(out.end(), {quantileOf(times, 0.5), quantileOf(times, 0.99), sum});
        }
        return out;
    }

    QList<Query> m_queries;
    test::DeskClient& m_desk;
    SearchFloor* m_floor;
    std::vector<qint64> m_ours;
    std::vector<qint64> m_floors;
    Recall m_recall[2];
    Recall m_floorRecall[2];
};

const QStringList kNames{QStringLiteral("search p50 ms"),         QStringLiteral("search p99 ms"),
                         QStringLiteral("search CPU ms"),         QStringLiteral("search by year p50 ms"),
                         QStringLiteral("search by year p99 ms"), QStringLiteral("search by year CPU ms")};

void onSqlite(SearchRun& run, Report& report) {
    run.ours();
    const std::vector<double> times = run.ours();
    for (std::size_t i = 0; i < times.size(); ++i)
        report.tell(QStringLiteral("sqlite ") + kNames[static_cast<qsizetype>(i)], times[i]);
    report.tell(QStringLiteral("sqlite search recall"), run.recall(false));
    report.share(QStringLiteral("sqlite search recall by year"), run.recall(true), kGoalRecall);
}

}  // namespace

void gaugeSearch(const BenchOptions& options, const QString& databaseUrl, Report& report) {
    const bool sqlite = databaseUrl.startsWith(QStringLiteral("sqlite:"));
    std::printf("\nsearch on %s: %d queries of %lld patients, milliseconds\n",
                sqlite ? "sqlite" : "postgresql", options.queries(),
                static_cast<long long>(options.patients));
    SeededRandom random(kSearchSeed);
    const QList<Query> queries = queriesFor(drawSearched(options, databaseUrl, random));
    const ServerProcess server(options.folder + QStringLiteral("/server_search"), databaseUrl);
    const auto desk = makeClerk(server);
    std::optional<SearchFloor> floor;
    if (!sqlite) floor.emplace(databaseUrl);
    SearchRun run(queries, *desk, floor ? &*floor : nullptr, processesOf(server, databaseUrl));
    if (sqlite) return onSqlite(run, report);
    const auto turns = interleave(
        options, kNames, [&] { return run.ours(); }, [&] { return run.floor(); });
    report.atMost(kNames[0], turns[0], kGoalP50);
    report.atMost(kNames[1], turns[1], kGoalP99);
    for (const qsizetype i : {2, 3, 4, 5}) report.compare(kNames[i], turns[static_cast<std::size_t>(i)]);
    report.share(QStringLiteral("search recall by year"), run.recall(true), kGoalRecall);
    report.compare(QStringLiteral("search recall"), {run.recall(false), run.floorRecall(false), 0});
    std::printf("  the floor's recall by year is %.3f\n", run.floorRecall(true));
}

}  // namespace simrs::bench
