// SPDX-License-Identifier: GPL-3.0-or-later
// The queue's transactions. What stands in memory is changed only after the file has it.
#include "common/sync/outbox.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "common/access/device_registry.h"
#include "common/base/log.h"
#include "common/base/planted_bug.h"
#include "common/core/temporary_number.h"
#include "common/sync/outbox_rescue.h"

namespace simrs {
namespace {

constexpr int kEverything = 1'000'000;

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

EntityList tables() {
    return {&entityType<OutboxHead>(), &entityType<OutboxEntry>(), &entityType<HeldBlock>(),
            &entityType<HeldRange>(), &entityType<OutboxDamage>()};
}

/// A damaged file, as opposed to one that cannot be opened now.
Error damaged() { return {ErrorCode::StorageFailed, {QStringLiteral("damaged")}, {}}; }

}  // namespace

OutboxHeadId outboxHeadId() { return OutboxHeadId(Uuid::named("outbox_head")); }

Outbox::Outbox(QString path, const Clock& clock, Random& random, CommitWatch* watch)
    : m_path(std::move(path)), m_clock(clock), m_random(random), m_watch(watch) {}

Status Outbox::open() {
    if (m_watch && m_watch->hasFiles()) return openStore();
    SIMRS_TRY(finishOutboxSwap(m_path));
    SIMRS_TRY(makeFile(m_path));
    // Before the engine touches the file: it would throw a log away that it cannot read.
    SIMRS_ASSIGN(const SqliteFiles before, readSqliteFiles(m_path));
    Status opened = hidesCommits(before.wal) ? Status(tl::unexpected<Error>(damaged())) : openFile();
    if (opened || opened.error() != damaged()) return opened;
    return makeAnew(before);
}

Status Outbox::openFile() {
    const auto state = checkSqliteFile(m_path);
    if (!state) return tl::unexpected<Error>(asStorage(state.error()));
    if (*state == SqliteState::Damaged) return tl::unexpected<Error>(damaged());
    return openStore();
}

Status Outbox::openStore() {
    m_store = std::make_unique<Store>(fileConfig(m_path), StoreForm::Server,
                                      Store::Services{m_clock, m_random, nullptr, true, m_watch});
    if (const Status made = m_store->migrate(tables()); !made)
        return tl::unexpected<Error>(asStorage(made.error()));
    SIMRS_TRY(load());
    if (!m_head.id.isNull() && !m_head.sealed) return sealAll();
    const auto intact = [](const OutboxEntry& entry) { return isIntact(entry); };
    const bool whole = std::all_of(m_unsettled.cbegin(), m_unsettled.cend(), intact) &&
                       std::all_of(m_refused.cbegin(), m_refused.cend(), intact);
    return whole ? Status() : Status(tl::unexpected<Error>(damaged()));
}

/// Of a file that an earlier version has written.
Status Outbox::sealAll() {
    const QList<OutboxEntry> open = m_unsettled + m_refused;
    SIMRS_TRY(write("seal", [&](WishTx& tx) -> Status {
        for (const OutboxEntry& entry : open)
            tx.patch<OutboxEntry>(entry.id, [&](OutboxEntry& row) { row.seal = sealOf(entry); });
        tx.patch<OutboxHead>(outboxHeadId(), [](OutboxHead& row) { row.sealed = true; });
        return {};
    }));
    return load();
}

/// The new file is whole before the old one goes; the old one is kept whole before it goes.
Status Outbox::makeAnew(const SqliteFiles& files) {
    m_store.reset();
    const RescuedOutbox rescued = rescueOutbox(files);
    OutboxDamage note;
    note.id = OutboxDamageId(Uuid::make(m_clock, m_random));
    note.at = m_clock.now();
    note.rescued = rescued.unsettled;
    note.lost = rescued.lost;
    SIMRS_ASSIGN(note.copy, keepDamaged(m_path, files, note.at));
    const QString fresh = freshOutbox(m_path);
    SIMRS_TRY(removeSqliteFile(fresh));
    SIMRS_TRY(makeFile(fresh));
    m_store = std::make_unique<Store>(fileConfig(fresh), StoreForm::Server,
                                      Store::Services{m_clock, m_random, nullptr, true, m_watch});
    if (const Status made = m_store->migrate(tables()); !made)
        return tl::unexpected<Error>(asStorage(made.error()));
    constexpr qint64 kCounted = 1000;
    const qint64 temporaryBase = kCounted * (1 + static_cast<qint64>(m_random.below(999'999)));
    SIMRS_TRY(write("make_anew", [&](WishTx& tx) -> Status {
        OutboxHead head = rescued.head;
        head.id = outboxHeadId();
        // Its count may have been read from an old picture: it goes on where it has never been.
        head.lastTemporary = temporaryBase;
        head.ticketsAdrift = true;
        tx.insert(head);
        for (const OutboxEntry& entry : rescued.entries) tx.insert(entry);
        for (const HeldBlock& block : rescued.blocks) tx.insert(block);
        tx.insert(note);
        return {};
    }));
    m_store.reset();
    SIMRS_TRY(removeSqliteFile(m_path));
    SIMRS_TRY(finishOutboxSwap(m_path));
    log(LogLevel::Error, "outbox", QStringLiteral("the file was damaged and made anew"),
        {{"rescued", QString::number(note.rescued)}, {"lost", QString::number(note.lost)}});
    return openFile();
}

std::optional<Error> Outbox::damage() const {
    if (m_damages.isEmpty()) return std::nullopt;
    const OutboxDamage& last = m_damages.last();
    return Error{
        ErrorCode::StorageFailed,
        {QStringLiteral("damaged"), last.copy, QString::number(last.rescued), QString::number(last.lost)},
        {}};
}

Status Outbox::acknowledgeDamage() {
    SIMRS_TRY(write("acknowledge", [&](WishTx& tx) -> Status {
        for (const OutboxDamage& one : std::as_const(m_damages))
            tx.patch<OutboxDamage>(one.id, [](OutboxDamage& row) { row.seen = true; });
        return {};
    }));
    m_damages.clear();
    return {};
}

Status Outbox::load() {
    QList<HeldBlock> blocks;
    QList<HeldRange> ranges;
    const Status read = m_store->read([&](Reader& reader) -> Status {
        m_head = reader.get<OutboxHead>(outboxHeadId()).value_or(OutboxHead());
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
        ranges = reader.list(Where<HeldRange>().limit(kEverything)).value_or(QList<HeldRange>());
        m_damages =
            reader
                .list(Where<OutboxDamage>().eq<&OutboxDamage::seen>(false).orderBy<&OutboxDamage::at>().limit(
                    kEverything))
                .value_or(QList<OutboxDamage>());
        return {};
    });
    if (!read) return tl::unexpected<Error>(asStorage(read.error()));
    m_numbers.load(blocks);
    m_tickets.load(ranges);
    m_tickets.setAdrift(m_head.ticketsAdrift);
    m_lastTemporary = m_head.lastTemporary;
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
    m_store->writeOne({context(what), std::move(preamble), work, [&](const Result<CommitReport>& done) {
                           if (!done) outcome = tl::unexpected<Error>(asStorage(done.error()));
                       }});
    return outcome;
}

Status Outbox::bind(const DeviceId& device) {
    OutboxHead head = m_head;
    head.id = outboxHeadId();
    head.device = device;
    head.sealed = true;
    SIMRS_TRY(write("bind", [&](WishTx& tx) -> Status {
        if (m_head.id.isNull()) {
            tx.insert(head);
        } else {
            tx.patch<OutboxHead>(head.id, [&](OutboxHead& row) { row = head; });
        }
        return {};
    }));
    m_head = head;
    return {};
}

Status Outbox::useBlock(WishTx& tx, const NumberUse& use) const {
    const HeldBlock* held = m_numbers.blockOf(use.kind, use.value);
    const auto kept = held ? tx.get<HeldBlock>(held->id) : std::nullopt;
    if (!kept || use.value < kept->next)
        return fail(ErrorCode::NumberNotGranted, {QString::number(use.value)});
    if (isPlanted(PlantedBug::NumberTwice)) return {};
    tx.patch<HeldBlock>(kept->id, [&](HeldBlock& block) { block.next = use.value + 1; });
    return {};
}

Status Outbox::useRange(WishTx& tx, const NumberUse& use) const {
    const HeldRange* held = m_tickets.rangeOf(use.day, use.of, use.value);
    const auto kept = held ? tx.get<HeldRange>(held->id) : std::nullopt;
    if (!kept || use.value < kept->next)
        return fail(ErrorCode::NumberNotGranted, {QString::number(use.value)});
    if (isPlanted(PlantedBug::NumberTwice)) return {};
    tx.patch<HeldRange>(kept->id, [&](HeldRange& range) { range.next = use.value + 1; });
    return {};
}

/// Checked against the file, not against memory: there the numbers are taken already.
Status Outbox::useNumbers(WishTx& tx, const QList<NumberUse>& numbers, OutboxHead& head) const {
    for (const NumberUse& use : numbers) {
        if (use.isAgain) continue;
        if (use.kind == NumberKind::Ticket) {
            SIMRS_TRY(useRange(tx, use));
        } else if (use.kind == NumberKind::Temporary) {
            if (use.value <= head.lastTemporary || use.of != shortName(head.device))
                return fail(ErrorCode::NumberNotGranted, {QString::number(use.value)});
            head.lastTemporary = use.value;
        } else {
            SIMRS_TRY(useBlock(tx, use));
        }
    }
    return {};
}

void Outbox::giveSeq(OutboxHead& head, OutboxEntry& entry) {
    entry.seq = ++head.lastSeq;
    entry.after = std::exchange(head.last, entry.id);
    entry.state = OutboxState::Sent;
}

QString Outbox::takeTemporary() { return temporaryText({shortName(m_head.device), ++m_lastTemporary}); }

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
    if (sendNow && !behindOthers && !head.adrift) giveSeq(head, entry);
    entry.seal = sealOf(entry);
    OutboxHead kept;
    SIMRS_TRY(write("append", [&](WishTx& tx) -> Status {
        kept = head;
        if (Status used = useNumbers(tx, numbers, kept); !used) return used;
        tx.patch<OutboxHead>(outboxHeadId(), [&](OutboxHead& row) { row = kept; });
        tx.insert(entry);
        return {};
    }));
    m_head = kept;
    m_unsettled.append(entry);
    return entry;
}

Status Outbox::claim(int most) {
    if (m_head.adrift) return {};
    OutboxHead head = m_head;
    QList<OutboxEntry> claimed;
    for (const OutboxEntry& entry : std::as_const(m_unsettled)) {
        if (entry.state != OutboxState::Waiting || claimed.size() >= most) continue;
        claimed.append(entry);
        giveSeq(head, claimed.last());
    }
    if (claimed.isEmpty()) return {};
    SIMRS_TRY(write("claim", [&](WishTx& tx) -> Status {
        tx.patch<OutboxHead>(outboxHeadId(), [&](OutboxHead& row) { row = head; });
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
    // Of a file made anew: it was sent before, under the number that the server remembers.
    if (entry.seq == 0) entry.seq = result.seq;
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
    const bool drops = isPlanted(PlantedBug::ResetDropsOutbox);
    if (!drops && (m_kept.isEmpty() || isPlanted(PlantedBug::ForgottenAtRestore))) return {};
    const QString again =
        QStringLiteral("UPDATE outbox_entry SET state = 1, result = x'', ended_seq = 0 WHERE ended_seq > 0");
    const QString none = QStringLiteral("DELETE FROM outbox_entry WHERE state < 2");
    SIMRS_TRY(write("reopen", [](WishTx&) { return Status(); }, {drops ? none : again, {}}));
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

Status Outbox::addRange(QDate day, const QString& letter, qint64 first, qint64 last) {
    if (!day.isValid() || first <= 0 || last < first)
        return fail(ErrorCode::MalformedFrame, {}, QStringLiteral("ticket range"));
    if (m_tickets.rangeOf(day, letter, first)) return {};
    const QString name = QStringLiteral("%1/%2/%3").arg(day.toString(Qt::ISODate), letter).arg(first);
    const HeldRange range{TicketRangeId(Uuid::named(name.toUtf8())), day, letter, first, last, first};
    const QDate oldest = day.addDays(-kRangeDaysKept);
    const Preamble forget{QStringLiteral("DELETE FROM held_range WHERE service_date < ?"),
                          {oldest.toString(Qt::ISODate)}};
    SIMRS_TRY(write(
        "add_range",
        [&](WishTx& tx) -> Status {
            tx.insert(range);
            return {};
        },
        forget));
    QList<HeldRange> ranges = m_tickets.m_ranges;
    ranges.removeIf([&](const HeldRange& held) { return held.serviceDate < oldest; });
    m_tickets.load(ranges << range);
    return {};
}

Result<std::optional<OutboxEntry>> Outbox::find(const CommandId& id) {
    if (const OutboxEntry* entry = unsettled(id)) return std::optional<OutboxEntry>(*entry);
    std::optional<OutboxEntry> found;
    const Status read = m_store->read([&](Reader& reader) -> Status {
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

qint64 Outbox::settledForGood() const {
    return m_kept.isEmpty() ? settledSeq() : std::min(settledSeq(), m_kept.first().seq - 1);
}

Status Outbox::compare(qint64 serverLastSeq) {
    if (m_head.adrift) {
        // Everything waits anew: what the server has done already it answers from its log, by the ids.
        OutboxHead head = m_head;
        head.lastSeq = std::max<qint64>(serverLastSeq, 0);
        head.last = {};
        head.adrift = false;
        SIMRS_TRY(write("find_seq", [&](WishTx& tx) -> Status {
            tx.patch<OutboxHead>(outboxHeadId(), [&](OutboxHead& row) { row = head; });
            return {};
        }));
        m_head = head;
    }
    if (serverLastSeq == kAnySeq) return {};
    if (settledForGood() <= serverLastSeq && serverLastSeq <= m_head.lastSeq) return {};
    return fail(ErrorCode::OutOfOrder, {QString::number(m_head.lastSeq), QString::number(serverLastSeq)});
}

}  // namespace simrs
