// SPDX-License-Identifier: GPL-3.0-or-later
// The account functions over a store.
#include "common/access/accounts.h"

#include <QTest>

#include "common/base/random.h"
#include "common/hospital/hospital.h"
#include "common/store/store.h"

using namespace simrs;

class AccountsTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    SeededRandom m_random{1};
    std::unique_ptr<Store> m_store;

    template <class F>
    Status write(const F& work) {
        WriteContext context;
        context.writeId = Uuid::make(m_clock, m_random);
        context.at = m_clock.now();
        context.isCommand = false;
        const auto done = m_store->write(context, work);
        return done ? Status() : tl::unexpected<Error>(done.error());
    }
    Status add(const QString& login, const QList<Role>& roles = {},
               const QString& name = QStringLiteral("Rini")) {
        return write([&](WishTx& tx) -> Status {
            const auto added = addAccount(tx, {login, name, roles, QStringLiteral("hash"), true});
            return added ? Status() : tl::unexpected<Error>(added.error());
        });
    }
    Account account(const QString& login) {
        Account found;
        const Status read = m_store->read([&](Reader& reader) -> Status {
            for (const Account& one : listAccounts(reader)) {
                if (one.user.login == login) found = one;
            }
            return {};
        });
        if (!read) qFatal("accounts cannot be read");
        return found;
    }
    static ErrorCode codeOf(const Status& status) { return status ? ErrorCode::None : status.error().code; }

  private Q_SLOTS:
    void init() {
        DatabaseConfig config;
        config.path = QStringLiteral(":memory:");
        m_store = std::make_unique<Store>(config, StoreForm::Server, Store::Services{m_clock, m_random});
        QVERIFY(m_store->migrate(hospitalEntities()));
    }

    void logins() {
        for (const char* good : {"ab", "rini", "dr.budi-2_x"})
            QVERIFY2(checkLogin(QLatin1String(good)), good);
        for (const char* bad : {"a", "1rini", "Rini", "ri ni", ".rini", "rini'--", "rin\xc3\xad"})
            QCOMPARE(codeOf(checkLogin(QString::fromUtf8(bad))), ErrorCode::FieldInvalid);
        QCOMPARE(codeOf(checkLogin({})), ErrorCode::FieldRequired);
        QCOMPARE(codeOf(checkLogin(QString(41, QLatin1Char('a')))), ErrorCode::FieldTooLong);
    }

    void addsOnce() {
        QVERIFY(add(QStringLiteral("rini"), {Role::Manager, Role::RegistrationClerk, Role::Manager}));
        QCOMPARE(account(QStringLiteral("rini")).roles,
                 QList<Role>({Role::RegistrationClerk, Role::Manager}));
        QVERIFY(account(QStringLiteral("rini")).user.mustChangePassword);
        QCOMPARE(codeOf(add(QStringLiteral("rini"))), ErrorCode::UserExists);
        QCOMPARE(codeOf(add(QStringLiteral("budi"), {}, QStringLiteral("  "))), ErrorCode::FieldRequired);
        QCOMPARE(codeOf(add(QStringLiteral("budi"), {}, QString(121, QLatin1Char('x')))),
                 ErrorCode::FieldTooLong);
    }

    void aRevokedRoleKeepsItsRow() {
        const QString rini = QStringLiteral("rini");
        QVERIFY(add(rini, {Role::Manager}));
        QVERIFY(write([&](WishTx& tx) { return revokeRoles(tx, rini, {Role::Manager, Role::Auditor}); }));
        QVERIFY(account(rini).roles.isEmpty());
        QVERIFY(write([&](WishTx& tx) { return grantRoles(tx, rini, {Role::Manager, Role::Auditor}); }));
        QVERIFY(write([&](WishTx& tx) { return grantRoles(tx, rini, {Role::Manager}); }));
        QCOMPARE(account(rini).roles, QList<Role>({Role::Manager, Role::Auditor}));
        qsizetype rows = 0;
        QVERIFY(m_store->read([&](Reader& reader) -> Status {
            rows = reader.list(Where<UserRole>())->size();
            return {};
        }));
        QCOMPARE(rows, 2);
    }

    void unknownUsers() {
        const QString nobody = QStringLiteral("nobody");
        const auto code = [&](const auto& work) { return codeOf(write(work)); };
        QCOMPARE(code([&](WishTx& tx) { return grantRoles(tx, nobody, {Role::Manager}); }),
                 ErrorCode::UserUnknown);
        QCOMPARE(code([&](WishTx& tx) { return revokeRoles(tx, nobody, {Role::Manager}); }),
                 ErrorCode::UserUnknown);
        QCOMPARE(code([&](WishTx& tx) { return resetPassword(tx, nobody, nobody, true); }),
                 ErrorCode::UserUnknown);
        QCOMPARE(code([&](WishTx& tx) { return setAccountActive(tx, nobody, false); }),
                 ErrorCode::UserUnknown);
    }

    void resettingAndDisablingEndSessions() {
        const QString rini = QStringLiteral("rini");
        QVERIFY(add(rini));
        const UserId user = account(rini).user.id;
        const auto open = [&](const char* token) {
            return write([&](WishTx& tx) -> Status {
                Device device;
                device.id = DeviceId(Uuid::named(token));
                tx.insert(device);
                Session session;
                session.id = tx.newId<Session>();
                session.userId = user;
                session.deviceId = device.id;
                session.tokenHash = token;
                session.startedAt = m_clock.now();
                tx.insert(session);
                return {};
            });
        };
        const auto running = [&] {
            qsizetype count = -1;
            const Status read = m_store->read([&](Reader& reader) -> Status {
                count = reader.list(Where<Session>().eq<&Session::endedAt>(Instant()))->size();
                return {};
            });
            return read ? count : -1;
        };
        QVERIFY(open("one"));
        QCOMPARE(running(), 1);
        QVERIFY(write([&](WishTx& tx) { return resetPassword(tx, rini, QStringLiteral("other"), false); }));
        QCOMPARE(running(), 0);
        QCOMPARE(account(rini).user.passwordHash, QStringLiteral("other"));
        QVERIFY(!account(rini).user.mustChangePassword);
        QVERIFY(open("two"));
        QVERIFY(write([&](WishTx& tx) { return setAccountActive(tx, rini, false); }));
        QCOMPARE(running(), 0);
        QVERIFY(!account(rini).user.active);
        QVERIFY(write([&](WishTx& tx) { return setAccountActive(tx, rini, true); }));
        QVERIFY(account(rini).user.active);
    }
};

QTEST_APPLESS_MAIN(AccountsTest)
#include "accounts_test.moc"
