// SPDX-License-Identifier: GPL-3.0-or-later
// The running server: database, workers, sessions, network, health. Built in main, no ambient state.
#pragma once

#include <QStringList>
#include <memory>

#include "common/store/database.h"
#include "server/exec/durable.h"
#include "server/net/http_server.h"
#include "server/net/net_config.h"

namespace simrs {

struct ServerConfig {
    QString dataFolder;       ///< Certificates, the SQLite file, server.json.
    DatabaseConfig database;  ///< SQLite needs its path.
    NetConfig net;
    HttpConfig http;
    QStringList certificateNames;
    int workers = 0;  ///< 0: chosen for the engine and the machine.
    Durable durable = Durable::Commit;
    /// How often the certificate is looked at; it is renewed before it expires, without a restart.
    int certificateCheckMs = 24 * 60 * 60 * 1000;
};

/// Where the server can be reached; written to dataFolder/server.json when it is ready.
struct ServerAddress {
    quint16 port = 0;
    QString httpAddress;  ///< As it was set: may be the address of all interfaces.
    quint16 httpPort = 0;
    QString fingerprint;
    /// The administrator's one-time secret, only at the very first start of a database without users.
    QString administratorSecret;
};

class Server {
  public:
    explicit Server(ServerConfig config);
    /// Stops.
    ~Server();

    /// Opens and migrates the database, makes certificates, listens, and makes the first administrator last:
    /// a start that fails leaves no account whose secret nobody has seen. Errors: DatabaseUnavailable,
    /// ConfigInvalid, StorageFailed.
    Result<ServerAddress> start();
    /// Stops accepting, lets what is under way finish for at most `drainMs`, closes everything.
    void stop(int drainMs);

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace simrs
