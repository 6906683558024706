// SPDX-License-Identifier: GPL-3.0-or-later
// Eight processes register 500 visits each at one clinic, on both engines: 4,000 visits, 4,000 distinct
// numbers, none refused. SIMRS_CAMPAIGN=full is that size; ci is a tenth of it.
#include <QProcess>
#include <QSet>
#include <QTest>

#include "common/core/executor.h"
#include "common/core/ticket_range.h"
#include "common/hospital/hospital.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class RaceTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void numbersAreGivenOnce_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void numbersAreGivenOnce() {
        QFETCH(bool, postgres);
        constexpr int kProcesses = 8;
        const int visits = qEnvironmentVariable("SIMRS_CAMPAIGN") == QLatin1String("full") ? 500 : 50;
        ServerRig rig(postgres ? testDatabaseUrl(QStringLiteral("race")) : QString());
        const QString address = rig.folder() + QStringLiteral("/address");
        QFile file(address);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(rig.port()) + '\n' + rig.pin().toLatin1() + '\n');
        file.close();
        std::vector<std::unique_ptr<QProcess>> clerks;
        for (int i = 0; i < kProcesses; ++i) {
            auto clerk = std::make_unique<QProcess>();
            clerk->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            clerk->start(QCoreApplication::applicationDirPath() + QStringLiteral("/campaign_clerk"),
                         {address, QString::number(visits), QStringLiteral("1"), QString::number(i)});
            clerks.push_back(std::move(clerk));
        }
        QSet<QByteArray> numbers;
        int told = 0;
        for (const auto& clerk : clerks) {
            QVERIFY(clerk->waitForFinished(500'000));
            QCOMPARE(clerk->exitCode(), 0);
            for (const QByteArray& line : clerk->readAllStandardOutput().split('\n')) {
                if (line.isEmpty()) continue;
                ++told;
                numbers.insert(line.mid(line.indexOf(' ')));
            }
        }
        QCOMPARE(told, kProcesses * visits);
        QCOMPARE(numbers.size(), told);
        const auto store = rig.store();
        QVERIFY(store->read([&](Reader& reader) -> Status {
            qint64 rows = 0;
            qint64 highest = 0;
            for (;;) {
                const auto page = reader.list(
                    Where<Ticket>().atLeast<&Ticket::number>(highest + 1).orderBy<&Ticket::number>());
                if (!page || page->isEmpty()) break;
                rows += page->size();
                highest = *page->last().number;
            }
            // No gap either, but for the numbers that are reserved: nobody was given a number that vanished.
            if (rows != told || highest != ticketOfCount(told)) return fail(ErrorCode::Internal);
            return {};
        }));
        qInfo("%d visits, %lld distinct numbers, 0 refused", told, static_cast<long long>(numbers.size()));
    }

    void theSameScriptGivesTheSameStateOnBothEngines() {
        QByteArray hashes[2];
        for (const bool postgres : {false, true}) {
            DatabaseConfig config;
            config.path = QStringLiteral(":memory:");
            if (postgres) config = *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("script")));
            hashes[postgres ? 1 : 0] = runScript(config);
        }
        QVERIFY(!hashes[0].isEmpty());
        QCOMPARE(hashes[0].toHex(), hashes[1].toHex());
    }

  private:
    class StillClock final : public Clock {
      public:
        std::int64_t nowMs() const override { return 1'795'000'000'000; }
        std::int64_t monotonicMs() const override { return 0; }
    };

    /// 300 commands drawn from one seed, some of them refused, through the executor.
    static QByteArray runScript(const DatabaseConfig& config);
};

namespace {

struct Script {
    SeededRandom random{2026};
    Masters masters;
    QList<PatientId> patients;
    QList<VisitMade> visits;
    qint64 number = 0;
};

Masters scriptMasters() {
    Masters masters;
    Clinic clinic;
    clinic.id = ClinicId(Uuid::named("c"));
    clinic.code = QStringLiteral("INT");
    clinic.name = QStringLiteral("Penyakit Dalam");
    masters.clinics = {clinic};
    Doctor doctor;
    doctor.id = DoctorId(Uuid::named("d"));
    doctor.code = QStringLiteral("D1");
    doctor.name = QStringLiteral("dr. A");
    doctor.clinicId = clinic.id;
    masters.doctors = {doctor};
    Payer payer;
    payer.id = PayerId(Uuid::named("p"));
    payer.code = QStringLiteral("UMUM");
    payer.name = QStringLiteral("Umum");
    masters.payers = {payer};
    return masters;
}

std::pair<qint64, QByteArray> nextCommand(Script& script) {
    const std::uint64_t kind = script.random.below(10);
    const auto any = [&](qsizetype size) {
        return static_cast<qsizetype>(script.random.below(static_cast<std::uint64_t>(size)));
    };
    if (kind < 3 || script.patients.isEmpty()) {
        Patient patient = testPatient(static_cast<int>(script.random.below(60)));
        patient.mrn = ++script.number;
        return {RegisterPatient::info.type, encode(RegisterPatient{patient, {}})};
    }
    if (kind < 8 || script.visits.isEmpty()) {
        RegisterVisit visit;
        visit.patientId = script.patients[any(script.patients.size())];
        visit.clinicId = script.masters.clinics.first().id;
        visit.doctorId = script.masters.doctors.first().id;
        visit.payerId = script.masters.payers.first().id;
        visit.serviceDate = dayIn(QStringLiteral("Asia/Jakarta"), Instant(1'795'000'000'000));
        visit.registrationNumber = ++script.number;
        visit.repeat = script.random.below(2) == 0;
        visit.series = QStringLiteral("INT/D1/am/A");
        visit.letter = QStringLiteral("A");
        return {RegisterVisit::info.type, encode(visit)};
    }
    const VisitMade& made = script.visits[any(script.visits.size())];
    return {CancelVisit::info.type,
            encode(CancelVisit{made.visit.id, made.ticket.id, QStringLiteral("Salah poli")})};
}

void remember(Script& script, qint64 type, const CommandResult& result) {
    if (result.error != 0) return;
    if (type == RegisterPatient::info.type) script.patients.append(decode<PatientMade>(result.reply)->id);
    if (type == RegisterVisit::info.type) script.visits.append(*decode<VisitMade>(result.reply));
}

}  // namespace

QByteArray RaceTest::runScript(const DatabaseConfig& config) {
    StillClock clock;
    SeededRandom random(9);
    Store store(config, StoreForm::Server, {clock, random, nullptr});
    if (!store.migrate(hospitalEntities())) return {};
    BlockBook blocks;
    Executor executor(hospitalRequests(), blocks, clock);
    Script script;
    script.masters = scriptMasters();
    const DeviceId device(Uuid::named("device"));
    WriteContext context;
    context.writeId = Uuid::named("script");
    const auto seeded = store.write(context, [&](WishTx& tx) -> Status {
        tx.insert(script.masters.clinics.first());
        tx.insert(script.masters.doctors.first());
        tx.insert(script.masters.payers.first());
        Device row;
        row.id = device;
        tx.insert(row);
        for (const NumberKind kind : {NumberKind::MedicalRecord, NumberKind::Registration}) {
            NumberBlock block;
            block.id = tx.newId<NumberBlock>(static_cast<std::uint32_t>(kind));
            block.kind = kind;
            block.deviceId = device;
            block.first = 1;
            block.last = 10'000;
            tx.insert(block);
        }
        return {};
    });
    if (!seeded) return {};
    const Author author{PermissionSet({Role::RegistrationClerk}), Uuid::named("clerk"), device,
                        QStringLiteral("Asia/Jakarta")};
    int refused = 0;
    for (qint64 seq = 1; seq <= 300; ++seq) {
        const auto [type, payload] = nextCommand(script);
        CommandMessage message;
        message.id = CommandId(Uuid::fromBytes(script.random.bytes(16)));
        message.seq = seq;
        message.type = type;
        message.actor = author.actor;
        message.at = clock.now();
        message.payload = payload;
        store.writeOne(
            executor.job(store, message, author, [&](const ResultMessage& result, const CommitReport&) {
                if (result.infrastructure != 0)
                    qFatal("infrastructure %lld", static_cast<long long>(result.infrastructure));
                refused += result.result.error != 0;
                remember(script, message.type, result.result);
            }));
    }
    if (refused == 0 || script.visits.size() < 50) return {};
    const auto hash = store.stateHash(hospitalEntities());
    return hash ? *hash : QByteArray();
}

QTEST_GUILESS_MAIN(RaceTest)
#include "race_test.moc"
