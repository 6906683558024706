// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a feed slice by slice while it is written, and judges in the end what it was handed.
#pragma once

#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include "common/store/store.h"

namespace simrs::test {

struct FeedFaults {
    qint64 rows = 0;  ///< Handed out.
    qint64 lost = 0;
    qint64 gaps = 0;
    qint64 duplicates = 0;
    qint64 split = 0;       ///< Transactions in more than one slice.
    qint64 inversions = 0;  ///< A version after a greater or equal one of the same row.
    qint64 foreign = 0;     ///< Rows of other scopes, or that nobody has committed.

    qint64 unreached = 0;  ///< Rows beyond the place where the reader ended.

    qint64 sum() const { return lost + gaps + duplicates + split + inversions + foreign + unreached; }
    QString text() const;
};

class FeedReader {
  public:
    enum class Cursor {
        Sequenced,  ///< Store::feedSlice.
        /// What looks right and is wrong: "number > the last one seen", over rows that a sequencer has not
        /// touched.
        Naive,
    };
    /// `seed` varies how much is asked for at a time.
    FeedReader(DatabaseConfig config, Store::Services services, Cursor cursor, QStringList scopes,
               std::uint64_t seed);
    ~FeedReader();

    void start();
    /// Reads on until it has seen the place where the feed now ends, 30 s at most, and stops.
    void finish();
    qint64 rows() const { return m_rows; }

    /// After finish: what was handed out against what is in the database.
    FeedFaults judge() const;

  private:
    FeedSlice next(Store& store, int most);
    FeedSlice nextNaive(int most);
    void follow();
    void take(const FeedSlice& slice);

    DatabaseConfig m_config;
    Store::Services m_services;
    Cursor m_cursor;
    QStringList m_scopes;
    std::uint64_t m_seed;
    std::unique_ptr<Database> m_db;  // Of the naive cursor.
    std::thread m_thread;
    std::atomic<bool> m_ending{false};
    std::atomic<qint64> m_rows{0};

    qint64 m_at = 0;
    qint64 m_slices = 0;
    FeedFaults m_faults;
    std::set<std::pair<Uuid, qint64>> m_seen;
    std::map<Uuid, qint64> m_sliceOf;   // Of a transaction.
    std::map<Uuid, qint64> m_versions;  // The last of a row.
};

}  // namespace simrs::test
