// SPDX-License-Identifier: GPL-3.0-or-later
// The device's half of a connection, as a pure step function: events go in with the time they happened,
// actions come out, and nothing else is read or written. Sends the outbox in order, again from the first
// command whose fate is unknown; follows the feed, one batch at a time.
#pragma once

#include <variant>
#include <vector>

#include "common/sync/feed_batch.h"
#include "common/sync/outbox.h"

namespace simrs {

namespace client_event {
struct Opened {};  ///< Connected and known to the server.
struct Closed {};
struct Answered {  ///< The server's word on a command. It tells people; only its row in the feed ends
                   ///< anything.
    ResultMessage message;
};
struct Came {
    FeedBatch batch;
};
struct Stands {  ///< The cache has a new position: after a batch, a reset, or one that was not its own.
    FollowFeed position;
};
struct Failed {};  ///< A batch could not be applied: the disk is full, a row cannot be read.
struct Grew {};    ///< The outbox has one more command.
struct Ticked {};
}  // namespace client_event
using ClientEvent =
    std::variant<client_event::Opened, client_event::Closed, client_event::Answered, client_event::Came,
                 client_event::Stands, client_event::Failed, client_event::Grew, client_event::Ticked>;

namespace client_action {
struct SendCommand {
    CommandId id;
};
struct SendFollow {
    FollowFeed position;
};
struct Apply {
    FeedBatch batch;
};
struct Reset {};  ///< The server counts anew: drop the cache, keep the outbox.
}  // namespace client_action
using ClientAction = std::variant<client_action::SendCommand, client_action::SendFollow, client_action::Apply,
                                  client_action::Reset>;

struct SessionTimes {
    int window = 64;                  ///< Commands on their way without an answer.
    std::int64_t resendMs = 5'000;    ///< A command without an answer.
    std::int64_t followMs = 15'000;   ///< A question for the feed without an answer: it may be lost.
    std::int64_t firstPauseMs = 500;  ///< After the server could not, doubled each time.
    std::int64_t longestPauseMs = 30'000;
    std::int64_t restMs = 2'000;        ///< After a file could not be written, before it is tried again.
    std::int64_t doubtMs = 60'000;      ///< An answer whose rows do not come.
    std::int64_t verifyMs = 1'800'000;  ///< Between two held keys whose rows are compared with the server's.
};

class ClientSession {
  public:
    explicit ClientSession(FollowFeed position, SessionTimes times = {})
        : m_position(std::move(position)), m_times(times) {}

    /// `queue`: what the outbox holds, in the order of its seqs, those without one left out.
    std::vector<ClientAction> step(const ClientEvent& event, std::int64_t nowMs,
                                   const QList<OutboxEntry>& queue);

    bool isOpen() const { return m_open; }
    /// How many commands more may be sent.
    int room(const QList<OutboxEntry>& queue) const;
    const FollowFeed& position() const { return m_position; }

  private:
    void open(std::int64_t nowMs);
    void answered(const ResultMessage& message, std::int64_t nowMs);
    void came(const FeedBatch& batch, std::vector<ClientAction>& actions);
    void send(const QList<OutboxEntry>& queue, std::int64_t nowMs, std::vector<ClientAction>& actions);
    void follow(std::int64_t nowMs, std::vector<ClientAction>& actions);
    void goBack(qint64 seq);

    FollowFeed m_position;
    SessionTimes m_times;
    bool m_open = false;
    bool m_applying = false;  // A batch is being applied; its position will come.
    bool m_asked = false;     // The server knows where we stand.
    std::int64_t m_askedMs = 0;
    std::int64_t m_verifiedMs = 0;
    qsizetype m_verified = 0;   // How many keys so far, in turns.
    qint64 m_sentSeq = 0;       // The last seq sent on this connection.
    qint64 m_answeredSeq = 0;   // The last seq the server has answered on this connection.
    std::int64_t m_sentMs = 0;  // When something was last sent or answered.
    std::int64_t m_pausedUntilMs = 0;
    std::int64_t m_pauseMs = 0;
};

}  // namespace simrs
