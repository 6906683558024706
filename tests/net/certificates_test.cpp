// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's authority: made once, kept for ever, private; the server's certificate renewed in time. Qt's
// own reading of the certificates is the oracle.
#include "server/net/certificates.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include "common/base/random.h"

using namespace simrs;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

class StillClock final : public Clock {
  public:
    std::int64_t nowMs() const override { return ms; }
    std::int64_t monotonicMs() const override { return ms; }
    std::int64_t ms = 1'800'000'000'000;
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

}  // namespace

class CertificatesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void firstStart();
    void filesArePrivate();
    void persists();
    void renewsBeforeExpiry();
    void renewsForANewName();
    void brokenAuthorityIsNeverReplaced();
    void brokenServerFileIsReplaced();
    void foreignServerCertificateIsReplaced();
    void expiredAuthorityIsAnError();
    void badNames_data();
    void badNames();
    void unwritableFolder();

  private:
    QString folder() const { return m_dir->filePath(QStringLiteral("tls")); }
    QString file(const char* name) const { return folder() + QLatin1Char('/') + QLatin1String(name); }
    Result<Certificates> open(const QStringList& names = {}) {
        return Certificates::open(folder(), names, m_clock, m_random);
    }
    QList<QSslCertificate> served() const { return QSslCertificate::fromPath(file("server.pem")); }

    std::unique_ptr<QTemporaryDir> m_dir;
    StillClock m_clock;
    SystemRandom m_random;
};

void CertificatesTest::firstStart() {
    const auto made =
        open({QStringLiteral("Rs.Kota.go.id"), QStringLiteral("10.1.2.3"), QStringLiteral("fd00::7")});
    QVERIFY(made.has_value());
    QVERIFY(made->madeAuthority() && made->madeServer());

    const QSslCertificate ca(made->authorityPem());
    const QByteArray spki = ca.publicKey().toDer();
    const QByteArray hash = QCryptographicHash::hash(spki, QCryptographicHash::Sha256);
    QCOMPARE(made->fingerprint(), QString::fromLatin1(hash.toHex(':')).toUpper());
    QCOMPARE(made->fingerprint().size(), qsizetype(95));
    QCOMPARE(ca.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(ca.publicKey().length(), 256);
    QCOMPARE(ca.expiryDate().toMSecsSinceEpoch(), m_clock.ms + 3653 * kDayMs);

    QCOMPARE(served().size(), 2);
    const QSslCertificate leaf = served().at(0);
    QCOMPARE(served().at(1), ca);
    QCOMPARE(leaf.expiryDate().toMSecsSinceEpoch(), m_clock.ms + 365 * kDayMs);
    const auto names = leaf.subjectAlternativeNames();
    QStringList dns = names.values(QSsl::DnsEntry);
    dns.sort();
    QCOMPARE(dns, QStringList({QStringLiteral("localhost"), QStringLiteral("rs.kota.go.id"),
                               QStringLiteral("simrs-server")}));
    QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 3);
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("127.0.0.1")));
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("10.1.2.3")));
    QVERIFY(leaf.serialNumber() != ca.serialNumber());
}

void CertificatesTest::filesArePrivate() {
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(open().has_value());
    QCOMPARE(QDir(folder()).entryList(QDir::Files),
             QStringList({QStringLiteral("ca.pem"), QStringLiteral("server.pem")}));
    for (const char* name : {"ca.pem", "server.pem"}) {
        QVERIFY(!(QFile::permissions(file(name)) & others));
        QVERIFY(QFile::setPermissions(file(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    }
    QVERIFY(!(QFile::permissions(folder()) & others));
    // A careless copy is closed again at the next start.
    QVERIFY(open().has_value());
    for (const char* name : {"ca.pem", "server.pem"}) QVERIFY(!(QFile::permissions(file(name)) & others));
}

void CertificatesTest::persists() {
    const auto first = open();
    const QByteArray ca = contentOf(file("ca.pem"));
    const QByteArray server = contentOf(file("server.pem"));
    const auto second = open();
    QCOMPARE(second->fingerprint(), first->fingerprint());
    QVERIFY(!second->madeAuthority() && !second->madeServer());
    QCOMPARE(contentOf(file("ca.pem")), ca);
    QCOMPARE(contentOf(file("server.pem")), server);
}

void CertificatesTest::renewsBeforeExpiry() {
    const QString fingerprint = open()->fingerprint();
    const QByteArray server = contentOf(file("server.pem"));
    m_clock.ms += 334 * kDayMs;
    QVERIFY(!open()->madeServer());
    m_clock.ms += 2 * kDayMs;
    const auto renewed = open();
    QVERIFY(renewed->madeServer() && !renewed->madeAuthority());
    QCOMPARE(renewed->fingerprint(), fingerprint);
    QVERIFY(contentOf(file("server.pem")) != server);
    QCOMPARE(renewed->serverExpires().ms, m_clock.ms + 365 * kDayMs);
    // A server's certificate never outlives its authority.
    m_clock.ms += 3000 * kDayMs;
    const auto late = open();
    QCOMPARE(QSslCertificate(late->authorityPem()).expiryDate(), served().at(0).expiryDate());
}

void CertificatesTest::renewsForANewName() {
    QVERIFY(open().has_value());
    QVERIFY(open({QStringLiteral("simrs.local")})->madeServer());
    QVERIFY(!open({QStringLiteral("SIMRS.local")})->madeServer());
    // A name that is no longer asked for may stay.
    QVERIFY(!open()->madeServer());
}

void CertificatesTest::brokenAuthorityIsNeverReplaced() {
    QVERIFY(open().has_value());
    const QByteArray good = contentOf(file("ca.pem"));
    const qsizetype certificateAt = good.indexOf("-----BEGIN CERTIFICATE");
    for (const QByteArray& broken : {QByteArray(), QByteArray("rubbish"), good.left(100),
                                     good.left(certificateAt), good.mid(certificateAt)}) {
        overwrite(file("ca.pem"), broken);
        QCOMPARE(open().error().code, ErrorCode::FileUnreadable);
        QCOMPARE(contentOf(file("ca.pem")), broken);
    }
}

void CertificatesTest::brokenServerFileIsReplaced() {
    const QString fingerprint = open()->fingerprint();
    overwrite(file("server.pem"), "rubbish");
    const auto again = open();
    QVERIFY(again->madeServer());
    QCOMPARE(again->fingerprint(), fingerprint);
    QCOMPARE(served().size(), 2);
}

void CertificatesTest::foreignServerCertificateIsReplaced() {
    QTemporaryDir other;
    QVERIFY(Certificates::open(other.path(), {}, m_clock, m_random).has_value());
    QVERIFY(open().has_value());
    overwrite(file("server.pem"), contentOf(other.filePath(QStringLiteral("server.pem"))));
    QVERIFY(open()->madeServer());
}

void CertificatesTest::expiredAuthorityIsAnError() {
    QVERIFY(open().has_value());
    m_clock.ms += 3654 * kDayMs;
    QCOMPARE(open().error().code, ErrorCode::ConfigInvalid);
}

void CertificatesTest::badNames_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("second entry") << QStringLiteral("a,DNS:evil");
    QTest::newRow("space") << QStringLiteral("a b");
    QTest::newRow("section") << QStringLiteral("@x");
    QTest::newRow("dash first") << QStringLiteral("-a");
    QTest::newRow("letters") << QStringLiteral("rumah·sakit");
    QTest::newRow("long") << QString(254, QLatin1Char('a'));
}

void CertificatesTest::badNames() {
    QFETCH(QString, name);
    QCOMPARE(open({name}).error().code, ErrorCode::ConfigInvalid);
    QVERIFY(!QFile::exists(file("ca.pem")));
}

void CertificatesTest::unwritableFolder() {
    overwrite(folder(), "a file stands where the folder should be");
    const auto made = open();
    QVERIFY(!made && made.error().code == ErrorCode::StorageFailed);
}

QTEST_APPLESS_MAIN(CertificatesTest)
#include "certificates_test.moc"
