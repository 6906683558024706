// SPDX-License-Identifier: GPL-3.0-or-later
// A new computer of a ward takes in what the ward has: sixty inpatients with their last twelve months.
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QTimer>
#include <chrono>
#include <cstdio>

#include "app/client/backend.h"
#include "common/access/device_registry.h"
#include "common/records/clinical_note.h"
#include "common/registration/allergy.h"
#include "tests/bench/cpu_time.h"
#include "tests/bench/floors/bare_sqlite.h"
#include "tests/bench/floors/line_floor.h"
#include "tests/bench/gauges.h"
#include "tests/bench/server_process.h"
#include "tests/server/server_rig.h"
#include "tests/support/fault_proxy.h"

namespace simrs::bench {
namespace {

constexpr double kTimeGoal = 2.0;
constexpr double kCpuGoal = 3.0;
constexpr qint64 kLineBytesPerSecond = 10'000'000 / 8;
constexpr int kVisitsEach = 12;
constexpr int kNotesEach = 60;
constexpr int kAllergiesEach = 3;
constexpr int kNoteChars = 300;
constexpr int kPollMs = 2;
constexpr int kLongestMs = 120'000;

/// Runs the event loop until it is so.
void await(const char* what, const std::function<bool()>& isSo) {
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (isSo()) loop.quit();
    });
    poll.start(kPollMs);
    QTimer::singleShot(kLongestMs, &loop, [what] { giveUp(QLatin1String(what)); });
    loop.exec();
}

void insertYear(WishTx& tx, const test::ServerRig& rig, const Patient& patient, std::uint32_t slot) {
    const Instant now = SystemClock().now();
    for (std::uint32_t i = 0; i < kVisitsEach; ++i) {
        Visit visit;
        visit.id = tx.newId<Visit>(slot * 100 + i);
        visit.patientId = patient.id;
        visit.episodeId = EpisodeId(visit.id.uuid());
        visit.clinicId = rig.masters().clinics[0].id;
        visit.payerId = rig.masters().payers[0].id;
        visit.registrationNumber = static_cast<qint64>(slot) * 100 + i + 1;
        visit.serviceDate = QDate(2026, 11, 20).addDays(-30 * static_cast<qint64>(i));
        tx.insert(visit);
        for (std::uint32_t n = 0; n < kNotesEach / kVisitsEach; ++n) {
            ClinicalNote note;
            note.id = tx.newId<ClinicalNote>(slot * 1000 + i * 20 + n);
            note.patientId = patient.id;
            note.visitId = visit.id;
            note.text = QString(kNoteChars, QLatin1Char('k'));
            note.author = UserId(Uuid::named("nurse"));
            note.writtenAt = now;
            tx.insert(note);
        }
    }
    for (std::uint32_t i = 0; i < kAllergiesEach; ++i) {
        Allergy allergy;
        allergy.id = tx.newId<Allergy>(slot * 100 + i);
        allergy.patientId = patient.id;
        allergy.substance = QStringLiteral("Zat %1").arg(i);
        tx.insert(allergy);
    }
}

/// The hospital with one ward, its server, and a line before it.
class Ward {
  public:
    explicit Ward(const BenchOptions& options) : m_patients(options.quick ? 5 : 60) {
        fillHospital();
        m_rig.stop();
        m_server.emplace(m_rig.folder(), QStringLiteral("sqlite:%1/hospital.db").arg(m_rig.folder()));
        m_line.emplace(m_server->port(), 1);
        // Known to the server, and given to the ward.
        open();
        m_backend.reset();
        giveUnit();
    }

    struct Taken {
        double seconds = 0;
        qint64 bytes = 0;
        double cpuSeconds = 0;
        qint64 rows = 0;
    };
    /// With an empty cache over the slow line.
    Taken bootstrap() {
        for (const char* name : {"cache.db", "cache.db-wal", "cache.db-shm"})
            QFile::remove(QFileInfo(cachePath()).absolutePath() + u'/' + QLatin1String(name));
        m_line->setFaults({});
        test::LineFaults slow;
        slow.bytesPerSecond = kLineBytesPerSecond;
        const qint64 bytesBefore = m_line->counts().bytesDown;
        const double cpuBefore = ownCpuSeconds();
        const auto began = std::chrono::steady_clock::now();
        m_line->setFaults(slow);
        open();
        await("the ward does not come", [&] {
            const CacheStatus& cache = m_backend->status().cache;
            return !cache.filling && cache.keys == 3;
        });
        Taken taken;
        taken.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        taken.cpuSeconds = ownCpuSeconds() - cpuBefore;
        taken.bytes = m_line->counts().bytesDown - bytesBefore;
        m_backend.reset();
        return taken;
    }
    QString cachePath() const {
        QDirIterator files(m_profile.path(), {QStringLiteral("cache.db")}, QDir::Files,
                           QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }

  private:
    void fillHospital() {
        const auto store = m_rig.store();
        write(*store, [&](WishTx& tx) -> Status {
            for (int i = 0; i < m_patients; ++i) {
                Patient patient = test::testPatient(i);
                patient.id = tx.newId<Patient>(static_cast<std::uint32_t>(i));
                patient.mrn = 1000 + i;
                tx.insert(patient);
                insertYear(tx, m_rig, patient, static_cast<std::uint32_t>(i));
            }
            return {};
        });
    }
    void giveUnit() {
        const auto store = m_rig.store();
        write(*store, [&](WishTx& tx) -> Status {
            for (const Device& device : listDevices(tx))
                SIMRS_TRY(giveKeys(tx, device.id, {unitKey(m_rig.masters().clinics[0].id.uuid())}));
            return {};
        });
    }
    void write(Store& store, const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        context.request = QStringLiteral("bench");
        context.at = m_clock.now();
        if (!store.write(context, work)) giveUp(QStringLiteral("the ward cannot be made"));
    }
    void open() {
        LinkConfig config;
        config.profileFolder = m_profile.path();
        config.server = {QStringLiteral("127.0.0.1"), m_line->port(), m_server->pin()};
        config.deviceName = QStringLiteral("Bangsal Ukur");
        m_backend = std::make_unique<Backend>(config);
        bool in = false;
        m_backend->logIn(test::ServerRig::loginOf(Role::Nurse), test::ServerRig::password(), &m_context,
                         [&](const Result<SessionGrant>& grant) {
                             if (!grant) giveUp(QStringLiteral("no log-in"));
                             in = true;
                         });
        await("nobody answers", [&] { return in; });
    }

    int m_patients;
    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_profile;
    test::ServerRig m_rig;
    std::optional<ServerProcess> m_server;
    std::optional<test::FaultProxy> m_line;
    QObject m_context;
    std::unique_ptr<Backend> m_backend;
};

}  // namespace

void gaugeBootstrap(const BenchOptions& options, Report& report) {
    std::printf(
        "\na ward comes to a new computer over 10 Mbit/s: seconds, and processor microseconds a row\n");
    Ward ward(options);
    qint64 bytes = 0;
    const auto turns = interleave(
        options, {QStringLiteral("bootstrap s"), QStringLiteral("bootstrap CPU us a row")},
        [&] {
            const Ward::Taken taken = ward.bootstrap();
            bytes = taken.bytes;
            const BareCopy copy = bareInsert(ward.cachePath(), options.folder);
            // The relay of the slow line runs in this process and is no part of a ward's computer.
            const double relay = copyOverLine(bytes, kLineBytesPerSecond).cpuSeconds;
            std::printf("    %lld bytes, %lld rows with their keys\n", static_cast<long long>(bytes),
                        static_cast<long long>(copy.rows));
            return std::vector{taken.seconds,
                               (taken.cpuSeconds - relay) * 1e6 / static_cast<double>(copy.rows)};
        },
        [&] {
            const BareCopy copy = bareInsert(ward.cachePath(), options.folder);
            return std::vector{copyOverLine(bytes, kLineBytesPerSecond).seconds,
                               copy.cpuSeconds * 1e6 / static_cast<double>(copy.rows)};
        });
    report.atMost(QStringLiteral("bootstrap s"), turns[0], kTimeGoal);
    report.atMost(QStringLiteral("bootstrap CPU us a row"), turns[1], kCpuGoal);
}

}  // namespace simrs::bench
