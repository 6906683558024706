// SPDX-License-Identifier: GPL-3.0-or-later
// Servers as processes: first start, the note they leave, side by side, one to a folder, ends by signal and
// by kill.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "common/access/accounts.h"
#include "common/access/password.h"
#include "common/base/random.h"
#include "common/store/store.h"
#include "tests/cli/server_process.h"

using namespace simrs;
using namespace simrs::test;

class ServeTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString at(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    static Account administratorOf(const QString& database) {
        const SystemClock clock;
        SystemRandom random;
        DatabaseConfig config;
        config.path = database;
        Store store(config, StoreForm::Server, {clock, random});
        QList<Account> accounts;
        const Status read = store.read([&](Reader& reader) -> Status {
            accounts = listAccounts(reader);
            return {};
        });
        if (!read || accounts.size() != 1) qFatal("one account expected");
        return accounts.first();
    }

  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void firstStartShowsTheSecretOnce() {
        QString secret;
        QString fingerprint;
        {
            RunningServer server(at("a"));
            QVERIFY2(server.waitReady(), qPrintable(server.output()));
            const QRegularExpression line(QStringLiteral("one-time secret\\s+(\\S+)"));
            QTRY_VERIFY(line.match(server.output()).hasMatch());
            secret = line.match(server.output()).captured(1);
            fingerprint = server.note().value(QStringLiteral("fingerprint")).toString();
            QCOMPARE(fingerprint.size(), 95);
            QVERIFY(server.output().contains(fingerprint.left(40)));
            QVERIFY(server.note().value(QStringLiteral("port")).toInt() > 0);
            QVERIFY(server.note().value(QStringLiteral("httpPort")).toInt() > 0);
            QCOMPARE(server.terminate(), 0);
            QVERIFY(server.note().isEmpty());
        }
        const Account admin = administratorOf(at("a") + QStringLiteral("/hospital.db"));
        QCOMPARE(admin.user.login, QStringLiteral("admin"));
        QCOMPARE(admin.roles, QList<Role>{Role::Administrator});
        QVERIFY(admin.user.mustChangePassword && passwordMatches(secret, admin.user.passwordHash));
        RunningServer again(at("a"));
        QVERIFY(again.waitReady());
        QTRY_VERIFY(again.output().contains(QStringLiteral("fingerprint")));
        QVERIFY(!again.output().contains(QStringLiteral("secret")));
        QCOMPARE(again.note().value(QStringLiteral("fingerprint")).toString(), fingerprint);
    }

    void twoSideBySide() {
        RunningServer one(at("a"));
        RunningServer two(at("b"));
        QVERIFY2(one.waitReady(), qPrintable(one.output()));
        QVERIFY2(two.waitReady(), qPrintable(two.output()));
        QVERIFY(one.note().value(QStringLiteral("port")) != two.note().value(QStringLiteral("port")));
        QVERIFY(one.note().value(QStringLiteral("fingerprint")) !=
                two.note().value(QStringLiteral("fingerprint")));
        for (const char* folder : {"a", "b"}) {
            const Run status = runServer({QStringLiteral("status"), QStringLiteral("--data"), at(folder)});
            QCOMPARE(status.code, 0);
            QVERIFY(status.out.contains(QStringLiteral("running")));
        }
        QCOMPARE(one.terminate(), 0);
        QCOMPARE(two.terminate(), 0);
    }

    void oneToAFolder() {
        RunningServer server(at("a"));
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        const QJsonObject note = server.note();
        const QStringList any{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")};
        const QString database = QStringLiteral("sqlite:") + at("a") + QStringLiteral("/hospital.db");
        const QList<QStringList> refused = {
            QStringList{QStringLiteral("serve"), QStringLiteral("--data"), at("a")} + any,
            // The embedded database has one writer.
            {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("rini"), QStringLiteral("--data"),
             at("a")},
            {QStringLiteral("demo-data"), QStringLiteral("--data"), at("a")}};
        for (const QStringList& arguments : refused) {
            const Run run = runServer(arguments);
            QCOMPARE(run.code, 1);
            QVERIFY2(
                run.err.contains(QStringLiteral("in use by a running server (process %1").arg(server.pid())),
                qPrintable(run.err));
        }
        QCOMPARE(server.note(), note);
        QCOMPARE(server.terminate(), 0);
    }

    void oneToAnEmbeddedDatabaseElsewhere() {
        const QStringList shared{QStringLiteral("--database"), QStringLiteral("sqlite:") + at("shared.db")};
        RunningServer server(at("a"), shared);
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        const Run second =
            runServer(QStringList{QStringLiteral("serve"), QStringLiteral("--data"), at("b")} + shared);
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains(QStringLiteral("shared.db is in use")), qPrintable(second.err));
    }

    void takenPortIsAWrongSetting() {
        RunningServer server(at("a"));
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        const int port = server.note().value(QStringLiteral("port")).toInt();
        const Run second = runServer({QStringLiteral("serve"), QStringLiteral("--data"), at("b"),
                                      QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                                      QStringLiteral("--http"), QStringLiteral("127.0.0.1:0")});
        QVERIFY2(second.code == 78, qPrintable(second.err));
        QVERIFY2(second.err.contains(QString::number(port)), qPrintable(second.err));
        QVERIFY(!QFile::exists(at("b") + QStringLiteral("/server.json")));
        // Nobody has seen a secret yet, so there is no account yet.
        QVERIFY2(!second.out.contains(QStringLiteral("secret")), qPrintable(second.out));
        RunningServer third(at("b"));
        QVERIFY2(third.waitReady(), qPrintable(third.output()));
        QTRY_VERIFY(third.output().contains(QStringLiteral("one-time secret")));
    }

    void whatItMakesIsPrivateInAnyFolder() {
        QVERIFY(QDir().mkpath(at("a")));
        const auto everybody = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner |
                               QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                               QFileDevice::ExeOther;
        QVERIFY(QFile::setPermissions(at("a"), everybody));
        RunningServer server(at("a"));
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        for (const char* file : {"/hospital.db", "/hospital.db-wal"})
            QVERIFY2(!(QFile::permissions(at("a") + QLatin1String(file)) & others), file);
        // Clients on this computer find the server by this.
        QVERIFY(QFile::permissions(at("a") + QStringLiteral("/server.json")) & QFileDevice::ReadOther);
    }

    void statusTellsWhereHealthIsAsked() {
        RunningServer server(at("a"), {QStringLiteral("--http"), QStringLiteral("[::1]:0")});
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        const Run status = runServer({QStringLiteral("status"), QStringLiteral("--data"), at("a")});
        const int port = server.note().value(QStringLiteral("httpPort")).toInt();
        QVERIFY2(status.out.contains(QStringLiteral("http://[::1]:%1/readyz").arg(port)),
                 qPrintable(status.out));
    }

    void startsAgainAfterAKill() {
        {
            RunningServer server(at("a"));
            QVERIFY2(server.waitReady(), qPrintable(server.output()));
            server.kill();
        }
        QVERIFY(QFile::exists(at("a") + QStringLiteral("/server.json")));
        const Run status = runServer({QStringLiteral("status"), QStringLiteral("--data"), at("a")});
        QCOMPARE(status.code, 69);
        QVERIFY(status.err.contains(QStringLiteral("without tidying up")));
        RunningServer server(at("a"));
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        QCOMPARE(server.terminate(), 0);
    }

    void hangUpReadsTheLogLevel() {
        writeFile(at("s.conf"), "[log]\nlevel = info\n");
        RunningServer server(at("a"), {QStringLiteral("--config"), at("s.conf")});
        QVERIFY2(server.waitReady(), qPrintable(server.output()));
        server.hangUp();
        QTRY_VERIFY(server.output().contains(QStringLiteral("log level read again")));
        writeFile(at("s.conf"), "[log]\nlevel = shout\n");
        server.hangUp();
        QTRY_VERIFY(server.output().contains(QStringLiteral("settings not read again")));
        QCOMPARE(server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(ServeTest)
#include "serve_test.moc"
