// SPDX-License-Identifier: GPL-3.0-or-later
// The steps, and the table that remembers how far a database has come.
#include "common/store/schema_steps.h"

#include "common/store/dialect.h"

namespace simrs {
namespace {

/// A device that was blocked is frozen now.
QStringList deviceStates(Engine) {
    return {QStringLiteral("ALTER TABLE device ADD COLUMN state BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("UPDATE device SET state = 1 WHERE blocked = TRUE"),
            QStringLiteral("ALTER TABLE device DROP COLUMN blocked")};
}

/// Villages are searched. More words than a new row would have; the next correction of a row leaves them out.
QStringList wordsOfPlaces(Engine) {
    return {QStringLiteral("ALTER TABLE patient_details ADD COLUMN place_words TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("UPDATE patient_details SET place_words = lower(replace(replace(CASE WHEN "
                           "lives_elsewhere THEN home_area ELSE area END, ',', ' '), '.', ' '))")};
}

}  // namespace

const std::vector<SchemaStep>& schemaSteps() {
    static const std::vector<SchemaStep> steps = {{2, "device", deviceStates},
                                                  {3, "patient_details", wordsOfPlaces}};
    return steps;
}

bool hasTable(Database& db, const QString& table) {
    bool found = false;
    db.query(dialect::columnsOfTable(db.engine()), {table}, [&](const Row&) { found = true; });
    return found;
}

SchemaState schemaState(Database& db) {
    SchemaState state;
    if (hasTable(db, QStringLiteral("schema_version"))) {
        db.query(QStringLiteral("SELECT version, mark FROM schema_version"), {}, [&](const Row& row) {
            state = {row.value(0).toLongLong(), row.value(1).toLongLong()};
        });
    } else if (hasTable(db, QStringLiteral("feed"))) {
        // Every database of version 1 has a feed, the outbox too.
        state.version = 1;
    }
    return state;
}

void noteSchemaState(Database& db, const SchemaState& state) {
    db.execute(QStringLiteral("INSERT INTO schema_version (one, version, mark) VALUES (1, ?, ?) ON CONFLICT "
                              "(one) DO UPDATE SET version = excluded.version, mark = excluded.mark"),
               {state.version, state.mark});
}

void runSchemaSteps(Database& db, qint64 from) {
    for (const SchemaStep& step : schemaSteps()) {
        if (step.version <= from || !hasTable(db, QString::fromLatin1(step.table))) continue;
        for (const QString& statement : step.statements(db.engine())) db.executeText(statement);
    }
}

}  // namespace simrs
