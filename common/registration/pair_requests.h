// SPDX-License-Identifier: GPL-3.0-or-later
// Two files that may be one person's: the list of those that wait for somebody to look, and the answer "two
// people", which is remembered. The other answer is merge_patients.
#pragma once

#include "common/access/user.h"
#include "common/core/case_item.h"
#include "common/core/request.h"
#include "common/registration/same_person.h"

namespace simrs {

using DistinctPairId = TypedId<struct DistinctPairTag>;

/// Somebody has looked: these are two people. Nobody is asked again.
struct DistinctPair {
    DistinctPairId id;  ///< distinctPairId() of both.
    PatientId first;    ///< The smaller id.
    PatientId second;
    QString reason;
    UserId saidBy;
    Instant saidAt;

    bool operator==(const DistinctPair&) const = default;
};
template <>
inline constexpr std::array fieldsOf<DistinctPair> = {
    field<&DistinctPair::id>(1, "id"),
    field<&DistinctPair::first>(2, "first_id"),
    field<&DistinctPair::second>(3, "second_id"),
    field<&DistinctPair::reason>(4, "reason", {.max = limits::kReasonChars}),
    field<&DistinctPair::saidBy>(5, "said_by"),
    field<&DistinctPair::saidAt>(6, "said_at"),
};
static_assert(wellDescribed<DistinctPair>());
template <>
inline constexpr EntityInfo entityInfo<DistinctPair>{
    .kind = 46,
    .table = "distinct_pair",
    .conflict = ConflictClass::ServerOnly,
    .index = {"first_id", "second_id"},
    .foreign = {{{"first_id", "patient"}, {"second_id", "patient"}}},
    .personColumn = "first_id"};

/// The same for both orders.
DistinctPairId distinctPairId(const PatientId& one, const PatientId& other);
/// Whether somebody has said that these are two people, of any of their files.
bool knownDistinct(Reader& reader, const PatientId& one, const PatientId& other);

/// Somebody who was born on the same day and is probably the same person; not the file itself, nor one that
/// leads to it, nor one that is known to be somebody else's. Nothing where the hospital cannot be seen whole.
std::optional<Patient> probablySame(Reader& reader, const Patient& patient);
/// Puts the pair before a person, once: `fields` says what they have in common ("nik", "person").
void raisePair(FactTx& tx, const CommandContext& context, const PatientId& made, const PatientId& other,
               const QString& fields, std::uint32_t slot);

/// Nobody has to look at pairs of these files any more.
void settlePairs(FactTx& tx, const QList<PatientId>& files);

/// A pair that waits. Files that lead to others are shown as those.
struct PatientPair {
    CaseItemId caseId;
    Patient one;
    Patient other;
    QList<SameEvidence> evidence;
    qint64 weight = 0;  ///< Of Sameness.
    bool nikContested = false;
    Instant raisedAt;
    UserId raisedBy;
    bool operator==(const PatientPair&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientPair> = {
    field<&PatientPair::caseId>(1, "case_id"),     field<&PatientPair::one>(2, "one"),
    field<&PatientPair::other>(3, "other"),        field<&PatientPair::evidence>(4, "evidence"),
    field<&PatientPair::weight>(5, "weight"),      field<&PatientPair::nikContested>(6, "nik_contested"),
    field<&PatientPair::raisedAt>(7, "raised_at"), field<&PatientPair::raisedBy>(8, "raised_by"),
};
static_assert(wellDescribed<PatientPair>());

struct PatientPairs {
    QList<PatientPair> pairs;  ///< Contested NIKs first, then the likeliest.
    bool more = false;
    bool operator==(const PatientPairs&) const = default;
};
template <>
inline constexpr std::array fieldsOf<PatientPairs> = {
    field<&PatientPairs::pairs>(1, "pairs"),
    field<&PatientPairs::more>(2, "more"),
};
static_assert(wellDescribed<PatientPairs>());

/// The pairs that nobody has decided about.
struct ListPairs {
    qint64 limit = 200;
    bool operator==(const ListPairs&) const = default;
    static constexpr RequestInfo info{208, "list_pairs", Permission::MergePatients, RequestKind::Query};
    using Reply = PatientPairs;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const ListPairs& request);
    static QList<Uuid> patients(const Reply& reply);
    static QStringList topics(const ListPairs&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ListPairs> = {field<&ListPairs::limit>(1, "limit")};
static_assert(wellDescribed<ListPairs>());

/// "These are two people." Ends every open question about them. Errors: PatientUnknown, ReasonRequired,
/// MergedAlready (one leads to the other: they have to be parted first).
struct TellApart {
    PatientId one;
    PatientId other;
    QString reason;
    bool operator==(const TellApart&) const = default;
    static constexpr RequestInfo info{223, "tell_apart", Permission::MergePatients, RequestKind::Wish};
    using Reply = Done;
    static Status prepare(Prepare& prepare, TellApart& command);
    static Status check(Reader& reader, const CommandContext& context, const TellApart& command);
    static Status apply(WishTx& tx, const CommandContext& context, const TellApart& command);
    static Reply outcome(FactTx&, const TellApart&) { return {}; }
    static QList<NumberUse> numbers(const TellApart&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<TellApart> = {
    field<&TellApart::one>(1, "one"),
    field<&TellApart::other>(2, "other"),
    field<&TellApart::reason>(3, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<TellApart>());

}  // namespace simrs
