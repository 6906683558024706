// SPDX-License-Identifier: GPL-3.0-or-later
// The device's own queue numbers: ranges under the letters of a day, granted by the server beforehand, kept
// in the outbox's file, each number used once.
#pragma once

#include <QList>

#include "common/core/ticket_range.h"

namespace simrs {

/// A range and how far it is used. `next` is the first number that no kept command carries.
struct HeldRange {
    TicketRangeId id;
    QDate serviceDate;
    QString letter;
    qint64 first = 0;
    qint64 last = 0;
    qint64 next = 0;

    bool operator==(const HeldRange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<HeldRange> = {
    field<&HeldRange::id>(1, "id"),
    field<&HeldRange::serviceDate>(2, "service_date"),
    field<&HeldRange::letter>(3, "letter", {.max = 2}),
    field<&HeldRange::first>(4, "first_number"),
    field<&HeldRange::last>(5, "last_number"),
    field<&HeldRange::next>(6, "next_number"),
};
static_assert(wellDescribed<HeldRange>());
template <>
inline constexpr EntityInfo entityInfo<HeldRange>{
    .kind = 903,
    .table = "held_range",
    .conflict = ConflictClass::DeviceOnly,
    .unique = {"service_date, letter, first_number"},
    .check = {"next_number >= first_number", "next_number <= last_number + 1"}};

/// Below this many numbers under a letter more are asked for.
inline constexpr qint64 kTicketsLow = 20;
/// Ranges of so many past days are kept: what was prepared before midnight is written after it.
inline constexpr int kRangeDaysKept = 2;

/// The ranges in memory. A taken number becomes durable in the transaction that keeps its command; a crash
/// before that gives it again, but then nobody has ever seen it. Used by the outbox's thread only.
class TicketRanges {
  public:
    void load(const QList<HeldRange>& ranges);
    /// What was held before is not known: whatever the server holds for this device counts as used.
    void setAdrift(bool adrift) { m_adrift = adrift; }
    /// The lowest free number; nothing where none is held.
    std::optional<qint64> take(QDate day, const QString& letter);
    qint64 left(QDate day, const QString& letter) const;
    /// The range this number lies in; null where the device does not hold it.
    const HeldRange* rangeOf(QDate day, const QString& letter, qint64 value) const;

    /// What to ask the server for, the most urgent first: a range under each of these letters, for today and,
    /// for the case that midnight passes without a connection, for tomorrow.
    QList<TakeTicketRange> wanted(QDate today, const QStringList& letters) const;

  private:
    friend class Outbox;
    TakeTicketRange question(QDate day, const QString& letter) const;
    QList<HeldRange> m_ranges;  // By day, letter and first number.
    bool m_adrift = false;
};

}  // namespace simrs
