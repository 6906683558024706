// SPDX-License-Identifier: GPL-3.0-or-later
// What a request is: its declaration and the functions that carry it out. Queries read; facts and wishes
// change something through prepare, check and apply; calls are the server's own business (log-in, number
// blocks).
#pragma once

#include "common/access/user.h"
#include "common/core/number_kind.h"
#include "common/store/tx.h"

namespace simrs {

enum class RequestKind { Query, Fact, Wish, Call };

/// What a client may do with it without a connection. OnlineOnly is resent only to learn its fate.
enum class Offline { OnlineOnly, Queued, Local };

struct RequestInfo {
    std::uint32_t type = 0;  ///< Number on the wire: append only.
    const char* name = "";   ///< In audit, logs and metrics.
    Permission permission = Permission::None;
    RequestKind kind = RequestKind::Query;
    Offline offline = Offline::OnlineOnly;
    std::int64_t version = 1;
    /// It tells of paper that is out: assured from the beginning, and never taken back.
    bool tellsOfPaper = false;
};

/// Who asks a query or a call.
struct Caller {
    UserId user;
    DeviceId device;
    SessionId session;
    PermissionSet permissions;
    Instant now;
    QString zone;
    Random* random = nullptr;  ///< For calls that make ids or secrets.
};

/// Everything a command's check and apply may know besides the store and the command itself.
struct CommandContext {
    CommandId id;
    UserId actor;
    DeviceId device;
    Instant at;    ///< When it was done, by the author's clock.
    QString zone;  ///< The hospital's time zone.
    QDate today;   ///< check only: the day it is now where the check runs; invalid in apply.
    bool assured = false;
    Instant now{};  ///< check on the server only: the server's clock; empty elsewhere.
};

/// What prepare may do, once, where the person is.
class Prepare {
  public:
    virtual ~Prepare() = default;
    virtual Reader& reader() = 0;
    virtual CommandContext context() const = 0;
    /// From the device's own blocks; NumbersExhausted when they are used up.
    virtual Result<qint64> takeNumber(NumberKind kind) = 0;
    /// From the device's range under a queue letter of that day; nothing where it holds none.
    virtual std::optional<qint64> takeTicket(QDate, const QString&) { return std::nullopt; }
    /// Stands in for a number when the blocks are used up: "T-7KQ2MX-12". Error: NumbersExhausted while the
    /// server can be asked for more.
    virtual Result<QString> takeTemporary() { return fail(ErrorCode::NumbersExhausted); }

    template <Entity E>
    IdOf<E> newId(std::uint32_t slot = 0) const {
        return IdOf<E>(Uuid::derive(context().id.uuid(), entityInfo<E>.kind, slot));
    }
};

/// A number that a command carries.
struct NumberUse {
    NumberKind kind;
    qint64 value;
    QDate day{};   ///< Of a ticket.
    QString of{};  ///< A ticket's letter; the short name of the device that counted a temporary number.
    bool isAgain = false;  ///< An earlier command of this device has taken it.
};

template <class R>
consteval bool declaresPermission() {
    return R::info.permission != Permission::None && R::info.type != 0;
}

/// A request without a declared permission does not compile.
template <class R>
concept DeclaredRequest = Described<R> && declaresPermission<R>();

/// `patients` names whose data a reply shows, for the read audit; empty for replies without any.
template <class R>
concept QueryRequest = DeclaredRequest<R> && R::info.kind ==
                       RequestKind::Query&& requires(Reader& reader, const Caller& caller, const R& request,
                                                     const typename R::Reply& reply) {
    { R::answer(reader, caller, request) } -> std::same_as<Result<typename R::Reply>>;
    { R::patients(reply) } -> std::same_as<QList<Uuid>>;
    { R::topics(request) } -> std::same_as<QStringList>;
};

template <class R>
concept CommandRequest = DeclaredRequest<R> &&
    requires(Reader& reader, Prepare& prepare, FactTx& tx, const CommandContext& context, R& command,
             const R& sealed) {
    { R::prepare(prepare, command) } -> std::same_as<Status>;
    { R::check(reader, context, sealed) } -> std::same_as<Status>;
    { R::outcome(tx, sealed) } -> std::same_as<typename R::Reply>;
    { R::numbers(sealed) } -> std::same_as<QList<NumberUse>>;
};

/// A fact records what happened: its apply cannot refuse.
template <class R>
concept FactRequest = CommandRequest<R> &&
                      R::info.kind == RequestKind::Fact&& requires(FactTx& tx, const CommandContext& context,
                                                                   const R& command) {
    { R::apply(tx, context, command) } -> std::same_as<void>;
};

/// A wish may be refused.
template <class R>
concept WishRequest = CommandRequest<R> &&
                      R::info.kind == RequestKind::Wish&& requires(WishTx& tx, const CommandContext& context,
                                                                   const R& command) {
    { R::apply(tx, context, command) } -> std::same_as<Status>;
};

template <class R>
concept CallRequest = DeclaredRequest<R> && R::info.kind ==
                      RequestKind::Call&& requires(WishTx& tx, const Caller& caller, const R& request) {
    { R::perform(tx, caller, request) } -> std::same_as<Result<typename R::Reply>>;
};

/// The reply of requests that have nothing to say.
struct Done {
    qint64 ignored = 0;
    bool operator==(const Done&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Done> = {field<&Done::ignored>(1, "ignored")};

}  // namespace simrs
