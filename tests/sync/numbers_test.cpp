// SPDX-License-Identifier: GPL-3.0-or-later
// Queue numbers and temporary numbers of desks without a connection: no text of a day twice, one valid ticket
// a visit whatever was lost, and nothing that was printed stops finding its patient. Over both engines.
#include <QSet>
#include <QTest>

#include "common/core/case_item.h"
#include "common/core/ticket_range.h"
#include "common/hospital/hospital.h"
#include "common/registration/number_alias.h"
#include "common/registration/registered_visit.h"
#include "common/sync/replica.h"
#include "tests/support/test_postgres.h"
#include "tests/sync/number_desk.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

DatabaseConfig database(bool postgres) {
    return postgres ? *parseDatabaseUrl(testDatabaseUrl(QStringLiteral("numbers"))) : memoryDatabase();
}

/// Numbers of the tickets of a visit: valid ones, cancelled ones.
struct Numbers {
    QList<qint64> valid;
    QList<qint64> cancelled;
};

Numbers numbersOf(NumberHouse& house, const VisitId& visit) {
    Numbers out;
    for (const Ticket& ticket : house.rows(Where<Ticket>().eq<&Ticket::visitId>(visit)))
        (ticket.cancelled ? out.cancelled : out.valid).append(ticket.number.value_or(0));
    return out;
}

}  // namespace

class NumbersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theHalfOpenTicket_data() { engines(); }
    void theHalfOpenTicket();
    void everyOrder_data() { engines(); }
    void everyOrder();
    void twoLettersAndTwoDaysHaveRangesOfTheirOwn();
    void aLostRangeIsAnsweredAgain();
    void theServerCountsAroundTheReservedNumbers();
    void paperOfARefusedRegistration();
    void paperOfACancelledVisit();
    void dryBlocks_data() { engines(); }
    void dryBlocks();
    void nobodySpeaksForAnotherDesk();
    void paperOfAnotherVisit();
    void anOutboxMadeAnewAsksForOtherNumbers();
    void aCutOffDeskShowsWhatItPrinted();

  private:
    static void engines() {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<bool>("believes");
        QTest::newRow("sqlite") << false << false;
        QTest::newRow("sqlite, assured believed") << false << true;
        QTest::newRow("postgres") << true << false;
        QTest::newRow("postgres, assured believed") << true << true;
    }
    static Executor::Trust trust(bool believes) {
        return believes ? Executor::Trust::BelievesAssured : Executor::Trust::ChecksAll;
    }
    static void step(NumberHouse& house, NumberDesk& desk, Random& random, QList<CommandId>& open);
    static void checkEverything(NumberHouse& house, const QList<NumberDesk*>& desks);
};

/// The server gave A-012, its answer was lost, the clerk printed A-501.
void NumbersTest::theHalfOpenTicket() {
    QFETCH(bool, postgres);
    QFETCH(bool, believes);
    NumberHouse house(database(postgres), trust(believes));
    NumberDesk other(house, s("loket-2"));
    NumberDesk desk(house, s("loket-1"));
    desk.supply();
    other.supply();
    QCOMPARE(desk.outbox->tickets().left(house.today(), s("A")), kTicketRangeSize);
    for (int i = 0; i < 11; ++i) other.registerVisit(house.addPatient(i), false);
    other.send();
    const PatientId patient = house.addPatient(100);
    const CommandId registration = desk.registerVisit(patient, false);
    desk.send(1, false);
    QCOMPARE(numbersOf(house, registeredVisit(registration)).valid, (QList<qint64>{12}));
    QVERIFY(desk.print(registration));
    QCOMPARE(desk.papers.first().first, s("A-501"));
    desk.restart();
    desk.send(3, true);
    QVERIFY(desk.outbox->unsettled().isEmpty());
    for (const CommandResult& result : std::as_const(desk.results)) QCOMPARE(result.error, 0);
    const Numbers numbers = numbersOf(house, registeredVisit(registration));
    QCOMPARE(numbers.valid, (QList<qint64>{501}));
    QCOMPARE(numbers.cancelled, (QList<qint64>{12}));
    QCOMPARE(house.found(s("A-012")), (QList<PatientId>{patient}));
    QCOMPARE(house.found(s("a-501")), (QList<PatientId>{patient}));
    const QString day = house.today().toString(s("dd/MM/yyyy"));
    house.clock.ms += 30LL * 86'400'000;
    QCOMPARE(house.found(s("A-501")), QList<PatientId>());
    QCOMPARE(house.found(s("A-012 ") + day), (QList<PatientId>{patient}));
    QCOMPARE(house.found(s("A-012 99/99/2026")), QList<PatientId>());
    house.clock.ms -= 30LL * 86'400'000;
    // Neither is given to anybody else.
    const CommandId next = other.registerVisit(house.addPatient(101), false);
    other.send();
    QCOMPARE(numbersOf(house, registeredVisit(next)).valid, (QList<qint64>{13}));
    QCOMPARE(desk.kept(desk.registerVisit(patient, true)).reservedTicket, 502);
    QCOMPARE(other.kept(other.registerVisit(patient, true)).reservedTicket, 553);
    checkEverything(house, {&desk, &other});
}

void NumbersTest::step(NumberHouse& house, NumberDesk& desk, Random& random, QList<CommandId>& open) {
    static int patients = 1000;
    switch (random.below(8)) {
        case 0:
        case 1:
            open.append(desk.registerVisit(house.addPatient(++patients), false));
            return;
        case 2:
            open.append(desk.registerVisit(house.addPatient(++patients), true));
            return;
        case 3:
        case 4: {
            if (open.isEmpty()) return;
            const CommandId one = open.takeAt(qsizetype(random.below(std::uint64_t(open.size()))));
            if (desk.outbox->unsettled(one) && desk.kept(one).reservedTicket > 0) desk.print(one);
            return;
        }
        case 5:
            return desk.send(1 + int(random.below(3)), random.below(2) == 0);
        case 6:
            return random.below(3) == 0 ? desk.restart() : desk.supply();
        default: {
            const auto visits = house.rows(Where<Visit>().eq<&Visit::state>(VisitState::Registered));
            if (visits.isEmpty() || random.below(3) != 0) return;
            desk.cancelVisit(visits[qsizetype(random.below(std::uint64_t(visits.size())))].id);
        }
    }
}

/// Two desks and the server's own count, answers lost, commands twice, programs that end.
void NumbersTest::everyOrder() {
    QFETCH(bool, postgres);
    QFETCH(bool, believes);
    int printed = 0;
    int doubles = 0;
    const int seeds = postgres ? 2 : 10;
    for (int seed = 1; seed <= seeds; ++seed) {
        NumberHouse house(database(postgres), trust(believes));
        NumberDesk one(house, s("loket-1"));
        NumberDesk two(house, s("loket-2"));
        SeededRandom random(static_cast<std::uint64_t>(seed));
        one.supply();
        if (seed % 3 != 0) two.supply();  // Now and then one begins without any numbers.
        QList<CommandId> open[2];
        for (int i = 0; i < 120; ++i) {
            const bool first = random.below(2) == 0;
            step(house, first ? one : two, random, open[first ? 0 : 1]);
        }
        one.send(2);
        two.send(2);
        checkEverything(house, {&one, &two});
        printed += static_cast<int>(one.papers.size() + two.papers.size()) / 2;
        doubles += static_cast<int>(house.rows<Ticket>().size() - house.rows<Visit>().size());
    }
    QVERIFY2(printed > 4 * seeds && (believes || doubles > seeds), "nothing was tried");
}

void NumbersTest::checkEverything(NumberHouse& house, const QList<NumberDesk*>& desks) {
    QSet<QString> texts;
    QHash<VisitId, int> valid;
    for (const Ticket& ticket : house.rows<Ticket>()) {
        const QString text = ticketText(ticket.letter, ticket.number);
        QVERIFY2(ticket.number && !texts.contains(text), qPrintable(text));
        texts.insert(text);
        if (!ticket.cancelled) ++valid[ticket.visitId];
        QVERIFY2(house.found(text).contains(ticket.patientId), qPrintable(text));
    }
    QSet<QString> registrations;
    for (const Visit& visit : house.rows<Visit>()) {
        QCOMPARE(valid.value(visit.id), visit.state == VisitState::Cancelled ? 0 : 1);
        QVERIFY(visit.registrationNumber > 0);
    }
    for (NumberDesk* desk : desks) {
        for (const CommandResult& result : std::as_const(desk->results))
            QVERIFY2(result.error == 0 || result.error == qint64(ErrorCode::VisitCancelled),
                     qPrintable(errorName(errorFromNumber(int(result.error)))));
        for (const auto& [text, patient] : std::as_const(desk->papers))
            QVERIFY2(house.found(text).contains(patient), qPrintable(text));
    }
}

void NumbersTest::twoLettersAndTwoDaysHaveRangesOfTheirOwn() {
    TicketRanges ranges;
    const QDate today(2026, 11, 22);
    const QStringList letters{s("A"), s("B2")};
    const auto wanted = ranges.wanted(today, letters);
    QCOMPARE(wanted, (QList<TakeTicketRange>{{today, s("A"), 0},
                                             {today, s("B2"), 0},
                                             {today.addDays(1), s("A"), 0},
                                             {today.addDays(1), s("B2"), 0}}));
    const auto held = [](QDate day, const char* letter, qint64 first, qint64 next) {
        return HeldRange{TicketRangeId(), day, s(letter), first, first + 39, next};
    };
    ranges.load({held(today, "A", 541, 541), held(today, "A", 501, 535), held(today, "B2", 501, 530),
                 held(today.addDays(1), "A", 501, 501)});
    QCOMPARE(ranges.take(today, s("A")), std::optional<qint64>(535));
    QCOMPARE(ranges.take(today, s("C")), std::nullopt);
    QCOMPARE(ranges.take(today.addDays(-1), s("A")), std::nullopt);
    for (int i = 0; i < 5; ++i) ranges.take(today, s("A"));
    QCOMPARE(ranges.take(today, s("A")), std::optional<qint64>(541));
    // What is missing comes before what is low; what is used today does not count for tomorrow.
    QCOMPARE(ranges.wanted(today, letters),
             (QList<TakeTicketRange>{{today.addDays(1), s("B2"), 0}, {today, s("B2"), 540}}));
    QCOMPARE(ranges.wanted(today.addDays(1), {s("A")}),
             (QList<TakeTicketRange>{{today.addDays(2), s("A"), 0}}));
}

void NumbersTest::aLostRangeIsAnsweredAgain() {
    NumberHouse house(memoryDatabase());
    const DeviceId one = house.addDevice(s("loket-1"));
    const DeviceId two = house.addDevice(s("loket-2"));
    const auto range = [&](const DeviceId& device, const TakeTicketRange& ask) {
        const auto reply = house.call(device, ask);
        return reply ? std::pair(reply->first, reply->last)
                     : std::pair(qint64(0), qint64(reply.error().code));
    };
    const QDate today = house.today();
    using Pair = std::pair<qint64, qint64>;
    QCOMPARE(range(one, {today, s("A"), 0}), Pair(501, 540));
    QCOMPARE(range(one, {today, s("A"), 0}), Pair(501, 540));
    QCOMPARE(range(two, {today, s("A"), 0}), Pair(541, 580));
    QCOMPARE(range(one, {today, s("A"), 540}), Pair(581, 620));
    QCOMPARE(range(one, {today, s("B"), 0}), Pair(501, 540));
    QCOMPARE(range(one, {today.addDays(1), s("A"), 0}), Pair(501, 540));
    QCOMPARE(range(one, {today.addDays(2), s("A"), 0}), Pair(0, qint64(ErrorCode::ServiceDateInvalid)));
    for (const char* letter : {"", "a", "AB", "A10", "1"})
        QCOMPARE(range(one, {today, s(letter), 0}), Pair(0, qint64(ErrorCode::FieldInvalid)));
    for (qint64 known = 620; known < kLastReservedTicket; known += kTicketRangeSize)
        QCOMPARE(range(one, {today, s("A"), known}), Pair(known + 1, known + kTicketRangeSize));
    QCOMPARE(range(one, {today, s("A"), kLastReservedTicket}), Pair(0, qint64(ErrorCode::NumbersExhausted)));
    for (const NumberKind kind : {NumberKind::Ticket, NumberKind::Temporary})
        QVERIFY(!house.call(one, TakeNumbers{kind, 0}));
}

void NumbersTest::theServerCountsAroundTheReservedNumbers() {
    QCOMPARE(ticketOfCount(1), 1);
    QCOMPARE(ticketOfCount(500), 500);
    QCOMPARE(ticketOfCount(501), kLastReservedTicket + 1);
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    desk.supply();
    QVERIFY(house.write([&](WishTx& tx) -> Status {
        for (int i = 0; i < 499; ++i) tx.next(ticketCounter(house.today(), s("A")));
        return {};
    }));
    QList<qint64> given;
    for (int i = 0; i < 3; ++i) {
        const CommandId id = desk.registerVisit(house.addPatient(i), false);
        desk.send();
        given += numbersOf(house, registeredVisit(id)).valid;
    }
    QCOMPARE(given, (QList<qint64>{500, 8501, 8502}));
}

/// The clinic closed meanwhile: the patient stands there with his paper all the same.
void NumbersTest::paperOfARefusedRegistration() {
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    desk.supply();
    const PatientId patient = house.addPatient(1);
    const CommandId registration = desk.registerVisit(patient, false);
    const CommandId unprinted = desk.registerVisit(house.addPatient(2), false);
    QVERIFY(desk.print(registration));
    house.setClinicActive(false);
    desk.send(2);
    QCOMPARE(desk.results.value(registration).error, qint64(ErrorCode::ClinicClosed));
    QCOMPARE(desk.results.value(unprinted).error, qint64(ErrorCode::ClinicClosed));
    const auto visits = house.rows<Visit>();
    QCOMPARE(visits.size(), 1);
    QCOMPARE(visits.first().id, registeredVisit(registration));
    QCOMPARE(numbersOf(house, visits.first().id).valid, (QList<qint64>{501}));
    QCOMPARE(house.rows(Where<CaseItem>().eq<&CaseItem::kind>(CaseKind::ActedAfterChange)).size(), 1);
    for (const auto& [text, who] : std::as_const(desk.papers)) QCOMPARE(house.found(text), QList{who});
}

void NumbersTest::paperOfACancelledVisit() {
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    NumberDesk head(house, s("kantor"));
    desk.supply();
    const CommandId registration = desk.registerVisit(house.addPatient(1), false);
    desk.send(1, false);
    const VisitId visit = registeredVisit(registration);
    QVERIFY(house.write([&](WishTx& tx) -> Status {
        CommandContext context;
        context.at = house.clock.now();
        return CancelVisit::apply(tx, context, CancelVisit{visit, {}, s("salah poli")});
    }));
    QVERIFY(desk.print(registration));
    desk.send();
    QCOMPARE(numbersOf(house, visit).valid, QList<qint64>());
    QCOMPARE(numbersOf(house, visit).cancelled.size(), 2);
    QCOMPARE(house.rows<CaseItem>().size(), 1);
    checkEverything(house, {&desk, &head});
}

void NumbersTest::dryBlocks() {
    QFETCH(bool, postgres);
    QFETCH(bool, believes);
    NumberHouse house(database(postgres), trust(believes));
    NumberDesk desk(house, s("loket-1"));
    NumberDesk other(house, s("loket-2"));
    other.supply();
    QList<PatientId> patients;
    for (int i = 0; i < 60; ++i) {  // More than one block of the server's own.
        const CommandId id = desk.registerPatient(i);
        patients.append(PatientId(Uuid::derive(id.uuid(), entityInfo<Patient>.kind, 0)));
        if (i == 30) desk.restart();
    }
    const QString own = QStringLiteral("T-%1-").arg(shortName(desk.id()));
    for (int i = 0; i < 60; ++i) QCOMPARE(desk.papers[i].first, own + QString::number(i + 1));
    const CommandId visit = desk.registerVisit(patients.first(), true);
    QCOMPARE(desk.kept(visit).temporaryNumber, own + s("61"));
    QCOMPARE(desk.kept(visit).registrationNumber, 0);
    desk.papers.append({own + s("61"), patients.first()});
    other.registerPatient(99);
    other.send();
    desk.restart();
    desk.send(2);
    desk.supply();
    const CommandId after = desk.registerPatient(100);
    desk.send();
    QSet<qint64> mrns;
    for (const Patient& patient : house.rows<Patient>()) {
        QVERIFY(patient.mrn > 0 && !mrns.contains(patient.mrn));
        mrns.insert(patient.mrn);
    }
    QCOMPARE(mrns.size(), 62);
    QVERIFY(mrns.contains(decode<PatientMade>(desk.results.value(after).reply)->mrn));
    const auto made = decode<VisitMade>(desk.results.value(visit).reply);
    QVERIFY(made && made->visit.registrationNumber > 0);
    QCOMPARE(house.rows<NumberAlias>().size(), 61);
    checkEverything(house, {&desk, &other});
    QCOMPARE(house.found(desk.papers.first().first.toLower()), QList{patients.first()});
}

void NumbersTest::nobodySpeaksForAnotherDesk() {
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    NumberDesk other(house, s("loket-2"));
    other.supply();
    qint64 seq = 0;
    const auto refused = [&](const auto& command) {
        using R = std::decay_t<decltype(command)>;
        CommandMessage message;
        message.id = CommandId(Uuid::make(house.clock, house.random));
        message.seq = ++seq;
        message.type = R::info.type;
        message.assured = true;
        message.at = house.clock.now();
        message.payload = encode(command);
        return static_cast<ErrorCode>(house.carryOut(desk.id(), message).result.error);
    };
    RegisterPatient patient;
    patient.patient.name = s("Siti");
    for (const QString& text : {temporaryText({shortName(other.id()), 1}), s("T-1-1"), s("x"),
                                temporaryText({shortName(desk.id()), 1}).toLower()}) {
        patient.temporaryNumber = text;
        QCOMPARE(refused(patient), ErrorCode::NumberNotGranted);
    }
    RegisterVisit visit = other.kept(other.registerVisit(house.addPatient(1), false));
    QCOMPARE(visit.reservedTicket, 501);
    visit.temporaryNumber = temporaryText({shortName(desk.id()), 1});
    visit.registrationNumber = 0;
    QCOMPARE(refused(visit), ErrorCode::NumberNotGranted);
    const PrintReservedTicket paper{CommandId(Uuid::named("r")), visit};
    QCOMPARE(refused(paper), ErrorCode::NumberNotGranted);
    QVERIFY(house.rows<Ticket>().isEmpty());
    QVERIFY(!other.outbox->append(*other.outbox->unsettled().cbegin(), RegisterVisit::numbers(visit), true));
}

void NumbersTest::paperOfAnotherVisit() {
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    desk.supply();
    const CommandId first = desk.registerVisit(house.addPatient(1), false);
    const CommandId second = desk.registerVisit(house.addPatient(2), false);
    const RegisterVisit visit = desk.kept(second);
    desk.send();
    QVERIFY(house.write([&](WishTx& tx) -> Status {
        CommandContext context;
        context.at = house.clock.now();
        PrintReservedTicket::apply(tx, context, {first, visit});
        return {};
    }));
    QCOMPARE(numbersOf(house, registeredVisit(first)).valid, (QList<qint64>{1}));
    QCOMPARE(numbersOf(house, registeredVisit(second)).valid, (QList<qint64>{2}));
    QCOMPARE(house.rows<CaseItem>().size(), 1);
}

void NumbersTest::anOutboxMadeAnewAsksForOtherNumbers() {
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    desk.supply();
    const PatientId patient = house.addPatient(1);
    QVERIFY(desk.print(desk.registerVisit(patient, false)));
    desk.send();
    desk.damage();
    QVERIFY(readTemporary(desk.outbox->takeTemporary())->count > 1000);
    QVERIFY(desk.outbox->compare(2));
    desk.supply();
    const CommandId next = desk.registerVisit(patient, false);
    QVERIFY(desk.kept(next).reservedTicket > 540);
    QVERIFY(desk.print(next));
    desk.send();
    checkEverything(house, {&desk});
}

/// The cache of a desk that is cut off: its number, then what the server says.
void NumbersTest::aCutOffDeskShowsWhatItPrinted() {
    NumberHouse house(memoryDatabase());
    NumberDesk desk(house, s("loket-1"));
    desk.supply();
    SetClock clock;
    SeededRandom random(3);
    Store cache(memoryDatabase(), StoreForm::Cache, {clock, random, nullptr});
    Replica replica(cache, hospitalEntities(), hospitalRequests());
    replica.setDevice(desk.id(), NumberHouse::zone());
    QVERIFY(replica.open({}));
    const auto shown = [&](const CommandId& registration) {
        QList<Ticket> tickets;
        const Status read = cache.onCache(replica.entities(), [&](CacheTx& tx) -> Status {
            tickets = tx.all<Ticket>();
            return {};
        });
        if (!read) qFatal("cache");
        const Ticket* ticket = ticketOf(tickets, registeredVisit(registration));
        return ticket ? ticketText(ticket->letter, ticket->number) : QString();
    };
    const auto show = [&] {
        QVERIFY(replica.reset());
        QVERIFY(replica.open({}));
        for (const OutboxEntry& entry : desk.outbox->unsettled()) QVERIFY(replica.show(entry));
    };
    const PatientId patient = house.addPatient(1);
    const CommandId told = desk.registerVisit(patient, true);
    const CommandId waits = desk.registerVisit(patient, false);
    show();
    QCOMPARE(shown(told), s("A-501"));
    QCOMPARE(shown(waits), s("A-…"));
    QVERIFY(desk.print(told));
    QVERIFY(desk.print(waits));
    show();
    QCOMPARE(shown(told), s("A-501"));
    QCOMPARE(shown(waits), s("A-502"));
    desk.send(2);
    QCOMPARE(numbersOf(house, registeredVisit(told)).valid, (QList<qint64>{501}));
    QCOMPARE(numbersOf(house, registeredVisit(waits)).valid, (QList<qint64>{502}));
}

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::NumbersTest)
#include "numbers_test.moc"
