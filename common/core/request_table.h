// SPDX-License-Identifier: GPL-3.0-or-later
// The list of requests, with their types erased: what the server's router and the generic tests walk.
#pragma once

#include <vector>

#include "common/core/request.h"
#include "common/entity/patch.h"

namespace simrs {

/// A room's requests: `using RegistrationRequests = RequestList<FindPatients, RegisterVisit, …>;`
template <DeclaredRequest... R>
struct RequestList {};

struct QueryAnswer {
    QByteArray reply;
    QList<Uuid> patients;
};

struct RequestEntry {
    RequestInfo info;

    // Queries.
    Result<QueryAnswer> (*answer)(Reader&, const Caller&, QByteArrayView payload) = nullptr;
    Result<QStringList> (*topics)(QByteArrayView payload) = nullptr;
    // Commands. `apply` gives the encoded reply; a fact's cannot fail once its payload is readable.
    Status (*check)(Reader&, const CommandContext&, QByteArrayView payload) = nullptr;
    Result<QByteArray> (*apply)(WishTx&, const CommandContext&, QByteArrayView payload) = nullptr;
    /// What is asked of every command, also of a fact whose author was told "saved": it is readable and no
    /// text is longer than its field. Gives the numbers it uses.
    Result<QList<NumberUse>> (*admit)(QByteArrayView payload) = nullptr;
    /// The payload of an older version of this command as today's; null where only fields have been added
    /// since, which then have their defaults. Error: MalformedFrame.
    Result<QByteArray> (*upcast)(std::int64_t version, QByteArrayView payload) = nullptr;
    // Calls.
    Result<QByteArray> (*perform)(WishTx&, const Caller&, QByteArrayView payload) = nullptr;
    // For tests of all requests.
    QByteArray (*randomPayload)(Random&) = nullptr;

    /// A command's payload in today's version, whatever version wrote it. Errors: VersionUnsupported where a
    /// newer program wrote it; the up-caster's.
    Result<QByteArray> currentPayload(qint64 version, const QByteArray& payload) const;
};

/// A command whose payload meant something else once: `upcast` takes each older version to today's.
template <class R>
concept Upcasting = requires(QByteArrayView payload) {
    { R::upcast(std::int64_t{}, payload) } -> std::same_as<Result<QByteArray>>;
};

template <DeclaredRequest R>
RequestEntry requestEntry() {
    RequestEntry entry;
    entry.info = R::info;
    entry.randomPayload = [](Random& random) { return encode(randomInstance<R>(random)); };
    if constexpr (R::info.kind == RequestKind::Query) {
        static_assert(QueryRequest<R>, "a query needs answer, patients and topics");
        entry.answer = [](Reader& reader, const Caller& caller,
                          QByteArrayView payload) -> Result<QueryAnswer> {
            SIMRS_ASSIGN(const R request, decode<R>(payload));
            SIMRS_ASSIGN(const typename R::Reply reply, R::answer(reader, caller, request));
            return QueryAnswer{encode(reply), R::patients(reply)};
        };
        entry.topics = [](QByteArrayView payload) -> Result<QStringList> {
            SIMRS_ASSIGN(const R request, decode<R>(payload));
            return R::topics(request);
        };
    } else if constexpr (R::info.kind == RequestKind::Call) {
        static_assert(CallRequest<R>, "a call needs perform");
        entry.perform = [](WishTx& tx, const Caller& caller, QByteArrayView payload) -> Result<QByteArray> {
            SIMRS_ASSIGN(const R request, decode<R>(payload));
            SIMRS_ASSIGN(const typename R::Reply reply, R::perform(tx, caller, request));
            return encode(reply);
        };
    } else {
        static_assert(FactRequest<R> || WishRequest<R>, "a fact's apply returns void, a wish's a Status");
        if constexpr (Upcasting<R>)
            entry.upcast = [](std::int64_t version, QByteArrayView payload) {
                return R::upcast(version, payload);
            };
        entry.check = [](Reader& reader, const CommandContext& context, QByteArrayView payload) -> Status {
            SIMRS_ASSIGN(const R command, decode<R>(payload));
            return R::check(reader, context, command);
        };
        entry.admit = [](QByteArrayView payload) -> Result<QList<NumberUse>> {
            SIMRS_ASSIGN(const R command, decode<R>(payload));
            SIMRS_TRY(checkLengths(command));
            return R::numbers(command);
        };
        entry.apply = [](WishTx& tx, const CommandContext& context,
                         QByteArrayView payload) -> Result<QByteArray> {
            SIMRS_ASSIGN(const R command, decode<R>(payload));
            if constexpr (FactRequest<R>) {
                R::apply(tx, context, command);
            } else {
                SIMRS_TRY(R::apply(tx, context, command));
            }
            return encode(R::outcome(tx, command));
        };
    }
    return entry;
}

class RequestTable {
  public:
    template <DeclaredRequest... R>
    void add(RequestList<R...>) {
        (m_entries.push_back(requestEntry<R>()), ...);
    }
    void add(const RequestEntry& entry) { m_entries.push_back(entry); }
    const RequestEntry* find(qint64 type) const;
    const std::vector<RequestEntry>& entries() const { return m_entries; }

  private:
    std::vector<RequestEntry> m_entries;
};

}  // namespace simrs
