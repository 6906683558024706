// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up under a computer of the hospital, through the real Backend and a real server.
#include <QDirIterator>

#include "common/registration/requests.h"
#include "tests/client/offline_desk.h"
#include "tests/support/full_disk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineDiskTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theDiskIsFull();
    void answersComeWhileTheOutboxIsFull();
};

/// "Saved" is said when it is on the disk, and never before; a cache that cannot take the news falls behind
/// and comes after.
void OfflineDiskTest::theDiskIsFull() {
    test::FullDisk disk;
    OfflineDesk desk;
    PatientId patient;
    VisitId visit;
    QVERIFY(desk.seat(patient, visit));
    QVERIFY(desk.leaveServer());
    disk.fill(desk.folder());
    const auto refused = desk.submit(desk.visit(patient, 1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StorageFailed);
    QCOMPARE(desk.backend().status().waiting, 0);
    disk.clear();
    QCOMPARE(desk.submit(desk.visit(patient, 1)).error().code, ErrorCode::TimedOut);
    QCOMPARE(desk.backend().status().waiting, 1);
    // The server's answers find no room.
    disk.fill(desk.folder());
    QVERIFY(desk.bringServerBack());
    QTest::qWait(1500);
    QVERIFY(desk.rows(Where<Visit>()).size() <= 2);
    disk.clear();
    QVERIFY(desk.settles());
    QCOMPARE(desk.rows(Where<Visit>()).size(), 2);
    QVERIFY(desk.holds(2));
    QVERIFY(desk.leaveServer());
    const auto file = desk.ask(GetPatient{patient});
    QVERIFY(file);
    QCOMPARE(file->visits.size(), 2);
}

/// The cache takes the rows and the result, the outbox cannot: it takes them over later.
void OfflineDiskTest::answersComeWhileTheOutboxIsFull() {
    test::FullDisk disk;
    OfflineDesk desk;
    PatientId patient;
    VisitId visit;
    QVERIFY(desk.seat(patient, visit));
    QVERIFY(desk.leaveServer());
    QCOMPARE(desk.submit(desk.visit(patient, 1)).error().code, ErrorCode::TimedOut);
    QVERIFY(desk.bringServerBack());
    QDirIterator files(desk.folder(), {QStringLiteral("outbox.db")}, QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    disk.fill(files.next());
    QTRY_COMPARE_WITH_TIMEOUT(desk.rows(Where<Visit>()).size(), 2, 20'000);
    QTest::qWait(1000);
    disk.clear();
    QVERIFY(desk.settles());
    QCOMPARE(desk.rows(Where<Visit>()).size(), 2);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineDiskTest)
#include "offline_disk_test.moc"
