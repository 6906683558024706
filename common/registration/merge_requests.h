// SPDX-License-Identifier: GPL-3.0-or-later
// One person, two files: the requests that join them and part them again.
#pragma once

#include "common/core/request.h"
#include "common/registration/patient.h"

namespace simrs {

/// Makes a file lead to another. Rows keep the file they were written for. Errors: PatientUnknown,
/// MergedAlready (this file leads somewhere else), MergeIntoItself (the other leads here), ReasonRequired.
struct MergePatients {
    PatientId patientId;  ///< The file that is given up.
    PatientId into;       ///< The file that stays, or one that leads to it.
    QString reason;
    bool operator==(const MergePatients&) const = default;
    static constexpr RequestInfo info{220, "merge_patients", Permission::MergePatients, RequestKind::Wish};
    struct Reply {
        PatientId survivor;
        qint64 mrn = 0;
        bool operator==(const Reply&) const = default;
    };
    static Status prepare(Prepare& prepare, MergePatients& command);
    static Status check(Reader& reader, const CommandContext& context, const MergePatients& command);
    static Status apply(WishTx& tx, const CommandContext& context, const MergePatients& command);
    static Reply outcome(FactTx& tx, const MergePatients& command);
    static QList<NumberUse> numbers(const MergePatients&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<MergePatients> = {
    field<&MergePatients::patientId>(1, "patient_id"),
    field<&MergePatients::into>(2, "into"),
    field<&MergePatients::reason>(3, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<MergePatients>());
template <>
inline constexpr std::array fieldsOf<MergePatients::Reply> = {
    field<&MergePatients::Reply::survivor>(1, "survivor"),
    field<&MergePatients::Reply::mrn>(2, "mrn"),
};
static_assert(wellDescribed<MergePatients::Reply>());

/// Takes a merge back. What was written meanwhile in the file that stayed is put before a person. Errors:
/// PatientUnknown, NotMerged, ReasonRequired.
struct UnmergePatients {
    PatientId patientId;  ///< The file that was given up.
    QString reason;
    bool operator==(const UnmergePatients&) const = default;
    static constexpr RequestInfo info{221, "unmerge_patients", Permission::MergePatients, RequestKind::Wish};
    using Reply = Done;
    static Status prepare(Prepare& prepare, UnmergePatients& command);
    static Status check(Reader& reader, const CommandContext& context, const UnmergePatients& command);
    static Status apply(WishTx& tx, const CommandContext& context, const UnmergePatients& command);
    static Reply outcome(FactTx&, const UnmergePatients&) { return {}; }
    static QList<NumberUse> numbers(const UnmergePatients&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<UnmergePatients> = {
    field<&UnmergePatients::patientId>(1, "patient_id"),
    field<&UnmergePatients::reason>(2, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<UnmergePatients>());

}  // namespace simrs
