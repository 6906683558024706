// SPDX-License-Identifier: GPL-3.0-or-later
// The clerks: what each registers, and how long it takes.
#include "tests/bench/visit_load.h"

#include <chrono>
#include <thread>

#include "tests/bench/bench_options.h"
#include "tests/bench/people_rows.h"
#include "tests/server/server_rig.h"

namespace simrs::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

double msSince(SteadyClock::time_point since) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - since).count();
}

QString wordsOf(const Error& error) {
    return errorName(error.code) + QLatin1Char(' ') + error.args.join(QLatin1Char(',')) + QLatin1Char(' ') +
           error.detail;
}

RegisterVisit drawVisit(const Masters& masters, qint64 patients, SeededRandom& random) {
    const Doctor& doctor = masters.doctors[static_cast<qsizetype>(
        random.below(static_cast<std::uint64_t>(masters.doctors.size())))];
    RegisterVisit visit;
    visit.patientId = patientIdOf(drawPatient(patients, random));
    visit.clinicId = doctor.clinicId;
    visit.doctorId = doctor.id;
    for (const Payer& payer : masters.payers) {
        if (!payer.needsCard) visit.payerId = payer.id;
    }
    return visit;
}

}  // namespace

std::unique_ptr<test::DeskClient> makeClerk(const ServerProcess& server, Role role) {
    auto clerk = std::make_unique<test::DeskClient>();
    if (const Status connected = clerk->connect(server.port(), server.pin()); !connected)
        giveUp(wordsOf(connected.error()));
    const auto granted = clerk->logIn(test::ServerRig::loginOf(role), test::ServerRig::password());
    if (!granted) giveUp(wordsOf(granted.error()));
    const auto masters = clerk->ask(GetMasters{});
    if (!masters) giveUp(wordsOf(masters.error()));
    clerk->setMasters(*masters);
    return clerk;
}

VisitLoad::VisitLoad(const ServerProcess& server, int clients, qint64 patients) : m_patients(patients) {
    SystemRandom random;
    for (int i = 0; i < clients; ++i)
        m_desks.push_back({makeClerk(server), SeededRandom(random.next()), {}, 0});
}

void VisitLoad::work(Desk& desk, qint64 patients, double seconds) {
    const SteadyClock::time_point began = SteadyClock::now();
    while (msSince(began) < seconds * 1000) {
        const RegisterVisit visit = drawVisit(desk.client->masters(), patients, desk.random);
        const SteadyClock::time_point asked = SteadyClock::now();
        const auto made = desk.client->submit(visit);
        if (made)
            desk.latencies.push_back(msSince(asked));
        else if (made.error().code == ErrorCode::AlreadyRegistered)
            ++desk.repeated;
        else
            giveUp(wordsOf(made.error()));
    }
}

double VisitLoad::run(double seconds) {
    const SteadyClock::time_point began = SteadyClock::now();
    std::vector<std::thread> threads;
    for (Desk& desk : m_desks) threads.emplace_back([&] { work(desk, m_patients, seconds); });
    for (std::thread& thread : threads) thread.join();
    const double took = msSince(began) / 1000;
    m_latencies.clear();
    for (Desk& desk : m_desks) {
        m_latencies.insert(m_latencies.end(), desk.latencies.begin(), desk.latencies.end());
        m_repeated += desk.repeated;
        desk.latencies.clear();
        desk.repeated = 0;
    }
    m_registered += static_cast<qint64>(m_latencies.size());
    return static_cast<double>(m_latencies.size()) / took;
}

}  // namespace simrs::bench
