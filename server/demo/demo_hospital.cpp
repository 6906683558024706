// SPDX-License-Identifier: GPL-3.0-or-later
// Building the demo hospital. Patients are streamed to the database; only what the plan of the visits needs
// to know of each is kept (some 50 bytes).
#include "server/demo/demo_hospital.h"

#include <QSet>
#include <algorithm>

#include "common/access/accounts.h"
#include "common/access/password.h"
#include "common/core/case_item.h"
#include "common/core/number_block.h"
#include "common/registration/counter_ticket.h"
#include "common/registration/name_key.h"
#include "common/registration/same_person.h"
#include "common/registration/stay.h"
#include "common/registration/visit_details.h"
#include "common/store/store.h"
#include "server/demo/demo_counter.h"
#include "server/demo/demo_visits.h"
#include "server/demo/demo_wards.h"
#include "server/demo/people.h"
#include "server/demo/seed_files.h"

namespace simrs {
namespace {

constexpr int kDuplicatePercent = 6;
constexpr int kYearsOfRecords = 12;
constexpr int kOpens = 7 * 60;
constexpr int kOpenMinutes = 7 * 60;
/// Only so many of the last patients may be new ones of the past weeks; they wait in memory for their plan.
constexpr std::size_t kMostNewPatients = 8'000;
/// Of the emergencies of the last days these lie in a ward now.
constexpr int kDaysInBed = 5;
constexpr std::uint64_t kAdmittedPercent = 22;
/// So many pairs of files wait for a person; the older ones have been decided.
constexpr qsizetype kOpenPairs = 12;
constexpr qint64 kProgressStep = 100'000;
/// A day is drawn from so many of the newest patients.
constexpr int kPatientsOfADay = 20'000;

/// One seed for each purpose, so that more of one thing does not change another.
struct Seeds {
    explicit Seeds(std::uint64_t seed) {
        SeededRandom random(seed);
        people = random.next();
        rows = random.next();
        plan = random.next();
        visits = random.next();
        counter = random.next();
        wards = random.next();
    }
    std::uint64_t people;
    std::uint64_t rows;
    std::uint64_t plan;
    std::uint64_t visits;
    std::uint64_t counter;
    std::uint64_t wards;
};

WriteContext contextOf(const DemoOptions& options, const QString& request) {
    WriteContext context;
    context.request = request;
    context.at = options.now;
    context.isCommand = false;
    context.note = QStringLiteral("seed %1, %2 patients").arg(options.seed).arg(options.patients);
    return context;
}

PatientTraits traitsOf(Sex sex, QDate birthDate, const QString& card) {
    return {sex, birthDate.year(), !card.isEmpty()};
}

class DemoBuilder {
  public:
    DemoBuilder(const DemoOptions& options, const SeedMasters& masters, PeopleSeed people, DayShape shape,
                Random& secrets)
        : m_options(options),
          m_masters(masters),
          m_seeds(options.seed),
          m_peopleRandom(m_seeds.people),
          m_people(std::move(people), m_peopleRandom, kDuplicatePercent),
          m_rowRandom(m_seeds.rows),
          m_shape(std::move(shape)),
          m_secrets(secrets),
          m_zone(masters.hospital->zone),
          m_moment(demoMoment(dayIn(m_zone, options.now), minuteOfDayIn(m_zone, options.now))) {}

    DemoReport build(BulkLoader& loader) {
        loader.begin({&entityType<User>(), &entityType<UserRole>(), &entityType<Hospital>(),
                      &entityType<Clinic>(), &entityType<Doctor>(), &entityType<Payer>(), &entityType<Bed>(),
                      &entityType<Holiday>(), &entityType<Facility>(), &entityType<Staff>(),
                      &entityType<CounterService>(), &entityType<Patient>(), &entityType<Visit>(),
                      &entityType<Ticket>(), &entityType<VisitDetails>(), &entityType<Stay>(),
                      &entityType<StayMove>(), &entityType<CounterTicket>(), &entityType<CaseItem>()});
        addAccounts(loader);
        addMasters(loader);
        addPatients(loader);
        DemoReport report{m_options.patients, 0, 0, m_masters.hospital->name, m_moment.day};
        if (m_options.visits) addVisits(loader, report);
        const qint64 size = blockSize(NumberKind::MedicalRecord);
        loader.setCounter(numberCounter(NumberKind::MedicalRecord), (lastMrn() + size - 1) / size);
        loader.end();
        return report;
    }

  private:
    qint64 lastMrn() const { return m_masters.hospital->mrnStart - 1 + m_options.patients; }

    void addAccounts(BulkLoader& loader) {
        for (const DemoAccount& account : demoAccounts()) {
            User user;
            user.id = UserId(Uuid::named("user:" + account.login.toUtf8()));
            user.login = account.login;
            user.name = account.name;
            user.passwordHash = hashPassword(account.password, m_secrets);
            loader.add(user);
            UserRole role;
            role.id = UserRoleId(Uuid::named("user_role:" + account.login.toUtf8()));
            role.userId = user.id;
            role.role = account.role;
            loader.add(role);
        }
    }

    void addMasters(BulkLoader& loader) {
        loader.add(*m_masters.hospital);
        for (const Clinic& clinic : m_masters.clinics) loader.add(clinic);
        for (const SeedDoctor& doctor : m_masters.doctors) loader.add(doctor.row);
        for (const Payer& payer : m_masters.payers) loader.add(payer);
        for (const Clinic& ward : m_masters.wards) loader.add(ward);
        for (const SeedBed& bed : m_masters.beds) loader.add(bed.row);
        for (const SeedStaff& staff : m_masters.staff) loader.add(staff.row);
        for (const Facility& facility : m_masters.facilities) loader.add(facility);
        for (const Holiday& holiday : m_masters.holidays) loader.add(holiday);
        for (const CounterService& service : m_masters.services) loader.add(service);
    }

    /// The last ones wait for the plan, which says when they came first.
    void addPatients(BulkLoader& loader) {
        const auto all = static_cast<std::size_t>(m_options.patients);
        const std::size_t waiting = m_options.visits ? std::min(all / 4, kMostNewPatients) : 0;
        m_ids.reserve(all);
        m_traits.reserve(all);
        m_birthDays.reserve(all);
        for (std::size_t place = 0; place < all; ++place) {
            Person person = m_people.next(m_moment.day);
            m_traits.push_back(traitsOf(person.sex, person.birthDate, person.card));
            m_birthDays.push_back(static_cast<std::int32_t>(person.birthDate.toJulianDay()));
            if (place < all - waiting)
                addPatient(loader, person, longAgo(place));
            else
                m_waiting.push_back(std::move(person));
            if (m_options.progress && (place + 1) % kProgressStep == 0)
                m_options.progress(static_cast<qint64>(place) + 1);
        }
    }

    /// Records began twelve years ago; patients before the weeks of the plan are spread evenly.
    Instant longAgo(std::size_t place) {
        const QDate first = m_moment.day.addYears(-kYearsOfRecords);
        const auto days = static_cast<double>(first.daysTo(m_moment.day.addDays(-kDemoDays)));
        const double at = days * static_cast<double>(place) / static_cast<double>(m_options.patients);
        const auto day = static_cast<qint64>(at);
        const int minute = kOpens + static_cast<int>((at - static_cast<double>(day)) * kOpenMinutes);
        return instantIn(m_zone, first.addDays(day), minute);
    }

    void addPatient(BulkLoader& loader, const Person& person, Instant registeredAt) {
        Patient row;
        // Nobody has a record before he is born.
        const Instant born = instantIn(m_zone, person.birthDate, 1);
        row.registeredAt = std::min(std::max(registeredAt, born), m_options.now);
        row.id = PatientId(demoId(row.registeredAt, m_rowRandom));
        row.mrn = m_masters.hospital->mrnStart + static_cast<qint64>(m_ids.size());
        row.name = person.name;
        row.sapaan = person.sapaan;
        row.sex = person.sex;
        row.birthDate = person.birthDate;
        row.birthEstimated = person.duplicateOf >= 0 && person.birthDate.dayOfYear() == 1;
        row.nik = person.nik;
        row.noNikReason = person.noNikReason;
        row.phone = person.phone;
        row.address = person.address;
        row.motherName = person.motherName;
        row.card = person.card;
        const std::uint64_t asked = m_rowRandom.below(100);
        row.allergyState = asked < 40   ? AllergyState::NotAsked
                           : asked < 94 ? AllergyState::NoneKnown
                                        : AllergyState::Known;
        row.nameKey = nameKey(row.name);
        loader.add(row);
        m_ids.push_back(row.id);
        if (m_recent.contains(person.duplicateOf)) noteTwin(row, m_recent.value(person.duplicateOf));
        if (m_keepsRecent) m_recent.insert(static_cast<qint64>(m_ids.size()) - 1, row);
    }

    /// As the desk would have raised it when the second file was made.
    void noteTwin(const Patient& made, const Patient& other) {
        if (samePerson(made, other).weight < kLikelySame) return;
        CaseItem pair;
        pair.id = CaseItemId(Uuid::derive(made.id.uuid(), entityInfo<CaseItem>.kind, 0));
        pair.subject = made.id.uuid();
        pair.other = other.id.uuid();
        pair.fields = QStringLiteral("person");
        pair.raisedBy = demoClerks().front();
        pair.raisedAt = made.registeredAt;
        m_pairs.append(pair);
    }

    void addVisits(BulkLoader& loader, DemoReport& report) {
        SeededRandom planRandom(m_seeds.plan);
        const std::vector<DemoDay> days = planHistory(m_shape, m_moment, std::vector<PatientTraits>(m_traits),
                                                      m_ids.size(), m_birthDays, planRandom);
        addWaiting(loader, days);
        const DemoMasters masters = mastersByCode();
        SeededRandom visitRandom(m_seeds.visits);
        DemoVisits visits(masters, {m_masters.registrationStart, m_options.now}, visitRandom, loader);
        SeededRandom wardRandom(m_seeds.wards), counterRandom(m_seeds.counter);
        DemoWards wards(m_masters, wardRandom);
        std::vector<DemoVisit> today;
        for (const DemoDay& day : days) {
            today = visits.add(day, m_ids);
            report.visitsToday = static_cast<qint64>(today.size());
            if (day.day.daysTo(m_moment.day) < kDaysInBed) admitSome(today, wards, visits, wardRandom);
        }
        visits.finish();
        addCounterTickets(today, masters, m_options.now, counterRandom, loader);
        report.visits = visits.count();
    }

    /// Whoever came by the emergency department in the last days may still be here.
    void admitSome(const std::vector<DemoVisit>& visits, DemoWards& wards, DemoVisits& out, Random& random) {
        for (const DemoVisit& one : visits) {
            if (one.visit.type != VisitType::Emergency || random.below(100) >= kAdmittedPercent) continue;
            const PatientTraits& patient = m_traits[static_cast<std::size_t>(one.patient)];
            if (m_admitted.contains(one.visit.patientId)) continue;
            const auto place = wards.place(patient, m_moment.day.year());
            if (!place) continue;
            m_admitted.insert(one.visit.patientId);
            out.admit(one.visit, *place);
        }
    }

    void addWaiting(BulkLoader& loader, const std::vector<DemoDay>& days) {
        const std::size_t first = m_ids.size();
        std::vector<Instant> firstCame(m_waiting.size());
        for (const DemoDay& day : days) {
            for (const PlannedVisit& visit : day.visits) {
                const auto place = static_cast<std::size_t>(visit.patient);
                if (visit.newPatient && place >= first)
                    firstCame[place - first] = instantIn(m_zone, day.day, visit.minute);
            }
        }
        Instant last;
        m_keepsRecent = true;
        for (std::size_t i = 0; i < m_waiting.size(); ++i) {
            // One without a visit of his own was registered after the one before him.
            if (firstCame[i].isNull())
                firstCame[i] = last.isNull() ? longAgo(first + i) : last;
            else
                last = firstCame[i];
            addPatient(loader, m_waiting[i], firstCame[i]);
        }
        m_waiting.clear();
        for (const CaseItem& pair : m_pairs.mid(std::max<qsizetype>(m_pairs.size() - kOpenPairs, 0)))
            loader.add(pair);
    }

    DemoMasters mastersByCode() const {
        DemoMasters out;
        out.hospital = *m_masters.hospital;
        for (const Clinic& clinic : m_masters.clinics) out.clinics.insert(clinic.code, clinic);
        for (const SeedDoctor& doctor : m_masters.doctors) out.doctors.insert(doctor.row.code, doctor.row);
        for (const Payer& payer : m_masters.payers) out.payers.insert(payer.code, payer);
        out.services = m_masters.services;
        return out;
    }

    const DemoOptions& m_options;
    const SeedMasters& m_masters;
    Seeds m_seeds;
    SeededRandom m_peopleRandom;
    People m_people;
    SeededRandom m_rowRandom;
    DayShape m_shape;
    Random& m_secrets;
    QString m_zone;
    DemoMoment m_moment;
    std::vector<PatientId> m_ids;
    std::vector<PatientTraits> m_traits;
    std::vector<std::int32_t> m_birthDays;
    std::vector<Person> m_waiting;
    QSet<PatientId> m_admitted;
    QHash<qint64, Patient> m_recent;  // by place: those who came in the weeks of the plan
    bool m_keepsRecent = false;
    QList<CaseItem> m_pairs;
};

template <Entity E>
bool hasRows(Reader& reader) {
    const auto rows = reader.list(Where<E>().limit(1));
    return rows && !rows->isEmpty();
}

Result<SeedMasters> readSeed(const QString& folder) {
    QList<SeedProblem> problems;
    SeedMasters masters = readMasters(MasterFiles::inFolder(folder), problems);
    if (problems.isEmpty() && masters.hospital) return masters;
    const SeedProblem first = problems.value(0);
    return fail(ErrorCode::FieldInvalid, {first.file, QString::number(first.line), first.column});
}

/// What an older demo hospital holds, for a day more.
struct HeldDemo {
    DemoMasters masters;
    std::vector<PatientId> ids;
    std::vector<PatientTraits> traits;
    std::vector<std::int32_t> birthDays;
    qint64 lastRegistration = 0;
};

void readMasters(Reader& reader, HeldDemo& out) {
    for (const Clinic& row : reader.list(Where<Clinic>()).value_or(QList<Clinic>()))
        out.masters.clinics.insert(row.code, row);
    for (const Doctor& row : reader.list(Where<Doctor>()).value_or(QList<Doctor>()))
        out.masters.doctors.insert(row.code, row);
    for (const Payer& row : reader.list(Where<Payer>()).value_or(QList<Payer>()))
        out.masters.payers.insert(row.code, row);
    out.masters.services = reader.list(Where<CounterService>().orderBy<&CounterService::letter>())
                               .value_or(QList<CounterService>());
}

Status readHeld(Reader& reader, HeldDemo& out) {
    const auto hospital = reader.get<Hospital>(hospitalId());
    if (!hospital || !reader.get<User>(demoClerks().front())) return fail(ErrorCode::UserUnknown);
    out.masters.hospital = *hospital;
    readMasters(reader, out);
    QList<Patient> patients =
        reader.list(Where<Patient>().orderBy<&Patient::mrn>(true).limit(kPatientsOfADay))
            .value_or(QList<Patient>());
    std::reverse(patients.begin(), patients.end());
    for (const Patient& patient : patients) {
        out.ids.push_back(patient.id);
        out.traits.push_back(traitsOf(patient.sex, patient.birthDate, patient.card));
        out.birthDays.push_back(static_cast<std::int32_t>(patient.birthDate.toJulianDay()));
    }
    const auto visits = reader.list(Where<Visit>().orderBy<&Visit::registrationNumber>(true).limit(1));
    if (visits && !visits->isEmpty()) out.lastRegistration = visits->first().registrationNumber;
    const auto blocks = reader.list(Where<NumberBlock>()
                                        .eq<&NumberBlock::kind>(NumberKind::Registration)
                                        .orderBy<&NumberBlock::first>(true)
                                        .limit(1));
    if (blocks && !blocks->isEmpty())
        out.lastRegistration = std::max(out.lastRegistration, blocks->first().last);
    return {};
}

}  // namespace

QList<DemoAccount> demoAccounts() {
    QList<DemoAccount> accounts;
    const auto add = [&](const char* login, const char* name, Role role) {
        const QString text = QString::fromLatin1(login);
        accounts.append({text, QString::fromLatin1(name), QStringLiteral("wanasari-") + text, role});
    };
    add("loket1", "Rini Puspasari", Role::RegistrationClerk);
    add("loket2", "Agus Wiratmaja", Role::RegistrationClerk);
    add("loket3", "Dewi Kartikasari", Role::RegistrationClerk);
    add("loket4", "Yohanes Simarata", Role::RegistrationClerk);
    add("loket5", "Siti Nurazizah", Role::RegistrationClerk);
    add("loket6", "Dedi Kurniadi", Role::RegistrationClerk);
    add("kepala", "Endang Sulastriwati", Role::HeadOfRegistration);
    add("manajer", "dr. Bambang Haryawan, M.A.R.S.", Role::Manager);
    add("admin", "Fajar Setyanugraha", Role::Administrator);
    add("auditor", "Lukman Hakimuddin", Role::Auditor);
    add("perawat", "Ns. Maria Goretti Lestarini", Role::Nurse);
    add("gudang", "Slamet Widiarsono", Role::StockKeeper);
    add("dokter", "dr. Ratna Kusumawati", Role::Doctor);
    add("pmik", "Nurul Fadhilatun", Role::RecordsOfficer);
    add("anjungan", "Anjungan Loket 1", Role::TicketDispenser);
    return accounts;
}

Result<bool> isUnused(Store& store) {
    bool unused = false;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        unused = !hasRows<User>(reader) && !hasRows<Patient>(reader) && !hasRows<Clinic>(reader) &&
                 !hasRows<Doctor>(reader) && !hasRows<Payer>(reader) && !hasRows<Hospital>(reader);
        return {};
    }));
    return unused;
}

Result<QString> demoZone(const QString& seedFolder) {
    SIMRS_ASSIGN(const SeedMasters masters, readSeed(seedFolder));
    return masters.hospital->zone;
}

Result<DemoReport> buildDemoHospital(Store& store, const DemoOptions& options, Random& secrets) {
    SIMRS_ASSIGN(const SeedMasters masters, readSeed(options.seedFolder));
    SIMRS_ASSIGN(PeopleSeed people, PeopleSeed::load(options.seedFolder));
    SIMRS_ASSIGN(DayShape shape, DayShape::load(options.seedFolder));
    DemoBuilder builder(options, masters, std::move(people), std::move(shape), secrets);
    DemoReport report;
    SIMRS_TRY(store.load(contextOf(options, QStringLiteral("demo_data")), [&](BulkLoader& loader) -> Status {
        report = builder.build(loader);
        return {};
    }));
    return report;
}

Result<DemoReport> refreshDemoDay(Store& store, const DemoOptions& options) {
    SIMRS_ASSIGN(const DayShape shape, DayShape::load(options.seedFolder));
    HeldDemo held;
    bool hasToday = false;
    QDate today;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        if (Status read = readHeld(reader, held); !read) return read;
        today = dayIn(held.masters.hospital.zone, options.now);
        const auto visits = reader.list(Where<Visit>().eq<&Visit::serviceDate>(today).limit(1));
        hasToday = visits && !visits->isEmpty();
        return {};
    }));
    DemoReport report{0, 0, 0, held.masters.hospital.name, today};
    if (hasToday) return report;
    const Seeds seeds(options.seed + static_cast<std::uint64_t>(today.toJulianDay()));
    SeededRandom planRandom(seeds.plan);
    const DemoMoment moment = demoMoment(today, minuteOfDayIn(held.masters.hospital.zone, options.now));
    const DemoDay day = planToday(shape, moment, held.traits, held.birthDays, planRandom);
    const qint64 size = blockSize(NumberKind::Registration);
    const qint64 first = (held.lastRegistration + size - 1) / size * size + 1;
    SIMRS_TRY(store.load(contextOf(options, QStringLiteral("demo_day")), [&](BulkLoader& loader) -> Status {
        loader.begin({&entityType<Visit>(), &entityType<Ticket>(), &entityType<VisitDetails>(),
                      &entityType<CounterTicket>()});
        SeededRandom visitRandom(seeds.visits);
        DemoVisits visits(held.masters, {first, options.now}, visitRandom, loader);
        const std::vector<DemoVisit> added = visits.add(day, held.ids);
        visits.finish();
        SeededRandom counterRandom(seeds.counter);
        addCounterTickets(added, held.masters, options.now, counterRandom, loader);
        loader.end();
        report.visits = report.visitsToday = visits.count();
        return {};
    }));
    return report;
}

}  // namespace simrs
