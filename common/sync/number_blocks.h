// SPDX-License-Identifier: GPL-3.0-or-later
// The device's own numbers: blocks granted by the server, kept in the outbox's file, each number used once.
#pragma once

#include <QList>

#include "common/core/number_block.h"
#include "common/core/request.h"

namespace simrs {

/// A block and how far it is used. `next` is the first number that no kept command carries.
struct HeldBlock {
    NumberBlockId id;
    NumberKind kind = NumberKind::MedicalRecord;
    qint64 first = 0;
    qint64 last = 0;
    qint64 next = 0;

    bool operator==(const HeldBlock&) const = default;
};
template <>
inline constexpr std::array fieldsOf<HeldBlock> = {
    field<&HeldBlock::id>(1, "id"),
    field<&HeldBlock::kind>(2, "kind"),
    field<&HeldBlock::first>(3, "first_number"),
    field<&HeldBlock::last>(4, "last_number"),
    field<&HeldBlock::next>(5, "next_number"),
};
static_assert(wellDescribed<HeldBlock>());
template <>
inline constexpr EntityInfo entityInfo<HeldBlock>{
    .kind = 902,
    .table = "held_block",
    .conflict = ConflictClass::DeviceOnly,
    .unique = {"kind, first_number"},
    .check = {"next_number >= first_number", "next_number <= last_number + 1"}};

/// Below this many numbers more are asked for.
inline constexpr qint64 kNumbersLow = 20;

/// The blocks in memory. A taken number becomes durable in the transaction that keeps its command
/// (Outbox::append): a crash before that gives it again, but then nobody has ever seen it. Used by the
/// outbox's thread only.
class NumberBlocks {
  public:
    void load(const QList<HeldBlock>& blocks);
    /// The lowest free number. Error: NumbersExhausted.
    Result<qint64> take(NumberKind kind);
    /// Where the blocks stand, to go back to when a command was not even prepared.
    QList<HeldBlock> mark() const { return m_blocks; }
    void rewind(const QList<HeldBlock>& mark) { m_blocks = mark; }

    qint64 left(NumberKind kind) const;
    bool wantsMore(NumberKind kind) const { return left(kind) < kNumbersLow; }
    /// The question for the next block.
    TakeNumbers question(NumberKind kind) const;
    /// The block this number lies in; null where the device does not hold it.
    const HeldBlock* blockOf(NumberKind kind, qint64 value) const;

  private:
    friend class Outbox;
    QList<HeldBlock> m_blocks;  // By kind and first number.
};

}  // namespace simrs
