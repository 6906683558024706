// SPDX-License-Identifier: GPL-3.0-or-later
// A running server gets itself a new certificate when the old one is not good any more; those who pinned the
// authority notice nothing.
#include <QDir>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include "server/exec/server.h"
#include "tests/net/tls_client.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QByteArray serialAt(quint16 port) {
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForEncrypted(10'000)) return {};
    return socket.peerCertificate().serialNumber();
}

}  // namespace

class CertificateRenewalTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theRunningServerRenews() {
        QTemporaryDir folder;
        ServerConfig config;
        config.dataFolder = folder.path();
        config.database.path = folder.filePath(QStringLiteral("hospital.db"));
        config.certificateCheckMs = 50;
        Server server(config);
        const Result<ServerAddress> address = server.start();
        QVERIFY(address);
        const QByteArray before = serialAt(address->port);
        QVERIFY(!before.isEmpty());
        QTest::qWait(200);
        QCOMPARE(serialAt(address->port), before);  // a good one stays

        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("certificates/server.pem"))));
        QTRY_VERIFY(serialAt(address->port) != before);
        TlsClient pinned;
        TlsOptions options;
        options.port = address->port;
        options.pin = address->fingerprint;
        QVERIFY(pinned.connect(options));
        server.stop(0);
    }
};

QTEST_GUILESS_MAIN(CertificateRenewalTest)
#include "certificate_renewal_test.moc"
