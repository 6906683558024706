// SPDX-License-Identifier: GPL-3.0-or-later
// Wait first, then read: what is committed in between is told.
#include "server/exec/session_feed.h"

#include "common/access/device_registry.h"
#include "common/base/log.h"
#include "common/hospital/hospital.h"

namespace simrs {
namespace {

/// After the database could not answer.
constexpr int kRetryMs = 1000;

bool endsTheSession(ErrorCode code) {
    return code == ErrorCode::DeviceFrozen || code == ErrorCode::DeviceWiped ||
           code == ErrorCode::DeviceUnknown;
}

}  // namespace

SessionFeed::SessionFeed(std::shared_ptr<Connection> connection, const Services& services,
                         const DeviceId& device)
    : m_connection(std::move(connection)),
      m_services(services),
      m_device(device),
      m_feed(hospitalEntities()) {}

void SessionFeed::follow(const FollowFeed& question) {
    m_question = question;
    ask();
}

void SessionFeed::close() {
    m_closed = true;
    m_question.reset();
    stopWaiting();
}

void SessionFeed::stopWaiting() {
    if (m_waiting != 0) m_services.fanOut.leave(m_waiting);
    m_waiting = 0;
}

void SessionFeed::ask() {
    if (m_closed || !m_question) return;
    if (m_asking) {
        m_again = true;
        return;
    }
    stopWaiting();
    QStringList keys = m_question->keys;
    if (!keys.contains(deviceKey(m_device))) keys.append(deviceKey(m_device));
    m_waiting = m_services.fanOut.wait(keys, [self = weak_from_this()] {
        if (const auto feed = self.lock()) feed->told();
    });
    m_asking = true;
    m_again = false;
    const bool queued =
        m_services.pool.read([self = shared_from_this(), question = *m_question](Store& store) {
            const auto batch = self->answer(store, question);
            self->m_services.onIoThread([self, batch] { self->answered(batch); });
        });
    if (!queued) answered(fail(ErrorCode::Overloaded));
}

void SessionFeed::told() {
    m_waiting = 0;
    ask();
}

Result<std::optional<FeedBatch>> SessionFeed::answer(Store& store, const FollowFeed& question) const {
    QStringList keys;
    SIMRS_TRY(store.read([&](Reader& reader) -> Status {
        SIMRS_ASSIGN(const DeviceState state, deviceState(reader, m_device));
        if (Status may = mayWork(state); !may) return may;
        SIMRS_ASSIGN(keys, heldKeys(reader, m_device));
        return {};
    }));
    SIMRS_ASSIGN(std::optional<FeedBatch> batch, m_feed.next(store, m_device, question, keys));
    if (batch && m_services.durable == Durable::Commit) batch->durableSeq = batch->to;
    return batch;
}

void SessionFeed::answered(const Result<std::optional<FeedBatch>>& batch) {
    m_asking = false;
    if (m_closed) return;
    if (std::exchange(m_again, false) && !(batch && *batch)) return ask();
    if (!batch && endsTheSession(batch.error().code)) return m_connection->close();
    if (!batch) {
        log(LogLevel::Warning, "feed", errorName(batch.error().code), {{"device", m_device.toString()}});
        m_services.later(kRetryMs, [self = weak_from_this()] {
            if (const auto feed = self.lock()) feed->ask();
        });
        return;
    }
    if (!*batch) return;  // Told when there is something.
    m_question.reset();
    stopWaiting();
    m_connection->send(FrameKind::FeedBatch, encode(**batch));
}

}  // namespace simrs
