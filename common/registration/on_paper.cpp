// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of number has its own form, so that a scan needs no label.
#include "common/registration/on_paper.h"

#include <QRegularExpression>

#include <algorithm>

#include "common/registration/number_alias.h"

namespace simrs {
namespace {

constexpr int kMost = 20;

void add(QList<PatientId>& found, const PatientId& id) {
    if (!id.isNull() && !found.contains(id)) found.append(id);
}

QList<PatientId> byAlias(Reader& reader, const QString& text) {
    QList<PatientId> found;
    const auto rows = reader.list(Where<NumberAlias>().eq<&NumberAlias::text>(text).limit(kMost));
    for (const NumberAlias& alias : rows.value_or(QList<NumberAlias>())) add(found, alias.patientId);
    return found;
}

/// The running number alone is unique; a day that does not fit is a typing error.
QList<PatientId> byRegistration(Reader& reader, const QString& day, qint64 number) {
    QList<PatientId> found;
    const auto rows = reader.list(Where<Visit>().eq<&Visit::registrationNumber>(number).limit(kMost));
    for (const Visit& visit : rows.value_or(QList<Visit>())) {
        if (visit.serviceDate.toString(QStringLiteral("yyMMdd")) == day) add(found, visit.patientId);
    }
    return found;
}

QList<PatientId> byTicket(Reader& reader, const QString& letter, qint64 number, const QList<QDate>& days) {
    auto rows = reader
                    .list(Where<Ticket>()
                              .in<&Ticket::serviceDate>(days)
                              .eq<&Ticket::letter>(letter)
                              .eq<&Ticket::number>(number)
                              .limit(kMost))
                    .value_or(QList<Ticket>());
    std::sort(rows.begin(), rows.end(),
              [](const Ticket& a, const Ticket& b) { return a.serviceDate > b.serviceDate; });
    QList<PatientId> found;
    for (const Ticket& ticket : std::as_const(rows)) add(found, ticket.patientId);
    return found;
}

}  // namespace

QList<PatientId> patientsOnPaper(Reader& reader, const QString& text, QDate today) {
    static const QRegularExpression registration(QStringLiteral("^([0-9]{6})-([0-9]{6,12})$"));
    static const QRegularExpression ticket(QStringLiteral("^([A-Z][0-9]?)-([0-9]{3,4})( +([0-9/]{10}))?$"));
    const QString typed = text.trimmed().toUpper();
    if (const auto temporary = readTemporary(typed)) return byAlias(reader, temporaryText(*temporary));
    if (const auto match = registration.match(typed); match.hasMatch())
        return byRegistration(reader, match.captured(1), match.captured(2).toLongLong());
    if (const auto match = ticket.match(typed); match.hasMatch()) {
        QList<QDate> days;
        const QString day = match.captured(4);
        for (int back = 0; back < kTicketDays && day.isEmpty(); ++back) days.append(today.addDays(-back));
        if (!day.isEmpty()) days.append(QDate::fromString(day, QStringLiteral("dd/MM/yyyy")));
        return byTicket(reader, match.captured(1), match.captured(2).toLongLong(), days);
    }
    return {};
}

}  // namespace simrs
