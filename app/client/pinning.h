// SPDX-License-Identifier: GPL-3.0-or-later
// How a server is recognised: by the key of the authority that signed its certificate. On bare OpenSSL,
// because what Qt 6.4 does with trusted certificates is not to be relied on alone (CVE-2023-34410).
#pragma once

#include <QByteArray>
#include <QString>

namespace simrs {

/// SHA-256 of the certificate's SubjectPublicKeyInfo: 32 upper-case hex pairs with colons; empty where the
/// bytes are no certificate.
QString keyFingerprint(const QByteArray& certificateDer);
/// Upper case, colons between the pairs, whatever was typed; empty where it is no fingerprint.
QString normalPin(const QString& typed);
/// Whether the authority's key signed this certificate.
bool isSignedBy(const QByteArray& certificateDer, const QByteArray& authorityDer);

}  // namespace simrs
