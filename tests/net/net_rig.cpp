// SPDX-License-Identifier: GPL-3.0-or-later
// The test server and its obedient sessions.
#include "tests/net/net_rig.h"

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace simrs::test {
namespace {

class RigSession final : public SessionHandler {
  public:
    RigSession(NetRig& rig, std::shared_ptr<Connection> connection)
        : m_rig(rig), m_connection(std::move(connection)), m_thread(std::this_thread::get_id()) {
        ++m_rig.sessions;
    }

    void onFrame(Frame frame) override {
        if (std::this_thread::get_id() != m_thread) ++m_rig.offThread;
        switch (frame.kind) {
            case FrameKind::Hello:
                m_connection->setState(ConnectionState::Greeted);
                return m_connection->send(FrameKind::Welcome, frame.payload);
            case FrameKind::Ping:
                return m_connection->send(FrameKind::Pong, frame.payload);
            case FrameKind::Request:
                return onRequest(frame.payload);
            default:
                return m_connection->send(FrameKind::Result, frame.payload);
        }
    }

    void onClosed() override {
        if (std::this_thread::get_id() != m_thread) ++m_rig.offThread;
        ++m_rig.closed;
    }

  private:
    void onRequest(const QByteArray& what) {
        if (what == "login") m_connection->setState(ConnectionState::Active);
        if (what == "throw") throw std::runtime_error("as asked");
        if (what == "hold") {
            m_connection->requestStarted();
            return m_rig.keep(m_connection);
        }
        if (what.startsWith("flood ")) {
            const QList<QByteArray> words = what.split(' ');
            const QByteArray payload(words.at(2).toInt(), 'x');
            for (int i = words.at(1).toInt(); i > 0; --i) m_connection->send(FrameKind::Changed, payload);
            return;
        }
        if (what == "bye") {
            for (const char* word : {"one", "two", "three"}) m_connection->send(FrameKind::Reply, word);
            m_connection->close();
            return m_connection->send(FrameKind::Reply, "too late");
        }
        m_connection->send(FrameKind::Reply, what);
    }

    NetRig& m_rig;
    const std::shared_ptr<Connection> m_connection;
    const std::thread::id m_thread;
};

}  // namespace

NetRig::NetRig(NetConfig config) {
    auto opened = Certificates::open(folder.path(), {}, clock, random);
    if (!opened) qFatal("no certificates");
    certificates = *opened;
    // Clients that the test still holds do not answer our good-bye; nobody wants to wait for them.
    config.closeMs = std::min(config.closeMs, 300);
    config.goAwayPayload = [](const Error& error) { return errorName(error.code).toUtf8(); };
    server =
        std::make_unique<NetServer>(config, *certificates, [this](std::shared_ptr<Connection> connection) {
            return std::make_unique<RigSession>(*this, std::move(connection));
        });
    const Result<quint16> bound = server->start();
    if (!bound) qFatal("the test server cannot listen");
    port = *bound;
}

NetRig::~NetRig() { server->stop(); }

TlsOptions NetRig::options() const {
    TlsOptions options;
    options.port = port;
    options.pin = certificates->fingerprint();
    return options;
}

std::unique_ptr<TlsClient> NetRig::connected(TlsOptions options) const {
    auto client = std::make_unique<TlsClient>();
    if (!client->connect(options)) return nullptr;
    return client;
}

std::unique_ptr<TlsClient> NetRig::greeted() const {
    auto client = connected();
    const bool good = client && client->send(FrameKind::Hello, "hello") && client->receive();
    return good ? std::move(client) : nullptr;
}

std::unique_ptr<TlsClient> NetRig::active(const TlsOptions& options) const {
    auto client = connected(options);
    const bool good = client && client->send(FrameKind::Hello, "hello") && client->receive() &&
                      client->send(FrameKind::Request, "login") && client->receive();
    return good ? std::move(client) : nullptr;
}

void NetRig::keep(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(m_mutex);
    m_held.push_back(connection);
}

int NetRig::held() const {
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_held.size());
}

std::shared_ptr<Connection> NetRig::takeHeld() {
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Connection> last = std::move(m_held.back());
    m_held.pop_back();
    return last;
}

void NetRig::releaseHeld() {
    std::vector<std::shared_ptr<Connection>> held;
    {
        const std::lock_guard lock(m_mutex);
        held.swap(m_held);
    }
    for (const auto& connection : held) {
        connection->send(FrameKind::Reply, "released");
        connection->requestDone();
    }
}

}  // namespace simrs::test
