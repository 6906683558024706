// SPDX-License-Identifier: GPL-3.0-or-later
// backup and restore: the whole database in one file that either engine takes. Not the certificates: they are
// files of the data folder.
#include <fcntl.h>
#include <unistd.h>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "common/access/device_registry.h"
#include "common/core/restored_numbers.h"
#include "common/hospital/hospital.h"
#include "common/registration/masters.h"
#include "common/store/backup.h"
#include "server/cli/interrupt.h"
#include "server/cli/opened_store.h"

namespace simrs {
namespace {

constexpr std::int64_t kSayEveryMs = 2000;

/// How far it is, on standard error: at the end of a table's first page, and every two seconds.
class Progress {
  public:
    explicit Progress(const CliServices& services) : m_services(services) {}

    BackupWatch watch() {
        return {[this](const QString& table, qint64 rows) { say(table, rows); },
                [] { return Interrupt::came(); }};
    }

  private:
    void say(const QString& table, qint64 rows) {
        const std::int64_t now = m_services.clock.monotonicMs();
        if (table == m_table && now - m_saidMs < kSayEveryMs) return;
        m_table = table;
        m_saidMs = now;
        m_services.terminal.complain(QStringLiteral("%1: %2 rows").arg(table).arg(rows));
    }

    const CliServices& m_services;
    QString m_table;
    std::int64_t m_saidMs = 0;
};

/// In words for these two commands; nothing else is known of some of these codes here.
Exit backupExit(const Error& error, const QString& path) {
    switch (error.code) {
        case ErrorCode::TimedOut:
            return {ExitCode::Failure, QStringLiteral("interrupted; nothing was changed")};
        case ErrorCode::FileUnreadable:
            return {ExitCode::NoInput,
                    QStringLiteral("%1 is not a whole backup of SIMRS: %2").arg(path, error.detail)};
        case ErrorCode::StorageFailed:
            return {ExitCode::CannotCreate, QStringLiteral("%1 cannot be written").arg(path)};
        case ErrorCode::SchemaTooNew:
            return {ExitCode::Failure,
                    QStringLiteral("written by a newer program (its tables have version %1, ours %2)")
                        .arg(error.args.value(0), error.args.value(1))};
        case ErrorCode::ConfigInvalid:
            return {
                ExitCode::Failure,
                error.args.value(0) == QLatin1String("schema")
                    ? QStringLiteral("the database's tables are not those of this program: use the program "
                                     "that wrote them, or \"simrs-server migrate\" first")
                    : QStringLiteral("the database is not empty: restore goes into an empty one only")};
        default:
            return exitOf(error);
    }
}

/// A renamed file is only there after a power cut when its folder was written too.
void syncFolder(const QString& path) {
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

/// An embedded database has one writer: while its server runs, the mark stays where it was.
bool writeMark(const CliCall& call, const FeedHead& mark) {
    const ServerConfig& config = call.settings.server;
    DataFolder folder(config.dataFolder);
    if (config.database.engine == Engine::Sqlite && !folder.hold(config.database)) return false;
    Store store(config.database, StoreForm::Server, {call.services.clock, call.services.random});
    return store.open() && store.setDurableMark(mark);
}

QString shownTime(Instant at) { return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate); }

/// Whatever queue numbers may begin with; "A" is the letter of a clinic without one.
QStringList letters(Reader& reader) {
    QStringList found{QStringLiteral("A")};
    for (const Clinic& clinic : reader.list(Where<Clinic>()).value_or(QList<Clinic>()))
        if (!clinic.letter.isEmpty()) found.append(clinic.letter);
    for (const Doctor& doctor : reader.list(Where<Doctor>()).value_or(QList<Doctor>()))
        if (!doctor.letter.isEmpty()) found.append(doctor.letter);
    found.removeDuplicates();
    return found;
}

Outcome<qint64> skippedBlocks(const CliCall& call) {
    if (!call.line.has("skip-blocks")) return 0;
    bool isNumber = false;
    const qint64 blocks = call.line.value("skip-blocks").toLongLong(&isNumber);
    if (!isNumber || blocks < 0)
        return leave(ExitCode::Usage, QStringLiteral("--skip-blocks takes a number of blocks"));
    return blocks;
}

/// A new embedded database; gone again unless it is kept.
class NewFile {
  public:
    explicit NewFile(const DatabaseConfig& config) {
        if (config.engine == Engine::Sqlite && !QFileInfo::exists(config.path)) m_path = config.path;
    }
    void keep() { m_path.clear(); }
    ~NewFile() {
        if (m_path.isEmpty()) return;
        for (const char* tail : {"", "-wal", "-shm"}) QFile::remove(m_path + QLatin1String(tail));
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

  private:
    QString m_path;
};

Result<BackupHead> restoreInto(Database& db, const CliCall& call, QFile& file, const BackupHead& head,
                               qint64 skipBlocks, const BackupWatch& watch) {
    RestoreOrder order;
    order.context =
        writeContext(call, QStringLiteral("restore"),
                     QStringLiteral("%1 of %2").arg(QFileInfo(file).fileName(), shownTime(head.takenAt)));
    order.epoch = Uuid::make(call.services.clock, call.services.random);
    order.afterLoad = [&](WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters) -> Status {
        const auto hospital = tx.get<Hospital>(hospitalId());
        const RestoreTimes times{head.takenAt, order.context.at, hospital ? hospital->zone : Hospital().zone,
                                 skipBlocks};
        skipGivenNumbers(tx, loader, counters, letters(tx), times);
        // Where devices keep what no backup holds, they send it again, from the last number known here on.
        if (call.settings.server.durable == Durable::Commit) forgetLastSeqs(tx);
        return {};
    };
    return restoreBackup(db, hospitalEntities(), file, order, watch);
}

}  // namespace

Outcome<void> backUp(const CliCall& call) {
    const QString path = call.line.arguments.first();
    DatabaseConfig database = call.settings.server.database;
    if (database.engine == Engine::Sqlite && !QFileInfo::exists(database.path))
        return leave(ExitCode::NoInput, QStringLiteral("there is no database at %1").arg(database.path));
    database.readOnly = true;
    const auto db = Database::open(database);
    if (!db) return leave(db.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return leave(ExitCode::CannotCreate, QStringLiteral("%1 cannot be written").arg(path));
    BackupHead about;
    about.program = QStringLiteral("simrs-server " SIMRS_VERSION);
    about.takenAt = call.services.clock.now();
    const Interrupt interrupt;
    Progress progress(call.services);
    const auto written = writeBackup(**db, hospitalEntities(), about, file, progress.watch());
    if (!written) return tl::unexpected(backupExit(written.error(), path));
    const qint64 size = file.size();
    if (!file.commit())
        return leave(ExitCode::CannotCreate, QStringLiteral("%1 cannot be written").arg(path));
    syncFolder(path);
    const bool marked = writeMark(call, {written->epoch, written->seq});
    call.services.terminal.say(QStringLiteral("%1: %2 bytes, as of %3%4")
                                   .arg(path)
                                   .arg(size)
                                   .arg(shownTime(written->takenAt),
                                        marked
                                            ? QString()
                                            : QStringLiteral("\nthe server runs: its mark of what is backed "
                                                             "up stays as it was")));
    return {};
}

Outcome<void> restore(const CliCall& call) {
    const QString path = call.line.arguments.first();
    const ServerConfig& config = call.settings.server;
    const Outcome<qint64> skipBlocks = skippedBlocks(call);
    if (!skipBlocks) return tl::unexpected(skipBlocks.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return leave(ExitCode::NoInput, QStringLiteral("%1 cannot be read").arg(path));
    const Interrupt interrupt;
    Progress progress(call.services);
    const BackupWatch watch = progress.watch();
    const auto head = checkBackup(file, watch);
    if (!head) return tl::unexpected(backupExit(head.error(), path));
    DataFolder folder(config.dataFolder);
    if (const auto created = folder.create(); !created) return tl::unexpected(created.error());
    if (const auto held = folder.hold(config.database); !held) return tl::unexpected(held.error());
    NewFile made(config.database);
    {
        const auto db = Database::open(config.database);
        if (!db) return leave(db.error());
        const auto restored = restoreInto(**db, call, file, *head, *skipBlocks, watch);
        if (!restored) return tl::unexpected(backupExit(restored.error(), path));
    }
    made.keep();
    call.services.terminal.say(
        QStringLiteral("restored as of %1. What was done since is on the devices' outboxes or lost; numbers "
                       "given since are skipped and never given again.\nMake a backup of it before the "
                       "server is started: "
                       "restored twice from one file, it could give the same numbers twice.")
            .arg(shownTime(head->takenAt)));
    return {};
}

}  // namespace simrs
