// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of docs/decisions/0022, and the cursor that fails them.
#include "tests/support/feed_reader.h"

#include <QElapsedTimer>
#include <chrono>

#include "tests/support/feed_writers.h"

namespace simrs::test {
namespace {

constexpr int kMostRows = 200;
constexpr qint64 kFinishMs = 30'000;

std::unique_ptr<Database> open(const DatabaseConfig& config) {
    auto opened = Database::open(config);
    if (!opened) qFatal("%s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

}  // namespace

QString FeedFaults::text() const {
    return QStringLiteral(
               "%1 rows, %2 lost, %3 gaps, %4 duplicates, %5 split transactions, %6 version "
               "inversions, %7 foreign, %8 out of reach")
        .arg(rows)
        .arg(lost)
        .arg(gaps)
        .arg(duplicates)
        .arg(split)
        .arg(inversions)
        .arg(foreign)
        .arg(unreached);
}

FeedReader::FeedReader(DatabaseConfig config, Store::Services services, Cursor cursor, QStringList scopes,
                       std::uint64_t seed)
    : m_config(std::move(config)),
      m_services(services),
      m_cursor(cursor),
      m_scopes(std::move(scopes)),
      m_seed(seed) {}

FeedReader::~FeedReader() {
    m_ending = true;
    if (m_thread.joinable()) m_thread.join();
}

void FeedReader::start() {
    m_thread = std::thread([this] { follow(); });
}

void FeedReader::finish() {
    m_ending = true;
    m_thread.join();
}

void FeedReader::follow() {
    Store store(m_config, StoreForm::Server, m_services);
    if (m_cursor == Cursor::Naive) m_db = open(m_config);
    SeededRandom random(m_seed);
    QElapsedTimer ending;
    for (;;) {
        const bool last = m_ending;
        if (last && !ending.isValid()) ending.start();
        // Asked first: what has its number by now is in the slice.
        const auto state = store.feedState();
        const bool waits = m_cursor == Cursor::Sequenced && (!state || state->unnumbered);
        const FeedSlice slice = next(store, 1 + static_cast<int>(random.below(kMostRows)));
        take(slice);
        if (last && slice.rows.empty() && !waits) return;
        if (last && ending.elapsed() > kFinishMs) return;
        if (slice.rows.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

FeedSlice FeedReader::next(Store& store, int most) {
    if (m_cursor == Cursor::Naive) return nextNaive(most);
    auto slice = store.feedSlice(m_at, m_scopes, most);
    return slice ? std::move(*slice) : FeedSlice{{}, m_at, false, {}};
}

FeedSlice FeedReader::nextNaive(int most) {
    FeedSlice slice{{}, m_at, false, {}};
    m_db->query(QStringLiteral("SELECT number, tx, n, entity, id, version, op, scope, payload FROM feed "
                               "WHERE seq IS NULL AND number > ? ORDER BY number LIMIT ?"),
                {m_at, most}, [&](const Row& row) { slice.rows.push_back(numberedRow(row)); });
    if (!slice.rows.empty()) slice.to = slice.rows.back().seq;
    return slice;
}

void FeedReader::take(const FeedSlice& slice) {
    ++m_slices;
    const bool whole = m_cursor == Cursor::Sequenced && m_scopes == FeedWriters::allScopes();
    qint64 expected = m_at;
    for (const NumberedRow& row : slice.rows) {
        ++m_faults.rows;
        ++expected;
        if (!whole) expected = row.seq;
        if (row.seq != expected || row.seq <= m_at || row.seq > slice.to) ++m_faults.gaps;
        expected = row.seq;
        if (!m_seen.emplace(row.tx, row.n).second) ++m_faults.duplicates;
        if (m_sliceOf.emplace(row.tx, m_slices).first->second != m_slices) ++m_faults.split;
        if (!m_scopes.contains(row.scope)) ++m_faults.foreign;
        qint64& version = m_versions[row.id];
        if (row.version <= version) ++m_faults.inversions;
        version = row.version;
    }
    if (whole && slice.to != expected) ++m_faults.gaps;
    m_at = slice.to;
    m_rows = m_faults.rows;
}

FeedFaults FeedReader::judge() const {
    FeedFaults faults = m_faults;
    qint64 found = 0;
    open(m_config)->query(QStringLiteral("SELECT tx, n, scope, seq FROM feed"), {}, [&](const Row& row) {
        if (!m_scopes.contains(row.value(2).toString())) return;
        if (m_seen.contains({Uuid::fromBytes(row.value(0).toByteArray()), row.value(1).toLongLong()})) {
            ++found;
        } else if (row.value(3).toLongLong() > m_at) {
            ++faults.unreached;
        } else {
            ++faults.lost;
        }
    });
    faults.foreign += static_cast<qint64>(m_seen.size()) - found;
    return faults;
}

}  // namespace simrs::test
