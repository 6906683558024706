// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing the rows.
#include "tests/bench/people_rows.h"

#include <algorithm>
#include <cmath>

#include "common/base/random.h"
#include "common/registration/name_key.h"
#include "server/demo/people.h"
#include "tests/bench/bench_options.h"

namespace simrs::bench {
namespace {

constexpr std::uint64_t kSeed = 42;
constexpr std::uint64_t kIdSeed = 4201;
constexpr std::uint64_t kVisitSeed = 4202;
constexpr int kVisitDays = 400;
constexpr int kVisitsEach = 2;
constexpr std::int64_t kFirstRecordMs = 1'388'534'400'000;  // 2014-01-01: twelve years of records
constexpr std::int64_t kRecordMs = 60'000;                  // one a minute of opening time
constexpr int kOpens = 7 * 60;
constexpr int kOpenMinutes = 7 * 60;
const QDate kPeopleDay(2026, 1, 1);  // Ages are drawn as of this day, on whatever day it is done.

/// Time first, then bits that are the same for the same number, as Uuid::make would lay them out.
Uuid idAt(std::int64_t ms, std::uint64_t seed) {
    SeededRandom random(seed);
    QByteArray bytes = random.bytes(16);
    for (int i = 0; i < 6; ++i) bytes[i] = static_cast<char>(ms >> (8 * (5 - i)));
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return Uuid::fromBytes(bytes);
}

std::int64_t recordedAt(qint64 mrn) { return kFirstRecordMs + mrn * kRecordMs / 8; }

}  // namespace

PatientId patientIdOf(qint64 mrn) {
    return PatientId(idAt(recordedAt(mrn), kIdSeed + static_cast<std::uint64_t>(mrn) * 7919));
}

qint64 drawPatient(qint64 patients, Random& random) {
    const double place = std::pow(random.unit(), 1.6) * static_cast<double>(patients);
    return std::min(static_cast<qint64>(place) + 1, patients);
}

void makePatients(qint64 count, const std::function<void(const Patient&)>& use) {
    auto seed = PeopleSeed::load();
    if (!seed) giveUp(QStringLiteral("the seed files of names cannot be read"));
    SeededRandom random(kSeed);
    People people(std::move(*seed), random);
    for (qint64 mrn = 1; mrn <= count; ++mrn) {
        const Person person = people.next(kPeopleDay);
        Patient row;
        row.id = patientIdOf(mrn);
        row.mrn = mrn;
        row.name = person.name;
        row.sapaan = person.sapaan;
        row.sex = person.sex;
        row.birthDate = person.birthDate;
        row.nik = person.nik;
        row.noNikReason = person.noNikReason;
        row.phone = person.phone;
        row.address = person.address;
        row.motherName = person.motherName;
        row.card = person.card;
        row.nameKey = nameKey(person.name);
        row.registeredAt = Instant(recordedAt(mrn));
        use(row);
    }
}

void makeVisits(qint64 patients, const Masters& masters, QDate today,
                const std::function<void(const Visit&)>& use) {
    SeededRandom random(kVisitSeed);
    const qint64 count = patients * kVisitsEach;
    Visit row;
    row.payerId = masters.payers.first().id;
    std::int64_t midnightMs = 0;
    for (qint64 number = 1; number <= count; ++number) {
        const auto day = static_cast<int>((number - 1) * kVisitDays / count);
        const auto clinic =
            static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(masters.doctors.size())));
        if (const QDate date = today.addDays(day - kVisitDays); date != row.serviceDate) {
            row.serviceDate = date;
            midnightMs = instantIn(masters.hospital.zone, date, 0).ms;
        }
        const auto minute = kOpens + static_cast<std::int64_t>(random.below(kOpenMinutes));
        row.registeredAt = Instant(midnightMs + minute * 60'000);
        row.id = VisitId(idAt(row.registeredAt.ms, kVisitSeed + static_cast<std::uint64_t>(number) * 7919));
        row.patientId = patientIdOf(drawPatient(patients, random));
        row.registrationNumber = number;
        row.episodeId = EpisodeId(row.id.uuid());
        row.clinicId = masters.doctors[clinic].clinicId;
        row.doctorId = masters.doctors[clinic].id;
        use(row);
    }
}

}  // namespace simrs::bench
