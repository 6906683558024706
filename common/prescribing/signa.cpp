// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/prescribing/signa.h"

#include <QRegularExpression>
#include <QStringList>

namespace simrs {
namespace {

constexpr qint64 kWhole = 1000;

Status within(qint64 value, qint64 least, qint64 most, const char* field) {
    const QString name = QString::fromLatin1(field);
    if (value < least && value == 0) return fail(ErrorCode::FieldRequired, {name});
    if (value < least || value > most)
        return fail(ErrorCode::FieldOutOfRange, {name, QString::number(least), QString::number(most)});
    return {};
}

/// "1", "1,5", "0.25", "1/2", "1 1/2", "½" in thousandths; what is finer than a thousandth is not understood.
std::optional<qint64> amountOf(QString text) {
    text = text.trimmed();
    static const std::array<std::pair<QChar, const char*>, 3> fractions = {
        std::pair{QChar(u'½'), " 1/2"}, {QChar(u'¼'), " 1/4"}, {QChar(u'¾'), " 3/4"}};
    for (const auto& [sign, words] : fractions) text.replace(sign, QString::fromLatin1(words));
    static const QRegularExpression shape(
        QStringLiteral(R"(^(?:(\d{1,4})(?:[.,](\d{1,3}))?)?\s*(?:(\d)/(\d))?$)"));
    const auto found = shape.match(text.trimmed());
    if (!found.hasMatch() || (found.captured(1).isEmpty() && found.captured(3).isEmpty()))
        return std::nullopt;
    if (!found.captured(2).isEmpty() && !found.captured(3).isEmpty()) return std::nullopt;
    qint64 amount = found.captured(1).toLongLong() * kWhole;
    if (!found.captured(2).isEmpty()) amount += found.captured(2).leftJustified(3, u'0').toLongLong();
    if (!found.captured(3).isEmpty()) {
        const qint64 upper = found.captured(3).toLongLong() * kWhole, lower = found.captured(4).toLongLong();
        if (lower == 0 || upper % lower != 0) return std::nullopt;
        amount += upper / lower;
    }
    return amount;
}

/// Takes what a pattern finds out of the text; empty where it finds nothing.
QStringList take(QString& text, const char* pattern) {
    const QRegularExpression wanted(QString::fromUtf8(pattern), QRegularExpression::CaseInsensitiveOption);
    const auto found = wanted.match(text);
    if (!found.hasMatch()) return {};
    text.replace(found.capturedStart(), found.capturedLength(), QStringLiteral(" "));
    return found.capturedTexts();
}

}  // namespace

Status checkSigna(const Signa& signa) {
    SIMRS_TRY(within(signa.dose, 1, limits::kMostDose, "dose"));
    SIMRS_TRY(within(signa.times, 1, limits::kMostTimes, "times"));
    SIMRS_TRY(within(signa.perDays, 1, limits::kMostPerDays, "per_days"));
    SIMRS_TRY(within(signa.mostTimes + 1, 1, limits::kMostTimes + 1, "most_times"));
    return within(signa.days + 1, 1, limits::kMostTreatmentDays + 1, "days");
}

std::optional<qint64> quantityOf(const Signa& signa) {
    if (signa.days <= 0 || !checkSigna(signa)) return std::nullopt;
    const qint64 most =
        signa.whenNeeded && signa.mostTimes > 0 ? signa.mostTimes * signa.perDays : signa.times;
    const qint64 taken = signa.dose * most * signa.days;  // within 2^35
    const qint64 whole = kWhole * signa.perDays;
    return (taken + whole - 1) / whole;
}

DailyDose dailyDose(const Signa& signa) {
    if (signa.whenNeeded && signa.mostTimes > 0) return {signa.dose * signa.mostTimes, 1};
    return {signa.dose * signa.times, signa.perDays};
}

std::optional<Signa> parseSigna(const QString& typed) {
    if (typed.size() > 60) return std::nullopt;
    QString text = typed.simplified();
    Signa made;
    const QStringList days = take(text, R"((?<![\w/])(\d{1,3})\s*(?:h|hari|d|days?)\b)");
    if (!days.isEmpty()) made.days = days[1].toLongLong();
    if (!take(text, R"(\b(?:ac|a\.c\.|sebelum makan)(?=\s|$))").isEmpty()) made.meal = Meal::Before;
    if (!take(text, R"(\b(?:pc|p\.c\.|sesudah makan|setelah makan)(?=\s|$))").isEmpty())
        made.meal = Meal::After;
    if (!take(text, R"(\b(?:dc|saat makan)(?=\s|$))").isEmpty()) made.meal = Meal::With;
    const QStringList needed = take(text, R"(\b(?:prn|bila perlu|k/p|kp)(?:\s*maks?\s*(\d{1,2}))?(?=\s|$))");
    if (!needed.isEmpty()) {
        made.whenNeeded = true;
        made.mostTimes = needed.value(1).toLongLong();
    }
    if (!take(text, R"(\s*(?:/|per |se)\s*(?:minggu|week|mgg)\b)").isEmpty()) made.perDays = 7;
    QString dose;
    if (const QStringList hours = take(text, R"(^\s*(?:q|tiap )\s*(\d{1,2})\s*(?:j|jam|h)\b)");
        !hours.isEmpty()) {
        const qint64 every = hours[1].toLongLong();
        if (every == 0 || 24 % every != 0) return std::nullopt;
        made.times = 24 / every;
        dose = text;
    } else if (const QStringList times = take(text, R"(^\s*(\d{1,2})\s*(?:x|×|\*|dd)\s*)");
               !times.isEmpty()) {
        made.times = times[1].toLongLong();
        dose = text;
    } else {
        return std::nullopt;
    }
    const auto amount = amountOf(dose);
    if (!amount) return std::nullopt;
    made.dose = *amount;
    return checkSigna(made) ? std::optional(made) : std::nullopt;
}

}  // namespace simrs
