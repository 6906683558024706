// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes, links, commits that take their time, copies.
#include "tests/sync/sim_server.h"

#include "common/base/planted_bug.h"
#include "common/core/restored_numbers.h"
#include "common/hospital/hospital.h"
#include "common/store/key_rows.h"

namespace simrs::sim {
namespace {

[[noreturn]] void broken(const char* what, const Error& error) {
    qFatal("simulator: %s: %s %s", what, qPrintable(errorName(error.code)), qPrintable(error.detail));
}

}  // namespace

SimServer::SimServer(SimClock& clock, Random& random, Events& events, FilePool& pool, int nodes)
    : m_clock(clock),
      m_random(random),
      m_events(events),
      m_files(pool),
      m_feed(hospitalEntities(), 1 + static_cast<int>(random.below(20)),
             4 + static_cast<int>(random.below(40))) {
    DatabaseConfig config;
    config.path = QStringLiteral("server.db");
    m_store = std::make_unique<Store>(config, StoreForm::Server,
                                      Store::Services{clock, random, nullptr, false, &m_files});
    if (const Status made = m_store->migrate(hospitalEntities()); !made) broken("migrate", made.error());
    m_database = m_files.file(config.path);
    // Rows are hidden and shown by their transaction here; no server looks for them so.
    m_database->executeText(QStringLiteral("CREATE INDEX IF NOT EXISTS simulated_tx ON feed (tx, seq)"));
    for (int i = 0; i < nodes; ++i) m_nodes.push_back(makeNode());
    makeHospital();
}

std::unique_ptr<SimServer::Node> SimServer::makeNode() {
    auto node = std::make_unique<Node>();
    node->executor = std::make_unique<Executor>(hospitalRequests(), node->blocks, m_clock,
                                                Executor::Trust::BelievesAssured);
    return node;
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
        stockHospital(tx);
        return {};
    });
    if (!made) broken("hospital", made.error());
    number();
}

/// Little enough that it runs out.
void SimServer::stockHospital(WishTx& tx) {
    constexpr qint64 kBoxes = 60;
    Item item;
    item.id = tx.newId<Item>();
    item.code = QStringLiteral("PCT500");
    item.name = QStringLiteral("Parasetamol 500 mg");
    item.unit = QStringLiteral("tablet");
    tx.insert(item);
    for (std::uint32_t i = 0; i < 2; ++i) {
        Depot depot;
        depot.id = tx.newId<Depot>(i);
        depot.code = QStringLiteral("D%1").arg(i);
        depot.name = QStringLiteral("Depo %1").arg(i);
        tx.insert(depot);
        m_depots.append(depot);
        Lot lot;
        lot.itemId = item.id;
        lot.batch = QStringLiteral("LOT%1").arg(i);
        lot.id = lotId(item.id, lot.batch);
        tx.insert(lot);
        m_lots.append(lot);
        tx.insert(StockLine{stockLineId(lot.id, depot.id), lot.id, depot.id, kBoxes});
        Movement received;
        received.id = tx.newId<Movement>(i);
        received.lotId = lot.id;
        received.depotId = depot.id;
        received.quantity = kBoxes;
        received.at = m_clock.now();
        received.by = m_clerk;
        tx.insert(received);
    }
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
    m_keys.insert(id, keys + QStringList{QStringLiteral("reference"), deviceKey(id)});
    return id;
}

TakeNumbers::Reply SimServer::grantBlock(const DeviceId& device, const TakeNumbers& question) {
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
        SIMRS_ASSIGN(reply, TakeNumbers::perform(tx, caller, question));
        return {};
    });
    if (!made) broken("numbers", made.error());
    return reply;
}

int SimServer::connect(const DeviceId& device) {
    QList<int> up;
    for (int i = 0; i < nodes(); ++i)
        if (m_nodes[static_cast<std::size_t>(i)]->up) up.append(i);
    if (up.isEmpty()) return 0;
    const int node = up[static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(up.size())))];
    m_links.insert_or_assign(++m_lastLink, Link{device, node, {}, {}});
    return m_lastLink;
}

void SimServer::listen(int link, Ears ears) { m_links.at(link).ears = std::move(ears); }

void SimServer::disconnect(int link) { m_links.erase(link); }

void SimServer::crash(int number) {
    Node& node = *m_nodes[static_cast<std::size_t>(number)];
    node.up = false;
    ++node.life;
    std::vector<std::function<void()>> told;
    for (auto link = m_links.begin(); link != m_links.end();) {
        const bool lost = link->second.node == number;
        if (lost) told.push_back(link->second.ears.broken);
        link = lost ? m_links.erase(link) : std::next(link);
    }
    for (const auto& tell : told) tell();
}

void SimServer::keepCopies() {
    if (const Status marked = m_store->setDurableMark({m_epoch, 0}); !marked) broken("mark", marked.error());
}

void SimServer::backUp() {
    if (!m_hidden.empty()) return;
    const auto state = m_store->feedState();
    m_backup = m_files.backup(QStringLiteral("server.db"));
    if (const Status marked = m_store->setDurableMark(state->head); !marked) broken("mark", marked.error());
}

bool SimServer::restore() {
    if (!m_backup) return false;
    for (int i = 0; i < nodes(); ++i) crash(i);
    QStringList counters;
    m_database->query(QStringLiteral("SELECT name FROM counter"), {},
                      [&](const Row& row) { counters.append(row.value(0).toString()); });
    m_files.restore(QStringLiteral("server.db"), *m_backup);
    if (const Status begun = m_store->beginFeedEpoch(); !begun) broken("epoch", begun.error());
    skipNumbers(counters);
    ++m_restores;
    m_hidden.clear();
    // Other programs from here on: nothing that the old ones knew is true.
    for (auto& node : m_nodes) {
        const int life = node->life;
        node = makeNode();
        node->life = life;
    }
    m_done.clear();
    m_lastCommitMs.clear();
    m_told.clear();
    m_resultSeq.clear();
    m_database->query(QStringLiteral("SELECT id FROM command"), {}, [&](const Row& row) {
        m_done.insert(CommandId(Uuid::fromBytes(row.value(0).toByteArray())));
    });
    number();
    // The next restore must not count from where this one did.
    backUp();
    return true;
}

/// As skipGivenNumbers does: `counters` are those that may have been begun since the copy was made.
void SimServer::skipNumbers(const QStringList& counters) {
    constexpr qint64 kSkipped = 500;
    if (!isPlanted(PlantedBug::CountersNotSkipped)) {
        for (const QString& name : counters)
            m_database->execute(
                QStringLiteral("INSERT INTO counter (name, value) VALUES (?, 0) ON CONFLICT DO NOTHING"),
                {name});
        m_database->execute(QStringLiteral("UPDATE counter SET value = value + ?"), {kSkipped});
    }
    if (isPlanted(PlantedBug::BlockForgotten)) return;
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.at = m_clock.now();
    const auto noted = m_store->write(context, [&](WishTx& tx) -> Status {
        for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
            RestoredNumbers unknown;
            unknown.id = tx.newId<RestoredNumbers>(static_cast<std::uint32_t>(kind));
            unknown.kind = kind;
            unknown.first = 1;
            // Every restore has skipped as many.
            unknown.last = kSkipped * (m_restores + 1) * blockSize(kind);
            tx.insert(unknown);
        }
        return {};
    });
    if (!noted) broken("skipped numbers", noted.error());
}

std::int64_t SimServer::visibleAt(const CommandId& id, const DeviceId& device) {
    const auto range = static_cast<std::uint64_t>(kSlowestCommitMs);
    std::int64_t at = m_clock.monotonicMs() + 1 + static_cast<std::int64_t>(m_random.below(range));
    at = std::max(at, m_lastCommitMs.value(device) + 1);
    if (m_hidden.empty()) return at;
    m_database->query(
        QStringLiteral("SELECT DISTINCT other.tx FROM feed own CROSS JOIN feed other WHERE other.seq < 0 "
                       "AND own.seq IS NULL AND own.tx = ? AND other.entity = own.entity AND "
                       "other.id = own.id AND other.tx <> own.tx"),
        {id.uuid().toBytes()}, [&](const Row& row) {
            const auto other = m_hidden.find(CommandId(Uuid::fromBytes(row.value(0).toByteArray())));
            if (other != m_hidden.end()) at = std::max(at, other->second + 1);
        });
    return at;
}

void SimServer::hide(const CommandId& id, std::int64_t untilMs) {
    m_database->execute(QStringLiteral("UPDATE feed SET seq = -number WHERE tx = ? AND seq IS NULL"),
                        {id.uuid().toBytes()});
    m_hidden.insert_or_assign(id, untilMs);
}

void SimServer::reveal(const CommandId& id) {
    if (m_hidden.erase(id) == 0) return;
    m_database->execute(QStringLiteral("UPDATE feed SET seq = NULL WHERE seq < 0 AND tx = ?"),
                        {id.uuid().toBytes()});
}

void SimServer::number() {
    if (isPlanted(PlantedBug::NaiveCursor)) {
        m_database->execute(QStringLiteral("UPDATE feed SET seq = number WHERE seq IS NULL"));
        m_database->execute(QStringLiteral("UPDATE feed_head SET seq = (SELECT max(seq) FROM feed)"));
    }
    bool fresh = false;
    m_database->query(QStringLiteral("SELECT 1 FROM feed WHERE seq IS NULL ORDER BY number LIMIT 1"), {},
                      [&](const Row&) { fresh = true; });
    const auto state = fresh ? m_store->numberFeed() : m_store->feedState();
    if (!state) broken("numbering", state.error());
    m_epoch = state->head.epoch;
    readTold();
    QList<int> links;
    for (const auto& [number, open] : m_links) links.append(number);
    for (const int link : links) serve(link);
}

void SimServer::readTold() {
    m_database->query(QStringLiteral("SELECT seq, tx, n, entity, id, version, op, scope, payload FROM feed "
                                     "WHERE seq > ? ORDER BY seq"),
                      {m_told.empty() ? 0 : m_told.back().seq}, [&](const Row& row) {
                          m_told.push_back(numberedRow(row));
                          if (m_told.back().kind == kResultKind)
                              m_resultSeq.insert(CommandId(m_told.back().id), m_told.back().seq);
                      });
}

void SimServer::settle() {
    while (!m_hidden.empty()) reveal(m_hidden.begin()->first);
    number();
}

void SimServer::take(int link, const CommandMessage& command) {
    const auto found = m_links.find(link);
    if (found == m_links.end()) return;
    if (m_overloaded && m_random.below(30) == 0) {
        ResultMessage full;
        full.result.id = command.id;
        full.result.seq = command.seq;
        full.infrastructure = static_cast<int>(ErrorCode::Overloaded);
        return found->second.ears.result(full);
    }
    Author author;
    author.permissions = PermissionSet::fromBits(~0U);
    author.actor = command.actor;
    author.device = found->second.device;
    author.zone = QStringLiteral("Asia/Jakarta");
    std::optional<ResultMessage> answer;
    Executor& executor = *m_nodes[static_cast<std::size_t>(found->second.node)]->executor;
    m_store->writeOne(
        executor.job(*m_store, command, author,
                     [&](const ResultMessage& message, const CommitReport&) { answer = message; }));
    if (!answer) qFatal("simulator: a command without an answer");
    answerLater(link, command, *answer);
}

/// The answer comes when the commit is through. A command that came before is answered again when its first
/// commit is through; it does not commit twice.
void SimServer::answerLater(int link, const CommandMessage& command, const ResultMessage& answer) {
    const Link& open = m_links.at(link);
    std::int64_t at = visibleAt(command.id, open.device);
    const auto before = m_hidden.find(command.id);
    if (before != m_hidden.end()) {
        at = before->second + 1;
    } else if (answer.infrastructure == 0 && !m_done.contains(command.id)) {
        hide(command.id, at);
        m_lastCommitMs[open.device] = at;
        m_done.insert(command.id);
    }
    const int life = m_nodes[static_cast<std::size_t>(open.node)]->life;
    m_events.at(at, [this, link, life, node = open.node, age = m_restores, id = command.id, answer] {
        if (age != m_restores) return;
        // What was committing commits, whatever becomes of the node; only who waits may not hear of it.
        const auto hidden = m_hidden.find(id);
        if (hidden != m_hidden.end() && hidden->second <= m_clock.monotonicMs()) reveal(id);
        const auto waiting = m_links.find(link);
        if (life == m_nodes[static_cast<std::size_t>(node)]->life && waiting != m_links.end())
            waiting->second.ears.result(answer);
        m_events.in(static_cast<std::int64_t>(m_random.below(50)), [this] { number(); });
    });
}

void SimServer::take(int link, const FollowFeed& follow) {
    const auto found = m_links.find(link);
    if (found == m_links.end()) return;
    found->second.waiting = follow;
    serve(link);
}

void SimServer::serve(int link) {
    const auto found = m_links.find(link);
    if (found == m_links.end() || !found->second.waiting) return;
    Link& open = found->second;
    QStringList keys = m_keys.value(open.device);
    keys.sort();
    // A picture of rows that PostgreSQL would not show yet must not be taken.
    const bool picture = open.waiting->keys != keys || !open.waiting->filling.key.isEmpty();
    if (picture && !m_hidden.empty()) return;
    const auto batch = m_feed.next(*m_store, open.device, *open.waiting, keys);
    if (!batch) broken("feed", batch.error());
    if (!*batch) return;
    // Answering may have numbered rows, too.
    readTold();
    open.waiting.reset();
    open.ears.batch(**batch);
}

void SimServer::eachRowOfKey(const QString& key, const std::function<void(const AnyRow&)>& take) {
    simrs::eachRowOfKey(*m_database, hospitalEntities(), key, take);
}

}  // namespace simrs::sim
