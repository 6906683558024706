// SPDX-License-Identifier: GPL-3.0-or-later
// What people saw without the server: it goes there with the device's other work, into the same audit.
#pragma once

#include "common/base/limits.h"
#include "common/core/request.h"

namespace simrs {

/// One answer from a device's cache.
struct SeenPatients {
    QString request;  ///< "find_patients"
    UserId user;
    Instant at;            ///< By the device's clock.
    QList<Uuid> patients;  ///< At most a page's; who saw more is noted in parts.

    bool operator==(const SeenPatients&) const = default;
};
template <>
inline constexpr std::array fieldsOf<SeenPatients> = {
    field<&SeenPatients::request>(1, "request", {.max = 40}),
    field<&SeenPatients::user>(2, "user"),
    field<&SeenPatients::at>(3, "at"),
    field<&SeenPatients::patients>(4, "patients", {.max = limits::kListRows}),
};
static_assert(wellDescribed<SeenPatients>());

struct NoteReads {
    QList<SeenPatients> reads;

    bool operator==(const NoteReads&) const = default;
    static constexpr RequestInfo info{105, "note_reads", Permission::OwnAccount, RequestKind::Fact,
                                      Offline::Queued};
    using Reply = Done;
    static Status prepare(Prepare&, NoteReads&) { return {}; }
    static Status check(Reader&, const CommandContext&, const NoteReads&) { return {}; }
    static void apply(FactTx& tx, const CommandContext& context, const NoteReads& command);
    static Done outcome(FactTx&, const NoteReads&) { return {}; }
    static QList<NumberUse> numbers(const NoteReads&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<NoteReads> = {field<&NoteReads::reads>(1, "reads")};
static_assert(wellDescribed<NoteReads>());

}  // namespace simrs
