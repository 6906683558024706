// SPDX-License-Identifier: GPL-3.0-or-later
// Diff and three-way merge over the field table.
#include "common/entity/patch.h"

#include "common/base/planted_bug.h"

namespace simrs {

QByteArray fieldBytes(const Field& field, const void* object) {
    WireWriter out;
    field.ops->encode(out, field.tag, field.get(object));
    return out.take();
}

bool setFieldBytes(const Field& field, void* object, QByteArrayView bytes) {
    field.ops->reset(field.edit(object));
    WireReader in(bytes);
    return decodeInto(FieldSpan(&field, 1), object, in);
}

QList<FieldChange> changesBetween(FieldSpan fields, const void* before, const void* after) {
    QList<FieldChange> changes;
    for (const Field& f : fields) {
        if (f.ops->equal(f.get(before), f.get(after))) continue;
        changes.append({f.tag, fieldBytes(f, before), fieldBytes(f, after)});
    }
    return changes;
}

Result<MergeOutcome> mergeChanges(FieldSpan fields, void* object, const QList<FieldChange>& changes) {
    MergeOutcome outcome;
    for (const FieldChange& change : changes) {
        const Field* f = fieldByTag(fields, static_cast<std::uint32_t>(change.tag));
        if (!f || f->rules.derived) return fail(ErrorCode::FieldInvalid, {QString::number(change.tag)});
        const QByteArray current = fieldBytes(*f, object);
        if (current == change.value) continue;
        if (current != change.base && !isPlanted(PlantedBug::BaseReread)) {
            outcome.clashes.append(QString::fromLatin1(f->name));
            continue;
        }
        if (!setFieldBytes(*f, object, change.value))
            return fail(ErrorCode::FieldInvalid, {QString::fromLatin1(f->name)});
        outcome.changed = true;
    }
    return outcome;
}

}  // namespace simrs
