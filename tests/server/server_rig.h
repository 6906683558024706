// SPDX-License-Identifier: GPL-3.0-or-later
// A real server in this process over a fresh database, with a small hospital and one user of every role.
#pragma once

#include <QTemporaryDir>

#include "common/access/permission.h"
#include "common/registration/master_requests.h"
#include "common/store/store.h"
#include "server/exec/server.h"
#include "tests/server/desk_client.h"

namespace simrs::test {

class ServerRig {
  public:
    /// `database` empty: an SQLite file in a temporary folder; else a PostgreSQL URL of an empty database.
    explicit ServerRig(const QString& databaseUrl = {}, int clinics = 4);
    ~ServerRig();

    /// From the next start on.
    void setDurable(Durable durable) { m_durable = durable; }
    /// Starts it again over the same data.
    void start();
    void stop(int drainMs = 200);

    quint16 port() const { return m_address.port; }
    quint16 httpPort() const { return m_address.httpPort; }
    QString pin() const { return m_address.fingerprint; }
    const Masters& masters() const { return m_masters; }
    /// A connected, logged-in client; ends the test when it cannot.
    std::unique_ptr<DeskClient> client(Role role, TestDevice device = TestDevice::make());
    /// A store on the same database, beside the server.
    std::unique_ptr<Store> store();
    QString folder() const { return m_folder.path(); }

    static QString loginOf(Role role) { return roleName(role); }
    static QString password() { return QStringLiteral("rahasia-uji-1"); }

  private:
    ServerConfig config() const;
    QTemporaryDir m_folder;
    DatabaseConfig m_database;
    Durable m_durable = Durable::Commit;
    std::unique_ptr<Server> m_server;
    ServerAddress m_address;
    Masters m_masters;
    SystemClock m_clock;
    SystemRandom m_random;
};

/// A patient that passes all rules; `number` makes name and NIK different.
Patient testPatient(int number);

}  // namespace simrs::test
