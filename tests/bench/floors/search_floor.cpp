// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared, yet planned for its parts each time: a generic plan would not know how rare they are.
#include "tests/bench/floors/search_floor.h"

namespace simrs::bench {
namespace {

const char* const kColumns =
    "SELECT mrn, name, name_plain, sex, birth_date, nik, phone, address, mother_name FROM floor_patient "
    "WHERE name_plain LIKE $1 AND name_plain LIKE $2";

}  // namespace

SearchFloor::SearchFloor(const QString& url) : m_link(url) {
    m_link.run("SET jit = off");
    m_link.run("SET plan_cache_mode = force_custom_plan");
    const QByteArray sql = kColumns;
    m_link.prepare("find", sql + " LIMIT 200");
    m_link.prepare("find_by_year", sql + " AND birth_date >= $3 AND birth_date <= $4 LIMIT 200");
}

const std::vector<qint64>& SearchFloor::find(const QByteArray& first, const QByteArray& second, int year) {
    QList<QByteArray> values{'%' + first + '%', '%' + second + '%'};
    if (year > 0) values += {QByteArray::number(year) + "-01-01", QByteArray::number(year) + "-12-31"};
    const PqResult result = m_link.runPrepared(year > 0 ? "find_by_year" : "find", values);
    m_found.clear();
    m_mrns.clear();
    const int rows = PQntuples(result.get());
    for (int i = 0; i < rows; ++i) {
        const auto text = [&](int column) { return QByteArray(PQgetvalue(result.get(), i, column)); };
        m_found.push_back({text(0).toLongLong(), text(1), text(2), text(3).toInt(), text(4), text(5), text(6),
                           text(7), text(8)});
        m_mrns.push_back(m_found.back().mrn);
    }
    return m_mrns;
}

}  // namespace simrs::bench
