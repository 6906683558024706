// SPDX-License-Identifier: GPL-3.0-or-later
// A server and some counters, each a process of its own, with a line between them that can be made bad.
#pragma once

#include <QProcess>
#include <functional>
#include <vector>

#include "tests/campaign/cable.h"
#include "tests/campaign/history_judge.h"
#include "tests/server/server_rig.h"
#include "tests/support/fault_proxy.h"

namespace simrs::test {

/// How large a campaign runs: SIMRS_CAMPAIGN=full, or the size of every day.
int campaignSize(int full, int everyDay);

class Fleet {
  public:
    /// `databaseUrl` empty: an SQLite file. Starts the server and the counters and waits until all are ready;
    /// ends the test when they are not. With a cable (not owned, outlives this) the counters are at its other
    /// end, and there is no other line.
    Fleet(const QString& databaseUrl, int counters, std::uint64_t seed, Cable* cable = nullptr);
    /// Whatever still runs is killed.
    ~Fleet();
    Fleet(const Fleet&) = delete;
    Fleet& operator=(const Fleet&) = delete;

    int size() const { return static_cast<int>(m_counters.size()); }
    FaultProxy& line() { return *m_line; }
    Random& random() { return m_random; }

    /// SIGKILL.
    void killServer();
    /// False where it does not come up.
    bool startServer();
    void killCounter(int counter);
    /// On the same profile and history.
    void startCounter(int counter);

    void order(const QByteArray& order);
    void order(int counter, const QByteArray& order);
    /// All counters say this word; false after the time, or where one has ended.
    bool await(const QByteArray& word, int ms);

    /// Everybody stops working, comes to rest within the time and shows what the server answers him, then,
    /// with the line cut, what his own computer holds; then all is joined.
    Verdict settle(int withinMs);
    /// What the server held when all was joined last.
    const ServerRecord& record() const { return m_record; }
    /// Joins the same again with a server that holds something else: for the checks' own check.
    Verdict judgeAgainst(const std::function<void(ServerRecord&)>& change) const;
    /// The longest time a counter took to come to rest, of the last settling.
    qint64 settledMs() const { return m_settledMs; }

  private:
    struct Member {
        std::unique_ptr<QProcess> process;
        QByteArray heard;
        int lives = 0;
    };
    QString historyOf(int counter) const;
    /// Every counter's computer is given every clinic, so that its cache holds the whole day.
    void giveClinics();
    void viewHeld();
    void cutLine();
    void healLine();
    QString address() const { return m_cable ? m_cable->address() : QStringLiteral("127.0.0.1"); }
    bool hear(Member& member, const QByteArray& word, int ms);

    QString m_databaseUrl;
    ServerRig m_rig;
    DatabaseConfig m_database;
    SeededRandom m_random;
    std::uint64_t m_seed;
    Cable* m_cable;
    quint16 m_port = 0;  // The server's, the same at every start.
    std::unique_ptr<QProcess> m_server;
    QString m_pin;
    std::unique_ptr<FaultProxy> m_line;
    std::vector<Member> m_counters;
    SystemClock m_clock;
    qint64 m_settledMs = 0;
    QList<History> m_histories;  // Of the last settling, as the next one.
    ServerRecord m_record;
};

}  // namespace simrs::test
