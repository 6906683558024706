// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing who is searched, and adding up the processes that take part.
#include "tests/bench/searched_people.h"

#include "common/registration/name_key.h"
#include "common/store/store.h"
#include "tests/bench/cpu_time.h"
#include "tests/bench/people_rows.h"
#include "tests/bench/pq_link.h"

namespace simrs::bench {
namespace {

constexpr qsizetype kShortestWord = 3;

}  // namespace

QList<Patient> drawSearched(const BenchOptions& options, const QString& databaseUrl, Random& random) {
    const auto config = parseDatabaseUrl(databaseUrl);
    SystemClock clock;
    SystemRandom noRandom;
    Store store(*config, StoreForm::Server, {clock, noRandom, nullptr});
    QList<Patient> out;
    const Status read = store.read([&](Reader& reader) -> Status {
        while (out.size() < options.queries()) {
            const auto mrn =
                static_cast<qint64>(random.below(static_cast<std::uint64_t>(options.patients))) + 1;
            const auto patient = reader.get<Patient>(patientIdOf(mrn));
            if (!patient) return fail(ErrorCode::PatientUnknown);
            const QStringList words = nameWords(patient->name);
            if (words.size() >= 2 && words[0].size() >= kShortestWord && words[1].size() >= kShortestWord)
                out.append(*patient);
        }
        return {};
    });
    if (!read)
        giveUp(QStringLiteral("the patients of the queries cannot be read: ") + errorName(read.error().code));
    return out;
}

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

std::vector<double> cpuNow(const std::vector<qint64>& others) {
    std::vector<double> out{ownCpuSeconds() * 1000};
    for (const qint64 pid : others) out.push_back(cpuSecondsOf(pid) * 1000);
    return out;
}

}  // namespace simrs::bench
