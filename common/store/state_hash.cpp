// SPDX-License-Identifier: GPL-3.0-or-later
// One number for the state of tables, to compare two stores.
#include <QCryptographicHash>

#include "common/store/store.h"

namespace simrs {

Result<QByteArray> Store::stateHash(const EntityList& entities) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Status read = attempt(QStringLiteral("state_hash"), [&]() -> Status {
        hash.reset();
        for (const EntityType* type : entities) {
            hash.addData(QByteArrayView(type->info->table));
            AnyRow row(*type);
            m_db->query(tableText(*type).selectAll + QStringLiteral(" ORDER BY id"), {},
                        [&](const Row& columns) {
                            row.version = readRow(*type, columns, row.edit());
                            WireWriter out;
                            encodeFields(type->fields, row.object(), out);
                            hash.addData(out.result());
                            hash.addData(QByteArray::number(row.version));
                        });
        }
        return {};
    });
    if (!read) return tl::unexpected<Error>(read.error());
    return hash.result();
}

}  // namespace simrs
