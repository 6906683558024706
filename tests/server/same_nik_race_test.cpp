// SPDX-License-Identifier: GPL-3.0-or-later
// Two clerks save one NIK in the same moment, again and again, on PostgreSQL where both may pass the rules:
// one is registered, the other reads who has it.
#include <QTest>
#include <thread>

#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class SameNikRaceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void oneIsRegisteredTheOtherReadsWho() {
        ServerRig rig(testDatabaseUrl(QStringLiteral("samenik")));
        auto one = rig.client(Role::RegistrationClerk);
        auto two = rig.client(Role::RegistrationClerk);
        for (int i = 1; i <= 60; ++i) {
            std::optional<Result<PatientMade>> outcomes[2];
            std::thread first([&] { outcomes[0] = one->submit(RegisterPatient{testPatient(i), {}}); });
            std::thread second([&] { outcomes[1] = two->submit(RegisterPatient{testPatient(i), {}}); });
            first.join();
            second.join();
            const int winner = outcomes[0]->has_value() ? 0 : 1;
            QVERIFY(outcomes[winner]->has_value());
            QVERIFY(!outcomes[1 - winner]->has_value());
            const Error& refusal = outcomes[1 - winner]->error();
            QCOMPARE(refusal.code, ErrorCode::NikTaken);
            QCOMPARE(refusal.args.first(), (*outcomes[winner])->id.toString());
        }
    }
};

QTEST_GUILESS_MAIN(SameNikRaceTest)
#include "same_nik_race_test.moc"
