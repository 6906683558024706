// SPDX-License-Identifier: GPL-3.0-or-later
// Nonsense in every list of the hospital, in the page that takes in patients and the one that writes them
// out: fields, and files that are no lists.
#include <QComboBox>

#include "app/kit/data_table.h"
#include "app/kit/kit_style.h"
#include "app/kit/path_field.h"
#include "app/kit/text_field.h"
#include "common/base/text.h"
#include "common/registration/transfer_requests.h"
#include "tests/ui/nonsense.h"

namespace simrs {

using namespace test;

class DeskNonsenseListsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void theMasters_data();
    void theMasters();
    void eachFieldOfTheMastersAlone_data();
    void eachFieldOfTheMastersAlone();
    void whatIsNoList_data();
    void whatIsNoList();
    void theExport_data() { nonsenseRows(); }
    void theExport();
    void cleanupTestCase();

  private:
    void openList(const QString& key);
    /// Nothing is typed that is not saved, nothing is on its way.
    bool isAtRest() const {
        return m_head->isEnabled("newMasterButton") && !m_head->isEnabled("saveMasterButton");
    }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<Desk> m_head, m_officer;
};

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

const char* const kLists[] = {"clinic", "ward",     "bed",     "doctor",         "payer",
                              "staff",  "facility", "holiday", "counter_service"};

struct NoList {
    const char* name;
    QByteArray bytes;
};

QList<NoList> noLists() {
    QByteArray binary;
    for (int at = 0; at < 100'000; ++at) binary.append(static_cast<char>(at * 31 % 256));
    QByteArray wide;
    for (int at = 0; at < 3'000; ++at) wide.append("k" + QByteArray::number(at) + ",");
    return {{"empty", ""},
            {"white space", " \n \n\t\n"},
            {"one line and no end", QByteArray(3'000'000, 'x')},
            {"bytes of all kinds", binary},
            {"zeros", QByteArray(50'000, '\0')},
            {"prose", "Yth. Bapak Direktur,\n\nbersama ini kami kirim, sesuai janji, daftar pasien.\n"},
            {"a quote that never ends",
             "nama;jk;tgl_lahir\n\"Siti Uji;P;23/04/1990\n" + QByteArray(200'000, 'y')},
            {"the same column twice", "nama;nama;nama\nSiti;Uji;Tiga\n"},
            {"three thousand columns", wide + "\n1,2,3\n"},
            {"a huge cell",
             "nama;jk;tgl_lahir;alamat\nSiti Uji;P;23/04/1990;" + QByteArray(2'000'000, 'z') + "\n"},
            {"SQL", "nama;jk;tgl_lahir\n'; DROP TABLE patient; --;P;23/04/1990\n"},
            {"NUL in a name", QByteArray("nama;jk;tgl_lahir\nSi\0ti;P;23/04/1990\n", 39)}};
}

}  // namespace

void DeskNonsenseListsTest::initTestCase() {
    m_server = std::make_unique<ServerRig>();
    m_head = std::make_unique<Desk>(*m_server, Role::HeadOfRegistration);
    QVERIFY(m_head->signIn());
    m_officer = std::make_unique<Desk>(*m_server, Role::RecordsOfficer);
    QVERIFY(m_officer->signIn());
}

void DeskNonsenseListsTest::openList(const QString& key) {
    m_head->activate();
    m_head->window.open(s("masters"), key);
    QVERIFY(m_head->waitForPage(s("masters")));
    QVERIFY(m_head->find<QWidget>((key + s("Form")).toUtf8().constData()) != nullptr);
}

void DeskNonsenseListsTest::theMasters_data() {
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("text");
    for (const char* list : kLists)
        for (const QString& text :
             {QString(10'000, u'x'), s("👩‍⚕️😀🏥"), s("'; DROP TABLE patient; --"),
              s("a\x01\x07\x1b[31m\x7fz"), s("-1"), s("99/99/9999")})
            QTest::addRow("%s: %s", list, qPrintable(text.left(12))) << s(list) << text;
}

/// A new row of nothing but nonsense.
void DeskNonsenseListsTest::theMasters() {
    QFETCH(QString, list);
    QFETCH(QString, text);
    openList(list);
    Desk& desk = *m_head;
    desk.press(Qt::Key_F4);
    auto* form = desk.find<QWidget>((list + s("Form")).toUtf8().constData());
    const QString before = stateOf(*m_server);
    const Nonsense nonsense(form, text);
    QVERIFY(nonsense.lines() >= 1);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    const auto ended = [&] { return !errorsOf(form).isEmpty() || stateOf(*m_server) != before; };
    QVERIFY(Desk::until(ended));
    if (!errorsOf(form).isEmpty()) {
        QCOMPARE(nonsense.lost(), QString());
        QCOMPARE(stateOf(*m_server), before);
        desk.dialogs.willAnswer({true, {}});
        desk.press(Qt::Key_Escape);
    }
    QVERIFY(Desk::until([&] { return isAtRest(); }));
    QVERIFY2(text.size() < 1000 || stateOf(*m_server) == before, "too long for every list");
}

void DeskNonsenseListsTest::eachFieldOfTheMastersAlone_data() {
    QTest::addColumn<QString>("list");
    for (const char* list : {"clinic", "doctor", "payer"}) QTest::newRow(list) << s(list);
}

/// Into one field of a row that is right otherwise: refused there, or stored as it stands.
void DeskNonsenseListsTest::eachFieldOfTheMastersAlone() {
    QFETCH(QString, list);
    openList(list);
    Desk& desk = *m_head;
    auto* form = desk.find<QWidget>((list + s("Form")).toUtf8().constData());
    desk.press(Qt::Key_Return);
    for (QLineEdit* line : form->findChildren<QLineEdit*>()) {
        if (line->isReadOnly() || !line->isVisibleTo(form) || line->objectName() == s("codeField")) continue;
        for (const QString& text :
             {QString(10'000, u'x'), s("👩‍⚕️😀🏥"), s("a\x01\x07\x1b[31m\x7fz"), s("-1")}) {
            const QString before = line->text(), rows = stateOf(*m_server);
            const Nonsense nonsense(line, text);
            desk.press(Qt::Key_S, Qt::ControlModifier);
            const auto ended = [&] { return !errorsOf(form).isEmpty() || stateOf(*m_server) != rows; };
            QVERIFY2(Desk::until(ended), qPrintable(line->objectName()));
            if (!errorsOf(form).isEmpty()) {
                QCOMPARE(nonsense.lost(), QString());
                QCOMPARE(stateOf(*m_server), rows);
                desk.dialogs.willAnswer({true, {}});
                desk.press(Qt::Key_Escape);
                QVERIFY(Desk::until([&] { return line->text() == before; }));
                desk.press(Qt::Key_Return);
                continue;
            }
            QVERIFY(Desk::until([&] { return isAtRest(); }));
            QCOMPARE(line->text(), cleanLine(text));
            const Nonsense back(line, before);
            desk.press(Qt::Key_S, Qt::ControlModifier);
            QVERIFY(Desk::until([&] { return isAtRest(); }));
            desk.press(Qt::Key_Return);
        }
    }
}

void DeskNonsenseListsTest::whatIsNoList_data() {
    QTest::addColumn<QByteArray>("bytes");
    for (const NoList& list : noLists()) QTest::newRow(list.name) << list.bytes;
}

/// Said at the file, or its columns are asked for; what is taken in then is taken in or refused row by row.
void DeskNonsenseListsTest::whatIsNoList() {
    QFETCH(QByteArray, bytes);
    Desk& desk = *m_officer;
    desk.activate();
    const QString path = desk.folder.filePath(s("list%1.csv").arg(qHash(bytes)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    desk.window.open(s("import"));
    QVERIFY(desk.waitForPage(s("import")));
    auto* field = desk.find<PathField>("listField");
    QVERIFY(Desk::until([&] { return field->isEnabled(); }));
    const auto isSaid = [&] { return field->property(invalidProperty).toBool(); };
    const auto open = [&](const QString& typed) {
        field->setFocus();
        field->selectAll();
        desk.type(typed);
        desk.press(Qt::Key_Return);
    };
    open(s("/nowhere/") + QFileInfo(path).fileName());
    QVERIFY(Desk::until([&] { return isSaid() && !desk.isEnabled("nameColumn"); }));
    const QString before = stateOf(*m_server);
    open(path);
    QVERIFY(Desk::until([&] { return isSaid() || desk.isEnabled("nameColumn"); }));
    for (const QString& error : errorsOf(desk.find<QWidget>("importPage"))) QVERIFY(!error.isEmpty());
    QCOMPARE(field->text(), path);
    QCOMPARE(stateOf(*m_server), before);
    if (!isSaid() && desk.isEnabled("importButton")) {
        desk.dialogs.willAnswer({true, {}});
        desk.press(Qt::Key_F8);
        QVERIFY(Desk::until([&] { return desk.isEnabled("importButton"); }));
        auto* told = desk.find<QTableView>("toldTable");
        for (int row = 0; row < told->model()->rowCount(); ++row)
            QVERIFY(!told->model()->index(row, 3).data().toString().isEmpty());
    }
    for (const Patient& patient : rowsOf(*m_server, Where<Patient>())) {
        QCOMPARE(cleanLine(patient.name), patient.name);
        QVERIFY(patient.address.size() <= limits::kAddressChars);
    }
}

void DeskNonsenseListsTest::theExport() {
    QFETCH(QString, text);
    Desk& desk = *m_officer;
    desk.activate();
    desk.window.open(s("export"));
    QVERIFY(desk.waitForPage(s("export")));
    auto* page = desk.find<QWidget>("exportPage");
    const QString before = stateOf(*m_server);
    const Nonsense nonsense(page, text);
    QCOMPARE(nonsense.lines(), 2);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    // None of these is a whole path.
    QVERIFY(!errorsOf(page).isEmpty());
    QCOMPARE(nonsense.lost(), QString());
    QCOMPARE(stateOf(*m_server), before);
    // The reason alone.
    const QString path = desk.folder.filePath(s("list-%1.csv").arg(QLatin1String(QTest::currentDataTag())));
    const Nonsense right(desk.find<QLineEdit>("exportPathField"), path);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    if (cleanLine(text).isEmpty() || cleanLine(text).size() > limits::kReasonChars) {
        QVERIFY(!errorsOf(page).isEmpty());
        QVERIFY(!QFile::exists(path));
        QCOMPARE(stateOf(*m_server), before);
    } else {
        QVERIFY(Desk::until([&] { return QFile::exists(path) && desk.isEnabled("writeListButton"); }));
        const auto noted =
            rowsOf(*m_server, Where<PatientExport>().eq<&PatientExport::reason>(cleanLine(text)));
        QVERIFY(!noted.isEmpty());
    }
}

void DeskNonsenseListsTest::cleanupTestCase() {
    m_head.reset();
    m_officer.reset();
    m_server.reset();
}

}  // namespace simrs

QTEST_MAIN(simrs::DeskNonsenseListsTest)
#include "desk_nonsense_lists_test.moc"
