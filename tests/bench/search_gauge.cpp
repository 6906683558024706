// SPDX-License-Identifier: GPL-3.0-or-later
// Finding one of many patients by the beginnings of two words, as a clerk types them, with and without birth
// year.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "common/registration/name_key.h"
#include "common/store/store.h"
#include "tests/bench/floors/search_floor.h"
#include "tests/bench/gauges.h"
#include "tests/bench/people_rows.h"
#include "tests/bench/visit_load.h"

namespace simrs::bench {
namespace {

constexpr std::uint64_t kSeed = 99;
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

/// Patients with two words of three letters or more in their names.
QList<Query> drawQueries(const BenchOptions& options, const QString& databaseUrl) {
    const auto config = parseDatabaseUrl(databaseUrl);
    SystemClock clock;
    SystemRandom noRandom;
    Store store(*config, StoreForm::Server, {clock, noRandom, nullptr});
    SeededRandom random(kSeed);
    QList<Query> out;
    const Status read = store.read([&](Reader& reader) -> Status {
        while (out.size() < options.queries()) {
            const auto mrn =
                static_cast<qint64>(random.below(static_cast<std::uint64_t>(options.patients))) + 1;
            const auto patient = reader.get<Patient>(patientIdOf(mrn));
            if (!patient) return fail(ErrorCode::PatientUnknown);
            const QStringList words = nameWords(patient->name);
            if (words.size() < 2 || words[0].size() < kFirstLetters || words[1].size() < kFirstLetters)
                continue;
            out.append({patient->id, mrn, words[0].left(kFirstLetters).toLatin1(),
                        words[1].left(kSecondLetters).toLatin1(), patient->birthDate.year()});
        }
        return {};
    });
    if (!read)
        giveUp(QStringLiteral("the patients of the queries cannot be read: ") + errorName(read.error().code));
    return out;
}

/// How often the wanted patient was in an answer.
struct Recall {
    qint64 asked = 0;
    qint64 found = 0;
    double share() const { return asked > 0 ? static_cast<double>(found) / static_cast<double>(asked) : 0; }
};

class SearchRun {
  public:
    SearchRun(QList<Query> queries, test::DeskClient& desk, SearchFloor* floor)
        : m_queries(std::move(queries)), m_desk(desk), m_floor(floor) {}

    /// p50 and p99 without, then with birth year; milliseconds.
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
                ++recall.asked;
                recall.found +=
                    std::any_of(found->hits.begin(), found->hits.end(),
                                [&](const PatientHit& hit) { return hit.patient.id == query.wanted; });
                return took;
            },
            m_recall);
    }

    std::vector<double> floor() {
        return eachWay(
            [this](const Query& query, bool withYear, Recall& recall) {
                const auto since = std::chrono::steady_clock::now();
                const auto& found = m_floor->find(query.first, query.second, withYear ? query.year : 0);
                const double took = msSince(since);
                ++recall.asked;
                recall.found += std::find(found.begin(), found.end(), query.mrn) != found.end();
                return took;
            },
            m_floorRecall);
    }

    double recall(bool withYear) const { return m_recall[withYear ? 1 : 0].share(); }
    double floorRecall(bool withYear) const { return m_floorRecall[withYear ? 1 : 0].share(); }

  private:
    static double msSince(std::chrono::steady_clock::time_point since) {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count();
    }

    template <class Ask>
    std::vector<double> eachWay(Ask ask, Recall (&recall)[2]) const {
        std::vector<double> out;
        for (const bool withYear : {false, true}) {
            std::vector<double> times;
            for (const Query& query : m_queries)
                times.push_back(ask(query, withYear, recall[withYear ? 1 : 0]));
            out.push_back(quantileOf(times, 0.5));
            out.push_back(quantileOf(times, 0.99));
        }
        return out;
    }

    QList<Query> m_queries;
    test::DeskClient& m_desk;
    SearchFloor* m_floor;
    Recall m_recall[2];
    Recall m_floorRecall[2];
};

const QStringList kNames{QStringLiteral("search p50 ms"), QStringLiteral("search p99 ms"),
                         QStringLiteral("search by year p50 ms"), QStringLiteral("search by year p99 ms")};

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
    const QList<Query> queries = drawQueries(options, databaseUrl);
    const ServerProcess server(options.folder + QStringLiteral("/server_search"), databaseUrl);
    const auto desk = makeClerk(server);
    std::optional<SearchFloor> floor;
    if (!sqlite) floor.emplace(databaseUrl);
    SearchRun run(queries, *desk, floor ? &*floor : nullptr);
    if (sqlite) return onSqlite(run, report);
    const auto turns = interleave(
        options, kNames, [&] { return run.ours(); }, [&] { return run.floor(); });
    report.atMost(kNames[0], turns[0], kGoalP50);
    report.atMost(kNames[1], turns[1], kGoalP99);
    report.compare(kNames[2], turns[2]);
    report.compare(kNames[3], turns[3]);
    report.share(QStringLiteral("search recall by year"), run.recall(true), kGoalRecall);
    report.compare(QStringLiteral("search recall"), {run.recall(false), run.floorRecall(false), 0});
    std::printf("  the floor's recall by year is %.3f\n", run.floorRecall(true));
}

}  // namespace simrs::bench
