// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that write as fast as the database takes it, so that there is a feed to number: every transaction
// changes one or two shared rows, over which the writers contend, and makes a new one.
#pragma once

#include <atomic>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

#include "common/store/store.h"

namespace simrs::test {

using CountedId = TypedId<struct CountedTag>;

struct Counted {
    CountedId id;
    qint64 place = 0;  ///< Its scope is "unit:<place>".
    qint64 count = 0;
    QString note;
    bool operator==(const Counted&) const = default;
};

class FeedWriters {
  public:
    /// Makes the tables and `shared` rows. Ends the program where it cannot.
    FeedWriters(DatabaseConfig config, int writers, int shared);
    /// Stops.
    ~FeedWriters();

    /// `committed` is called on a writer's thread after each commit.
    void start(std::function<void()> committed = {});
    void stop();
    qint64 commits() const { return m_commits; }
    qint64 failures() const { return m_failures; }
    /// The transactions that the writers were told of, each with how many rows it wrote. After stop.
    std::vector<std::pair<Uuid, int>> acknowledged() const;

    static constexpr int kPlaces = 4;
    static QStringList allScopes();
    static EntityList entities();
    Store::Services services() { return {m_clock, m_random, nullptr}; }

  private:
    struct Writer {
        std::thread thread{};
        std::vector<std::pair<Uuid, int>> acknowledged{};
    };
    void write(Writer& writer, std::uint64_t seed);
    WriteContext newContext();

    DatabaseConfig m_config;
    std::function<void()> m_committed;
    SystemClock m_clock;
    SystemRandom m_random;
    std::vector<CountedId> m_shared;  // In the order in which they are locked.
    std::vector<Writer> m_writers;
    std::atomic<bool> m_ending{false};
    std::atomic<qint64> m_commits{0};
    std::atomic<qint64> m_failures{0};
};

}  // namespace simrs::test

namespace simrs {

template <>
inline constexpr std::array fieldsOf<test::Counted> = {
    field<&test::Counted::id>(1, "id"),
    field<&test::Counted::place>(2, "place"),
    field<&test::Counted::count>(3, "count"),
    field<&test::Counted::note>(4, "note"),
};
static_assert(wellDescribed<test::Counted>());
template <>
inline constexpr EntityInfo entityInfo<test::Counted>{.kind = 95,
                                                      .table = "counted",
                                                      .conflict = ConflictClass::ServerOnly,
                                                      .scope = {ScopeRule::Form::Own, "unit", "place"}};

}  // namespace simrs
