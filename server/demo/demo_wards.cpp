// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demo_wards.h"

#include "common/base/random.h"

namespace simrs {
namespace {
/// Nobody is a child any more (UU 35/2014, 1).
constexpr int kAdult = 18;
}  // namespace

DemoWards::DemoWards(const SeedMasters& masters, Random& random) : m_random(random) {
    for (const SeedBed& bed : masters.beds) {
        if (bed.row.active) m_free[bed.clinicCode].append(bed.row);
    }
    for (const SeedDoctor& doctor : masters.doctors) {
        if (doctor.row.leadsStays && doctor.row.active) m_leaders[doctor.clinicCode].append(doctor.row.id);
    }
}

std::optional<DemoWards::Place> DemoWards::place(const PatientTraits& patient, int year) {
    if (year - patient.birthYear < kAdult) return in("FLA", "ANA");
    switch (m_random.below(8)) {
        case 0:
            return in("ANG", "INT");
        case 1:
            return in("BOU", "INT");
        case 2:
            return in("EDE", "BED");
        case 3:
            return in("HCU", "JAN");
        default:
            return in(patient.sex == Sex::Female ? "DAH" : "CEM", "INT");
    }
}

std::optional<DemoWards::Place> DemoWards::in(const char* ward, const char* clinic) {
    QList<Bed>& free = m_free[QString::fromLatin1(ward)];
    const QList<DoctorId> leaders = m_leaders.value(QString::fromLatin1(clinic));
    if (free.isEmpty() || leaders.isEmpty()) return std::nullopt;
    const auto chosen = static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(free.size())));
    const auto leader = static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(leaders.size())));
    return Place{free.takeAt(chosen), leaders.at(leader)};
}

}  // namespace simrs
