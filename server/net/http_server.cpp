// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.Beast with limits and a deadline, kept in this one file because it is dear to compile.
#include "server/net/http_server.h"

#include <pthread.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <exception>
#include <optional>
#include <thread>

#include "common/base/log.h"
#include "server/net/coroutines.h"

namespace simrs {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds kAcceptPause(100);
/// How much of a refused request is swallowed, so that the peer can read why.
constexpr std::size_t kSwallowBytes = 64 * 1024;
constexpr std::chrono::milliseconds kSwallowTime(500);

using Parser = http::request_parser<http::string_body>;
using Response = http::response<http::string_body>;

HttpAnswer plain(int status, const char* text) {
    return HttpAnswer{status, text, "text/plain; charset=utf-8"};
}

HttpAnswer answerOf(const HttpRoutes& routes, const Parser::value_type& request) {
    const std::string target(request.target());
    const auto route = routes.find(target.substr(0, target.find('?')));
    if (route == routes.end()) return plain(404, "not found\n");
    if (request.method() != http::verb::get) return plain(405, "only GET\n");
    try {
        return route->second();
    } catch (const std::exception& exception) {
        log(LogLevel::Error, "http", QStringLiteral("a route threw"),
            {{"path", QString::fromStdString(route->first)},
             {"error", QString::fromLatin1(exception.what())}});
        return plain(500, "internal fault\n");
    }
}

Response responseOf(const HttpAnswer& answer, unsigned version, bool keepAlive) {
    Response response(static_cast<http::status>(answer.status), version, answer.body.toStdString());
    response.set(http::field::content_type, answer.contentType.toStdString());
    response.set(http::field::cache_control, "no-store");
    response.set("X-Content-Type-Options", "nosniff");
    if (answer.status == 405) response.set(http::field::allow, "GET");
    response.keep_alive(keepAlive);
    response.prepare_payload();
    return response;
}

}  // namespace

struct HttpServer::Impl {
    Impl(HttpConfig httpConfig, HttpRoutes httpRoutes)
        : config(std::move(httpConfig)), routes(std::move(httpRoutes)) {}

    Status openPort();
    asio::awaitable<void> acceptLoop();
    asio::awaitable<void> serve(Tcp::socket socket);
    asio::awaitable<bool> exchange(beast::tcp_stream& stream, beast::flat_buffer& buffer);
    asio::awaitable<void> swallow(beast::tcp_stream& stream);

    const HttpConfig config;
    const HttpRoutes routes;
    int open = 0;
    std::thread thread;
    // Last, so that what still hangs in it is destroyed before what it refers to.
    asio::io_context io{1};
    std::optional<Tcp::acceptor> acceptor;
};

Status HttpServer::Impl::openPort() {
    const QString where = QStringLiteral("%1:%2").arg(config.address).arg(config.port);
    error_code ec;
    const auto address = asio::ip::make_address(config.address.toStdString(), ec);
    if (ec) return fail(ErrorCode::ConfigInvalid, {where}, QString::fromStdString(ec.message()));
    const Tcp::endpoint endpoint(address, config.port);
    acceptor.emplace(io);
    acceptor->open(endpoint.protocol(), ec);
    if (!ec) acceptor->set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec) acceptor->bind(endpoint, ec);
    if (!ec) acceptor->listen(asio::socket_base::max_listen_connections, ec);
    if (ec) {
        acceptor.reset();
        return fail(ErrorCode::ConfigInvalid, {where}, QString::fromStdString(ec.message()));
    }
    return {};
}

asio::awaitable<void> HttpServer::Impl::acceptLoop() {
    for (;;) {
        auto [ec, socket] = co_await acceptor->async_accept(kTuple);
        if (ec) {
            asio::steady_timer pause(io, kAcceptPause);
            co_await pause.async_wait(kTuple);
            continue;
        }
        if (open >= config.maxConnections) continue;
        ++open;
        asio::co_spawn(io, serve(std::move(socket)), [this](const std::exception_ptr&) { --open; });
    }
}

asio::awaitable<void> HttpServer::Impl::serve(Tcp::socket socket) {
    beast::tcp_stream stream(std::move(socket));
    beast::flat_buffer buffer(static_cast<std::size_t>(config.headerBytes + config.bodyBytes));
    bool more = true;
    while (more) more = co_await exchange(stream, buffer);
    error_code ignored;
    stream.socket().shutdown(Tcp::socket::shutdown_both, ignored);
}

/// One request and its answer; true when the connection may carry another.
asio::awaitable<bool> HttpServer::Impl::exchange(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(config.headerBytes));
    parser.body_limit(static_cast<std::uint64_t>(config.bodyBytes));
    // Set once for everything below: sending byte by byte gains nothing.
    stream.expires_after(std::chrono::milliseconds(config.deadlineMs));
    const auto [readError, readSize] = co_await http::async_read(stream, buffer, parser, kTuple);
    const bool refused = readError.category() == http::make_error_code(http::error::bad_method).category() &&
                         readError != http::error::end_of_stream && readError != http::error::partial_message;
    if (readError && !refused) co_return false;

    const bool keepAlive = !refused && parser.get().keep_alive();
    const HttpAnswer answer = refused ? plain(400, "bad request\n") : answerOf(routes, parser.get());
    Response response = responseOf(answer, refused ? 11 : parser.get().version(), keepAlive);
    if (!refused && parser.get().method() == http::verb::head) response.body().clear();
    const auto [writeError, writtenSize] = co_await http::async_write(stream, response, kTuple);
    if (writeError || keepAlive) co_return !writeError;
    co_await swallow(stream);
    co_return false;
}

asio::awaitable<void> HttpServer::Impl::swallow(beast::tcp_stream& stream) {
    error_code ignored;
    stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
    stream.expires_after(kSwallowTime);
    std::array<char, 4096> chunk;
    for (std::size_t total = 0; total < kSwallowBytes;) {
        const auto [ec, size] = co_await stream.async_read_some(asio::buffer(chunk), kTuple);
        if (ec) co_return;
        total += size;
    }
}

HttpServer::HttpServer(HttpConfig config, HttpRoutes routes)
    : m_impl(std::make_unique<Impl>(std::move(config), std::move(routes))) {}

HttpServer::~HttpServer() { stop(); }

Result<quint16> HttpServer::start() {
    SIMRS_TRY(m_impl->openPort());
    const quint16 port = m_impl->acceptor->local_endpoint().port();
    asio::co_spawn(m_impl->io, m_impl->acceptLoop(), asio::detached);
    m_impl->thread = std::thread([impl = m_impl.get()] {
        pthread_setname_np(pthread_self(), "simrs-http");
        impl->io.run();
    });
    return port;
}

void HttpServer::stop() {
    if (!m_impl->thread.joinable()) return;
    m_impl->io.stop();
    m_impl->thread.join();
    m_impl->acceptor.reset();
}

}  // namespace simrs
