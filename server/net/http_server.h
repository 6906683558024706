// SPDX-License-Identifier: GPL-3.0-or-later
// A small HTTP server for health and metrics. Its own thread, so that it answers when everything else is
// stuck.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "common/base/result.h"

namespace simrs {

struct HttpAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "text/plain; charset=utf-8";
};

/// Exact paths ("/livez"); called on the HTTP thread, must not block for long.
using HttpRoutes = std::map<std::string, std::function<HttpAnswer()>>;

struct HttpConfig {
    QString address = QStringLiteral("127.0.0.1");
    /// 0 = any free port.
    quint16 port = 0;
    /// For one whole request and its answer.
    int deadlineMs = 10'000;
    int headerBytes = 8 * 1024;
    int bodyBytes = 1024;
    int maxConnections = 64;
};

class HttpServer {
  public:
    HttpServer(HttpConfig config, HttpRoutes routes);
    /// Stops.
    ~HttpServer();

    /// Opens the port and starts the thread; answers the bound port. Once. Errors: ConfigInvalid.
    Result<quint16> start();
    /// Cuts what is open, joins the thread.
    void stop();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace simrs
