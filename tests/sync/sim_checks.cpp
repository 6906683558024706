// SPDX-License-Identifier: GPL-3.0-or-later
// The checkers.
#include "tests/sync/sim_checks.h"

#include "common/core/case_item.h"
#include "common/core/command_record.h"
#include "common/hospital/hospital.h"
#include "common/store/key_rows.h"

namespace simrs::sim {
namespace {

/// Rows by kind and id: version and fields.
using Picture = std::map<std::pair<std::uint32_t, Uuid>, QByteArray>;

QByteArray bytesOf(qint64 version, const QByteArray& fields) {
    return QByteArray::number(version) + ' ' + fields;
}

QByteArray bytesOf(const AnyRow& row) {
    WireWriter out;
    encodeFields(row.type().fields, row.object(), out);
    return bytesOf(row.version, out.take());
}

QString nameOf(const std::pair<std::uint32_t, Uuid>& key) {
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
    for (const EntityType* type : hospitalEntities())
        tx.eachRow(*type, [&](const AnyRow& row) {
            held[{type->info->kind, idOf(*type, row.object())}] = bytesOf(row);
        });
    return held;
}

/// The feed folded up to a position: what a device that stands there must hold.
Result<Picture> folded(SimServer& server, const FollowFeed& at) {
    SIMRS_ASSIGN(const FeedSlice slice, server.store().feedSlice(0, at.keys, 10'000'000));
    std::map<std::pair<std::uint32_t, Uuid>, std::pair<qint64, QByteArray>> newest;
    std::map<std::pair<std::uint32_t, Uuid>, QSet<QString>> keys;
    for (const NumberedRow& row : slice.rows) {
        if (row.seq > at.seq || row.kind == kResultKind) continue;
        const std::pair key(row.kind, row.id);
        if (row.op == RowOp::Remove) {
            keys[key].remove(row.scope);
            continue;
        }
        keys[key].insert(row.scope);
        auto& kept = newest[key];
        if (kept.first <= row.version) kept = {row.version, row.payload};
    }
    Picture out;
    for (const auto& [key, row] : newest)
        if (!keys[key].isEmpty()) out[key] = bytesOf(row.first, row.second);
    return out;
}

}  // namespace

QStringList checkCache(SimServer& server, SimDevice& device) {
    QStringList out;
    if (!device.isOn()) return out;
    device.files().pause(true);
    const auto position = device.replica()->position();
    if (position && !position->unsettled && !position->epoch.isNull()) {
        const Result<Picture> expected = folded(server, *position);
        Picture before;
        Picture undone;
        const Status seen = device.cache()->onCache(device.replica()->entities(), [&](CacheTx& tx) -> Status {
            before = heldRows(tx);
            tx.undo();
            undone = heldRows(tx);
            device.replica()->redoIn(tx, device.outbox()->unsettled());
            out += compare("undo and redo", before, heldRows(tx));
            return fail(ErrorCode::Internal);  // Rolled back.
        });
        Q_UNUSED(seen)
        if (expected) out += compare("cache against feed", *expected, undone);
    }
    device.files().pause(false);
    return out;
}

QStringList checkShown(SimServer& server, SimDevice& device, Shown& shown) {
    QStringList out;
    device.files().pause(true);
    QHash<TicketId, qint64> numbers;
    const auto position = device.replica()->position();
    const Status seen = device.cache()->onCache(device.replica()->entities(), [&](CacheTx& tx) -> Status {
        numbers.clear();
        for (const Ticket& ticket : tx.all<Ticket>()) numbers.insert(ticket.id, ticket.number.value_or(-1));
        return {};
    });
    if (position && seen) {
        if (position->epoch == shown.position.epoch && position->seq < shown.position.seq)
            out.append(QStringLiteral("the position goes back"));
        if (server.isInsideTransaction(position->seq))
            out.append(QStringLiteral("the position lies in a transaction"));
        for (const CommandId& id : device.saved()) {
            const auto entry = device.outbox()->find(id);
            if (entry && *entry && (*entry)->state >= OutboxState::Done &&
                server.seqOfResult(id) > position->seq)
                out.append(
                    QStringLiteral("command %1 has ended before its rows are here").arg(id.toString()));
        }
        for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
            if (it.value() < 0 && shown.numbers.value(it.key(), -1) >= 0)
                out.append(QStringLiteral("a queue number that was shown has gone"));
        shown = {*position, numbers};
    }
    device.files().pause(false);
    return out;
}

QStringList checkConverged(SimServer& server, SimDevice& device) {
    QStringList out;
    Picture expected;
    for (const QString& key : server.keys(device.id()))
        server.eachRowOfKey(key, [&](const AnyRow& row) {
            expected[{row.type().info->kind, idOf(row.type(), row.object())}] = bytesOf(row);
        });
    const Status seen = device.cache()->onCache(device.replica()->entities(), [&](CacheTx& tx) -> Status {
        out = compare("converged", expected, heldRows(tx));
        return {};
    });
    if (!seen) out.append(QStringLiteral("the cache cannot be read"));
    return out;
}

QStringList checkServer(SimServer& server, const std::vector<std::unique_ptr<SimDevice>>& devices) {
    QStringList out;
    QList<CommandRecord> records;
    QList<Ticket> tickets;
    QList<Patient> patients;
    QList<Visit> visits;
    const Status read = server.store().read([&](Reader& reader) -> Status {
        constexpr int kAll = 1'000'000;
        records = *reader.list(Where<CommandRecord>().orderBy<&CommandRecord::seq>().limit(kAll));
        tickets = *reader.list(Where<Ticket>().limit(kAll));
        patients = *reader.list(Where<Patient>().limit(kAll));
        visits = *reader.list(Where<Visit>().limit(kAll));
        return {};
    });
    if (!read) return {QStringLiteral("the server cannot be read")};
    QHash<CommandId, int> times;
    QHash<DeviceId, qint64> last;
    for (const CommandRecord& record : records) {
        ++times[record.id];
        qint64& before = last[record.deviceId];
        if (record.seq != before + 1)
            out.append(QStringLiteral("device order: %1 after %2").arg(record.seq).arg(before));
        before = record.seq;
        const RequestEntry* request = hospitalRequests().find(record.type);
        if (record.assured && record.error != 0 && request->info.kind == RequestKind::Fact)
            out.append(
                QStringLiteral("an assured fact was refused: %1").arg(QLatin1String(request->info.name)));
    }
    for (const auto& device : devices) {
        for (const CommandId& id : device->saved()) {
            if (times.value(id) != 1)
                out.append(QStringLiteral("saved command %1 is on the server %2 times")
                               .arg(id.toString())
                               .arg(times.value(id)));
            const auto kept =
                device->isOn() ? device->outbox()->find(id) : Result<std::optional<OutboxEntry>>();
            const bool ended = kept && *kept && (*kept)->state >= OutboxState::Done;
            if (!ended)
                out.append(QStringLiteral("saved command %1 has no result on its device").arg(id.toString()));
        }
        if (device->isOn() && !device->outbox()->unsettled().isEmpty())
            out.append(QStringLiteral("stuck: %1 commands; %2")
                           .arg(device->outbox()->unsettled().size())
                           .arg(server.describe(*device)));
    }
    QSet<QString> numbers;
    for (const Ticket& ticket : tickets) {
        const QString text = ticket.serviceDate.toString(Qt::ISODate) + ticket.letter +
                             QString::number(ticket.number.value_or(-1));
        if (numbers.contains(text)) out.append(QStringLiteral("queue number twice: ") + text);
        numbers.insert(text);
    }
    out += server.checkFeed();
    return out;
}

}  // namespace simrs::sim
