// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of bad input ends the program with its own exit code and with words.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server/cli/options.h"
#include "tests/cli/server_process.h"

using namespace simrs;
using namespace simrs::test;

class ExitCodeTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }

  private Q_SLOTS:
    void initTestCase() {
        writeFile(at("unknown.conf"), "# settings\n[net]\nlisten = 127.0.0.1:7400\n\nlisen = 1\n");
        writeFile(at("value.conf"), "[http]\nlisten = nowhere\n");
        writeFile(at("broken.conf"), "[server\n");
        writeFile(at("twice.conf"), "[log]\nlevel = info\nlevel = debug\n");
        writeFile(at("password.conf"), "[database]\nurl = postgresql://simrs:secret@127.0.0.1:5432/simrs\n");
        writeFile(at("good.conf"), "[net]\nlisten = 127.0.0.1:7400\n");
        writeFile(at("plain"), "not a folder");
        writeFile(at("short"), "1234567\n");
    }

    void badInput_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown command") << "dance" << 64 << "unknown command";
        QTest::newRow("unknown sub-command") << "user dance" << 64 << "unknown command";
        QTest::newRow("unknown option") << "serve --dance" << 64 << "dance";
        QTest::newRow("no value") << "serve --listen" << 64 << "listen";
        QTest::newRow("option of another command") << "serve --patients 5" << 64 << "does not belong";
        QTest::newRow("too few arguments") << "user add" << 64 << "LOGIN";
        QTest::newRow("too many arguments") << "migrate now" << 64 << "no argument";
        QTest::newRow("listen without port") << "serve --listen 127.0.0.1" << 64 << "ADDR:PORT";
        QTest::newRow("listen at a name") << "serve --listen localhost:1" << 64 << "ADDR:PORT";
        QTest::newRow("port too large") << "serve --http 127.0.0.1:65536" << 64 << "ADDR:PORT";
        QTest::newRow("workers") << "serve --workers many" << 64 << "number";
        QTest::newRow("log level") << "serve --log-level loud" << 64 << "loud";
        QTest::newRow("database") << "migrate --database mysql://x" << 64 << "postgresql://";
        QTest::newRow("password in argument")
            << "migrate --database postgresql://u:p@127.0.0.1/x" << 64 << "password";
        QTest::newRow("unknown role") << "user add rini --role boss --data %1/d" << 64 << "boss";
        QTest::newRow("patients") << "demo-data --patients 0 --data %1/d" << 64 << "patients";
        QTest::newRow("seed") << "demo-data --seed x --data %1/d" << 64 << "seed";
        QTest::newRow("now") << "demo-data --now yesterday --data %1/d" << 64 << "yesterday";
        QTest::newRow("nothing to import") << "import-masters --data %1/d" << 64 << "--clinics";
        QTest::newRow("no settings file") << "serve --config %1/none.conf" << 66 << "none.conf";
        QTest::newRow("settings file is a folder") << "serve --config %1" << 66 << "cannot be read";
        QTest::newRow("no password file")
            << "user add rini --password-file %1/none --data %1/d" << 66 << "none";
        QTest::newRow("no database password file")
            << "migrate --database-password-file %1/none" << 66 << "none";
        QTest::newRow("no database") << "user list --data %1/empty" << 66 << "no database";
        QTest::newRow("no masters file")
            << "import-masters --clinics %1/none.csv --data %1/d" << 66 << "none.csv";
        QTest::newRow("database down")
            << "migrate --database postgresql://simrs@127.0.0.1:1/x" << 69 << "database";
        QTest::newRow("no server") << "status --data %1/empty" << 69 << "no server";
        QTest::newRow("folder is a file") << "serve --data %1/plain" << 73 << "not a folder";
        QTest::newRow("folder cannot be made") << "serve --data %1/plain/below" << 73 << "cannot be made";
        QTest::newRow("unknown key") << "serve --config %1/unknown.conf" << 78
                                     << "unknown.conf line 5: unknown key \"lisen\"";
        QTest::newRow("wrong value in file") << "serve --config %1/value.conf" << 78 << "value.conf line 2";
        QTest::newRow("broken file") << "serve --config %1/broken.conf" << 78 << "line 1";
        QTest::newRow("key twice") << "serve --config %1/twice.conf" << 78 << "line 3";
        QTest::newRow("password in file's url") << "serve --config %1/password.conf" << 78 << "line 2";
        QTest::newRow("password too short")
            << "user add rini --password-file %1/short --data %1/d" << 1 << "too short";
        QTest::newRow("login name") << "user add Rini! --data %1/d" << 1 << "login";
    }
    void badInput() {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QString, words);
        QStringList list = arguments.split(QLatin1Char(' '));
        for (QString& one : list) one.replace(QStringLiteral("%1"), m_dir.path());
        const Run run = runServer(list);
        QVERIFY2(run.code == code, qPrintable(QString::number(run.code) + run.err));
        QVERIFY2(run.err.contains(words), qPrintable(run.err));
        QCOMPARE(run.out, QString());
        // A refused command leaves nothing behind.
        QVERIFY(!QFile::exists(at("d")));
    }

    void noPermission() {
        QVERIFY(QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(at("good.conf"), QFile::ReadOwner));
        const Run folder = runServer({QStringLiteral("serve"), QStringLiteral("--data"), at("forbidden")},
                                     plainEnvironment(), {}, true);
        if (folder.code == -1) QSKIP("the program cannot be run by another user here");
        QVERIFY2(folder.code == 77, qPrintable(folder.err));
        const Run file = runServer({QStringLiteral("serve"), QStringLiteral("--config"), at("good.conf")},
                                   plainEnvironment(), {}, true);
        QVERIFY2(file.code == 77, qPrintable(file.err));
    }

    void versionAndHelp() {
        const Run version = runServer({QStringLiteral("--version")});
        QCOMPARE(version.code, 0);
        QCOMPARE(version.out, QStringLiteral("simrs-server " SIMRS_VERSION "\n"));
        const Run help = runServer({QStringLiteral("user"), QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        for (const SettingRow& row : settingRows()) {
            QVERIFY(help.out.contains(QStringLiteral("--") + QLatin1String(row.option)));
            QVERIFY(help.out.contains(environmentName(row)));
        }
        for (const char* word :
             {"demo-data", "import-masters", "registration_clerk", "--day-only", "SIGTERM"})
            QVERIFY2(help.out.contains(QLatin1String(word)), word);
        for (const QString& line : help.out.split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 120, qPrintable(line));
    }

    void optionBeforeEnvironmentBeforeFileBeforeDefault() {
        const auto listenOf = [](const QStringList& more, const QProcessEnvironment& environment) {
            const Run run = runServer(QStringList{QStringLiteral("--check-config")} + more, environment);
            if (run.code != 0) return run.err;
            for (const QString& line : run.out.split(QLatin1Char('\n'))) {
                if (line.startsWith(QStringLiteral("[net] listen")))
                    return line.section(QLatin1Char(' '), 3, 3);
            }
            return run.out;
        };
        const QStringList file{QStringLiteral("--config"), at("good.conf")};
        QProcessEnvironment set = plainEnvironment();
        set.insert(QStringLiteral("SIMRS_NET_LISTEN"), QStringLiteral("127.0.0.1:7500"));
        QCOMPARE(listenOf({}, plainEnvironment()), QStringLiteral("127.0.0.1:7310"));
        QCOMPARE(listenOf(file, plainEnvironment()), QStringLiteral("127.0.0.1:7400"));
        QCOMPARE(listenOf(file, set), QStringLiteral("127.0.0.1:7500"));
        QCOMPARE(listenOf(file + QStringList{QStringLiteral("--listen"), QStringLiteral("[::1]:7600")}, set),
                 QStringLiteral("[::1]:7600"));
        set.insert(QStringLiteral("SIMRS_NET_LISTEN"), QStringLiteral("x"));
        const Run bad = runServer({QStringLiteral("--check-config")}, set);
        QCOMPARE(bad.code, 78);
        QVERIFY(bad.err.contains(QStringLiteral("SIMRS_NET_LISTEN")));
    }
};

QTEST_GUILESS_MAIN(ExitCodeTest)
#include "exit_code_test.moc"
