// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail of one row of a master, with names in place of ids.
#include <algorithm>
#include <map>

#include "common/registration/history_requests.h"
#include "common/store/row_history.h"

namespace simrs {
namespace {

/// A kind of master and the request that saves one of its rows.
struct Saved {
    qint64 kind;
    const char* request;
};

template <Entity... E>
constexpr std::array<Saved, sizeof...(E)> savedKinds() {
    return {{{entityInfo<E>.kind, saveMasterInfo<E>.name}...}};
}
constexpr auto kMasters = savedKinds<Clinic, Doctor, Payer, Bed, Holiday, Facility, Staff, CounterService>();

/// What makes and changes rows of this kind; empty for a kind that is no master.
QStringList requestsOf(qint64 kind) {
    for (const Saved& saved : kMasters)
        if (saved.kind == kind) return {QString::fromLatin1(saved.request), QStringLiteral("import_masters")};
    return {};
}

}  // namespace

Result<MasterChanges> MasterHistory::answer(Reader& reader, const Caller&, const MasterHistory& request) {
    const QStringList requests = requestsOf(request.kind);
    if (requests.isEmpty()) return fail(ErrorCode::RowUnknown);
    auto traces = rowHistory(reader, static_cast<std::uint32_t>(request.kind), request.row, requests);
    if (!traces) return fail(ErrorCode::NotHeldHere);
    std::reverse(traces->begin(), traces->end());
    MasterChanges found;
    found.more = traces->size() > kShown;
    std::map<Uuid, QString> names;
    for (const RowTrace& trace : traces->mid(0, kShown)) {
        const auto known = names.find(trace.actor);
        if (known == names.end()) {
            const auto user = reader.get<User>(UserId(trace.actor));
            names.emplace(trace.actor, user ? user->name : QString());
        }
        found.list.append({trace.at, names.at(trace.actor), trace.request, trace.made, trace.changes});
    }
    return found;
}

}  // namespace simrs
