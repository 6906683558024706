// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs carry verbs, a dangerous one is never a slip of the Enter key, and tests can answer them.
#include "app/kit/dialogs.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "app/kit/busy.h"
#include "app/kit/question_dialog.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"

using namespace simrs;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

Question cancelVisit() {
    return {s("Batalkan kunjungan?"), s("Nomor tidak dipanggil lagi."), s("Batalkan kunjungan"), s("Kembali"),
            true};
}

/// Runs `act` on the modal dialog once it is open.
void whenOpen(const std::function<void(QuestionDialog*)>& act) {
    QTimer::singleShot(50, qApp, [act] {
        auto* dialog = qobject_cast<QuestionDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        act(dialog);
    });
}

}  // namespace

class DialogsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }

    void enterNeverDoesTheDangerousThing() {
        WindowDialogs dialogs;
        whenOpen([](QuestionDialog* dialog) {
            QVERIFY(!dialog->action()->isDefault());
            QVERIFY(dialog->back()->isDefault());
            QCOMPARE(dialog->action()->text(), s("Batalkan kunjungan"));
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        QVERIFY(!dialogs.confirm(nullptr, cancelVisit()));
    }

    void enterDoesAHarmlessThing() {
        WindowDialogs dialogs;
        whenOpen([](QuestionDialog* dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
        QVERIFY(dialogs.confirm(nullptr, s("Simpan?"), s("Ada perubahan."), s("Simpan")));
    }

    void escapeGoesBack() {
        WindowDialogs dialogs;
        whenOpen([](QuestionDialog* dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
        QVERIFY(!dialogs.confirm(nullptr, s("Simpan?"), s("Ada perubahan."), s("Simpan")));
    }

    void aReasonIsNeverEmpty() {
        WindowDialogs dialogs;
        whenOpen([](QuestionDialog* dialog) {
            auto* field = dialog->findChild<QLineEdit*>();
            QVERIFY(!dialog->action()->isEnabled());
            QTest::keyClicks(field, s("   "));
            QVERIFY(!dialog->action()->isEnabled());
            QTest::keyClicks(field, s("salah poli "));
            dialog->action()->click();
        });
        QCOMPARE(dialogs.askReason(nullptr, cancelVisit(), s("Alasan")).value_or(QString()), s("salah poli"));
    }

    void editStaysOpenWhileRefused() {
        WindowDialogs dialogs;
        int tries = 0;
        whenOpen([](QuestionDialog* dialog) {
            dialog->action()->click();
            QVERIFY(dialog->isVisible());
            dialog->action()->click();
        });
        QVERIFY(dialogs.edit(nullptr, {s("Ubah"), {}, s("Simpan")}, new TextField,
                             [&tries] { return ++tries == 2; }));
        QCOMPARE(tries, 2);
    }

    void scriptedAnswersAndNoByDefault() {
        ScriptedDialogs dialogs;
        dialogs.willAnswer({true, {}});
        dialogs.willAnswer({true, s("salah poli")});
        QVERIFY(dialogs.confirm(nullptr, cancelVisit()));
        QCOMPARE(dialogs.askReason(nullptr, cancelVisit(), s("Alasan")).value_or(QString()), s("salah poli"));
        QVERIFY(!dialogs.confirm(nullptr, cancelVisit()));
        QCOMPARE(dialogs.asked().size(), 3);
        bool filled = false;
        dialogs.onEdit = [&filled](QWidget*) { filled = true; };
        dialogs.willAnswer({true, {}});
        QVERIFY(dialogs.edit(nullptr, cancelVisit(), new TextField, [] { return true; }));
        QVERIFY(filled);
    }

    void busyBlocksAtOnceAndShowsLater() {
        QWidget area;
        area.resize(400, 300);
        TextField field;
        field.setParent(&area);
        BusyOverlay busy(&area);
        area.show();
        field.setFocus();
        QSignalSpy cancelled(&busy, &BusyOverlay::cancelled);
        busy.start(s("Menyimpan…"), true);
        QVERIFY(busy.isVisible());
        QTest::keyClicks(&busy, s("abc"));
        QVERIFY(field.text().isEmpty());
        QVERIFY(!busy.findChild<Spinner*>()->isVisible());
        QTRY_VERIFY(busy.findChild<Spinner*>()->isVisible());
        QTest::keyClick(&busy, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
        busy.stop();
        QVERIFY(!busy.isVisible());
    }
};

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
