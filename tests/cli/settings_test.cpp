// SPDX-License-Identifier: GPL-3.0-or-later
// Reading settings without a process: the file's grammar, passwords, defaults.
#include "server/cli/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "server/cli/ini_text.h"

using namespace simrs;

class SettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Terminal m_terminal;

    QString file(const char* name, const QByteArray& text) {
        const QString path = m_dir.filePath(QLatin1String(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) qFatal("%s", name);
        return path;
    }
    Outcome<Settings> read(const QStringList& arguments, const QProcessEnvironment& environment = {}) {
        const auto line = parseCommandLine(QStringList{QStringLiteral("simrs-server")} + arguments);
        if (!line) return tl::unexpected(line.error());
        return readSettings(*line, environment, m_terminal);
    }

  private Q_SLOTS:
    void grammar() {
        const auto good =
            parseIni(QStringLiteral("\n# a\n; b\n [ net ] \r\n listen = [::1]:1 # kept\nnames=\n"));
        QVERIFY(good.has_value());
        QCOMPARE(good->size(), 2);
        QCOMPARE(good->at(0).section, QStringLiteral("net"));
        QCOMPARE(good->at(0).value, QStringLiteral("[::1]:1 # kept"));
        QCOMPARE(good->at(0).line, 5);
        QCOMPARE(good->at(1).value, QString());
        QCOMPARE(parseIni(QStringLiteral("a\n")).error().line, 1);
        QCOMPARE(parseIni(QStringLiteral("[a\n")).error().line, 1);
        QCOMPARE(parseIni(QStringLiteral("[a]\n= 1\n")).error().line, 2);
        QCOMPARE(parseIni(QStringLiteral("[a]\nb=1\n[c]\nb=1\n[a]\nb=2")).error().line, 6);
    }

    void everyKeyOfTheTableIsRead() {
        for (const SettingRow& row : settingRows()) {
            const QByteArray text =
                QByteArray("[") + row.section + "]\n" + row.key + " = " + row.fallback + "\n";
            const QString path = file("one.conf", text);
            QVERIFY2(read({QStringLiteral("--config"), path}), row.option);
        }
        const auto odd = read({QStringLiteral("--config"), file("odd.conf", "[net]\nport = 1\n")});
        QVERIFY(!odd && odd.error().code == ExitCode::Config);
    }

    void defaults() {
        const auto settings = read({});
        QVERIFY(settings.has_value());
        QCOMPARE(settings->server.dataFolder, QStringLiteral("/var/lib/simrs"));
        QCOMPARE(settings->server.database.path, QStringLiteral("/var/lib/simrs/hospital.db"));
        QCOMPARE(settings->server.net.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(int(settings->server.net.port), 7310);
        QCOMPARE(int(settings->server.http.port), 7311);
        QCOMPARE(settings->logLevel, LogLevel::Info);
    }

    void databases() {
        const QString data = m_dir.filePath(QStringLiteral("x/../d"));
        const auto embedded = read({QStringLiteral("--data"), data});
        QCOMPARE(embedded->server.database.path, m_dir.filePath(QStringLiteral("d/hospital.db")));
        const auto elsewhere = read({QStringLiteral("--database"), QStringLiteral("sqlite:/x/y.db")});
        QCOMPARE(elsewhere->server.database.path, QStringLiteral("/x/y.db"));
        const auto server = read({QStringLiteral("--database"), QStringLiteral("postgresql://u@h:1234/n")});
        QCOMPARE(server->server.database.engine, Engine::Postgres);
        QCOMPARE(server->server.database.port, 1234);
    }

    void passwords() {
        const QString option = QStringLiteral("--database-password-file");
        const QString path = file("secret", "s3cret\nmore");
        QCOMPARE(read({option, path})->server.database.password, QStringLiteral("s3cret"));
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("SIMRS_DATABASE_PASSWORD"), QStringLiteral("other"));
        QCOMPARE(read({}, environment)->server.database.password, QStringLiteral("other"));
        QCOMPARE(read({option, path}, environment)->server.database.password, QStringLiteral("s3cret"));
        const QString config = file("p.conf", "[database]\npassword_file = " + path.toUtf8() + "\n");
        QCOMPARE(read({QStringLiteral("--config"), config})->server.database.password,
                 QStringLiteral("s3cret"));
        QCOMPARE(read({QStringLiteral("--config"), config}, environment)->server.database.password,
                 QStringLiteral("other"));
        environment.insert(QStringLiteral("SIMRS_DATABASE_PASSWORD_FILE"), path);
        const auto both = read({}, environment);
        QVERIFY(!both && both.error().code == ExitCode::Config);
        environment.remove(QStringLiteral("SIMRS_DATABASE_PASSWORD"));
        QCOMPARE(read({}, environment)->server.database.password, QStringLiteral("s3cret"));
        const auto shown = read({option, path});
        QVERIFY(!shown->description.contains(QStringLiteral("s3cret")));
    }

    void names() {
        const auto settings = read({QStringLiteral("--names"), QStringLiteral("simrs.example, 10.0.0.5")});
        QCOMPARE(settings->server.certificateNames,
                 QStringList({QStringLiteral("simrs.example"), QStringLiteral("10.0.0.5")}));
    }
};

QTEST_APPLESS_MAIN(SettingsTest)
#include "settings_test.moc"
