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

/// Unknown tags are skipped; a truncated, oversized or wrongly typed message is MalformedFrame, a text longer
/// than its field's limit FieldTooLong with the field's name.
template <Described E>
Result<E> decode(QByteArrayView bytes) {
    E value{};
    SIMRS_TRY(decodeFields(fieldSpan<E>(), &value, bytes));
    return value;
}

}  // namespace simrs
