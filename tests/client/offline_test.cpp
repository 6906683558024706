// SPDX-License-Identifier: GPL-3.0-or-later
// A desk whose server goes away: it goes on from what its computer holds, and when the server is back both
// agree.
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

#include "app/client/backend.h"
#include "common/access/device_registry.h"
#include "common/registration/requests.h"
#include "common/store/database.h"
#include "tests/server/server_rig.h"

namespace simrs {

class OfflineTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup();
    void theDayGoesOnWithoutTheServer();
    void aDeskThatHoldsNothingSaysSo();
    void whoSawWhomReachesTheAudit();
    void aSpoiledCacheIsMadeAnew();
    void lostUnitsAreErased();

  private:
    template <class T, class F>
    Result<T> answerOf(const F& begin) {
        std::optional<Result<T>> answer;
        begin([&](const Result<T>& result) { answer = result; });
        const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return came ? *answer : Result<T>(fail(ErrorCode::Internal));
    }
    template <class Q>
    Result<typename Q::Reply> ask(const Q& query) {
        return answerOf<typename Q::Reply>([&](auto then) { m_desk->ask(query, this, then); });
    }
    template <class C>
    Result<typename C::Reply> submit(const C& command) {
        return answerOf<typename C::Reply>([&](auto then) { m_desk->submit(command, this, then); });
    }
    LinkConfig config() const;
    void openDesk();
    void changeUnits(bool give, const QList<int>& clinics);
    void leaveServer();
    void bringServerBack();
    ListVisits today() const;
    RegisterVisit visit(const PatientId& patient, int clinic) const;
    /// The cache holds so many units and, a moment later, what is in them.
    bool holds(int units);

    std::unique_ptr<test::ServerRig> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Backend> m_desk;
    int m_patients = 0;
};

LinkConfig OfflineTest::config() const {
    LinkConfig config;
    config.profileFolder = m_folder->path();
    config.server = {QStringLiteral("127.0.0.1"), m_server->port(), m_server->pin()};
    config.deviceName = QStringLiteral("Loket Uji");
    config.times.holdMs = 300;
    return config;
}

void OfflineTest::init() {
    m_server = std::make_unique<test::ServerRig>();
    m_folder = std::make_unique<QTemporaryDir>();
    openDesk();
}

void OfflineTest::cleanup() {
    m_desk.reset();
    m_server.reset();
}

void OfflineTest::openDesk() {
    m_desk.reset();
    m_desk = std::make_unique<Backend>(config());
    const auto grant = answerOf<SessionGrant>([&](auto then) {
        m_desk->logIn(test::ServerRig::loginOf(Role::HeadOfRegistration), test::ServerRig::password(), this,
                      then);
    });
    QVERIFY(grant);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->masters(), 10'000);
}

void OfflineTest::changeUnits(bool give, const QList<int>& clinics) {
    const auto store = m_server->store();
    QStringList keys;
    for (const int clinic : clinics) keys.append(unitKey(m_server->masters().clinics[clinic].id.uuid()));
    SystemClock clock;
    SystemRandom random;
    WriteContext context;
    context.writeId = Uuid::make(clock, random);
    context.request = QStringLiteral("test_units");
    context.at = clock.now();
    const auto done = store->write(context, [&](WishTx& tx) -> Status {
        const QList<Device> devices = listDevices(tx);
        if (devices.size() != 1) return fail(ErrorCode::DeviceUnknown);
        return give ? giveKeys(tx, devices.first().id, keys) : takeKeys(tx, devices.first().id, keys);
    });
    QVERIFY(done);
}

void OfflineTest::leaveServer() {
    m_server->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->status().state, OnlineState::Offline, 10'000);
}

void OfflineTest::bringServerBack() {
    m_server->start();
    m_desk->acceptServer(config().server);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->status().state, OnlineState::Online, 20'000);
}

ListVisits OfflineTest::today() const {
    ListVisits query;
    query.serviceDate = m_desk->today();
    return query;
}

RegisterVisit OfflineTest::visit(const PatientId& patient, int clinic) const {
    RegisterVisit visit;
    visit.patientId = patient;
    visit.clinicId = m_server->masters().clinics[clinic].id;
    visit.doctorId = m_server->masters().doctors[clinic].id;
    visit.payerId = m_server->masters().payers[0].id;
    return visit;
}

bool OfflineTest::holds(int units) {
    const auto held = [&] {
        const ConnectionStatus& status = m_desk->status();
        return !status.cache.filling && status.cache.keys == units + 2 && status.waiting == 0;
    };
    if (!QTest::qWaitFor(held, 20'000)) return false;
    QTest::qWait(400);
    return true;
}

void OfflineTest::theDayGoesOnWithoutTheServer() {
    changeUnits(true, {0, 1});
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = submit(newcomer);
    QVERIFY(patient);
    const auto online = submit(visit(patient->id, 0));
    QVERIFY(online);
    QVERIFY(holds(2));

    leaveServer();
    // Found by name and shown with his visit, from the cache.
    FindPatients search;
    search.text = QStringLiteral("siti uji");
    const auto found = ask(search);
    QVERIFY2(found, qPrintable(found ? QString() : errorName(found.error().code)));
    QCOMPARE(found->hits.size(), 1);
    QTRY_VERIFY(m_desk->status().fromCache);
    QVERIFY(!m_desk->status().cacheAsOf.isNull());
    const auto before = ask(today());
    QVERIFY(before);
    QCOMPARE(before->lines.size(), 1);
    QCOMPARE(before->lines[0].ticket.number.value_or(0), online->ticket.number.value_or(-1));

    // Another visit and another patient: kept, and shown at once as not yet numbered.
    const auto alone = submit(visit(patient->id, 1));
    QCOMPARE(alone.error().code, ErrorCode::TimedOut);
    newcomer.patient = test::testPatient(++m_patients);
    newcomer.patient.name = QStringLiteral("Budi Luring");
    QCOMPARE(submit(newcomer).error().code, ErrorCode::TimedOut);
    QCOMPARE(m_desk->status().waiting, 2);
    const auto during = ask(today());
    QVERIFY(during);
    QCOMPARE(during->lines.size(), 2);
    search.text = QStringLiteral("budi luring");
    const auto provisional = ask(search);
    QVERIFY(provisional);
    QCOMPARE(provisional->hits.size(), 1);

    QSignalSpy ended(m_desk.get(), &Backend::commandEnded);
    bringServerBack();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20'000);
    for (const auto& one : ended) QVERIFY(!one.first().value<CommandOutcome>().error);
    const auto after = ask(today());
    QVERIFY(after);
    QCOMPARE(after->lines.size(), 2);
    for (const VisitLine& line : after->lines) QVERIFY(line.ticket.number.has_value());
    QVERIFY(!m_desk->status().fromCache);
    QCOMPARE(m_desk->status().waiting, 0);
}

void OfflineTest::aDeskThatHoldsNothingSaysSo() {
    QVERIFY(holds(0));
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = submit(newcomer);
    QVERIFY(patient);
    QVERIFY(holds(0));
    leaveServer();
    // He is in none of its units: not held is not "does not exist".
    const auto file = ask(GetPatient{patient->id});
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::NotHeldHere);
}

void OfflineTest::whoSawWhomReachesTheAudit() {
    changeUnits(true, {0});
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = submit(newcomer);
    QVERIFY(patient);
    QVERIFY(submit(visit(patient->id, 0)));
    QVERIFY(holds(1));
    leaveServer();
    QVERIFY(ask(GetPatient{patient->id}));
    bringServerBack();
    m_desk->logOut();
    openDesk();
    const auto noted = [&] {
        DatabaseConfig config;
        config.path = m_server->folder() + QStringLiteral("/hospital.db");
        config.readOnly = true;
        int rows = 0;
        const auto db = Database::open(config);
        if (db)
            (*db)->query(QStringLiteral("SELECT count(*) FROM audit WHERE note = 'read' AND patient = ? AND "
                                        "request = 'get_patient'"),
                         {patient->id.uuid().toBytes()},
                         [&](const Row& row) { rows = row.value(0).toInt(); });
        return rows;
    };
    QTRY_COMPARE_WITH_TIMEOUT(noted(), 1, 20'000);
}

void OfflineTest::aSpoiledCacheIsMadeAnew() {
    changeUnits(true, {0});
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = submit(newcomer);
    QVERIFY(patient);
    QVERIFY(submit(visit(patient->id, 0)));
    QVERIFY(holds(1));
    m_desk.reset();
    QDirIterator files(m_folder->path(), {QStringLiteral("cache.db")}, QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile cache(files.next());
    QVERIFY(cache.open(QIODevice::ReadWrite));
    QCOMPARE(cache.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    cache.write(QByteArray(static_cast<qsizetype>(cache.size()), 'x'));
    cache.close();
    openDesk();
    QVERIFY(holds(1));
    leaveServer();
    const auto list = ask(today());
    QVERIFY(list);
    QCOMPARE(list->lines.size(), 1);
}

void OfflineTest::lostUnitsAreErased() {
    changeUnits(true, {0, 1});
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = submit(newcomer);
    QVERIFY(patient);
    QVERIFY(submit(visit(patient->id, 0)));
    QVERIFY(holds(2));
    changeUnits(false, {0});
    // Changed beside the server, as by the command line: it looks again with the next news for the device.
    QVERIFY(submit(visit(patient->id, 2)));
    QVERIFY(holds(1));
    leaveServer();
    const auto list = ask(today());
    QVERIFY(list);
    QCOMPARE(list->lines.size(), 0);
    QCOMPARE(ask(GetPatient{patient->id}).error().code, ErrorCode::NotHeldHere);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineTest)
#include "offline_test.moc"
