// SPDX-License-Identifier: GPL-3.0-or-later
// The link's answers from what this computer holds: by the same rights as the server's.
#include <algorithm>

#include "app/client/link.h"
#include "common/base/log.h"
#include "common/hospital/hospital.h"

namespace simrs {
namespace {

/// Of the hospital this computer knows a part: what is not in it may well exist.
Error asHeldHere(const Error& error) {
    const bool unknown = error.code == ErrorCode::PatientUnknown || error.code == ErrorCode::VisitUnknown;
    return unknown ? Error{ErrorCode::NotHeldHere, {}, {}} : error;
}

}  // namespace

bool Link::hasCache() const {
    const DeviceCore* core = m_commands.core();
    if (!m_reader || !m_session || !core || m_commands.cacheStatus().filling) return false;
    if (m_currentAt.isNull() || m_seat->leaseIsOver(m_clock)) return false;
    // Without a unit it holds masters and nobody: an empty answer would say more than it knows.
    const QStringList& keys = core->position().keys;
    return std::any_of(keys.cbegin(), keys.cend(), [](const QString& key) {
        return key.startsWith(QLatin1String("unit:")) || key.startsWith(QLatin1String("depot:"));
    });
}

void Link::askCache(const AskJob& job, std::function<void(const Result<QByteArray>&)> then) {
    const auto refuse = [&](ErrorCode code) {
        QTimer::singleShot(0, this, [then, code] { then(fail(code)); });
    };
    if (!m_session) return refuse(ErrorCode::SessionExpired);
    if (!hasCache()) return refuse(ErrorCode::NotConnected);
    const auto permissions = PermissionSet::fromBits(static_cast<std::uint32_t>(m_session->permissions));
    const RequestEntry* entry = hospitalRequests().find(job.type);
    if (!entry || !permissions.has(entry->info.permission)) return refuse(ErrorCode::PermissionDenied);
    Caller caller;
    caller.user = m_session->user;
    caller.device = m_seat->device();
    caller.session = m_session->session;
    caller.permissions = permissions;
    caller.now = serverNow();
    caller.zone = m_session->zone;
    m_reader->ask(job.type, job.payload, caller,
                  [this, then, caller,
                   name = QString::fromLatin1(entry->info.name)](const Result<QueryAnswer>& answer) {
                      if (!answer) return then(tl::unexpected<Error>(asHeldHere(answer.error())));
                      noteCacheRead(name, caller, answer->patients);
                      then(answer->reply);
                  });
}

/// The server tells what is new within moments: as long as it is heard, a copy that has come to where the
/// server stood at log-in is current.
void Link::noteCurrent() {
    if (m_phase != Phase::Active || !m_commands.isCurrent()) return;
    const bool first = m_currentAt.isNull();
    m_currentAt = serverNow();
    if (first) keepCurrentAt();
}

void Link::keepCurrentAt() {
    if (!m_seat) return;
    if (const Status kept = m_seat->keepCurrentAt(m_currentAt); !kept)
        log(LogLevel::Warning, "link", QStringLiteral("cannot keep how old the copy is"),
            {{"detail", kept.error().detail}});
}

/// By order of the hospital. What is in the outbox stays and can still be handed in.
void Link::eraseCache() {
    closeSeat();
    if (const Status erased = m_seat->eraseCache(m_clock, m_random); !erased) m_profileError = erased.error();
    if (!m_profileError) useSeat();
}

/// Who has seen whom goes to the server with the device's other work.
void Link::noteCacheRead(const QString& request, const Caller& caller, const QList<Uuid>& patients) {
    if (!m_answeredFromCache) {
        m_answeredFromCache = true;
        tellStatus();
    }
    m_commands.noteRead(request, caller.user, patients);
}

}  // namespace simrs
