// SPDX-License-Identifier: GPL-3.0-or-later
// Log-in and resume: who may have a session, on which device, with which rights.
#pragma once

#include "common/core/session_calls.h"
#include "common/store/store.h"

namespace simrs {

/// A session as the server's network layer holds it.
struct Principal {
    SessionGrant grant;  ///< Without a user where the device only hands in.
    DeviceId device;
    Instant expires;
};

/// What the password check needs; the same shape for an unknown user, so that both cost the same.
struct Credentials {
    UserId user;
    QString hash;
    bool active = false;
};
Result<Credentials> readCredentials(Store& store, const QString& login);

/// After the password was right: registers the device at its first log-in, opens the session. Errors:
/// DeviceUnknown, DeviceFrozen, DeviceWiped, UserDisabled.
Result<Principal> openSession(Store& store, const UserId& user, const DeviceId& device, const LogIn& request,
                              const Clock& clock, Random& random);
/// Errors: SessionExpired, DeviceUnknown, DeviceFrozen, DeviceWiped, UserDisabled.
Result<Principal> resumeSession(Store& store, const DeviceId& device, const Resume& request,
                                const QByteArray& challenge, const Clock& clock);

/// A device that hands in, with its state. Error: DeviceUnknown.
struct HandInAdmission {
    Principal principal;
    HandInGrant grant;
};
Result<HandInAdmission> admitHandIn(Store& store, const DeviceId& device, const HandIn& request,
                                    const QByteArray& challenge, const Clock& clock);

/// The rights a session has now. Error: SessionExpired where it was ended, by a log-out, a new password or a
/// disabled account or a frozen device.
Result<PermissionSet> sessionPermissions(Store& store, const SessionId& session, Instant now);
/// The rights of a command's author, who must have had a session on this device; none when the account is
/// disabled. Error: ActorNotOnDevice; any other says nothing about the author.
Result<PermissionSet> authorPermissions(Store& store, const UserId& author, const DeviceId& device);

}  // namespace simrs
