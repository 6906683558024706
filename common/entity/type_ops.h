// SPDX-License-Identifier: GPL-3.0-or-later
// The types a field may have, each with its wire form, its SQL form and its random form.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <limits>
#include <optional>
#include <type_traits>

#include "common/base/clock.h"
#include "common/base/id.h"
#include "common/base/limits.h"
#include "common/base/result.h"
#include "common/entity/field.h"

namespace simrs {

void encodeFields(FieldSpan fields, const void* object, WireWriter& out);
bool decodeInto(FieldSpan fields, void* object, WireReader& in, QString* badField = nullptr);
Status decodeFields(FieldSpan fields, void* object, QByteArrayView bytes);
void randomizeFields(FieldSpan fields, void* object, Random& random);
bool equalFields(FieldSpan fields, const void* a, const void* b);
QString showFields(FieldSpan fields, const void* object);
const Field* overlongField(FieldSpan fields, const void* object);

namespace detail {

bool decodeText(WireReader& in, WireType wire, QString& value);
QString randomText(Random& random, int max);
QDate randomDate(Random& random);

template <class T>
struct Scalar;  // wire(value) and unwire(bytes), for everything that is one wire value

template <class T>
requires std::is_integral_v<T> || std::is_enum_v<T>
struct Scalar<T> {
    static void encode(WireWriter& out, std::uint32_t tag, const T& v) {
        out.varint(tag, static_cast<std::uint64_t>(static_cast<std::int64_t>(v)));
    }
    static bool decode(WireReader& in, WireType wire, T& v, const FieldRules&) {
        std::uint64_t raw = 0;
        if (wire != WireType::Varint || !in.varint(raw)) return in.fault();
        const auto number = static_cast<std::int64_t>(raw);
        if constexpr (std::is_same_v<T, bool>) {
            v = number != 0;
        } else if constexpr (std::is_enum_v<T>) {
            if (number < 0 || number >= enumCount(T{})) return in.fault();
            v = static_cast<T>(number);
        } else {
            if (number < std::numeric_limits<T>::min() || number > std::numeric_limits<T>::max())
                return in.fault();
            v = static_cast<T>(number);
        }
        return true;
    }
};

template <>
struct Scalar<QString> {
    static void encode(WireWriter& out, std::uint32_t tag, const QString& v) { out.bytes(tag, v.toUtf8()); }
    static bool decode(WireReader& in, WireType wire, QString& v, const FieldRules&) {
        return decodeText(in, wire, v);
    }
};

template <>
struct Scalar<QByteArray> {
    static void encode(WireWriter& out, std::uint32_t tag, const QByteArray& v) { out.bytes(tag, v); }
    static bool decode(WireReader& in, WireType wire, QByteArray& v, const FieldRules&) {
        QByteArrayView view;
        if (wire != WireType::Length || !in.bytes(view)) return in.fault();
        v = view.toByteArray();
        return true;
    }
};

template <>
struct Scalar<Uuid> {
    static void encode(WireWriter& out, std::uint32_t tag, const Uuid& v) {
        out.bytes(tag, QByteArrayView(v.bytes().data(), 16));
    }
    static bool decode(WireReader& in, WireType wire, Uuid& v, const FieldRules&) {
        QByteArrayView view;
        if (wire != WireType::Length || !in.bytes(view) || (view.size() != 16 && !view.isEmpty()))
            return in.fault();
        v = Uuid::fromBytes(view);
        return true;
    }
};

template <class Tag>
struct Scalar<TypedId<Tag>> {
    static void encode(WireWriter& out, std::uint32_t tag, const TypedId<Tag>& v) {
        Scalar<Uuid>::encode(out, tag, v.uuid());
    }
    static bool decode(WireReader& in, WireType wire, TypedId<Tag>& v, const FieldRules& rules) {
        Uuid uuid;
        if (!Scalar<Uuid>::decode(in, wire, uuid, rules)) return false;
        v = TypedId<Tag>(uuid);
        return true;
    }
};

template <>
struct Scalar<QDate> {
    static void encode(WireWriter& out, std::uint32_t tag, const QDate& v) {
        out.bytes(tag, v.toString(Qt::ISODate).toLatin1());
    }
    static bool decode(WireReader& in, WireType wire, QDate& v, const FieldRules&) {
        QByteArrayView view;
        if (wire != WireType::Length || !in.bytes(view) || view.size() > 10) return in.fault();
        v = QDate::fromString(QString::fromLatin1(view), Qt::ISODate);
        return view.isEmpty() || v.isValid() ? true : in.fault();
    }
};

template <>
struct Scalar<Instant> {
    static void encode(WireWriter& out, std::uint32_t tag, const Instant& v) {
        out.varint(tag, static_cast<std::uint64_t>(v.ms));
    }
    static bool decode(WireReader& in, WireType wire, Instant& v, const FieldRules& rules) {
        return Scalar<std::int64_t>::decode(in, wire, v.ms, rules);
    }
};

template <Described T>
struct Scalar<T> {
    static void encode(WireWriter& out, std::uint32_t tag, const T& v) {
        WireWriter inner;
        encodeFields(fieldSpan<T>(), &v, inner);
        out.bytes(tag, inner.result());
    }
    static bool decode(WireReader& in, WireType wire, T& v, const FieldRules&) {
        QByteArrayView view;
        if (wire != WireType::Length || in.depth() >= limits::kNestingDepth || !in.bytes(view))
            return in.fault();
        WireReader inner(view, in.depth() + 1);
        return decodeInto(fieldSpan<T>(), &v, inner) ? true : in.fault();
    }
};

// ---- SQL forms: what QVariant a column holds
inline QVariant sqlOf(bool v) { return v; }
inline QVariant sqlOf(const QString& v) { return v.isNull() ? QStringLiteral("") : v; }
inline QVariant sqlOf(const QByteArray& v) { return v.isNull() ? QByteArray("") : v; }
inline QVariant sqlOf(const Uuid& v) {
    return v.isNull() ? QVariant(QMetaType(QMetaType::QByteArray)) : v.toBytes();
}
inline QVariant sqlOf(const QDate& v) {
    return v.isValid() ? QVariant(v.toString(Qt::ISODate)) : QVariant(QMetaType(QMetaType::QString));
}
inline QVariant sqlOf(const Instant& v) { return QVariant::fromValue<qlonglong>(v.ms); }
template <class Tag>
QVariant sqlOf(const TypedId<Tag>& v) {
    return sqlOf(v.uuid());
}
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) || std::is_enum_v<T> QVariant sqlOf(const T& v) {
    return QVariant::fromValue<qlonglong>(static_cast<qlonglong>(v));
}

inline bool fromSql(const QVariant& c, bool& v) { return v = c.toBool(), true; }
inline bool fromSql(const QVariant& c, QString& v) { return v = c.toString(), true; }
inline bool fromSql(const QVariant& c, QByteArray& v) { return v = c.toByteArray(), true; }
inline bool fromSql(const QVariant& c, Uuid& v) { return v = Uuid::fromBytes(c.toByteArray()), true; }
inline bool fromSql(const QVariant& c, QDate& v) {
    return v = c.isNull() ? QDate() : QDate::fromString(c.toString(), Qt::ISODate), true;
}
inline bool fromSql(const QVariant& c, Instant& v) { return v = Instant(c.toLongLong()), true; }
template <class Tag>
bool fromSql(const QVariant& c, TypedId<Tag>& v) {
    return v = TypedId<Tag>(Uuid::fromBytes(c.toByteArray())), true;
}
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) bool fromSql(const QVariant& c, T& v) {
    return v = static_cast<T>(c.toLongLong()), true;
}
template <class T>
requires std::is_enum_v<T>
bool fromSql(const QVariant& c, T& v) {
    const qlonglong number = c.toLongLong();
    if (number < 0 || number >= enumCount(T{})) return false;
    return v = static_cast<T>(number), true;
}

// ---- random and shown forms
template <class T>
void randomize(T& v, Random& random, const FieldRules& rules) {
    if constexpr (std::is_same_v<T, bool>) {
        v = random.below(2) == 1;
    } else if constexpr (std::is_enum_v<T>) {
        v = static_cast<T>(random.below(static_cast<std::uint64_t>(enumCount(T{}))));
    } else if constexpr (std::is_integral_v<T>) {
        v = static_cast<T>(random.below(100'000));
    } else if constexpr (std::is_same_v<T, QString>) {
        v = randomText(random, rules.max);
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        v = random.bytes(static_cast<int>(random.below(40)));
    } else if constexpr (std::is_same_v<T, QDate>) {
        v = randomDate(random);
    } else if constexpr (std::is_same_v<T, Instant>) {
        v = Instant(1'700'000'000'000 + static_cast<std::int64_t>(random.below(100'000'000'000)));
    } else if constexpr (Described<T>) {
        randomizeFields(fieldSpan<T>(), &v, random);
    } else {
        v = T(Uuid::fromBytes(random.bytes(16)));
    }
}

template <class T>
QString show(const T& v) {
    if constexpr (Described<T>) {
        return showFields(fieldSpan<T>(), &v);
    } else if constexpr (std::is_same_v<T, bool>) {
        return v ? QStringLiteral("yes") : QStringLiteral("no");
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return QString::fromLatin1(v.toHex());
    } else if constexpr (requires { v.toString(); }) {
        if constexpr (std::is_same_v<T, QDate>)
            return v.toString(Qt::ISODate);
        else
            return v.toString();
    } else {
        return sqlOf(v).toString();
    }
}

template <class T>
const Field* overlong(const T& v, const Field& self) {
    if constexpr (std::is_same_v<T, QString>) {
        return v.size() > self.rules.max ? &self : nullptr;
    } else if constexpr (Described<T>) {
        return overlongField(fieldSpan<T>(), &v);
    } else {
        return nullptr;
    }
}

template <class T>
constexpr FieldType typeOf() {
    if constexpr (std::is_same_v<T, bool>)
        return FieldType::Boolean;
    else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
        return FieldType::Integer;
    else if constexpr (std::is_same_v<T, QString>)
        return FieldType::Text;
    else if constexpr (std::is_same_v<T, QDate>)
        return FieldType::Date;
    else if constexpr (std::is_same_v<T, Instant>)
        return FieldType::Instant;
    else if constexpr (Described<T>)
        return FieldType::Message;
    else
        return FieldType::Bytes;
}

template <class T>
constexpr bool isNullable() {
    return std::is_same_v<T, QDate> ||
           (!Described<T> && typeOf<T>() == FieldType::Bytes && !std::is_same_v<T, QByteArray>);
}

}  // namespace detail

template <class T>
struct Ops {
    static const T& of(const void* p) { return *static_cast<const T*>(p); }
    static T& of(void* p) { return *static_cast<T*>(p); }

    static constexpr TypeOps value{
        detail::typeOf<T>(),
        detail::isNullable<T>(),
        [](WireWriter& out, std::uint32_t tag, const void* p) {
            if (!(of(p) == T{})) detail::Scalar<T>::encode(out, tag, of(p));
        },
        [](WireReader& in, WireType wire, void* p, const FieldRules& rules) {
            return detail::Scalar<T>::decode(in, wire, of(p), rules);
        },
        [](const void* p) -> QVariant {
            if constexpr (Described<T>)
                return QVariant();
            else
                return detail::sqlOf(of(p));
        },
        [](const QVariant& column, void* p) -> bool {
            if constexpr (Described<T>)
                return false;
            else
                return detail::fromSql(column, of(p));
        },
        [](const void* a, const void* b) { return of(a) == of(b); },
        [](void* p) { of(p) = T{}; },
        [](void* p, Random& random, const FieldRules& rules) { detail::randomize(of(p), random, rules); },
        [](const void* p) { return detail::show(of(p)); },
        [](const void* p, const Field& self) { return detail::overlong(of(p), self); }};
};

/// Present or not: a present default value is written, unlike a bare one.
template <class T>
struct Ops<std::optional<T>> {
    using O = std::optional<T>;
    static const O& of(const void* p) { return *static_cast<const O*>(p); }
    static O& of(void* p) { return *static_cast<O*>(p); }

    static constexpr TypeOps value{
        detail::typeOf<T>(),
        true,
        [](WireWriter& out, std::uint32_t tag, const void* p) {
            if (of(p)) detail::Scalar<T>::encode(out, tag, *of(p));
        },
        [](WireReader& in, WireType wire, void* p, const FieldRules& rules) {
            T inner{};
            if (!detail::Scalar<T>::decode(in, wire, inner, rules)) return false;
            of(p) = std::move(inner);
            return true;
        },
        [](const void* p) -> QVariant {
            if constexpr (Described<T>)
                return QVariant();
            else
                return of(p) ? detail::sqlOf(*of(p)) : QVariant(detail::sqlOf(T{}).metaType());
        },
        [](const QVariant& column, void* p) -> bool {
            if constexpr (Described<T>)
                return false;
            else {
                of(p).reset();
                return column.isNull() || detail::fromSql(column, of(p).emplace());
            }
        },
        [](const void* a, const void* b) { return of(a) == of(b); },
        [](void* p) { of(p).reset(); },
        [](void* p, Random& random, const FieldRules& rules) {
            if (random.below(2) == 0)
                of(p).reset();
            else
                detail::randomize(of(p).emplace(), random, rules);
        },
        [](const void* p) { return of(p) ? detail::show(*of(p)) : QString(); },
        [](const void* p, const Field& self) { return of(p) ? detail::overlong(*of(p), self) : nullptr; }};
};

/// A list of scalars or of described structs; only in requests and replies, never a column.
template <class T>
struct Ops<QList<T>> {
    using L = QList<T>;
    static const L& of(const void* p) { return *static_cast<const L*>(p); }
    static L& of(void* p) { return *static_cast<L*>(p); }

    static constexpr TypeOps value{FieldType::List,
                                   false,
                                   [](WireWriter& out, std::uint32_t tag, const void* p) {
                                       for (const T& item : of(p)) detail::Scalar<T>::encode(out, tag, item);
                                   },
                                   [](WireReader& in, WireType wire, void* p, const FieldRules& rules) {
                                       if (of(p).size() >= limits::kListElements) return in.fault();
                                       T item{};
                                       if (!detail::Scalar<T>::decode(in, wire, item, rules)) return false;
                                       of(p).append(std::move(item));
                                       return true;
                                   },
                                   [](const void*) { return QVariant(); },
                                   [](const QVariant&, void*) { return false; },
                                   [](const void* a, const void* b) { return of(a) == of(b); },
                                   [](void* p) { of(p).clear(); },
                                   [](void* p, Random& random, const FieldRules& rules) {
                                       of(p).clear();
                                       for (std::uint64_t n = random.below(4); n > 0; --n) {
                                           T item{};
                                           detail::randomize(item, random, rules);
                                           of(p).append(item);
                                       }
                                   },
                                   [](const void* p) {
                                       QStringList parts;
                                       for (const T& item : of(p)) parts.append(detail::show(item));
                                       return parts.join(QStringLiteral("; "));
                                   },
                                   [](const void* p, const Field& self) -> const Field* {
                                       if (of(p).size() > self.rules.max) return &self;
                                       for (const T& item : of(p)) {
                                           if (const Field* found = detail::overlong(item, self))
                                               return found;
                                       }
                                       return nullptr;
                                   }};
};

}  // namespace simrs
