// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers a device gives by itself, before the server answers, and never gives twice: from blocks granted to
// it, from its range under a queue letter of a day, or, when a block is dry, counted by itself alone.
#pragma once

#include <cstdint>

namespace simrs {

enum class NumberKind { MedicalRecord, Registration, Ticket, Temporary };
constexpr int enumCount(NumberKind) { return 4; }

/// Whether these numbers come in blocks that are good for ever.
constexpr bool comesInBlocks(NumberKind kind) {
    return kind == NumberKind::MedicalRecord || kind == NumberKind::Registration;
}

/// How many numbers one block holds.
constexpr std::int64_t blockSize(NumberKind kind) { return kind == NumberKind::MedicalRecord ? 50 : 100; }

}  // namespace simrs
