// SPDX-License-Identifier: GPL-3.0-or-later
// What a command costs the computer it is given at: until it is on its disk, and when news come while many
// wait.
#include <QDir>
#include <QFile>
#include <chrono>
#include <cstdio>

#include "common/hospital/hospital.h"
#include "common/records/requests.h"
#include "common/registration/requests.h"
#include "common/sync/device_core.h"
#include "tests/bench/cpu_time.h"
#include "tests/bench/floors/bare_sqlite.h"
#include "tests/bench/gauges.h"

namespace simrs::bench {
namespace {

constexpr double kSubmitGoal = 1.5;
constexpr double kRebaseGoalSeconds = 1.0;
constexpr int kPending = 2000;
constexpr int kPatients = 60;
const char* const kKey = "unit:bench";

/// Outbox and cache of one computer, over files on the disk that is measured.
class Computer {
  public:
    explicit Computer(const BenchOptions& options) : m_folder(options.folder + QStringLiteral("/computer")) {
        QDir(m_folder).removeRecursively();
        QDir().mkpath(m_folder);
        m_outbox = std::make_unique<Outbox>(m_folder + QStringLiteral("/outbox.db"), m_clock, m_random);
        if (!m_outbox->open() || !m_outbox->bind(DeviceId(Uuid::make(m_clock, m_random))))
            giveUp(QStringLiteral("no outbox"));
        DatabaseConfig config;
        config.path = m_folder + QStringLiteral("/cache.db");
        m_cache = std::make_unique<Store>(config, StoreForm::Cache, Store::Services{m_clock, m_random});
        m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
        m_replica->setDevice(m_outbox->device(), QStringLiteral("Asia/Jakarta"));
        m_core = std::make_unique<DeviceCore>(*m_outbox, *m_replica, DeviceCore::Wire{}, DeviceCore::Ears{});
        if (!m_core->open() || !applied(picture())) giveUp(QStringLiteral("no cache"));
    }

    /// Somebody's work without a server: half of it visits, the rest notes and corrected telephone numbers.
    OutboxEntry work(int number) {
        OutboxEntry draft;
        draft.id = CommandId(Uuid::make(m_clock, m_random));
        draft.actor = Uuid::named("clerk");
        draft.at = m_clock.now();
        draft.assured = true;
        const PatientId patient = patientId(number % kPatients);
        if (number % 2 == 0) {
            RegisterVisit visit;
            visit.patientId = patient;
            visit.clinicId = ClinicId(Uuid::named("clinic"));
            visit.payerId = PayerId(Uuid::named("payer"));
            visit.serviceDate = QDate(2026, 11, 22);
            visit.registrationNumber = 10'000 + number;
            fill(draft, visit);
        } else if (number % 4 == 1) {
            WriteNote note;
            note.patientId = patient;
            note.text = QStringLiteral("Keluhan berkurang, tekanan darah 120/80.");
            fill(draft, note);
        } else {
            Patient wanted = patientRow(number % kPatients);
            wanted.phone = QStringLiteral("0811%1").arg(number);
            fill(draft, EditPatient{patient, changesBetween(patientRow(number % kPatients), wanted)});
        }
        return draft;
    }
    void fill() {
        for (int i = 0; i < kPending; ++i)
            if (!m_outbox->append(work(i), {}, false)) giveUp(QStringLiteral("the outbox is full"));
        if (!m_replica->catchUp(m_outbox->unsettled())) giveUp(QStringLiteral("nothing is shown"));
    }
    /// Seconds until the command is on the disk.
    double append(int number) {
        const OutboxEntry draft = work(number);
        const auto began = std::chrono::steady_clock::now();
        if (!m_outbox->append(draft, {}, false)) giveUp(QStringLiteral("the outbox is full"));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    }
    /// The same until it is shown as well.
    double submit(int number) {
        const OutboxEntry draft = work(number);
        const auto began = std::chrono::steady_clock::now();
        if (!m_core->submit(draft, {}, 0)) giveUp(QStringLiteral("the outbox is full"));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    }
    /// Processor seconds of one row that comes from the server while all that waits is shown.
    double rebase() {
        FeedBatch news = batch();
        Patient changed = patientRow(0);
        changed.address = QStringLiteral("Jl. Baru %1").arg(++m_news);
        news.fromEpoch = news.epoch;
        news.from = m_at;
        news.to = ++m_at;
        news.rows.append({news.to, entityInfo<Patient>.kind, changed.id.uuid(), 1 + m_news, FeedOp::Update,
                          QLatin1String(kKey), encode(changed)});
        const double before = ownCpuSeconds();
        if (!applied(news)) giveUp(QStringLiteral("the news are not taken"));
        return ownCpuSeconds() - before;
    }

  private:
    template <class C>
    static void fill(OutboxEntry& draft, const C& command) {
        draft.type = C::info.type;
        draft.version = C::info.version;
        draft.payload = encode(command);
    }
    static PatientId patientId(int number) {
        return PatientId(Uuid::named("patient" + QByteArray::number(number)));
    }
    static Patient patientRow(int number) {
        Patient patient;
        patient.id = patientId(number);
        patient.mrn = 1000 + number;
        patient.name = QStringLiteral("Siti Ukur %1").arg(number);
        patient.birthDate = QDate(1980, 1, 1);
        return patient;
    }
    FeedBatch batch() const {
        FeedBatch made;
        made.epoch = Uuid::named("epoch");
        if (m_at > 0) made.keys = QStringList{QLatin1String(kKey)};
        return made;
    }
    FeedBatch picture() {
        FeedBatch all = batch();
        all.to = m_at = 1;
        all.added = QStringList{QLatin1String(kKey)};
        for (int i = 0; i < kPatients; ++i)
            all.rows.append({0, entityInfo<Patient>.kind, patientId(i).uuid(), 1, FeedOp::Insert,
                             QLatin1String(kKey), encode(patientRow(i))});
        return all;
    }
    bool applied(const FeedBatch& news) {
        const auto done = m_replica->apply(news, m_outbox->unsettled());
        return done && done->mine && done->notShown.isEmpty();
    }

    QString m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Store> m_cache;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<DeviceCore> m_core;
    qint64 m_at = 0;
    qint64 m_news = 0;
};

int commits(const BenchOptions& options) { return options.quick ? 20 : 300; }

std::vector<double> submitTimes(const BenchOptions& options) {
    Computer computer(options);
    std::vector<double> durable;
    std::vector<double> shown;
    for (int i = 0; i < commits(options); ++i) {
        durable.push_back(computer.append(2 * i));
        shown.push_back(computer.submit(2 * i + 1));
    }
    return {medianOf(durable) * 1e6, medianOf(shown) * 1e6};
}

}  // namespace

void gaugeDevice(const BenchOptions& options, Report& report) {
    std::printf("\na computer's own disk: microseconds until a command is durable, and until it is shown\n");
    const auto submit = interleave(
        options, {QStringLiteral("submit to durable us"), QStringLiteral("submit to shown us")},
        [&] { return submitTimes(options); },
        [&] {
            const double bare = bareCommitSeconds(options.folder, 400, commits(options)) * 1e6;
            return std::vector{bare, bare};
        });
    report.atMost(QStringLiteral("submit to durable us"), submit[0], kSubmitGoal);
    report.compare(QStringLiteral("submit to shown us"), submit[1]);
    Computer computer(options);
    computer.fill();
    computer.rebase();
    std::vector<double> seconds;
    for (int i = 0; i < options.rounds(); ++i) {
        seconds.push_back(computer.rebase());
        std::printf("    a row comes while %d commands wait: %.3f s of processor\n", kPending,
                    seconds.back());
    }
    report.under(QStringLiteral("rebase of 2000 CPU s"), medianOf(seconds), kRebaseGoalSeconds);
}

}  // namespace simrs::bench
