// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions: begin, run, commit, repeat.
#include "common/store/store.h"

#include <chrono>
#include <thread>

#include "common/base/limits.h"
#include "common/base/log.h"
#include "common/store/dialect.h"
#include "common/store/row_history.h"

namespace simrs {
namespace {

/// Reads of a query: nothing is locked, reference rows come from memory.
class SnapshotReader final : public Reader, public TrailReader {
  public:
    SnapshotReader(Database& db, StoreForm form, bool lists, ReferenceRows* reference, bool showsPending)
        : m_db(db), m_form(form), m_lists(lists), m_reference(reference), m_showsPending(showsPending) {}
    bool authority() const override { return m_form == StoreForm::Server; }
    bool showsPending() override {
        if (m_form == StoreForm::Server) return true;
        bool settled = true;
        m_db.query(QStringLiteral("SELECT settled FROM feed_position"), {},
                   [&](const Row& row) { settled = row.value(0).toBool(); });
        return settled && m_showsPending;
    }
    QList<RowTrace> rowTraces(std::uint32_t kind, const Uuid& row, const QStringList& requests) override {
        return tracesInAudit(m_db, kind, row, requests);
    }

  protected:
    std::optional<AnyRow> fetch(const EntityType& type, const Uuid& id) override {
        if (type.info->reference && m_reference) {
            const auto rows = m_reference->rows(m_db, type);
            const auto found = rows->find(id);
            return found == rows->end() ? std::nullopt : std::optional<AnyRow>(found->second);
        }
        return selectRow(m_db, type, id, false);
    }
    std::vector<AnyRow> fetchMany(const EntityType& type, const QVariantList& ids) override {
        return selectMany(m_db, type, ids);
    }
    std::optional<std::vector<AnyRow>> fetchList(const EntityType& type, const Condition& where) override {
        if (!m_lists) return std::nullopt;
        if (type.info->reference && m_reference && where.sql.isEmpty() && where.order.isEmpty()) {
            std::vector<AnyRow> rows;
            for (const auto& [id, row] : *m_reference->rows(m_db, type)) rows.push_back(row);
            return rows;
        }
        return selectRows(m_db, type, where);
    }
    std::optional<std::vector<AnyRow>> fetchSearch(const EntityType& type, const WordSearch& search,
                                                   const Condition& where) override {
        if (!m_lists || !type.info->searchColumn) return std::nullopt;
        const dialect::SearchCondition found = wordsCondition(search, type);
        QString sql = tableText(type).selectAll + QStringLiteral(" WHERE ") + found.sql;
        // "IS TRUE" keeps the planner, which cannot know how rare two words together are, from the index of a
        // whole birth year.
        if (!where.sql.isEmpty())
            sql += QStringLiteral(" AND (") + where.sql +
                   (found.narrow ? QStringLiteral(") IS TRUE") : QStringLiteral(")"));
        sql += QStringLiteral(" LIMIT %1").arg(where.limit > 0 ? where.limit : limits::kSearchCandidates);
        std::vector<AnyRow> rows;
        m_db.queryOnce(sql, found.values + where.values, [&](const Row& row) {
            AnyRow& added = rows.emplace_back(type);
            added.version = readRow(type, row, added.edit());
        });
        return rows;
    }
    std::optional<QStringList> fetchWords(const EntityType& type, const QStringList& words,
                                          WordPart part) override {
        if (!m_lists || !type.info->searchColumn) return std::nullopt;
        QStringList held;
        const dialect::WordsQuestion question =
            dialect::wordsQuestion(m_db.engine(), tableText(type).table, words, part == WordPart::Beginning);
        m_db.query(question.sql, question.values,
                   [&](const Row& row) { held.append(row.value(0).toString()); });
        return held;
    }
    std::optional<std::vector<AnyRow>> fetchFollowers(const EntityType& type, const FollowRule& rule,
                                                      const Uuid& followed) override {
        if (!authority() && !fetch(rule.type(), followed)) return std::nullopt;
        return selectRows(m_db, type, followersOf(type, rule, followed));
    }
    std::optional<Pairs> fetchLargest(const EntityType& type, const char* key, const char* value,
                                      const Condition& where) override {
        if (!m_lists) return std::nullopt;
        QString sql =
            QStringLiteral("SELECT %1, MAX(%2) FROM ").arg(QLatin1String(key), QLatin1String(value)) +
            tableText(type).table;
        if (!where.sql.isEmpty()) sql += QStringLiteral(" WHERE ") + where.sql;
        sql += QStringLiteral(" GROUP BY ") + QLatin1String(key);
        Pairs pairs;
        m_db.query(sql, where.values,
                   [&](const Row& row) { pairs.emplace_back(row.value(0), row.value(1)); });
        return pairs;
    }

  private:
    dialect::SearchCondition wordsCondition(const WordSearch& search, const EntityType& type) const {
        const auto in = [&](const EntityType& one, const QList<QStringList>& words) {
            return dialect::searchCondition(m_db.engine(), tableText(one).table,
                                            QString::fromLatin1(one.info->searchColumn), words);
        };
        if (!search.beside) return in(type, search.words);
        dialect::SearchCondition beside = in(*search.beside, search.besideWords);
        beside.sql = QStringLiteral("id IN (SELECT id FROM %1 WHERE %2)")
                         .arg(tableText(*search.beside).table, beside.sql);
        if (search.words.isEmpty()) return beside;
        dialect::SearchCondition own = in(type, search.words);
        own.sql += QStringLiteral(" AND ") + beside.sql;
        own.values += beside.values;
        return own;
    }

    Database& m_db;
    StoreForm m_form;
    bool m_lists;  // Whether lists are answered: the whole hospital's, or what is held here.
    ReferenceRows* m_reference;
    bool m_showsPending;
};

}  // namespace

Store::Store(DatabaseConfig config, StoreForm form, Services services)
    : m_config(std::move(config)), m_form(form), m_services(services) {
    if (services.entities) m_entities = *services.entities;
}

Store::~Store() {
    if (!m_db || !m_services.watch) return;
    m_db->rollback();
    m_services.watch->closed(m_config, std::move(m_db));
}

Status Store::open() { return ensureOpen(); }

Status Store::ensureOpen() {
    if (m_db && !m_db->isLost()) return {};
    if (m_db) {
        const DatabaseCounters last = m_db->counters();
        m_closed.roundTrips += last.roundTrips;
        m_closed.rowsWritten += last.rowsWritten;
    }
    m_db.reset();
    if (m_services.watch) m_db = m_services.watch->open(m_config);
    if (m_db) return {};
    SIMRS_ASSIGN(m_db, Database::open(m_config));
    return {};
}

void Store::commit() {
    if (m_services.watch) m_services.watch->beforeCommit();
    m_db->commit();
    if (m_services.watch) m_services.watch->afterCommit();
}

DatabaseCounters Store::counters() const {
    DatabaseCounters sum = m_closed;
    if (m_db) {
        sum.roundTrips += m_db->counters().roundTrips;
        sum.rowsWritten += m_db->counters().rowsWritten;
    }
    return sum;
}

bool Store::ping() {
    return attempt(QStringLiteral("ping"),
                   [&] {
                       m_db->query(QStringLiteral("SELECT 1"), {}, [](const Row&) {});
                       return Status();
                   })
        .has_value();
}

Status Store::migrate(const EntityList& entities) {
    m_entities = entities;
    SIMRS_TRY(ensureOpen());
    if (m_form == StoreForm::Cache) return bringUpToDate(*m_db, entities, SchemaForm::Cache);
    SIMRS_TRY(bringUpToDate(*m_db, entities, SchemaForm::Server));
    return makeFeedHead();
}

void Store::pause(int round) {
    const auto most = std::uint64_t{1} << std::min(round, 6);
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + m_services.random.below(2 * most)));
}

/// Runs `once`; repeats it after a deadlock, a serialization failure or a lost connection.
Status Store::attempt(const QString& what, const std::function<Status()>& once) {
    Error last{ErrorCode::DatabaseUnavailable, {}, {}};
    QString state;
    for (int round = 0; round < limits::kWriteAttempts; ++round) {
        if (round > 0) pause(round);
        if (const Status opened = ensureOpen(); !opened) {
            last = opened.error();
            continue;
        }
        try {
            return once();
        } catch (const StoreFault& fault) {
            m_db->rollback();
            last = errorOf(fault);
            state = fault.state;
            if (fault.kind == StoreFault::Kind::Retry || fault.kind == StoreFault::Kind::Lost) continue;
            // The state only: the engine's words may quote a row, with its NIK.
            if (fault.kind != StoreFault::Kind::Constraint)
                log(LogLevel::Error, "store", QStringLiteral("a statement failed"),
                    {{"work", what}, {"state", state}});
            return tl::unexpected<Error>(last);
        }
    }
    log(LogLevel::Warning, "store", QStringLiteral("gave up"), {{"work", what}, {"state", state}});
    return tl::unexpected<Error>(last);
}

Status Store::read(const std::function<Status(Reader&)>& work) {
    return readAs(m_form == StoreForm::Server, work);
}

Status Store::readHeld(const std::function<Status(Reader&)>& work) { return readAs(true, work); }

Status Store::readAs(bool listsHeld, const std::function<Status(Reader&)>& work) {
    return attempt(QStringLiteral("read"), [&]() -> Status {
        // A single statement is its own snapshot; the cost of BEGIN and END is not worth more than that here,
        // except on SQLite, where they are free and keep several statements in one picture.
        const bool wrap = m_config.engine == Engine::Sqlite;
        if (wrap) m_db->control(QStringLiteral("BEGIN"));
        SnapshotReader reader(*m_db, m_form, listsHeld, m_services.reference, m_showsPending);
        try {
            Status done = work(reader);
            if (wrap) m_db->control(QStringLiteral("COMMIT"));
            return done;
        } catch (const StoreFault&) {
            if (wrap) m_db->endRead();
            throw;
        }
    });
}

Result<CommitReport> Store::write(const WriteContext& context, const std::function<Status(WishTx&)>& work) {
    Result<CommitReport> outcome = fail(ErrorCode::Internal);
    writeOne({context, {}, work, [&](Result<CommitReport> done) { outcome = std::move(done); }});
    return outcome;
}

void Store::writeOne(WriteJob job) {
    CommitReport report;
    CommitReport sent;  // Of a commit whose answer was lost: it may have happened, and nobody was told.
    const Status outcome = attempt(job.context.request, [&]() -> Status {
        int preambleRows = 0;
        if (job.preamble.sql.isEmpty()) {
            m_db->begin();
        } else {
            preambleRows = m_db->beginWith(job.preamble.sql, job.preamble.values);
        }
        WishTx tx(*m_db, m_form, job.context, m_services.reference, m_entities);
        tx.preambleRows = preambleRows;
        if (Status done = job.work(tx); !done) {
            m_db->rollback();
            return done;
        }
        tx.finish();
        if (tx.wroteFeed() && numbersAtCommit()) simrs::numberFeed(*m_db);
        report = tx.report();
        report.topics.unite(sent.topics);
        report.referenceKinds.unite(sent.referenceKinds);
        sent = report;
        commit();
        return {};
    });
    if (!outcome) return job.done(tl::unexpected<Error>(outcome.error()));
    if (m_services.reference) {
        for (const std::uint32_t kind : report.referenceKinds) m_services.reference->forget(kind);
    }
    job.done(std::move(report));
}

void Store::writeGroup(std::vector<WriteJob> jobs) {
    if (jobs.size() == 1 || m_config.engine == Engine::Postgres) {
        // Savepoints cost two round trips each there, and writers of different groups would deadlock.
        for (WriteJob& job : jobs) writeOne(std::move(job));
        return;
    }
    std::vector<Result<CommitReport>> outcomes;
    const Status committed = attempt(QStringLiteral("group"), [&]() -> Status {
        outcomes.assign(jobs.size(), fail(ErrorCode::Internal));
        bool wroteFeed = false;
        m_db->begin();
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            m_db->savepoint();
            try {
                WishTx tx(*m_db, m_form, jobs[i].context, m_services.reference, m_entities);
                if (!jobs[i].preamble.sql.isEmpty())
                    tx.preambleRows = m_db->execute(jobs[i].preamble.sql, jobs[i].preamble.values);
                if (const Status done = jobs[i].work(tx); !done) {
                    outcomes[i] = tl::unexpected<Error>(done.error());
                    m_db->rollbackToSavepoint();
                    continue;
                }
                tx.finish();
                m_db->releaseSavepoint();
                wroteFeed = wroteFeed || tx.wroteFeed();
                outcomes[i] = tx.report();
            } catch (const StoreFault& fault) {
                if (fault.kind != StoreFault::Kind::Constraint) throw;
                m_db->rollbackToSavepoint();
                outcomes[i] = tl::unexpected<Error>(errorOf(fault));
            }
        }
        if (wroteFeed && numbersAtCommit()) simrs::numberFeed(*m_db);
        commit();
        return {};
    });
    if (!committed && committed.error().code == ErrorCode::Internal) {
        // One job's statement cannot run at all. Each by itself, so that it fails alone.
        for (WriteJob& job : jobs) writeOne(std::move(job));
        return;
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (!committed) outcomes[i] = tl::unexpected<Error>(committed.error());
        if (outcomes[i] && m_services.reference) {
            for (const std::uint32_t kind : outcomes[i]->referenceKinds) m_services.reference->forget(kind);
        }
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].done(std::move(outcomes[i]));
}

Status Store::onCache(const EntityList& entities, const std::function<Status(CacheTx&)>& work) {
    return attempt(QStringLiteral("cache"), [&]() -> Status {
        m_db->begin();
        CacheTx tx(*m_db, entities);
        if (Status done = work(tx); !done) {
            m_db->rollback();
            return done;
        }
        commit();
        return {};
    });
}

Status Store::load(const WriteContext& context, const std::function<Status(BulkLoader&)>& work) {
    SIMRS_TRY(ensureOpen());
    try {
        m_db->begin();
        BulkLoader loader(*m_db, m_form == StoreForm::Server ? SchemaForm::Server : SchemaForm::Cache);
        if (Status done = work(loader); !done) {
            m_db->rollback();
            return done;
        }
        m_db->execute(
            QStringLiteral("INSERT INTO audit (at, actor, device, request, command, patient, changes, note) "
                           "VALUES (?, NULL, NULL, ?, NULL, NULL, ?, ?)"),
            {detail::sqlOf(context.at), detail::sqlOf(context.request), QByteArray(""),
             detail::sqlOf(context.note)});
        if (m_form == StoreForm::Server) replaceFeedEpoch(*m_db, newEpoch());
        commit();
        return {};
    } catch (const StoreFault& fault) {
        m_db->rollback();
        return tl::unexpected<Error>(errorOf(fault));
    }
}

Status Store::noteReads(const QList<ReadNote>& notes) {
    return attempt(QStringLiteral("note_reads"), [&]() -> Status {
        m_db->begin();
        for (const ReadNote& note : notes) writeReadNote(*m_db, note);
        commit();
        return {};
    });
}

}  // namespace simrs
