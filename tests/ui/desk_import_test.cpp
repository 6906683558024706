// SPDX-License-Identifier: GPL-3.0-or-later
// The records officer takes in a list of another system, sees what was not taken and why, stops and goes on,
// writes a list for somebody else, and looks into the book of numbers: by keys alone.
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>

#include "app/kit/choice_field.h"
#include "app/kit/kit_style.h"
#include "app/kit/path_field.h"
#include "common/csv/csv_file.h"
#include "common/registration/transfer_requests.h"
#include "tests/import/dirty_list.h"
#include "tests/ui/desk.h"

namespace simrs {

using namespace test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

}  // namespace

class DeskImportTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        m_desk.reset();
        m_server = std::make_unique<ServerRig>();
        m_desk = std::make_unique<Desk>(*m_server, Role::RecordsOfficer);
        QVERIFY(m_desk->signIn());
    }

    void takesInADirtyList() {
        const DirtyList list = dirtyList(600);
        openList(written(list.bytes));
        m_desk->shoot(s("import-columns"));
        QCOMPARE(value("encodingField").toInt(), static_cast<int>(CsvForm::Encoding::Latin1));
        QCOMPARE(value("separatorField").toString(), s(";"));
        QCOMPARE(value("nameColumn").toInt(), 1);
        m_desk->press(Qt::Key_Tab, Qt::ControlModifier);
        auto* rows = m_desk->find<QTableView>("rowsTable");
        QVERIFY(Desk::until([&] { return rows->model()->rowCount() == 100; }));
        m_desk->shoot(s("import-rows"));
        start();
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("importButton"); }));
        m_desk->shoot(s("import-done"));
        QCOMPARE(count("fate0"), list.made());
        QCOMPARE(count("fate4"), list.refused.size());
        QCOMPARE(count("leftOut"), list.leftOut);
        auto* told = m_desk->find<QTableView>("toldTable");
        QVERIFY(told->model()->rowCount() >= list.refused.size());
        for (int row = 0; row < told->model()->rowCount(); ++row)
            QVERIFY(!told->model()->index(row, 3).data().toString().isEmpty());
        // Once more: nobody twice.
        start();
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("importButton"); }));
        QCOMPARE(count("fate0"), 0);
        QCOMPARE(count("fate1") + count("fate2") + count("fate3"), list.made() + list.known);
    }

    void whatWasRefusedIsSavedToBeCorrected() {
        openList(written("nama;jk;tgl_lahir;warna\nSiti Uji;P;23/04/1990;biru\n12345;?;kemarin;merah\n"));
        start();
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("saveListButton"); }));
        const QString path = m_desk->folder.filePath(s("sisa.csv"));
        const auto answer = [&] {
            m_desk->dialogs.willAnswer({true, {}});
            m_desk->dialogs.onEdit = [&](QWidget* form) {
                form->findChild<PathField*>(s("savePathField"))->setPath(path);
            };
        };
        answer();
        m_desk->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return QFile::exists(path) && m_desk->isEnabled("saveListButton"); }));
        auto file = CsvFile::open(path);
        QVERIFY(file);
        QCOMPARE(file->header().mid(3), QStringList({s("nama"), s("jk"), s("tgl_lahir"), s("warna")}));
        const QList<CsvRow> rows = file->next(10);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().cells.first(), s("3"));
        QCOMPARE(rows.first().cells.mid(3), QStringList({s("12345"), s("?"), s("kemarin"), s("merah")}));
        // It is there now: written over only when the person says so.
        const auto asked = m_desk->dialogs.asked().size();
        answer();
        m_desk->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return m_desk->dialogs.asked().size() == asked + 2; }));
        QVERIFY(m_desk->dialogs.asked().last().dangerous);
    }

    void aPersonSaysWhatTheColumnsAre() {
        openList(written("a,b,c\nSiti Uji,P,23/04/1990\n"));
        QVERIFY(!m_desk->isEnabled("importButton"));
        const auto* notice = m_desk->window.findChild<QWidget*>(s("importNotice"));
        QVERIFY(Desk::until([&] { return notice->isVisible(); }));
        auto* name = m_desk->find<ChoiceField>("nameColumn");
        name->setFocus();
        m_desk->type(s("a"));
        m_desk->find<ChoiceField>("sexColumn")->setFocus();
        m_desk->type(s("b"));
        m_desk->find<ChoiceField>("birth_dateColumn")->setFocus();
        m_desk->type(s("c"));
        QVERIFY(m_desk->isEnabled("importButton"));
        // A column holds one thing.
        m_desk->find<ChoiceField>("addressColumn")->setFocus();
        m_desk->type(s("a"));
        QCOMPARE(name->value().toInt(), -1);
        QVERIFY(!m_desk->isEnabled("importButton"));
        name->setFocus();
        m_desk->type(s("a"));
        start();
        QVERIFY(Desk::until([&] { return count("fate0") == 1; }));
        QCOMPARE(rowsOf(*m_server, Where<Patient>()).first().name, s("Siti Uji"));
    }

    void whatIsNoListIsSaid() {
        openPage();
        type("listField", s("/nowhere/pasien.csv"));
        const auto* field = m_desk->find<PathField>("listField");
        QVERIFY(Desk::until([&] { return field->property(invalidProperty).toBool(); }));
        QVERIFY(field->accessibleDescription().contains(s("pasien.csv")));
        QVERIFY(!m_desk->isEnabled("importButton"));
        m_desk->shoot(s("import-no-file"));
    }

    void stopsAtOnceAndGoesOnAgain() {
        const DirtyList list = dirtyList(3'000);
        openList(written(list.bytes));
        start();
        QVERIFY(Desk::until([&] { return count("fate0") > 0; }));
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!m_desk->isEnabled("stopButton") && m_desk->isEnabled("importButton"));
        const qint64 done = count("fate0");
        QVERIFY(done < list.made());
        start();
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("importButton"); }));
        const qint64 rest = count("fate0");
        // A piece that was out already may have been made and not counted at first.
        QVERIFY(done + rest <= list.made() && done + rest >= list.made() - limits::kImportRows);
        QCOMPARE(count("fate0") + count("fate1") + count("fate2") + count("fate3"), list.made() + list.known);
    }

    void theConnectionMayBeLost() {
        const DirtyList list = dirtyList(3'000);
        openList(written(list.bytes));
        start();
        QVERIFY(Desk::until([&] { return count("fate0") > 0; }));
        m_server->stop();
        QVERIFY(Desk::until([&] { return m_desk->backend.status().state != OnlineState::Online; }));
        m_server->start();
        m_desk->meet(*m_server);
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("importButton"); }));
        QCOMPARE(count("fate0") + count("fate1") + count("fate2") + count("fate3"), list.made() + list.known);
        QCOMPARE(count("fate4"), list.refused.size());
    }

    void writesAListWithAReason() {
        openList(written(dirtyList(300).bytes));
        start();
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("importButton"); }));
        const qint64 made = count("fate0");
        m_desk->press(Qt::Key_F9);
        QVERIFY(m_desk->waitForPage(s("export")));
        const QString path = m_desk->folder.filePath(s("keluar/pasien.csv"));
        m_desk->find<PathField>("exportPathField")->setPath(path);
        m_desk->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!QFile::exists(path));
        QVERIFY(m_desk->find<QWidget>("exportReasonField")->hasFocus());
        m_desk->type(s("surat dinas 445/12/2026"));
        m_desk->shoot(s("export"));
        m_desk->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return QFile::exists(path); }));
        const QList<PatientExport> noted = rowsOf(*m_server, Where<PatientExport>());
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted.first().count, made);
        QCOMPARE(noted.first().reason, s("surat dinas 445/12/2026"));
        QCOMPARE(noted.first().file, s("pasien.csv"));
        QVERIFY(noted.first().whole);
        auto file = CsvFile::open(path);
        QVERIFY(file);
        QCOMPARE(file->next(10'000).size(), made);
        const auto* reason = m_desk->find<QLineEdit>("exportReasonField");
        QVERIFY(Desk::until([&] { return reason->text().isEmpty(); }));
        m_desk->shoot(s("export-done"));
    }

    void looksIntoTheBookOfNumbers() {
        const auto clerk = m_server->client(Role::RegistrationClerk);
        const auto made = clerk->submit(RegisterPatient{testPatient(1), {}});
        QVERIFY(made);
        const qint64 lost = *clerk->takeNumber(NumberKind::MedicalRecord);
        QVERIFY(clerk->submit(RegisterPatient{testPatient(2), {}}));
        m_desk->press(Qt::Key_B, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("numbers")));
        auto* table = m_desk->find<QTableView>("numbersTable");
        QVERIFY(Desk::until([&] { return table->model()->rowCount() == 1; }));
        m_desk->shoot(s("numbers"));
        m_desk->type(QString::number(lost));
        QVERIFY(Desk::until([&] { return m_desk->labelText("storyLabel").contains(s("missing")); }));
        QVERIFY(!m_desk->isEnabled("openFileButton"));
        m_desk->shoot(s("numbers-missing"));
        m_desk->press(Qt::Key_A, Qt::ControlModifier);
        m_desk->type(QString::number(made->mrn));
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("openFileButton"); }));
        QVERIFY(m_desk->labelText("storyLabel").contains(testPatient(1).name));
        m_desk->press(Qt::Key_F6);
        QVERIFY(m_desk->waitForPage(s("patient")));
    }

    void aClerkSeesNoneOfIt() {
        Desk clerk(*m_server, Role::RegistrationClerk);
        QVERIFY(clerk.signIn());
        for (const Qt::Key key : {Qt::Key_I, Qt::Key_B}) {
            clerk.press(key, Qt::AltModifier);
            QCOMPARE(clerk.page(), s("search"));
        }
    }

  private:
    QString written(const QByteArray& bytes) {
        QFile file(m_desk->folder.filePath(s("pasien.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("not written");
        return file.fileName();
    }
    void openPage() {
        m_desk->press(Qt::Key_I, Qt::AltModifier);
        QVERIFY(m_desk->waitForPage(s("import")));
    }
    void type(const char* field, const QString& text) {
        m_desk->find<QWidget>(field)->setFocus();
        m_desk->type(text);
        m_desk->press(Qt::Key_Return);
    }
    /// Until its columns are shown.
    void openList(const QString& path) {
        openPage();
        type("listField", path);
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("nameColumn"); }));
        QVERIFY(Desk::until([&] { return m_desk->find<QWidget>("numberColumn")->hasFocus(); }));
    }
    void start() {
        QVERIFY(Desk::until([&] { return m_desk->isEnabled("importButton"); }));
        m_desk->dialogs.willAnswer({true, {}});
        m_desk->press(Qt::Key_F8);
    }
    QVariant value(const char* field) { return m_desk->find<ChoiceField>(field)->value(); }
    qint64 count(const char* label) { return QLocale().toLongLong(m_desk->labelText(label)); }

    std::unique_ptr<ServerRig> m_server;
    std::unique_ptr<Desk> m_desk;
};

}  // namespace simrs

QTEST_MAIN(simrs::DeskImportTest)
#include "desk_import_test.moc"
