// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts from the command line.
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

class UserCommandsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    Run user(const QString& words, const QByteArray& input = {}) {
        return runServer(QStringList{QStringLiteral("user")} + words.split(QLatin1Char(' ')) +
                             QStringList{QStringLiteral("--data"), m_dir->path()},
                         plainEnvironment(), input);
    }

    QList<Account> accounts() {
        const SystemClock clock;
        SystemRandom random;
        DatabaseConfig config;
        config.path = m_dir->filePath(QStringLiteral("hospital.db"));
        Store store(config, StoreForm::Server, {clock, random});
        QList<Account> found;
        const Status read = store.read([&](Reader& reader) -> Status {
            found = listAccounts(reader);
            return {};
        });
        if (!read) qFatal("accounts cannot be read");
        return found;
    }

    /// Note and changes of the audit rows of one request, as they are stored.
    QList<QPair<QString, QByteArray>> audit(const QString& request) {
        DatabaseConfig config;
        config.path = m_dir->filePath(QStringLiteral("hospital.db"));
        QList<QPair<QString, QByteArray>> rows;
        const auto db = Database::open(config);
        (*db)->query(QStringLiteral("SELECT note, changes FROM audit WHERE request = ? ORDER BY number"),
                     {request}, [&](const Row& row) {
                         rows.append({row.value(0).toString(), row.value(1).toByteArray()});
                     });
        return rows;
    }

  private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void addsWithAOneTimeSecret() {
        const Run run = user(QStringLiteral("add rini --name Rini --role registration_clerk,auditor"));
        QVERIFY2(run.code == 0, qPrintable(run.err));
        const auto secret =
            QRegularExpression(QStringLiteral("one-time secret: (\\S+)")).match(run.out).captured(1);
        const Account rini = accounts().value(0);
        QCOMPARE(rini.user.name, QStringLiteral("Rini"));
        QVERIFY(rini.user.mustChangePassword && passwordMatches(secret, rini.user.passwordHash));
        QCOMPARE(rini.roles, QList<Role>({Role::RegistrationClerk, Role::Auditor}));
        const Run again = user(QStringLiteral("add rini"));
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains(QStringLiteral("taken")));
    }

    void passwordsFromFileAndPipe() {
        writeFile(m_dir->filePath(QStringLiteral("secret")), "kata sandi panjang\r\nmore\n");
        const Run file =
            user(QStringLiteral("add rini --password-file ") + m_dir->filePath(QStringLiteral("secret")));
        QVERIFY2(file.code == 0, qPrintable(file.err));
        QVERIFY(!file.out.contains(QStringLiteral("sandi")));
        QVERIFY(file.out.contains(QStringLiteral("no role yet")));
        QVERIFY(passwordMatches(QStringLiteral("kata sandi panjang"), accounts().first().user.passwordHash));
        QVERIFY(!accounts().first().user.mustChangePassword);
        QCOMPARE(user(QStringLiteral("reset-password rini --password-file -"), "lain lagi sekali\n").code, 0);
        QVERIFY(passwordMatches(QStringLiteral("lain lagi sekali"), accounts().first().user.passwordHash));
        QCOMPARE(user(QStringLiteral("reset-password rini --ask-password"), "sekali lagi lain\n").code, 0);
        QVERIFY(passwordMatches(QStringLiteral("sekali lagi lain"), accounts().first().user.passwordHash));
        QCOMPARE(user(QStringLiteral("reset-password rini --ask-password"), "\n").code, 1);
        const Run reset = user(QStringLiteral("reset-password rini"));
        QVERIFY(reset.out.contains(QStringLiteral("one-time secret")));
        QVERIFY(accounts().first().user.mustChangePassword);
    }

    void passwordsAreNoticedInTheAuditAndNotKeptThere() {
        QCOMPARE(user(QStringLiteral("add rini")).code, 0);
        QCOMPARE(user(QStringLiteral("reset-password rini")).code, 0);
        for (const char* request : {"user_add", "user_reset_password"}) {
            const auto rows = audit(QLatin1String(request));
            QCOMPARE(rows.size(), 1);
            QVERIFY(!rows.first().second.contains("argon2"));
            bool told = false;
            const QList<AuditChange> made = decode<AuditChanges>(rows.first().second)->list;
            for (const FieldChange& change : made.first().changes)
                told = told || change.tag == fieldOf<&User::passwordHash>().tag;
            QVERIFY(told);
        }
    }

    void disablesAndEnables() {
        QCOMPARE(user(QStringLiteral("add rini")).code, 0);
        QCOMPARE(user(QStringLiteral("disable rini")).code, 0);
        QVERIFY(!accounts().first().user.active);
        QVERIFY(user(QStringLiteral("list")).out.contains(QStringLiteral("rini\trini\tdisabled\t\n")));
        QCOMPARE(user(QStringLiteral("enable rini")).code, 0);
        QVERIFY(accounts().first().user.active);
        for (const char* verb : {"disable", "enable", "reset-password"}) {
            const Run unknown = user(QLatin1String(verb) + QStringLiteral(" nobody"));
            QCOMPARE(unknown.code, 1);
            QVERIFY(unknown.err.contains(QStringLiteral("no such user")));
        }
    }

    void grantsAndRevokes() {
        QCOMPARE(user(QStringLiteral("add rini --role manager")).code, 0);
        QCOMPARE(user(QStringLiteral("grant rini auditor administrator")).code, 0);
        QCOMPARE(user(QStringLiteral("revoke rini manager auditor")).code, 0);
        QCOMPARE(accounts().first().roles, QList<Role>{Role::Administrator});
        QCOMPARE(user(QStringLiteral("grant rini manager")).code, 0);
        QVERIFY(
            user(QStringLiteral("list")).out.contains(QStringLiteral("\tactive\tmanager,administrator\n")));
        QCOMPARE(user(QStringLiteral("grant rini boss")).code, 64);
        // Who gave this role is answerable.
        const auto granted = audit(QStringLiteral("user_grant"));
        QCOMPARE(granted.size(), 2);
        QVERIFY2(granted.first().first.contains(QStringLiteral("command line, uid")),
                 qPrintable(granted.first().first));
        const auto changes = decode<AuditChanges>(granted.first().second)->list;
        QCOMPARE(changes.size(), 2);
        for (const AuditChange& change : changes) QCOMPARE(change.entity, qint64(entityInfo<UserRole>.kind));
        QCOMPARE(user(QStringLiteral("revoke nobody manager")).code, 1);
    }
};

QTEST_GUILESS_MAIN(UserCommandsTest)
#include "user_commands_test.moc"
