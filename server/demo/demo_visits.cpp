// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the demo's visits through the bulk door.
#include "server/demo/demo_visits.h"

#include <algorithm>
#include <array>

#include "common/base/clock.h"
#include "common/base/random.h"
#include "common/core/number_block.h"
#include "common/core/ticket_range.h"
#include "common/registration/stay.h"
#include "common/registration/visit_details.h"

namespace simrs {
namespace {

constexpr std::uint32_t kEpisodeKind = 43;
constexpr std::int64_t kSecondMs = 1000;
/// Of so many days the desk's answers are there, but for some.
constexpr qint64 kDetailedDays = 10;
constexpr std::uint64_t kUnfinishedPercent = 2;
constexpr qint64 kSepNumbers = 1'000'000;
constexpr std::int64_t kMinuteMs = 60 * kSecondMs;

class StoppedClock final : public Clock {
  public:
    explicit StoppedClock(Instant at) : m_at(at) {}
    std::int64_t nowMs() const override { return m_at.ms; }
    std::int64_t monotonicMs() const override { return 0; }

  private:
    Instant m_at;
};

Arrival arrivalOf(CameBy how) {
    switch (how) {
        case CameBy::Own:
            return Arrival::WalkIn;
        case CameBy::Fktp:
            return Arrival::PrimaryCare;
        case CameBy::OtherHospital:
            return Arrival::OtherHospital;
        case CameBy::Internal:
            return Arrival::InternalReferral;
        case CameBy::Control:
            return Arrival::Control;
        case CameBy::Ambulance:
            return Arrival::Ambulance;
        case CameBy::Police:
            return Arrival::Police;
    }
    return Arrival::WalkIn;
}

QString cancelReason(Random& random) {
    static const std::array<QString, 5> reasons = {
        QStringLiteral("Salah pilih poliklinik"), QStringLiteral("Pasien tidak jadi berobat"),
        QStringLiteral("Ganti penjamin"), QStringLiteral("Kontrol dijadwalkan ulang"),
        QStringLiteral("Terdaftar dua kali")};
    return reasons[random.below(reasons.size())];
}

}  // namespace

bool DemoMasters::isInsured(const PayerId& payer) const {
    return std::any_of(payers.cbegin(), payers.cend(),
                       [&](const Payer& one) { return one.id == payer && one.kind == PayerKind::Jkn; });
}

Uuid demoId(Instant at, Random& random) { return Uuid::make(StoppedClock(at), random); }

std::vector<UserId> demoClerks() {
    std::vector<UserId> clerks;
    for (int counter = 1; counter <= 6; ++counter)
        clerks.push_back(UserId(Uuid::named(QByteArrayLiteral("user:loket") + QByteArray::number(counter))));
    return clerks;
}

DemoVisits::DemoVisits(const DemoMasters& masters, Numbers numbers, Random& random, BulkLoader& loader)
    : m_masters(masters),
      m_first(numbers.firstRegistration),
      m_next(numbers.firstRegistration),
      m_now(numbers.now),
      m_random(random),
      m_loader(loader),
      m_clerks(demoClerks()) {}

std::vector<DemoVisit> DemoVisits::add(const DemoDay& day, const std::vector<PatientId>& patients) {
    DayState state;
    state.day = day.day;
    std::vector<DemoVisit> added;
    for (const PlannedVisit& planned : day.visits) {
        const auto visit = addVisit(state, planned, patients[static_cast<std::size_t>(planned.patient)]);
        if (visit) added.push_back({*visit, planned.patient});
    }
    for (auto it = state.tickets.cbegin(); it != state.tickets.cend(); ++it) {
        m_loader.setCounter(ticketCounter(day.day, it.key()), it.value());
    }
    return added;
}

/// Somewhere in the minute, never before the visit registered last.
Instant DemoVisits::timeOf(DayState& state, int minute) {
    const Instant begin = instantIn(m_masters.hospital.zone, state.day, minute);
    const auto seconds = static_cast<std::int64_t>(20 + m_random.below(40));
    const std::int64_t ms = std::max(begin.ms + seconds * kSecondMs, state.last.ms);
    state.last = Instant(std::min(ms, m_now.ms));
    return state.last;
}

std::optional<Visit> DemoVisits::addVisit(DayState& state, const PlannedVisit& planned,
                                          const PatientId& patient) {
    const Clinic clinic = m_masters.clinics.value(planned.clinicCode);
    const Payer payer = m_masters.payers.value(planned.payerCode);
    const auto found = m_masters.doctors.constFind(planned.doctorCode);
    const auto doctor = found == m_masters.doctors.constEnd() ? std::nullopt : std::optional<Doctor>(*found);
    if (clinic.id.isNull() || !clinic.active || payer.id.isNull()) return std::nullopt;
    Visit visit;
    visit.registeredAt = timeOf(state, planned.minute);
    visit.id = VisitId(demoId(visit.registeredAt, m_random));
    visit.patientId = patient;
    visit.registrationNumber = m_next++;
    // Two clinics on one day by internal referral are one episode.
    EpisodeId& episode = state.episodes[planned.patient];
    if (planned.cameBy != CameBy::Internal || episode.isNull())
        episode = EpisodeId(Uuid::derive(visit.id.uuid(), kEpisodeKind, 0));
    visit.episodeId = episode;
    visit.type = planned.emergency ? VisitType::Emergency : VisitType::Outpatient;
    visit.serviceDate = state.day;
    visit.clinicId = clinic.id;
    if (doctor) visit.doctorId = doctor->id;
    visit.session = sessionAt(planned.minute, m_masters.hospital);
    visit.payerId = payer.id;
    visit.arrival = arrivalOf(planned.cameBy);
    visit.registeredBy = m_clerks[m_random.below(m_clerks.size())];
    if (planned.cancelMinute >= 0) {
        visit.state = VisitState::Cancelled;
        visit.cancelReason = cancelReason(m_random);
        const Instant at = instantIn(m_masters.hospital.zone, state.day, planned.cancelMinute);
        visit.cancelledAt = Instant(std::clamp(at.ms, visit.registeredAt.ms, m_now.ms));
        visit.cancelledBy = visit.registeredBy;
    }
    if (visit.type == VisitType::Emergency) addTimes(visit);
    m_loader.add(visit);
    addDetails(visit);
    if (visit.type == VisitType::Outpatient) addTicket(state, visit, clinic, doctor);
    return visit;
}

void DemoVisits::addDetails(const Visit& visit) {
    const bool isLate = m_random.below(100) < kUnfinishedPercent;
    if (visit.serviceDate.daysTo(dayIn(m_masters.hospital.zone, m_now)) > kDetailedDays || isLate) return;
    const bool isInsured = m_masters.isInsured(visit.payerId);
    VisitDetails details;
    details.id = visit.id;
    details.patientId = visit.patientId;
    if (isInsured) {
        details.membership = Membership::Active;
        details.membershipCheckedAt = visit.registeredAt;
        details.sep = QStringLiteral("0999R999%1V%2")
                          .arg(visit.serviceDate.toString(QStringLiteral("MMyy")))
                          .arg(visit.registrationNumber % kSepNumbers, 6, 10, QLatin1Char('0'));
    }
    if (visit.type == VisitType::Inpatient) details.consent = Consent::Given;
    if (isInsured || visit.type == VisitType::Inpatient) m_loader.add(details);
}

void DemoVisits::addTimes(Visit& visit) {
    const Instant begin = instantIn(m_masters.hospital.zone, visit.serviceDate, 0);
    const auto minutes = [&](std::uint64_t most) {
        return static_cast<std::int64_t>(1 + m_random.below(most)) * kMinuteMs;
    };
    visit.arrivedAt = Instant(std::max(visit.registeredAt.ms - minutes(9), begin.ms));
    const Instant seen(visit.arrivedAt.ms + minutes(6));
    if (seen <= m_now) visit.triagedAt = seen;
}

void DemoVisits::admit(const Visit& from, const DemoWards::Place& place) {
    const auto after = static_cast<std::int64_t>(60 + m_random.below(180)) * kMinuteMs;
    const Instant at(from.registeredAt.ms + after);
    if (at > m_now || from.state == VisitState::Cancelled) return;
    Visit visit = from;
    visit.id = VisitId(demoId(at, m_random));
    visit.registrationNumber = m_next++;
    visit.type = VisitType::Inpatient;
    visit.serviceDate = dayIn(m_masters.hospital.zone, at);
    visit.clinicId = place.bed.clinicId;
    visit.doctorId = place.leader;
    visit.arrival = Arrival::InternalReferral;
    visit.registeredAt = at;
    visit.arrivedAt = visit.triagedAt = {};
    m_loader.add(visit);
    addDetails(visit);
    Stay stay;
    stay.id = visit.id;
    stay.patientId = visit.patientId;
    stay.wardId = place.bed.clinicId;
    stay.bedId = place.bed.id;
    stay.leaderId = place.leader;
    stay.entitled = stay.given = place.bed.careClass;
    stay.fromVisit = from.id;
    stay.admittedAt = at;
    m_loader.add(stay);
    StayMove move;
    move.id = StayMoveId(Uuid::derive(visit.id.uuid(), entityInfo<StayMove>.kind, 0));
    move.visitId = visit.id;
    move.patientId = visit.patientId;
    move.wardId = stay.wardId;
    move.bedId = stay.bedId;
    move.leaderId = stay.leaderId;
    move.given = stay.given;
    move.at = at;
    move.by = visit.registeredBy;
    m_loader.add(move);
}

void DemoVisits::addTicket(DayState& state, const Visit& visit, const Clinic& clinic,
                           const std::optional<Doctor>& doctor) {
    Ticket ticket;
    ticket.id = TicketId(Uuid::derive(visit.id.uuid(), entityInfo<Ticket>.kind, 0));
    ticket.visitId = visit.id;
    ticket.patientId = visit.patientId;
    ticket.clinicId = visit.clinicId;
    ticket.serviceDate = visit.serviceDate;
    ticket.series = ticketSeries(clinic, doctor, visit.session);
    ticket.letter = ticketLetter(clinic, doctor);
    ticket.number = ticketOfCount(++state.tickets[ticket.letter]);
    ticket.cancelled = visit.state == VisitState::Cancelled;
    m_loader.add(ticket);
}

void DemoVisits::finish() {
    const qint64 size = blockSize(NumberKind::Registration);
    m_loader.setCounter(numberCounter(NumberKind::Registration), (m_next - 1 + size - 1) / size);
}

}  // namespace simrs
