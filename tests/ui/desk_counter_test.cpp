// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's queue by keys alone: the dispenser gives numbers, the clerk calls them from the panel while a
// form is open, the visit that is registered meanwhile is linked, and the board counts all of it.
#include <QDir>
#include <QLabel>
#include <QLineEdit>

#include "app/kit/bar_chart.h"
#include "app/kit/chip.h"
#include "app/kit/data_table.h"
#include "app/registration/call_panel.h"
#include "app/shell/side_bar.h"
#include "app/shell/top_bar.h"
#include "common/registration/counter_requests.h"
#include "tests/ui/desk.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

CounterService service(const char* code, const char* name, const char* letter, bool first) {
    CounterService row;
    row.code = s(code);
    row.name = s(name);
    row.letter = s(letter);
    row.first = first;
    return row;
}

/// The panel is a window of its own.
void shootPanel(CallPanel* panel, const QString& name) {
    const QString where = qEnvironmentVariable("SIMRS_SHOTS");
    if (!where.isEmpty()) panel->grab().save(QDir(where).filePath(name + QStringLiteral(".png")));
}

}  // namespace

class DeskCounterTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void theDispenserGivesNumbers();
    void aKeyThatIsHeldTakesOne();
    void theClerkCallsFromThePanel();
    void aVisitIsLinkedByItself();
    void whoNeverCameIsCalledAgain();
    void theBoardCountsTheDay();
    void withoutTheServerNobodyIsTold();

  private:
    QList<CounterTicket> tickets() const { return rowsOf(*m_server, Where<CounterTicket>()); }
    CounterTicket ticket(const QString& letter, qint64 number) const;
    bool until(const QString& letter, qint64 number, CounterState state) const;
    void openQueue();
    QString panel(const char* label) const { return m_desk->labelText(label); }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<DeskClient> m_head;
    std::unique_ptr<Desk> m_machine, m_desk;
};

void DeskCounterTest::initTestCase() {
    m_server = std::make_unique<ServerRig>();
    m_head = m_server->client(Role::HeadOfRegistration);
    for (const CounterService& row : {service("JKN", "Pasien JKN", "X", false),
                                      service("UMUM", "Pasien umum dan penjamin lain", "Y", false),
                                      service("PRI", "Prioritas: lansia, hamil, disabilitas", "Z", true)}) {
        const auto saved = m_head->submit(SaveMaster<CounterService>{{}, row});
        QVERIFY2(saved, failure(saved));
    }
    m_machine = std::make_unique<Desk>(*m_server, Role::TicketDispenser);
    QVERIFY(m_machine->signIn());
}

CounterTicket DeskCounterTest::ticket(const QString& letter, qint64 number) const {
    for (const CounterTicket& one : tickets())
        if (one.letter == letter && one.number == number) return one;
    return {};
}

bool DeskCounterTest::until(const QString& letter, qint64 number, CounterState state) const {
    return Desk::until([&] { return ticket(letter, number).state == state; });
}

void DeskCounterTest::theDispenserGivesNumbers() {
    QCOMPARE(m_machine->page(), s("dispenser"));
    m_machine->shoot(s("dispenser"));
    const auto press = [&](Qt::Key key, const QString& number) {
        m_machine->press(key);
        QVERIFY(Desk::until([&] { return m_machine->labelText("dispensedNumberLabel") == number; }));
    };
    press(Qt::Key_1, s("X-001"));
    QVERIFY(m_machine->labelText("aheadLabel").contains(s("next")));
    press(Qt::Key_1, s("X-002"));
    press(Qt::Key_2, s("Y-001"));
    press(Qt::Key_3, s("Z-001"));
    // Who goes first waits behind nobody.
    QVERIFY(m_machine->labelText("aheadLabel").contains(s("next")));
    press(Qt::Key_1, s("X-003"));
    QVERIFY2(m_machine->labelText("aheadLabel").contains(s("4")),
             qPrintable(m_machine->labelText("aheadLabel")));
    m_machine->shoot(s("dispenser-number"));
    QDir slips(m_machine->folder.filePath(s("tickets")));
    QVERIFY(Desk::until([&] {
        slips.refresh();
        return slips.entryList({s("loket_*.pdf")}).size() == 5;
    }));
    for (const CounterTicket& one : tickets()) QVERIFY(one.visitId.isNull());
    // It stands in the hall: nothing of the staff's window is on it.
    QVERIFY(m_machine->window.findChild<SideBar*>()->isHidden());
    QVERIFY(m_machine->window.findChild<TopBar*>()->isHidden());
    // The account of the machine is good for nothing else.
    for (const char* page : {"search", "counter-queue", "desk-board", "visits"})
        QVERIFY2(!m_machine->window.isAllowed(s(page)), page);
}

void DeskCounterTest::aKeyThatIsHeldTakesOne() {
    const auto before = tickets().size();
    QWidget* at = m_machine->find<QWidget>("dispenserPage");
    for (int i = 0; i < 5; ++i) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_2, Qt::NoModifier, s("2"), i > 0);
        QCoreApplication::sendEvent(at, &held);
    }
    QTest::keyClick(at, Qt::Key_2);
    QVERIFY(Desk::until([&] { return m_machine->labelText("dispensedNumberLabel") == s("Y-002"); }));
    QCOMPARE(tickets().size(), before + 1);
}

void DeskCounterTest::openQueue() {
    m_desk->activate();
    m_desk->press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("counter-queue")));
}

void DeskCounterTest::theClerkCallsFromThePanel() {
    m_desk = std::make_unique<Desk>(*m_server);
    QVERIFY(m_desk->signIn());
    openQueue();
    auto* table = m_desk->find<DataTable>("counterQueueTable");
    QVERIFY(Desk::until([&] { return table->model()->rowCount() == 6; }));
    // In the order of the calls.
    QCOMPARE(table->model()->index(0, 0).data().toString(), s("Z-001"));
    QCOMPARE(table->model()->index(1, 0).data().toString(), s("X-001"));
    QVERIFY2(!m_desk->isEnabled("callChosenButton"), "which counter this is has to be said first");
    bool asked = false;
    m_desk->dialogs.onEdit = [&](QWidget* content) {
        asked = true;
        content->findChild<QLineEdit*>(s("counterField"))->setText(s("  Loket   1 "));
    };
    m_desk->dialogs.willAnswer({true, {}});
    m_desk->press(Qt::Key_F4);
    QVERIFY(asked);
    QCOMPARE(m_desk->labelText("placeLabel"), s("Loket 1"));
    m_desk->press(Qt::Key_F7);
    auto* call = m_desk->window.findChild<CallPanel*>();
    QVERIFY(call != nullptr && call->isVisible());
    QVERIFY(call->windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    QVERIFY2(call->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus), "the form keeps the keyboard");
    m_desk->activate();  // a platform without windows does not ask for that
    QCOMPARE(panel("panelNumberLabel"), s("–"));

    m_desk->press(Qt::Key_F9, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return panel("panelNumberLabel") == s("Z-001"); }));
    QVERIFY(Desk::until([&] { return panel("panelWaitingLabel").startsWith(s("5 ")); }));
    m_desk->press(Qt::Key_F10, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return ticket(s("Z"), 1).calls == 2; }));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("serveButton"); }));
    m_desk->press(Qt::Key_F11, Qt::ControlModifier);
    QVERIFY(until(s("Z"), 1, CounterState::Serving));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("serveButton"); }));
    m_desk->shoot(s("counter-queue"));
    shootPanel(call, s("call-panel"));
    m_desk->press(Qt::Key_F11, Qt::ControlModifier);
    QVERIFY(until(s("Z"), 1, CounterState::Served));
    QVERIFY(Desk::until([&] { return panel("panelNumberLabel") == s("–"); }));
}

/// The panel's keys act while another page is in front; the visit finds the number by itself.
void DeskCounterTest::aVisitIsLinkedByItself() {
    const QString nik = knownPatient(*m_head, 1);
    m_desk->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("search")));
    m_desk->press(Qt::Key_F9, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return panel("panelNumberLabel") == s("X-001"); }));
    visitFormOf(*m_desk, nik);
    m_desk->type(s("3"));
    m_desk->press(Qt::Key_Return);
    m_desk->find<QWidget>("payerField")->setFocus();
    m_desk->type(s("u"));
    m_desk->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return !m_desk->labelText("ticketNumberLabel").isEmpty(); }));
    QVERIFY(Desk::until([&] { return !ticket(s("X"), 1).visitId.isNull(); }));
    const auto visits = rowsOf(*m_server, Where<Visit>());
    QCOMPARE(visits.size(), 1);
    QCOMPARE(ticket(s("X"), 1).visitId, visits.first().id);
    // Registering says that he came.
    QCOMPARE(ticket(s("X"), 1).state, CounterState::Serving);
    // The clinic's number is another one.
    QVERIFY(m_desk->labelText("ticketNumberLabel") != s("X-001"));
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("callNextButton"); }));
    m_desk->shoot(s("counter-linked"));
    // The next call ends this one.
    m_desk->press(Qt::Key_F9, Qt::ControlModifier);
    QVERIFY(until(s("X"), 1, CounterState::Served));
    QVERIFY(Desk::until([&] { return panel("panelNumberLabel") == s("X-002"); }));
    QVERIFY(ticket(s("X"), 2).visitId.isNull());
}

void DeskCounterTest::whoNeverCameIsCalledAgain() {
    openQueue();
    auto* table = m_desk->find<DataTable>("counterQueueTable");
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("skipButton"); }));
    m_desk->press(Qt::Key_F8, Qt::AltModifier);
    QVERIFY(until(s("X"), 2, CounterState::Skipped));
    QVERIFY(Desk::until([&] { return panel("panelNumberLabel") == s("–"); }));
    const auto rowOf = [&](const QString& number) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString() == number) return row;
        return -1;
    };
    QVERIFY(Desk::until([&] { return rowOf(s("X-002")) > rowOf(s("Y-002")); }));
    table->setCurrentRow(rowOf(s("X-002")));
    table->setFocus();
    QVERIFY(Desk::until([&] { return m_desk->isEnabled("callChosenButton"); }));
    m_desk->press(Qt::Key_Return);
    QVERIFY(until(s("X"), 2, CounterState::Called));
    QCOMPARE(ticket(s("X"), 2).calls, 2);
    QVERIFY(Desk::until([&] { return panel("panelNumberLabel") == s("X-002"); }));
}

void DeskCounterTest::theBoardCountsTheDay() {
    m_desk->press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(m_desk->waitForPage(s("desk-board")));
    QVERIFY(Desk::until([&] { return panel("servedFigure") == s("2"); }));
    QCOMPARE(panel("waitingFigure"), s("3"));
    QCOMPARE(panel("visitsFigure"), s("1"));
    auto* chart = m_desk->find<BarChart>("arrivalsChart");
    QVERIFY2(chart->accessibleDescription().contains(s(" 6")), qPrintable(chart->accessibleDescription()));
    auto* clinics = m_desk->find<DataTable>("clinicFiguresTable");
    QVERIFY(Desk::until([&] { return clinics->model()->rowCount() == 1; }));
    QCOMPARE(clinics->model()->index(0, 0).data().toString(), s("Poli 3"));
    QCOMPARE(clinics->model()->index(0, 2).data().toString(), s("1"));
    m_desk->shoot(s("desk-board"));
    // It is live: a number that is taken elsewhere stands there by itself.
    m_machine->activate();
    m_machine->press(Qt::Key_1);
    QVERIFY(Desk::until([&] { return panel("waitingFigure") == s("4"); }));
}

void DeskCounterTest::withoutTheServerNobodyIsTold() {
    const auto before = tickets().size();
    m_server->stop();
    QVERIFY(Desk::until([&] { return m_machine->backend.status().state != OnlineState::Online; }));
    m_machine->press(Qt::Key_2);
    QVERIFY(Desk::until([&] { return !m_machine->labelText("noticeLabel").isEmpty(); }));
    QCOMPARE(m_machine->labelText("dispensedNumberLabel"), s("–"));
    m_machine->shoot(s("dispenser-offline"));
    m_server->start();
    m_machine->meet(*m_server);
    QVERIFY(Desk::until([&] { return m_machine->backend.status().state == OnlineState::Online; }));
    QVERIFY(tickets().size() <= before + 1);
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskCounterTest)
#include "desk_counter_test.moc"
