// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions over the store.
#include "server/exec/login.h"

#include <QCryptographicHash>

#include "common/access/accounts.h"
#include "common/access/device_key.h"
#include "common/access/device_registry.h"
#include "common/access/password.h"
#include "common/base/text.h"
#include "common/core/restored_numbers.h"
#include "common/registration/masters.h"

namespace simrs {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr int kTokenBytes = 32;

QByteArray hashed(const QByteArray& token) {
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QString zoneOf(Reader& reader) {
    const auto hospital = reader.get<Hospital>(hospitalId());
    return hospital ? hospital->zone : Hospital().zone;
}

SessionGrant grantOf(Reader& reader, const User& user, const Device& device, const SessionId& session,
                     Instant now) {
    SessionGrant grant;
    grant.session = session;
    grant.user = user.id;
    grant.userName = user.name;
    grant.login = user.login;
    grant.roles = rolesHeld(reader, user.id);
    grant.permissions = PermissionSet(grant.roles).bits();
    grant.mustChangePassword = user.mustChangePassword;
    grant.lastSeq = device.lastSeq;
    grant.serverTime = now;
    grant.zone = zoneOf(reader);
    return grant;
}

Status registerDevice(WishTx& tx, Device& device, const LogIn& request, const UserId& user, Instant now) {
    if (const auto known = tx.get<Device>(device.id)) {
        if (known->publicKey != request.devicePublicKey) return fail(ErrorCode::DeviceUnknown);
        device = *known;
        return mayWork(known->state);
    }
    // It may have sent commands before the restore; on the first start of a device any number is the first.
    if (wasRestored(tx)) device.lastSeq = kAnySeq;
    device.publicKey = request.devicePublicKey;
    device.name = cleanLine(request.deviceName).left(80);
    device.registeredAt = now;
    device.registeredBy = user;
    tx.insert(device);
    return {};
}

}  // namespace

Result<Credentials> readCredentials(Store& store, const QString& login) {
    Credentials found{{}, nobodysHash(), false};
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto users = reader.list(Where<User>().eq<&User::login>(login.toLower()).limit(1));
        if (users && !users->isEmpty())
            found = {users->first().id, users->first().passwordHash, users->first().active};
        return {};
    }));
    return found;
}

Result<Principal> openSession(Store& store, const UserId& user, const DeviceId& device, const LogIn& request,
                              const Clock& clock, Random& random) {
    Principal principal;
    const QByteArray token = random.bytes(kTokenBytes);
    const Instant now = clock.now();
    WriteContext context;
    context.writeId = Uuid::make(clock, random);
    context.request = QStringLiteral("log_in");
    context.actor = user.uuid();
    context.device = device.uuid();
    context.at = now;
    context.isCommand = false;
    const auto written = store.write(context, [&](WishTx& tx) -> Status {
        const auto person = tx.get<User>(user);
        if (!person || !person->active) return fail(ErrorCode::UserDisabled);
        Device row;
        row.id = device;
        SIMRS_TRY(registerDevice(tx, row, request, user, now));
        Session session;
        session.id = tx.newId<Session>();
        session.userId = user;
        session.deviceId = device;
        session.tokenHash = hashed(token);
        session.startedAt = now;
        session.expiresAt = Instant(now.ms + limits::kSessionHours * kHourMs);
        tx.insert(session);
        principal.grant = grantOf(tx, *person, row, session.id, now);
        principal.expires = session.expiresAt;
        return {};
    });
    if (!written) return tl::unexpected<Error>(written.error());
    principal.grant.token = token;
    principal.device = device;
    SIMRS_ASSIGN(const FeedState feed, store.feedState());
    principal.grant.feedEpoch = feed.head.epoch;
    principal.grant.feedSeq = feed.head.seq;
    return principal;
}

Result<Principal> resumeSession(Store& store, const DeviceId& device, const Resume& request,
                                const QByteArray& challenge, const Clock& clock) {
    Principal principal;
    principal.device = device;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto sessions =
            reader.list(Where<Session>().eq<&Session::tokenHash>(hashed(request.token)).limit(1));
        if (!sessions || sessions->isEmpty()) return fail(ErrorCode::SessionExpired);
        const Session& session = sessions->first();
        if (session.deviceId != device || !session.endedAt.isNull() || session.expiresAt < clock.now())
            return fail(ErrorCode::SessionExpired);
        const auto held = reader.get<Device>(device);
        if (!held || !deviceSignatureHolds(held->publicKey, challenge, request.signature))
            return fail(ErrorCode::DeviceUnknown);
        if (Status may = mayWork(held->state); !may) return may;
        const auto user = reader.get<User>(session.userId);
        if (!user || !user->active) return fail(ErrorCode::UserDisabled);
        principal.grant = grantOf(reader, *user, *held, session.id, clock.now());
        principal.expires = session.expiresAt;
        return {};
    }));
    SIMRS_ASSIGN(const FeedState feed, store.feedState());
    principal.grant.feedEpoch = feed.head.epoch;
    principal.grant.feedSeq = feed.head.seq;
    return principal;
}

Result<HandInAdmission> admitHandIn(Store& store, const DeviceId& device, const HandIn& request,
                                    const QByteArray& challenge, const Clock& clock) {
    HandInAdmission admitted;
    const Instant now = clock.now();
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto held = reader.get<Device>(device);
        if (!held || !deviceSignatureHolds(held->publicKey, challenge, request.signature))
            return fail(ErrorCode::DeviceUnknown);
        admitted.grant = {held->state, held->lastSeq, zoneOf(reader), now, {}};
        return {};
    }));
    SIMRS_ASSIGN(const FeedState feed, store.feedState());
    admitted.grant.feedEpoch = feed.head.epoch;
    admitted.principal.device = device;
    admitted.principal.grant.zone = admitted.grant.zone;
    admitted.principal.expires = Instant(now.ms + limits::kSessionHours * kHourMs);
    return admitted;
}

Result<PermissionSet> sessionPermissions(Store& store, const SessionId& session, Instant now) {
    PermissionSet set;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto row = reader.get<Session>(session);
        if (!row || !row->endedAt.isNull() || row->expiresAt < now) return fail(ErrorCode::SessionExpired);
        const auto state = deviceState(reader, row->deviceId);
        if (!state || !mayWork(*state)) return fail(ErrorCode::SessionExpired);
        const auto person = reader.get<User>(row->userId);
        if (!person || !person->active) return fail(ErrorCode::SessionExpired);
        set = PermissionSet(rolesHeld(reader, row->userId));
        return {};
    }));
    return set;
}

Result<PermissionSet> authorPermissions(Store& store, const UserId& author, const DeviceId& device) {
    PermissionSet set;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        const auto sessions = reader.list(
            Where<Session>().eq<&Session::userId>(author).eq<&Session::deviceId>(device).limit(1));
        const auto person = reader.get<User>(author);
        // A backup does not know who has logged in since. What they did is judged by their rights all the
        // same.
        const bool known = (sessions && !sessions->isEmpty()) || (person && wasRestored(reader));
        if (!known) return fail(ErrorCode::ActorNotOnDevice);
        if (person && person->active) set = PermissionSet(rolesHeld(reader, author));
        return {};
    }));
    return set;
}

}  // namespace simrs
