// SPDX-License-Identifier: GPL-3.0-or-later
// Building and reading a demo hospital.
#include "tests/cli/demo_rig.h"

#include "common/hospital/hospital.h"

namespace simrs::test {
namespace {
constexpr int kAll = 1'000'000;
}

Instant demoTime(int year, int month, int day, int hour, int minute) {
    return instantIn(QStringLiteral("Asia/Jakarta"), QDate(year, month, day), hour * 60 + minute);
}

DatabaseConfig inMemory() {
    DatabaseConfig config;
    config.path = QStringLiteral(":memory:");
    return config;
}

DemoRig::DemoRig(Instant now, qint64 patients, std::uint64_t seed, bool visits, const DatabaseConfig& config)
    : m_store(config, StoreForm::Server, {m_clock, m_random}) {
    if (!m_store.migrate(hospitalEntities())) qFatal("migrate");
    DemoOptions options;
    options.patients = patients;
    options.seed = seed;
    options.now = now;
    options.visits = visits;
    const auto report = buildDemoHospital(m_store, options, m_random);
    if (!report)
        qFatal("%s %s", qPrintable(errorName(report.error().code)), qPrintable(report.error().detail));
    m_report = *report;
}

DemoRows DemoRig::rows() {
    DemoRows out;
    const Status read = m_store.read([&](Reader& reader) -> Status {
        out.patients = *reader.list(Where<Patient>().orderBy<&Patient::mrn>().limit(kAll));
        out.visits = *reader.list(Where<Visit>().orderBy<&Visit::registrationNumber>().limit(kAll));
        out.tickets = *reader.list(Where<Ticket>()
                                       .orderBy<&Ticket::serviceDate>()
                                       .orderBy<&Ticket::series>()
                                       .orderBy<&Ticket::number>()
                                       .limit(kAll));
        return {};
    });
    if (!read) qFatal("read");
    return out;
}

void DemoRig::write(const std::function<void(WishTx&)>& work) {
    const auto done = m_store.write({}, [&](WishTx& tx) -> Status {
        work(tx);
        return {};
    });
    if (!done) qFatal("write");
}

}  // namespace simrs::test
