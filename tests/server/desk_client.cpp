// SPDX-License-Identifier: GPL-3.0-or-later
// The blocking client.
#include "tests/server/desk_client.h"

namespace simrs::test {
namespace {

/// The masters a client holds.
class HeldMasters final : public Reader {
  public:
    explicit HeldMasters(const Masters& masters) : m_masters(masters) {}
    bool authority() const override { return false; }

  protected:
    std::optional<AnyRow> fetch(const EntityType& type, const Uuid& id) override {
        if (type.info->kind == entityInfo<Clinic>.kind) return find(type, m_masters.clinics, id);
        if (type.info->kind == entityInfo<Doctor>.kind) return find(type, m_masters.doctors, id);
        if (type.info->kind == entityInfo<Payer>.kind) return find(type, m_masters.payers, id);
        return std::nullopt;
    }
    std::vector<AnyRow> fetchMany(const EntityType&, const QVariantList&) override { return {}; }
    std::optional<std::vector<AnyRow>> fetchList(const EntityType&, const Condition&) override {
        return std::nullopt;
    }
    std::optional<std::vector<AnyRow>> fetchSearch(const EntityType&, const WordSearch&,
                                                   const Condition&) override {
        return std::nullopt;
    }

  private:
    template <class E>
    static std::optional<AnyRow> find(const EntityType& type, const QList<E>& rows, const Uuid& id) {
        for (const E& row : rows) {
            if (row.id.uuid() != id) continue;
            AnyRow found(type);
            type.assign(found.edit(), &row);
            return found;
        }
        return std::nullopt;
    }
    const Masters& m_masters;
};

class DeskPrepare final : public Prepare {
  public:
    DeskPrepare(DeskClient& client, CommandContext context)
        : m_client(client), m_context(std::move(context)), m_reader(client.masters()) {}
    Reader& reader() override { return m_reader; }
    CommandContext context() const override { return m_context; }
    Result<qint64> takeNumber(NumberKind kind) override { return m_client.takeNumber(kind); }

  private:
    DeskClient& m_client;
    CommandContext m_context;
    HeldMasters m_reader;
};

}  // namespace

TestDevice TestDevice::make() {
    SystemClock clock;
    SystemRandom random;
    return {DeviceId(Uuid::make(clock, random)), *makeDeviceKey(), 1};
}

CommandId DeskClient::newCommandId() { return CommandId(Uuid::make(m_clock, m_random)); }

Status DeskClient::connect(quint16 port, const QString& pin) {
    m_tls = std::make_unique<TlsClient>();
    TlsOptions options;
    options.port = port;
    options.pin = pin;
    SIMRS_TRY(m_tls->connect(options));
    Hello hello;
    hello.protocolMin = kProtocolMin;
    hello.protocolMax = kProtocolMax;
    hello.program = QStringLiteral("desk-client");
    hello.device = m_device.id;
    SIMRS_TRY(m_tls->send(FrameKind::Hello, encode(hello)));
    SIMRS_ASSIGN(const Frame frame, await(FrameKind::Welcome));
    SIMRS_ASSIGN(m_welcome, decode<Welcome>(frame.payload));
    return {};
}

Result<Frame> DeskClient::await(FrameKind kind, int timeoutMs) {
    for (;;) {
        SIMRS_ASSIGN(const Frame frame, m_tls->receive(timeoutMs));
        if (frame.kind == kind) return frame;
        if (frame.kind == FrameKind::Changed) {
            SIMRS_ASSIGN(const ChangedMessage changed, decode<ChangedMessage>(frame.payload));
            m_changed.push_back(changed.subscription);
        } else if (frame.kind == FrameKind::GoAway) {
            SIMRS_ASSIGN(const GoAwayMessage away, decode<GoAwayMessage>(frame.payload));
            return fail(
                away.error == 0 ? ErrorCode::NotConnected : errorFromNumber(static_cast<int>(away.error)),
                away.args, QStringLiteral("go away"));
        }
    }
}

Result<QByteArray> DeskClient::request(qint64 type, const QByteArray& payload) {
    SIMRS_TRY(m_tls->send(FrameKind::Request, encode(RequestMessage{++m_correlation, type, payload})));
    for (;;) {
        SIMRS_ASSIGN(const Frame frame, await(FrameKind::Reply));
        SIMRS_ASSIGN(const ReplyMessage reply, decode<ReplyMessage>(frame.payload));
        if (reply.correlation != m_correlation) continue;
        if (reply.error != 0) return fail(errorFromNumber(static_cast<int>(reply.error)), reply.args);
        return reply.payload;
    }
}

Result<SessionGrant> DeskClient::logIn(const QString& login, const QString& password) {
    LogIn request;
    request.login = login;
    request.password = password;
    request.devicePublicKey = m_device.key.publicDer;
    SIMRS_ASSIGN(request.signature, signWithDeviceKey(m_device.key.privatePem, m_welcome.challenge));
    request.deviceName = QStringLiteral("test");
    SIMRS_ASSIGN(const QByteArray bytes, this->request(kLogInType, encode(request)));
    SIMRS_ASSIGN(m_grant, decode<SessionGrant>(bytes));
    m_device.nextSeq = m_grant.lastSeq + 1;
    return m_grant;
}

Result<SessionGrant> DeskClient::resume(const QByteArray& token) {
    Resume request{token, {}};
    SIMRS_ASSIGN(request.signature, signWithDeviceKey(m_device.key.privatePem, m_welcome.challenge));
    SIMRS_ASSIGN(const QByteArray bytes, this->request(kResumeType, encode(request)));
    SIMRS_ASSIGN(m_grant, decode<SessionGrant>(bytes));
    return m_grant;
}

CommandMessage DeskClient::message(qint64 type, const QByteArray& payload, const CommandId& id) {
    CommandMessage out;
    out.id = id;
    out.seq = m_device.nextSeq++;
    out.type = type;
    out.actor = m_grant.user.uuid();
    out.at = m_clock.now();
    out.payload = payload;
    return out;
}

Result<CommandResult> DeskClient::command(const CommandMessage& message) {
    SIMRS_TRY(m_tls->send(FrameKind::Command, encode(message)));
    for (;;) {
        SIMRS_ASSIGN(const Frame frame, await(FrameKind::Result));
        SIMRS_ASSIGN(const ResultMessage result, decode<ResultMessage>(frame.payload));
        if (result.result.id != message.id) continue;
        if (result.infrastructure != 0) return fail(errorFromNumber(static_cast<int>(result.infrastructure)));
        return result.result;
    }
}

Status DeskClient::prepare(const CommandId& id, const std::function<Status(Prepare&)>& work) {
    CommandContext context{id, m_grant.user, m_device.id, m_clock.now(), m_grant.zone, {}, false};
    context.today = dayIn(m_grant.zone, context.at);
    DeskPrepare prepare(*this, context);
    return work(prepare);
}

Result<qint64> DeskClient::takeNumber(NumberKind kind) {
    auto& block = m_blocks[static_cast<int>(kind)];
    qint64& known = m_known[static_cast<int>(kind)];
    if (block.first == 0 || block.first > block.second) {
        SIMRS_ASSIGN(const TakeNumbers::Reply granted, ask(TakeNumbers{kind, known}));
        block = {granted.first, granted.last};
        known = granted.last;
    }
    return block.first++;
}

Status DeskClient::subscribe(qint64 subscription, qint64 type, const QByteArray& payload) {
    SIMRS_TRY(m_tls->send(FrameKind::Subscribe, encode(SubscribeMessage{subscription, type, payload})));
    for (;;) {
        SIMRS_ASSIGN(const Frame frame, await(FrameKind::Reply));
        SIMRS_ASSIGN(const ReplyMessage reply, decode<ReplyMessage>(frame.payload));
        if (reply.correlation != -subscription) continue;
        if (reply.error != 0) return fail(errorFromNumber(static_cast<int>(reply.error)), reply.args);
        return {};
    }
}

Result<qint64> DeskClient::awaitChanged(int timeoutMs) {
    if (m_changed.empty()) {
        SIMRS_ASSIGN(const Frame frame, await(FrameKind::Changed, timeoutMs));
        SIMRS_ASSIGN(const ChangedMessage changed, decode<ChangedMessage>(frame.payload));
        return changed.subscription;
    }
    const qint64 first = m_changed.front();
    m_changed.erase(m_changed.begin());
    return first;
}

}  // namespace simrs::test
