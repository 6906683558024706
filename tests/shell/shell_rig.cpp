// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/shell_rig.h"

#include <QRegularExpression>
#include <cmath>

#include "app/registration/feature.h"
#include "app/shell/shell_pages.h"
#include "common/registration/counter_requests.h"

namespace simrs::test {
namespace {

Patient sample(int number) {
    static const char* const names[] = {"Siti Rahmawati", "Budi Santoso", "Maria Theresia Simanjuntak"};
    Patient patient;
    patient.id =
        number == 0 ? samplePatient() : PatientId(Uuid::named(QByteArray("patient") + char('0' + number)));
    patient.mrn = 123400 + number;
    patient.name = QString::fromLatin1(names[number % 3]);
    patient.sapaan = Sapaan::Nyonya;
    patient.sex = Sex::Female;
    patient.birthDate = QDate(1980 + number, 3, 14);
    patient.nik = QStringLiteral("99740154038%1").arg(10000 + number);
    patient.phone = QStringLiteral("081234567890");
    patient.address = QStringLiteral("Jl. Melati No. 12, RT 003/RW 012");
    patient.motherName = QStringLiteral("Sumiyati");
    patient.card = QStringLiteral("0001234567890");
    return patient;
}

Visit visitOf(const Patient& patient, const Masters& masters, int number) {
    Visit visit;
    visit.id = VisitId(Uuid::named(QByteArray("visit") + char('0' + number)));
    visit.patientId = patient.id;
    visit.registrationNumber = 4500 + number;
    visit.serviceDate = QDate(2026, 5, 4);
    visit.clinicId = masters.clinics.first().id;
    visit.doctorId = masters.doctors.first().id;
    visit.payerId = masters.payers.first().id;
    visit.registeredAt = Instant(1'777'860'000'000);
    return visit;
}

Ticket ticketOf(const Visit& visit, int number) {
    Ticket ticket;
    ticket.id = TicketId(Uuid::named(QByteArray("ticket") + char('0' + number)));
    ticket.visitId = visit.id;
    ticket.patientId = visit.patientId;
    ticket.clinicId = visit.clinicId;
    ticket.letter = QStringLiteral("A");
    ticket.number = 12 + number;
    return ticket;
}

QByteArray foundPatients() {
    FoundPatients found;
    for (int number = 0; number < 3; ++number)
        found.hits.append({sample(number),
                           {MatchReason::NameSpelling, MatchReason::BirthYear},
                           QDate(2026, 4, 2),
                           0,
                           {},
                           false,
                           {}});
    return encode(found);
}

QByteArray patientFile(const Masters& masters) {
    PatientFile file;
    file.patient = sample(0);
    file.visits.append(visitOf(file.patient, masters, 0));
    file.tickets.append(ticketOf(file.visits.first(), 0));
    return encode(file);
}

QByteArray visitList(const Masters& masters) {
    VisitList list;
    for (int number = 0; number < 3; ++number) {
        const Patient patient = sample(number);
        VisitLine line;
        line.visit = visitOf(patient, masters, number);
        line.ticket = ticketOf(line.visit, number);
        line.patientName = patient.name;
        line.sapaan = patient.sapaan;
        line.sex = patient.sex;
        line.birthDate = patient.birthDate;
        line.mrn = patient.mrn;
        list.lines.append(line);
    }
    return encode(list);
}

/// One of each state, taken over a morning.
CounterTicket counterTicket(const Masters& masters, int number, CounterState state) {
    CounterTicket ticket;
    ticket.id = CounterTicketId(Uuid::named(QByteArray("counter") + char('0' + number)));
    ticket.serviceId = masters.services.first().id;
    ticket.letter = masters.services.first().letter;
    ticket.number = number;
    ticket.state = state;
    ticket.takenAt = Instant(1'777'860'000'000 + number * 60'000);
    if (state == CounterState::Waiting) return ticket;
    ticket.calledAt = Instant(ticket.takenAt.ms + 4'000'000);
    ticket.calls = 2;
    ticket.turn = number;
    ticket.counter = QStringLiteral("Loket %1").arg(number);
    if (state != CounterState::Serving && state != CounterState::Served) return ticket;
    ticket.servedAt = ticket.calledAt;
    ticket.visitId = VisitId(Uuid::named("visit0"));
    if (state == CounterState::Served) ticket.doneAt = Instant(ticket.servedAt.ms + 4'200'000);
    return ticket;
}

QByteArray counterQueue(const Masters& masters) {
    CounterQueue queue;
    queue.atCounter = {counterTicket(masters, 1, CounterState::Called),
                       counterTicket(masters, 2, CounterState::Serving)};
    queue.waiting = {counterTicket(masters, 5, CounterState::Waiting)};
    queue.ended = {counterTicket(masters, 3, CounterState::Served),
                   counterTicket(masters, 4, CounterState::Skipped)};
    queue.served = 118;
    queue.skipped = 17;
    return encode(queue);
}

QByteArray deskBoard(const Masters& masters) {
    BoardFigures board;
    for (int hour = 6; hour < 14; ++hour) board.hours.append({hour, 4 * hour, 3 * hour});
    board.waiting = 12;
    board.waitingSince = Instant(1'777'860'000'000);
    board.atCounter = 4;
    board.served = 118;
    board.skipped = 17;
    board.wait = 4'000;
    board.recentWait = 4'500;
    board.atDesk = 260;
    board.clinics = {{masters.clinics.first().id, 64, 60, 4'000, 260}};
    board.visits = 240;
    return encode(board);
}

}  // namespace

PageList allPages() {
    PageList pages = registrationPages();
    for (PageInfo& page : shellPages()) pages.push_back(std::move(page));
    return pages;
}

PatientId samplePatient() { return PatientId(Uuid::named("patient0")); }

void giveSamples(FakeServer& server) {
    const Masters masters = server.masters();
    server.set([masters](FakeServer::Behaviour& behaviour) {
        behaviour.answer = [masters](qint64 type, const QByteArray&) -> Result<QByteArray> {
            switch (type) {
                case FindPatients::info.type:
                case FindSimilar::info.type:
                    return foundPatients();
                case GetPatient::info.type:
                    return patientFile(masters);
                case ListVisits::info.type:
                    return visitList(masters);
                case ListCounterQueue::info.type:
                    return counterQueue(masters);
                case DeskBoard::info.type:
                    return deskBoard(masters);
                default:
                    return fail(ErrorCode::UnknownRequest);
            }
        };
    });
}

LongTranslator::LongTranslator() {
    if (!m_indonesian.load(QStringLiteral(":/i18n/simrs_id.qm"))) qFatal("no Indonesian is compiled in");
}

QString LongTranslator::translate(const char* context, const char* source, const char* disambiguation,
                                  int n) const {
    const QString found = m_indonesian.translate(context, source, disambiguation, n);
    return lengthened(found.isEmpty() ? QString::fromUtf8(source) : found);
}

QString LongTranslator::lengthened(const QString& text) {
    static const QRegularExpression word(QStringLiteral("(?<![\\w%+(])\\p{L}{3,}(?![\\w+)])"));
    QString longer;
    qsizetype from = 0;
    for (auto matches = word.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString found = match.captured();
        const auto more = static_cast<qsizetype>(std::ceil(0.4 * static_cast<double>(found.size())));
        longer += text.mid(from, match.capturedEnd() - from) + found.last(std::min(more, found.size()));
        from = match.capturedEnd();
    }
    return longer + text.mid(from);
}

}  // namespace simrs::test
