// SPDX-License-Identifier: GPL-3.0-or-later
// Series, letters and texts of queue numbers.
#include "common/registration/visit.h"

namespace simrs {

QString ticketSeries(const Clinic& clinic, const std::optional<Doctor>& doctor, PracticeSession session) {
    QStringList parts{clinic.code};
    if (clinic.ticketSeries == TicketSeries::DoctorAndSession && doctor)
        parts +=
            {doctor->code, session == PracticeSession::Morning ? QStringLiteral("am") : QStringLiteral("pm")};
    // With the letter: a letter that is changed in the middle of a day begins to count anew.
    parts.append(ticketLetter(clinic, doctor));
    return parts.join(QLatin1Char('/'));
}

QString ticketLetter(const Clinic& clinic, const std::optional<Doctor>& doctor) {
    if (clinic.ticketSeries == TicketSeries::DoctorAndSession && doctor && !doctor->letter.isEmpty())
        return doctor->letter;
    return clinic.letter.isEmpty() ? QStringLiteral("A") : clinic.letter;
}

QString ticketCounter(QDate serviceDate, const QString& letter) {
    return QStringLiteral("ticket/") + serviceDate.toString(Qt::ISODate) + QLatin1Char('/') + letter;
}

QString ticketText(const QString& letter, const std::optional<qint64>& number) {
    return letter + QLatin1Char('-') +
           (number ? QStringLiteral("%1").arg(*number, 3, 10, QLatin1Char('0')) : QStringLiteral("…"));
}

PracticeSession sessionAt(int minuteOfDay, const Hospital& hospital) {
    return minuteOfDay < hospital.afternoonMinute ? PracticeSession::Morning : PracticeSession::Afternoon;
}

}  // namespace simrs
