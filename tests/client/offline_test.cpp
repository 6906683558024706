// SPDX-License-Identifier: GPL-3.0-or-later
// A desk whose server goes away: it goes on from what its computer holds, and when the server is back both
// agree.
#include <QDirIterator>
#include <QSignalSpy>

#include "common/registration/requests.h"
#include "common/store/database.h"
#include "tests/client/offline_desk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void cleanup();
    void theDayGoesOnWithoutTheServer();
    void aDeskThatHoldsNothingSaysSo();
    void whoSawWhomReachesTheAudit();
    void whoSawAFullDayIsInTheAuditToo();
    void aSpoiledCacheIsMadeAnew();
    void lostUnitsAreErased();

  private:
    ListVisits today() const;
    QList<Uuid> patientsSeen(const QString& request) const;
    ConnectionStatus status() const { return m_desk->backend().status(); }

    std::unique_ptr<OfflineDesk> m_desk;
    int m_patients = 0;
};

void OfflineTest::init() {
    m_desk = std::make_unique<OfflineDesk>();
    QVERIFY(m_desk->open());
}

void OfflineTest::cleanup() { m_desk.reset(); }

ListVisits OfflineTest::today() const {
    ListVisits query;
    query.serviceDate = m_desk->backend().today();
    return query;
}

/// By the server's audit.
QList<Uuid> OfflineTest::patientsSeen(const QString& request) const {
    DatabaseConfig config;
    config.path = m_desk->server().folder() + QStringLiteral("/hospital.db");
    config.readOnly = true;
    QList<Uuid> seen;
    if (const auto db = Database::open(config))
        (*db)->query(QStringLiteral("SELECT changes FROM audit WHERE note = 'read' AND request = ?"),
                     {request}, [&](const Row& row) {
                         const auto note = decode<AuditChanges>(row.value(0).toByteArray());
                         if (!note) return;
                         for (const AuditChange& one : note->list) seen.append(one.row);
                     });
    return seen;
}

void OfflineTest::theDayGoesOnWithoutTheServer() {
    QVERIFY(m_desk->giveKeys({m_desk->unit(0), m_desk->unit(1)}));
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = m_desk->submit(newcomer);
    QVERIFY(patient);
    const auto online = m_desk->submit(m_desk->visit(patient->id, 0));
    QVERIFY(online);
    QVERIFY(m_desk->holds(2));

    QVERIFY(m_desk->leaveServer());
    // Found by name and shown with his visit, from the cache.
    FindPatients search;
    search.text = QStringLiteral("siti uji");
    const auto found = m_desk->ask(search);
    QVERIFY2(found, qPrintable(found ? QString() : errorName(found.error().code)));
    QCOMPARE(found->hits.size(), 1);
    QTRY_VERIFY(status().fromCache);
    QVERIFY(!status().cacheAsOf.isNull());
    const auto before = m_desk->ask(today());
    QVERIFY(before);
    QCOMPARE(before->lines.size(), 1);
    QCOMPARE(before->lines[0].ticket.number.value_or(0), online->ticket.number.value_or(-1));

    // Another visit and another patient: kept, and shown at once as not yet numbered.
    const auto alone = m_desk->submit(m_desk->visit(patient->id, 1));
    QCOMPARE(alone.error().code, ErrorCode::TimedOut);
    newcomer.patient = test::testPatient(++m_patients);
    newcomer.patient.name = QStringLiteral("Budi Luring");
    QCOMPARE(m_desk->submit(newcomer).error().code, ErrorCode::TimedOut);
    QCOMPARE(status().waiting, 2);
    const auto during = m_desk->ask(today());
    QVERIFY(during);
    QCOMPARE(during->lines.size(), 2);
    search.text = QStringLiteral("budi luring");
    const auto provisional = m_desk->ask(search);
    QVERIFY(provisional);
    QCOMPARE(provisional->hits.size(), 1);

    QSignalSpy ended(&m_desk->backend(), &Backend::commandEnded);
    QVERIFY(m_desk->bringServerBack());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20'000);
    for (const auto& one : ended) QVERIFY(!one.first().value<CommandOutcome>().error);
    const auto after = m_desk->ask(today());
    QVERIFY(after);
    QCOMPARE(after->lines.size(), 2);
    for (const VisitLine& line : after->lines) QVERIFY(line.ticket.number.has_value());
    QVERIFY(!status().fromCache);
    QCOMPARE(status().waiting, 0);
}

void OfflineTest::aDeskThatHoldsNothingSaysSo() {
    QVERIFY(m_desk->holds(0));
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = m_desk->submit(newcomer);
    QVERIFY(patient);
    QVERIFY(m_desk->holds(0));
    QVERIFY(m_desk->leaveServer());
    const auto file = m_desk->ask(GetPatient{patient->id});
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::NotConnected);
    QVERIFY(!status().fromCache);
}

void OfflineTest::whoSawWhomReachesTheAudit() {
    QVERIFY(m_desk->giveKeys({m_desk->unit(0)}));
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = m_desk->submit(newcomer);
    QVERIFY(patient);
    QVERIFY(m_desk->submit(m_desk->visit(patient->id, 0)));
    QVERIFY(m_desk->holds(1));
    QVERIFY(m_desk->leaveServer());
    QVERIFY(m_desk->ask(GetPatient{patient->id}));
    QVERIFY(m_desk->bringServerBack());
    m_desk->backend().logOut();
    QVERIFY(m_desk->open());
    QTRY_COMPARE_WITH_TIMEOUT(patientsSeen(QStringLiteral("get_patient")), QList<Uuid>{patient->id.uuid()},
                              20'000);
}

/// A list of the size of a clinic's day.
void OfflineTest::whoSawAFullDayIsInTheAuditToo() {
    constexpr int kDay = 210;
    QVERIFY(m_desk->write([&](WishTx& tx) -> Status {
        for (int i = 0; i < kDay; ++i) {
            const auto slot = static_cast<std::uint32_t>(i);
            Patient patient = test::testPatient(++m_patients);
            patient.id = tx.newId<Patient>(slot);
            patient.mrn = 5000 + i;
            tx.insert(patient);
            Visit visit;
            visit.id = tx.newId<Visit>(slot);
            visit.registrationNumber = 5000 + i;
            visit.patientId = patient.id;
            visit.clinicId = m_desk->server().masters().clinics[0].id;
            visit.serviceDate = m_desk->backend().today();
            tx.insert(visit);
        }
        return {};
    }));
    QVERIFY(m_desk->giveKeys({m_desk->unit(0)}));
    QVERIFY(m_desk->holds(1));
    QVERIFY(m_desk->leaveServer());
    const qsizetype before = patientsSeen(QStringLiteral("list_visits")).size();
    const auto list = m_desk->ask(today());
    QVERIFY(list);
    QCOMPARE(list->lines.size(), kDay);
    QVERIFY(m_desk->bringServerBack());
    m_desk->backend().logOut();
    QVERIFY(m_desk->open());
    QTRY_COMPARE_WITH_TIMEOUT(patientsSeen(QStringLiteral("list_visits")).size() - before, kDay, 20'000);
    QVERIFY(m_desk->backend().pending().isEmpty());
}

void OfflineTest::aSpoiledCacheIsMadeAnew() {
    QVERIFY(m_desk->giveKeys({m_desk->unit(0)}));
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = m_desk->submit(newcomer);
    QVERIFY(patient);
    QVERIFY(m_desk->submit(m_desk->visit(patient->id, 0)));
    QVERIFY(m_desk->holds(1));
    m_desk->close();
    QDirIterator files(m_desk->folder(), {QStringLiteral("cache.db")}, QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile cache(files.next());
    QVERIFY(cache.open(QIODevice::ReadWrite));
    QCOMPARE(cache.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    cache.write(QByteArray(static_cast<qsizetype>(cache.size()), 'x'));
    cache.close();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->holds(1));
    QVERIFY(m_desk->leaveServer());
    const auto list = m_desk->ask(today());
    QVERIFY(list);
    QCOMPARE(list->lines.size(), 1);
}

void OfflineTest::lostUnitsAreErased() {
    QVERIFY(m_desk->giveKeys({m_desk->unit(0), m_desk->unit(1)}));
    RegisterPatient newcomer;
    newcomer.patient = test::testPatient(++m_patients);
    const auto patient = m_desk->submit(newcomer);
    QVERIFY(patient);
    QVERIFY(m_desk->submit(m_desk->visit(patient->id, 0)));
    QVERIFY(m_desk->holds(2));
    QVERIFY(m_desk->takeKeys({m_desk->unit(0)}));
    // Changed beside the server, as by the command line: it looks again with the next news for the device.
    QVERIFY(m_desk->submit(m_desk->visit(patient->id, 2)));
    QVERIFY(m_desk->holds(1));
    QVERIFY(m_desk->leaveServer());
    const auto list = m_desk->ask(today());
    QVERIFY(list);
    QCOMPARE(list->lines.size(), 0);
    QCOMPARE(m_desk->ask(GetPatient{patient->id}).error().code, ErrorCode::NotHeldHere);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineTest)
#include "offline_test.moc"
