// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's own certificate authority and the server's certificate: made on the first start, kept in a
// folder, renewed before they expire. Clients pin the authority's key, so that the server's certificate may
// change.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>

#include "common/base/clock.h"
#include "common/base/result.h"

struct ssl_ctx_st;

namespace simrs {

class Random;

/// Both as loaded, immutable, cheap to copy. Files (0600): `ca.pem` (key and certificate) and `server.pem`
/// (key, certificate, the authority's certificate).
class Certificates {
  public:
    /// Loads what the folder holds and makes what is missing. The server's certificate is made anew when less
    /// than 30 days are left, when a name is missing from it, or when it is not the authority's. A `ca.pem`
    /// that cannot be read is an error, never replaced: every client has pinned it. `names` are DNS names or
    /// IP addresses beside simrs-server, localhost and 127.0.0.1. Errors: StorageFailed, FileUnreadable,
    /// ConfigInvalid (a name).
    static Result<Certificates> open(const QString& folder, const QStringList& names, const Clock& clock,
                                     Random& random);

    /// SHA-256 of the authority's SubjectPublicKeyInfo: 32 upper-case hex pairs with colons between. What
    /// clients pin and people compare.
    QString fingerprint() const;
    /// The authority's certificate, public.
    QByteArray authorityPem() const;
    Instant serverExpires() const;
    /// True when this call made the authority: the first start, whose fingerprint must be shown.
    bool madeAuthority() const;
    bool madeServer() const;

    /// Gives key, certificate and chain to a TLS context. Errors: ConfigInvalid.
    Status install(ssl_ctx_st* context) const;

  private:
    struct Impl;
    explicit Certificates(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> m_impl;
};

}  // namespace simrs
