// SPDX-License-Identifier: GPL-3.0-or-later
// Who has changed a master's row, when, and from what to what: for the person who wonders at what stands
// there.
#pragma once

#include "common/core/request_table.h"
#include "common/registration/master_requests.h"

namespace simrs {

struct MasterChange {
    Instant at;
    QString who;      ///< The name of the account; empty: the server's command line.
    QString request;  ///< "save_clinic"
    bool made = false;
    QList<FieldChange> changes;
    bool operator==(const MasterChange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<MasterChange> = {
    field<&MasterChange::at>(1, "at"),           field<&MasterChange::who>(2, "who"),
    field<&MasterChange::request>(3, "request"), field<&MasterChange::made>(4, "made"),
    field<&MasterChange::changes>(5, "changes"),
};
static_assert(wellDescribed<MasterChange>());

struct MasterChanges {
    QList<MasterChange> list;  ///< The newest first.
    bool more = false;         ///< There are older ones.
    bool operator==(const MasterChanges&) const = default;
};
template <>
inline constexpr std::array fieldsOf<MasterChanges> = {
    field<&MasterChanges::list>(1, "list"),
    field<&MasterChanges::more>(2, "more"),
};
static_assert(wellDescribed<MasterChanges>());

/// From the audit trail, so only the server can answer. A row that came with the hospital's first data has no
/// history before its first change. Errors: RowUnknown where `kind` is none of the masters, NotHeldHere.
struct MasterHistory {
    qint64 kind = 0;  ///< entityInfo<…>.kind
    Uuid row;
    bool operator==(const MasterHistory&) const = default;
    static constexpr int kShown = 100;
    static constexpr RequestInfo info{270, "master_history", Permission::ViewMasters, RequestKind::Query};
    using Reply = MasterChanges;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const MasterHistory& request);
    static QList<Uuid> patients(const Reply&) { return {}; }
    static QStringList topics(const MasterHistory&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<MasterHistory> = {
    field<&MasterHistory::kind>(1, "kind"),
    field<&MasterHistory::row>(2, "row"),
};
static_assert(wellDescribed<MasterHistory>());

using MasterHistoryRequests = RequestList<MasterHistory>;

}  // namespace simrs
