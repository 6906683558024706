// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbering of the feed costs: sixteen writers with one sequencer and a follower, against the same
// writers with a follower whose cursor stands on the order of insertion, which needs no numbering and loses
// rows.
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>

#include "server/exec/sequencer.h"
#include "tests/bench/gauges.h"
#include "tests/support/feed_writers.h"
#include "tests/support/test_postgres.h"

namespace simrs::bench {
namespace {

using std::chrono::steady_clock;
using test::FeedWriters;

constexpr double kGoal = 0.7;
constexpr int kWriters = 16;
constexpr int kShared = 1000;
constexpr int kSliceRows = 500;
constexpr auto kPause = std::chrono::milliseconds(2);

/// One database with its writers, and how its feed is followed.
class Feed {
  public:
    explicit Feed(const BenchOptions& options)
        : m_options(options),
          m_config(*parseDatabaseUrl(testDatabaseUrl(QStringLiteral("bench_feed")))),
          m_writers(m_config, kWriters, kShared) {}
    virtual ~Feed() = default;
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    /// Transactions a second, until the follower has the last of them.
    double run() {
        const qint64 commits = m_writers.commits();
        const qint64 rows = m_rows;
        std::atomic<bool> ending{false};
        begin();
        const auto began = steady_clock::now();
        std::thread follower([&] { follow(ending); });
        m_writers.start([this] { committed(); });
        std::this_thread::sleep_for(std::chrono::duration<double>(m_options.sampleSeconds()));
        m_writers.stop();
        ending = true;
        follower.join();
        const std::chrono::duration<double> took = steady_clock::now() - began;
        end();
        if (m_writers.failures() > 0) giveUp(QStringLiteral("a writer failed"));
        const qint64 made = m_writers.commits() - commits;
        std::printf("    %6.0f transactions/s, %lld rows followed\n",
                    static_cast<double>(made) / took.count(), static_cast<long long>(m_rows - rows));
        return static_cast<double>(made) / took.count();
    }

  protected:
    virtual void begin() {}
    virtual void end() {}
    virtual void committed() {}
    /// Reads the next rows; how many there were, or -1 where more are on their way.
    virtual qint64 next() = 0;

    const BenchOptions& m_options;
    const DatabaseConfig m_config;
    FeedWriters m_writers;
    qint64 m_at = 0;
    qint64 m_rows = 0;

  private:
    void follow(const std::atomic<bool>& ending) {
        for (;;) {
            const bool last = ending;
            const qint64 rows = next();
            if (rows > 0) m_rows += rows;
            if (last && rows == 0) return;
            if (rows <= 0) std::this_thread::sleep_for(kPause);
        }
    }
};

class SequencedFeed final : public Feed {
  public:
    using Feed::Feed;

  private:
    void begin() override {
        m_store = std::make_unique<Store>(m_config, StoreForm::Server, m_writers.services());
        m_sequencer = std::make_unique<Sequencer>(m_config, m_writers.services());
        if (!m_sequencer->start()) giveUp(QStringLiteral("the sequencer does not start"));
    }
    void end() override { m_sequencer.reset(); }
    void committed() override { m_sequencer->wake(); }
    qint64 next() override {
        // Asked first: what is numbered by now is in the slice.
        const auto state = m_store->feedState();
        const auto slice = m_store->feedSlice(m_at, FeedWriters::allScopes(), kSliceRows);
        if (!state || !slice) giveUp(QStringLiteral("the feed cannot be read"));
        m_at = slice->to;
        if (slice->rows.empty() && state->unnumbered) return -1;
        return static_cast<qint64>(slice->rows.size());
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Sequencer> m_sequencer;
};

class NaiveFeed final : public Feed {
  public:
    using Feed::Feed;

  private:
    void begin() override {
        auto opened = Database::open(m_config);
        if (!opened) giveUp(opened.error().detail);
        m_db = std::move(*opened);
    }
    qint64 next() override {
        qint64 rows = 0;
        m_db->query(QStringLiteral("SELECT number, tx, n, entity, id, version, op, scope, payload FROM feed "
                                   "WHERE seq IS NULL AND number > ? ORDER BY number LIMIT ?"),
                    {m_at, kSliceRows}, [&](const Row& row) {
                        m_at = numberedRow(row).seq;
                        ++rows;
                    });
        return rows;
    }

    std::unique_ptr<Database> m_db;
};

}  // namespace

void gaugeFeed(const BenchOptions& options, Report& report) {
    std::printf("\nfeed on postgresql: %d writers, transactions of two or three rows a second\n", kWriters);
    SequencedFeed ours(options);
    NaiveFeed floor(options);
    const auto turns = interleave(
        options, {QStringLiteral("feed")}, [&] { return std::vector{ours.run()}; },
        [&] { return std::vector{floor.run()}; });
    report.atLeast(QStringLiteral("feed"), turns[0], kGoal);
}

}  // namespace simrs::bench
