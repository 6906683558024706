// SPDX-License-Identifier: GPL-3.0-or-later
// A device's whole sync: its outbox, its replica and its session with the server, driven by calls that carry
// the time. No event loop, no socket, no clock: a link thread drives it in the client, the simulator drives
// it in tests.
#pragma once

#include <functional>

#include "common/sync/client_session.h"
#include "common/sync/replica.h"

namespace simrs {

class DeviceCore {
  public:
    /// Where messages go. Called before the method that causes them returns.
    struct Wire {
        std::function<void(const CommandMessage&)> command;
        std::function<void(const FollowFeed&)> follow;
    };
    /// Told after the files have it.
    struct Ears {
        std::function<void(const CommandResult&)> ended;  ///< Its rows are here.
        std::function<void(const ResultMessage&)>
            answered;                   ///< The server's word; its rows are on their way.
        std::function<void()> changed;  ///< The cache shows something new.
    };

    DeviceCore(Outbox& outbox, Replica& replica, Wire wire, Ears ears, SessionTimes times = {});

    /// After the outbox has been opened. Brings cache and outbox to one state.
    Status open();

    /// Writes the command to the outbox, shows it, and sends it when there is a connection: without one it
    /// waits without a seq and may be withdrawn. Durable when it returns without an error. Errors: the
    /// outbox's.
    Status submit(const OutboxEntry& draft, const QList<NumberUse>& numbers, std::int64_t nowMs);

    /// False: `open` has failed, and is to be tried again.
    bool isOpen() const { return m_session.has_value(); }
    /// Takes back a command that was never sent, and what it shows. Errors: the outbox's.
    Status withdraw(const CommandId& id);

    /// A connection to a server that counts in this epoch; null where that is not known. What it may have
    /// lost is unsettled again before anything is sent: commands go out in their old order or not at all.
    void opened(std::int64_t nowMs, const Uuid& epoch = {});
    void closed(std::int64_t nowMs);
    void received(const ResultMessage& message, std::int64_t nowMs);
    void received(const FeedBatch& batch, std::int64_t nowMs) { step(client_event::Came{batch}, nowMs); }
    void tick(std::int64_t nowMs);

    /// Where the cache stands, and what of the hospital it holds.
    const FollowFeed& position() const;
    /// Whether all rows of a key are here.
    bool holds(const QString& key) const;
    /// The file that failed last, until something succeeds again; the world should tell a person.
    const std::optional<Error>& trouble() const { return m_trouble; }

  private:
    bool maySend() const;
    void step(const ClientEvent& event, std::int64_t nowMs);
    void act(const ClientAction& action, std::int64_t nowMs);
    void apply(const FeedBatch& batch, std::int64_t nowMs);
    Status endEarly(const FeedBatch& batch);
    Status applyDurably(const FeedBatch& batch);
    bool reset(std::int64_t nowMs);
    Status beginAnew();
    Status settle(const QList<Replica::Ended>& ended);
    Status settleWhatIsBehind();
    void stands(std::int64_t nowMs);
    bool rests(std::int64_t nowMs) const;
    /// Notes it, and when to try again what has failed.
    void tried(const Status& done, std::int64_t nowMs);
    void note(const Status& done);

    Outbox& m_outbox;
    Replica& m_replica;
    Wire m_wire;
    Ears m_ears;
    SessionTimes m_times;
    std::optional<ClientSession> m_session;
    std::optional<Error> m_trouble;
    qint64 m_durableSeq = 0;
    std::int64_t m_restsUntilMs = 0;
    Uuid m_opening;         // A connection waits until the cache has begun anew; the disk was full.
    bool m_behind = false;  // The outbox could not take over what the cache knows to have ended.
};

}  // namespace simrs
