// SPDX-License-Identifier: GPL-3.0-or-later
// The queue's transactions. What stands in memory is changed only after the file has it.
#include "common/sync/outbox.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "common/base/planted_bug.h"

namespace simrs {
namespace {

/// So many ended commands are remembered, that a form saved twice is answered and not carried out again.
constexpr qint64 kEndedKept = 200;
constexpr int kEverything = 1'000'000;

OutboxHeadId headId() { return OutboxHeadId(Uuid::named("outbox_head")); }

/// To a person it is a file on this computer that fails, not "the database".
Error asStorage(const Error& error) {
    const bool storage = error.code == ErrorCode::DatabaseUnavailable || error.code == ErrorCode::Internal;
    return storage ? Error{ErrorCode::StorageFailed, {QStringLiteral("outbox.db")}, error.detail} : error;
}

DatabaseConfig fileConfig(const QString& path) {
    DatabaseConfig config;
    config.engine = Engine::Sqlite;
    config.path = path;
    return config;
}

Status makeFile(const QString& path) {
    QFile file(path);
    if (file.exists()) return {};
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::StorageFailed, {QFileInfo(path).fileName()}, file.errorString());
    return {};
}

}  // namespace

Outbox::Outbox(QString path, const Clock& clock, Random& random, Disk* disk)
    : m_path(std::move(path)),
      m_makesFile(disk == nullptr),
      m_clock(clock),
      m_store(fileConfig(m_path), StoreForm::Server, {clock, random, nullptr, true, disk}) {}

Status Outbox::open() {
    if (m_makesFile) SIMRS_TRY(makeFile(m_path));
    const EntityList tables = {&entityType<OutboxHead>(), &entityType<OutboxEntry>(),
                               &entityType<HeldBlock>()};
    if (const Status made = m_store.migrate(tables); !made)
        return tl::unexpected<Error>(asStorage(made.error()));
    return load();
}

Status Outbox::load() {
    QList<HeldBlock> blocks;
    const Status read = m_store.read([&](Reader& reader) -> Status {
        m_head = reader.get<OutboxHead>(headId()).value_or(OutboxHead());
        m_unsettled = reader
                          .list(Where<OutboxEntry>()
                                    .atMost<&OutboxEntry::state>(OutboxState::Sent)
                                    .orderBy<&OutboxEntry::position>()
                                    .limit(kEverything))
                          .value_or(QList<OutboxEntry>());
        m_refused = reader
                        .list(Where<OutboxEntry>()
                                  .eq<&OutboxEntry::state>(OutboxState::Refused)
                                  .orderBy<&OutboxEntry::position>()
                                  .limit(kEverything))
                        .value_or(QList<OutboxEntry>());
        m_kept.clear();
        const auto kept = reader.list(
            Where<OutboxEntry>().atLeast<&OutboxEntry::endedSeq>(1).orderBy<&OutboxEntry::position>().limit(
                kEverything));
        for (const OutboxEntry& entry : kept.value_or(QList<OutboxEntry>()))
            m_kept.append({entry.seq, entry.endedSeq});
        blocks = reader.list(Where<HeldBlock>().limit(kEverything)).value_or(QList<HeldBlock>());
        return {};
    });
    if (!read) return tl::unexpected<Error>(asStorage(read.error()));
    m_numbers.load(blocks);
    return {};
}

WriteContext Outbox::context(const char* what) const {
    WriteContext context;
    context.request = QString::fromLatin1(what);
    context.device = m_head.device.uuid();
    context.at = m_clock.now();
    context.isCommand = false;
    return context;
}

Status Outbox::write(const char* what, const std::function<Status(WishTx&)>& work, Preamble preamble) {
    Status outcome;
    m_store.writeOne({context(what), std::move(preamble), work, [&](const Result<CommitReport>& done) {
                          if (!done) outcome = tl::unexpected<Error>(asStorage(done.error()));
                      }});
    return outcome;
}

Status Outbox::bind(const DeviceId& device) {
    OutboxHead head = m_head;
    head.id = headId();
    head.device = device;
    SIMRS_TRY(write("bind", [&](WishTx& tx) -> Status {
        tx.insert(head);
        return {};
    }));
    m_head = head;
    return {};
}

/// Checked against the file, not against memory: there the numbers are taken already.
Status Outbox::useNumbers(WishTx& tx, const QList<NumberUse>& numbers) const {
    for (const NumberUse& use : numbers) {
        const HeldBlock* held = m_numbers.blockOf(use.kind, use.value);
        const auto kept = held ? tx.get<HeldBlock>(held->id) : std::nullopt;
        if (!kept || use.value < kept->next)
            return fail(ErrorCode::NumberNotGranted, {QString::number(use.value)});
        if (isPlanted(PlantedBug::NumberTwice)) continue;
        tx.patch<HeldBlock>(kept->id, [&](HeldBlock& block) { block.next = use.value + 1; });
    }
    return {};
}

void Outbox::giveSeq(OutboxHead& head, OutboxEntry& entry) {
    entry.seq = ++head.lastSeq;
    entry.after = std::exchange(head.last, entry.id);
    entry.state = OutboxState::Sent;
}

Result<OutboxEntry> Outbox::append(const OutboxEntry& draft, const QList<NumberUse>& numbers, bool sendNow) {
    const bool behindOthers = std::any_of(m_unsettled.cbegin(), m_unsettled.cend(), [](const OutboxEntry& e) {
        return e.state == OutboxState::Waiting;
    });
    OutboxHead head = m_head;
    OutboxEntry entry = draft;
    entry.position = ++head.lastPosition;
    entry.seq = 0;
    entry.state = OutboxState::Waiting;
    entry.result.clear();
    if (sendNow && !behindOthers) giveSeq(head, entry);
    SIMRS_TRY(write("append", [&](WishTx& tx) -> Status {
        if (const Status used = useNumbers(tx, numbers); !used) return used;
        tx.patch<OutboxHead>(headId(), [&](OutboxHead& row) { row = head; });
        tx.insert(entry);
        return {};
    }));
    m_head = head;
    m_unsettled.append(entry);
    return entry;
}

Status Outbox::claim(int most) {
    OutboxHead head = m_head;
    QList<OutboxEntry> claimed;
    for (const OutboxEntry& entry : std::as_const(m_unsettled)) {
        if (entry.state != OutboxState::Waiting || claimed.size() >= most) continue;
        claimed.append(entry);
        giveSeq(head, claimed.last());
    }
    if (claimed.isEmpty()) return {};
    SIMRS_TRY(write("claim", [&](WishTx& tx) -> Status {
        tx.patch<OutboxHead>(headId(), [&](OutboxHead& row) { row = head; });
        for (const OutboxEntry& entry : std::as_const(claimed))
            tx.patch<OutboxEntry>(entry.id, [&](OutboxEntry& row) { row = entry; });
        return {};
    }));
    m_head = head;
    for (const OutboxEntry& entry : std::as_const(claimed)) *editUnsettled(entry.id) = entry;
    return {};
}

Status Outbox::end(const CommandResult& result, qint64 endedSeq) {
    const OutboxEntry* held = unsettled(result.id);
    if (!held) {
        SIMRS_ASSIGN(const std::optional<OutboxEntry> known, find(result.id));
        return known ? Status() : Status(fail(ErrorCode::OutOfOrder, {result.id.toString()}));
    }
    OutboxEntry entry = *held;
    entry.state = result.error == 0 ? OutboxState::Done : OutboxState::Refused;
    entry.result = encode(result);
    entry.endedSeq = endedSeq;
    if (entry.state == OutboxState::Done && endedSeq == 0) entry.payload.clear();
    const Preamble forget{
        QStringLiteral("DELETE FROM outbox_entry WHERE state = 2 AND ended_seq = 0 AND position < ?"),
        {m_head.lastPosition - kEndedKept}};
    SIMRS_TRY(write(
        "end",
        [&](WishTx& tx) -> Status {
            tx.patch<OutboxEntry>(entry.id, [&](OutboxEntry& row) { row = entry; });
            return {};
        },
        forget));
    m_unsettled.removeIf([&](const OutboxEntry& e) { return e.id == entry.id; });
    if (entry.state == OutboxState::Refused) m_refused.append(entry);
    if (endedSeq > 0) m_kept.append({entry.seq, endedSeq});
    return {};
}

Status Outbox::forgetUpTo(qint64 durableSeq) {
    const auto isDurable = [&](const Kept& kept) { return kept.endedSeq <= durableSeq; };
    if (std::none_of(m_kept.cbegin(), m_kept.cend(), isDurable)) return {};
    // What was refused keeps its payload until a person has seen it.
    const Preamble forget{
        QStringLiteral("UPDATE outbox_entry SET ended_seq = 0, payload = CASE WHEN state = 2 THEN x'' ELSE "
                       "payload END WHERE ended_seq > 0 AND ended_seq <= ?"),
        {durableSeq}};
    SIMRS_TRY(write(
        "forget", [](WishTx&) { return Status(); }, forget));
    m_kept.removeIf(isDurable);
    return {};
}

Status Outbox::reopen() {
    if (isPlanted(PlantedBug::ResetDropsOutbox)) return dropAll();
    if (m_kept.isEmpty() || isPlanted(PlantedBug::ForgottenAtRestore)) return {};
    const Preamble again{
        QStringLiteral("UPDATE outbox_entry SET state = 1, result = x'', ended_seq = 0 WHERE ended_seq > 0"),
        {}};
    SIMRS_TRY(write(
        "reopen", [](WishTx&) { return Status(); }, again));
    return load();
}

/// The planted bug alone comes here.
Status Outbox::dropAll() {
    const Preamble all{QStringLiteral("DELETE FROM outbox_entry WHERE state < 2"), {}};
    SIMRS_TRY(write(
        "drop", [](WishTx&) { return Status(); }, all));
    return load();
}

Status Outbox::acknowledge(const CommandId& id) {
    SIMRS_TRY(write("acknowledge", [&](WishTx& tx) -> Status {
        tx.patch<OutboxEntry>(id, [](OutboxEntry& row) {
            if (row.state != OutboxState::Refused) return;
            row.state = OutboxState::Done;
            if (row.endedSeq == 0) row.payload.clear();
        });
        return {};
    }));
    m_refused.removeIf([&](const OutboxEntry& e) { return e.id == id; });
    return {};
}

Status Outbox::withdraw(const CommandId& id) {
    const Preamble remove{QStringLiteral("DELETE FROM outbox_entry WHERE id = ? AND state = 0"),
                          {id.uuid().toBytes()}};
    SIMRS_TRY(write(
        "withdraw",
        [&](WishTx& tx) -> Status {
            return tx.preambleRows == 1 ? Status() : Status(fail(ErrorCode::OutOfOrder, {id.toString()}));
        },
        remove));
    m_unsettled.removeIf([&](const OutboxEntry& e) { return e.id == id; });
    return {};
}

Status Outbox::addBlock(NumberKind kind, qint64 first, qint64 last) {
    if (first <= 0 || last < first)
        return fail(ErrorCode::MalformedFrame, {}, QStringLiteral("number block"));
    if (m_numbers.blockOf(kind, first)) return {};
    HeldBlock block;
    block.id = NumberBlockId(
        Uuid::named(QByteArray::number(static_cast<int>(kind)) + '/' + QByteArray::number(first)));
    block.kind = kind;
    block.first = block.next = first;
    block.last = last;
    SIMRS_TRY(write("add_block", [&](WishTx& tx) -> Status {
        tx.insert(block);
        return {};
    }));
    m_numbers.load(m_numbers.mark() << block);
    return {};
}

Result<std::optional<OutboxEntry>> Outbox::find(const CommandId& id) {
    if (const OutboxEntry* entry = unsettled(id)) return std::optional<OutboxEntry>(*entry);
    std::optional<OutboxEntry> found;
    const Status read = m_store.read([&](Reader& reader) -> Status {
        found = reader.get<OutboxEntry>(id);
        return {};
    });
    if (!read) return tl::unexpected<Error>(asStorage(read.error()));
    return found;
}

const OutboxEntry* Outbox::unsettled(const CommandId& id) const {
    const auto found = std::find_if(m_unsettled.cbegin(), m_unsettled.cend(),
                                    [&](const OutboxEntry& entry) { return entry.id == id; });
    return found == m_unsettled.cend() ? nullptr : &*found;
}

OutboxEntry* Outbox::editUnsettled(const CommandId& id) {
    const auto found = std::find_if(m_unsettled.begin(), m_unsettled.end(),
                                    [&](const OutboxEntry& entry) { return entry.id == id; });
    return found == m_unsettled.end() ? nullptr : &*found;
}

qint64 Outbox::settledSeq() const {
    for (const OutboxEntry& entry : m_unsettled) {
        if (entry.seq > 0) return entry.seq - 1;
    }
    return m_head.lastSeq;
}

Status Outbox::compare(qint64 serverLastSeq) const {
    const qint64 atLeast = m_kept.isEmpty() ? settledSeq() : std::min(settledSeq(), m_kept.first().seq - 1);
    if (atLeast <= serverLastSeq && serverLastSeq <= m_head.lastSeq) return {};
    return fail(ErrorCode::OutOfOrder, {QString::number(m_head.lastSeq), QString::number(serverLastSeq)});
}

}  // namespace simrs
