// SPDX-License-Identifier: GPL-3.0-or-later
// The words for stored fields and for the choices of those that hold one of a few: "ticket_series" of
// "clinic" → "Queue numbers", "per doctor and session". Looked up by name, so that a form needs nothing but
// the field table.
#pragma once

#include <QString>
#include <QStringList>

namespace simrs {

/// The label of a column. A name that means the same everywhere ("name") is listed once; one that is not
/// listed reads as it is stored, with spaces.
QString fieldLabel(const QString& table, const QString& field);
/// Without a table: for errors, which name only the field.
QString fieldLabel(const QString& field);
/// A muted line that says what belongs there, or nothing.
QString fieldHint(const QString& table, const QString& field);
/// The title of the section that begins with this field of a form, or nothing.
QString fieldSection(const QString& table, const QString& field);
/// The choices of an enumeration in the order of their numbers; empty for any other field.
QStringList fieldChoices(const QString& table, const QString& field);

}  // namespace simrs
