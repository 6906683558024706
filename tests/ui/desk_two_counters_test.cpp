// SPDX-License-Identifier: GPL-3.0-or-later
// Two counters register one person: one without the network, one with it, under one NIK. Both papers are out.
// The second file is put before a person, and both papers find whom they were given to: before the files are
// merged, after it, and after the merger was taken back; at both counters.
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>

#include "app/kit/data_table.h"
#include "app/registration/master_names.h"
#include "common/access/device_registry.h"
#include "tests/support/fault_proxy.h"
#include "tests/ui/desk_steps.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

const QString kNik = s("3273015203858123");
/// What every computer holds: its own rows and the reference rows.
constexpr int kOwnKeys = 2;
/// A port that nobody listens at.
constexpr quint16 kNobody = 1;

/// What a counter has handed out.
struct Papers {
    QString mrn;
    QString ticket;
};

}  // namespace

class DeskTwoCountersTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void oneRegistersWithoutTheNetwork();
    void theOtherRegistersTheSameNik();
    void theCaseIsShownToAPerson();
    void bothPapersFindTheirFiles();
    void mergedByKeys();
    void bothPapersFindTheOneFile();
    void takenBackTheyFindTheirOwn();
    void cleanupTestCase();

  private:
    /// The desk's computer holds the units of the first two clinics, and numbers for today and tomorrow.
    bool seat(Desk& desk);
    static void lose(FaultProxy& line);
    void typePerson(Desk& desk, const QString& name);
    void visitAndPapers(Desk& desk, Papers& papers, const char* clinic);
    /// The words of a paper of this counter; empty while it is not out.
    QString printed(Desk& desk, const QString& pattern) const;
    void papersFind(const char* first, const char* second);
    /// A scan at this counter opens the file of this name.
    bool opens(Desk& desk, const QString& scanned, const QString& name);
    QList<Patient> people() { return rowsOf(*m_server, Where<Patient>().eq<&Patient::nik>(kNik)); }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<FaultProxy> m_line;
    std::unique_ptr<Desk> m_away, m_other;
    Papers m_first, m_second;
};

void DeskTwoCountersTest::initTestCase() {
    m_server = std::make_unique<ServerRig>();
    m_line = std::make_unique<FaultProxy>(m_server->port(), 1);
    m_away = std::make_unique<Desk>(*m_server, Role::RegistrationClerk, m_line->port());
    QVERIFY(m_away->signIn());
    QVERIFY(seat(*m_away));
    m_other = std::make_unique<Desk>(*m_server, Role::HeadOfRegistration);
    QVERIFY(m_other->signIn());
}

bool DeskTwoCountersTest::seat(Desk& desk) {
    // Four letters, today and tomorrow.
    if (!Desk::until([&] { return rowsOf(*m_server, Where<TicketRange>()).size() == 8; })) return false;
    const QList<Device> devices = rowsOf(*m_server, Where<Device>());
    const auto store = m_server->store();
    WriteContext context;
    context.writeId = devices.first().id.uuid();
    context.request = s("test");
    context.at = desk.clock.now();
    const auto given = store->write(context, [&](WishTx& tx) {
        const auto unit = [this](int at) { return unitKey(m_server->masters().clinics[at].id.uuid()); };
        return giveKeys(tx, devices.first().id, {unit(0), unit(1)});
    });
    // Written beside the server: it looks at its feed when somebody works through it.
    knownPatient(*m_server->client(Role::RegistrationClerk), 1);
    const auto holds = [&] {
        const ConnectionStatus& status = desk.backend.status();
        return !status.cache.filling && status.cache.keys == kOwnKeys + 2;
    };
    return given && Desk::until(holds);
}

void DeskTwoCountersTest::lose(FaultProxy& line) {
    line.setTarget(kNobody);
    line.resetAll();
}

/// The same person, as each counter has heard the name; what the desk says is the number for papers.
void DeskTwoCountersTest::typePerson(Desk& desk, const QString& name) {
    desk.activate();
    newPatientForm(desk, name, kNik);
    desk.find<QLineEdit>("motherNameField")->setFocus();
    desk.type(s("Aminah"));
}

/// From the file, by keys, until the ticket and the label have come out of the printer.
void DeskTwoCountersTest::visitAndPapers(Desk& desk, Papers& papers, const char* clinic) {
    QVERIFY(Desk::until([&] { return desk.isEnabled("registerButton"); }));
    desk.type(s(clinic));
    for (int field = 0; field < 3; ++field) desk.press(Qt::Key_Return);
    desk.type(s("u"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    const auto primary = [&] { return desk.find<QPushButton>("registerButton")->text(); };
    QVERIFY(Desk::until([&] {
        return primary().contains(s("Print reserved number")) ||
               !desk.labelText("ticketNumberLabel").isEmpty();
    }));
    desk.press(Qt::Key_Return);
    QVERIFY(Desk::until([&] { return !desk.labelText("ticketNumberLabel").isEmpty(); }));
    papers.ticket = desk.labelText("ticketNumberLabel");
    QVERIFY(Desk::until([&] { return printed(desk, papers.ticket + s("_*.pdf")).contains(papers.ticket); }));
    desk.press(Qt::Key_F12);
    QVERIFY(desk.waitForPage(s("papers")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("printPaperButton"); }));
    desk.press(Qt::Key_F3);
    QVERIFY(Desk::until([&] { return !printed(desk, s("label_*.pdf")).isEmpty(); }));
    desk.shoot(s("two-counters-papers"));
}

QString DeskTwoCountersTest::printed(Desk& desk, const QString& pattern) const {
    const QDir folder(desk.folder.filePath(s("tickets")));
    const QStringList files = folder.entryList({pattern});
    if (files.isEmpty()) return {};
    QProcess poppler;
    poppler.start(s("pdftotext"), {s("-layout"), folder.filePath(files.first()), s("-")});
    if (!poppler.waitForFinished(longWaitMs) || poppler.exitCode() != 0) return {};
    return QString::fromUtf8(poppler.readAllStandardOutput());
}

void DeskTwoCountersTest::oneRegistersWithoutTheNetwork() {
    Desk& desk = *m_away;
    lose(*m_line);
    QVERIFY(Desk::until([&] { return desk.backend.status().state == OnlineState::Offline; }));
    typePerson(desk, s("wulandari puspitasari"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(Desk::until([&] { return desk.labelText("noticeLabel").contains(s("number for papers is")); }));
    desk.shoot(s("two-counters-offline"));
    // What this computer knows is enough to find her again and to give her a number.
    desk.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("search")));
    desk.find<QLineEdit>("searchField")->clear();
    desk.type(s("wulandari"));
    auto* hits = desk.find<DataTable>("hitsTable");
    QVERIFY(Desk::until([&] { return hits->currentRow() == 0; }));
    m_first.mrn = hits->model()->index(0, 0).data().toString();
    desk.shoot(s("two-counters-search"));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    visitAndPapers(desk, m_first, "1");
    QVERIFY(printed(desk, s("label_*.pdf")).contains(m_first.mrn));
    QVERIFY(people().isEmpty());
}

void DeskTwoCountersTest::theOtherRegistersTheSameNik() {
    Desk& desk = *m_other;
    typePerson(desk, s("wulandari puspita sari"));
    desk.press(Qt::Key_F6);
    QVERIFY(desk.waitForPage(s("visit-form")));
    visitAndPapers(desk, m_second, "2");
    QCOMPARE(people().size(), 1);
    m_second.mrn = MasterNames(desk.backend).mrn(people().first().mrn);
    QVERIFY(m_second.mrn != m_first.mrn);
    QVERIFY(printed(desk, s("label_*.pdf")).contains(m_second.mrn));
}

void DeskTwoCountersTest::theCaseIsShownToAPerson() {
    m_line->setTarget(m_server->port());
    QVERIFY(Desk::until([&] { return m_away->backend.status().waiting == 0; }));
    QCOMPARE(people().size(), 2);
    Desk& desk = *m_other;
    desk.activate();
    desk.press(Qt::Key_3, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("pairs")));
    auto* pairs = desk.find<QTableView>("pairsTable");
    QVERIFY(Desk::until([&] { return pairs->model()->rowCount() == 1; }));
    QString told;
    for (int column = 0; column < pairs->model()->columnCount(); ++column)
        told += pairs->model()->index(0, column).data().toString() + QLatin1Char('|');
    for (const Papers* papers : {&m_first, &m_second}) QVERIFY2(told.contains(papers->mrn), qPrintable(told));
    QVERIFY2(told.contains(s("NIK")), qPrintable(told));
    desk.shoot(s("two-counters-pair"));
}

bool DeskTwoCountersTest::opens(Desk& desk, const QString& scanned, const QString& name) {
    desk.activate();
    desk.press(Qt::Key_1, Qt::AltModifier);
    if (!desk.waitForPage(s("search"))) return false;
    desk.find<QLineEdit>("searchField")->clear();
    desk.scan(scanned);
    return desk.waitForPage(s("patient")) &&
           Desk::until([&] { return desk.window.windowTitle().contains(name); });
}

/// At both counters every number of the two papers opens its file: the first one's, the second one's.
void DeskTwoCountersTest::papersFind(const char* first, const char* second) {
    for (Desk* desk : {m_away.get(), m_other.get()}) {
        for (const auto& [papers, name] : {std::pair(&m_first, first), {&m_second, second}}) {
            for (const QString& code : {papers->mrn, papers->ticket}) {
                QVERIFY2(opens(*desk, code, s(name)), qPrintable(code + desk->window.windowTitle()));
            }
        }
    }
}

void DeskTwoCountersTest::bothPapersFindTheirFiles() {
    papersFind("Wulandari Puspitasari", "Wulandari Puspita Sari");
}

/// The file of the counter that had the network stays; the other one's papers are out all the same.
void DeskTwoCountersTest::mergedByKeys() {
    Desk& desk = *m_other;
    desk.activate();
    desk.press(Qt::Key_3, Qt::AltModifier);
    QVERIFY(desk.waitForPage(s("pairs")));
    QVERIFY(Desk::until([&] { return desk.isEnabled("mergeButton"); }));
    desk.dialogs.willAnswer({true, s("KTP dilihat")});
    desk.press(Qt::Key_F8);
    auto* pairs = desk.find<QTableView>("pairsTable");
    QVERIFY(Desk::until([&] { return pairs->model()->rowCount() == 0; }));
    desk.shoot(s("two-counters-merged"));
    const QList<Patient> both = people();
    QCOMPARE(both.size(), 2);
    QCOMPARE(
        std::count_if(both.begin(), both.end(), [](const Patient& row) { return row.mergedInto.isNull(); }),
        1);
}

void DeskTwoCountersTest::bothPapersFindTheOneFile() {
    papersFind("Wulandari Puspita Sari", "Wulandari Puspita Sari");
    m_other->shoot(s("two-counters-one-file"));
}

void DeskTwoCountersTest::takenBackTheyFindTheirOwn() {
    PatientId given;
    for (const Patient& row : people())
        if (!row.mergedInto.isNull()) given = row.id;
    const auto head = m_server->client(Role::HeadOfRegistration);
    const auto parted = head->submit(UnmergePatients{given, s("dua orang")});
    QVERIFY2(parted, failure(parted));
    papersFind("Wulandari Puspitasari", "Wulandari Puspita Sari");
}

void DeskTwoCountersTest::cleanupTestCase() {
    m_away.reset();
    m_other.reset();
    m_line.reset();
    m_server.reset();
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskTwoCountersTest)
#include "desk_two_counters_test.moc"
