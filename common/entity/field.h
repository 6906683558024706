// SPDX-License-Identifier: GPL-3.0-or-later
// The field table: a struct's fields described once, beside the struct. Codec, DDL, SQL, patch, audit diff,
// forms, tables and random instances are ordinary functions over this table.
#pragma once

#include <QString>
#include <QVariant>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "common/base/random.h"
#include "common/entity/wire.h"

namespace simrs {

/// What a field may hold and how it is treated.
struct FieldRules {
    int max = 200;          ///< Longest text, in characters; largest number of elements for a list.
    bool required = false;  ///< A form does not save without it.
    bool identity = false;  ///< Never merged by itself: a clash is shown to a person.
    bool secret = false;    ///< The audit says that it changed, never from what to what.
    /// Names a person: kept out of logs, erasable in the audit. Declared with the first fields; nothing reads
    /// it before the audit can be erased.
    bool personal = false;
    bool derived = false;  ///< Computed by apply; not in forms, not editable.
    /// The schema version that brought the column, for who reads it: a column that is missing is added with
    /// its default; one that needs more than that has a numbered step (common/store/schema_steps).
    int since = 1;
};

enum class FieldType { Text, Integer, Boolean, Bytes, Date, Instant, Message, List };

struct Field;

/// The operations of one C++ type, shared by all fields of it. `value` points to the member.
struct TypeOps {
    FieldType type;
    bool nullable;  ///< May be NULL in the database.
    void (*encode)(WireWriter& out, std::uint32_t tag, const void* value);
    bool (*decode)(WireReader& in, WireType wire, void* value, const FieldRules& rules);
    QVariant (*toSql)(const void* value);
    bool (*fromSql)(const QVariant& column, void* value);
    bool (*equal)(const void* a, const void* b);
    void (*reset)(void* value);
    void (*randomize)(void* value, Random& random, const FieldRules& rules);
    QString (*show)(const void* value);
    /// The field with a text or a list above its `max`, in a nested message too; null when there is none.
    const Field* (*overlong)(const void* value, const Field& self);
};

struct Field {
    std::uint16_t tag;
    const char* name;  ///< Column name, key of the label, name in audit and errors.
    FieldRules rules;
    const TypeOps* ops;
    const void* (*get)(const void* object);
    void* (*edit)(void* object);
};

using FieldSpan = std::span<const Field>;

template <class T>
struct Ops;  // Ops<T>::value, in type_ops.h

/// Specialised beside every described struct.
template <class E>
inline constexpr std::array<Field, 0> fieldsOf{};

template <class E>
concept Described = fieldsOf<E>
.size() > 0;

template <class E>
constexpr FieldSpan fieldSpan() {
    return FieldSpan(fieldsOf<E>);
}

namespace detail {

template <class M>
struct MemberOf;
template <class C, class T>
struct MemberOf<T C::*> {
    using Class = C;
    using Type = T;
};

/// Converts into anything, to count the members of an aggregate.
struct Anything {
    template <class T>
    constexpr operator T() const {
        throw 0;  // Only ever named, never called.
    }
};

template <class E, class... A>
consteval std::size_t arity() {
    if constexpr (requires { E{A{}..., Anything{}}; }) {
        return arity<E, A..., Anything>();
    } else {
        return sizeof...(A);
    }
}

}  // namespace detail

/// One row of a field table: `field<&Patient::name>(3, "name", {.max = 120, .required = true})`.
template <auto Member>
constexpr Field field(std::uint16_t tag, const char* name, FieldRules rules = {}) {
    using Class = typename detail::MemberOf<decltype(Member)>::Class;
    using Type = typename detail::MemberOf<decltype(Member)>::Type;
    return Field{
        tag,
        name,
        rules,
        &Ops<Type>::value,
        [](const void* object) -> const void* { return &(static_cast<const Class*>(object)->*Member); },
        [](void* object) -> void* { return &(static_cast<Class*>(object)->*Member); }};
}

/// Tags ascend, are unique, and no member was forgotten.
template <class E>
consteval bool wellDescribed() {
    const auto& table = fieldsOf<E>;
    for (std::size_t i = 1; i < table.size(); ++i) {
        if (table[i].tag <= table[i - 1].tag) return false;
    }
    return table.size() == detail::arity<E>();
}

const Field* fieldByTag(FieldSpan fields, std::uint32_t tag);
const Field* fieldByName(FieldSpan fields, QLatin1String name);

/// The row of a member, for typed conditions: `fieldOf<&Visit::serviceDate>()`.
template <auto Member>
const Field& fieldOf() {
    using Class = typename detail::MemberOf<decltype(Member)>::Class;
    static const Field* const found = [] {
        const Class probe{};
        for (const Field& f : fieldsOf<Class>) {
            if (f.get(&probe) == &(probe.*Member)) return &f;
        }
        return static_cast<const Field*>(nullptr);
    }();
    return *found;
}

}  // namespace simrs
