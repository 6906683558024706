// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital of the stock tests, and the wire.
#include "tests/inventory/stock_rig.h"

#include <limits>

#include "common/core/case_item.h"
#include "common/hospital/hospital.h"

namespace simrs::test {
namespace {

Item someItem() {
    Item item;
    item.id = ItemId(Uuid::named("item"));
    item.code = QStringLiteral("PCT500");
    item.name = QStringLiteral("Parasetamol 500 mg");
    item.unit = QStringLiteral("tablet");
    return item;
}

Depot someDepot(const char* code) {
    Depot depot;
    depot.id = DepotId(Uuid::named(code));
    depot.code = QLatin1String(code);
    depot.name = QStringLiteral("Depo ") + depot.code;
    return depot;
}

QByteArray bytesOf(const AnyRow& row) {
    WireWriter out;
    encodeFields(row.type().fields, row.object(), out);
    return QByteArray::number(row.version) + ' ' + out.take();
}

using Rows = std::map<std::pair<std::uint32_t, Uuid>, QByteArray>;

}  // namespace

// ---- the server

StockServer::StockServer(const DatabaseConfig& config, std::uint64_t seed)
    : item(someItem()),
      depot(someDepot("D1")),
      other(someDepot("D2")),
      m_random(seed),
      m_store(config, StoreForm::Server, {m_clock, m_random, nullptr}),
      m_executor(hospitalRequests(), m_blocks, m_clock, Executor::Trust::BelievesAssured),
      m_feed(hospitalEntities()) {
    must(m_store.migrate(hospitalEntities()));
    const bool made = !all<Item>().isEmpty();
    if (!made)
        write([&](WishTx& tx) {
            tx.insert(item);
            tx.insert(depot);
            tx.insert(other);
        });
    m_keeper = addDevice("keeper" + QByteArray::number(seed));
}

DatabaseConfig StockServer::inMemory() {
    DatabaseConfig config;
    config.path = QStringLiteral(":memory:");
    return config;
}

void StockServer::write(const std::function<void(WishTx&)>& work) {
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.request = QStringLiteral("test");
    must(m_store.write(context, [&](WishTx& tx) -> Status {
        work(tx);
        return {};
    }));
}

DeviceId StockServer::addDevice(const QByteArray& name) {
    const DeviceId id(Uuid::named(name));
    write([&](WishTx& tx) {
        if (tx.get<Device>(id)) return;
        Device device;
        device.id = id;
        tx.insert(device);
    });
    return id;
}

CommandContext StockServer::contextOf(const DeviceId& device) {
    CommandContext context;
    context.id = CommandId(Uuid::make(m_clock, m_random));
    context.actor = UserId(Uuid::named("keeper"));
    context.device = device;
    context.at = m_clock.now();
    context.zone = QStringLiteral("Asia/Jakarta");
    context.today = dayIn(context.zone, context.at);
    return context;
}

ResultMessage StockServer::carryOut(const DeviceId& device, const CommandMessage& command) {
    const Author author{PermissionSet({Role::Nurse, Role::StockKeeper}), command.actor, device,
                        QStringLiteral("Asia/Jakarta")};
    ResultMessage answered;
    m_store.writeOne(
        m_executor.job(m_store, command, author,
                       [&](const ResultMessage& result, const CommitReport&) { answered = result; }));
    if (answered.infrastructure != 0)
        qFatal("infrastructure %lld", static_cast<long long>(answered.infrastructure));
    return answered;
}

LotId StockServer::receive(qint64 quantity, const QString& batch) {
    ReceiveStock goods;
    goods.itemId = item.id;
    goods.depotId = depot.id;
    goods.batch = batch;
    goods.expiry = QDate(2028, 1, 31);
    goods.quantity = quantity;
    return must(submit(m_keeper, goods)).line.lotId;
}

qint64 StockServer::free(const LotId& lot) {
    qint64 found = 0;
    for (const StockLine& line : all<StockLine>())
        if (line.id == stockLineId(lot, depot.id)) found = line.free;
    return found;
}

StockRight StockServer::right(const LotId& lot, const DeviceId& device) {
    for (const StockRight& right : all<StockRight>())
        if (right.id == stockRightId(lot, depot.id, device)) return right;
    return {};
}

QString StockServer::faults() {
    QStringList found;
    must(m_store.read([&](Reader& reader) -> Status {
        found = stockFaults(*readStockBooks(reader));
        return {};
    }));
    return found.join(QStringLiteral("; "));
}

int StockServer::openCases() {
    int open = 0;
    for (const CaseItem& found : all<CaseItem>())
        open += found.kind == CaseKind::StockDiscrepancy && !found.settled;
    return open;
}

// ---- the device

Bedside::Bedside(StockServer& server, const QByteArray& name, bool holdsDepot)
    : m_server(server), m_id(server.addDevice(name)) {
    m_keys = {QStringLiteral("reference"), deviceKey(m_id)};
    start();
    if (holdsDepot) setHoldsDepot(true);
    connect();
}

void Bedside::start() {
    m_outbox = std::make_unique<Outbox>(m_folder.filePath(QStringLiteral("outbox.db")), m_server.clock(),
                                        m_server.random());
    DatabaseConfig config;
    config.path = m_folder.filePath(QStringLiteral("cache.db"));
    m_cache = std::make_unique<Store>(
        config, StoreForm::Cache,
        Store::Services{m_server.clock(), m_server.random(), nullptr, true, &m_cacheDisk});
    m_replica = std::make_unique<Replica>(*m_cache, hospitalEntities(), hospitalRequests());
    m_replica->setDevice(m_id, QStringLiteral("Asia/Jakarta"));
    must(m_outbox->open());
    if (m_outbox->device().isNull()) must(m_outbox->bind(m_id));
    DeviceCore::Wire wire;
    wire.command = [this](const CommandMessage& command) { m_commands.append(command); };
    wire.follow = [this](const FollowFeed& follow) { m_follow = follow; };
    DeviceCore::Ears ears;
    ears.ended = [this](const CommandResult& result) { m_results.insert(result.id, result); };
    m_core = std::make_unique<DeviceCore>(*m_outbox, *m_replica, wire, ears);
    must(m_core->open());
}

void Bedside::restart() {
    disconnect();
    m_core.reset();
    m_replica.reset();
    m_cache.reset();
    m_outbox.reset();
    start();
}

std::int64_t Bedside::next() {
    m_server.clock().forward(10);
    return m_server.clock().monotonicMs();
}

void Bedside::connect() {
    if (!m_connected) {
        m_connected = true;
        m_core->opened(next());
    }
    pump();
}

void Bedside::disconnect() {
    m_connected = false;
    m_commands.clear();
    m_follow.reset();
    m_core->closed(next());
}

void Bedside::setHoldsDepot(bool holds) {
    const QString key = QStringLiteral("depot:") + m_server.depot.id.toString();
    m_keys.removeAll(key);
    if (holds) m_keys.append(key);
}

void Bedside::pump() {
    for (;;) {
        if (!m_commands.isEmpty()) {
            const ResultMessage answer = m_server.carryOut(m_id, m_commands.takeFirst());
            m_core->received(answer, next());
            continue;
        }
        if (!m_follow) return;
        const auto batch = must(m_server.feed().next(m_server.store(), m_id, *m_follow, m_keys));
        if (!batch) return;
        m_follow.reset();
        m_core->received(*batch, next());
    }
}

void Bedside::takeUnsettled() {
    const FollowFeed at = must(m_replica->position());
    auto batch = must(m_server.feed().next(m_server.store(), m_id, at, m_keys));
    if (!batch) qFatal("nothing new");
    batch->settled = false;
    must(m_replica->apply(*batch, m_outbox->unsettled()));
}

qint64 Bedside::left(const LotId& lot) {
    for (const StockRight& right : all<StockRight>())
        if (right.id == stockRightId(lot, m_server.depot.id, m_id)) return leftUnder(right);
    return -1;
}

QString Bedside::differences() {
    Rows expected;
    constexpr int kAll = std::numeric_limits<int>::max();
    for (const QString& key : m_keys) {
        const FeedPicture picture =
            must(m_server.store().feedPicture(hospitalEntities(), key, {}, kAll, 0, {}));
        for (const AnyRow& row : picture.page.rows)
            expected[{row.type().info->kind, idOf(row.type(), row.object())}] = bytesOf(row);
    }
    Rows held;
    must(m_cache->onCache(m_replica->entities(), [&](CacheTx& tx) -> Status {
        held.clear();
        for (const EntityType* type : hospitalEntities())
            tx.eachRow(*type, [&](const AnyRow& row) {
                held[{type->info->kind, idOf(*type, row.object())}] = bytesOf(row);
            });
        return {};
    }));
    QStringList out;
    for (const auto& [key, bytes] : expected)
        if (!held.contains(key) || held[key] != bytes)
            out.append(QStringLiteral("%1/%2 differs").arg(key.first).arg(key.second.toString()));
    for (const auto& [key, bytes] : held)
        if (!expected.contains(key))
            out.append(QStringLiteral("%1/%2 too many").arg(key.first).arg(key.second.toString()));
    return out.join(QStringLiteral("; "));
}

}  // namespace simrs::test
