// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people type and read them. Pure functions: today is given, nothing reads a clock.
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace simrs {

/// How a two-digit year is completed: Past (a birth) never lies after today, Any is the year nearest to
/// today.
enum class DateSense { Past, Any };

/// Reads 05051990, 050526, 5/5/26, 5-5-1990, "5 mei 1990", "5 Mei", "may 5 1990" and 1990-05-05. Day before
/// month. Without a year (Any only) it is this year. Nothing for what is not a day of the calendar or lies
/// outside 1850–2199.
std::optional<QDate> readDate(const QString& typed, QDate today, DateSense sense);

/// dd/MM/yyyy, as in fields and on government forms; empty for no date.
QString dateFigures(QDate date);
/// "05 Mei 2026" in the language of the screen; empty for no date.
QString dateWords(QDate date);
/// "08:05" of a minute of the day, 0 to 1440.
QString minuteText(int minute);
/// The age in completed units: "36 y 6 mo", below two years "7 mo 3 d", below one month "12 d". Empty for no
/// birth date or one after `today`.
QString ageText(QDate birth, QDate today);

}  // namespace simrs
