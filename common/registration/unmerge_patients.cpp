// SPDX-License-Identifier: GPL-3.0-or-later
// Parting two files again. What was written for each of them stays with it; what was written for the file
// that stayed while it stood for both is a person's question.
#include "common/base/text.h"
#include "common/core/raise_case.h"
#include "common/registration/pair_requests.h"
#include "common/registration/requests.h"
#include "common/registration/survivor.h"

namespace simrs {

Status UnmergePatients::prepare(Prepare& prepare, UnmergePatients& command) {
    command.reason = cleanLine(command.reason);
    return check(prepare.reader(), prepare.context(), command);
}

Status UnmergePatients::check(Reader& reader, const CommandContext&, const UnmergePatients& command) {
    SIMRS_TRY(checkReason(command.reason));
    const auto patient = reader.get<Patient>(command.patientId);
    if (!patient) return reader.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    return patient->mergedInto.isNull() ? Status(fail(ErrorCode::NotMerged)) : Status();
}

Status UnmergePatients::apply(WishTx& tx, const CommandContext& context, const UnmergePatients& command) {
    const auto patient = tx.lock<Patient>(command.patientId);
    if (!patient) return tx.authority() ? Status(fail(ErrorCode::PatientUnknown)) : Status();
    if (patient->mergedInto.isNull()) return fail(ErrorCode::NotMerged);
    const PatientId into = patient->mergedInto;
    // Everybody else with this NIK counts, the file it led to among them.
    bool contested = false;
    if (!patient->nik.isEmpty()) {
        const auto rows = tx.list(Where<Patient>().eq<&Patient::nik>(patient->nik).limit(kMostFiles));
        for (const Patient& row : rows.value_or(QList<Patient>()))
            contested = contested || (row.id != patient->id && row.mergedInto.isNull());
    }
    tx.patch<Patient>(patient->id, [&](Patient& row) {
        row.mergedInto = {};
        row.nikContested = contested;
    });
    CaseItem item;
    item.kind = CaseKind::Unmerged;
    item.subject = patient->id.uuid();
    item.other = into.uuid();
    if (contested) item.fields = QStringLiteral("nik");
    raiseCase(tx, context, item);
    // The merge has answered whether they are one person's; now it has to be said again.
    const auto other = survivorOf(tx, into);
    if (other && !knownDistinct(tx, patient->id, other->id))
        raisePair(tx, context, patient->id, other->id,
                  contested ? QStringLiteral("nik") : QStringLiteral("person"), 1);
    return {};
}

}  // namespace simrs
