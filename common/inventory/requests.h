// SPDX-License-Identifier: GPL-3.0-or-later
// What may be asked of the stock. Free stock is moved by the server alone; a device hands out what it has a
// right to, with or without a connection.
#pragma once

#include "common/core/request.h"
#include "common/core/request_table.h"
#include "common/inventory/stock.h"

namespace simrs {

// ---- free stock: the server's
struct StockLineMade {
    StockLine line;
    bool operator==(const StockLineMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StockLineMade> = {field<&StockLineMade::line>(1, "line")};
static_assert(wellDescribed<StockLineMade>());

/// Goods have come: into the depot's free stock, under a lot that is made where it is new.
struct ReceiveStock {
    ItemId itemId;
    DepotId depotId;
    QString batch;
    QDate expiry;
    qint64 quantity = 0;
    bool operator==(const ReceiveStock&) const = default;
    static constexpr RequestInfo info{400, "receive_stock", Permission::EnterStock, RequestKind::Wish};
    using Reply = StockLineMade;
    static Status prepare(Prepare& prepare, ReceiveStock& command);
    static Status check(Reader& reader, const CommandContext& context, const ReceiveStock& command);
    static Status apply(WishTx& tx, const CommandContext& context, const ReceiveStock& command);
    static Reply outcome(FactTx& tx, const ReceiveStock& command);
    static QList<NumberUse> numbers(const ReceiveStock&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ReceiveStock> = {
    field<&ReceiveStock::itemId>(1, "item_id"),
    field<&ReceiveStock::depotId>(2, "depot_id"),
    field<&ReceiveStock::batch>(3, "batch", {.max = limits::kBatchChars}),
    field<&ReceiveStock::expiry>(4, "expiry"),
    field<&ReceiveStock::quantity>(5, "quantity"),
};
static_assert(wellDescribed<ReceiveStock>());

/// A stock-take of one lot: what lies there counts. What frozen rights still held is written off into it, and
/// open discrepancies are settled. Not while an active right holds something: what its device has handed out
/// is not known here.
struct CountStock {
    LotId lotId;
    DepotId depotId;
    qint64 counted = 0;
    QString reason;
    bool operator==(const CountStock&) const = default;
    static constexpr RequestInfo info{401, "count_stock", Permission::CorrectStock, RequestKind::Wish};
    using Reply = StockLineMade;
    static Status prepare(Prepare& prepare, CountStock& command);
    static Status check(Reader& reader, const CommandContext& context, const CountStock& command);
    static Status apply(WishTx& tx, const CommandContext& context, const CountStock& command);
    static Reply outcome(FactTx& tx, const CountStock& command);
    static QList<NumberUse> numbers(const CountStock&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<CountStock> = {
    field<&CountStock::lotId>(1, "lot_id"),
    field<&CountStock::depotId>(2, "depot_id"),
    field<&CountStock::counted>(3, "counted"),
    field<&CountStock::reason>(4, "reason", {.max = limits::kReasonChars}),
};
static_assert(wellDescribed<CountStock>());

// ---- rights
struct StockRightMade {
    StockRight right;
    qint64 moved = 0;  ///< Into the right, or back out of it.
    bool operator==(const StockRightMade&) const = default;
};
template <>
inline constexpr std::array fieldsOf<StockRightMade> = {
    field<&StockRightMade::right>(1, "right"),
    field<&StockRightMade::moved>(2, "moved"),
};
static_assert(wellDescribed<StockRightMade>());

/// Asks for more under the device's right: it gets what is free, up to `quantity`. Nothing changes here
/// before the server has moved it.
struct TopUpRight {
    LotId lotId;
    DepotId depotId;
    qint64 quantity = 0;
    bool operator==(const TopUpRight&) const = default;
    static constexpr RequestInfo info{402, "top_up_right", Permission::DispenseStock, RequestKind::Wish,
                                      Offline::Queued};
    using Reply = StockRightMade;
    static Status prepare(Prepare& prepare, TopUpRight& command);
    static Status check(Reader& reader, const CommandContext& context, const TopUpRight& command);
    static Status apply(WishTx& tx, const CommandContext& context, const TopUpRight& command);
    static Reply outcome(FactTx& tx, const TopUpRight& command);
    static QList<NumberUse> numbers(const TopUpRight&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<TopUpRight> = {
    field<&TopUpRight::lotId>(1, "lot_id"),
    field<&TopUpRight::depotId>(2, "depot_id"),
    field<&TopUpRight::quantity>(3, "quantity"),
};
static_assert(wellDescribed<TopUpRight>());

/// Gives back what is left under the device's right, by the server's count. On the device the right is closed
/// at once: what is promised back must not be handed out while the promise travels.
struct ReturnRight {
    LotId lotId;
    DepotId depotId;
    bool operator==(const ReturnRight&) const = default;
    static constexpr RequestInfo info{403, "return_right", Permission::DispenseStock, RequestKind::Wish,
                                      Offline::Local};
    using Reply = StockRightMade;
    static Status prepare(Prepare& prepare, ReturnRight& command);
    static Status check(Reader& reader, const CommandContext& context, const ReturnRight& command);
    static Status apply(WishTx& tx, const CommandContext& context, const ReturnRight& command);
    static Reply outcome(FactTx& tx, const ReturnRight& command);
    static QList<NumberUse> numbers(const ReturnRight&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<ReturnRight> = {
    field<&ReturnRight::lotId>(1, "lot_id"),
    field<&ReturnRight::depotId>(2, "depot_id"),
};
static_assert(wellDescribed<ReturnRight>());

// ---- handing out
struct Dispensed {
    MovementId movementId;
    qint64 left = 0;  ///< Under the device's right.
    bool operator==(const Dispensed&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Dispensed> = {
    field<&Dispensed::movementId>(1, "movement_id"),
    field<&Dispensed::left>(2, "left"),
};
static_assert(wellDescribed<Dispensed>());

/// Something was handed out under the device's own right. What the right does not cover, because the server
/// has taken it away meanwhile, is written down all the same and becomes a discrepancy.
struct Dispense {
    LotId lotId;
    DepotId depotId;
    qint64 quantity = 0;
    PatientId patientId;
    VisitId visitId;
    bool operator==(const Dispense&) const = default;
    static constexpr RequestInfo info{404, "dispense", Permission::DispenseStock, RequestKind::Fact,
                                      Offline::Local};
    using Reply = Dispensed;
    static Status prepare(Prepare& prepare, Dispense& command);
    static Status check(Reader& reader, const CommandContext& context, const Dispense& command);
    static void apply(FactTx& tx, const CommandContext& context, const Dispense& command);
    static Reply outcome(FactTx& tx, const Dispense& command);
    static QList<NumberUse> numbers(const Dispense&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<Dispense> = {
    field<&Dispense::lotId>(1, "lot_id"),      field<&Dispense::depotId>(2, "depot_id"),
    field<&Dispense::quantity>(3, "quantity"), field<&Dispense::patientId>(4, "patient_id"),
    field<&Dispense::visitId>(5, "visit_id"),
};
static_assert(wellDescribed<Dispense>());

/// The box was in the hand and no right was left: written down with a reason and a second person. Taken off
/// the free stock as far as that goes; always a discrepancy that asks for a count.
struct DispenseUnreserved {
    LotId lotId;
    DepotId depotId;
    qint64 quantity = 0;
    PatientId patientId;
    VisitId visitId;
    QString reason;
    QString witness;  ///< The second person's name.
    bool operator==(const DispenseUnreserved&) const = default;
    static constexpr RequestInfo info{405, "dispense_unreserved", Permission::DispenseStock,
                                      RequestKind::Fact, Offline::Local};
    using Reply = Dispensed;
    static Status prepare(Prepare& prepare, DispenseUnreserved& command);
    static Status check(Reader& reader, const CommandContext& context, const DispenseUnreserved& command);
    static void apply(FactTx& tx, const CommandContext& context, const DispenseUnreserved& command);
    static Reply outcome(FactTx& tx, const DispenseUnreserved& command);
    static QList<NumberUse> numbers(const DispenseUnreserved&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<DispenseUnreserved> = {
    field<&DispenseUnreserved::lotId>(1, "lot_id"),
    field<&DispenseUnreserved::depotId>(2, "depot_id"),
    field<&DispenseUnreserved::quantity>(3, "quantity"),
    field<&DispenseUnreserved::patientId>(4, "patient_id"),
    field<&DispenseUnreserved::visitId>(5, "visit_id"),
    field<&DispenseUnreserved::reason>(6, "reason", {.max = limits::kReasonChars}),
    field<&DispenseUnreserved::witness>(7, "witness", {.max = limits::kWitnessChars, .personal = true}),
};
static_assert(wellDescribed<DispenseUnreserved>());

// ---- queries
/// One lot in one depot; the item's name is the client's, from its reference rows.
struct ShelfLine {
    StockLine line;
    Lot lot;
    qint64 promised = 0;   ///< Left under the rights of all devices, frozen ones among them.
    bool toCount = false;  ///< A discrepancy is open.
    bool operator==(const ShelfLine&) const = default;
};
template <>
inline constexpr std::array fieldsOf<ShelfLine> = {
    field<&ShelfLine::line>(1, "line"),
    field<&ShelfLine::lot>(2, "lot"),
    field<&ShelfLine::promised>(3, "promised"),
    field<&ShelfLine::toCount>(4, "to_count"),
};
static_assert(wellDescribed<ShelfLine>());

struct Shelf {
    QList<ShelfLine> lines;
    bool more = false;
    bool operator==(const Shelf&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Shelf> = {
    field<&Shelf::lines>(1, "lines"),
    field<&Shelf::more>(2, "more"),
};
static_assert(wellDescribed<Shelf>());

/// Live: told again when something moves in the depot.
struct StockOfDepot {
    DepotId depotId;
    qint64 limit = 500;
    bool operator==(const StockOfDepot&) const = default;
    static constexpr RequestInfo info{406, "stock_of_depot", Permission::ViewStock, RequestKind::Query};
    using Reply = Shelf;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const StockOfDepot& request);
    static QList<Uuid> patients(const Reply&) { return {}; }
    static QStringList topics(const StockOfDepot& request);
};
template <>
inline constexpr std::array fieldsOf<StockOfDepot> = {
    field<&StockOfDepot::depotId>(1, "depot_id"),
    field<&StockOfDepot::limit>(2, "limit"),
};
static_assert(wellDescribed<StockOfDepot>());

struct HeldRight {
    StockRight right;
    Lot lot;
    bool operator==(const HeldRight&) const = default;
};
template <>
inline constexpr std::array fieldsOf<HeldRight> = {
    field<&HeldRight::right>(1, "right"),
    field<&HeldRight::lot>(2, "lot"),
};
static_assert(wellDescribed<HeldRight>());

struct HeldRights {
    QList<HeldRight> rights;
    bool operator==(const HeldRights&) const = default;
};
template <>
inline constexpr std::array fieldsOf<HeldRights> = {field<&HeldRights::rights>(1, "rights")};
static_assert(wellDescribed<HeldRights>());

/// Live: told again when one of them changes.
struct RightsOfDevice {
    DeviceId deviceId;
    bool operator==(const RightsOfDevice&) const = default;
    static constexpr RequestInfo info{407, "rights_of_device", Permission::ViewStock, RequestKind::Query};
    using Reply = HeldRights;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const RightsOfDevice& request);
    static QList<Uuid> patients(const Reply&) { return {}; }
    static QStringList topics(const RightsOfDevice& request);
};
template <>
inline constexpr std::array fieldsOf<RightsOfDevice> = {field<&RightsOfDevice::deviceId>(1, "device_id")};
static_assert(wellDescribed<RightsOfDevice>());

using InventoryRequests = RequestList<ReceiveStock, CountStock, TopUpRight, ReturnRight, Dispense,
                                      DispenseUnreserved, StockOfDepot, RightsOfDevice>;

}  // namespace simrs
