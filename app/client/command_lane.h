// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on their way: prepared, written to the outbox, shown from the cache, and followed until the server
// has said what became of them. Sending and the feed are the device core's. Whoever waits is told after three
// seconds that there is no answer yet.
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "app/client/jobs.h"
#include "app/client/lane_host.h"
#include "app/client/link_times.h"
#include "app/client/number_supply.h"
#include "app/client/profile.h"
#include "app/client/read_notes.h"
#include "app/client/request_lane.h"
#include "common/protocol/messages.h"
#include "common/registration/master_requests.h"
#include "common/sync/device_core.h"

namespace simrs {

class CommandLane final : public QObject {
  public:
    /// `refusal`: the server's own word, as opposed to "no answer yet" and "never taken".
    using Then = std::function<void(Result<QByteArray>, bool refusal)>;

    CommandLane(LaneHost& host, RequestLane& requests, const LinkTimes& times);
    ~CommandLane() override { m_notes.flush(); }

    /// Null while no server is chosen. The seat outlives its use here.
    void setSeat(Seat* seat);
    void setMasters(std::shared_ptr<const Masters> masters);

    void submit(const SubmitJob& job, const Then& then);
    void acknowledge(const CommandId& id);
    void acknowledgeDamage();
    /// Of somebody whose session may be over: it has happened, and goes to the server in his name.
    void keepFor(const UserId& author, const RequestInfo& info, const QByteArray& payload);
    /// Somebody was shown patients from the cache: noted with the next batch of such notes.
    void noteRead(const QString& request, const UserId& user, const QList<Uuid>& patients);
    /// Error: OutOfOrder where it was sent, is not here, or paper is out that says it was done.
    Status withdraw(const CommandId& id);
    /// The command as it was prepared, while it has no result. Error: OutOfOrder where it is not here.
    Result<QByteArray> kept(const CommandId& id) const;
    /// What the server has said nothing about, and what it refused and nobody has seen.
    PendingList pending() const;
    CacheStatus cacheStatus() const;
    const std::optional<Error>& blocked() const { return m_blocked; }

    void onActive();
    /// Nobody is logged in; the server takes what waits.
    void onHandIn(const HandInGrant& grant);
    /// Whether something waits that the server has not answered since the program was started.
    bool hasUnanswered() const;
    /// Whether this computer holds anything of the hospital.
    bool holdsKeys() const { return m_core && !m_core->position().keys.isEmpty(); }
    /// Whether what it holds is what the server had at log-in, or newer.
    bool isCurrent() const;
    void onLost();
    void onLoggedOut();
    void onResult(const ResultMessage& message);
    void onBatch(const FeedBatch& batch);
    /// Null without a seat.
    const DeviceCore* core() const { return m_core.get(); }

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
    void openCore();
    bool begin(qint64 lastSeq, const QString& zone, const Uuid& feedEpoch);
    void tick();
    void keep(const NoteReads& notes);
    void keepDraft(const UserId& author, const RequestInfo& info, const QByteArray& payload, bool assured);
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
    void answered(const ResultMessage& message);
    void ended(const CommandResult& result);
    void announce(const CommandResult& result, qint64 type);
    bool disagrees(const ResultMessage& message) const;
    Result<PreparedCommand> prepare(const SubmitJob& job, const CommandContext& context, bool mayStandIn);
    void block(const Error& why);

    LaneHost& m_host;
    const LinkTimes& m_times;
    Seat* m_seat = nullptr;
    Outbox* m_outbox = nullptr;
    std::unique_ptr<DeviceCore> m_core;
    std::shared_ptr<const Masters> m_masters;
    std::optional<Error> m_blocked;
    std::map<CommandId, std::vector<Waiter>> m_waiters;
    std::vector<Parked> m_parked;
    quint64 m_lastNumber = 0;
    // The server has said what became of these; their rows are still on their way.
    std::map<CommandId, CommandResult> m_answered;
    QSet<CommandId> m_seen;  // Of these, the refusals that a person has seen.
    QTimer m_tick;
    Uuid m_epoch;            // In which the server of this connection counts.
    bool m_handsIn = false;  // Until all is answered. Nothing is asked for meanwhile.
    CacheStatus m_filling;   // As the last batches said.
    ReadNotes m_notes;
    NumberSupply m_supply;
};

}  // namespace simrs
