// SPDX-License-Identifier: GPL-3.0-or-later
// Look, number, tell, wait. News and calls only shorten the waiting; looking is the truth.
#include "server/exec/sequencer.h"

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "common/base/log.h"
#include "common/store/wake_signal.h"

namespace simrs {
namespace {

// Between two passes, so that many commits share one: a pass costs an fsync.
constexpr int kGatherMs = 5;
// Between two looks where nobody calls: while the feed moves, and for a while after; and else.
constexpr int kBusyLookMs = 100;
constexpr int kIdleLookMs = 1000;
constexpr std::int64_t kBusyForMs = 2000;

}  // namespace

struct Sequencer::Parts {
    DatabaseConfig database;
    Store::Services services;
    Moved moved;
    WakeSignal signal{};
    std::thread thread{};
    std::atomic<bool> ending{false};
    std::atomic<qint64> headSeq{0};
    std::atomic<qint64> waitingSince{0};  // Monotonic ms; 0: none wait.
    std::atomic<qint64> passes{0};
    FeedHead told{};
    bool answers = true;  // The database did, last time.

    std::int64_t nowMs() const { return services.clock.monotonicMs(); }

    void run(std::promise<Status> opened) {
        Store store(database, StoreForm::Server, services);
        const Status status = store.open();
        opened.set_value(status);
        if (!status) return;
        std::int64_t movedAt = nowMs();
        while (!ending) {
            const qint64 before = headSeq;
            const bool numbered = look(store);
            if (headSeq != before) movedAt = nowMs();
            if (numbered) std::this_thread::sleep_for(std::chrono::milliseconds(kGatherMs));
            if (numbered && waitingSince != 0) continue;
            const bool busy = nowMs() - movedAt < kBusyForMs;
            if (!ending) store.awaitFeed(signal, busy ? kBusyLookMs : kIdleLookMs);
        }
        // The last commits of this node; another node would find them within a second.
        if (answers) look(store);
    }

    /// Whether it numbered.
    bool look(Store& store) {
        Result<FeedState> state = store.feedState();
        const bool waits = state && state->unnumbered;
        if (waits) {
            startWaiting();
            state = store.numberFeed();
            if (state) ++passes;
        }
        note(state);
        return waits && state;
    }

    void startWaiting() {
        qint64 none = 0;
        waitingSince.compare_exchange_strong(none, nowMs());
    }

    void note(const Result<FeedState>& state) {
        if (state.has_value() != answers) {
            answers = state.has_value();
            log(answers ? LogLevel::Info : LogLevel::Error, "sequencer",
                answers ? QStringLiteral("numbers the feed again")
                        : QStringLiteral("the feed is not numbered"),
                {{"error", answers ? QString() : errorName(state.error().code)}});
        }
        if (!state) {
            startWaiting();
            return;
        }
        // What is there after a pass has come since.
        waitingSince = state->unnumbered ? nowMs() : 0;
        headSeq = state->head.seq;
        if (state->head == told) return;
        told = state->head;
        if (moved) moved(told);
    }
};

Sequencer::Sequencer(DatabaseConfig database, Store::Services services, Moved moved)
    : m_parts(new Parts{std::move(database), services, std::move(moved)}) {}

Sequencer::~Sequencer() { stop(); }

Status Sequencer::start() {
    std::promise<Status> opened;
    std::future<Status> answer = opened.get_future();
    m_parts->thread = std::thread([this, p = std::move(opened)]() mutable { m_parts->run(std::move(p)); });
    return answer.get();
}

void Sequencer::stop() {
    m_parts->ending = true;
    m_parts->signal.raise();
    if (m_parts->thread.joinable()) m_parts->thread.join();
}

void Sequencer::wake() { m_parts->signal.raise(); }

SequencerFigures Sequencer::figures() const {
    const qint64 since = m_parts->waitingSince;
    return {m_parts->headSeq, since == 0 ? 0 : m_parts->nowMs() - since, m_parts->passes};
}

}  // namespace simrs
