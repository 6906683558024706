// SPDX-License-Identifier: GPL-3.0-or-later
// The checkers.
#include "tests/sync/sim_checks.h"

#include <algorithm>

#include "common/hospital/hospital.h"
#include "common/inventory/stock_balance.h"

namespace simrs::sim {
namespace {

/// Below it the feed has rows that are no entities: results, news of a device.
constexpr std::uint32_t kFirstEntityKind = 10;

using RowKey = std::pair<std::uint32_t, Uuid>;
/// Rows by kind and id: version and fields.
using Picture = std::map<RowKey, QByteArray>;

QByteArray bytesOf(qint64 version, const QByteArray& fields) {
    return QByteArray::number(version) + ' ' + fields;
}

QByteArray bytesOf(const AnyRow& row) {
    WireWriter out;
    encodeFields(row.type().fields, row.object(), out);
    return bytesOf(row.version, out.take());
}

QString nameOf(const RowKey& key) {
    return QStringLiteral("row %1/%2").arg(key.first).arg(key.second.toString());
}

QStringList compare(const char* what, const Picture& expected, const Picture& held) {
    QStringList out;
    for (const auto& [key, bytes] : expected) {
        const auto found = held.find(key);
        if (found == held.end())
            out.append(QStringLiteral("%1: %2 is missing").arg(QLatin1String(what), nameOf(key)));
        else if (found->second != bytes)
            out.append(QStringLiteral("%1: %2 differs").arg(QLatin1String(what), nameOf(key)));
    }
    for (const auto& [key, bytes] : held)
        if (!expected.contains(key))
            out.append(QStringLiteral("%1: %2 is too many").arg(QLatin1String(what), nameOf(key)));
    return out;
}

Picture heldRows(CacheTx& tx) {
    Picture held;
    for (const EntityType* type : hospitalEntities()) {
        if (type->info->scope.form == ScopeRule::Form::ServerOnly) continue;
        tx.eachRow(*type, [&](const AnyRow& row) {
            held[{type->info->kind, idOf(*type, row.object())}] = bytesOf(row);
        });
    }
    return held;
}

/// The feed folded up to a position: what a device that stands there must hold.
Picture folded(const SimServer& server, const FollowFeed& at) {
    struct Kept {
        const NumberedRow* newest = nullptr;
        QStringList keys;
    };
    std::map<RowKey, Kept> rows;
    for (const NumberedRow& row : server.told()) {
        if (row.seq > at.seq) break;
        if (row.kind < kFirstEntityKind || !at.keys.contains(row.scope)) continue;
        Kept& kept = rows[{row.kind, row.id}];
        if (row.op == RowOp::Remove) {
            kept.keys.removeAll(row.scope);
            continue;
        }
        if (!kept.keys.contains(row.scope)) kept.keys.append(row.scope);
        if (!kept.newest || kept.newest->version <= row.version) kept.newest = &row;
    }
    Picture out;
    for (const auto& [key, kept] : rows)
        if (!kept.keys.isEmpty()) out[key] = bytesOf(kept.newest->version, kept.newest->payload);
    return out;
}

/// Where nothing provisional is to be shown, or what is shown was made over its own outcome. What has ended
/// in the cache, and not yet in an outbox that was full, is not run any more; others may have changed its
/// rows.
QStringList checkOwnRows(const QList<OutboxEntry>& pending, const QSet<CommandId>& ended,
                         const Picture& before, const Picture& undone) {
    std::map<std::uint32_t, QSet<Uuid>> changed;
    for (const auto& [key, bytes] : undone)
        if (const auto shown = before.find(key); shown != before.end() && shown->second != bytes)
            changed[key.first].insert(key.second);
    QStringList out;
    for (const OutboxEntry& entry : pending) {
        if (ended.contains(entry.id)) continue;
        for (const auto& [kind, rows] : changed)
            if (rows.contains(Uuid::derive(entry.id.uuid(), kind, 0)))
                out.append(QStringLiteral("a command has run on top of its own outcome"));
    }
    return out;
}

QStringList checkRedo(SimDevice& device, CacheTx& tx) {
    QStringList out;
    const QList<OutboxEntry>& pending = device.outbox()->unsettled();
    for (const CommandId& failed : device.replica()->redoIn(tx, pending)) {
        const OutboxEntry* entry = device.outbox()->unsettled(failed);
        const RequestEntry* request = entry ? hospitalRequests().find(entry->type) : nullptr;
        if (request && request->info.kind == RequestKind::Fact)
            out.append(QStringLiteral("a fact cannot be redone: ") + QLatin1String(request->info.name));
    }
    return out;
}

}  // namespace

QStringList checkCache(SimDevice& device) {
    QStringList out;
    if (!device.isOn()) return out;
    device.files().pause(true);
    const auto position = device.replica()->position();
    if (position && position->epoch == device.server().epoch()) {
        Picture undone;
        const Status seen = device.cache()->onCache(device.replica()->entities(), [&](CacheTx& tx) -> Status {
            const Picture before = heldRows(tx);
            tx.undo();
            undone = heldRows(tx);
            QSet<CommandId> ended;
            for (const EndedCommand& one : tx.all<EndedCommand>()) ended.insert(one.id);
            out = checkOwnRows(device.outbox()->unsettled(), ended, before, undone);
            out += checkRedo(device, tx);
            // What a full disk kept from being shown is shown by the next redo.
            if (!device.files().wasFull()) out += compare("undo and redo", before, heldRows(tx));
            return fail(ErrorCode::Internal);  // Rolled back.
        });
        Q_UNUSED(seen)
        if (!position->unsettled)
            out += compare("cache against feed", folded(device.server(), *position), undone);
    }
    device.files().pause(false);
    return out;
}

QStringList checkConverged(SimDevice& device) {
    QStringList out;
    Picture expected;
    for (const QString& key : device.server().keys(device.id()))
        device.server().eachRowOfKey(key, [&](const AnyRow& row) {
            expected[{row.type().info->kind, idOf(row.type(), row.object())}] = bytesOf(row);
        });
    const Status seen = device.cache()->onCache(device.replica()->entities(), [&](CacheTx& tx) -> Status {
        out = compare("converged", expected, heldRows(tx));
        return {};
    });
    if (!seen) out.append(QStringLiteral("the cache cannot be read"));
    return out;
}

namespace {

/// Every command the server has, in the order it was carried out.
QStringList checkOrder(SimServer& server, QHash<CommandId, int>& times) {
    QStringList out;
    QHash<QByteArray, qint64> last;
    server.database().query(
        QStringLiteral("SELECT id, device_id, seq, type, assured, error FROM command ORDER BY rowid"), {},
        [&](const Row& row) {
            ++times[CommandId(Uuid::fromBytes(row.value(0).toByteArray()))];
            qint64& before = last[row.value(1).toByteArray()];
            const qint64 seq = row.value(2).toLongLong();
            if (seq != before + 1)
                out.append(QStringLiteral("device order: %1 after %2").arg(seq).arg(before));
            before = seq;
            const RequestEntry* request = hospitalRequests().find(row.value(3).toLongLong());
            if (row.value(4).toBool() && row.value(5).toLongLong() != 0 &&
                request->info.kind == RequestKind::Fact)
                out.append(QStringLiteral("an assured fact was refused: %1, %2")
                               .arg(QLatin1String(request->info.name), row.value(5).toString()));
        });
    return out;
}

/// Numbers without a gap, each once, whole transactions side by side, versions that grow.
QStringList checkFeed(SimServer& server) {
    QStringList out;
    qint64 expected = 1;
    QByteArray lastTx;
    QSet<QByteArray> closed;
    std::map<std::pair<int, QByteArray>, qint64> versions;
    server.database().query(
        QStringLiteral("SELECT seq, tx, entity, id, version FROM feed ORDER BY seq"), {},
        [&](const Row& row) {
            if (row.value(0).toLongLong() != expected++) out.append(QStringLiteral("the feed has a gap"));
            const QByteArray tx = row.value(1).toByteArray();
            if (tx != lastTx && closed.contains(tx)) out.append(QStringLiteral("a transaction is split"));
            closed.insert(tx);
            lastTx = tx;
            qint64& version = versions[{row.value(2).toInt(), row.value(3).toByteArray()}];
            if (row.value(4).toLongLong() < version) out.append(QStringLiteral("versions go back"));
            version = row.value(4).toLongLong();
        });
    return out;
}

QStringList checkNumbers(SimServer& server) {
    QStringList out;
    struct Numbered {
        const char* what;
        const char* name;
    };
    const Numbered numbered[] = {
        {"service_date || letter || number FROM ticket WHERE number IS NOT NULL", "queue number"},
        {"mrn FROM patient", "medical record"},
        {"registration_number FROM visit", "registration"}};
    for (const Numbered& one : numbered) {
        QSet<QString> known;
        server.database().query(QStringLiteral("SELECT ") + QLatin1String(one.what), {}, [&](const Row& row) {
            const QString number = row.value(0).toString();
            if (known.contains(number))
                out.append(QStringLiteral("%1 twice: %2").arg(QLatin1String(one.name), number));
            known.insert(number);
        });
    }
    return out;
}

/// An edit changes a field only where it stands as its author saw it: what the audit says was there before is
/// what the command says.
QStringList checkEdits(SimServer& server) {
    QStringList out;
    server.database().query(
        QStringLiteral("SELECT c.payload, a.changes FROM command c JOIN audit a ON a.command = c.id "
                       "WHERE c.type = ? AND c.error = 0"),
        {EditPatient::info.type}, [&](const Row& row) {
            const auto edit = decode<EditPatient>(row.value(0).toByteArray());
            const auto audit = decode<AuditChanges>(row.value(1).toByteArray());
            if (!edit || !audit) return out.append(QStringLiteral("an audit row cannot be read"));
            for (const AuditChange& change : audit->list) {
                if (change.row != edit->id.uuid()) continue;
                for (const FieldChange& made : change.changes)
                    for (const FieldChange& asked : edit->changes)
                        if (made.tag == asked.tag && made.base != asked.base)
                            out.append(QStringLiteral("an edit changed what its author had not seen"));
            }
        });
    return out;
}

}  // namespace

QStringList checkServer(SimServer& server, const std::vector<std::unique_ptr<SimDevice>>& devices) {
    QHash<CommandId, int> times;
    QStringList out = checkOrder(server, times);
    for (const auto& device : devices) {
        if (!device->isOn()) continue;
        qsizetype later = device->saved().size();
        for (const CommandId& id : device->saved()) {
            const auto kept = device->outbox()->find(id);
            // Of those that ended long ago the outbox keeps nothing; a power cut also leaves commands in it
            // whose author was told nothing, and which count as well.
            --later;
            const bool told = device->results().contains(id) || later >= kEndedKept / 2;
            const bool forgotten = kept && !*kept && told;
            const bool ended = forgotten || (kept && *kept && (*kept)->state >= OutboxState::Done);
            // Of two machines with one outbox one is not heard; what it holds is not lost.
            const bool held = device->isCloned() && device->outbox()->unsettled(id);
            if (times.value(id) != 1 && !held)
                out.append(QStringLiteral("saved command %1 is on the server %2 times")
                               .arg(id.toString())
                               .arg(times.value(id)));
            if (!ended && !held)
                out.append(QStringLiteral("saved command %1 has no result on its device").arg(id.toString()));
        }
        if (!device->isCloned() && !device->outbox()->unsettled().isEmpty())
            out.append(QStringLiteral("stuck: %1 commands from seq %2")
                           .arg(device->outbox()->unsettled().size())
                           .arg(device->outbox()->unsettled().first().seq));
    }
    return out + checkNumbers(server) + checkFeed(server) + checkEdits(server);
}

QStringList checkStock(SimServer& server, bool intact) {
    QStringList out;
    const Status read = server.store().read([&](Reader& reader) -> Status {
        out = stockFaults(readStockBooks(reader).value_or(StockBooks()));
        return {};
    });
    if (!read) out.append(QStringLiteral("the books cannot be read"));
    if (!intact) return out;
    server.database().query(
        QStringLiteral("SELECT m.quantity FROM movement m JOIN command c ON c.id = m.cause WHERE c.type = ? "
                       "AND m.right_id IS NULL"),
        {Dispense::info.type}, [&](const Row& row) {
            out.append(QStringLiteral("handed out without a right: ") + row.value(0).toString());
        });
    return out;
}

QStringList checkClones(SimServer& server, SimDevice& original, SimDevice& clone, qsizetype common) {
    const auto isThere = [&](const CommandId& id) {
        bool there = false;
        server.database().query(QStringLiteral("SELECT 1 FROM command WHERE id = ?"), {id.uuid().toBytes()},
                                [&](const Row&) { there = true; });
        return there;
    };
    const QList<CommandId> own = original.saved().mid(common);
    const bool mixed = std::any_of(own.cbegin(), own.cend(), isThere) &&
                       std::any_of(clone.saved().cbegin(), clone.saved().cend(), isThere);
    return mixed ? QStringList{QStringLiteral("the commands of two machines are mixed")} : QStringList();
}

}  // namespace simrs::sim
