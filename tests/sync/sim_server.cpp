// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital, the links, and commits that take their time.
#include "tests/sync/sim_server.h"

#include "common/base/planted_bug.h"
#include "common/core/case_item.h"
#include "common/hospital/hospital.h"
#include "common/store/key_rows.h"
#include "tests/sync/sim_device.h"

namespace simrs::sim {
namespace {

DatabaseConfig fileIn(const QTemporaryDir& folder) {
    DatabaseConfig config;
    config.path = folder.filePath(QStringLiteral("server.db"));
    return config;
}

[[noreturn]] void broken(const char* what, const Error& error) {
    qFatal("simulator: %s: %s %s", what, qPrintable(errorName(error.code)), qPrintable(error.detail));
}

}  // namespace

SimServer::SimServer(SimClock& clock, Random& random, Events& events)
    : m_clock(clock),
      m_random(random),
      m_events(events),
      m_folder(QStringLiteral("/dev/shm/simrs-sim-XXXXXX")),
      m_executor(hospitalRequests(), m_blocks, clock, Executor::Trust::BelievesAssured),
      m_feed(hospitalEntities(), 1 + static_cast<int>(random.below(20)),
             1 + static_cast<int>(random.below(40))) {
    const DatabaseConfig config = fileIn(m_folder);
    m_store =
        std::make_unique<Store>(config, StoreForm::Server, Store::Services{clock, random, nullptr, false});
    if (const Status made = m_store->migrate(hospitalEntities()); !made) broken("migrate", made.error());
    auto side = Database::open(config);
    if (!side) broken("side connection", side.error());
    m_side = std::move(*side);
    makeHospital();
}

void SimServer::makeHospital() {
    WriteContext context;
    context.writeId = Uuid::named("hospital");
    context.at = m_clock.now();
    const auto made = m_store->write(context, [&](WishTx& tx) -> Status {
        User user;
        user.id = tx.newId<User>();
        user.login = QStringLiteral("petugas");
        tx.insert(user);
        m_clerk = user.id;
        for (std::uint32_t i = 0; i < 4; ++i) {
            Clinic clinic;
            clinic.id = tx.newId<Clinic>(i);
            clinic.code = QStringLiteral("P%1").arg(i);
            clinic.name = QStringLiteral("Poli %1").arg(i);
            clinic.letter = QString(QChar(static_cast<char16_t>(u'A' + i)));
            clinic.ticketSeries = TicketSeries::Clinic;
            clinic.closesMinute = 1440;
            clinic.active = true;
            tx.insert(clinic);
            m_clinics.append(clinic);
        }
        m_payer.id = tx.newId<Payer>();
        m_payer.code = QStringLiteral("UMUM");
        m_payer.name = QStringLiteral("Umum");
        m_payer.active = true;
        tx.insert(m_payer);
        return {};
    });
    if (!made) broken("hospital", made.error());
    number();
}

DeviceId SimServer::addDevice(const QStringList& keys) {
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.at = m_clock.now();
    DeviceId id;
    const auto made = m_store->write(context, [&](WishTx& tx) -> Status {
        Device device;
        device.id = id = tx.newId<Device>();
        device.name = QStringLiteral("loket");
        tx.insert(device);
        return {};
    });
    if (!made) broken("device", made.error());
    m_keys.insert(id,
                  keys + QStringList{QStringLiteral("reference"), QStringLiteral("device:") + id.toString()});
    return id;
}

std::pair<qint64, qint64> SimServer::grantBlock(const DeviceId& device, NumberKind kind) {
    TakeNumbers::Reply reply;
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.at = m_clock.now();
    const auto made = m_store->write(context, [&](WishTx& tx) -> Status {
        Caller caller;
        caller.user = m_clerk;
        caller.device = device;
        caller.now = m_clock.now();
        caller.random = &m_random;
        TakeNumbers ask;
        ask.kind = kind;
        SIMRS_ASSIGN(reply, TakeNumbers::perform(tx, caller, ask));
        return {};
    });
    if (!made) broken("numbers", made.error());
    return {reply.first, reply.last};
}

int SimServer::connect(Link link) {
    m_links.insert_or_assign(++m_lastLink, Open{std::move(link), {}});
    return m_lastLink;
}

void SimServer::listen(int link, Link ears) { m_links.at(link).link = std::move(ears); }

void SimServer::disconnect(int link) { m_links.erase(link); }

void SimServer::crash() {
    m_up = false;
    ++m_life;
    m_links.clear();
    // What was committing has committed; only those who waited for the answer do not hear of it.
    while (!m_hidden.empty()) reveal(m_hidden.begin()->first);
}

void SimServer::sql(const QString& text, const QVariantList& values) { m_side->execute(text, values); }

std::int64_t SimServer::visibleAt(const CommandId& id) {
    const auto range = static_cast<std::uint64_t>(std::max<std::int64_t>(m_slowestCommitMs, 1));
    std::int64_t at = m_clock.monotonicMs() + 1 + static_cast<std::int64_t>(m_random.below(range));
    m_side->query(
        QStringLiteral("SELECT DISTINCT other.tx FROM feed own JOIN feed other ON other.entity = own.entity "
                       "AND other.id = own.id WHERE own.tx = ? AND other.tx <> own.tx AND other.seq < 0"),
        {id.uuid().toBytes()}, [&](const Row& row) {
            const auto other = m_hidden.find(CommandId(Uuid::fromBytes(row.value(0).toByteArray())));
            if (other != m_hidden.end()) at = std::max(at, other->second + 1);
        });
    return at;
}

void SimServer::hide(const CommandId& id, std::int64_t untilMs) {
    sql(QStringLiteral("UPDATE feed SET seq = -number WHERE tx = ? AND seq IS NULL"), {id.uuid().toBytes()});
    m_hidden.insert_or_assign(id, untilMs);
}

void SimServer::reveal(const CommandId& id) {
    sql(QStringLiteral("UPDATE feed SET seq = NULL WHERE tx = ? AND seq < 0"), {id.uuid().toBytes()});
    m_hidden.erase(id);
}

void SimServer::number() {
    if (isPlanted(PlantedBug::NaiveCursor)) {
        sql(QStringLiteral("UPDATE feed SET seq = number WHERE seq IS NULL"), {});
        sql(QStringLiteral("UPDATE feed_head SET seq = (SELECT max(seq) FROM feed)"), {});
    }
    if (const auto done = m_store->numberFeed(); !done) broken("numbering", done.error());
    QList<int> links;
    for (const auto& [number, open] : m_links) links.append(number);
    for (const int link : links) serve(link);
}

void SimServer::settle() {
    while (!m_hidden.empty()) reveal(m_hidden.begin()->first);
    number();
}

void SimServer::take(int link, const CommandMessage& command) {
    const auto found = m_links.find(link);
    if (!m_up || found == m_links.end()) return;
    if (m_overloaded && m_random.below(30) == 0) {
        ResultMessage full;
        full.result.id = command.id;
        full.result.seq = command.seq;
        full.infrastructure = static_cast<int>(ErrorCode::Overloaded);
        return found->second.link.result(full);
    }
    Author author;
    author.permissions = PermissionSet::fromBits(~0U);
    author.actor = command.actor;
    author.device = found->second.link.device;
    author.zone = QStringLiteral("Asia/Jakarta");
    std::optional<ResultMessage> answer;
    m_store->writeOne(
        m_executor.job(*m_store, command, author,
                       [&](const ResultMessage& message, const CommitReport&) { answer = message; }));
    if (!answer) qFatal("simulator: a command without an answer");
    // A command that came before is answered again when its first commit is through; it does not commit
    // twice.
    std::int64_t at = visibleAt(command.id);
    const auto before = m_hidden.find(command.id);
    if (before != m_hidden.end())
        at = before->second + 1;
    else if (!m_done.contains(command.id))
        hide(command.id, at);
    if (answer->infrastructure == 0) m_done.insert(command.id);
    m_events.at(at, [this, link, life = m_life, id = command.id, message = *answer] {
        if (life != m_life) return;
        reveal(id);
        const auto open = m_links.find(link);
        if (open != m_links.end()) open->second.link.result(message);
        m_events.in(static_cast<std::int64_t>(m_random.below(50)), [this, life] {
            if (life == m_life) number();
        });
    });
}

void SimServer::take(int link, const FollowFeed& follow) {
    const auto found = m_links.find(link);
    if (!m_up || found == m_links.end()) return;
    found->second.waiting = follow;
    serve(link);
}

void SimServer::serve(int link) {
    const auto found = m_links.find(link);
    if (found == m_links.end() || !found->second.waiting || !m_up) return;
    Open& open = found->second;
    QStringList keys = m_keys.value(open.link.device);
    keys.sort();
    // A picture of rows that PostgreSQL would not show yet must not be taken.
    const bool picture = open.waiting->keys != keys || !open.waiting->filling.key.isEmpty();
    if (picture && !m_hidden.empty()) return;
    const auto batch = m_feed.next(*m_store, open.link.device, *open.waiting, keys);
    if (!batch) broken("feed", batch.error());
    if (!*batch) return;
    open.waiting.reset();
    open.link.batch(**batch);
}

void SimServer::eachRowOfKey(const QString& key, const std::function<void(const AnyRow&)>& take) {
    simrs::eachRowOfKey(*m_side, hospitalEntities(), key, take);
}

QString SimServer::describe(SimDevice& device) {
    const auto state = m_store->feedState();
    const auto position = device.replica()->position();
    QString out = QStringLiteral("head %1%2, cache at %3%4, first waits with seq %5")
                      .arg(state ? state->head.seq : -1)
                      .arg(state && state->unnumbered ? QStringLiteral(" and more") : QString())
                      .arg(position ? position->seq : -1)
                      .arg(position && position->unsettled ? QStringLiteral(" unsettled") : QString())
                      .arg(device.outbox()->unsettled().first().seq);
    for (const auto& [link, open] : m_links)
        if (open.link.device == device.id())
            out += QStringLiteral(", link %1%2")
                       .arg(link)
                       .arg(open.waiting ? QStringLiteral(" follows") : QString());
    return out;
}

bool SimServer::isInsideTransaction(qint64 seq) {
    bool inside = false;
    m_side->query(
        QStringLiteral("SELECT 1 FROM feed a JOIN feed b ON b.tx = a.tx WHERE a.seq = ? AND b.seq = ?"),
        {seq, seq + 1}, [&](const Row&) { inside = true; });
    return inside;
}

qint64 SimServer::seqOfResult(const CommandId& id) {
    qint64 seq = 0;
    m_side->query(QStringLiteral("SELECT seq FROM feed WHERE tx = ? AND entity = ? AND seq > 0"),
                  {id.uuid().toBytes(), kResultKind},
                  [&](const Row& row) { seq = row.value(0).toLongLong(); });
    return seq;
}

QStringList SimServer::checkFeed() {
    QStringList out;
    qint64 expected = 1;
    Uuid lastTx;
    QSet<Uuid> closed;
    std::map<std::pair<int, QByteArray>, qint64> versions;
    m_side->query(QStringLiteral("SELECT seq, tx, entity, id, version FROM feed ORDER BY seq"), {},
                  [&](const Row& row) {
                      if (row.value(0).toLongLong() != expected++)
                          out.append(QStringLiteral("the feed has a gap"));
                      const Uuid tx = Uuid::fromBytes(row.value(1).toByteArray());
                      if (tx != lastTx && closed.contains(tx))
                          out.append(QStringLiteral("a transaction is split"));
                      closed.insert(tx);
                      lastTx = tx;
                      qint64& version = versions[{row.value(2).toInt(), row.value(3).toByteArray()}];
                      if (row.value(4).toLongLong() < version) out.append(QStringLiteral("versions go back"));
                      version = row.value(4).toLongLong();
                  });
    return out;
}

}  // namespace simrs::sim
