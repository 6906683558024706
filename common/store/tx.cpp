// SPDX-License-Identifier: GPL-3.0-or-later
// Rows wait in memory until a list read or the commit; feed and audit rows are made once per row at the end.
#include "common/store/tx.h"

#include <algorithm>

#include "common/base/planted_bug.h"
#include "common/store/dialect.h"

namespace simrs {
namespace {

QString columnText(const EntityType& type, const char* column, const void* object) {
    const Field* f = fieldByName(type.fields, QLatin1String(column));
    return f ? f->ops->show(f->get(object)) : QString();
}

Uuid patientOf(const AnyRow& row) { return columnId(row, row.type().info->personColumn); }

QString marks(int columns, int rows) {
    const QString one = QLatin1Char('(') + QStringList(columns, QStringLiteral("?")).join(QLatin1Char(',')) +
                        QLatin1Char(')');
    return QStringList(rows, one).join(QLatin1Char(','));
}

/// A reference table's rows that a condition asks for cannot be told in memory; only whole-table reads are.
bool isWholeTable(const Condition& where) { return where.sql.isEmpty() && where.order.isEmpty(); }

/// That a password was changed belongs in the audit, its hash does not.
void withoutSecrets(FieldSpan fields, QList<FieldChange>& changes) {
    for (FieldChange& change : changes) {
        const Field* f = fieldByTag(fields, static_cast<std::uint32_t>(change.tag));
        if (f && f->rules.secret) change = {change.tag, {}, {}};
    }
}

}  // namespace

FactTx::FactTx(Database& db, StoreForm form, const WriteContext& context, ReferenceRows* reference,
               const EntityList& entities)
    : m_db(db), m_form(form), m_context(context), m_reference(reference), m_entities(entities) {}

const AnyRow* FactTx::touched(const EntityType& type, const Uuid& id) const {
    for (const auto& row : m_touched) {
        if (row->now.type().info->kind == type.info->kind && idOf(type, row->now.object()) == id)
            return &row->now;
    }
    return nullptr;
}

FactTx::Touched* FactTx::touch(const EntityType& type, const Uuid& id) {
    for (const auto& row : m_touched) {
        if (row->now.type().info->kind == type.info->kind && idOf(type, row->now.object()) == id)
            return row.get();
    }
    std::optional<AnyRow> found = selectRow(m_db, type, id, true);
    if (!found) return nullptr;
    auto row = std::make_unique<Touched>(Touched{*found, std::move(found), true, true});
    return m_touched.emplace_back(std::move(row)).get();
}

void FactTx::insertAny(const EntityType& type, const void* object) {
    // A device may hold the row already: its server made it, and the news of that is still to come.
    if (m_form == StoreForm::Cache) {
        if (Touched* held = touch(type, idOf(type, object))) {
            type.assign(held->now.edit(), object);
            held->written = false;
            return;
        }
    }
    AnyRow now(type);
    type.assign(now.edit(), object);
    now.version = 1;
    m_touched.push_back(std::make_unique<Touched>(Touched{std::move(now), std::nullopt, false, false}));
}

bool FactTx::patchAny(const EntityType& type, const Uuid& id, const std::function<void(void*)>& change) {
    Touched* row = touch(type, id);
    if (!row && isPlanted(PlantedBug::MissingRowFails))
        throw StoreFault{StoreFault::Kind::Constraint, {}, {}, {}};
    if (!row) return false;
    change(row->now.edit());
    row->written = false;
    return true;
}

std::optional<MergeOutcome> FactTx::mergeAny(const EntityType& type, const Uuid& id,
                                             const QList<FieldChange>& changes) {
    Touched* row = touch(type, id);
    if (!row) return std::nullopt;
    const Result<MergeOutcome> outcome = mergeChanges(type.fields, row->now.edit(), changes);
    if (!outcome) return std::nullopt;
    row->written = row->written && !outcome->changed;
    return *outcome;
}

std::optional<AnyRow> FactTx::fetch(const EntityType& type, const Uuid& id) {
    if (const AnyRow* row = touched(type, id)) return *row;
    if (type.info->reference && m_reference) {
        const auto rows = m_reference->rows(m_db, type);
        const auto found = rows->find(id);
        return found == rows->end() ? std::nullopt : std::optional<AnyRow>(found->second);
    }
    // check and apply often ask for the same row; one transaction reads it once.
    const auto key = std::pair(type.info->kind, id);
    const auto known = m_read.find(key);
    if (known != m_read.end()) return known->second;
    return m_read.emplace(key, selectRow(m_db, type, id, false)).first->second;
}

std::vector<AnyRow> FactTx::fetchMany(const EntityType& type, const QVariantList& ids) {
    writeRows();
    return selectMany(m_db, type, ids);
}

std::optional<std::vector<AnyRow>> FactTx::fetchList(const EntityType& type, const Condition& where) {
    if (!authority()) return std::nullopt;
    writeRowsOf(type);
    const bool mine = std::any_of(m_touched.begin(), m_touched.end(), [&](const auto& row) {
        return row->now.type().info->kind == type.info->kind;
    });
    if (type.info->reference && m_reference && isWholeTable(where) && !mine) {
        std::vector<AnyRow> rows;
        for (const auto& [id, row] : *m_reference->rows(m_db, type)) rows.push_back(row);
        return rows;
    }
    return selectRows(m_db, type, where);
}

std::optional<std::vector<AnyRow>> FactTx::fetchSearch(const EntityType&, const WordSearch&,
                                                       const Condition&) {
    return std::nullopt;  // Searching is for queries, not for writes.
}

std::optional<std::vector<AnyRow>> FactTx::fetchFollowers(const EntityType& type, const FollowRule& rule,
                                                          const Uuid& followed) {
    if (!authority() && !fetch(rule.type(), followed)) return std::nullopt;
    writeRowsOf(type);
    return selectRows(m_db, type, followersOf(type, rule, followed));
}

void FactTx::runAgain() const {
    StoreFault lost;
    lost.kind = StoreFault::Kind::Retry;
    lost.text = QStringLiteral("changed between check and apply");
    throw lost;
}

std::optional<qint64> FactTx::next(const QString& counter) {
    if (!authority()) return std::nullopt;
    qint64 value = 0;
    m_db.query(QStringLiteral("INSERT INTO counter (name, value) VALUES (?, 1) "
                              "ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value"),
               {counter}, [&](const Row& row) { value = row.value(0).toLongLong(); });
    return value;
}

void FactTx::addFeedRow(std::uint32_t kind, const Uuid& id, const QString& scope, const QByteArray& payload) {
    m_feed.push_back({kind, id, 1, static_cast<int>(RowOp::Insert), scope, payload});
}

bool FactTx::onlyWished(const EntityType& type, const Uuid& id) {
    if (m_form != StoreForm::Cache) return false;
    bool wished = false;
    m_db.query(
        QStringLiteral("SELECT 1 FROM shadow WHERE kind = ? AND id = ? AND before IS NULL AND wish = TRUE"),
        {type.info->kind, id.toBytes()}, [&](const Row&) { wished = true; });
    return wished;
}

/// The first provisional write of a row keeps what the server says of it; nothing, where it is new.
void FactTx::keepPicture(const Touched& row) {
    QVariant before{QMetaType(QMetaType::QByteArray)};
    if (row.before) {
        WireWriter out;
        encodeFields(row.before->type().fields, row.before->object(), out);
        before = out.take();
    }
    const QString kept =
        isPlanted(PlantedBug::PictureOverwritten)
            ? QStringLiteral("UPDATE SET version = excluded.version, before = excluded.before")
            : QStringLiteral("NOTHING");
    m_db.execute(
        QStringLiteral(
            "INSERT INTO shadow (kind, id, version, before, wish) VALUES (?, ?, ?, ?, ?) ON CONFLICT "
            "(kind, id) DO ") +
            kept,
        {row.now.type().info->kind, idOf(row.now.type(), row.now.object()).toBytes(),
         row.before ? row.before->version : 0, before, m_context.wish});
}

void FactTx::writeRow(Touched& row) {
    const EntityType& type = row.now.type();
    const bool provisional = m_form == StoreForm::Cache;
    if (provisional) keepPicture(row);
    const TableText& text = tableText(type);
    if (!row.inserted) {
        QVariantList values = columnValues(type, row.now.object());
        // Only the server counts versions: anything it sends is newer than a provisional row.
        if (provisional) row.now.version = 0;
        values.append(row.now.version);
        m_db.later(text.insert, values);
        row.inserted = true;
    } else {
        QStringList sets;
        QVariantList values;
        for (const Field& f : type.fields) {
            // What was sent with a change and has been changed back since is sent again.
            if (row.before && !row.updated &&
                f.ops->equal(f.get(row.before->object()), f.get(row.now.object())))
                continue;
            sets.append(QString::fromLatin1(f.name) + QStringLiteral(" = ?"));
            values.append(f.ops->toSql(f.get(row.now.object())));
        }
        if (!sets.isEmpty()) {
            const bool back = row.before && equalFields(type.fields, row.before->object(), row.now.object());
            if (row.before && !provisional) row.now.version = row.before->version + (back ? 0 : 1);
            values.append(row.now.version);
            values.append(idOf(type, row.now.object()).toBytes());
            m_db.later(QStringLiteral("UPDATE ") + text.table + QStringLiteral(" SET ") +
                           sets.join(QStringLiteral(", ")) + QStringLiteral(", row_version = ? WHERE id = ?"),
                       values);
            row.updated = true;
        }
    }
    row.written = true;
}

void FactTx::writeRows() {
    for (const auto& row : m_touched) {
        if (!row->written) writeRow(*row);
    }
}

/// A list read sees what this transaction has done so far.
void FactTx::writeRowsOf(const EntityType& type) {
    const bool waiting = std::any_of(m_touched.begin(), m_touched.end(), [&](const auto& row) {
        return row->now.type().info->kind == type.info->kind && !row->written;
    });
    if (waiting) writeRows();
}

void FactTx::collectTopics(const AnyRow& row) {
    const EntityInfo& info = *row.type().info;
    if (info.topicColumn) {
        m_report.topics.insert(QString::fromLatin1(info.table) + QLatin1Char('/') +
                               columnText(row.type(), info.topicColumn, row.object()));
    } else if (info.reference) {
        m_report.topics.insert(QString::fromLatin1(info.table));
    }
    if (info.reference) m_report.referenceKinds.insert(info.kind);
}

void FactTx::addToFeed(const AnyRow& row, RowOp op, const QString& key) {
    const EntityType& type = row.type();
    WireWriter payload;
    if (op != RowOp::Remove) encodeFields(type.fields, row.object(), payload);
    m_feed.push_back(
        {type.info->kind, idOf(type, row.object()), row.version, static_cast<int>(op), key, payload.take()});
}

void writeReadNote(Database& db, const ReadNote& note) {
    AuditChanges seen;
    for (const Uuid& patient : note.patients) seen.list.append({0, patient, 0, {}});
    // One patient seen stands in the patient's own column; a list keeps its ids together.
    const Uuid one = note.patients.size() == 1 ? note.patients.first() : Uuid();
    db.later(QStringLiteral("INSERT INTO audit (at, actor, device, request, command, patient, changes, "
                            "note) VALUES (?, ?, ?, ?, NULL, ?, ?, 'read')"),
             {detail::sqlOf(note.at), detail::sqlOf(note.actor), detail::sqlOf(note.device),
              detail::sqlOf(note.request), detail::sqlOf(one), detail::sqlOf(encode(seen))});
}

void FactTx::noteRead(const ReadNote& note) {
    if (authority()) m_reads.push_back(note);
}

void FactTx::finish() {
    lockFollowed();
    writeRows();
    if (m_form == StoreForm::Cache) return;
    for (const ReadNote& note : m_reads) writeReadNote(m_db, note);
    for (const auto& row : m_touched) {
        if (row->before && equalFields(row->now.type().fields, row->before->object(), row->now.object()))
            continue;
        collectFeed(*row);
        collectTopics(row->now);
        if (row->before) collectTopics(*row->before);
        ++m_report.rowsWritten;
    }
    writeFeed();
    writeAudit();
}

void FactTx::writeFeed() {
    constexpr std::size_t kRowsAStatement = 16;
    const QString head =
        QStringLiteral("INSERT INTO feed (tx, n, entity, id, version, op, scope, payload) VALUES ");
    int n = 0;
    for (std::size_t from = 0; from < m_feed.size(); from += kRowsAStatement) {
        const std::size_t to = std::min(from + kRowsAStatement, m_feed.size());
        QVariantList values;
        for (std::size_t i = from; i < to; ++i) {
            const FeedRow& row = m_feed[i];
            values.append({m_context.writeId.toBytes(), ++n, row.kind, row.id.toBytes(), row.version, row.op,
                           row.scope, detail::sqlOf(row.payload)});
        }
        m_db.later(head + marks(8, static_cast<int>(to - from)), values);
    }
}

void FactTx::writeAudit() {
    // One row per patient the transaction touched, and one for everything that is nobody's.
    std::map<Uuid, AuditChanges> byPatient;
    for (const auto& row : m_touched) {
        const EntityInfo& info = *row->now.type().info;
        if (!info.personColumn && !info.reference && !info.audited) continue;
        AuditChange change{info.kind,
                           idOf(row->now.type(), row->now.object()),
                           static_cast<int>(row->before ? RowOp::Update : RowOp::Insert),
                           {}};
        const AnyRow empty(row->now.type());
        change.changes = changesBetween(
            row->now.type().fields, row->before ? row->before->object() : empty.object(), row->now.object());
        withoutSecrets(row->now.type().fields, change.changes);
        if (!change.changes.isEmpty()) byPatient[patientOf(row->now)].list.append(change);
    }
    if (byPatient.empty()) return;
    QVariantList values;
    for (const auto& [patient, changes] : byPatient) {
        values.append({detail::sqlOf(m_context.at), detail::sqlOf(m_context.actor),
                       detail::sqlOf(m_context.device), detail::sqlOf(m_context.request),
                       m_context.isCommand ? detail::sqlOf(m_context.writeId) : detail::sqlOf(Uuid()),
                       detail::sqlOf(patient), encode(changes), detail::sqlOf(m_context.note)});
    }
    m_db.later(
        QStringLiteral(
            "INSERT INTO audit (at, actor, device, request, command, patient, changes, note) VALUES ") +
            marks(8, static_cast<int>(byPatient.size())),
        values);
}

}  // namespace simrs
