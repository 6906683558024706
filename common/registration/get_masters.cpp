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

/// What only whoever keeps the lists needs: the machine at the door reads them, too.
void withholdPersonal(Masters& masters) {
    for (Doctor& doctor : masters.doctors) doctor.nik.clear();
    for (Staff& person : masters.staff) person.phone.clear();
}

}  // namespace

Result<Masters> GetMasters::answer(Reader& reader, const Caller& caller, const GetMasters&) {
    Masters masters{
        byName<Clinic>(reader), byName<Doctor>(reader), byName<Payer>(reader), {}, {}, {}, {}, {}, {}};
    masters.beds = byName<Bed>(reader);
    masters.holidays = byName<Holiday>(reader);
    masters.facilities = byName<Facility>(reader);
    masters.staff = byName<Staff>(reader);
    masters.services = byName<CounterService>(reader);
    if (!caller.permissions.has(Permission::EditMasters)) withholdPersonal(masters);
    if (const auto hospital = reader.get<Hospital>(hospitalId())) masters.hospital = *hospital;
    return masters;
}

QStringList GetMasters::topics(const GetMasters&) {
    return {QStringLiteral("clinic"),   QStringLiteral("doctor"), QStringLiteral("payer"),
            QStringLiteral("hospital"), QStringLiteral("bed"),    QStringLiteral("holiday"),
            QStringLiteral("facility"), QStringLiteral("staff"),  QStringLiteral("counter_service")};
}

}  // namespace simrs
