// SPDX-License-Identifier: GPL-3.0-or-later
// Small promises of the desk's pages: who has died is said at his visit, a list says where it ends and how
// old it is, a number gets its visit also while another link is unanswered, and every command has a word.
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "app/kit/patient_banner.h"
#include "app/registration/counter_desk.h"
#include "app/registration/stays_page.h"
#include "app/registration/visit_page.h"
#include "app/shell/shell_words.h"
#include "common/hospital/hospital.h"
#include "common/registration/stay_requests.h"
#include "tests/shell/shell_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

const VisitId kVisit(Uuid::named("visit"));

/// A visit to the emergency department, of somebody of whom the file says more than the visit's does.
void answerVisit(FakeServer& server, const PatientDetails& details) {
    server.set([details](FakeServer::Behaviour& b) {
        b.answer = [details](qint64 type, const QByteArray&) -> Result<QByteArray> {
            VisitFile visit;
            visit.visit.id = kVisit;
            visit.visit.type = VisitType::Emergency;
            visit.visit.patientId = samplePatient();
            visit.visit.serviceDate = QDate(2027, 1, 15);
            visit.patient.id = samplePatient();
            visit.patient.mrn = 12;
            visit.patient.name = s("Siti Rahmawati");
            if (type == GetVisit::info.type) return encode(visit);
            PatientFile file;
            file.patient = visit.patient;
            file.details = details;
            file.details.id = samplePatient();
            if (type == GetPatient::info.type) return encode(file);
            return fail(ErrorCode::UnknownRequest);
        };
    });
}

CounterTicket guest(int number) {
    CounterTicket ticket;
    ticket.id = CounterTicketId(Uuid::named("guest" + QByteArray::number(number)));
    ticket.letter = s("C");
    ticket.number = number;
    ticket.state = CounterState::Called;
    ticket.counter = s("Loket 1");
    ticket.calledAt = Instant(1'800'000'000'000 + number * 60'000);
    ticket.serviceDate = QDate(2027, 1, 15);
    return ticket;
}

void answerQueue(FakeServer& server, int number) {
    server.set([number](FakeServer::Behaviour& b) {
        b.answer = [number](qint64 type, const QByteArray&) -> Result<QByteArray> {
            if (type != ListCounterQueue::info.type) return fail(ErrorCode::UnknownRequest);
            CounterQueue queue;
            queue.atCounter = {guest(number)};
            return encode(queue);
        };
    });
    server.changed(ListCounterQueue::info.type);
}

/// As if the visit of that number had just been registered here.
void registered(Backend& backend, int number) {
    CommandOutcome outcome;
    outcome.id = backend.newCommandId();
    outcome.request = s(RegisterVisit::info.name);
    VisitMade made;
    made.visit.id = VisitId(Uuid::named("visit" + QByteArray::number(number)));
    made.visit.serviceDate = QDate(2027, 1, 15);
    made.visit.registeredAt = Instant(guest(number).calledAt.ms + 30'000);
    outcome.reply = encode(made);
    Q_EMIT backend.commandEnded(outcome);
}

}  // namespace

class DeskPagesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whoDiedIsSaidAtTheVisit() {
        BackendRig rig;
        PatientDetails details;
        details.diedOn = QDate(2027, 1, 14);
        answerVisit(rig.server, details);
        QVERIFY(rig.work());
        TestWorkbench workbench(*rig.backend);
        VisitPage page(workbench);
        page.enter(QVariant::fromValue(kVisit));
        const auto* banner = page.findChild<PatientBanner*>();
        QTRY_VERIFY(banner->patient().deceased);
        auto* admit = page.findChild<QPushButton*>(s("stayButton"));
        QVERIFY(admit->isEnabled());
        admit->click();
        QCOMPARE(workbench.scripted.asked().size(), 1);
        QVERIFY(workbench.scripted.asked().first().text.contains(s("14 Jan 2027")));
    }
    void whoIsNotIdentifiedIsSaidAtTheVisit() {
        BackendRig rig;
        PatientDetails details;
        details.unidentified = true;
        answerVisit(rig.server, details);
        QVERIFY(rig.work());
        TestWorkbench workbench(*rig.backend);
        VisitPage page(workbench);
        page.enter(QVariant::fromValue(kVisit));
        const auto* banner = page.findChild<PatientBanner*>();
        QTRY_VERIFY(std::any_of(banner->patient().chips.begin(), banner->patient().chips.end(),
                                [](const ChipText& chip) { return chip.text == s("Not identified"); }));
        QVERIFY(!banner->patient().deceased);
    }

    void theListOfStaysSaysWhereItEnds() {
        BackendRig rig;
        rig.server.set([](FakeServer::Behaviour& b) {
            b.answer = [](qint64 type, const QByteArray&) -> Result<QByteArray> {
                if (type != ListStays::info.type) return fail(ErrorCode::UnknownRequest);
                return encode(StayList{{}, true});
            };
        });
        QVERIFY(rig.work());
        TestWorkbench workbench(*rig.backend);
        StaysPage page(workbench);
        page.show();
        page.enter({});
        const auto text = [&](const char* label) { return page.findChild<QLabel*>(s(label))->text(); };
        QTRY_VERIFY(text("noticeLabel").contains(s("more than can be shown")));
        QCOMPARE(text("ageLabel"), s("Live"));
        rig.server.set([](FakeServer::Behaviour& b) { b.reachable = false; });
        rig.server.cut();
        QTRY_VERIFY(text("ageLabel").contains(s("Not connected")));
    }

    /// The first link is on its way while the second visit is registered: both numbers get theirs.
    void aLinkWaitsForTheOneBefore() {
        BackendRig rig;
        QVERIFY(rig.work());
        TestWorkbench workbench(*rig.backend);
        workbench.settings[s("counter/name")] = s("Loket 1");
        CounterDesk desk(workbench, nullptr);
        answerQueue(rig.server, 1);
        desk.watch(this, true);
        QTRY_VERIFY(desk.current() != nullptr);
        rig.server.set([](FakeServer::Behaviour& b) { b.answersCommands = false; });
        registered(*rig.backend, 1);
        QCOMPARE(desk.current()->visitId, VisitId(Uuid::named("visit1")));
        answerQueue(rig.server, 2);
        QTRY_COMPARE(desk.current()->id, guest(2).id);
        registered(*rig.backend, 2);
        QVERIFY2(desk.current()->visitId.isNull(), "not sent yet");
        const auto links = [&] {
            QSet<VisitId> visits;
            for (const CommandMessage& one : rig.server.executed())
                if (const auto link = decode<LinkCounterTicket>(one.payload);
                    one.type == LinkCounterTicket::info.type && link)
                    visits.insert(link->visitId);
            return visits;
        };
        QTRY_COMPARE(links().size(), 2);
        QVERIFY(links().contains(VisitId(Uuid::named("visit2"))));
    }

    void everyCommandHasAWord() {
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            if (entry.apply == nullptr) continue;
            const QString name = QString::fromLatin1(entry.info.name);
            // Without a word the name itself is read out.
            QVERIFY2(requestWord(name) != QString(name).replace(u'_', u' '), entry.info.name);
        }
    }
};

QTEST_MAIN(DeskPagesTest)
#include "desk_pages_test.moc"
