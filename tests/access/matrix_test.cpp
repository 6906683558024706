// SPDX-License-Identifier: GPL-3.0-or-later
// Every request × every role, each cell through a real server, against a committed golden table.
#include <QFile>
#include <QTest>

#include "common/hospital/hospital.h"
#include "tests/server/server_rig.h"

using namespace simrs;
using namespace simrs::test;

class MatrixTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyCellAnswersAsTheGoldenTableSays() {
        ServerRig rig;
        std::map<Role, std::unique_ptr<DeskClient>> desks;
        for (const Role role : kRoles) desks[role] = rig.client(role);
        QStringList lines;
        QString head = QStringLiteral("request");
        for (const Role role : kRoles) head += QLatin1Char('\t') + roleName(role);
        lines.append(head);
        SeededRandom random(1);
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            // Ending the session is everybody's, and would end the test's.
            if (entry.info.type == LogOut::info.type) continue;
            QString line = QString::fromLatin1(entry.info.name);
            for (const Role role : kRoles) {
                const bool allowed = ask(*desks[role], entry, random) != ErrorCode::PermissionDenied;
                QCOMPARE(allowed, allows(role, entry.info.permission));
                line += allowed ? QStringLiteral("\tyes") : QStringLiteral("\tno");
            }
            lines.append(line);
        }
        const QString made = lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
        QFile golden(QStringLiteral(SIMRS_GOLDEN_MATRIX));
        QVERIFY2(golden.open(QIODevice::ReadOnly), "tests/access/golden_matrix.tsv");
        const QString expected = QString::fromUtf8(golden.readAll());
        if (made != expected) qWarning("the matrix is now:\n%s", qPrintable(made));
        QCOMPARE(made, expected);
    }

    void nothingIsAnsweredBeforeLogIn() {
        ServerRig rig;
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            DeskClient stranger;
            QVERIFY(stranger.connect(rig.port(), rig.pin()));
            SeededRandom random(2);
            const auto answer = stranger.request(entry.info.type, entry.randomPayload(random));
            QVERIFY2(!answer, entry.info.name);
            QCOMPARE(answer.error().code, ErrorCode::WrongState);
        }
    }

    void aRevokedRightEndsWithinSeconds() {
        ServerRig rig;
        auto desk = rig.client(Role::RegistrationClerk);
        QVERIFY(desk->ask(FindPatients{QStringLiteral("siti")}));
        const auto store = rig.store();
        WriteContext context;
        context.writeId = Uuid::named("revoke");
        QVERIFY(store->write(context, [&](WishTx& tx) -> Status {
            const auto roles = tx.list(Where<UserRole>().eq<&UserRole::userId>(desk->grant().user));
            for (const UserRole& row : *roles)
                tx.patch<UserRole>(row.id, [](UserRole& r) { r.role = Role::Auditor; });
            return {};
        }));
        QTRY_VERIFY_WITH_TIMEOUT(!desk->ask(FindPatients{QStringLiteral("siti")}), 10'000);
        QCOMPARE(desk->ask(FindPatients{QStringLiteral("siti")}).error().code, ErrorCode::PermissionDenied);
    }

    void guessingIsSlowedDown() {
        ServerRig rig;
        DeskClient desk;
        QVERIFY(desk.connect(rig.port(), rig.pin()));
        for (int i = 0; i < limits::kLoginAttempts; ++i)
            QCOMPARE(desk.logIn(QStringLiteral("manager"), QStringLiteral("salah-benar")).error().code,
                     ErrorCode::LoginRefused);
        const auto blocked = desk.logIn(QStringLiteral("manager"), ServerRig::password());
        QVERIFY(!blocked);
        QCOMPARE(blocked.error().code, ErrorCode::LoginBlocked);
        // Others are not held up.
        QVERIFY(desk.logIn(QStringLiteral("auditor"), ServerRig::password()));
    }

    void anotherKeyCannotTakeADevice() {
        ServerRig rig;
        auto desk = rig.client(Role::RegistrationClerk);
        TestDevice thief = TestDevice::make();
        thief.id = desk->device().id;
        DeskClient stolen(thief);
        QVERIFY(stolen.connect(rig.port(), rig.pin()));
        QCOMPARE(stolen.logIn(QStringLiteral("manager"), ServerRig::password()).error().code,
                 ErrorCode::DeviceUnknown);
    }

    void resumesWithTheTokenOnly() {
        ServerRig rig;
        auto desk = rig.client(Role::RegistrationClerk);
        const QByteArray token = desk->grant().token;
        DeskClient again(desk->device());
        QVERIFY(again.connect(rig.port(), rig.pin()));
        QCOMPARE(again.resume(QByteArray(32, 'x')).error().code, ErrorCode::SessionExpired);
        QVERIFY(again.resume(token));
        QVERIFY(again.ask(GetMasters{}));
        QVERIFY(again.request(LogOut::info.type, encode(LogOut{})));
        DeskClient late(desk->device());
        QVERIFY(late.connect(rig.port(), rig.pin()));
        QCOMPARE(late.resume(token).error().code, ErrorCode::SessionExpired);
    }

  private:
    static ErrorCode ask(DeskClient& desk, const RequestEntry& entry, Random& random) {
        if (entry.apply) {
            const auto result =
                desk.command(desk.message(entry.info.type, entry.randomPayload(random), desk.newCommandId()));
            return result ? errorFromNumber(static_cast<int>(result->error)) : result.error().code;
        }
        const auto answer = desk.request(entry.info.type, entry.randomPayload(random));
        return answer ? ErrorCode::None : answer.error().code;
    }
};

QTEST_GUILESS_MAIN(MatrixTest)
#include "matrix_test.moc"
