// SPDX-License-Identifier: GPL-3.0-or-later
// What pages may know of the connection and of the commands that wait: plain values, copied between threads.
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "common/base/clock.h"
#include "common/base/id.h"
#include "common/base/result.h"
#include "common/entity/codec.h"

namespace simrs {

/// Where a server listens and how it is recognised. `pin` is empty until a person has accepted a fingerprint.
struct PinnedServer {
    QString host;
    quint16 port = 7310;
    QString pin;  ///< SHA-256 of the authority's key: 32 hex pairs with colons.

    bool operator==(const PinnedServer&) const = default;
};

enum class OnlineState {
    Unpaired,     ///< No server, or one whose fingerprint nobody has accepted: nothing is sent anywhere.
    Connecting,   ///< Just started or just lost; asked questions wait for a moment.
    Offline,      ///< No connection since `since`; tried again by itself.
    PinMismatch,  ///< Somebody else answers at the server's address. Nothing was sent. Tried again slowly.
    LoginNeeded,  ///< Connected, nobody is logged in.
    Online,
};

/// What this computer holds of the hospital.
struct CacheStatus {
    int keys = 0;           ///< Units and the like whose rows are all here.
    bool filling = false;   ///< More are on their way.
    qint64 rowsCome = 0;    ///< Of the unit that is coming now.
    qint64 rowsOfKey = 0;   ///< How many it has, as counted at the beginning.
    qint64 keysToCome = 0;  ///< Units after this one.

    bool operator==(const CacheStatus&) const = default;
};

struct ConnectionStatus {
    OnlineState state = OnlineState::Connecting;
    Instant since;  ///< When this state began, by the server's time.
    PinnedServer server;
    QString hospital;  ///< As the server names itself, for the log-in page.
    int waiting = 0;   ///< Commands without a result.
    int refused = 0;   ///< Refused commands that nobody has seen yet.
    CacheStatus cache;
    bool fromCache = false;  ///< What is shown comes from this computer and is as old as `cacheAsOf`.
    Instant cacheAsOf;
    /// Why this computer's copy cannot be kept up to date: a full disk, rows that it cannot read.
    std::optional<Error> cacheError;
    std::optional<Error>
        error;  ///< Why there is no connection, or what is wrong with this computer's profile.
    /// OutOfOrder: the outbox and the server disagree about this device's last command (args: ours, the
    /// server's), after one of them was restored. Nothing is sent before a person starts a new device.
    std::optional<Error> outboxError;
    /// The file of what waits was damaged and made anew, and no person has seen that yet (Outbox::damage).
    std::optional<Error> outboxDamage;

    bool operator==(const ConnectionStatus&) const = default;
};

enum class PendingState {
    Waiting,  ///< Never sent: may be withdrawn.
    Sent,     ///< Its fate is being asked for.
    Refused,  ///< Nothing happened; stays listed until acknowledged.
};

/// One line of "n changes waiting".
struct PendingCommand {
    CommandId id;
    qint64 type = 0;
    QString request;  ///< "register_visit", the key of the shown name.
    Instant at;
    Uuid actor;
    PendingState state = PendingState::Waiting;
    Error error;  ///< For Refused.

    bool operator==(const PendingCommand&) const = default;
};
using PendingList = QList<PendingCommand>;

/// What became of a command.
struct CommandOutcome {
    CommandId id;
    QString request;
    std::optional<Error> error;  ///< Set: refused, nothing happened.
    QByteArray reply;
    /// True where the page was told "no answer yet" before, or nobody waited: show it in the message log.
    bool late = false;

    template <class C>
    Result<typename C::Reply> as() const {
        if (error) return tl::unexpected<Error>(*error);
        return decode<typename C::Reply>(reply);
    }
};

}  // namespace simrs
