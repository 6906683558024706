// SPDX-License-Identifier: GPL-3.0-or-later
// Over every request: apply on two equal partial caches, and on two equal servers, gives the same rows and
// ids; undone it leaves the cache as it was, done again as after; and a fact never throws on any rows.
#include <QTest>

#include "common/store/store.h"
#include "tests/core/random_world.h"

using namespace simrs;
using namespace simrs::test;

namespace {

constexpr int kSeeds = 12;  // Each with both values of `assured`.

/// The world's rows in a fresh in-memory store; on a partial one each row is held with probability one half.
class MemoryStore {
  public:
    MemoryStore(StoreForm form, const World& world, std::uint64_t subsetSeed)
        : m_random(7), m_store(memory(), form, {m_clock, m_random, nullptr}) {
        if (const Status made = m_store.migrate(hospitalEntities()); !made)
            qFatal("migrate: %s", qPrintable(made.error().detail));
        SeededRandom subset(subsetSeed);
        const bool whole = form == StoreForm::Server;
        const auto eachRow = [&](const auto& take) {
            const auto keep = [&] { return whole || subset.below(2) == 0; };
            const auto takeAll = [&](const auto& rows) {
                for (const auto& row : rows)
                    if (keep()) take(row);
            };
            takeAll(world.clinics);
            takeAll(world.doctors);
            takeAll(world.payers);
            takeAll(world.patients);
            takeAll(world.visits);
            takeAll(world.tickets);
            takeAll(world.notes);
            takeAll(world.allergies);
            takeAll(world.items);
            takeAll(world.depots);
            takeAll(world.lots);
            takeAll(world.lines);
            takeAll(world.rights);
            takeAll(world.wards);
            takeAll(world.beds);
            takeAll(world.staff);
            takeAll(world.facilities);
            takeAll(world.holidays);
            takeAll(world.services);
            takeAll(world.stayVisits);
            takeAll(world.stays);
            takeAll(world.details);
            takeAll(world.counterTickets);
        };
        const Status done = whole ? insertAll(eachRow) : holdAll(eachRow);
        if (!done) qFatal("world: %s", qPrintable(done.error().detail));
    }
    Store& store() { return m_store; }

    /// A device undoes what its own commands have done before it takes the server's rows.
    Status undo() {
        return m_store.onCache(hospitalEntities(), [](CacheTx& tx) -> Status {
            tx.undo();
            return {};
        });
    }
    QByteArray hash() {
        const auto hash = m_store.stateHash(hospitalEntities());
        return hash ? *hash : QByteArray();
    }

  private:
    template <class EachRow>
    Status insertAll(const EachRow& eachRow) {
        WriteContext context;
        context.writeId = Uuid::named("world");
        const auto done = m_store.write(context, [&](WishTx& tx) -> Status {
            eachRow([&](const auto& row) { tx.insert(row); });
            return {};
        });
        return done ? Status() : Status(tl::unexpected<Error>(done.error()));
    }
    /// As rows that came from a server.
    template <class EachRow>
    Status holdAll(const EachRow& eachRow) {
        return m_store.onCache(hospitalEntities(), [&](CacheTx& tx) -> Status {
            eachRow([&](const auto& row) {
                AnyRow held(entityType<std::decay_t<decltype(row)>>());
                held.type().assign(held.edit(), &row);
                held.version = 1;
                tx.put(held, QStringLiteral("unit:test"));
            });
            return {};
        });
    }
    static DatabaseConfig memory() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        return config;
    }
    class StillClock final : public Clock {
      public:
        std::int64_t nowMs() const override { return 1'795'000'000'000; }
        std::int64_t monotonicMs() const override { return 1000; }
    };
    StillClock m_clock;
    SeededRandom m_random;
    Store m_store;
};

struct Outcome {
    bool threw = false;
    bool refused = false;  // By the check.
    std::optional<Error> error;
    QByteArray reply;
    bool operator==(const Outcome&) const = default;
};

/// As the executor does it: what nobody was told yet is checked first.
Outcome run(Store& store, StoreForm form, const RequestEntry& entry, const CommandId& id,
            const QByteArray& payload, bool assured) {
    Outcome outcome;
    WriteContext context;
    context.writeId = id.uuid();
    context.request = QString::fromLatin1(entry.info.name);
    context.at = kNow;
    CommandContext command;
    command.id = id;
    command.actor = UserId(Uuid::named("user"));
    command.device = ownDevice();
    context.device = command.device.uuid();
    command.at = context.at;
    command.zone = context.zone;
    command.assured = assured;
    CommandContext checked = command;
    checked.now = context.at;
    checked.today = dayIn(context.zone, context.at);
    context.wish = entry.info.kind == RequestKind::Wish;
    const auto work = [&](WishTx& tx) -> Status {
        if (!assured) {
            Status good = entry.check(tx, checked, payload);
            outcome.refused = !good;
            if (!good) return good;
        }
        const Result<QByteArray> reply = entry.apply(tx, command, payload);
        if (!reply) return tl::unexpected<Error>(reply.error());
        outcome.reply = *reply;
        return {};
    };
    if (form == StoreForm::Server) {
        if (const auto done = store.write(context, work); !done) outcome.error = done.error();
    } else {
        const Status stored = store.onCache(hospitalEntities(), [&](CacheTx& tx) -> Status {
            if (const Status done = tx.provisionally(context, work); !done) outcome.error = done.error();
            return {};
        });
        if (!stored) outcome.error = stored.error();
    }
    outcome.threw = outcome.error && (outcome.error->code == ErrorCode::ConstraintViolated ||
                                      outcome.error->code == ErrorCode::Internal);
    return outcome;
}

}  // namespace

class EveryRequestTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void apply_data() {
        QTest::addColumn<qint64>("type");
        const int parts = qMax(1, qEnvironmentVariableIntValue("SIMRS_PARTS"));
        int at = qEnvironmentVariableIntValue("SIMRS_PART");
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            if (entry.apply && at++ % parts == 0) QTest::newRow(entry.info.name) << qint64(entry.info.type);
        }
    }

    void apply() {
        QFETCH(qint64, type);
        const RequestEntry& entry = *hospitalRequests().find(type);
        int accepted = 0;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            SeededRandom random(static_cast<std::uint64_t>(seed));
            const World world = randomWorld(random);
            const bool wild = seed % 4 == 0;  // Any bytes at all, beside requests about rows that exist.
            const QByteArray payload = wild ? entry.randomPayload(random) : aimed(entry, world, random);
            const CommandId id(Uuid::fromBytes(random.bytes(16)));
            for (const bool assured : {true, false}) {
                for (const StoreForm form : {StoreForm::Cache, StoreForm::Server}) {
                    MemoryStore one(form, world, static_cast<std::uint64_t>(seed));
                    MemoryStore two(form, world, static_cast<std::uint64_t>(seed));
                    QCOMPARE(one.hash(), two.hash());
                    const QByteArray before = one.hash();
                    const Outcome first = run(one.store(), form, entry, id, payload, assured);
                    const Outcome second = run(two.store(), form, entry, id, payload, assured);
                    const QByteArray where = QByteArray("seed ") + QByteArray::number(seed);
                    QVERIFY2(first == second, where);
                    QVERIFY2(one.hash() == two.hash() && !one.hash().isEmpty(), where);
                    if (form == StoreForm::Cache) {
                        const QByteArray after = one.hash();
                        QVERIFY2(one.undo() && one.hash() == before, where + " undo");
                        QVERIFY2(run(one.store(), form, entry, id, payload, assured) == first,
                                 where + " redo");
                        QVERIFY2(one.hash() == after, where + " redo's rows");
                    }
                    accepted += !assured && form == StoreForm::Server && !first.refused;
                    if (first.refused) continue;
                    if (entry.info.kind == RequestKind::Fact)
                        QVERIFY2(!first.error,
                                 where + (first.error ? first.error->detail.toUtf8() : QByteArray()));
                    else
                        QVERIFY2(!first.threw || form == StoreForm::Server, where);
                }
            }
        }
        QVERIFY2(accepted > 0, "no request passed its check: only refusals were tried");
    }
};

QTEST_GUILESS_MAIN(EveryRequestTest)
#include "every_request_test.moc"
