// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/offline_desk.h"

#include "common/access/device_registry.h"

namespace simrs::test {
namespace {

constexpr int kWaitMs = 20'000;
/// What has been changed in a unit is told within a moment.
constexpr int kMomentMs = 400;

}  // namespace

OfflineDesk::OfflineDesk(Role role) : m_role(role), m_server(std::make_unique<ServerRig>()) {}

OfflineDesk::~OfflineDesk() = default;

LinkConfig OfflineDesk::config() const {
    LinkConfig config;
    config.profileFolder = m_folder.path();
    config.server = {QStringLiteral("127.0.0.1"), m_server->port(), m_server->pin()};
    config.deviceName = QStringLiteral("Loket Uji");
    config.times.holdMs = 300;
    config.times.backoffFirstMs = 100;
    config.times.backoffMostMs = 300;
    return config;
}

void OfflineDesk::start() {
    m_backend.reset();
    m_backend = std::make_unique<Backend>(config());
}

Result<SessionGrant> OfflineDesk::logIn() {
    return answerOf<SessionGrant>([&](auto then) {
        m_backend->logIn(ServerRig::loginOf(m_role), ServerRig::password(), &m_context, then);
    });
}

bool OfflineDesk::open() {
    start();
    return logIn() && QTest::qWaitFor([&] { return m_backend->masters() != nullptr; }, kWaitMs);
}

DeviceId OfflineDesk::device() {
    const QList<Device> devices = rows<Device>();
    return devices.size() == 1 ? devices.first().id : DeviceId();
}

QString OfflineDesk::unit(int clinic) const { return unitKey(m_server->masters().clinics[clinic].id.uuid()); }

bool OfflineDesk::write(const std::function<Status(WishTx&)>& work) {
    const auto store = m_server->store();
    SystemClock clock;
    SystemRandom random;
    WriteContext context;
    context.writeId = Uuid::make(clock, random);
    context.request = QStringLiteral("test");
    context.at = clock.now();
    return store->write(context, work).has_value();
}

bool OfflineDesk::giveKeys(const QStringList& keys) {
    const DeviceId own = device();
    return write([&](WishTx& tx) { return simrs::giveKeys(tx, own, keys); });
}

bool OfflineDesk::takeKeys(const QStringList& keys) {
    const DeviceId own = device();
    return write([&](WishTx& tx) { return simrs::takeKeys(tx, own, keys); });
}

bool OfflineDesk::seat(PatientId& patient, VisitId& visit) {
    if (!open() || !giveKeys({unit(0), unit(1)})) return false;
    const auto made = newPatient(testPatient(1));
    if (!made) return false;
    patient = *made;
    const auto registered = m_server->client(Role::RegistrationClerk)->submit(this->visit(patient, 0));
    if (!registered) return false;
    visit = registered->visit.id;
    return holds(2);
}

bool OfflineDesk::leaveServer() {
    m_server->stop();
    return QTest::qWaitFor([&] { return m_backend->status().state == OnlineState::Offline; }, kWaitMs);
}

void OfflineDesk::startServer() {
    m_server->start();
    m_backend->acceptServer(config().server);
}

bool OfflineDesk::bringServerBack() {
    startServer();
    return QTest::qWaitFor([&] { return m_backend->status().state == OnlineState::Online; }, kWaitMs);
}

bool OfflineDesk::holds(int keys) {
    const auto held = [&] {
        const ConnectionStatus& status = m_backend->status();
        return !status.cache.filling && status.cache.keys == keys + 2 && status.waiting == 0;
    };
    if (!QTest::qWaitFor(held, kWaitMs)) return false;
    QTest::qWait(kMomentMs);
    return true;
}

bool OfflineDesk::settles() {
    return QTest::qWaitFor([&] { return m_backend->status().waiting == 0; }, kWaitMs);
}

Result<PatientId> OfflineDesk::newPatient(const Patient& patient) {
    const auto desk = m_server->client(Role::HeadOfRegistration);
    RegisterPatient newcomer;
    newcomer.patient = patient;
    SIMRS_ASSIGN(const auto made, desk->submit(newcomer));
    return made.id;
}

RegisterVisit OfflineDesk::visit(const PatientId& patient, int clinic) const {
    RegisterVisit visit;
    visit.patientId = patient;
    visit.clinicId = m_server->masters().clinics[clinic].id;
    visit.doctorId = m_server->masters().doctors[clinic].id;
    visit.payerId = m_server->masters().payers[0].id;
    return visit;
}

}  // namespace simrs::test
