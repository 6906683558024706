// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are read and written in pages, so that a hospital of millions of patients needs no more memory than a
// small one.
#include "common/store/backup.h"

#include <QCryptographicHash>
#include <limits>

#include "common/store/backup_table.h"
#include "common/store/dialect.h"
#include "common/store/schema_steps.h"

namespace simrs {
namespace {

const QByteArray kMagic = QByteArrayLiteral("SIMRS backup 1\n");
constexpr qint64 kHashBytes = 32;
constexpr int kPageRows = 1000;
constexpr int kRowsAStatement = 32;
constexpr qint64 kChunkBytes = 1 << 20;

enum class Mark : quint8 { End, Table, Rows };

Error unreadable(const char* why) {
    return {ErrorCode::FileUnreadable, {QStringLiteral("backup")}, QString::fromLatin1(why)};
}

/// Everything that goes into the file is hashed on its way.
class HashedOut final : public QIODevice {
  public:
    explicit HashedOut(QIODevice& out) : m_out(out) { open(QIODevice::WriteOnly); }
    bool isSequential() const override { return true; }
    bool failed() const { return m_failed; }
    QByteArray hash() const { return m_hash.result(); }

  protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* bytes, qint64 size) override {
        m_hash.addData(QByteArrayView(bytes, size));
        m_failed = m_failed || m_out.write(bytes, size) != size;
        return m_failed ? -1 : size;
    }

  private:
    QIODevice& m_out;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    bool m_failed = false;
};

void setForm(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setByteOrder(QDataStream::BigEndian);
}

bool isInterrupted(const BackupWatch& watch) { return watch.interrupted && watch.interrupted(); }

void tell(const BackupWatch& watch, const QString& table, qint64 rows) {
    if (watch.progress) watch.progress(table, rows);
}

QString marks(qsizetype count) { return QStringList(count, QStringLiteral("?")).join(QLatin1Char(',')); }

/// The page of rows behind the one with this key; all pages are of one picture.
QString pageStatement(const BackupTable& table, bool first) {
    const QString key = table.key.join(QLatin1Char(','));
    return QStringLiteral("SELECT %1 FROM %2%3 ORDER BY %4 LIMIT %5")
        .arg(table.columnNames().join(QLatin1Char(',')), table.name,
             first ? QString() : QStringLiteral(" WHERE (%1) > (%2)").arg(key, marks(table.key.size())), key)
        .arg(kPageRows);
}

class BackupWriter {
  public:
    BackupWriter(Database& db, QIODevice& out, const BackupWatch& watch)
        : m_db(db), m_hashed(out), m_out(&m_hashed), m_device(out), m_watch(watch) {
        setForm(m_out);
    }

    Status write(const BackupHead& head, const QList<BackupTable>& tables) {
        m_hashed.write(kMagic);
        m_out << encode(head);
        for (const BackupTable& table : tables) SIMRS_TRY(writeTable(table));
        m_out << static_cast<quint8>(Mark::End);
        if (m_hashed.failed() || m_device.write(m_hashed.hash()) != kHashBytes)
            return fail(ErrorCode::StorageFailed, {QStringLiteral("backup")});
        return {};
    }

  private:
    Status writeTable(const BackupTable& table) {
        m_out << static_cast<quint8>(Mark::Table) << encode(table);
        QVariantList after;
        qint64 total = 0;
        for (qint64 rows = kPageRows; rows == kPageRows; total += rows) {
            rows = writePage(table, after);
            if (isInterrupted(m_watch)) return fail(ErrorCode::TimedOut);
            if (m_hashed.failed()) return fail(ErrorCode::StorageFailed, {QStringLiteral("backup")});
            tell(m_watch, table.name, total + rows);
        }
        return {};
    }

    qint64 writePage(const BackupTable& table, QVariantList& after) {
        QByteArray bytes;
        QDataStream page(&bytes, QIODevice::WriteOnly);
        setForm(page);
        qint64 rows = 0;
        const QVariantList from = after;
        m_db.query(pageStatement(table, from.isEmpty()), from, [&](const Row& row) {
            ++rows;
            after.clear();
            for (int i = 0; i < table.columns.size(); ++i) {
                const QVariant value = row.value(i);
                writeValue(page, table.columns[i].type, value);
                if (table.key.contains(table.columns[i].name)) after.append(value);
            }
        });
        if (rows > 0) m_out << static_cast<quint8>(Mark::Rows) << static_cast<quint32>(rows) << bytes;
        return rows;
    }

    Database& m_db;
    HashedOut m_hashed;
    QDataStream m_out;
    QIODevice& m_device;
    const BackupWatch& m_watch;
};

class BackupReader {
  public:
    BackupReader(Database& db, const EntityList& entities, QIODevice& in, const BackupWatch& watch)
        : m_db(db), m_entities(entities), m_in(&in), m_watch(watch) {
        setForm(m_in);
    }

    Status read() {
        for (;;) {
            quint8 mark = 0;
            m_in >> mark;
            if (m_in.status() != QDataStream::Ok) return tl::unexpected(unreadable("cut off"));
            if (mark == static_cast<quint8>(Mark::End)) return {};
            if (mark == static_cast<quint8>(Mark::Table)) {
                SIMRS_TRY(beginTable());
            } else if (mark == static_cast<quint8>(Mark::Rows) && !m_table.name.isEmpty()) {
                SIMRS_TRY(loadRows());
            } else {
                return tl::unexpected(unreadable("mark"));
            }
            if (isInterrupted(m_watch)) return fail(ErrorCode::TimedOut);
        }
    }

    const QHash<QString, qint64>& counters() const { return m_counters; }
    qint64 lastAudit() const { return m_lastAudit; }

  private:
    Status beginTable() {
        QByteArray bytes;
        m_in >> bytes;
        SIMRS_ASSIGN(m_table, decode<BackupTable>(bytes));
        m_rows = 0;
        // Of this program's tables those of the store are there already.
        m_db.executeText(shapeStatement());
        return {};
    }

    /// Today's table where its columns are the same; else one of the backup's columns, which the steps then
    /// bring up to date.
    QString shapeStatement() const {
        for (const EntityType* type : m_entities) {
            if (m_table.name != QLatin1String(type->info->table)) continue;
            QStringList names;
            for (const Field& f : type->fields) names.append(QString::fromLatin1(f.name));
            names.append(QStringLiteral("row_version"));
            if (names == m_table.columnNames())
                return tableStatement(m_db.engine(), *type, SchemaForm::Server);
        }
        std::vector<ColumnShape> columns;
        for (const BackupColumn& column : m_table.columns)
            columns.push_back({column.name, column.type, column.nullable});
        return bareTableStatement(m_db.engine(), m_table.name, columns);
    }

    Status loadRows() {
        quint32 count = 0;
        QByteArray bytes;
        m_in >> count >> bytes;
        QDataStream page(bytes);
        setForm(page);
        const qsizetype width = m_table.columns.size();
        while (count > 0) {
            const auto rows = std::min<quint32>(count, kRowsAStatement);
            QVariantList values;
            for (qsizetype i = 0; i < width * static_cast<qsizetype>(rows); ++i)
                values.append(readValue(page));
            if (page.status() != QDataStream::Ok) return tl::unexpected(unreadable("row"));
            note(values);
            m_db.execute(insertStatement(static_cast<int>(rows)), values);
            count -= rows;
            m_rows += rows;
        }
        tell(m_watch, m_table.name, m_rows);
        return {};
    }

    QString insertStatement(int rows) const {
        const QString one = QLatin1Char('(') + marks(m_table.columns.size()) + QLatin1Char(')');
        return QStringLiteral("INSERT INTO %1 (%2)%3 VALUES %4")
            .arg(
                m_table.name, m_table.columnNames().join(QLatin1Char(',')),
                m_table.name == QLatin1String("audit") ? dialect::withGivenNumbers(m_db.engine()) : QString(),
                QStringList(rows, one).join(QLatin1Char(',')));
    }

    void note(const QVariantList& values) {
        const qsizetype width = m_table.columns.size();
        if (m_table.name == QLatin1String("counter")) {
            for (qsizetype i = 0; i < values.size(); i += width)
                m_counters.insert(values[i].toString(), values[i + 1].toLongLong());
        } else if (m_table.name == QLatin1String("audit")) {
            m_lastAudit = values[values.size() - width].toLongLong();
        }
    }

    Database& m_db;
    const EntityList& m_entities;
    QDataStream m_in;
    const BackupWatch& m_watch;
    BackupTable m_table;
    qint64 m_rows = 0;
    QHash<QString, qint64> m_counters;
    qint64 m_lastAudit = 0;
};

Result<BackupHead> readHead(QIODevice& in) {
    if (!in.seek(0) || in.read(kMagic.size()) != kMagic) return tl::unexpected(unreadable("no backup"));
    QDataStream stream(&in);
    setForm(stream);
    QByteArray bytes;
    stream >> bytes;
    SIMRS_ASSIGN(const BackupHead head, decode<BackupHead>(bytes));
    if (head.format != 1 || head.schemaVersion > kSchemaVersion)
        return fail(ErrorCode::SchemaTooNew,
                    {QString::number(head.schemaVersion), QString::number(kSchemaVersion)});
    return head;
}

/// All in the transaction that is open.
Result<BackupHead> load(Database& db, const EntityList& entities, QIODevice& in, const RestoreOrder& order,
                        const BackupWatch& watch) {
    SIMRS_ASSIGN(const BackupHead head, readHead(in));
    for (const QString& statement : storeTableStatements(db.engine())) db.executeText(statement);
    BackupReader reader(db, entities, in, watch);
    SIMRS_TRY(reader.read());
    noteSchemaState(db, {head.schemaVersion, 0});
    updateSchema(db, entities, SchemaForm::Server);
    for (const QString& statement :
         dialect::countOn(db.engine(), QStringLiteral("audit"), reader.lastAudit()))
        db.executeText(statement);
    makeFeedHead(db, order.epoch);
    WishTx tx(db, StoreForm::Server, order.context, nullptr);
    BulkLoader loader(db, SchemaForm::Server);
    SIMRS_TRY(order.afterLoad(tx, loader, reader.counters()));
    tx.finish();
    db.executeText(QStringLiteral("ANALYZE"));
    return head;
}

}  // namespace

Result<BackupHead> writeBackup(Database& db, const EntityList& entities, const BackupHead& about,
                               QIODevice& out, const BackupWatch& watch) {
    try {
        db.executeText(dialect::beginStatement(db.engine(), true));
        BackupHead head = about;
        const SchemaState held = schemaState(db);
        Status written;
        if (held.version > kSchemaVersion) {
            written = fail(ErrorCode::SchemaTooNew,
                           {QString::number(held.version), QString::number(kSchemaVersion)});
        } else if (held.mark != schemaMark(db.engine(), entities, SchemaForm::Server)) {
            written = fail(ErrorCode::ConfigInvalid, {QStringLiteral("schema")});
        } else {
            const FeedHead feed = readFeedState(db).head;
            head.schemaVersion = held.version;
            head.epoch = feed.epoch;
            head.seq = feed.seq;
            written = BackupWriter(db, out, watch).write(head, backupTables(entities));
        }
        db.endRead();
        if (!written) return tl::unexpected<Error>(written.error());
        return head;
    } catch (const StoreFault& fault) {
        db.endRead();
        return tl::unexpected<Error>(errorOf(fault));
    }
}

Result<BackupHead> checkBackup(QIODevice& in, const BackupWatch& watch) {
    const qint64 size = in.size() - kHashBytes;
    if (size < kMagic.size() || !in.seek(0)) return tl::unexpected(unreadable("too short"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 left = size; left > 0;) {
        const QByteArray some = in.read(std::min(left, kChunkBytes));
        if (some.isEmpty()) return tl::unexpected(unreadable("cannot be read"));
        hash.addData(some);
        left -= some.size();
        if (isInterrupted(watch)) return fail(ErrorCode::TimedOut);
    }
    if (in.read(kHashBytes) != hash.result()) return tl::unexpected(unreadable("SHA-256"));
    return readHead(in);
}

Result<bool> isEmptyDatabase(Database& db) {
    try {
        bool empty = true;
        db.query(dialect::anyTable(db.engine()), {}, [&](const Row&) { empty = false; });
        return empty;
    } catch (const StoreFault& fault) {
        return tl::unexpected<Error>(errorOf(fault));
    }
}

Result<BackupHead> restoreBackup(Database& db, const EntityList& entities, QIODevice& in,
                                 const RestoreOrder& order, const BackupWatch& watch) {
    try {
        beginSchemaChange(db);
        bool empty = true;
        db.query(dialect::anyTable(db.engine()), {}, [&](const Row&) { empty = false; });
        Result<BackupHead> done = empty ? load(db, entities, in, order, watch)
                                        : fail(ErrorCode::ConfigInvalid, {QStringLiteral("database")});
        if (done && isInterrupted(watch)) done = fail(ErrorCode::TimedOut);
        done ? db.commit() : db.rollback();
        endSchemaChange(db);
        return done;
    } catch (const StoreFault& fault) {
        db.rollback();
        return tl::unexpected<Error>(errorOf(fault));
    }
}

}  // namespace simrs
