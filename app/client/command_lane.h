// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on their way: prepared, written to the outbox, sent in order, repeated until the server says what
// became of them. Whoever waits is told after three seconds that there is no answer yet.
#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "app/client/jobs.h"
#include "app/client/lane_host.h"
#include "app/client/link_times.h"
#include "app/client/request_lane.h"
#include "app/client/ticket_supply.h"
#include "common/protocol/messages.h"
#include "common/registration/master_requests.h"
#include "common/sync/outbox.h"

namespace simrs {

class CommandLane final : public QObject {
  public:
    /// `refusal`: the server's own word, as opposed to "no answer yet" and "never taken".
    using Then = std::function<void(Result<QByteArray>, bool refusal)>;

    CommandLane(LaneHost& host, RequestLane& requests, const LinkTimes& times);

    /// Null while no server is chosen. The outbox outlives its use here.
    void setOutbox(Outbox* outbox, const DeviceId& device);
    void setMasters(std::shared_ptr<const Masters> masters);

    void submit(SubmitJob job, Then then);
    void acknowledge(const CommandId& id);
    /// Error: OutOfOrder where it was sent, is not here, or paper is out that says it was done.
    Status withdraw(const CommandId& id);
    /// The command as it was prepared, while it has no result. Error: OutOfOrder where it is not here.
    Result<QByteArray> kept(const CommandId& id) const;
    PendingList pending() const;
    const std::optional<Error>& blocked() const { return m_blocked; }

    void onActive();
    void onLost();
    void onLoggedOut();
    void onResult(const ResultMessage& message);

  private:
    struct Waiter {
        quint64 number;
        Then then;
    };
    struct Parked {  // Not in the outbox yet: masters or numbers are on their way.
        quint64 number;
        SubmitJob job;
        Then then;
        Error why;
    };
    Status admit(const SubmitJob& job) const;
    bool answerKnown(const SubmitJob& job, const Then& then);
    void attempt(const SubmitJob& job, const Then& then, bool asksForNumbers = true);
    bool isOnPaper(const CommandId& id) const;
    void park(const SubmitJob& job, const Then& then, const Error& why);
    void unpark();
    void append(const SubmitJob& job, const PreparedCommand& prepared, const CommandContext& context,
                const Then& then);
    void await(const CommandId& id, Then then);
    void noAnswer(const CommandId& id, quint64 number);
    bool tell(const CommandId& id, const Result<QByteArray>& outcome, bool refusal);
    int inFlight() const;
    void pump();
    void tryAgain(const ResultMessage& message);
    void pause();
    void block(const Error& why);
    void supplyNumbers();
    void supply(NumberKind kind);
    void supplied(NumberKind kind, const Result<QByteArray>& answer);

    LaneHost& m_host;
    RequestLane& m_requests;
    const LinkTimes& m_times;
    Outbox* m_outbox = nullptr;
    DeviceId m_device;
    std::shared_ptr<const Masters> m_masters;
    std::optional<Error> m_blocked;
    std::map<CommandId, std::vector<Waiter>> m_waiters;
    std::vector<Parked> m_parked;
    quint64 m_lastNumber = 0;
    qint64 m_sentSeq = 0;  // The last seq sent on this connection.
    int m_failures = 0;
    QTimer m_again;
    std::array<bool, 2> m_supplying{};  // By kind of block.
    TicketSupply m_tickets;
};

}  // namespace simrs
