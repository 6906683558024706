// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity declares beside its fields: its table, its constraints, who may hold it, whose data it is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/entity/field.h"

namespace simrs {

struct ForeignKey {
    const char* column = nullptr;
    const char* table = nullptr;
};

/// Who holds a row: nobody but the server; every device; the devices of the key in one column; whoever holds
/// a row that shares it (a patient is in every unit of his visits); or whoever holds the row that it follows
/// (an allergy is wherever its patient is).
struct ScopeRule {
    enum class Form { ServerOnly, Reference, Own, Shared, Follows };
    Form form = Form::ServerOnly;
    const char* prefix = "";       ///< "unit", "depot", "device"
    const char* column = nullptr;  ///< For Own: the column that names the key.
};

/// What happens when two people change the same thing and neither could know of the other. Declared by every
/// entity; the transaction offers only the writes that fit.
enum class ConflictClass {
    Undeclared,
    AppendOnly,  ///< Never changed once written; a correction is another row that names it.
    StateGuard,  ///< Changes from an expected state only; a late change is refused or flagged.
    AddWins,  ///< Members of a set: added freely, removed only as they were seen; kept and flagged otherwise.
    FieldMerge,   ///< Field by field against what the form showed; identity fields never by themselves.
    Ledger,       ///< Quantities that move; offline only under rights given beforehand.
    Reservation,  ///< Asked for by the device, given by the server.
    ServerOnly,   ///< Changed nowhere else.
    DeviceOnly,   ///< Never leaves the device.
};

struct EntityType;

/// The row of another table that one column names is held wherever this row is.
struct ShareRule {
    const char* column = nullptr;
    const EntityType& (*type)() = nullptr;
};

/// The row is held wherever the row is that one column names. Of several rules the first counts whose column
/// is set. A row of form Shared may follow as well: it is then held there, too.
struct FollowRule {
    const char* column = nullptr;
    const EntityType& (*type)() = nullptr;
};

/// Column lists are SQL text inside the portable subset; unused places stay null.
/// CHECK, UNIQUE and foreign keys exist on the server only (a cache rightly holds rows without their
/// parents).
struct EntityInfo {
    std::uint32_t kind = 0;  ///< Number in feed, audit and derived ids: append only.
    const char* table = nullptr;
    ConflictClass conflict = ConflictClass::Undeclared;
    std::array<const char*, 4> unique{};  ///< "service_date, series, number" or "nik WHERE nik <> ''"
    std::array<const char*, 6> index{};
    std::array<const char*, 4> check{};
    std::array<ForeignKey, 6> foreign{};
    const char* searchColumn = nullptr;  ///< Normalised words, searched by prefixes.
    ScopeRule scope{};
    std::array<ShareRule, 2> shares{};  ///< Of rows of the forms Own and Shared.
    std::array<FollowRule, 2> follows{};
    const char* personColumn = nullptr;  ///< Whose data: the column with the patient's id ("id" in patient).
    const char* topicColumn = nullptr;   ///< Live lists are told by "<table>/<value of this column>".
    bool reference = false;              ///< Few rows, read often: the server keeps them in memory.
    bool audited = false;  ///< Nobody's data and no reference, yet who changed it must be answerable.
};

/// Specialised beside the field table of every struct that is a table.
template <class E>
inline constexpr EntityInfo entityInfo{};

template <class E>
concept Entity = Described<E> && requires(E e) {
    e.id;
};

template <Entity E>
using IdOf = decltype(E::id);

/// An entity with its type erased, for everything that works on all tables.
struct EntityType {
    const EntityInfo* info;
    FieldSpan fields;
    void* (*make)();
    void (*destroy)(void*);
    void (*assign)(void* to, const void* from);
};

template <Entity E>
const EntityType& entityType() {
    static constexpr EntityType type{
        &entityInfo<E>, fieldSpan<E>(), []() -> void* { return new E{}; },
        [](void* p) { delete static_cast<E*>(p); },
        [](void* to, const void* from) { *static_cast<E*>(to) = *static_cast<const E*>(from); }};
    static_assert(entityInfo<E>.table != nullptr && entityInfo<E>.kind != 0,
                  "declare entityInfo for this struct");
    static_assert(entityInfo<E>.conflict != ConflictClass::Undeclared,
                  "say what happens when two people change it: ConflictClass");
    return type;
}

}  // namespace simrs
