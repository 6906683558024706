// SPDX-License-Identifier: GPL-3.0-or-later
// Composition of the server's parts, in the order they depend on each other.
#include "server/exec/server.h"

#include <QDir>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

#include "common/base/log.h"
#include "common/hospital/hospital.h"
#include "common/registration/masters.h"
#include "server/exec/first_start.h"
#include "server/exec/sequencer.h"
#include "server/exec/session.h"
#include "server/net/certificates.h"
#include "server/net/net_counters.h"
#include "server/net/net_server.h"

namespace simrs {
namespace {

constexpr int kSqliteReaders = 2;
constexpr int kReadyWaitMs = 1500;

/// Twice the processors: half of the workers wait for the disk. More only take the processor's caches from
/// each other (decision 0021); fewer than four would let a few slow searches hold up every desk.
int postgresWorkers() { return std::clamp(2 * static_cast<int>(std::thread::hardware_concurrency()), 4, 16); }

HttpAnswer answerOf(bool good, const char* good200, const char* bad503) {
    return good ? HttpAnswer{200, QByteArray("{\"status\":\"") + good200 + "\"}\n", "application/json"}
                : HttpAnswer{503, QByteArray("{\"status\":\"") + bad503 + "\"}\n", "application/json"};
}

}  // namespace

struct Server::Parts {
    explicit Parts(ServerConfig given)
        : config(std::move(given)),
          reference(clock),
          executor(requests, blocks, clock, Executor::Trust::BelievesAssured) {}

    ServerConfig config;
    SystemClock clock;
    SystemRandom random;
    ReferenceRows reference;
    const RequestTable& requests = hospitalRequests();
    BlockBook blocks;
    Executor executor;
    MetricsText metrics;
    LoginGuard guard{clock};
    std::unique_ptr<PasswordPool> passwords;
    std::unique_ptr<Sequencer> sequencer;  ///< On PostgreSQL only. Outlives the pool, which calls it.
    std::unique_ptr<WorkerPool> pool;
    std::unique_ptr<FeedFanOut> fanOut;
    std::atomic<bool> listening{false};
    std::unique_ptr<ReadAudit> audit;
    std::unique_ptr<Publisher> publisher;
    std::unique_ptr<Certificates> certificates;
    std::unique_ptr<Services> services;
    std::unique_ptr<NetServer> net;
    std::unique_ptr<HttpServer> http;

    Store::Services storeServices() {
        Store::Services store{clock, random, &reference};
        store.entities = &hospitalEntities();
        return store;
    }
    Result<QString> prepareDatabase();
    Result<QString> makeAdministrator();
    Status startWorkers(const QString& hospitalName);
    Result<ServerAddress> listen();
    void feedMoved();
    bool ready();
    void describeMetrics();
    Result<Certificates> openCertificates();
    void renewCertificateLater();
    void drain(int drainMs);
};

/// The hospital's name.
Result<QString> Server::Parts::prepareDatabase() {
    Store store(config.database, StoreForm::Server, storeServices());
    SIMRS_TRY(store.migrate(hospitalEntities()));
    QString name;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        if (const auto hospital = reader.get<Hospital>(hospitalId())) name = hospital->name;
        return {};
    }));
    return name;
}

/// The one-time secret; empty where there are users. On a worker, as SQLite has one writer.
Result<QString> Server::Parts::makeAdministrator() {
    const auto made = std::make_shared<std::promise<Result<QString>>>();
    std::future<Result<QString>> secret = made->get_future();
    const bool queued = pool->writeRaw(
        [this, made](Store& store) { made->set_value(makeFirstAdministrator(store, clock, random)); });
    if (!queued) return fail(ErrorCode::Overloaded);
    return secret.get();
}

Status Server::Parts::startWorkers(const QString& hospitalName) {
    const bool sqlite = config.database.engine == Engine::Sqlite;
    const int workers = config.workers > 0 ? config.workers : sqlite ? kSqliteReaders : postgresWorkers();
    pool = std::make_unique<WorkerPool>(config.database, storeServices(), workers);
    const auto onIoThread = [this](std::function<void()> work) { net->post(std::move(work)); };
    const auto later = [this](int ms, std::function<void()> work) { net->postAfter(ms, std::move(work)); };
    fanOut = std::make_unique<FeedFanOut>(*pool, onIoThread, later);
    if (!sqlite) {
        sequencer = std::make_unique<Sequencer>(config.database, storeServices(),
                                                [this](const FeedHead&) { feedMoved(); });
        SIMRS_TRY(sequencer->start());
    }
    pool->afterWrites([this] { sequencer ? sequencer->wake() : feedMoved(); });
    SIMRS_TRY(pool->start());
    passwords = std::make_unique<PasswordPool>();
    audit = std::make_unique<ReadAudit>(*pool);
    publisher = std::make_unique<Publisher>(
        clock, [this](int ms, std::function<void()> work) { net->postAfter(ms, std::move(work)); });
    services = std::make_unique<Services>(Services{clock, random, requests, *pool, *passwords, executor,
                                                   *audit, metrics, *publisher, *fanOut, guard, onIoThread,
                                                   later, hospitalName, config.durable});
    return {};
}

/// Any thread. Before the network is up nobody waits.
void Server::Parts::feedMoved() {
    if (listening) fanOut->moved();
}

bool Server::Parts::ready() {
    const auto answered = std::make_shared<std::promise<bool>>();
    std::future<bool> answer = answered->get_future();
    if (!pool->read([answered](Store& store) { answered->set_value(store.ping()); })) return false;
    return answer.wait_for(std::chrono::milliseconds(kReadyWaitMs)) == std::future_status::ready &&
           answer.get();
}

void Server::Parts::describeMetrics() {
    exposeNetCounters(metrics, [this] { return net->counters(); });
    metrics.readGauge("simrs_queue", "Requests waiting for a worker",
                      [this] { return double(pool->counters().queued); });
    metrics.readCounter("simrs_database_round_trips_total", "Texts sent to the database",
                        [this] { return double(pool->counters().roundTrips); });
    metrics.readCounter("simrs_rows_written_total", "Rows inserted or changed",
                        [this] { return double(pool->counters().rowsWritten); });
    if (!sequencer) return;
    metrics.readGauge("simrs_feed_head", "Number of the feed's last row",
                      [this] { return double(sequencer->figures().head); });
    metrics.readGauge("simrs_feed_waiting_seconds",
                      "Since when rows of the feed have been waiting for a number",
                      [this] { return double(sequencer->figures().waitingMs) / 1000; });
    metrics.readCounter("simrs_feed_numberings_total", "Transactions of this node that numbered feed rows",
                        [this] { return double(sequencer->figures().passes); });
}

Result<Certificates> Server::Parts::openCertificates() {
    return Certificates::open(config.dataFolder + QStringLiteral("/certificates"), config.certificateNames,
                              clock, random);
}

/// Runs on the network thread; what it does takes a few milliseconds and, once a year, a new key.
void Server::Parts::renewCertificateLater() {
    net->postAfter(config.certificateCheckMs, [this] {
        const Result<Certificates> opened = openCertificates();
        if (!opened) {
            log(LogLevel::Warning, "server", QStringLiteral("certificate not renewed"),
                {{"error", errorName(opened.error().code)}});
        } else if (opened->madeServer() && net->useCertificates(*opened)) {
            log(LogLevel::Info, "server", QStringLiteral("certificate renewed"));
        }
        renewCertificateLater();
    });
}

Result<ServerAddress> Server::Parts::listen() {
    SIMRS_ASSIGN(Certificates opened, openCertificates());
    certificates = std::make_unique<Certificates>(std::move(opened));
    config.net.goAwayPayload = [](const Error& error) {
        return encode(GoAwayMessage{static_cast<int>(error.code), error.args,
                                    error.code == ErrorCode::None ? 5000 : 0});
    };
    net = std::make_unique<NetServer>(config.net, *certificates,
                                      [this](std::shared_ptr<Connection> connection) {
                                          return makeSession(std::move(connection), *services);
                                      });
    http = std::make_unique<HttpServer>(
        config.http,
        HttpRoutes{{"/livez", [] { return answerOf(true, "alive", ""); }},
                   {"/readyz", [this] { return answerOf(ready(), "ready", "database unavailable"); }},
                   {"/metrics", [this] {
                        return HttpAnswer{200, metrics.text(), "text/plain; version=0.0.4; charset=utf-8"};
                    }}});
    ServerAddress address;
    address.fingerprint = certificates->fingerprint();
    address.httpAddress = config.http.address;
    SIMRS_ASSIGN(address.port, net->start());
    listening = true;
    SIMRS_ASSIGN(address.httpPort, http->start());
    describeMetrics();
    renewCertificateLater();
    return address;
}

void Server::Parts::drain(int drainMs) {
    net->beginDrain();
    const std::int64_t until = clock.monotonicMs() + drainMs;
    while (net->counters().open > 0 && clock.monotonicMs() < until) QThread::msleep(20);
    if (http) http->stop();
    net->stop();
}

Server::Server(ServerConfig config) : m_parts(std::make_unique<Parts>(std::move(config))) {}

Server::~Server() { stop(0); }

Result<ServerAddress> Server::start() {
    if (!QDir().mkpath(m_parts->config.dataFolder))
        return fail(ErrorCode::StorageFailed, {m_parts->config.dataFolder});
    SIMRS_ASSIGN(const QString hospitalName, m_parts->prepareDatabase());
    SIMRS_TRY(m_parts->startWorkers(hospitalName));
    SIMRS_ASSIGN(ServerAddress address, m_parts->listen());
    SIMRS_ASSIGN(address.administratorSecret, m_parts->makeAdministrator());
    log(LogLevel::Info, "server", QStringLiteral("ready"),
        {{"port", QString::number(address.port)}, {"http_port", QString::number(address.httpPort)}});
    return address;
}

void Server::stop(int drainMs) {
    if (!m_parts || !m_parts->pool) return;
    if (m_parts->net) m_parts->drain(drainMs);
    // What is queued still runs, and may ask for a password check or note a read: both refuse from here on,
    // and are there until the last worker has gone.
    if (m_parts->passwords) m_parts->passwords->close();
    if (m_parts->audit) m_parts->audit->close();
    m_parts->pool->stop();
    if (m_parts->sequencer) m_parts->sequencer->stop();
    m_parts->guard.clear();
    m_parts->passwords.reset();
    m_parts->audit.reset();
    m_parts->http.reset();
    m_parts->net.reset();
    m_parts->pool.reset();
    m_parts->sequencer.reset();
    log(LogLevel::Info, "server", QStringLiteral("stopped"));
}

}  // namespace simrs
