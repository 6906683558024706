// SPDX-License-Identifier: GPL-3.0-or-later
// What stays on the computer: for its owner only, one program at a time, a device bound to its outbox.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/client/pinning.h"
#include "app/client/profile.h"

namespace simrs {

class ProfileTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void keepsTheServerForItsOwner();
    void letsOneProgramIn();
    void refusesAnUnreadableFile();
    void keepsTheDevice();
    void makesANewDeviceForANewOutbox();
    void keepsTheDeviceOfADamagedOutbox();
    void refusesAStrangeOutbox();
    void putsAnOldDeviceAside();
    void keepsACopyUntilItsTimeIsOver();
    void readsPins();

  private:
    Result<std::unique_ptr<Seat>> seat() {
        return Seat::open(m_folder->filePath(QStringLiteral("s")), m_clock, m_random);
    }
    QString file(const char* name) { return m_folder->filePath(QString::fromLatin1(name)); }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void ProfileTest::keepsTheServerForItsOwner() {
    const QString pin = normalPin(QString(64, QLatin1Char('a')));
    {
        const auto profile = Profile::open(file("p"));
        QVERIFY(profile);
        QVERIFY((*profile)->keepServer({QStringLiteral("rs.local"), 7311, pin}));
        QVERIFY((*profile)->seatFolder(pin) !=
                (*profile)->seatFolder(normalPin(QString(64, QLatin1Char('b')))));
    }
    const auto again = Profile::open(file("p"));
    QVERIFY(again);
    QCOMPARE((*again)->server(), (PinnedServer{QStringLiteral("rs.local"), 7311, pin}));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file("p")) & others));
    QVERIFY(!(QFile::permissions(file("p/server.json")) & others));
}

void ProfileTest::letsOneProgramIn() {
    const auto first = Profile::open(file("p"));
    QVERIFY(first);
    const auto second = Profile::open(file("p"));
    QVERIFY(!second);
    QCOMPARE(second.error(), (Error{ErrorCode::StorageFailed, {QStringLiteral("locked")}, {}}));
}

void ProfileTest::refusesAnUnreadableFile() {
    QVERIFY(Profile::open(file("p")));
    QFile broken(file("p/server.json"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"host\": ");
    broken.close();
    QCOMPARE(Profile::open(file("p")).error().code, ErrorCode::FileUnreadable);
}

void ProfileTest::keepsTheDevice() {
    DeviceId device;
    DeviceKey key;
    {
        const auto made = seat();
        QVERIFY(made);
        device = (*made)->device();
        key = (*made)->key();
        QVERIFY((*made)->keepAuthority("pem"));
    }
    const auto again = seat();
    QVERIFY(again);
    QCOMPARE((*again)->device(), device);
    QCOMPARE((*again)->authorityPem(), QByteArray("pem"));
    const auto signature = signWithDeviceKey((*again)->key().privatePem, "challenge");
    QVERIFY(signature && deviceSignatureHolds(key.publicDer, "challenge", *signature));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file("s/device.json")) & others));
}

void ProfileTest::makesANewDeviceForANewOutbox() {
    DeviceId device;
    {
        const auto made = seat();
        QVERIFY(made);
        device = (*made)->device();
    }
    for (const char* name : {"s/outbox.db", "s/outbox.db-wal", "s/outbox.db-shm"}) QFile::remove(file(name));
    const auto again = seat();
    QVERIFY(again);
    QVERIFY((*again)->device() != device);
}

void ProfileTest::keepsTheDeviceOfADamagedOutbox() {
    DeviceId device;
    {
        const auto first = seat();
        QVERIFY(first);
        device = (*first)->device();
    }
    QFile outbox(file("s/outbox.db"));
    QVERIFY(outbox.open(QIODevice::ReadWrite));
    QVERIFY(outbox.write("no database at all") > 0);
    outbox.close();
    const auto again = seat();
    QVERIFY(again);
    QCOMPARE((*again)->device(), device);
    QCOMPARE((*again)->outbox().device(), device);
    QVERIFY((*again)->outbox().damage());
}

void ProfileTest::refusesAStrangeOutbox() {
    QVERIFY(seat());
    QVERIFY(QFile::remove(file("s/device.json")));
    const auto strange = seat();
    QVERIFY(!strange);
    QCOMPARE(strange.error().code, ErrorCode::OutOfOrder);
}

void ProfileTest::putsAnOldDeviceAside() {
    auto made = seat();
    QVERIFY(made);
    const DeviceId device = (*made)->device();
    QVERIFY((*made)->putAside());
    made->reset();
    QVERIFY(QFile::exists(file("s/old-") + device.toString() + QStringLiteral("/outbox.db")));
    QVERIFY(QFile::exists(file("s/old-") + device.toString() + QStringLiteral("/device.json")));
    const auto again = seat();
    QVERIFY(again);
    QVERIFY((*again)->device() != device);
}

/// 30 days after the server's last word, by whichever clock is ahead. Never the outbox.
void ProfileTest::keepsACopyUntilItsTimeIsOver() {
    constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
    const Instant now = m_clock.now();
    const auto marked = [&](std::int64_t agoMs) {
        {
            const auto before = seat();
            if (!before || !(*before)->renewLease(Instant(now.ms - agoMs))) return false;
            if (!(*before)->keepCurrentAt(Instant(now.ms - agoMs))) return false;
        }
        QFile mark(file("s/cache.db-marked"));
        return mark.open(QIODevice::WriteOnly) && mark.write("x") == 1;
    };
    QVERIFY(marked(29 * kDayMs));
    {
        const auto kept = seat();
        QVERIFY(kept);
        QVERIFY(!(*kept)->leaseIsOver(m_clock));
        QCOMPARE((*kept)->currentAt(), Instant(now.ms - 29 * kDayMs));
    }
    QVERIFY(QFile::exists(file("s/cache.db-marked")));
    // The time moves on and nobody comes.
    class Later final : public Clock {
      public:
        std::int64_t nowMs() const override { return SystemClock().nowMs() + 2 * kDayMs; }
        std::int64_t monotonicMs() const override { return 0; }
    } later;
    const auto over = Seat::open(file("s"), later, m_random);
    QVERIFY(over);
    QVERIFY(!QFile::exists(file("s/cache.db-marked")));
    QVERIFY((*over)->outbox().unsettled().isEmpty());
    QCOMPARE((*over)->currentAt(), Instant());
}

void ProfileTest::readsPins() {
    const QString pin = QStringList(32, QStringLiteral("0F")).join(QLatin1Char(':'));
    QCOMPARE(normalPin(pin), pin);
    QCOMPARE(normalPin(QString(pin).remove(QLatin1Char(':')).toLower()), pin);
    QCOMPARE(normalPin(pin.chopped(1)), QString());
    QCOMPARE(normalPin(QStringLiteral("fingerprint")), QString());
    QCOMPARE(keyFingerprint("no certificate"), QString());
    QVERIFY(!isSignedBy("no", "certificate"));
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::ProfileTest)
#include "profile_test.moc"
