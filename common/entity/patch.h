// SPDX-License-Identifier: GPL-3.0-or-later
// Edits travel as changes of single fields: (tag, the value the author saw, the value the author wants).
#pragma once

#include <QList>

#include "common/entity/codec.h"

namespace simrs {

/// One changed field. Both values are the field's own wire bytes; an empty array is the default value.
struct FieldChange {
    qint64 tag = 0;
    QByteArray base;
    QByteArray value;

    bool operator==(const FieldChange&) const = default;
};
template <>
inline constexpr std::array fieldsOf<FieldChange> = {
    field<&FieldChange::tag>(1, "tag"),
    field<&FieldChange::base>(2, "base"),
    field<&FieldChange::value>(3, "value"),
};
static_assert(wellDescribed<FieldChange>());

QByteArray fieldBytes(const Field& field, const void* object);
/// Sets one field from its wire bytes; false when they cannot be read.
bool setFieldBytes(const Field& field, void* object, QByteArrayView bytes);

/// What turns `before` into `after`.
QList<FieldChange> changesBetween(FieldSpan fields, const void* before, const void* after);

/// A three-way merge by value. A field whose current value is the base takes the new value; one that already
/// has the new value stays; any other clashes and keeps its current value.
struct MergeOutcome {
    QStringList clashes;  ///< Names of the fields that somebody else changed to something else.
    bool changed = false;
};
Result<MergeOutcome> mergeChanges(FieldSpan fields, void* object, const QList<FieldChange>& changes);

template <Described E>
QList<FieldChange> changesBetween(const E& before, const E& after) {
    return changesBetween(fieldSpan<E>(), &before, &after);
}

template <Described E>
E randomInstance(Random& random) {
    E value{};
    randomizeFields(fieldSpan<E>(), &value, random);
    return value;
}

}  // namespace simrs
