// SPDX-License-Identifier: GPL-3.0-or-later
// The server is killed with SIGKILL while four clerks register visits: nothing acknowledged is lost, nothing
// doubled. 100 rounds per engine at full size, 10 otherwise.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>
#include <QThread>
#include <csignal>

#include "common/core/command_record.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class KillTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingAcknowledgedIsLost_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void nothingAcknowledgedIsLost() {
        QFETCH(bool, postgres);
        constexpr int kClerks = 4;
        const int rounds = qEnvironmentVariable("SIMRS_CAMPAIGN") == QLatin1String("full") ? 100 : 10;
        const QString url = postgres ? testDatabaseUrl(QStringLiteral("kill")) : QString();
        ServerRig rig(url);
        rig.stop();
        const QString database =
            postgres ? url : QStringLiteral("sqlite:") + rig.folder() + QStringLiteral("/hospital.db");
        const QString address = rig.folder() + QStringLiteral("/address");
        std::vector<std::unique_ptr<QProcess>> clerks;
        SeededRandom random(static_cast<std::uint64_t>(rounds) + (postgres ? 1 : 0));
        for (int round = 0; round < rounds; ++round) {
            QProcess server;
            QVERIFY2(startServer(server, rig.folder(), database, address), "the server did not start");
            while (clerks.size() < kClerks)
                clerks.push_back(startClerk(address, static_cast<int>(clerks.size())));
            QThread::msleep(static_cast<unsigned long>(250 + random.below(500)));
            ::kill(static_cast<pid_t>(server.processId()), SIGKILL);
            server.waitForFinished();
        }
        QProcess last;
        QVERIFY(startServer(last, rig.folder(), database, address));
        QThread::msleep(1500);  // Everybody gets an answer to what was open.
        QFile stop(address + QStringLiteral(".stop"));
        QVERIFY(stop.open(QIODevice::WriteOnly));
        QList<QByteArray> told;
        for (const auto& clerk : clerks) {
            QVERIFY(clerk->waitForFinished(30'000));
            QFile said(saidBy(address, static_cast<int>(&clerk - &clerks[0])));
            QVERIFY(said.open(QIODevice::ReadOnly));
            for (const QByteArray& line : said.readAll().split('\n')) {
                QVERIFY2(!line.startsWith("refused"), line);
                if (!line.isEmpty()) told.append(line);
            }
        }
        last.terminate();
        QVERIFY(last.waitForFinished(30'000));
        QCOMPARE(last.exitCode(), 0);
        QVERIFY(told.size() > rounds);
        judge(*rig.store(), told);
        if (QTest::currentTestFailed()) return;
        qInfo("%d rounds, %lld acknowledged visits, 0 lost, 0 doubled", rounds,
              static_cast<long long>(told.size()));
    }

  private:
    static bool startServer(QProcess& server, const QString& folder, const QString& database,
                            const QString& address) {
        QFile::remove(folder + QStringLiteral("/server.json"));
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.setStandardOutputFile(folder + QStringLiteral("/server.log"), QIODevice::Append);
        server.start(QCoreApplication::applicationDirPath() + QStringLiteral("/simrs-server"),
                     {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--database"),
                      database, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                      QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")});
        for (int i = 0; i < 400; ++i) {
            QThread::msleep(50);
            QFile ready(folder + QStringLiteral("/server.json"));
            if (!ready.open(QIODevice::ReadOnly)) continue;
            const QJsonObject json = QJsonDocument::fromJson(ready.readAll()).object();
            if (json.isEmpty()) continue;
            QFile file(address + QStringLiteral(".new"));
            if (!file.open(QIODevice::WriteOnly)) return false;
            file.write(QByteArray::number(json.value(QStringLiteral("port")).toInt()) + '\n' +
                       json.value(QStringLiteral("fingerprint")).toString().toLatin1() + '\n');
            file.close();
            QFile::remove(address);
            return QFile::rename(address + QStringLiteral(".new"), address);
        }
        return false;
    }

    /// A file, not a pipe: nobody reads while the kills go on, and a clerk with a full pipe stops working.
    static QString saidBy(const QString& address, int clerk) {
        return QStringLiteral("%1.said%2").arg(address).arg(clerk);
    }

    static std::unique_ptr<QProcess> startClerk(const QString& address, int number) {
        auto clerk = std::make_unique<QProcess>();
        clerk->setStandardOutputFile(saidBy(address, number));
        clerk->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        clerk->start(
            QCoreApplication::applicationDirPath() + QStringLiteral("/campaign_clerk"),
            {address, QStringLiteral("0"), QString::number(number % 2 + 1), QString::number(number)});
        return clerk;
    }

    static void judge(Store& store, const QList<QByteArray>& told) {
        QSet<QByteArray> done;
        QSet<QByteArray> visits;
        QSet<QString> numbers;
        qint64 tickets = 0;
        QVERIFY(store.read([&](Reader& reader) -> Status {
            Uuid after;
            for (;;) {
                Where<CommandRecord> rest;
                if (!after.isNull()) rest.atLeast<&CommandRecord::id>(CommandId(after));
                const auto page = reader.list(rest.orderBy<&CommandRecord::id>());
                for (const CommandRecord& row : *page) {
                    if (row.type == RegisterVisit::info.type && row.error == 0)
                        done.insert(row.id.toString().toLatin1());
                }
                if (page->size() < 2 || page->last().id.uuid() == after) break;
                after = page->last().id.uuid();
            }
            qint64 from = 1;
            for (;;) {
                const auto page = reader.list(Where<Visit>()
                                                  .atLeast<&Visit::registrationNumber>(from)
                                                  .orderBy<&Visit::registrationNumber>());
                for (const Visit& visit : *page) visits.insert(visit.id.toString().toLatin1());
                if (page->isEmpty()) break;
                from = page->last().registrationNumber + 1;
            }
            qint64 number = 1;
            for (;;) {
                const auto page =
                    reader.list(Where<Ticket>().atLeast<&Ticket::number>(number).orderBy<&Ticket::number>());
                if (page->isEmpty()) break;
                for (const Ticket& ticket : *page) {
                    numbers.insert(ticket.series + QString::number(*ticket.number));
                    ++tickets;
                }
                number = *page->last().number + 1;
                if (page->size() == limits::kListRows)
                    number = *page->last().number;  // The last number may go on.
            }
            return {};
        }));
        for (const QByteArray& line : told)
            QVERIFY2(done.contains(line.left(line.indexOf(' '))), "lost: " + line);
        // One visit for every command that was done, and not one more.
        QCOMPARE(visits.size(), done.size());
        QVERIFY(numbers.size() <= tickets);
        QCOMPARE(numbers.size(), visits.size());
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
