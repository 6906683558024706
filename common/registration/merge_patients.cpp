// SPDX-License-Identifier: GPL-3.0-or-later
// Joining two files of one person. The server alone decides: it locks both and every file on the way, so that
// two merges at once cannot make a circle.
#include "common/base/text.h"
#include "common/registration/pair_requests.h"
#include "common/registration/requests.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

Status checkBoth(const Patient& given, const Patient& survivor) {
    if (!given.mergedInto.isNull()) return fail(ErrorCode::MergedAlready, {QString::number(given.mrn)});
    if (survivor.id == given.id) return fail(ErrorCode::MergeIntoItself);
    return {};
}

/// The file that `id` leads to, locked like all on the way.
std::optional<Patient> lockedSurvivor(WishTx& tx, const PatientId& id) {
    std::optional<Patient> found = tx.lock<Patient>(id);
    for (int step = 0; found && !found->mergedInto.isNull() && step < kMostFiles; ++step)
        found = tx.lock<Patient>(found->mergedInto);
    return found && found->mergedInto.isNull() ? found : std::nullopt;
}

}  // namespace

Status MergePatients::prepare(Prepare& prepare, MergePatients& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status MergePatients::check(Reader& reader, const CommandContext&, const MergePatients& command) {
    if (command.patientId == command.into) return fail(ErrorCode::MergeIntoItself);
    SIMRS_TRY(checkReason(command.reason));
    const auto given = reader.get<Patient>(command.patientId);
    const auto survivor = survivorOf(reader, command.into);
    if (!given || !survivor) return reader.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    return checkBoth(*given, *survivor);
}

Status MergePatients::apply(WishTx& tx, const CommandContext&, const MergePatients& command) {
    if (command.patientId == command.into) return fail(ErrorCode::MergeIntoItself);
    // Two merges of the same files wait for each other in one order.
    const bool givenFirst = command.patientId < command.into;
    if (!givenFirst) tx.lock<Patient>(command.into);
    const auto given = tx.lock<Patient>(command.patientId);
    const auto survivor = lockedSurvivor(tx, command.into);
    if (!given || !survivor) return tx.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    SIMRS_TRY(checkBoth(*given, *survivor));
    tx.patch<Patient>(given->id, [&](Patient& row) { row.mergedInto = survivor->id; });
    // Asked after the file that is given up has been written: its NIK is no longer in the way.
    const bool contested = survivor->nikContested && nikHolder(tx, survivor->nik, survivor->id);
    tx.patch<Patient>(survivor->id, [&](Patient& row) {
        row.nikContested = contested;
        // Whoever opens the file that stays must not read "none" where the other knew of some.
        if (given->allergyState == AllergyState::Known) row.allergyState = AllergyState::Known;
    });
    if (const auto family = familyOf(tx, survivor->id)) settlePairs(tx, family->ids());
    return {};
}

MergePatients::Reply MergePatients::outcome(FactTx& tx, const MergePatients& command) {
    const auto survivor = survivorOf(tx, command.patientId);
    return survivor ? Reply{survivor->id, survivor->mrn} : Reply{};
}

}  // namespace simrs
