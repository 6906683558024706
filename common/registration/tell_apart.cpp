// SPDX-License-Identifier: GPL-3.0-or-later
// Remembering that two files are two people's.
#include "common/base/text.h"
#include "common/registration/pair_requests.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

/// The files that stand for the two today.
struct Both {
    Patient one;
    Patient other;
};

Result<Both> bothOf(Reader& reader, const TellApart& command) {
    const auto one = survivorOf(reader, command.one);
    const auto other = survivorOf(reader, command.other);
    if (!one || !other) return fail(ErrorCode::PatientUnknown);
    if (one->id == other->id) return fail(ErrorCode::MergedAlready, {QString::number(one->mrn)});
    return Both{*one, *other};
}

/// All files of both people.
QList<PatientId> filesOf(Reader& reader, const Both& both) {
    QList<PatientId> files;
    for (const Patient& person : {both.one, both.other})
        if (const auto family = familyOf(reader, person.id)) files += family->ids();
    return files;
}

}  // namespace

Status TellApart::prepare(Prepare& prepare, TellApart& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status TellApart::check(Reader& reader, const CommandContext&, const TellApart& command) {
    SIMRS_TRY(checkReason(command.reason));
    const auto both = bothOf(reader, command);
    if (both || !reader.authority()) return {};
    return tl::unexpected<Error>(both.error());
}

Status TellApart::apply(WishTx& tx, const CommandContext& context, const TellApart& command) {
    const auto both = bothOf(tx, command);
    if (!both) return tx.authority() ? Status(tl::unexpected<Error>(both.error())) : Status();
    const PatientId one = std::min(both->one.id, both->other.id);
    const PatientId other = std::max(both->one.id, both->other.id);
    settlePairs(tx, filesOf(tx, *both));
    if (tx.get<DistinctPair>(distinctPairId(one, other))) return {};
    DistinctPair pair;
    pair.id = distinctPairId(one, other);
    pair.first = one;
    pair.second = other;
    pair.reason = command.reason;
    pair.saidBy = context.actor;
    pair.saidAt = context.at;
    tx.insert(pair);
    return {};
}

}  // namespace simrs
