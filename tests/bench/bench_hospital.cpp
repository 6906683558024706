// SPDX-License-Identifier: GPL-3.0-or-later
// Making the database. PostgreSQL takes the rows by COPY into tables without their indexes.
#include "tests/bench/bench_hospital.h"

#include <QFile>
#include <QFileInfo>
#include <chrono>
#include <cstdio>

#include "common/core/number_block.h"
#include "common/registration/name_key.h"
#include "common/store/dialect.h"
#include "tests/bench/people_rows.h"
#include "tests/bench/pq_link.h"
#include "tests/server/server_rig.h"

namespace simrs::bench {
namespace {

using test::ServerRig;

constexpr qint64 kProgressStep = 500'000;

class Stopwatch {
  public:
    void say(const char* what) {
        const auto now = std::chrono::steady_clock::now();
        std::printf("  %-40s %7.1f s\n", what, std::chrono::duration<double>(now - m_since).count());
        std::fflush(stdout);
        m_since = now;
    }

  private:
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

QString serverUrl() {
    const QString dir = qEnvironmentVariable("SIMRS_TEST_POSTGRES_DIR");
    QFile file(dir + QStringLiteral("/port"));
    if (dir.isEmpty() || !file.open(QIODevice::ReadOnly))
        giveUp(QStringLiteral("no PostgreSQL: run this by ./dev bench, which starts one"));
    return QStringLiteral("postgresql://simrs@127.0.0.1:%1/")
        .arg(QString::fromLatin1(file.readAll().trimmed()));
}

QByteArray markOf(const BenchOptions& options) {
    return QByteArray::number(kRowsVersion) + '/' + QByteArray::number(options.patients);
}

qint64 blocksBehind(qint64 last, NumberKind kind) { return (last + blockSize(kind) - 1) / blockSize(kind); }

/// The indexes of a table but for its primary key, taken off and put back.
class TakenIndexes {
  public:
    TakenIndexes(PqLink& link, const QByteArray& table) : m_link(link) {
        const PqResult found =
            link.run("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '" + table +
                     "' AND schemaname = current_schema() AND indexname NOT LIKE '%\\_pkey'");
        for (int i = 0; i < PQntuples(found.get()); ++i) {
            m_definitions.append(PQgetvalue(found.get(), i, 1));
            link.run("DROP INDEX " + QByteArray(PQgetvalue(found.get(), i, 0)));
        }
    }
    void putBack() {
        for (const QByteArray& definition : std::as_const(m_definitions)) m_link.run(definition);
    }

  private:
    PqLink& m_link;
    QList<QByteArray> m_definitions;
};

QStringList columnsOf(const EntityType& type) { return tableText(type).columns; }

void createFloorPatients(PqLink& link) {
    QFile file(QStringLiteral(SIMRS_BENCH_FLOORS "/find_patients.sql"));
    if (!file.open(QIODevice::ReadOnly)) giveUp(file.fileName());
    link.run(file.readAll());
}

QVariantList floorRow(const Patient& patient) {
    return {patient.mrn,
            patient.name,
            nameWords(patient.name).join(QLatin1Char(' ')),
            static_cast<int>(patient.sex),
            patient.birthDate.toString(Qt::ISODate),
            patient.nik,
            patient.phone,
            patient.address,
            patient.motherName};
}

void loadPatients(const BenchOptions& options, const QString& url, PqLink& link) {
    Stopwatch watch;
    PqLink floor(url);
    createFloorPatients(floor);
    TakenIndexes indexes(link, "patient");
    link.beginCopy("patient", columnsOf(entityType<Patient>()));
    floor.beginCopy("floor_patient",
                    {QStringLiteral("mrn"), QStringLiteral("name"), QStringLiteral("name_plain"),
                     QStringLiteral("sex"), QStringLiteral("birth_date"), QStringLiteral("nik"),
                     QStringLiteral("phone"), QStringLiteral("address"), QStringLiteral("mother_name")});
    makePatients(options.patients, [&](const Patient& patient) {
        link.copyRow(columnValues(entityType<Patient>(), &patient));
        floor.copyRow(floorRow(patient));
        if (patient.mrn % kProgressStep == 0)
            std::printf("  %lld patients\n", static_cast<long long>(patient.mrn));
    });
    link.endCopy();
    floor.endCopy();
    watch.say("patients");
    indexes.putBack();
    // The words of copied rows were not noted one by one.
    for (const QString& statement :
         dialect::searchIndex(Engine::Postgres, QStringLiteral("patient"), QStringLiteral("name_key")))
        link.run(statement.toUtf8());
    watch.say("their indexes");
    floor.run("SET maintenance_work_mem = '1GB'");
    floor.run("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    floor.run("CREATE INDEX floor_patient_name ON floor_patient USING gin (name_plain gin_trgm_ops)");
    watch.say("the floor's index");
}

void loadVisits(const BenchOptions& options, const Masters& masters, PqLink& link) {
    Stopwatch watch;
    TakenIndexes indexes(link, "visit");
    link.beginCopy("visit", columnsOf(entityType<Visit>()));
    qint64 count = 0;
    makeVisits(options.patients, masters, dayIn(masters.hospital.zone, SystemClock().now()),
               [&](const Visit& visit) {
                   link.copyRow(columnValues(entityType<Visit>(), &visit));
                   count = visit.registrationNumber;
               });
    link.endCopy();
    watch.say("visits");
    indexes.putBack();
    watch.say("their indexes");
    const auto setCounter = [&](NumberKind kind, qint64 last) {
        link.run("INSERT INTO counter (name, value) VALUES ('" + numberCounter(kind).toUtf8() + "', " +
                 QByteArray::number(blocksBehind(last, kind)) + ")");
    };
    setCounter(NumberKind::MedicalRecord, options.patients);
    setCounter(NumberKind::Registration, count);
}

void makePostgres(const BenchOptions& options, const QString& url) {
    Masters masters;
    {
        ServerRig rig(url, kClinics);
        rig.stop();
        masters = rig.masters();
    }
    PqLink link(url);
    // Foreign keys are checked by what makes the rows, not row by row.
    link.run(
        "SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; "
        "SET client_min_messages = warning");
    loadPatients(options, url, link);
    loadVisits(options, masters, link);
    Stopwatch watch;
    link.run("VACUUM (FREEZE, ANALYZE)");
    link.run("CREATE TABLE bench_made (mark TEXT NOT NULL)");
    link.run("INSERT INTO bench_made VALUES ('" + markOf(options) + "')");
    watch.say("vacuum, analyze");
}

bool isMade(const BenchOptions& options, const QString& url) {
    PqLink link(url);
    return link.value("SELECT to_regclass('bench_made')") == "bench_made" &&
           link.value("SELECT mark FROM bench_made") == markOf(options);
}

void loadSqlite(const BenchOptions& options, ServerRig& rig) {
    const auto store = rig.store();
    WriteContext context;
    context.request = QStringLiteral("bench");
    context.at = SystemClock().now();
    context.isCommand = false;
    const QDate today = dayIn(rig.masters().hospital.zone, context.at);
    const Status loaded = store->load(context, [&](BulkLoader& loader) -> Status {
        loader.begin({&entityType<Patient>(), &entityType<Visit>()});
        makePatients(options.patients, [&](const Patient& patient) { loader.add(patient); });
        qint64 count = 0;
        makeVisits(options.patients, rig.masters(), today, [&](const Visit& visit) {
            loader.add(visit);
            count = visit.registrationNumber;
        });
        loader.setCounter(numberCounter(NumberKind::MedicalRecord),
                          blocksBehind(options.patients, NumberKind::MedicalRecord));
        loader.setCounter(numberCounter(NumberKind::Registration),
                          blocksBehind(count, NumberKind::Registration));
        loader.end();
        return {};
    });
    if (!loaded) giveUp(errorName(loaded.error().code) + QLatin1Char(' ') + loaded.error().detail);
}

}  // namespace

QString postgresHospital(const BenchOptions& options) {
    const QString name = QStringLiteral("simrs_bench_%1").arg(options.patients);
    const QString url = serverUrl() + name;
    PqLink server(serverUrl() + QStringLiteral("postgres"));
    const QByteArray plain = name.toLatin1();
    if (!options.quick) {
        // Room in the log, so that no checkpoint falls into one sample and not into the next.
        server.run("ALTER SYSTEM SET max_wal_size = '8GB'");
        server.run("ALTER SYSTEM SET checkpoint_timeout = '30min'");
        server.run("SELECT pg_reload_conf()");
    }
    const bool exists = server.value("SELECT 1 FROM pg_database WHERE datname = '" + plain + "'") == "1";
    if (exists && isMade(options, url)) {
        std::printf("the hospital of %lld patients is there already\n",
                    static_cast<long long>(options.patients));
    } else {
        std::printf("making the hospital of %lld patients (once)\n",
                    static_cast<long long>(options.patients));
        server.run("DROP DATABASE IF EXISTS " + plain + " WITH (FORCE)");
        server.run("CREATE DATABASE " + plain);
        // Everything lies in memory or on flash: a random page is hardly dearer than the next one.
        server.run("ALTER DATABASE " + plain + " SET random_page_cost = 1.1");
        makePostgres(options, url);
    }
    // Each run begins with the same empty logs; what earlier runs registered stays.
    PqLink(url).run("TRUNCATE command, feed, audit");
    server.run("CHECKPOINT");
    return url;
}

QString sqliteHospital(const BenchOptions& options) {
    const QString path = QStringLiteral("%1/hospital_%2.db").arg(options.folder).arg(options.patients);
    const QString url = QStringLiteral("sqlite:") + path;
    QFile mark(path + QStringLiteral(".made"));
    if (QFileInfo::exists(path) && mark.open(QIODevice::ReadOnly) && mark.readAll() == markOf(options))
        return url;
    mark.close();
    for (const char* ending : {"", "-wal", "-shm", ".made"}) QFile::remove(path + QLatin1String(ending));
    std::printf("making the SQLite hospital of %lld patients (once)\n",
                static_cast<long long>(options.patients));
    Stopwatch watch;
    ServerRig rig(url, kClinics);
    rig.stop();
    loadSqlite(options, rig);
    watch.say("patients, visits, indexes");
    if (!mark.open(QIODevice::WriteOnly) || mark.write(markOf(options)) < 0) giveUp(mark.fileName());
    return url;
}

QString postgresDisk() {
    const QString dir = qEnvironmentVariable("SIMRS_TEST_POSTGRES_DIR");
    QFile file(dir + QStringLiteral("/home"));
    if (!file.open(QIODevice::ReadOnly)) return dir;
    const QString home = QString::fromUtf8(file.readAll().trimmed());
    return QFileInfo(home).isWritable() ? home : dir;
}

}  // namespace simrs::bench
