// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are known by the number of their columns; a command is believed by its seal alone.
#include "common/sync/outbox_rescue.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>
#include <QSet>
#include <algorithm>
#include <optional>

namespace simrs {
namespace {

constexpr qsizetype kSealBytes = 8;
/// Larger than any number that is ever given: whatever the server holds for this device counts as known.
constexpr qint64 kAllKnown = qint64{1} << 52;
constexpr qsizetype kEntryColumns = 13;

/// The columns of a table in the order in which its rows hold them: added ones stand behind. As the file's
/// own schema says, or as a new file would have them.
QStringList columnsOf(const EntityType& type, const FoundRows& found) {
    const QString table = QString::fromLatin1(type.info->table);
    QStringList names;
    for (const QVariantList& row : found.rows) {
        if (row.size() != 5 || row[0] != QStringLiteral("table") || row[1] != table) continue;
        QString text = row[4].toString();
        text = text.mid(text.indexOf(QLatin1Char('(')) + 1);
        for (const QString& part : text.split(QLatin1Char(','))) {
            const QString name = part.trimmed().section(QLatin1Char(' '), 0, 0);
            if (name != QLatin1String("CHECK")) names.append(name);
        }
        return names;
    }
    for (const Field& field : type.fields) names.append(QString::fromLatin1(field.name));
    return names;
}

template <class E>
std::optional<E> rowAs(const QVariantList& values, const QStringList& columns) {
    constexpr qsizetype kIdBytes = 16;
    if (values.isEmpty() || values[0].typeId() != QMetaType::QByteArray ||
        values[0].toByteArray().size() != kIdBytes)
        return std::nullopt;
    E row{};
    for (const Field& field : fieldSpan<E>()) {
        const qsizetype at = columns.indexOf(QLatin1String(field.name));
        if (at < 0 || at >= values.size()) continue;
        if (!field.ops->fromSql(values[at], field.edit(&row))) return std::nullopt;
    }
    return row;
}

/// What a row is worth.
enum class Worth { None, Unsettled, Refused, Done };

Worth worthOf(const OutboxEntry& entry) {
    if (entry.id.isNull() || entry.position <= 0) return Worth::None;
    const auto result = decode<CommandResult>(entry.result);
    const bool ended = !entry.result.isEmpty() && result && result->id == entry.id;
    if (entry.state == OutboxState::Done && entry.payload.isEmpty() && ended) return Worth::Done;
    if (!isIntact(entry)) return Worth::None;
    return entry.state == OutboxState::Refused && ended ? Worth::Refused : Worth::Unsettled;
}

/// Anew from the beginning: the server knows by its id what it has done of it.
void open(OutboxEntry& entry) {
    entry.seq = 0;
    entry.state = OutboxState::Waiting;
    entry.result.clear();
}

/// The largest: with older pictures of a row a command only goes forward.
void take(QHash<CommandId, OutboxEntry>& best, OutboxEntry entry) {
    const Worth worth = worthOf(entry);
    if (worth == Worth::None) return;
    if (worth == Worth::Unsettled) {
        open(entry);
    } else if (const auto result = decode<CommandResult>(entry.result)) {
        entry.seq = result->seq;
    }
    const auto held = best.constFind(entry.id);
    if (held == best.cend() || worthOf(*held) < worth) best.insert(entry.id, entry);
}

/// In order, no place twice: what a seal proves comes before what only looks right.
QList<OutboxEntry> ordered(const QHash<CommandId, OutboxEntry>& best) {
    QList<OutboxEntry> candidates = best.values();
    std::sort(candidates.begin(), candidates.end(), [](const OutboxEntry& a, const OutboxEntry& b) {
        return std::pair(worthOf(a), a.position) < std::pair(worthOf(b), b.position);
    });
    QList<OutboxEntry> entries;
    QSet<qint64> positions;
    QSet<qint64> seqs;
    for (OutboxEntry& entry : candidates) {
        const bool known = worthOf(entry) == Worth::Done;
        if (entry.state != OutboxState::Waiting && (entry.seq <= 0 || seqs.contains(entry.seq))) {
            if (known) continue;
            open(entry);
        }
        if (positions.contains(entry.position)) continue;
        positions.insert(entry.position);
        if (entry.seq > 0) seqs.insert(entry.seq);
        entries.append(entry);
    }
    std::sort(entries.begin(), entries.end(),
              [](const OutboxEntry& a, const OutboxEntry& b) { return a.position < b.position; });
    return entries;
}

/// How far it had come, what is counted, and that none of the numbers it held is given again.
void finish(RescuedOutbox& rescued) {
    qint64 last = rescued.head.lastPosition;
    if (rescued.head.id.isNull() || last < 0 || last >= kAllKnown) {
        rescued.head = {};
        last = 0;
    }
    for (const OutboxEntry& entry : std::as_const(rescued.entries)) {
        if (entry.state != OutboxState::Done) last = std::max(last, entry.position);
        if (entry.state == OutboxState::Waiting) ++rescued.unsettled;
    }
    // The place of an ended command has no seal.
    rescued.entries.removeIf([&](const OutboxEntry& entry) { return entry.position > last; });
    const qint64 first = rescued.entries.isEmpty() ? 0 : rescued.entries.first().position;
    const qint64 kept = std::max<qint64>(1, last - kEndedKept + 1);
    const qint64 from = first > 0 ? std::min(first, kept) : kept;
    const qint64 held = static_cast<qint64>(rescued.entries.size());
    rescued.lost = last > 0 ? last - from + 1 - held : -1;
    rescued.head.device = {};  // The profile knows it.
    rescued.head.lastSeq = 0;
    rescued.head.lastPosition = last;
    rescued.head.adrift = true;
    rescued.head.sealed = true;
    for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
        HeldBlock spent;
        spent.id = NumberBlockId(Uuid::named("spent/" + QByteArray::number(static_cast<int>(kind))));
        spent.kind = kind;
        spent.first = spent.last = kAllKnown;
        spent.next = kAllKnown + 1;
        rescued.blocks.append(spent);
    }
}

Status writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StorageFailed, {QFileInfo(path).fileName()}, file.errorString());
    return {};
}

}  // namespace

QByteArray sealOf(const OutboxEntry& entry) {
    OutboxEntry kept = entry;
    kept.seq = 0;
    kept.state = OutboxState::Waiting;
    kept.result.clear();
    kept.endedSeq = 0;
    kept.after = {};
    kept.seal.clear();
    return QCryptographicHash::hash(encode(kept), QCryptographicHash::Sha256).left(kSealBytes);
}

bool isIntact(const OutboxEntry& entry) { return entry.seal == sealOf(entry); }

RescuedOutbox rescueOutbox(const SqliteFiles& files) {
    const FoundRows found = findRows(files);
    const QStringList entryColumns = columnsOf(entityType<OutboxEntry>(), found);
    const QStringList headColumns = columnsOf(entityType<OutboxHead>(), found);
    QHash<CommandId, OutboxEntry> best;
    RescuedOutbox rescued;
    for (const QVariantList& row : found.rows) {
        // The shorter rows are the head's and other tables'.
        if (row.size() >= kEntryColumns) {
            auto entry = rowAs<OutboxEntry>(row, entryColumns);
            if (!entry) continue;
            // A row without the column is of an earlier version, and believed for want of better.
            if (row.size() == kEntryColumns) entry->seal = sealOf(*entry);
            take(best, *entry);
        } else if (!row.isEmpty() && row[0].toByteArray() == outboxHeadId().uuid().toBytes()) {
            if (const auto head = rowAs<OutboxHead>(row, headColumns)) rescued.head = *head;
        }
    }
    rescued.entries = ordered(best);
    finish(rescued);
    return rescued;
}

Result<QString> keepDamaged(const QString& outbox, const SqliteFiles& files, Instant at) {
    const QString name = QStringLiteral("outbox-damaged-%1.db").arg(at.ms);
    const QString path = QFileInfo(outbox).path() + QLatin1Char('/') + name;
    SIMRS_TRY(writeWhole(path, files.db));
    if (!files.wal.isEmpty()) SIMRS_TRY(writeWhole(path + QStringLiteral("-wal"), files.wal));
    return name;
}

QString freshOutbox(const QString& outbox) { return outbox + QStringLiteral(".new"); }

Status finishOutboxSwap(const QString& outbox) {
    const QString fresh = freshOutbox(outbox);
    if (!QFile::exists(fresh)) return {};
    if (QFile::exists(outbox)) return removeSqliteFile(fresh);
    SIMRS_TRY(removeSqliteFile(outbox));  // Its log may be left.
    // The new one's log is in its file: it was closed. Where a crash kept it open, the log goes along.
    for (const QString& part : {QStringLiteral("-wal"), QString()}) {
        if (QFile::exists(fresh + part) && !QFile::rename(fresh + part, outbox + part))
            return fail(ErrorCode::StorageFailed, {QFileInfo(outbox).fileName()});
    }
    return {};
}

}  // namespace simrs
