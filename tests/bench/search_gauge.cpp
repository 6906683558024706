// SPDX-License-Identifier: GPL-3.0-or-later
// Finding one of many patients by the beginnings of two words, as a clerk types them, with and without birth
// year.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <optional>

#include "common/registration/name_key.h"
#include "common/store/store.h"
#include "tests/bench/cpu_time.h"
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
                ++recall.asked;
                recall.found +=
                    std::any_of(found->hits.begin(), found->hits.end(),
                                [&](const PatientHit& hit) { return hit.patient.id == query.wanted; });
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
                ++recall.asked;
                recall.found += std::find(found.begin(), found.end(), query.mrn) != found.end();
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

    /// Processor milliseconds so far: of this process, then of each of the others.
    static std::vector<double> cpuNow(const std::vector<qint64>& others) {
        std::vector<double> out{ownCpuSeconds() * 1000};
        for (const qint64 pid : others) out.push_back(cpuSecondsOf(pid) * 1000);
        return out;
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

/// The server and the database processes that serve it.
std::vector<qint64> processesOf(const ServerProcess& server, const QString& databaseUrl) {
    std::vector<qint64> out{server.pid()};
    if (databaseUrl.startsWith(QStringLiteral("sqlite:"))) return out;
    PqLink link(databaseUrl);
    const PqResult rows = link.run(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'simrs' AND datname = current_database()");
    for (int i = 0; i < PQntuples(rows.get()); ++i)
        out.push_back(QByteArray(PQgetvalue(rows.get(), i, 0)).toLongLong());
    return out;
}

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
