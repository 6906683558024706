// SPDX-License-Identifier: GPL-3.0-or-later
// A frozen device at a running server: nobody is let in on it, nothing is told it, and what was saved on it
// is still taken.
#include <QTest>
#include <QThread>

#include "common/access/device_registry.h"
#include "common/core/restored_numbers.h"
#include "tests/server/server_rig.h"

using namespace simrs;
using namespace simrs::test;

class FrozenDeviceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerRig>(); }
    void cleanup() { m_rig.reset(); }

    void logInAndResumeAreRefused() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        const QByteArray token = desk->grant().token;
        for (const auto& [state, code] : {std::pair(DeviceState::Frozen, ErrorCode::DeviceFrozen),
                                          {DeviceState::Wiped, ErrorCode::DeviceWiped}}) {
            QVERIFY(set(desk->device().id, state));
            DeskClient again(desk->device());
            QVERIFY(again.connect(m_rig->port(), m_rig->pin()));
            QCOMPARE(again.logIn(ServerRig::loginOf(Role::Manager), ServerRig::password()).error().code,
                     code);
            QCOMPARE(again.resume(token).error().code, code);
        }
        QVERIFY(set(desk->device().id, DeviceState::Active));
        DeskClient thawed(desk->device());
        QVERIFY(thawed.connect(m_rig->port(), m_rig->pin()));
        QVERIFY(thawed.resume(token));
        QVERIFY(thawed.ask(GetMasters{}));
    }

    void aRunningSessionEnds() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        auto other = m_rig->client(Role::RegistrationClerk);
        QVERIFY(desk->ask(GetMasters{}));
        QVERIFY(set(desk->device().id, DeviceState::Frozen));
        ErrorCode code = ErrorCode::None;  // A session's rights are read again after five seconds.
        for (int i = 0; i < 300 && code == ErrorCode::None; ++i) {
            if (const auto answer = desk->ask(GetMasters{}); !answer) code = answer.error().code;
            QThread::msleep(50);
        }
        QCOMPARE(code, ErrorCode::SessionExpired);
        QVERIFY(desk->tls().awaitEnd());
        QVERIFY(other->ask(GetMasters{}));
    }

    void whatWasSavedIsTakenAndNothingElse() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        RegisterPatient saved{testPatient(1), {}};
        const CommandId id = desk->newCommandId();
        QVERIFY(
            desk->prepare(id, [&](Prepare& prepare) { return RegisterPatient::prepare(prepare, saved); }));
        const CommandMessage message = desk->message(RegisterPatient::info.type, encode(saved), id);
        QVERIFY(set(desk->device().id, DeviceState::Wiped));
        DeskClient late(desk->device());
        QVERIFY(late.connect(m_rig->port(), m_rig->pin()));
        const auto admitted = handIn(late);
        QVERIFY(admitted);
        QCOMPARE(admitted->state, DeviceState::Wiped);
        QCOMPARE(admitted->lastSeq, message.seq - 1);
        QCOMPARE(late.ask(GetMasters{}).error().code, ErrorCode::WrongState);
        QVERIFY(!late.subscribe(1, GetMasters::info.type, encode(GetMasters{})));
        const auto result = late.command(message);
        QVERIFY(result);
        QCOMPARE(result->error, qint64(0));
        auto reader = m_rig->client(Role::Manager);
        QVERIFY(reader->ask(GetPatient{decode<RegisterPatient::Reply>(result->reply)->id}));
        // Nobody's rights are its own: a command without an author who was there is refused.
        CommandMessage forged = message;
        forged.id = desk->newCommandId();
        forged.seq = message.seq + 1;
        forged.actor = Uuid::named("nobody");
        const auto refused = late.command(forged);
        QVERIFY(refused);
        QCOMPARE(refused->error, qint64(ErrorCode::ActorNotOnDevice));
        forged.id = desk->newCommandId();
        forged.seq = message.seq + 2;
        forged.actor = Uuid();
        QCOMPARE(late.command(forged)->error, qint64(ErrorCode::PermissionDenied));
    }

    /// A backup does not know who has logged in after it was made: they are judged by their rights.
    void whoWasHereIsNotKnownAfterARestore() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        QVERIFY(m_rig->client(Role::Manager));
        const UserId away = userOf(Role::Manager);
        QVERIFY(!away.isNull());
        const auto sent = [&](const UserId& actor) {
            const CommandId id = desk->newCommandId();
            RegisterPatient saved{testPatient(int(desk->device().nextSeq)), {}};
            if (!desk->prepare(id,
                               [&](Prepare& prepare) { return RegisterPatient::prepare(prepare, saved); }))
                return ErrorCode::Internal;
            CommandMessage message = desk->message(RegisterPatient::info.type, encode(saved), id);
            message.actor = actor.uuid();
            const auto result = desk->command(message);
            return result ? errorFromNumber(int(result->error)) : result.error().code;
        };
        QCOMPARE(sent(away), ErrorCode::ActorNotOnDevice);
        QVERIFY(write([](WishTx& tx) -> Status {
            RestoredNumbers unknown;
            unknown.id = tx.newId<RestoredNumbers>();
            tx.insert(unknown);
            return {};
        }));
        QCOMPARE(sent(away), ErrorCode::PermissionDenied);  // A manager registers nobody.
        QCOMPARE(sent(UserId(Uuid::named("nobody"))), ErrorCode::ActorNotOnDevice);
    }

    void onlyTheDeviceItselfHandsIn() {
        auto desk = m_rig->client(Role::RegistrationClerk);
        TestDevice thief = TestDevice::make();
        DeskClient stranger(thief);
        QVERIFY(stranger.connect(m_rig->port(), m_rig->pin()));
        QCOMPARE(handIn(stranger).error().code, ErrorCode::DeviceUnknown);
        thief.id = desk->device().id;
        DeskClient stolen(thief);
        QVERIFY(stolen.connect(m_rig->port(), m_rig->pin()));
        QCOMPARE(handIn(stolen).error().code, ErrorCode::DeviceUnknown);
    }

    /// It was registered, and has sent commands, between a backup and its restore.
    void aDeviceThatABackupDidNotKnowGoesOn() {
        QCOMPARE(m_rig->client(Role::RegistrationClerk)->grant().lastSeq, 0);
        QVERIFY(write([](WishTx& tx) -> Status {
            RestoredNumbers unknown;
            unknown.id = tx.newId<RestoredNumbers>();
            tx.insert(unknown);
            return {};
        }));
        auto desk = m_rig->client(Role::RegistrationClerk);
        QCOMPARE(desk->grant().lastSeq, kAnySeq);
        desk->device().nextSeq = 57;
        QVERIFY(desk->submit(RegisterPatient{testPatient(1), {}}));
        QVERIFY(desk->submit(RegisterPatient{testPatient(2), {}}));
        desk->device().nextSeq = 60;
        QCOMPARE(desk->submit(RegisterPatient{testPatient(3), {}}).error().code, ErrorCode::OutOfOrder);
    }

  private:
    bool write(const std::function<Status(WishTx&)>& work) {
        WriteContext context;
        SystemClock clock;
        SystemRandom random;
        context.writeId = Uuid::make(clock, random);
        context.isCommand = false;
        return m_rig->store()->write(context, work).has_value();
    }
    UserId userOf(Role role) {
        UserId found;
        const Status read = m_rig->store()->read([&](Reader& reader) -> Status {
            const auto users = reader.list(Where<User>().eq<&User::login>(ServerRig::loginOf(role)).limit(1));
            if (users && !users->isEmpty()) found = users->first().id;
            return {};
        });
        return read ? found : UserId();
    }
    bool set(const DeviceId& device, DeviceState state) {
        return write([&](WishTx& tx) { return setDeviceState(tx, device, state); });
    }
    static Result<HandInGrant> handIn(DeskClient& client) {
        HandIn request;
        SIMRS_ASSIGN(request.signature,
                     signWithDeviceKey(client.device().key.privatePem, client.welcome().challenge));
        SIMRS_ASSIGN(const QByteArray bytes, client.request(kHandInType, encode(request)));
        return decode<HandInGrant>(bytes);
    }

    std::unique_ptr<ServerRig> m_rig;
};

QTEST_GUILESS_MAIN(FrozenDeviceTest)
#include "frozen_device_test.moc"
