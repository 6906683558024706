// SPDX-License-Identifier: GPL-3.0-or-later
// Looks a master up by its id.
#include "app/client/held_rows.h"

namespace simrs {
namespace {

template <Entity E>
const void* findIn(const QList<E>& rows, const Uuid& id) {
    for (const E& row : rows) {
        if (row.id.uuid() == id) return &row;
    }
    return nullptr;
}

}  // namespace

std::optional<AnyRow> HeldRows::fetch(const EntityType& type, const Uuid& id) {
    if (!m_masters) return std::nullopt;
    const void* found = nullptr;
    if (type.info->kind == entityInfo<Clinic>.kind) {
        found = findIn(m_masters->clinics, id);
    } else if (type.info->kind == entityInfo<Doctor>.kind) {
        found = findIn(m_masters->doctors, id);
    } else if (type.info->kind == entityInfo<Payer>.kind) {
        found = findIn(m_masters->payers, id);
    } else if (type.info->kind == entityInfo<Hospital>.kind && m_masters->hospital.id.uuid() == id) {
        found = &m_masters->hospital;
    }
    if (!found) return std::nullopt;
    AnyRow row(type);
    type.assign(row.edit(), found);
    return row;
}

std::vector<AnyRow> HeldRows::fetchMany(const EntityType& type, const QVariantList& ids) {
    std::vector<AnyRow> rows;
    for (const QVariant& id : ids) {
        if (auto row = fetch(type, Uuid::fromBytes(id.toByteArray()))) rows.push_back(std::move(*row));
    }
    return rows;
}

}  // namespace simrs
