// SPDX-License-Identifier: GPL-3.0-or-later
// Processes by QProcess, orders and answers by their standard input and output.
#include "tests/campaign/fleet.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <csignal>

#include "common/access/device_registry.h"
#include "tests/campaign/server_record.h"

namespace simrs::test {
namespace {

constexpr int kStartMs = 30'000;
constexpr int kViewMs = 60'000;
constexpr unsigned long kFeedMs = 1'500;

QString program(const char* name) {
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name);
}

void kill(QProcess& process) {
    if (process.state() == QProcess::NotRunning) return;
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
}

}  // namespace

int campaignSize(int full, int everyDay) {
    return qEnvironmentVariable("SIMRS_CAMPAIGN") == QLatin1String("full") ? full : everyDay;
}

Fleet::Fleet(const QString& databaseUrl, int counters, std::uint64_t seed, Cable* cable)
    : m_rig(databaseUrl), m_random(seed), m_seed(seed), m_cable(cable) {
    m_rig.stop();
    m_databaseUrl = databaseUrl.isEmpty()
                        ? QStringLiteral("sqlite:") + m_rig.folder() + QStringLiteral("/hospital.db")
                        : databaseUrl;
    m_database = parseDatabaseUrl(m_databaseUrl).value();
    m_line = std::make_unique<FaultProxy>(quint16{1}, seed);
    if (!startServer()) qFatal("the server does not start");
    m_counters.resize(static_cast<std::size_t>(counters));
    for (int i = 0; i < counters; ++i) startCounter(i);
    if (!await("ready", kStartMs)) qFatal("the counters do not start");
    giveClinics();
}

/// With the server away: two processes that write one SQLite file would be a fault of their own.
void Fleet::giveClinics() {
    m_server->terminate();
    if (!m_server->waitForFinished(kStartMs)) qFatal("the server does not stop");
    QStringList keys;
    for (const Clinic& clinic : m_rig.masters().clinics) keys.append(unitKey(clinic.id.uuid()));
    const auto store = m_rig.store();
    QList<Device> devices;
    Status given = store->read([&](Reader& reader) -> Status {
        devices = listDevices(reader);
        return {};
    });
    SystemRandom ids;
    for (const Device& device : std::as_const(devices)) {
        if (!given) break;
        WriteContext context;
        context.writeId = Uuid::make(m_clock, ids);
        context.request = QStringLiteral("campaign");
        context.at = m_clock.now();
        given = store->write(context, [&](WishTx& tx) { return giveKeys(tx, device.id, keys); })
                    .map([](const CommitReport&) {});
    }
    if (!given || devices.size() != size()) qFatal("the clinics are not given");
    if (!startServer()) qFatal("the server does not come back");
}

Fleet::~Fleet() {
    for (Member& member : m_counters) {
        if (member.process) kill(*member.process);
    }
    if (m_server) kill(*m_server);
}

void Fleet::killServer() { kill(*m_server); }

bool Fleet::startServer() {
    const QString folder = m_rig.folder();
    QFile::remove(folder + QStringLiteral("/server.json"));
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::MergedChannels);
    m_server->setStandardOutputFile(folder + QStringLiteral("/server.log"), QIODevice::Append);
    m_server->start(
        program("simrs-server"),
        {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--database"),
         m_databaseUrl, QStringLiteral("--listen"), address() + u':' + QString::number(m_cable ? m_port : 0),
         QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")});
    for (int waited = 0; waited < kStartMs; waited += 10) {
        QThread::msleep(10);
        QFile ready(folder + QStringLiteral("/server.json"));
        if (!ready.open(QIODevice::ReadOnly)) continue;
        const QJsonObject json = QJsonDocument::fromJson(ready.readAll()).object();
        if (json.isEmpty()) continue;
        m_pin = json.value(QStringLiteral("fingerprint")).toString();
        m_port = static_cast<quint16>(json.value(QStringLiteral("port")).toInt());
        m_line->setTarget(m_port);
        return true;
    }
    return false;
}

QString Fleet::historyOf(int counter) const {
    return m_rig.folder() + QStringLiteral("/counter%1.history").arg(counter);
}

void Fleet::killCounter(int counter) { kill(*m_counters[static_cast<std::size_t>(counter)].process); }

void Fleet::startCounter(int counter) {
    Member& member = m_counters[static_cast<std::size_t>(counter)];
    member.heard.clear();
    member.process = std::make_unique<QProcess>();
    member.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const Role role = counter % 2 == 0 ? Role::RegistrationClerk : Role::HeadOfRegistration;
    const std::uint64_t life = static_cast<std::uint64_t>(member.lives++);
    const std::uint64_t seed = m_seed * 1'000'003 + static_cast<std::uint64_t>(counter) * 10'007 + life;
    QStringList command{program("campaign_counter"),
                        m_rig.folder() + QStringLiteral("/profile%1").arg(counter),
                        historyOf(counter),
                        address(),
                        QString::number(m_cable ? m_port : m_line->port()),
                        m_pin,
                        ServerRig::loginOf(role),
                        ServerRig::password(),
                        QString::number(counter),
                        QString::number(seed)};
    if (m_cable) command = m_cable->atOtherEnd(command);
    const QString first = command.takeFirst();
    member.process->start(first, command);
    if (!member.process->waitForStarted()) qFatal("campaign_counter does not start");
}

void Fleet::order(const QByteArray& text) {
    for (int i = 0; i < size(); ++i) order(i, text);
}

void Fleet::order(int counter, const QByteArray& text) {
    QProcess& process = *m_counters[static_cast<std::size_t>(counter)].process;
    process.write(text + '\n');
    process.waitForBytesWritten(1'000);
}

/// Takes the word out of what was heard; other words stay.
bool Fleet::hear(Member& member, const QByteArray& word, int ms) {
    const std::int64_t until = m_clock.monotonicMs() + ms;
    for (;;) {
        member.heard += member.process->readAllStandardOutput();
        QList<QByteArray> lines = member.heard.split('\n');
        if (const qsizetype at = lines.indexOf(word); at >= 0 && at + 1 < lines.size()) {
            lines.removeAt(at);
            member.heard = lines.join('\n');
            return true;
        }
        const std::int64_t left = until - m_clock.monotonicMs();
        if (left <= 0 || member.process->state() == QProcess::NotRunning) return false;
        member.process->waitForReadyRead(static_cast<int>(std::min<std::int64_t>(left, 100)));
    }
}

bool Fleet::await(const QByteArray& word, int ms) {
    const std::int64_t until = m_clock.monotonicMs() + ms;
    bool all = true;
    for (Member& member : m_counters) {
        const auto left = std::max<std::int64_t>(0, until - m_clock.monotonicMs());
        all = hear(member, word, static_cast<int>(left)) && all;
    }
    return all;
}

/// What the computers hold is the server's, row by row, once the feed has had a moment.
void Fleet::viewHeld() {
    QThread::msleep(kFeedMs);
    cutLine();
    order("view held");
    await("viewed", kViewMs);
    healLine();
}

void Fleet::cutLine() {
    if (m_cable) return m_cable->pull();
    LineFaults cut;
    cut.cut = true;
    m_line->setFaults(cut);
    m_line->resetAll();
}

void Fleet::healLine() { m_cable ? m_cable->plugIn() : m_line->heal(); }

Verdict Fleet::settle(int withinMs) {
    order("settle " + QByteArray::number(withinMs));
    // Those that are not ready yet after a kill settle, too, and say so when they are.
    const bool rest = await("settled", withinMs + 1'000);
    if (rest) {
        order("view");
        await("viewed", kViewMs);
        viewHeld();
    }
    m_histories.clear();
    m_settledMs = 0;
    for (int i = 0; i < size(); ++i) {
        m_histories.append(readHistory(historyOf(i)));
        m_settledMs = std::max(m_settledMs, m_histories.last().settledMs);
    }
    m_record = readServer(m_database, m_histories);
    return judge(m_histories, m_record);
}

Verdict Fleet::judgeAgainst(const std::function<void(ServerRecord&)>& change) const {
    ServerRecord record = m_record;
    change(record);
    return judge(m_histories, record);
}

}  // namespace simrs::test
