// SPDX-License-Identifier: GPL-3.0-or-later
// A list of another system taken in while a desk works: rows a second, and how long the desk waits beside an
// import that runs and beside one that does not.
#include <QFile>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>

#include "common/registration/name_key.h"
#include "common/registration/transfer_requests.h"
#include "server/demo/people.h"
#include "tests/bench/bench_hospital.h"
#include "tests/bench/gauges.h"
#include "tests/bench/people_rows.h"
#include "tests/bench/pq_link.h"
#include "tests/bench/visit_load.h"
#include "tests/server/server_rig.h"

namespace simrs::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::uint64_t kPeopleSeed = 4711;
constexpr std::uint64_t kDeskSeed = 4712;
constexpr qint64 kFirstNumber = 50'000'000;
const QDate kPeopleDay(2026, 1, 1);

double msSince(SteadyClock::time_point since) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - since).count();
}

/// A database that the import may fill, since the hospital itself is kept for the other gauges.
class CopiedHospital {
  public:
    CopiedHospital(const BenchOptions& options, const QString& url) : m_from(url) {
        if (url.startsWith(QStringLiteral("sqlite:"))) {
            m_url = QStringLiteral("sqlite:%1/hospital_import.db").arg(options.folder);
            dropFile();
            if (!QFile::copy(fileOf(url), fileOf(m_url))) giveUp(fileOf(m_url));
        } else {
            m_url = url.left(url.lastIndexOf(QLatin1Char('/'))) + QStringLiteral("/simrs_bench_import");
            server().run("DROP DATABASE IF EXISTS simrs_bench_import WITH (FORCE)");
            server().run("CREATE DATABASE simrs_bench_import TEMPLATE " + nameOf(url) +
                         " STRATEGY FILE_COPY");
            server().run("ALTER DATABASE simrs_bench_import SET random_page_cost = 1.1");
        }
    }
    ~CopiedHospital() {
        if (isSqlite())
            dropFile();
        else
            server().run("DROP DATABASE IF EXISTS simrs_bench_import WITH (FORCE)");
    }
    CopiedHospital(const CopiedHospital&) = delete;
    CopiedHospital& operator=(const CopiedHospital&) = delete;

    const QString& url() const { return m_url; }
    bool isSqlite() const { return m_url.startsWith(QStringLiteral("sqlite:")); }

  private:
    static QString fileOf(const QString& url) { return url.section(QLatin1Char(':'), 1); }
    static QByteArray nameOf(const QString& url) { return url.section(QLatin1Char('/'), -1).toLatin1(); }
    PqLink server() const {
        return PqLink(m_from.left(m_from.lastIndexOf(QLatin1Char('/'))) + QStringLiteral("/postgres"));
    }
    void dropFile() const {
        for (const char* ending : {"", "-wal", "-shm"}) QFile::remove(fileOf(m_url) + QLatin1String(ending));
    }

    QString m_from;
    QString m_url;
};

/// Somebody who takes in a list, a piece after the other, as the client does.
class Importer {
  public:
    explicit Importer(const ServerProcess& server)
        : m_desk(makeClerk(server, Role::HeadOfRegistration)), m_random(kPeopleSeed) {
        auto seed = PeopleSeed::load();
        if (!seed) giveUp(QStringLiteral("the seed files of names cannot be read"));
        m_people.emplace(std::move(*seed), m_random);
    }

    /// Until `stop`; rows a second.
    double run(const std::atomic<bool>& stop) {
        m_pieces.clear();
        qint64 rows = 0;
        const SteadyClock::time_point began = SteadyClock::now();
        while (!stop) {
            const ImportPatients piece = nextPiece();
            const SteadyClock::time_point sent = SteadyClock::now();
            const auto answered = m_desk->submit(piece);
            if (!answered) giveUp(errorName(answered.error().code));
            m_pieces.push_back(msSince(sent));
            for (const ImportedRow& row : answered->rows) m_made += row.fate == ImportFate::Made;
            rows += answered->rows.size();
        }
        return static_cast<double>(rows) * 1000 / msSince(began);
    }
    const std::vector<double>& pieces() const { return m_pieces; }
    qint64 made() const { return m_made; }

  private:
    ImportPatients nextPiece() {
        ImportPatients piece{QStringLiteral("bench.csv"), {}};
        for (int i = 0; i < limits::kImportPiece; ++i) {
            const Person person = m_people->next(kPeopleDay);
            ImportedPatient row;
            row.line = ++m_rows + 1;
            row.number = kFirstNumber + m_rows;
            row.patient.name = person.name;
            row.patient.sapaan = person.sapaan;
            row.patient.sex = person.sex;
            row.patient.birthDate = person.birthDate;
            row.patient.nik = person.nik;
            row.patient.noNikReason = person.noNikReason;
            row.patient.phone = person.phone;
            row.patient.address = person.address;
            row.patient.motherName = person.motherName;
            row.patient.card = person.card;
            row.details.religion = Religion::Islam;
            piece.rows.append(row);
        }
        return piece;
    }

    std::unique_ptr<test::DeskClient> m_desk;
    SeededRandom m_random;
    std::optional<People> m_people;
    std::vector<double> m_pieces;  // Milliseconds from a piece to its answer.
    qint64 m_rows = 0;
    qint64 m_made = 0;
};

/// A clerk who finds a patient by the beginnings of two words and registers a visit, one after the other.
class WorkingDesk {
  public:
    WorkingDesk(const ServerProcess& server, const BenchOptions& options, const QString& url)
        : m_desk(makeClerk(server)), m_random(kDeskSeed), m_options(options) {
        const auto config = parseDatabaseUrl(url);
        SystemRandom noRandom;
        Store store(*config, StoreForm::Server, {m_clock, noRandom, nullptr});
        const Status read = store.read([&](Reader& reader) -> Status {
            while (m_known.size() < options.queries())
                if (const auto patient = reader.get<Patient>(patientIdOf(draw()))) m_known.append(*patient);
            return {};
        });
        if (!read) giveUp(errorName(read.error().code));
    }

    /// p50 and p99 of the searches, then of the registrations; milliseconds.
    std::vector<double> run(double seconds) {
        std::vector<double> searches;
        std::vector<double> visits;
        const SteadyClock::time_point began = SteadyClock::now();
        for (qsizetype turn = 0; msSince(began) < seconds * 1000; ++turn) {
            search(m_known.at(turn % m_known.size()), searches);
            registerVisit(visits);
        }
        return {quantileOf(searches, 0.5), quantileOf(searches, 0.99), quantileOf(visits, 0.5),
                quantileOf(visits, 0.99)};
    }

  private:
    qint64 draw() { return drawPatient(m_options.patients, m_random); }

    void search(const Patient& wanted, std::vector<double>& times) {
        const QStringList words = nameWords(wanted.name);
        const FindPatients query{QStringLiteral("%1 %2 %3")
                                     .arg(words.value(0).left(4), words.value(1).left(4))
                                     .arg(wanted.birthDate.year())};
        const SteadyClock::time_point asked = SteadyClock::now();
        if (const auto found = m_desk->ask(query); !found) giveUp(errorName(found.error().code));
        times.push_back(msSince(asked));
    }

    void registerVisit(std::vector<double>& times) {
        const Masters& masters = m_desk->masters();
        const Doctor& doctor = masters.doctors.at(
            static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(masters.doctors.size()))));
        RegisterVisit visit;
        visit.patientId = patientIdOf(draw());
        visit.clinicId = doctor.clinicId;
        visit.doctorId = doctor.id;
        for (const Payer& payer : masters.payers)
            if (!payer.needsCard) visit.payerId = payer.id;
        const SteadyClock::time_point asked = SteadyClock::now();
        const auto made = m_desk->submit(visit);
        if (made)
            times.push_back(msSince(asked));
        else if (made.error().code != ErrorCode::AlreadyRegistered)
            giveUp(errorName(made.error().code));
    }

    std::unique_ptr<test::DeskClient> m_desk;
    SeededRandom m_random;
    const BenchOptions& m_options;
    SystemClock m_clock;
    QList<Patient> m_known;
};

}  // namespace

void gaugeImport(const BenchOptions& options, const QString& databaseUrl, Report& report) {
    const CopiedHospital hospital(options, databaseUrl);
    const QString engine = hospital.isSqlite() ? QStringLiteral("sqlite ") : QString();
    std::printf("\n%simport: %d rows a piece beside one desk that searches and registers; milliseconds\n",
                qPrintable(engine), limits::kImportPiece);
    const ServerProcess server(options.folder + QStringLiteral("/server_import"), hospital.url());
    Importer importer(server);
    WorkingDesk desk(server, options, hospital.url());
    std::vector<double> rates;
    std::vector<double> pieces;
    QStringList names;
    for (const char* what : {"search p50 ms", "search p99 ms", "register p50 ms", "register p99 ms"})
        names.append(engine + QStringLiteral("desk beside import ") + QLatin1String(what));
    const auto turns = interleave(
        options, names,
        [&] {
            std::atomic<bool> stop = false;
            double rate = 0;
            std::thread other([&] { rate = importer.run(stop); });
            std::vector<double> waited = desk.run(options.sampleSeconds());
            stop = true;
            other.join();
            rates.push_back(rate);
            pieces.insert(pieces.end(), importer.pieces().begin(), importer.pieces().end());
            std::printf("    %6.0f rows/s, a piece p50 %.0f ms, p99 %.0f ms\n", rate,
                        quantileOf(importer.pieces(), 0.5), quantileOf(importer.pieces(), 0.99));
            return waited;
        },
        [&] { return desk.run(options.sampleSeconds()); });
    for (qsizetype i = 0; i < names.size(); ++i) report.compare(names[i], turns[static_cast<std::size_t>(i)]);
    report.tell(engine + QStringLiteral("import rows a second"), medianOf(rates));
    report.tell(engine + QStringLiteral("import piece p99 ms"), quantileOf(pieces, 0.99));
    std::printf("  %lld of the rows were new\n", static_cast<long long>(importer.made()));
}

}  // namespace simrs::bench
