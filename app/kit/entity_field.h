// SPDX-License-Identifier: GPL-3.0-or-later
// How a stored field appears: as what kind of input, and in what words its value is read. Decided by the
// field table and the words of field_labels alone.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <optional>

#include "app/kit/choice_field.h"
#include "app/kit/date_text.h"
#include "common/entity/entity_info.h"

namespace simrs {

enum class FieldInput {
    Text,
    Number,
    TimeOfDay,  ///< An integer named …_minute: minutes since midnight.
    Choice,     ///< An integer with choices.
    Date,
    Suggested,  ///< A text named …area: the page proposes what it may mean.
    Switch,
    Reference,  ///< An id: its choices come from the page.
};

FieldInput inputOf(const EntityType& type, const Field& field);
/// Fields of forms: all but the derived ones and moments, which are noted and not typed. Whether a row is
/// used is asked last.
QList<const Field*> shownFields(const EntityType& type);
/// The end of something may lie ahead, and so may a day of a calendar; other dates are past.
DateSense dateSenseOf(const Field& field);

/// Names for the ids in a column; values are 16 bytes.
using References = QHash<QString, QList<Choice>>;

/// The value as it is read: "08:00", "Per clinic", "dr. …"; "–" for none.
QString shownValue(const EntityType& type, const Field& field, const void* object,
                   const References& references);

/// Reads 8, 08, 800, 0800, 8:00, 8.00 and 24:00; nothing for what is no time of day.
std::optional<int> readMinute(const QString& typed);

}  // namespace simrs
