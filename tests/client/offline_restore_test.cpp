// SPDX-License-Identifier: GPL-3.0-or-later
// The server loses what was done since its last backup: the computers that did it bring it back, through the
// real Backend and a real server that counts as safe only what a backup has.
#include <QBuffer>

#include "common/core/restored_numbers.h"
#include "common/hospital/hospital.h"
#include "common/registration/requests.h"
#include "common/store/backup.h"
#include "tests/client/offline_desk.h"

namespace simrs {

using test::OfflineDesk;

class OfflineRestoreTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void comesBackToWhoIsLoggedIn();
    void comesBackWithNobodyLoggedIn();
    void isForgottenOnceABackupHasIt();

  private:
    QString database() const { return m_desk->server().folder() + QStringLiteral("/hospital.db"); }
    DatabaseConfig file(bool readOnly) const {
        DatabaseConfig config;
        config.path = database();
        config.readOnly = readOnly;
        return config;
    }
    bool backUp();
    bool restore();
    bool registerVisit(int clinic);

    SystemClock m_clock;
    SystemRandom m_random;
    QByteArray m_backup;
    std::unique_ptr<OfflineDesk> m_desk;
    PatientId m_patient;
};

/// One visit is in the backup, another is not: both were answered.
void OfflineRestoreTest::init() {
    m_desk = std::make_unique<OfflineDesk>();
    m_desk->server().stop();
    m_desk->server().setDurable(Durable::Backup);
    m_desk->server().start();
    VisitId visit;
    QVERIFY(m_desk->seat(m_patient, visit));
    QVERIFY(m_desk->leaveServer());
    QVERIFY(backUp());
    QVERIFY(m_desk->bringServerBack());
    QVERIFY(registerVisit(1));
}

bool OfflineRestoreTest::registerVisit(int clinic) {
    return m_desk->submit(m_desk->visit(m_patient, clinic)).has_value() && m_desk->settles();
}

/// With the server away, as an embedded database has one writer.
bool OfflineRestoreTest::backUp() {
    QBuffer out(&m_backup);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate)) return false;
    const auto db = Database::open(file(true));
    if (!db) return false;
    BackupHead about;
    about.takenAt = m_clock.now();
    const auto head = writeBackup(**db, hospitalEntities(), about, out, {});
    return head && m_desk->server().store()->setDurableMark({head->epoch, head->seq});
}

bool OfflineRestoreTest::restore() {
    for (const char* tail : {"", "-wal", "-shm"}) QFile::remove(database() + QLatin1String(tail));
    QBuffer in(&m_backup);
    const auto db = Database::open(file(false));
    if (!db || !in.open(QIODevice::ReadOnly)) return false;
    RestoreOrder order;
    order.context.writeId = Uuid::make(m_clock, m_random);
    order.context.request = QStringLiteral("restore");
    order.context.at = m_clock.now();
    order.epoch = Uuid::make(m_clock, m_random);
    order.afterLoad = [&](WishTx& tx, BulkLoader& loader, const QHash<QString, qint64>& counters) -> Status {
        const RestoreTimes times{m_clock.now(), m_clock.now(), QStringLiteral("Asia/Jakarta"), 0};
        skipGivenNumbers(tx, loader, counters, {QStringLiteral("A"), QStringLiteral("B")}, times);
        return {};
    };
    return restoreBackup(**db, hospitalEntities(), in, order, {}).has_value();
}

void OfflineRestoreTest::comesBackToWhoIsLoggedIn() {
    QVERIFY(m_desk->leaveServer());
    QVERIFY(restore());
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 1);
    QVERIFY(m_desk->bringServerBack());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->rows(Where<Visit>()).size(), 2, 20'000);
    QVERIFY(m_desk->settles());
    QVERIFY(m_desk->holds(2));
    const auto file = m_desk->ask(GetPatient{m_patient});
    QVERIFY(file);
    QCOMPARE(file->visits.size(), 2);
    QVERIFY(m_desk->backend().pending().isEmpty());
}

void OfflineRestoreTest::comesBackWithNobodyLoggedIn() {
    m_desk->close();
    m_desk->server().stop();
    QVERIFY(restore());
    m_desk->server().start();
    m_desk->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->rows(Where<Visit>()).size(), 2, 20'000);
    QVERIFY(m_desk->logIn());
    QVERIFY(m_desk->holds(2));
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 2);
    QVERIFY(m_desk->backend().pending().isEmpty());
}

/// What the backup of the evening has is not sent again after it was restored.
void OfflineRestoreTest::isForgottenOnceABackupHasIt() {
    QVERIFY(m_desk->leaveServer());
    QVERIFY(backUp());
    QVERIFY(m_desk->bringServerBack());
    QVERIFY(registerVisit(2));
    QVERIFY(m_desk->leaveServer());
    QVERIFY(restore());
    QVERIFY(m_desk->bringServerBack());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->rows(Where<Visit>()).size(), 3, 20'000);
    QVERIFY(m_desk->holds(2));
    QCOMPARE(m_desk->rows(Where<Visit>()).size(), 3);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::OfflineRestoreTest)
#include "offline_restore_test.moc"
