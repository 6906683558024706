// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when a block of numbers is dry.
#include "common/registration/number_alias.h"

namespace simrs {

Status takeOrStandIn(Prepare& prepare, NumberKind kind, qint64& number, QString& temporary) {
    number = 0;
    temporary.clear();
    const Result<qint64> taken = prepare.takeNumber(kind);
    if (taken) {
        number = *taken;
        return {};
    }
    if (taken.error().code != ErrorCode::NumbersExhausted) return tl::unexpected<Error>(taken.error());
    SIMRS_ASSIGN(temporary, prepare.takeTemporary());
    return {};
}

NumberUse numberUsed(NumberKind kind, qint64 number, const QString& temporary) {
    if (temporary.isEmpty()) return {kind, number};
    const auto read = readTemporary(temporary);
    // One that cannot be read was not counted by any device.
    if (!read || number != 0 || temporaryText(*read) != temporary) return {NumberKind::Temporary, 0};
    return {NumberKind::Temporary, read->count, {}, read->device};
}

void keepAlias(FactTx& tx, const CommandContext& context, NumberAlias alias) {
    // One command may carry a number of each kind (ReceiveUnknown).
    alias.id = tx.newId<NumberAlias>(alias.kind == NumberKind::MedicalRecord ? 1 : 0);
    alias.deviceId = context.device;
    alias.givenAt = context.at;
    tx.insert(alias);
}

}  // namespace simrs
