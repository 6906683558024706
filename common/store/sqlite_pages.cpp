// SPDX-License-Identifier: GPL-3.0-or-later
// Every length is checked against what is left: the bytes may be anything.
#include "common/store/sqlite_pages.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QtEndian>
#include <algorithm>
#include <optional>

#include "common/store/sqlite_database.h"

namespace simrs {
namespace {

constexpr qsizetype kWalHeader = 32;
constexpr qsizetype kFrameHeader = 24;
constexpr quint32 kMostPages = 1'000'000;
constexpr quint64 kMostRowBytes = 4 * 1024 * 1024;
constexpr int kMostColumns = 100;
constexpr quint32 kDefaultPage = 4096;
constexpr char kLeafOfTable = 13;

quint32 word(QByteArrayView bytes, qsizetype at) { return qFromBigEndian<quint32>(bytes.data() + at); }
quint16 half(QByteArrayView bytes, qsizetype at) { return qFromBigEndian<quint16>(bytes.data() + at); }

bool isPageSize(quint32 size) { return size >= 512 && size <= 65536 && (size & (size - 1)) == 0; }

// ---- the log
struct Checksum {
    quint32 a = 0;
    quint32 b = 0;
    bool operator==(const Checksum&) const = default;

    void add(QByteArrayView bytes, bool bigEndian) {
        const auto read = [&](qsizetype at) {
            return bigEndian ? qFromBigEndian<quint32>(bytes.data() + at)
                             : qFromLittleEndian<quint32>(bytes.data() + at);
        };
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            a += read(at) + b;
            b += read(at + 4) + a;
        }
    }
};

struct Frame {
    quint32 page = 0;
    QByteArrayView bytes;
};

/// The frames of the log up to its last commit, those behind a broken place included.
struct Log {
    QList<Frame> frames;
    bool hidesCommits = false;
};

Log readLog(const QByteArray& wal) {
    Log log;
    if (wal.size() <= kWalHeader + kFrameHeader) return log;
    const QByteArrayView bytes(wal);
    const bool bigEndian = (word(bytes, 0) & 1) != 0;
    quint32 pageSize = word(bytes, 8);
    Checksum sum;
    sum.add(bytes.first(24), bigEndian);
    bool valid = isPageSize(pageSize) && sum == Checksum{word(bytes, 24), word(bytes, 28)};
    if (!isPageSize(pageSize)) pageSize = kDefaultPage;
    // Frames with other salts were left by an earlier round. The first one is of this round for certain.
    const qsizetype saltAt = valid ? 16 : kWalHeader + 8;
    const QByteArray salts = wal.mid(saltAt, 8);
    if (salts == QByteArray(8, '\0')) return log;
    const qsizetype step = kFrameHeader + static_cast<qsizetype>(pageSize);
    qsizetype committed = 0;
    for (qsizetype at = kWalHeader; at + step <= bytes.size(); at += step) {
        if (bytes.sliced(at + 8, 8) != QByteArrayView(salts)) {
            // The rest is old, unless this one frame alone is broken.
            valid = false;
            continue;
        }
        sum.add(bytes.sliced(at, 8), bigEndian);
        sum.add(bytes.sliced(at + kFrameHeader, static_cast<qsizetype>(pageSize)), bigEndian);
        valid = valid && sum == Checksum{word(bytes, at + 16), word(bytes, at + 20)};
        log.frames.append(
            {word(bytes, at), bytes.sliced(at + kFrameHeader, static_cast<qsizetype>(pageSize))});
        if (word(bytes, at + 4) == 0) continue;
        committed = log.frames.size();
        log.hidesCommits = log.hidesCommits || !valid;
    }
    log.frames.resize(committed);
    return log;
}

// ---- pages and rows
class Pages {
  public:
    explicit Pages(const SqliteFiles& files) : m_db(files.db) {
        const QByteArrayView db(m_db);
        quint32 size = db.size() >= 100 ? half(db, 16) : 0;
        if (size == 1) size = 65536;
        const Log log = readLog(files.wal);
        if (!isPageSize(size) && !log.frames.isEmpty())
            size = static_cast<quint32>(log.frames.first().bytes.size());
        m_size = isPageSize(size) ? size : kDefaultPage;
        for (const Frame& frame : log.frames) {
            if (frame.page == 0 || frame.page > kMostPages) continue;
            m_newer.insert(frame.page, frame.bytes);
            m_count = std::max(m_count, frame.page);
        }
        m_count = std::max(m_count, static_cast<quint32>(std::min<qint64>(db.size() / m_size, kMostPages)));
    }

    quint32 count() const { return m_count; }
    quint32 size() const { return m_size; }
    /// Empty where it is not there.
    QByteArrayView page(quint32 number) const {
        if (const auto newer = m_newer.constFind(number); newer != m_newer.cend()) return *newer;
        const qint64 at = (static_cast<qint64>(number) - 1) * m_size;
        if (number == 0 || at + m_size > m_db.size()) return {};
        return QByteArrayView(m_db).sliced(at, m_size);
    }

  private:
    const QByteArray& m_db;
    quint32 m_size = kDefaultPage;
    quint32 m_count = 0;
    QHash<quint32, QByteArrayView> m_newer;
};

/// Reads forward; false, and nothing moved, where too little is left.
class Cursor {
  public:
    explicit Cursor(QByteArrayView bytes) : m_bytes(bytes) {}
    bool varint(quint64& value) {
        value = 0;
        for (int i = 0; i < 9 && m_at < m_bytes.size(); ++i) {
            const auto byte = static_cast<quint8>(m_bytes[m_at++]);
            if (i == 8) {
                value = value << 8 | byte;
                return true;
            }
            value = value << 7 | (byte & 0x7f);
            if ((byte & 0x80) == 0) return true;
        }
        return false;
    }
    bool take(quint64 size, QByteArrayView& bytes) {
        if (size > static_cast<quint64>(m_bytes.size() - m_at)) return false;
        bytes = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
        m_at += static_cast<qsizetype>(size);
        return true;
    }
    qsizetype at() const { return m_at; }

  private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

std::optional<QVariant> valueOf(quint64 type, Cursor& body) {
    static constexpr quint64 kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    QByteArrayView bytes;
    if (type >= 12) {
        if (!body.take((type - 12) / 2, bytes)) return std::nullopt;
        return type % 2 == 0 ? QVariant(bytes.toByteArray()) : QVariant(QString::fromUtf8(bytes));
    }
    if (type >= 10 || !body.take(kSizes[type], bytes)) return std::nullopt;
    if (type == 0) return QVariant();
    if (type >= 8) return QVariant(qlonglong(type - 8));
    if (type == 7) return QVariant(0.0);  // No table of ours has one.
    quint64 value = (static_cast<quint8>(bytes[0]) & 0x80) != 0 ? ~quint64{0} : 0;
    for (const char byte : bytes) value = value << 8 | static_cast<quint8>(byte);
    return QVariant(static_cast<qlonglong>(value));
}

std::optional<QVariantList> rowOf(QByteArrayView payload) {
    Cursor header(payload);
    quint64 headerSize = 0;
    if (!header.varint(headerSize) || headerSize > static_cast<quint64>(payload.size())) return std::nullopt;
    Cursor body(payload.sliced(static_cast<qsizetype>(headerSize)));
    QVariantList row;
    while (header.at() < static_cast<qsizetype>(headerSize)) {
        quint64 type = 0;
        if (!header.varint(type) || row.size() >= kMostColumns) return std::nullopt;
        const auto value = valueOf(type, body);
        if (!value) return std::nullopt;
        row.append(*value);
    }
    return row;
}

class Harvest {
  public:
    explicit Harvest(const SqliteFiles& files) : m_pages(files) {
        const QByteArrayView first = m_pages.page(1);
        const auto reserved = first.isEmpty() ? quint8{0} : static_cast<quint8>(first[20]);
        // Nobody reserves bytes in our files; another value is damage.
        m_usable = m_pages.size() - (reserved <= 64 && reserved % 4 == 0 ? reserved : 0);
    }
    FoundRows rows() {
        for (quint32 number = 1; number <= m_pages.count(); ++number) readPage(number);
        return m_found;
    }

  private:
    void readPage(quint32 number) {
        const QByteArrayView page = m_pages.page(number);
        const qsizetype head = number == 1 ? 100 : 0;
        if (page.isEmpty() || page[head] != kLeafOfTable) return;
        const int cells = half(page, head + 3);
        for (int i = 0; i < cells; ++i) {
            const qsizetype pointer = head + 8 + 2 * i;
            if (pointer + 2 > page.size()) return;
            const qsizetype at = half(page, pointer);
            const auto payload = at < page.size() ? payloadOf(page.sliced(at)) : std::nullopt;
            const auto row = payload ? rowOf(*payload) : std::nullopt;
            if (row) {
                m_found.rows.append(*row);
            } else {
                ++m_found.broken;
            }
        }
    }

    /// A cell's payload, with what stands on overflow pages.
    std::optional<QByteArray> payloadOf(QByteArrayView cell) const {
        Cursor cursor(cell);
        quint64 size = 0;
        quint64 rowid = 0;
        if (!cursor.varint(size) || !cursor.varint(rowid) || size > kMostRowBytes) return std::nullopt;
        const quint64 most = m_usable - 35;
        quint64 local = size;
        if (size > most) {
            const quint64 least = (m_usable - 12) * 32 / 255 - 23;
            const quint64 even = least + (size - least) % (m_usable - 4);
            local = even <= most ? even : least;
        }
        QByteArrayView bytes;
        if (!cursor.take(local, bytes)) return std::nullopt;
        QByteArray payload = bytes.toByteArray();
        if (local == size) return payload;
        if (!cursor.take(4, bytes)) return std::nullopt;
        quint32 next = word(bytes, 0);
        while (static_cast<quint64>(payload.size()) < size) {
            const QByteArrayView page = m_pages.page(next);
            if (page.isEmpty()) return std::nullopt;
            const quint64 rest = size - static_cast<quint64>(payload.size());
            payload += page.sliced(4, static_cast<qsizetype>(std::min<quint64>(rest, m_usable - 4)));
            next = word(page, 0);
        }
        return payload;
    }

    Pages m_pages;
    quint32 m_usable = 0;
    FoundRows m_found;
};

Result<QByteArray> readWhole(const QString& path) {
    QFile file(path);
    if (!file.exists()) return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, {QFileInfo(path).fileName()}, file.errorString());
    return file.readAll();
}

}  // namespace

bool isDamage(const StoreFault& fault) {
    constexpr int kCorrupt = 11;
    constexpr int kNotADatabase = 26;
    const int code = fault.state.toInt() & 0xff;
    return code == kCorrupt || code == kNotADatabase;
}

Status removeSqliteFile(const QString& path) {
    // The file itself first: a log alone is nothing, a file without its log is an older one.
    for (const QString& part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(path + part) && !QFile::remove(path + part))
            return fail(ErrorCode::StorageFailed, {QFileInfo(path + part).fileName()});
    }
    return {};
}

Result<SqliteFiles> readSqliteFiles(const QString& path) {
    SqliteFiles files;
    SIMRS_ASSIGN(files.db, readWhole(path));
    SIMRS_ASSIGN(files.wal, readWhole(path + QStringLiteral("-wal")));
    return files;
}

bool hidesCommits(const QByteArray& wal) { return readLog(wal).hidesCommits; }

FoundRows findRows(const SqliteFiles& files) { return Harvest(files).rows(); }

Result<SqliteState> checkSqliteFile(const QString& path) {
    DatabaseConfig config;
    config.path = path;
    try {
        SqliteDatabase db(config);
        bool whole = true;
        db.query(QStringLiteral("PRAGMA integrity_check(1)"), {},
                 [&](const Row& row) { whole = whole && row.value(0).toString() == QLatin1String("ok"); });
        return whole ? SqliteState::Whole : SqliteState::Damaged;
    } catch (const StoreFault& fault) {
        if (isDamage(fault)) return SqliteState::Damaged;
        return tl::unexpected<Error>(errorOf(fault));
    }
}

}  // namespace simrs
