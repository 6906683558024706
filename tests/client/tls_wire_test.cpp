// SPDX-License-Identifier: GPL-3.0-or-later
// The pinned line against the real listening side: whom it talks to, and that others get not a byte.
#include <QScopeGuard>
#include <QSslConfiguration>
#include <QTest>

#include "app/client/pinning.h"
#include "app/client/tls_wire.h"
#include "tests/net/net_rig.h"

namespace simrs {
namespace {

struct Ear final : WireListener {
    void wireOpened() override { ++opened; }
    void wireFrame(const Frame& frame) override { frames.append(frame); }
    void wireClosed(const Error& why) override { errors.append(why.code); }
    void wireLearnedAuthority(const QByteArray& pem) override { authority = pem; }
    int opened = 0;
    QList<Frame> frames;
    QList<ErrorCode> errors;
    QByteArray authority;
};

}  // namespace

class TlsWireTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void learnsThePinnedAuthorityAndComesBack();
    void trustsWhatItLearned();
    void tellsNothingToAStranger();
    void doesNotTrustAnotherAuthorityUnderAKnownAddress();
    void fetchesTheFingerprintWithoutAFrame();
    void saysWhenNobodyAnswers();
    void seesTheEnd();
    void endsAtAMalformedFrame();

  private:
    static PinnedServer addressOf(const test::NetRig& rig) {
        return {QStringLiteral("127.0.0.1"), rig.port, rig.certificates->fingerprint()};
    }
};

void TlsWireTest::learnsThePinnedAuthorityAndComesBack() {
    const test::NetRig rig;
    Ear ear;
    TlsWire wire(ear);
    wire.open(addressOf(rig), {}, 5'000);
    wire.send(FrameKind::Hello, "too early");  // Not open: dropped.
    QTRY_COMPARE(ear.opened, 1);
    QCOMPARE(ear.authority.trimmed(), rig.certificates->authorityPem().trimmed());
    wire.send(FrameKind::Hello, "hello");
    QTRY_COMPARE(ear.frames.size(), 1);
    QCOMPARE(ear.frames.first(), (Frame{FrameKind::Welcome, "hello"}));
    QCOMPARE(rig.server->counters().framesIn, 1);
}

void TlsWireTest::trustsWhatItLearned() {
    const test::NetRig rig;
    Ear ear;
    TlsWire wire(ear);
    wire.open(addressOf(rig), rig.certificates->authorityPem(), 5'000);
    QTRY_COMPARE(ear.opened, 1);
    QVERIFY(ear.authority.isEmpty());
    QCOMPARE(rig.sessions.load(), 1);
    wire.close();
    QTRY_COMPARE(rig.closed.load(), 1);
    QTest::qWait(50);
    QVERIFY(ear.errors.isEmpty());
}

void TlsWireTest::tellsNothingToAStranger() {
    const test::NetRig rig;
    const test::NetRig other;
    Ear ear;
    TlsWire wire(ear);
    PinnedServer address = addressOf(rig);
    address.pin = other.certificates->fingerprint();
    wire.open(address, {}, 5'000);
    QTRY_COMPARE(ear.errors, QList<ErrorCode>{ErrorCode::PinMismatch});
    QCOMPARE(ear.opened, 0);
    QVERIFY(ear.authority.isEmpty());
    QTRY_COMPARE(rig.server->counters().open, 0);
    QCOMPARE(rig.server->counters().framesIn, 0);
    QCOMPARE(rig.server->counters().bytesIn, 0);
}

void TlsWireTest::doesNotTrustAnotherAuthorityUnderAKnownAddress() {
    const test::NetRig evil;
    const test::NetRig hospital;
    // Qt 6.4 is known to look into its default configuration where it should not.
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration lenient = before;
    lenient.addCaCertificates(QSslCertificate::fromData(evil.certificates->authorityPem(), QSsl::Pem));
    QSslConfiguration::setDefaultConfiguration(lenient);
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
    Ear ear;
    TlsWire wire(ear);
    PinnedServer address = addressOf(evil);
    address.pin = hospital.certificates->fingerprint();
    wire.open(address, hospital.certificates->authorityPem(), 5'000);
    QTRY_COMPARE(ear.errors, QList<ErrorCode>{ErrorCode::PinMismatch});
    QCOMPARE(ear.opened, 0);
    // A pin and an authority that do not belong together: the pin counts.
    wire.open(addressOf(evil), hospital.certificates->authorityPem(), 5'000);
    QTRY_COMPARE(ear.opened, 1);
    QCOMPARE(ear.authority.trimmed(), evil.certificates->authorityPem().trimmed());
}

void TlsWireTest::fetchesTheFingerprintWithoutAFrame() {
    const test::NetRig rig;
    Ear ear;
    TlsWire wire(ear);
    Result<QString> found = fail(ErrorCode::Internal);
    wire.fetchFingerprint(QStringLiteral("127.0.0.1"), rig.port, 5'000,
                          [&](const Result<QString>& answer) { found = answer; });
    QTRY_VERIFY(found.has_value());
    QCOMPARE(*found, rig.certificates->fingerprint());
    QTRY_COMPARE(rig.server->counters().open, 0);
    QCOMPARE(rig.server->counters().bytesIn, 0);
}

void TlsWireTest::saysWhenNobodyAnswers() {
    quint16 port = 0;
    QString pin;
    {
        const test::NetRig gone;
        port = gone.port;
        pin = gone.certificates->fingerprint();
    }
    Ear ear;
    TlsWire wire(ear);
    wire.open({QStringLiteral("127.0.0.1"), port, pin}, {}, 5'000);
    QTRY_COMPARE(ear.errors, QList<ErrorCode>{ErrorCode::NotConnected});
    Result<QString> found = QString();
    wire.fetchFingerprint(QStringLiteral("127.0.0.1"), port, 5'000,
                          [&](const Result<QString>& answer) { found = answer; });
    QTRY_VERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::NotConnected);
}

void TlsWireTest::seesTheEnd() {
    test::NetRig rig;
    Ear ear;
    TlsWire wire(ear);
    wire.open(addressOf(rig), {}, 5'000);
    QTRY_COMPARE(ear.opened, 1);
    rig.server->stop();
    QTRY_COMPARE(ear.errors, QList<ErrorCode>{ErrorCode::NotConnected});
}

void TlsWireTest::endsAtAMalformedFrame() {
    const test::NetRig rig;
    Ear ear;
    TlsWire wire(ear);
    wire.open(addressOf(rig), {}, 5'000);
    QTRY_COMPARE(ear.opened, 1);
    wire.send(FrameKind::Hello, "hello");
    wire.send(FrameKind::Request, "login");
    // Larger than any reply may be: refused by its announced length.
    wire.send(FrameKind::Request, "flood 1 " + QByteArray::number(limits::kFrameReplyBytes + 1));
    QTRY_COMPARE(ear.errors, QList<ErrorCode>{ErrorCode::FrameTooLarge});
    QCOMPARE(ear.frames.size(), 2);
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::TlsWireTest)
#include "tls_wire_test.moc"
