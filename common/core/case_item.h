// SPDX-License-Identifier: GPL-3.0-or-later
// A case: something a fact met that its author could not know. It waits for a person.
#pragma once

#include "common/access/user.h"

namespace simrs {

using CaseItemId = TypedId<struct CaseItemTag>;

enum class CaseKind {
    DuplicateIdentity,  ///< Two patients with one NIK.
    EditClash,          ///< Somebody else changed the same field.
    ActedAfterChange,   ///< What the command stands on is not there; it is kept whole in `detail`.
    StockDiscrepancy,   ///< `subject` is the stock line to count, `other` the movement that showed it.
    CorrectedTwice,     ///< Two people corrected one note; both corrections stand.
    AllergyKept,        ///< Somebody wanted it away as he saw it, and it is not so any more.
    Unmerged,           ///< What was written while two files were one: whose is it?
};
constexpr int enumCount(CaseKind) { return 7; }

struct CaseItem {
    CaseItemId id;
    CaseKind kind = CaseKind::DuplicateIdentity;
    Uuid subject;       ///< The row the command made or changed.
    Uuid other;         ///< The row it collided with; null when there is none.
    QString fields;     ///< Names of the fields that clashed, comma-separated.
    QByteArray detail;  ///< For edits: the refused changes, encoded.
    UserId raisedBy;    ///< Whose command it was.
    Instant raisedAt;
    bool settled = false;
    Role handler = Role::HeadOfRegistration;  ///< Who has to deal with it, together with who raised it.

    bool operator==(const CaseItem&) const = default;
};
template <>
inline constexpr std::array fieldsOf<CaseItem> = {
    field<&CaseItem::id>(1, "id"),
    field<&CaseItem::kind>(2, "kind"),
    field<&CaseItem::subject>(3, "subject"),
    field<&CaseItem::other>(4, "other"),
    field<&CaseItem::fields>(5, "fields"),
    field<&CaseItem::detail>(6, "detail"),
    field<&CaseItem::raisedBy>(7, "raised_by"),
    field<&CaseItem::raisedAt>(8, "raised_at"),
    field<&CaseItem::settled>(9, "settled"),
    field<&CaseItem::handler>(10, "handler"),
};
static_assert(wellDescribed<CaseItem>());
template <>
inline constexpr EntityInfo entityInfo<CaseItem>{.kind = 16,
                                                 .table = "case_item",
                                                 .conflict = ConflictClass::ServerOnly,
                                                 .index = {"settled, raised_at", "subject"}};

}  // namespace simrs
