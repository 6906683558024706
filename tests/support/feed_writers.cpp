// SPDX-License-Identifier: GPL-3.0-or-later
// One store a thread; shared rows are always locked in the same order.
#include "tests/support/feed_writers.h"

#include <algorithm>

namespace simrs::test {

FeedWriters::FeedWriters(DatabaseConfig config, int writers, int shared)
    : m_config(std::move(config)), m_writers(static_cast<std::size_t>(writers)) {
    Store store(m_config, StoreForm::Server, services());
    Status made = store.migrate(entities());
    for (int i = 0; i < shared; ++i) m_shared.emplace_back(Uuid::make(m_clock, m_random));
    std::sort(m_shared.begin(), m_shared.end());
    if (made) {
        const auto written = store.write(newContext(), [&](WishTx& tx) -> Status {
            for (std::size_t i = 0; i < m_shared.size(); ++i)
                tx.insert(Counted{m_shared[i], static_cast<qint64>(i) % kPlaces, 0, {}});
            return {};
        });
        if (!written) made = tl::unexpected<Error>(written.error());
    }
    if (!made) qFatal("the feed's tables: %s", qPrintable(made.error().detail));
}

FeedWriters::~FeedWriters() { stop(); }

void FeedWriters::start(std::function<void()> committed) {
    m_committed = std::move(committed);
    m_ending = false;
    for (std::size_t i = 0; i < m_writers.size(); ++i)
        m_writers[i].thread = std::thread([this, i] { write(m_writers[i], i + 1); });
}

void FeedWriters::stop() {
    m_ending = true;
    for (Writer& writer : m_writers) {
        if (writer.thread.joinable()) writer.thread.join();
    }
}

WriteContext FeedWriters::newContext() {
    WriteContext context;
    context.writeId = Uuid::make(m_clock, m_random);
    context.request = QStringLiteral("count");
    return context;
}

void FeedWriters::write(Writer& writer, std::uint64_t seed) {
    Store store(m_config, StoreForm::Server, services());
    SeededRandom random(seed);
    const QString note(100, QLatin1Char('n'));
    while (!m_ending) {
        std::size_t first = random.below(m_shared.size());
        std::size_t second = random.below(m_shared.size());
        if (first > second) std::swap(first, second);
        const auto place = static_cast<qint64>(random.below(kPlaces));
        const WriteContext context = newContext();
        const auto written = store.write(context, [&](WishTx& tx) -> Status {
            tx.patch<Counted>(m_shared[first], [](Counted& row) { ++row.count; });
            if (second != first) tx.patch<Counted>(m_shared[second], [](Counted& row) { ++row.count; });
            tx.insert(Counted{tx.newId<Counted>(), place, 0, note});
            return {};
        });
        if (written) {
            ++m_commits;
            if (m_committed) m_committed();
            writer.acknowledged.emplace_back(context.writeId, second != first ? 3 : 2);
        } else {
            ++m_failures;
        }
    }
}

std::vector<std::pair<Uuid, int>> FeedWriters::acknowledged() const {
    std::vector<std::pair<Uuid, int>> all;
    for (const Writer& writer : m_writers)
        all.insert(all.end(), writer.acknowledged.begin(), writer.acknowledged.end());
    return all;
}

QStringList FeedWriters::allScopes() {
    QStringList scopes;
    for (int place = 0; place < kPlaces; ++place) scopes.append(QStringLiteral("unit:%1").arg(place));
    return scopes;
}

EntityList FeedWriters::entities() { return {&entityType<Counted>()}; }

}  // namespace simrs::test
