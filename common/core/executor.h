// SPDX-License-Identifier: GPL-3.0-or-later
// Carries a command out on the server's store: once, in the device's order, with a stored result.
#pragma once

#include <mutex>

#include "common/core/block_book.h"
#include "common/core/command_record.h"
#include "common/core/number_block.h"
#include "common/core/request_table.h"
#include "common/protocol/messages.h"
#include "common/store/store.h"

namespace simrs {

/// The author of a command as the session layer has established him.
struct Author {
    PermissionSet permissions;
    Uuid actor;
    DeviceId device;
    QString zone;
    /// Why his rights are not known: ActorNotOnDevice refuses the command, any other says nothing about it.
    std::optional<Error> unknown = std::nullopt;
};

class Executor {
  public:
    /// Whether a device that says "my author was told saved" is believed: its fact is then applied even where
    /// a rule says no, and flagged for a person (decision 0029).
    enum class Trust { ChecksAll, BelievesAssured };

    Executor(const RequestTable& requests, BlockBook& blocks, const Clock& clock,
             Trust trust = Trust::ChecksAll)
        : m_requests(requests), m_blocks(blocks), m_clock(clock), m_trust(trust) {}

    using Answer = std::function<void(const ResultMessage&, const CommitReport&)>;

    /// The command as a job for the store. `answer` is called once, after the commit. A refusal is a result
    /// too: it is stored and the device's queue goes on. So is an internal fault that came at every one of
    /// kInternalAttempts attempts: one bad command must not keep a device silent for ever.
    WriteJob job(Store& store, const CommandMessage& command, const Author& author, Answer answer);

    static constexpr int kInternalAttempts = 5;

    /// This command of the device could not be tried just now: those behind it must not overtake it.
    void notCarriedOut(const DeviceId& device, const CommandMessage& command);

  private:
    struct Run;
    /// A command that failed with Internal, and how often in a row.
    struct Failing {
        CommandId command;
        int attempts = 0;
    };
    WriteJob jobOf(Store& store, const std::shared_ptr<Run>& run, Answer answer);
    int countFailure(const Run& run);
    void forgetFailures(const Run& run);
    bool comesTooEarly(WishTx& tx, Run& run);
    Status carryOut(WishTx& tx, Run& run);
    Status replayed(WishTx& tx, Run& run) const;
    Status quarantine(WishTx& tx, Run& run) const;
    Result<QByteArray> outcome(WishTx& tx, const Run& run) const;
    void flagDespite(WishTx& tx, const Run& run, const Error& rule) const;
    void record(WishTx& tx, Run& run) const;
    void settle(Store& store, const std::shared_ptr<Run>& run, const Error& error, const Answer& answer);

    const RequestTable& m_requests;
    BlockBook& m_blocks;
    const Clock& m_clock;
    const Trust m_trust;
    std::mutex m_mutex;
    std::map<DeviceId, Failing> m_failing;  // At most one a device: its queue waits behind it.
    /// The first command of a device that could not be carried out just now. The device's row keeps those
    /// behind it from overtaking it, unless any number may follow (kAnySeq).
    struct Waited {
        qint64 seq = 0;
        CommandId command;
        std::int64_t untilMs = 0;
    };
    std::map<DeviceId, Waited> m_waited;
};

}  // namespace simrs
