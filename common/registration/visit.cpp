// SPDX-License-Identifier: GPL-3.0-or-later
// Series, letters and texts of queue numbers.
#include "common/registration/visit.h"

#include <QSet>
#include <tuple>

#include "common/core/ticket_range.h"

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

const Ticket* ticketOf(const QList<Ticket>& tickets, const VisitId& visit) {
    const Ticket* best = nullptr;
    for (const Ticket& ticket : tickets) {
        if (ticket.visitId != visit) continue;
        // Reserved numbers are the higher ones, but for the few the server counts behind them.
        const auto rank = [](const Ticket& one) {
            return std::tuple(!one.cancelled, isReservedTicket(one.number.value_or(0)));
        };
        if (best == nullptr || rank(*best) < rank(ticket)) best = &ticket;
    }
    return best;
}

QStringList ticketLetters(const QList<Clinic>& clinics, const QList<Doctor>& doctors) {
    QSet<QString> letters;
    for (const Clinic& clinic : clinics) {
        if (!clinic.active || clinic.kind != ClinicKind::Outpatient) continue;
        letters.insert(ticketLetter(clinic, std::nullopt));
        for (const Doctor& doctor : doctors)
            if (doctor.active && doctor.clinicId == clinic.id) letters.insert(ticketLetter(clinic, doctor));
    }
    QStringList sorted(letters.cbegin(), letters.cend());
    sorted.sort();
    return sorted;
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
