// SPDX-License-Identifier: GPL-3.0-or-later
// Masters: all of them in one reply (they are few and every form needs them), and one generic request to save
// a row.
#pragma once

#include "common/core/request.h"
#include "common/registration/hospital_lists.h"

namespace simrs {

struct Masters {
    QList<Clinic> clinics;
    QList<Doctor> doctors;
    QList<Payer> payers;
    Hospital hospital;
    QList<Bed> beds;
    QList<Holiday> holidays;
    QList<Facility> facilities;
    QList<Staff> staff;
    QList<CounterService> services;
    bool operator==(const Masters&) const = default;
};
template <>
inline constexpr std::array fieldsOf<Masters> = {
    field<&Masters::clinics>(1, "clinics"),
    field<&Masters::doctors>(2, "doctors"),
    field<&Masters::payers>(3, "payers"),
    field<&Masters::hospital>(4, "hospital"),
    field<&Masters::beds>(5, "beds", {.max = limits::kListRows}),
    field<&Masters::holidays>(6, "holidays", {.max = limits::kListRows}),
    field<&Masters::facilities>(7, "facilities", {.max = limits::kListRows}),
    field<&Masters::staff>(8, "staff", {.max = limits::kListRows}),
    field<&Masters::services>(9, "services", {.max = limits::kListRows}),
};
static_assert(wellDescribed<Masters>());

/// Live: told again when a master changes.
struct GetMasters {
    qint64 ignored = 0;
    bool operator==(const GetMasters&) const = default;
    static constexpr RequestInfo info{210, "get_masters", Permission::ViewMasters, RequestKind::Query};
    using Reply = Masters;
    static Result<Reply> answer(Reader& reader, const Caller& caller, const GetMasters& request);
    static QList<Uuid> patients(const Reply&) { return {}; }
    static QStringList topics(const GetMasters& request);
};
template <>
inline constexpr std::array fieldsOf<GetMasters> = {field<&GetMasters::ignored>(1, "ignored")};
static_assert(wellDescribed<GetMasters>());

/// What differs between the masters' save requests.
template <class E>
inline constexpr RequestInfo saveMasterInfo{};
template <>
inline constexpr RequestInfo saveMasterInfo<Clinic>{
    211, "save_clinic", Permission::EditMasters, RequestKind::Wish, Offline::OnlineOnly, 2};
template <>
inline constexpr RequestInfo saveMasterInfo<Doctor>{
    212, "save_doctor", Permission::EditMasters, RequestKind::Wish, Offline::OnlineOnly, 2};
template <>
inline constexpr RequestInfo saveMasterInfo<Payer>{
    213, "save_payer", Permission::EditMasters, RequestKind::Wish, Offline::OnlineOnly, 2};

template <>
inline constexpr RequestInfo saveMasterInfo<Bed>{242, "save_bed", Permission::EditMasters, RequestKind::Wish};
template <>
inline constexpr RequestInfo saveMasterInfo<Holiday>{243, "save_holiday", Permission::EditMasters,
                                                     RequestKind::Wish};
template <>
inline constexpr RequestInfo saveMasterInfo<Facility>{244, "save_facility", Permission::EditMasters,
                                                      RequestKind::Wish};
template <>
inline constexpr RequestInfo saveMasterInfo<Staff>{245, "save_staff", Permission::EditMasters,
                                                   RequestKind::Wish};
template <>
inline constexpr RequestInfo saveMasterInfo<CounterService>{246, "save_counter_service",
                                                            Permission::EditMasters, RequestKind::Wish};

template <Entity E>
struct MasterSaved {
    E row;
    bool operator==(const MasterSaved&) const = default;
};
template <Entity E>
inline constexpr std::array fieldsOf<MasterSaved<E>> = {field<&MasterSaved<E>::row>(1, "row")};

/// Makes a row (base is a default one with a null id) or changes one; `base` is the row as the form showed
/// it.
template <Entity E>
struct SaveMaster {
    E base;
    E row;
    bool operator==(const SaveMaster&) const = default;
    static constexpr RequestInfo info = saveMasterInfo<E>;
    using Reply = MasterSaved<E>;
    static Status prepare(Prepare& prepare, SaveMaster& command);
    static Status check(Reader& reader, const CommandContext& context, const SaveMaster& command);
    static Status apply(WishTx& tx, const CommandContext& context, const SaveMaster& command);
    static Reply outcome(FactTx& tx, const SaveMaster& command);
    static QList<NumberUse> numbers(const SaveMaster&) { return {}; }
};

template <Entity E>
inline constexpr std::array fieldsOf<SaveMaster<E>> = {
    field<&SaveMaster<E>::base>(1, "base"),
    field<&SaveMaster<E>::row>(2, "row"),
};
}  // namespace simrs
