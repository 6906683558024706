// SPDX-License-Identifier: GPL-3.0-or-later
// Struct <-> bytes over the field table. One decode function for everything that comes from outside.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include "common/base/result.h"
#include "common/entity/field.h"
#include "common/entity/type_ops.h"

namespace simrs {

template <Described E>
QByteArray encode(const E& value) {
    WireWriter out;
    encodeFields(fieldSpan<E>(), &value, out);
    return out.take();
}

Status checkLengths(FieldSpan fields, const void* object);
/// FieldTooLong with the name and the limit of the first text or list above its field's `max`, nested ones
/// too. Fields that apply computes are left out.
template <Described E>
Status checkLengths(const E& value) {
    return checkLengths(fieldSpan<E>(), &value);
}

/// Unknown tags are skipped. Errors: MalformedFrame (truncated, oversized), FieldInvalid with the field's
/// name. A text longer than its field's limit is read: checkLengths says so.
template <Described E>
Result<E> decode(QByteArrayView bytes) {
    E value{};
    SIMRS_TRY(decodeFields(fieldSpan<E>(), &value, bytes));
    return value;
}

}  // namespace simrs
