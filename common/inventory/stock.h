// SPDX-License-Identifier: GPL-3.0-or-later
// The stock ledger: what there is (items, depots, lots), where it is free, what is promised to which device,
// and every movement. Quantities are integers, in the item's smallest unit.
#pragma once

#include "common/registration/visit.h"

namespace simrs {

using ItemId = TypedId<struct ItemTag>;
using DepotId = TypedId<struct DepotTag>;
using LotId = TypedId<struct LotTag>;
using StockLineId = TypedId<struct StockLineTag>;
using StockRightId = TypedId<struct StockRightTag>;
using MovementId = TypedId<struct MovementTag>;

namespace limits {
inline constexpr int kBatchChars = 40;
inline constexpr int kWitnessChars = 100;
inline constexpr std::int64_t kQuantity = 1'000'000'000;  ///< The most that one command may move.
}  // namespace limits

struct Item {
    ItemId id;
    QString code;
    QString name;
    QString unit;  ///< The smallest one that is handed out: "tablet", "ampul".
    bool active = true;

    bool operator==(const Item&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Item> = {
    field<&Item::id>(1, "id", {.derived = true}),
    field<&Item::code>(2, "code", {.max = 20, .required = true}),
    field<&Item::name>(3, "name", {.max = 120, .required = true}),
    field<&Item::unit>(4, "unit", {.max = 20, .required = true}),
    field<&Item::active>(5, "active"),
};
static_assert(wellDescribed<Item>());
template <>
inline constexpr EntityInfo entityInfo<Item>{.kind = 60,
                                             .table = "item",
                                             .conflict = ConflictClass::FieldMerge,
                                             .unique = {"code"},
                                             .scope = {ScopeRule::Form::Reference},
                                             .reference = true};

struct Depot {
    DepotId id;
    QString code;
    QString name;
    bool active = true;

    bool operator==(const Depot&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Depot> = {
    field<&Depot::id>(1, "id", {.derived = true}),
    field<&Depot::code>(2, "code", {.max = 10, .required = true}),
    field<&Depot::name>(3, "name", {.max = 80, .required = true}),
    field<&Depot::active>(4, "active"),
};
static_assert(wellDescribed<Depot>());
template <>
inline constexpr EntityInfo entityInfo<Depot>{.kind = 61,
                                              .table = "depot",
                                              .conflict = ConflictClass::FieldMerge,
                                              .unique = {"code"},
                                              .scope = {ScopeRule::Form::Reference},
                                              .reference = true};

/// A batch of an item. Held where a stock line or a right names it.
struct Lot {
    LotId id;  ///< By lotId().
    ItemId itemId;
    QString batch;  ///< As printed on the box, in capitals.
    QDate expiry;   ///< Its last day; null where none is printed.

    bool operator==(const Lot&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Lot> = {
    field<&Lot::id>(1, "id"),
    field<&Lot::itemId>(2, "item_id"),
    field<&Lot::batch>(3, "batch", {.max = limits::kBatchChars, .required = true}),
    field<&Lot::expiry>(4, "expiry"),
};
static_assert(wellDescribed<Lot>());
template <>
inline constexpr EntityInfo entityInfo<Lot>{.kind = 62,
                                            .table = "lot",
                                            .conflict = ConflictClass::ServerOnly,
                                            .unique = {"item_id, batch"},
                                            .check = {"batch <> ''"},
                                            .foreign = {{{"item_id", "item"}}},
                                            .scope = {ScopeRule::Form::Shared},
                                            .audited = true};

/// What a depot has of a lot and has promised to no device. Only the server moves it.
struct StockLine {
    StockLineId id;  ///< By stockLineId().
    LotId lotId;
    DepotId depotId;
    qint64 free = 0;

    bool operator==(const StockLine&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StockLine> = {
    field<&StockLine::id>(1, "id"),
    field<&StockLine::lotId>(2, "lot_id"),
    field<&StockLine::depotId>(3, "depot_id"),
    field<&StockLine::free>(4, "free_quantity"),
};
static_assert(wellDescribed<StockLine>());
template <>
inline constexpr EntityInfo entityInfo<StockLine>{.kind = 63,
                                                  .table = "stock_line",
                                                  .conflict = ConflictClass::Ledger,
                                                  .unique = {"lot_id, depot_id"},
                                                  .index = {"depot_id"},
                                                  .check = {"free_quantity >= 0"},
                                                  .foreign = {{{"lot_id", "lot"}}},
                                                  .scope = {ScopeRule::Form::Own, "depot", "depot_id"},
                                                  .shares = {{{"lot_id", entityType<Lot>}}},
                                                  .topicColumn = "depot_id"};

enum class RightState {
    Active,
    Returned,  ///< Given back; a top-up opens it again.
    Frozen,    ///< Its device is lost or barred. What is left waits for a stock-take.
};
constexpr int enumCount(RightState) { return 3; }

/// Stock that one device may hand out without asking: one row for a lot, a depot and a device. It never
/// expires by a clock, since an act that is not told yet may stand behind it.
struct StockRight {
    StockRightId id;  ///< By stockRightId().
    LotId lotId;
    DepotId depotId;
    DeviceId deviceId;
    qint64 granted = 0;  ///< Altogether; what is given back is taken off again.
    qint64 used = 0;     ///< Handed out under it, never more than granted.
    RightState state = RightState::Active;

    bool operator==(const StockRight&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StockRight> = {
    field<&StockRight::id>(1, "id"),
    field<&StockRight::lotId>(2, "lot_id"),
    field<&StockRight::depotId>(3, "depot_id"),
    field<&StockRight::deviceId>(4, "device_id"),
    field<&StockRight::granted>(5, "granted"),
    field<&StockRight::used>(6, "used"),
    field<&StockRight::state>(7, "state"),
};
static_assert(wellDescribed<StockRight>());
template <>
inline constexpr EntityInfo entityInfo<StockRight>{.kind = 64,
                                                   .table = "stock_right",
                                                   .conflict = ConflictClass::Ledger,
                                                   .unique = {"lot_id, depot_id, device_id"},
                                                   .index = {"device_id", "depot_id"},
                                                   .check = {"used >= 0", "used <= granted"},
                                                   .foreign = {{{"lot_id", "lot"}}},
                                                   .scope = {ScopeRule::Form::Own, "device", "device_id"},
                                                   .shares = {{{"lot_id", entityType<Lot>}}},
                                                   .topicColumn = "device_id",
                                                   .audited = true};

enum class MovementKind {
    Receive,   ///< Into the depot's free stock.
    Issue,     ///< Out of the hospital's stock: under a right, or else out of the free stock.
    Adjust,    ///< Of the free stock, either way: what a count found, or what an issue shows there was.
    Transfer,  ///< From the free stock into a right; back where it is negative.
};
constexpr int enumCount(MovementKind) { return 4; }

/// One line of the ledger; never changed.
struct Movement {
    MovementId id;
    LotId lotId;
    DepotId depotId;
    MovementKind kind = MovementKind::Receive;
    qint64 quantity = 0;   ///< What moved; negative only in Adjust and Transfer.
    StockRightId rightId;  ///< Null: the free stock alone.
    PatientId patientId;   ///< Null: for no one person.
    VisitId visitId;
    CommandId cause;
    QString reason;   ///< Of an adjustment, or of an issue without a right.
    QString witness;  ///< The second person of an issue without a right.
    Instant at;
    UserId by;

    bool operator==(const Movement&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Movement> = {
    field<&Movement::id>(1, "id"),
    field<&Movement::lotId>(2, "lot_id"),
    field<&Movement::depotId>(3, "depot_id"),
    field<&Movement::kind>(4, "kind"),
    field<&Movement::quantity>(5, "quantity"),
    field<&Movement::rightId>(6, "right_id"),
    field<&Movement::patientId>(7, "patient_id"),
    field<&Movement::visitId>(8, "visit_id"),
    field<&Movement::cause>(9, "cause"),
    field<&Movement::reason>(10, "reason", {.max = limits::kReasonChars}),
    field<&Movement::witness>(11, "witness", {.max = limits::kWitnessChars, .personal = true}),
    field<&Movement::at>(12, "at"),
    field<&Movement::by>(13, "by_user"),
};
static_assert(wellDescribed<Movement>());
/// Not tied to patient and visit by the database: what was handed out is written down, whoever they were.
template <>
inline constexpr EntityInfo entityInfo<Movement>{.kind = 65,
                                                 .table = "movement",
                                                 .conflict = ConflictClass::AppendOnly,
                                                 .index = {"lot_id, depot_id", "depot_id, at", "patient_id"},
                                                 .check = {"quantity <> 0", "quantity > 0 OR kind IN (2, 3)"},
                                                 .foreign = {{{"lot_id", "lot"}}},
                                                 .scope = {ScopeRule::Form::Own, "depot", "depot_id"},
                                                 .personColumn = "patient_id",
                                                 .topicColumn = "depot_id"};

// Named by what they stand for: two people who make the same row make one row.
LotId lotId(const ItemId& item, const QString& batch);
StockLineId stockLineId(const LotId& lot, const DepotId& depot);
StockRightId stockRightId(const LotId& lot, const DepotId& depot, const DeviceId& device);

/// What may still be handed out under a right: nothing under one that is not active.
qint64 leftUnder(const StockRight& right);
/// Errors: FieldOutOfRange (args: "quantity").
Status checkQuantity(qint64 quantity);
/// Errors: LotExpired (args: batch, last day).
Status checkNotExpired(const Lot& lot, QDate today);

}  // namespace simrs
