// SPDX-License-Identifier: GPL-3.0-or-later
// Grants a block of numbers: one step of the counter is one block, so blocks never overlap.
#include "common/core/number_block.h"

namespace simrs {

QString numberCounter(NumberKind kind) {
    return kind == NumberKind::MedicalRecord ? QStringLiteral("block/medical_record")
                                             : QStringLiteral("block/registration");
}

namespace {

/// One step of the kind's counter is one block.
std::optional<NumberBlock> nextBlock(FactTx& tx, NumberKind kind) {
    const std::optional<qint64> number = tx.next(numberCounter(kind));
    if (!number) return std::nullopt;
    NumberBlock block;
    block.kind = kind;
    block.first = (*number - 1) * blockSize(kind) + 1;
    block.last = *number * blockSize(kind);
    return block;
}

}  // namespace

/// Nobody else waits for this counter: dry blocks are rare.
qint64 finalNumber(FactTx& tx, const CommandContext& context, NumberKind kind) {
    const std::optional<qint64> count = tx.next(numberCounter(kind) + QStringLiteral("/final"));
    if (!count) return 0;
    const qint64 whole = (*count - 1) / blockSize(kind);
    const NumberBlockId id(
        Uuid::named(QStringLiteral("%1/%2").arg(numberCounter(kind)).arg(whole).toLatin1()));
    auto block = tx.get<NumberBlock>(id);
    if (!block) {
        block = nextBlock(tx, kind);
        block->id = id;
        block->grantedAt = context.at;
        block->grantedTo = context.actor;
        tx.insert(*block);
    }
    return block->first + (*count - 1) % blockSize(kind);
}

Result<TakeNumbers::Reply> TakeNumbers::perform(WishTx& tx, const Caller& caller,
                                                const TakeNumbers& request) {
    if (!comesInBlocks(request.kind)) return fail(ErrorCode::FieldInvalid, {QStringLiteral("kind")});
    const auto held = tx.list(Where<NumberBlock>()
                                  .eq<&NumberBlock::deviceId>(caller.device)
                                  .eq<&NumberBlock::kind>(request.kind)
                                  .orderBy<&NumberBlock::first>());
    for (const NumberBlock& block : held.value_or(QList<NumberBlock>())) {
        if (block.first > request.known) return Reply{block.first, block.last};
    }
    auto block = nextBlock(tx, request.kind);
    if (!block) return fail(ErrorCode::NumbersExhausted);
    block->id = tx.newId<NumberBlock>();
    block->deviceId = caller.device;
    block->grantedAt = caller.now;
    block->grantedTo = caller.user;
    tx.insert(*block);
    return Reply{block->first, block->last};
}

}  // namespace simrs
