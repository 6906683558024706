// SPDX-License-Identifier: GPL-3.0-or-later
// A form's command when the form is left meanwhile: its end is told in the message log and never reaches the
// form, which may show another patient by then.
#include <QTest>

#include "app/kit/label.h"
#include "app/shell/form_command.h"
#include "tests/shell/shell_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromLatin1(text); }

struct Form {
    explicit Form(BackendRig& rig) : workbench(*rig.backend), command(workbench, nullptr) {}

    void send(BackendRig& rig) {
        command.send(
            rig.visit(), s("Siti"), [this](const Result<VisitMade>& end) { ends.append(codeOf(end)); },
            [](const VisitMade&) { return s("Siti: registered"); });
    }
    static ErrorCode codeOf(const Result<VisitMade>& end) { return end ? ErrorCode::None : end.error().code; }

    TestWorkbench workbench;
    FormCommand command;
    QList<ErrorCode> ends;
};

void refuseAll(FakeServer::Behaviour& b) {
    b.refuse = [](const CommandMessage&) { return Error{ErrorCode::ClinicClosed, {s("Dalam")}, {}}; };
}

}  // namespace

class FormCommandTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theFormHearsItsOwnEnd() {
        BackendRig rig;
        QVERIFY(rig.work());
        Form form(rig);
        form.send(rig);
        QTRY_COMPARE(form.ends, QList{ErrorCode::None});
        QVERIFY(form.workbench.reports.isEmpty());
    }

    void whatWasLeftIsReported() {
        BackendRig rig;
        QVERIFY(rig.work());
        Form form(rig);
        form.send(rig);
        form.command.leave();
        QTRY_COMPARE(form.workbench.reports, QStringList{s("Siti: registered")});

        rig.server.set(refuseAll);
        form.send(rig);
        form.command.leave();
        QTRY_COMPARE(form.workbench.reports.size(), 2);
        QVERIFY(form.workbench.reports.last().startsWith(s("Siti: nothing was saved.")));
        QVERIFY(form.ends.isEmpty());
    }

    void aLateEndIsToldOnce() {
        BackendRig rig;
        QVERIFY(rig.work());
        rig.server.set([](auto& b) { b.answersCommands = false; });
        Form form(rig);
        form.send(rig);
        QTRY_COMPARE(form.ends, QList{ErrorCode::TimedOut});
        rig.server.set([](auto& b) { b.answersCommands = true; });
        rig.server.cut();
        QTRY_COMPARE(form.ends, (QList{ErrorCode::TimedOut, ErrorCode::None}));
        QVERIFY(form.workbench.reports.isEmpty());
    }

    void aLateEndOfWhatWasLeftIsReported() {
        BackendRig rig;
        QVERIFY(rig.work());
        rig.server.set([](auto& b) { b.answersCommands = false; });
        Form form(rig);
        form.send(rig);
        QTRY_COMPARE(form.ends, QList{ErrorCode::TimedOut});
        form.command.leave();
        rig.server.set([](auto& b) { b.answersCommands = true; });
        rig.server.cut();
        QTRY_COMPARE(form.workbench.reports, QStringList{s("Siti: registered")});
        QCOMPARE(form.ends.size(), 1);
    }

    void toolTipsShowTextsAsTheyAre() {
        QVERIFY(plainToolTip({}).isEmpty());
        QVERIFY(!plainToolTip(s("<img src=x> & <b>Jl.</b>")).contains(s("<b>")));
    }
};

QTEST_MAIN(FormCommandTest)
#include "form_command_test.moc"
