// SPDX-License-Identifier: GPL-3.0-or-later
// Which number comes next, in memory.
#include "common/sync/number_blocks.h"

#include <algorithm>

namespace simrs {

void NumberBlocks::load(const QList<HeldBlock>& blocks) {
    m_blocks = blocks;
    std::sort(m_blocks.begin(), m_blocks.end(), [](const HeldBlock& a, const HeldBlock& b) {
        return std::pair(a.kind, a.first) < std::pair(b.kind, b.first);
    });
}

Result<qint64> NumberBlocks::take(NumberKind kind) {
    for (HeldBlock& block : m_blocks) {
        if (block.kind == kind && block.next <= block.last) return block.next++;
    }
    return fail(ErrorCode::NumbersExhausted);
}

qint64 NumberBlocks::left(NumberKind kind) const {
    qint64 sum = 0;
    for (const HeldBlock& block : m_blocks) {
        if (block.kind == kind) sum += block.last - block.next + 1;
    }
    return sum;
}

TakeNumbers NumberBlocks::question(NumberKind kind) const {
    TakeNumbers request{kind, 0};
    for (const HeldBlock& block : m_blocks) {
        if (block.kind == kind) request.known = std::max(request.known, block.last);
    }
    return request;
}

const HeldBlock* NumberBlocks::blockOf(NumberKind kind, qint64 value) const {
    for (const HeldBlock& block : m_blocks) {
        if (block.kind == kind && block.first <= value && value <= block.last) return &block;
    }
    return nullptr;
}

}  // namespace simrs
