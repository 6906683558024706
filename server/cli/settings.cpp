// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and checking settings.
#include "server/cli/settings.h"

#include <arpa/inet.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <optional>

#include "server/cli/ini_text.h"

namespace simrs {
namespace {

constexpr int kMostWorkers = 64;
const char* const kPasswordVariable = "SIMRS_DATABASE_PASSWORD";

struct Given {
    QString value;
    QString origin;  ///< "--listen", "SIMRS_NET_LISTEN", "/etc/simrs/server.conf line 7", "default"
    bool fromOption = false;
};

tl::unexpected<Exit> wrong(const Given& given, const QString& words) {
    return leave(given.fromOption ? ExitCode::Usage : ExitCode::Config,
                 QStringLiteral("%1: %2").arg(given.origin, words));
}

QString fullPath(const QString& path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); }

struct Listen {
    QString address;
    quint16 port = 0;
};

Outcome<Listen> listenOf(const Given& given) {
    const qsizetype colon = given.value.lastIndexOf(QLatin1Char(':'));
    QString address = given.value.left(std::max<qsizetype>(colon, 0));
    if (address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']')))
        address = address.mid(1, address.size() - 2);
    bool isNumber = false;
    const int port = given.value.mid(colon + 1).toInt(&isNumber);
    std::array<unsigned char, 16> binary{};
    const QByteArray text = address.toLatin1();
    const bool isAddress = inet_pton(AF_INET, text.constData(), binary.data()) == 1 ||
                           inet_pton(AF_INET6, text.constData(), binary.data()) == 1;
    if (colon < 0 || !isNumber || port < 0 || port > 65535 || !isAddress)
        return wrong(given, QStringLiteral("\"%1\" is not ADDR:PORT").arg(given.value));
    return Listen{address, static_cast<quint16>(port)};
}

class Reading {
  public:
    Reading(const CommandLine& line, const QProcessEnvironment& environment, const Terminal& terminal)
        : m_line(line), m_environment(environment), m_terminal(terminal) {}

    Outcome<Settings> read() {
        for (const auto step :
             {&Reading::readFile, &Reading::collect, &Reading::readServer, &Reading::readNet,
              &Reading::readDatabase, &Reading::readDurable, &Reading::readPassword, &Reading::readLog}) {
            if (const Outcome<void> done = (this->*step)(); !done) return tl::unexpected(done.error());
        }
        describe();
        return m_out;
    }

  private:
    Outcome<void> readFile() {
        const bool named = m_line.has("config");
        const QString path = named ? m_line.value("config") : kDefaultConfigFile;
        if (!named && !QFile::exists(path)) return {};
        const Outcome<QByteArray> text = Terminal::wholeFile(path);
        if (!text) return tl::unexpected(text.error());
        m_out.configFile = path;
        const auto entries = parseIni(QString::fromUtf8(*text));
        if (!entries) return wrongLine(entries.error().line, entries.error().words);
        for (const IniEntry& entry : *entries) {
            const auto rows = settingRows();
            const auto known = std::find_if(rows.begin(), rows.end(), [&](const SettingRow& row) {
                return entry.section == QLatin1String(row.section) && entry.key == QLatin1String(row.key);
            });
            if (known == rows.end())
                return wrongLine(entry.line,
                                 QStringLiteral("unknown key \"%1\" in [%2]").arg(entry.key, entry.section));
            m_fromFile.insert(QLatin1String(known->option),
                              {entry.value, QStringLiteral("%1 line %2").arg(path).arg(entry.line)});
        }
        return {};
    }

    tl::unexpected<Exit> wrongLine(int line, const QString& words) const {
        return leave(ExitCode::Config,
                     QStringLiteral("%1 line %2: %3").arg(m_out.configFile).arg(line).arg(words));
    }

    Outcome<void> collect() {
        for (const SettingRow& row : settingRows()) {
            const QString option = QString::fromLatin1(row.option);
            const QString variable = environmentName(row);
            if (m_line.has(row.option))
                m_given.insert(option, {m_line.value(row.option), QStringLiteral("--") + option, true});
            else if (m_environment.contains(variable))
                m_given.insert(option, {m_environment.value(variable), variable});
            else
                m_given.insert(option, m_fromFile.value(option, {QString::fromLatin1(row.fallback),
                                                                 QStringLiteral("default")}));
        }
        return {};
    }

    const Given given(const char* option) const { return m_given.value(QLatin1String(option)); }

    Outcome<void> readServer() {
        const Given data = given("data");
        if (data.value.isEmpty()) return wrong(data, QStringLiteral("a folder is needed"));
        m_out.server.dataFolder = fullPath(data.value);
        const Given workers = given("workers");
        bool isNumber = false;
        m_out.server.workers = workers.value.toInt(&isNumber);
        if (!isNumber || m_out.server.workers < 0 || m_out.server.workers > kMostWorkers)
            return wrong(
                workers,
                QStringLiteral("\"%1\" is not a number from 0 to %2").arg(workers.value).arg(kMostWorkers));
        return {};
    }

    /// After the database.
    Outcome<void> readDurable() {
        const Given durable = given("durable");
        if (durable.value == QLatin1String("commit")) return {};
        if (durable.value != QLatin1String("backup"))
            return wrong(durable, QStringLiteral("\"%1\" is neither commit nor backup").arg(durable.value));
        // A backup beside a running server could not write its mark: the file has one writer.
        const bool serves = m_line.command == QLatin1String("serve");
        if (serves && m_out.server.database.engine == Engine::Sqlite)
            return wrong(durable, QStringLiteral("\"backup\" needs PostgreSQL"));
        m_out.server.durable = Durable::Backup;
        return {};
    }

    Outcome<void> readNet() {
        const Outcome<Listen> clients = listenOf(given("listen"));
        if (!clients) return tl::unexpected(clients.error());
        const Outcome<Listen> http = listenOf(given("http"));
        if (!http) return tl::unexpected(http.error());
        m_out.server.net.address = clients->address;
        m_out.server.net.port = clients->port;
        m_out.server.http.address = http->address;
        m_out.server.http.port = http->port;
        for (const QString& name : given("names").value.split(QLatin1Char(','), Qt::SkipEmptyParts))
            m_out.server.certificateNames.append(name.trimmed());
        return {};
    }

    Outcome<void> readDatabase() {
        const Given url = given("database");
        if (url.value == QLatin1String("sqlite")) {
            m_out.server.database.path = m_out.server.dataFolder + QStringLiteral("/hospital.db");
            return {};
        }
        const Result<DatabaseConfig> parsed = parseDatabaseUrl(url.value);
        if (!parsed)
            return wrong(url,
                         QStringLiteral("expected sqlite, sqlite:PATH or postgresql://user@host:port/name"));
        if (!parsed->password.isEmpty())
            return wrong(url, QStringLiteral("a password does not belong here, use a password file"));
        m_out.server.database = *parsed;
        if (parsed->engine == Engine::Sqlite) m_out.server.database.path = fullPath(parsed->path);
        return {};
    }

    Outcome<void> readPassword() {
        const Given file = given("database-password-file");
        const QString variable = QString::fromLatin1(kPasswordVariable);
        if (!file.value.isEmpty() && (file.fromOption || !m_environment.contains(variable))) {
            Outcome<QString> line = m_terminal.firstLine(file.value);
            if (!line) return tl::unexpected(line.error());
            m_out.server.database.password = *line;
        } else if (m_environment.contains(variable)) {
            if (m_environment.contains(variable + QStringLiteral("_FILE")))
                return leave(ExitCode::Config, QStringLiteral("%1 and %1_FILE are both set").arg(variable));
            m_out.server.database.password = m_environment.value(variable);
        }
        return {};
    }

    Outcome<void> readLog() {
        const Given level = given("log-level");
        const QStringList names{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                QStringLiteral("error")};
        const qsizetype place = names.indexOf(level.value);
        if (place < 0)
            return wrong(
                level,
                QStringLiteral("\"%1\" is none of %2").arg(level.value, names.join(QStringLiteral(", "))));
        m_out.logLevel = static_cast<LogLevel>(place);
        return {};
    }

    void describe() {
        for (const SettingRow& row : settingRows()) {
            const Given one = given(row.option);
            m_out.description +=
                QStringLiteral("[%1] %2 = %3  (%4)\n")
                    .arg(QLatin1String(row.section), QLatin1String(row.key), one.value, one.origin);
        }
        m_out.description.chop(1);
    }

    const CommandLine& m_line;
    const QProcessEnvironment& m_environment;
    const Terminal& m_terminal;
    QHash<QString, Given> m_fromFile;
    QHash<QString, Given> m_given;
    Settings m_out;
};

}  // namespace

Outcome<Settings> readSettings(const CommandLine& line, const QProcessEnvironment& environment,
                               const Terminal& terminal) {
    return Reading(line, environment, terminal).read();
}

}  // namespace simrs
