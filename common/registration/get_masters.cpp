// SPDX-License-Identifier: GPL-3.0-or-later
// All masters, by name.
#include <algorithm>

#include "common/registration/master_requests.h"

namespace simrs {
namespace {

template <Entity E>
QList<E> byName(Reader& reader) {
    QList<E> rows = reader.list(Where<E>()).value_or(QList<E>());
    std::sort(rows.begin(), rows.end(), [](const E& a, const E& b) { return a.name < b.name; });
    return rows;
}

}  // namespace

Result<Masters> GetMasters::answer(Reader& reader, const Caller&, const GetMasters&) {
    Masters masters{byName<Clinic>(reader), byName<Doctor>(reader), byName<Payer>(reader), {}};
    if (const auto hospital = reader.get<Hospital>(hospitalId())) masters.hospital = *hospital;
    return masters;
}

QStringList GetMasters::topics(const GetMasters&) {
    return {QStringLiteral("clinic"), QStringLiteral("doctor"), QStringLiteral("payer"),
            QStringLiteral("hospital")};
}

}  // namespace simrs
