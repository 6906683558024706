// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up rows of a field table. Tables are short; a scan is enough.
#include "common/entity/field.h"

namespace simrs {

const Field* fieldByTag(FieldSpan fields, std::uint32_t tag) {
    for (const Field& f : fields) {
        if (f.tag == tag) return &f;
    }
    return nullptr;
}

const Field* fieldByName(FieldSpan fields, QLatin1String name) {
    for (const Field& f : fields) {
        if (name == QLatin1String(f.name)) return &f;
    }
    return nullptr;
}

}  // namespace simrs
