// SPDX-License-Identifier: GPL-3.0-or-later
// What a command's prepare may read and take on this device.
#pragma once

#include "common/core/request.h"
#include "common/sync/outbox.h"

namespace simrs {

/// Used on the link's thread.
class DevicePrepare final : public Prepare {
  public:
    /// `mayStandIn`: the server cannot be asked for more numbers now.
    DevicePrepare(CommandContext context, Reader& rows, Outbox& outbox, bool mayStandIn)
        : m_context(std::move(context)), m_rows(rows), m_outbox(outbox), m_mayStandIn(mayStandIn) {}
    Reader& reader() override { return m_rows; }
    CommandContext context() const override { return m_context; }
    Result<qint64> takeNumber(NumberKind kind) override { return m_outbox.numbers().take(kind); }
    std::optional<qint64> takeTicket(QDate day, const QString& letter) override {
        return m_outbox.tickets().take(day, letter);
    }
    Result<QString> takeTemporary() override {
        return m_mayStandIn ? Result<QString>(m_outbox.takeTemporary()) : fail(ErrorCode::NumbersExhausted);
    }

  private:
    CommandContext m_context;
    Reader& m_rows;
    Outbox& m_outbox;
    bool m_mayStandIn;
};

}  // namespace simrs
