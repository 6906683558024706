// SPDX-License-Identifier: GPL-3.0-or-later
// Two prepared statements, the second planned for its words each time: a generic plan would not know how rare
// they are.
#include "tests/bench/floors/typo_floor.h"

#include <QFile>

#include "tests/bench/bench_options.h"

namespace simrs::bench {

TypoFloor::TypoFloor(const QString& url) : m_link(url) {
    if (m_link.value("SELECT to_regclass('floor_patient_words')").isEmpty()) {
        QFile file(QStringLiteral(SIMRS_BENCH_FLOORS "/typo_words.sql"));
        if (!file.open(QIODevice::ReadOnly)) giveUp(file.fileName());
        m_link.run(file.readAll());
    }
    m_link.run("SET jit = off");
    m_link.run("SET plan_cache_mode = force_custom_plan");
    m_link.prepare("expand", "SELECT word FROM floor_word WHERE word % $1 AND levenshtein(word, $1) <= 1");
    m_link.prepare(
        "find",
        "SELECT mrn, name, name_plain, sex, birth_date, nik, phone, address, mother_name FROM "
        "floor_patient WHERE to_tsvector('simple', name_plain) @@ to_tsquery('simple', $1) LIMIT 50");
}

const std::vector<TypoFloor::Found>& TypoFloor::find(const QByteArray& typed, const QByteArray& exact) {
    m_found.clear();
    const PqResult words = m_link.runPrepared("expand", {typed});
    QByteArray any;
    for (int i = 0; i < PQntuples(words.get()); ++i)
        any += QByteArray(i > 0 ? " | " : "") + PQgetvalue(words.get(), i, 0);
    if (any.isEmpty()) return m_found;
    const PqResult result = m_link.runPrepared("find", {'(' + any + ") & " + exact});
    for (int i = 0; i < PQntuples(result.get()); ++i)
        m_found.push_back({QByteArray(PQgetvalue(result.get(), i, 0)).toLongLong(),
                           QByteArray(PQgetvalue(result.get(), i, 2))});
    return m_found;
}

}  // namespace simrs::bench
