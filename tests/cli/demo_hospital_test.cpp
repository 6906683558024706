// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo hospital must be: believable rows that keep every rule of the desk, numbers the desk goes on
// from, nothing of a living person.
#include <QMap>
#include <QSet>
#include <QTest>

#include "common/access/accounts.h"
#include "common/access/password.h"
#include "common/core/case_item.h"
#include "common/core/number_block.h"
#include "common/registration/counter_rules.h"
#include "common/registration/hospital_lists.h"
#include "common/registration/name_key.h"
#include "common/registration/same_person.h"
#include "common/registration/stay.h"
#include "common/registration/visit_details.h"
#include "tests/cli/demo_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {
const QString kZone = QStringLiteral("Asia/Jakarta");
const Instant kNow = demoTime(2026, 5, 5, 11);
}  // namespace

class DemoHospitalTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DemoRig> m_rig;

  private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<DemoRig>(kNow, kSomePatients); }

    void everyPatientPassesTheDesk() {
        const QDate today(2026, 5, 5);
        QSet<QString> niks, cards;
        QSet<PatientId> ids;
        int unasked = 0;
        qint64 mrn = 0;
        for (const Patient& patient : m_rig->rows().patients) {
            const Status good = checkPatient(patient, today);
            QVERIFY2(good, good ? "" : qPrintable(errorName(good.error().code) + patient.name));
            Patient tidied = patient;
            tidyPatient(tidied);
            QVERIFY(tidied == patient);
            QCOMPARE(patient.mrn, ++mrn);
            QCOMPARE(patient.nameKey, nameKey(patient.name));
            QVERIFY(patient.registeredAt <= kNow);
            QVERIFY(dayIn(kZone, patient.registeredAt) >= patient.birthDate);
            // No living person has such a number.
            if (!patient.nik.isEmpty())
                QVERIFY2(patient.nik.right(4) >= QStringLiteral("9000"), qPrintable(patient.nik));
            QVERIFY(patient.nik.isEmpty() || !niks.contains(patient.nik));
            QVERIFY(patient.card.isEmpty() ||
                    (patient.card.startsWith(QStringLiteral("000999")) && !cards.contains(patient.card)));
            QVERIFY(patient.phone.isEmpty() || patient.phone.startsWith(QStringLiteral("0800")));
            QVERIFY(!ids.contains(patient.id));
            niks.insert(patient.nik);
            cards.insert(patient.card);
            ids.insert(patient.id);
            unasked += patient.allergyState == AllergyState::NotAsked;
        }
        QCOMPARE(mrn, 1500);
        QVERIFY(unasked > 450 && unasked < 750);
    }

    void everyVisitKeepsTheRules() {
        const DemoReport report = m_rig->report();
        const DemoRows all = m_rig->rows();
        QMap<PatientId, Patient> patients;
        for (const Patient& patient : all.patients) patients.insert(patient.id, patient);
        QMap<VisitId, Ticket> tickets;
        for (const Ticket& ticket : all.tickets) tickets.insert(ticket.visitId, ticket);
        QCOMPARE(tickets.size(), all.tickets.size());
        QSet<std::pair<PatientId, QString>> once;
        qint64 number = 0, today = 0, cancelled = 0, newToday = 0;
        m_rig->write([&](WishTx& tx) {
            for (const Visit& visit : all.visits) {
                const Patient patient = patients.value(visit.patientId);
                const Clinic clinic = *tx.get<Clinic>(visit.clinicId);
                QCOMPARE(visit.registrationNumber, ++number);
                QVERIFY(visit.registeredAt <= kNow && visit.cancelledAt <= kNow);
                QCOMPARE(dayIn(kZone, visit.registeredAt), visit.serviceDate);
                QVERIFY(patient.registeredAt <= visit.registeredAt);
                QVERIFY(!tx.get<Payer>(visit.payerId)->needsCard || !patient.card.isEmpty());
                QVERIFY(tx.get<User>(visit.registeredBy).has_value());
                QCOMPARE(visit.state == VisitState::Cancelled, !visit.cancelReason.isEmpty());
                QCOMPARE(visit.type == VisitType::Emergency, clinic.kind == ClinicKind::Emergency);
                QCOMPARE(visit.type == VisitType::Outpatient, tickets.contains(visit.id));
                const QString key = visit.serviceDate.toString(Qt::ISODate) + clinic.code;
                QVERIFY(!once.contains({visit.patientId, key}));
                once.insert({visit.patientId, key});
                today += visit.serviceDate == QDate(2026, 5, 5) && visit.type != VisitType::Inpatient;
                cancelled += visit.state == VisitState::Cancelled;
                newToday += visit.serviceDate == QDate(2026, 5, 5) &&
                            dayIn(kZone, patient.registeredAt) == visit.serviceDate;
                if (visit.type != VisitType::Outpatient) continue;
                const Ticket ticket = tickets.value(visit.id);
                const auto doctor = tx.get<Doctor>(visit.doctorId);
                QVERIFY(doctor && doctor->clinicId == clinic.id);
                QCOMPARE(ticket.series, ticketSeries(clinic, doctor, visit.session));
                QCOMPARE(ticket.letter, ticketLetter(clinic, doctor));
                QCOMPARE(ticket.cancelled, visit.state == VisitState::Cancelled);
                QCOMPARE(ticket.patientId, visit.patientId);
            }
        });
        QCOMPARE(number, report.visits);
        QCOMPARE(today, report.visitsToday);
        QVERIFY(today > 40 && cancelled > 10 && newToday > 2);
    }

    void theDeskGoesOnFromTheNumbers() {
        const DemoRows all = m_rig->rows();
        QMap<std::pair<QDate, QString>, qint64> last;
        for (const Ticket& ticket : all.tickets) {
            // 1 to n under each letter of each day, without gaps.
            const std::pair key(ticket.serviceDate, ticket.letter);
            QCOMPARE(*ticket.number, ++last[key]);
        }
        QVERIFY(last.size() > 100);
        m_rig->write([&](WishTx& tx) {
            for (auto it = last.cbegin(); it != last.cend(); ++it) {
                QCOMPARE(*tx.next(ticketCounter(it.key().first, it.key().second)), it.value() + 1);
            }
            const qint64 mrnBlock = *tx.next(numberCounter(NumberKind::MedicalRecord));
            QCOMPARE((mrnBlock - 1) * blockSize(NumberKind::MedicalRecord) + 1, 1501);
            const qint64 visitBlock = *tx.next(numberCounter(NumberKind::Registration));
            const qint64 first = (visitBlock - 1) * blockSize(NumberKind::Registration) + 1;
            QVERIFY(first > all.visits.last().registrationNumber);
            QVERIFY(first <= all.visits.last().registrationNumber + blockSize(NumberKind::Registration));
        });
    }

    void itsListsKeepTheRules() {
        m_rig->write([&](WishTx& tx) {
            const QList<Bed> beds = tx.list(Where<Bed>()).value();
            QCOMPARE(beds.size(), 188);
            for (const Bed& bed : beds) {
                const auto ward = tx.get<Clinic>(bed.clinicId);
                QVERIFY2(ward && ward->kind == ClinicKind::Ward, qPrintable(bed.code));
            }
            QVERIFY(tx.list(Where<Staff>())->size() > 40);
            QCOMPARE(tx.list(Where<Facility>())->size(), 15);
            QVERIFY(tx.list(Where<Holiday>())->size() > 30);
            const QStringList called =
                ticketLetters(tx.list(Where<Clinic>()).value(), tx.list(Where<Doctor>()).value());
            const QList<CounterService> services = tx.list(Where<CounterService>()).value();
            QCOMPARE(services.size(), 4);
            for (const CounterService& service : services)
                QVERIFY2(!called.contains(service.letter), qPrintable(service.letter));
        });
    }

    void theCounterGoesOnFromItsTickets() {
        m_rig->write([&](WishTx& tx) {
            const QList<CounterTicket> tickets =
                *tx.list(Where<CounterTicket>().orderBy<&CounterTicket::number>());
            QMap<QString, qint64> last;
            QSet<qint64> turns;
            int waiting = 0;
            for (const CounterTicket& ticket : tickets) {
                QCOMPARE(ticket.serviceDate, QDate(2026, 5, 5));
                QCOMPARE(ticket.number, ++last[ticket.letter]);
                const auto service = tx.get<CounterService>(ticket.serviceId);
                QVERIFY(service && service->letter == ticket.letter && service->first == ticket.first);
                waiting += ticket.state == CounterState::Waiting;
                QCOMPARE(ticket.calledAt.isNull(), ticket.state == CounterState::Waiting);
                QCOMPARE(ticket.visitId.isNull(), ticket.state != CounterState::Served);
                QVERIFY(ticket.takenAt <= kNow);
                if (ticket.calledAt.isNull()) continue;
                QVERIFY(ticket.takenAt <= ticket.calledAt);
                QVERIFY(!turns.contains(ticket.turn) && ticket.turn > 0);
                turns.insert(ticket.turn);
                if (ticket.state != CounterState::Served) continue;
                QVERIFY(ticket.calledAt <= ticket.servedAt && ticket.servedAt <= ticket.doneAt);
            }
            QVERIFY(waiting > 3 && tickets.size() > 30);
            for (auto it = last.cbegin(); it != last.cend(); ++it)
                QCOMPARE(*tx.next(counterTicketSeries(QDate(2026, 5, 5), it.key())), it.value() + 1);
            QCOMPARE(*tx.next(counterCalls(QDate(2026, 5, 5))), turns.size() + 1);
        });
    }

    void theAdmittedLieInBedsOfTheirOwn() {
        m_rig->write([&](WishTx& tx) {
            QSet<BedId> beds;
            QSet<PatientId> patients;
            const auto stays = tx.list(Where<Stay>());
            for (const Stay& stay : stays.value()) {
                const auto visit = tx.get<Visit>(stay.id);
                QVERIFY(visit && visit->type == VisitType::Inpatient && visit->patientId == stay.patientId);
                QCOMPARE(visit->clinicId, stay.wardId);
                QCOMPARE(tx.get<Bed>(stay.bedId)->clinicId, stay.wardId);
                const auto from = tx.get<Visit>(stay.fromVisit);
                QVERIFY(from && from->episodeId == visit->episodeId);
                QVERIFY(from->registeredAt < stay.admittedAt && stay.admittedAt <= kNow);
                QVERIFY(tx.get<Doctor>(stay.leaderId)->leadsStays);
                QVERIFY(!beds.contains(stay.bedId) && !patients.contains(stay.patientId));
                beds.insert(stay.bedId);
                patients.insert(stay.patientId);
                QCOMPARE(tx.list(Where<StayMove>().eq<&StayMove::visitId>(stay.id))->size(), 1);
            }
            QVERIFY(!beds.isEmpty());
        });
    }

    void somePairsWaitForAPerson() {
        m_rig->write([&](WishTx& tx) {
            const QList<CaseItem> pairs = *tx.list(Where<CaseItem>());
            QVERIFY(!pairs.isEmpty());
            for (const CaseItem& pair : pairs) {
                const auto made = tx.get<Patient>(PatientId(pair.subject));
                const auto other = tx.get<Patient>(PatientId(pair.other));
                QVERIFY(made && other && made->id != other->id);
                QVERIFY(samePerson(*made, *other).weight >= kLikelySame);
                QCOMPARE(pair.raisedAt, made->registeredAt);
            }
        });
    }

    void whatTheClerkAskedPassesTheDesk() {
        m_rig->write([&](WishTx& tx) {
            const QList<VisitDetails> all = *tx.list(Where<VisitDetails>());
            QVERIFY(all.size() > 30);
            QSet<QString> letters;
            for (const VisitDetails& details : all) {
                const auto visit = tx.get<Visit>(details.id);
                QVERIFY(visit && visit->patientId == details.patientId);
                const Status good = checkVisitDetails(details, visit->serviceDate);
                QVERIFY2(good, good ? "" : qPrintable(errorName(good.error().code)));
                QCOMPARE(details.sep.isEmpty(), tx.get<Payer>(visit->payerId)->kind != PayerKind::Jkn);
                QVERIFY(details.sep.isEmpty() || !letters.contains(details.sep));
                letters.insert(details.sep);
            }
        });
    }

    void accountsLogIn() {
        QSet<Role> roles;
        m_rig->write([&](WishTx& tx) {
            const QList<Account> accounts = listAccounts(tx);
            QCOMPARE(accounts.size(), demoAccounts().size());
            for (const Account& account : accounts) {
                for (const DemoAccount& demo : demoAccounts()) {
                    if (demo.login != account.user.login) continue;
                    QVERIFY(checkNewPassword(demo.password, demo.login));
                    QVERIFY(passwordMatches(demo.password, account.user.passwordHash));
                    QVERIFY(!account.user.mustChangePassword && account.user.active);
                    QCOMPARE(account.roles, QList<Role>{demo.role});
                    roles.insert(demo.role);
                }
            }
        });
        QCOMPARE(roles.size(), qsizetype(std::size(kRoles)));
        QVERIFY(!*isUnused(m_rig->store()));
    }
};

QTEST_GUILESS_MAIN(DemoHospitalTest)
#include "demo_hospital_test.moc"
