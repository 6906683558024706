// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers a device takes from its own blocks: they are given before the server answers and never given twice.
#pragma once

#include <cstdint>

namespace simrs {

enum class NumberKind { MedicalRecord, Registration };
constexpr int enumCount(NumberKind) { return 2; }

/// How many numbers one block holds.
constexpr std::int64_t blockSize(NumberKind kind) { return kind == NumberKind::MedicalRecord ? 50 : 100; }

}  // namespace simrs
