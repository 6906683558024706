// SPDX-License-Identifier: GPL-3.0-or-later
// Reading is by shape: letters present, separators present, or digits alone.
#include "app/kit/date_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <array>

namespace simrs {

namespace {

constexpr int firstYear = 1850;
constexpr int lastYear = 2199;

/// Month of an Indonesian or English name or of its first three or more letters; 0 if it is none.
int monthOf(const QString& word) {
    static const std::array<QStringList, 12> names{
        {{QStringLiteral("januari"), QStringLiteral("january")},
         {QStringLiteral("februari"), QStringLiteral("february"), QStringLiteral("pebruari")},
         {QStringLiteral("maret"), QStringLiteral("march")},
         {QStringLiteral("april")},
         {QStringLiteral("mei"), QStringLiteral("may")},
         {QStringLiteral("juni"), QStringLiteral("june")},
         {QStringLiteral("juli"), QStringLiteral("july")},
         {QStringLiteral("agustus"), QStringLiteral("august"), QStringLiteral("agt")},
         {QStringLiteral("september")},
         {QStringLiteral("oktober"), QStringLiteral("october")},
         {QStringLiteral("november"), QStringLiteral("nopember")},
         {QStringLiteral("desember"), QStringLiteral("december")}}};
    const QString low = word.toLower();
    if (low.size() < 3) return 0;
    for (std::size_t month = 0; month < names.size(); ++month)
        for (const QString& name : names[month])
            if (name.startsWith(low)) return static_cast<int>(month) + 1;
    return 0;
}

QDate yearsFrom(int century, int year, int month, int day) { return {century + year, month, day}; }

std::optional<QDate> complete(int day, int month, const QString& yearText, QDate today, DateSense sense) {
    bool isNumber = false;
    const int year = yearText.toInt(&isNumber);
    if (!isNumber) return std::nullopt;
    QDate date;
    if (yearText.size() == 4) {
        date = QDate(year, month, day);
    } else if (yearText.size() == 2) {
        const int century = today.year() / 100 * 100;
        date = yearsFrom(century, year, month, day);
        if (sense == DateSense::Past) {
            if (!date.isValid() || date > today) date = yearsFrom(century - 100, year, month, day);
        } else if (century + year > today.year() + 50) {
            date = yearsFrom(century - 100, year, month, day);
        } else if (century + year < today.year() - 49) {
            date = yearsFrom(century + 100, year, month, day);
        }
    }
    if (!date.isValid() || date.year() < firstYear || date.year() > lastYear) return std::nullopt;
    return date;
}

std::optional<QDate> readDigits(const QString& digits, QDate today, DateSense sense) {
    if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
    return complete(digits.left(2).toInt(), digits.mid(2, 2).toInt(), digits.mid(4), today, sense);
}

std::optional<QDate> readParts(const QStringList& parts, QDate today, DateSense sense) {
    if (parts.size() < 2 || parts.size() > 3 || parts.contains(QString())) return std::nullopt;
    if (parts.size() == 2 && sense == DateSense::Past) return std::nullopt;
    const QString year = parts.size() == 3 ? parts[2] : QString::number(today.year());
    bool dayFirst = false;
    const int first = parts[0].toInt(&dayFirst);
    if (parts[0].size() == 4 && dayFirst && parts.size() == 3)  // 1990-05-05, as pasted from another program
        return complete(parts[2].toInt(), parts[1].toInt(), parts[0], today, sense);
    if (dayFirst && parts[0].size() > 2) return std::nullopt;
    bool secondIsNumber = false;
    const int second = parts[1].toInt(&secondIsNumber);
    if (secondIsNumber && parts[1].size() > 2) return std::nullopt;
    if (dayFirst) return complete(first, secondIsNumber ? second : monthOf(parts[1]), year, today, sense);
    if (secondIsNumber) return complete(second, monthOf(parts[0]), year, today, sense);
    return std::nullopt;
}

QString monthWord(int month) {
    static const std::array<const char*, 12> words{
        QT_TRANSLATE_NOOP("DateText", "Jan"), QT_TRANSLATE_NOOP("DateText", "Feb"),
        QT_TRANSLATE_NOOP("DateText", "Mar"), QT_TRANSLATE_NOOP("DateText", "Apr"),
        QT_TRANSLATE_NOOP("DateText", "May"), QT_TRANSLATE_NOOP("DateText", "Jun"),
        QT_TRANSLATE_NOOP("DateText", "Jul"), QT_TRANSLATE_NOOP("DateText", "Aug"),
        QT_TRANSLATE_NOOP("DateText", "Sep"), QT_TRANSLATE_NOOP("DateText", "Oct"),
        QT_TRANSLATE_NOOP("DateText", "Nov"), QT_TRANSLATE_NOOP("DateText", "Dec")};
    return QCoreApplication::translate("DateText", words[static_cast<std::size_t>(month - 1)]);
}

}  // namespace

std::optional<QDate> readDate(const QString& typed, QDate today, DateSense sense) {
    const QString text = typed.trimmed();
    static const QRegularExpression allDigits(QStringLiteral("^[0-9]+$"));
    static const QRegularExpression allowed(
        QStringLiteral("^[0-9]+[0-9A-Za-z ./,-]*$|^[A-Za-z]{3,}[ ./,-]+[0-9 ,./-]+$"));
    static const QRegularExpression between(
        QStringLiteral(" *[./,-] *| +|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])"));
    if (!today.isValid() || text.size() > 30) return std::nullopt;
    if (allDigits.match(text).hasMatch()) return readDigits(text, today, sense);
    if (!allowed.match(text).hasMatch()) return std::nullopt;
    return readParts(text.split(between), today, sense);
}

QString dateFigures(QDate date) {
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QString();
}

QString dateWords(QDate date) {
    if (!date.isValid()) return {};
    return QStringLiteral("%1 %2 %3")
        .arg(date.day(), 2, 10, QLatin1Char('0'))
        .arg(monthWord(date.month()))
        .arg(date.year());
}

QString minuteText(int minute) {
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString ageText(QDate birth, QDate today) {
    if (!birth.isValid() || !today.isValid() || birth > today) return {};
    int months = (today.year() - birth.year()) * 12 + today.month() - birth.month();
    if (birth.addMonths(months) > today) --months;
    const auto days = birth.addMonths(months).daysTo(today);
    if (months >= 24)
        return QCoreApplication::translate("DateText", "%1 y %2 mo").arg(months / 12).arg(months % 12);
    if (months >= 1) return QCoreApplication::translate("DateText", "%1 mo %2 d").arg(months).arg(days);
    return QCoreApplication::translate("DateText", "%1 d").arg(days);
}

}  // namespace simrs
