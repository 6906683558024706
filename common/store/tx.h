// SPDX-License-Identifier: GPL-3.0-or-later
// The transaction a request's apply works in. Rows change only here: one place gives version, feed row,
// scope, audit diff and live topics.
#pragma once

#include <QSet>
#include <functional>
#include <map>
#include <memory>

#include "common/store/reader.h"
#include "common/store/reference_rows.h"
#include "common/store/schema.h"

namespace simrs {

/// Who writes, and why. Everything in it comes from the command or the server, never from the store.
struct WriteContext {
    Uuid writeId;     ///< The command's id: names the feed rows and all new rows.
    QString request;  ///< "register_visit", for the audit.
    Uuid actor;       ///< The user; null for the system itself.
    Uuid device;
    Instant at;
    QString zone = QStringLiteral("Asia/Jakarta");
    bool isCommand = true;
    QString note;       ///< For the audit: a reason, a file and its hash.
    bool wish = false;  ///< What it makes in a cache is only asked for, until the server's rows come.
};

enum class StoreForm { Server, Cache };

/// One row of the read audit: who saw which patients, by what question.
struct ReadNote {
    QString request;
    Uuid actor;
    Uuid device;
    Instant at;
    QList<Uuid> patients;
};

void writeReadNote(Database& db, const ReadNote& note);

/// What a commit touched, told to the publisher after it.
struct CommitReport {
    QSet<QString> topics;
    QSet<std::uint32_t> referenceKinds;
    qint64 rowsWritten = 0;
};

/// In feed and audit. Remove: the row has left this key; it is not deleted.
enum class RowOp : int { Insert = 1, Update = 2, Remove = 3 };

/// One entity row's change inside an audit row.
struct AuditChange {
    qint64 entity = 0;
    Uuid row;
    qint64 op = 0;
    QList<FieldChange> changes;

    bool operator==(const AuditChange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<AuditChange> = {
    field<&AuditChange::entity>(1, "entity"),
    field<&AuditChange::row>(2, "row"),
    field<&AuditChange::op>(3, "op"),
    field<&AuditChange::changes>(4, "changes"),
};
static_assert(wellDescribed<AuditChange>());

struct AuditChanges {
    QList<AuditChange> list;
    bool operator==(const AuditChanges&) const = default;
};
template <>
inline constexpr std::array fieldsOf<AuditChanges> = {field<&AuditChanges::list>(1, "list")};

/// What a fact may do: everything but refuse, and lock in order to decide.
class FactTx : public Reader {
  public:
    /// `entities`: all tables of the store, since rows may follow others of which their own code knows
    /// nothing.
    FactTx(Database& db, StoreForm form, const WriteContext& context, ReferenceRows* reference,
           const EntityList& entities);
    ~FactTx() override = default;

    const WriteContext& context() const { return m_context; }
    bool authority() const override { return m_form == StoreForm::Server; }

    /// The id of the row that this command makes in `slot`: the same in every place and every time it runs.
    template <Entity E>
    IdOf<E> newId(std::uint32_t slot = 0) {
        return IdOf<E>(Uuid::derive(m_context.writeId, entityInfo<E>.kind, slot));
    }

    template <Entity E>
    void insert(const E& row) {
        insertAny(entityType<E>(), &row);
    }

    /// Changes a row in place; false where it is not held here, which is no error.
    template <Entity E>
    bool patch(const IdOf<E>& id, const std::function<void(E&)>& change) {
        static_assert(entityInfo<E>.conflict != ConflictClass::AppendOnly, "a correction is another row");
        return patchAny(entityType<E>(), id.uuid(), [&](void* row) { change(*static_cast<E*>(row)); });
    }

    /// A three-way merge of an edit; nothing where the row is not held here or the edit cannot be read.
    template <Entity E>
    std::optional<MergeOutcome> merge(const IdOf<E>& id, const QList<FieldChange>& changes) {
        static_assert(entityInfo<E>.conflict == ConflictClass::FieldMerge, "not declared to be merged");
        return mergeAny(entityType<E>(), id.uuid(), changes);
    }

    /// A row that the server has confirmed or a fact has made: what a fact may stand on. A row that only a
    /// pending wish has made is none.
    template <Entity E>
    std::optional<E> firm(const IdOf<E>& id) {
        return id.isNull() || onlyWished(entityType<E>(), id.uuid()) ? std::nullopt : get<E>(id);
    }

    /// Ends this run as a lost race: rolled back and run again, so that the rules see what came in between.
    /// Only on the server, and only for an author who has been told nothing yet.
    [[noreturn]] void runAgain() const;

    /// The next number of a hospital-wide series; nothing on a client.
    std::optional<qint64> next(const QString& counter);
    /// Adds a row to the feed that is no entity (a command's result).
    void addFeedRow(std::uint32_t kind, const Uuid& id, const QString& scope, const QByteArray& payload);

    /// A row of the read audit, for what was seen without the server. Nothing on a client.
    void noteRead(const ReadNote& note);

    // For the store and the executor, not for handlers.
    bool hasChanges() const { return !m_touched.empty(); }
    bool wroteFeed() const { return !m_feed.empty(); }
    int preambleRows = 0;
    void finish();  ///< Writes rows, feed and audit; called once before the commit.
    const CommitReport& report() const { return m_report; }

  protected:
    std::optional<AnyRow> fetch(const EntityType& type, const Uuid& id) override;
    std::vector<AnyRow> fetchMany(const EntityType& type, const QVariantList& ids) override;
    std::optional<std::vector<AnyRow>> fetchList(const EntityType& type, const Condition& where) override;
    std::optional<std::vector<AnyRow>> fetchSearch(const EntityType& type, const WordSearch& search,
                                                   const Condition& where) override;
    std::optional<std::vector<AnyRow>> fetchFollowers(const EntityType& type, const FollowRule& rule,
                                                      const Uuid& followed) override;
    struct Touched {
        AnyRow now;
        std::optional<AnyRow> before;  ///< As the transaction found it; empty for a new row.
        bool written = false;          ///< The row has been sent to the database in its present form.
        bool inserted = false;         ///< The database has the row.
        bool updated = false;          ///< This transaction has sent it before, in another form.
    };
    Touched* touch(const EntityType& type, const Uuid& id);

  private:
    struct FeedRow {
        std::uint32_t kind;
        Uuid id;
        qint64 version;
        int op;
        QString scope;
        QByteArray payload;
    };
    void insertAny(const EntityType& type, const void* row);
    bool patchAny(const EntityType& type, const Uuid& id, const std::function<void(void*)>& change);
    std::optional<MergeOutcome> mergeAny(const EntityType& type, const Uuid& id,
                                         const QList<FieldChange>& changes);
    bool onlyWished(const EntityType& type, const Uuid& id);
    void keepPicture(const Touched& row);
    void writeRows();
    void writeRow(Touched& row);
    void writeFeed();
    void writeAudit();
    void collectFeed(const Touched& row);
    void addToFeed(const AnyRow& row, RowOp op, const QString& key);
    void collectMove(const AnyRow& before, const AnyRow& now);
    const AnyRow* touched(const EntityType& type, const Uuid& id) const;
    void writeRowsOf(const EntityType& type);
    // Who holds a row (tx_scope.cpp).
    QStringList keysOf(const EntityType& type, const Uuid& id);
    QStringList keysOf(const AnyRow& row);
    QStringList followedKeys(const AnyRow& row);
    void collectShares(const AnyRow& row, const QStringList& keys);
    void share(const EntityType& type, const Uuid& id, const QString& key);
    std::optional<AnyRow> steady(const EntityType& type, const Uuid& id);
    QStringList sharedKeys(const EntityType& type, const Uuid& id);
    void eachFollower(const EntityType& type, const Uuid& id, const std::function<void(const AnyRow&)>& take);
    void bringFollowers(const EntityType& type, const Uuid& id, const QString& key);
    void releaseFollowers(const EntityType& type, const Uuid& id, const QString& key);
    void lockFollowed();
    void collectTopics(const AnyRow& row);

    Database& m_db;
    StoreForm m_form;
    WriteContext m_context;
    ReferenceRows* m_reference;
    const EntityList& m_entities;
    std::vector<std::unique_ptr<Touched>> m_touched;  // In the order of first touch: parents before children.
    std::map<std::pair<std::uint32_t, Uuid>, std::optional<AnyRow>>
        m_read;  // Rows read by id, untouched so far.
    std::vector<FeedRow> m_feed;
    std::vector<ReadNote> m_reads;
    CommitReport m_report;
};

/// A wish may also lock a row in order to decide.
class WishTx : public FactTx {
  public:
    using FactTx::FactTx;
    template <Entity E>
    std::optional<E> lock(const IdOf<E>& id) {
        Touched* row = touch(entityType<E>(), id.uuid());
        return row ? std::optional<E>(row->now.template as<E>()) : std::nullopt;
    }
};

}  // namespace simrs
