// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen, compared with what was seen before.
#include "tests/sync/sim_witness.h"

#include <algorithm>

#include "common/registration/requests.h"

namespace simrs::sim {
namespace {

/// A transaction's rows have numbers side by side.
bool isInsideTransaction(const std::vector<NumberedRow>& told, qint64 seq) {
    const auto after = static_cast<std::size_t>(seq);
    return seq > 0 && after < told.size() && told[after - 1].tx == told[after].tx;
}

/// The row that a command makes, where it makes one.
QByteArray madeBy(const OutboxEntry& entry) {
    const std::uint32_t kind = entry.type == RegisterPatient::info.type ? entityInfo<Patient>.kind
                               : entry.type == RegisterVisit::info.type ? entityInfo<Visit>.kind
                                                                        : 0;
    return kind == 0 ? QByteArray() : Uuid::derive(entry.id.uuid(), kind, 0).toBytes();
}

/// `anew`: the first look since the server counts anew. What had ended before then says nothing of this feed.
QStringList lookAtEnded(SimDevice& device, qint64 seq, bool anew, QSet<CommandId>& known) {
    QStringList out;
    for (const CommandId& id : device.saved()) {
        if (known.contains(id) || device.outbox()->unsettled(id)) continue;
        const auto entry = device.outbox()->find(id);
        if (!entry || !*entry || (*entry)->state < OutboxState::Done) continue;
        known.insert(id);
        if (anew) continue;
        if (const qint64 result = device.server().seqOfResult(id); result == 0 || result > seq)
            out.append(QStringLiteral("command %1 has ended before its rows are here").arg(id.toString()));
    }
    return out;
}

/// The commands whose results stand in the cache until the outbox has them.
QSet<QByteArray> endedInCache(Database& cache) {
    QSet<QByteArray> ended;
    cache.query(QStringLiteral("SELECT id FROM ended_command"), {},
                [&](const Row& row) { ended.insert(row.value(0).toByteArray()); });
    return ended;
}

/// What counts as ended is known to the server of this epoch.
QStringList lookAtResults(SimDevice& device, const QSet<QByteArray>& ended) {
    const auto isUnknown = [&](const QByteArray& id) {
        bool known = false;
        device.server().database().query(QStringLiteral("SELECT 1 FROM command WHERE id = ?"), {id},
                                         [&](const Row&) { known = true; });
        return !known;
    };
    return std::any_of(ended.cbegin(), ended.cend(), isUnknown)
               ? QStringList{QStringLiteral("a command counts as ended that the server does not know")}
               : QStringList();
}

/// What a person has been told is saved and the server has not settled yet must be on his screen.
QStringList lookForOwnWork(SimDevice& device, const QSet<QByteArray>& ended,
                           const QHash<QByteArray, qint64>& shown) {
    QStringList out;
    for (const OutboxEntry& entry : device.outbox()->unsettled()) {
        const QByteArray made = madeBy(entry);
        if (!made.isEmpty() && !ended.contains(entry.id.uuid().toBytes()) && !shown.contains(made))
            out.append(QStringLiteral("saved work cannot be seen"));
    }
    return out;
}

/// Rows that were ever written in a file. As many as before: nothing on the screen has changed.
qint64 writtenIn(Database& file) {
    qint64 rows = 0;
    file.query(QStringLiteral("SELECT total_changes()"), {},
               [&](const Row& row) { rows = row.value(0).toLongLong(); });
    return rows;
}

}  // namespace

QStringList Witness::look(SimDevice& device) {
    QStringList out;
    Database* cache = device.files().file(QStringLiteral("cache.db"));
    if (!cache || !device.outbox()) return out;
    Seen& seen = m_seen[&device];
    const Written written{cache, writtenIn(*cache)};
    const Screen now = written == seen.written ? seen.screen : read(device, seen.screen, out);
    // One that has not heard of the server's new epoch yet shows what the old server said.
    if (now.epoch.isNull() || now.epoch != device.server().epoch()) return out;
    if (now.epoch == seen.screen.epoch && now.seq < seen.screen.seq)
        out.append(QStringLiteral("the position goes back"));
    if (isInsideTransaction(device.server().told(), now.seq))
        out.append(QStringLiteral("the position lies in a transaction"));
    device.files().pause(true);
    out += lookAtEnded(device, now.seq, now.epoch != seen.screen.epoch, seen.ended);
    device.files().pause(false);
    const QSet<QByteArray> ended = endedInCache(*cache);
    out += lookAtResults(device, ended);
    // A cache that cannot be written cannot show it.
    if (now.settled && !device.files().wasFull()) out += lookForOwnWork(device, ended, now.versions);
    seen.screen = now;
    seen.written = written;
    return out;
}

Witness::Screen Witness::read(SimDevice& device, const Screen& before, QStringList& out) {
    Database& cache = *device.files().file(QStringLiteral("cache.db"));
    Screen now;
    cache.query(QStringLiteral("SELECT epoch, seq, settled FROM feed_position"), {}, [&](const Row& row) {
        now.epoch = Uuid::fromBytes(row.value(0).toByteArray());
        now.seq = row.value(1).toLongLong();
        now.settled = row.value(2).toBool();
    });
    const bool sameEpoch = now.epoch == before.epoch;
    const auto version = [&](const QByteArray& id, qint64 value) {
        now.versions.insert(id, value);
        if (sameEpoch && value < before.versions.value(id)) out.append(QStringLiteral("a row gets older"));
        return !before.versions.contains(id);
    };
    cache.query(QStringLiteral("SELECT id, row_version, mrn FROM patient"), {}, [&](const Row& row) {
        if (version(row.value(0).toByteArray(), row.value(1).toLongLong()))
            number(device, QStringLiteral("medical record ") + row.value(2).toString(),
                   row.value(0).toByteArray(), out);
    });
    cache.query(QStringLiteral("SELECT id, row_version, registration_number FROM visit"), {},
                [&](const Row& row) {
                    if (version(row.value(0).toByteArray(), row.value(1).toLongLong()))
                        number(device, QStringLiteral("registration ") + row.value(2).toString(),
                               row.value(0).toByteArray(), out);
                });
    cache.query(QStringLiteral("SELECT id, row_version, number, service_date, letter FROM ticket"), {},
                [&](const Row& row) {
                    const QByteArray id = row.value(0).toByteArray();
                    version(id, row.value(1).toLongLong());
                    const qint64 value = row.value(2).toLongLong();
                    const qint64 known = before.numbers.value(id);
                    now.numbers.insert(id, value);
                    if (sameEpoch && known != 0 && value != known)
                        out.append(QStringLiteral("a queue number that was shown has gone"));
                    if (value != 0 && value != known)
                        number(device,
                               row.value(3).toString() + QLatin1Char(' ') +
                                   ticketText(row.value(4).toString(), value),
                               id, out);
                });
    return now;
}

void Witness::number(const SimDevice& device, const QString& text, const QByteArray& whose,
                     QStringList& out) {
    // Two machines with one outbox use the same numbers until the server hears of both.
    if (device.isCloned()) return;
    const auto known = m_numbers.constFind(text);
    if (known == m_numbers.cend())
        m_numbers.insert(text, whose);
    else if (*known != whose)
        out.append(QStringLiteral("a number was shown twice: ") + text);
}

}  // namespace simrs::sim
