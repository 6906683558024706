// SPDX-License-Identifier: GPL-3.0-or-later
// Grants a block of numbers: one step of the counter is one block, so blocks never overlap.
#include "common/core/number_block.h"

namespace simrs {

QString numberCounter(NumberKind kind) {
    return kind == NumberKind::MedicalRecord ? QStringLiteral("block/medical_record")
                                             : QStringLiteral("block/registration");
}

Result<TakeNumbers::Reply> TakeNumbers::perform(WishTx& tx, const Caller& caller,
                                                const TakeNumbers& request) {
    const auto held = tx.list(Where<NumberBlock>()
                                  .eq<&NumberBlock::deviceId>(caller.device)
                                  .eq<&NumberBlock::kind>(request.kind)
                                  .orderBy<&NumberBlock::first>());
    for (const NumberBlock& block : held.value_or(QList<NumberBlock>())) {
        if (block.first > request.known) return Reply{block.first, block.last};
    }
    const std::optional<qint64> number = tx.next(numberCounter(request.kind));
    if (!number) return fail(ErrorCode::NumbersExhausted);
    NumberBlock block;
    block.id = tx.newId<NumberBlock>();
    block.kind = request.kind;
    block.deviceId = caller.device;
    block.first = (*number - 1) * blockSize(request.kind) + 1;
    block.last = *number * blockSize(request.kind);
    block.grantedAt = caller.now;
    block.grantedTo = caller.user;
    tx.insert(block);
    return Reply{block.first, block.last};
}

}  // namespace simrs
