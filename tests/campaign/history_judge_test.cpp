// SPDX-License-Identifier: GPL-3.0-or-later
// The judge of the campaigns itself: hand-made histories that are right, lost, doubled, diverged or stuck.
#include <QTemporaryDir>
#include <QTest>

#include "tests/campaign/history_judge.h"

namespace simrs::test {
namespace {

CommandId id(const char* name) { return CommandId(Uuid::named(name)); }
Uuid person(const char* name) { return Uuid::named(name); }
const QString kField = QStringLiteral("patient1 address");

Told told(const char* name, Word word, const QByteArray& reply = "reply") {
    Told made;
    made.id = id(name);
    made.request = QStringLiteral("register_visit");
    made.word = word;
    if (word == Word::Done) made.reply = reply;
    if (word == Word::Not) made.error = 119;
    return made;
}

Told edited(const char* name, const QByteArray& value) {
    Told made = told(name, Word::Done);
    made.field = kField;
    made.value = value;
    return made;
}

/// A client and a server that agree; each test then breaks one thing.
struct Case {
    QList<History> histories;
    ServerRecord record;

    Case() {
        History client;
        client.name = QStringLiteral("counter0");
        client.settled = true;
        client.view.insert("question", "answer");
        histories = {client};
        record.answers.insert("question", "answer");
        record.persons = {person("ani")};
    }
    History& client() { return histories.first(); }
    void tell(const Told& one) { client().moments.append(Moment{Moment::Kind::Told, one, {}}); }
    void see(const QByteArray& value, qsizetype since = 1000) {
        client().moments.append(Moment{Moment::Kind::Seen, {}, {kField, value, since}});
    }
    LoggedCommand& log(const char* name, qint64 error = 0) {
        LoggedCommand logged;
        logged.id = id(name);
        logged.device = person("device");
        logged.seq = record.commands.size() + 1;
        logged.request = QStringLiteral("register_visit");
        logged.actor = person("ani");
        logged.error = error;
        logged.reply = error == 0 ? "reply" : QByteArray();
        logged.effects = error == 0 ? 1 : 0;
        record.commands.append(logged);
        return record.commands.last();
    }
    /// A done edit that is told.
    void edit(const char* name, const QByteArray& base, const QByteArray& value) {
        log(name);
        record.edits.append({id(name), kField, base, value});
    }
    Verdict verdict() const { return judge(histories, record); }
};

}  // namespace

class HistoryJudgeTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void findsNothingWhereAllIsRight() {
        Case c;
        c.log("a");
        Told first = told("a", Word::Done);
        first.numbers = {QStringLiteral("visit 7")};
        c.record.numbers = first.numbers;
        c.tell(first);
        c.tell(told("b", Word::Saved));
        c.log("b");
        c.tell(told("b", Word::Done));  // Later, its result.
        c.tell(told("c", Word::Not));
        c.log("c", 119);
        c.tell(told("never taken", Word::Not));
        c.record.first[kField] = "x0";
        c.record.last[kField] = "x2";
        c.edit("d", "x0", "x1");
        c.tell(edited("d", "x1"));
        c.see("x1");
        c.edit("e", "x1", "x2");
        c.see("x2");
        const Verdict verdict = c.verdict();
        QVERIFY2(verdict.isClean(), qPrintable(verdict.text()));
        QCOMPARE(verdict.told, 4);
        QCOMPARE(verdict.reads, 2);
        QCOMPARE(verdict.refusals, 1);
        QCOMPARE(verdict.heard, 1);
        QCOMPARE(verdict.conflicts, 0);
    }

    void findsWhatIsLost() {
        Case saved;
        saved.tell(told("a", Word::Saved));
        QCOMPARE(saved.verdict().lost.size(), 1);
        saved.client().left.append({id("a"), person("ani"), false, 0});
        QCOMPARE(saved.verdict().lost.size(), 0);  // Late, not lost.
        QCOMPARE(saved.verdict().stuck.size(), 1);

        Case done;
        done.tell(told("a", Word::Done));
        QCOMPARE(done.verdict().lost.size(), 1);
        done.log("a", 119);
        QCOMPARE(done.verdict().lost.size(), 1);  // Told done, and refused.

        Case number;
        Told paper = told("a", Word::Done);
        paper.numbers = {QStringLiteral("ticket A 1")};
        number.tell(paper);
        number.log("a");
        QCOMPARE(number.verdict().lost.size(), 1);

        Case empty;
        empty.log("a").effects = 0;
        QCOMPARE(empty.verdict().lost.size(), 1);
    }

    void findsWhatIsDoubled() {
        Case undone;
        undone.tell(told("a", Word::Not));
        undone.log("a");
        QCOMPARE(undone.verdict().doubled.size(), 1);

        Case effects;
        effects.log("a").effects = 2;
        QCOMPARE(effects.verdict().doubled.size(), 1);

        Case refused;
        refused.tell(told("a", Word::Not));
        refused.log("a", 119).effects = 1;
        QCOMPARE(refused.verdict().doubled.size(), 1);

        Case place;
        place.log("a");
        place.log("b").seq = 1;
        QCOMPARE(place.verdict().doubled.size(), 1);

        Case numbers;
        numbers.record.numbers = {QStringLiteral("mrn 1"), QStringLiteral("mrn 1")};
        QCOMPARE(numbers.verdict().doubled.size(), 1);

        Case paper;
        for (const char* name : {"a", "b"}) {
            paper.log(name);
            Told one = told(name, Word::Done);
            one.numbers = {QStringLiteral("mrn 1")};
            paper.tell(one);
        }
        paper.record.numbers = {QStringLiteral("mrn 1")};
        QCOMPARE(paper.verdict().doubled.size(), 1);
    }

    void findsWhatDiverged() {
        Case view;
        view.record.answers["question"] = "another answer";
        QCOMPARE(view.verdict().diverged.size(), 1);
        view.client().view.clear();
        QCOMPARE(view.verdict().diverged.size(), 1);  // Shows nothing at all.

        Case reply;
        reply.tell(told("a", Word::Done, "another reply"));
        reply.log("a");
        QCOMPARE(reply.verdict().diverged.size(), 1);

        Case reason;
        reason.tell(told("a", Word::Not));
        reason.log("a", 120);
        QCOMPARE(reason.verdict().diverged.size(), 1);

        Case gap;
        gap.record.first[kField] = "x0";
        gap.record.last[kField] = "x9";
        QCOMPARE(gap.verdict().diverged.size(), 1);
    }

    void findsReadsThatGoBack() {
        Case c;
        c.record.first[kField] = "x0";
        c.record.last[kField] = "x2";
        c.edit("d", "x0", "x1");
        c.edit("e", "x1", "x2");
        c.see("x1");
        c.see("x0");
        QCOMPARE(c.verdict().diverged.size(), 1);
        c.client().moments.last().seen.since = 0;  // Asked before the first one was answered.
        QCOMPARE(c.verdict().diverged.size(), 0);
        c.see("x3");  // Never was.
        QCOMPARE(c.verdict().diverged.size(), 1);

        Case own;
        own.record = c.record;
        own.tell(edited("e", "x2"));
        own.see("x1");
        QCOMPARE(own.verdict().diverged.size(), 1);
    }

    void showsUnsentWorkOfItsOwn() {
        Case c;
        c.record.first[kField] = c.record.last[kField] = "x0";
        Told edit = edited("d", "x1");
        edit.word = Word::Saved;
        c.tell(edit);
        c.see("x1");  // Provisional: it was refused in the end.
        c.log("d", 119);
        c.client().left.append({id("d"), person("ani"), true, 119});
        const Verdict verdict = c.verdict();
        QVERIFY2(verdict.isClean(), qPrintable(verdict.text()));
    }

    void findsWhatIsStuck() {
        Case c;
        c.client().settled = false;
        QCOMPARE(c.verdict().stuck.size(), 1);
    }

    void findsRefusalsThatNobodyHeard() {
        Case c;
        c.log("a", 119);
        QCOMPARE(c.verdict().unheard.size(), 1);
        c.client().left.append({id("a"), person("budi"), true, 119});
        QCOMPARE(c.verdict().unheard.size(), 1);  // Under another one's name.
        c.client().left.last().actor = person("ani");
        QVERIFY(c.verdict().isClean());
        QCOMPARE(c.verdict().heard, 1);
        c.record.persons.clear();
        QCOMPARE(c.verdict().unheard.size(), 1);
    }

    void countsConflicts() {
        Case c;
        c.record.first[kField] = "x0";
        c.record.last[kField] = "x1";
        c.edit("d", "x0", "x1");
        c.edit("e", "x0", "x2");  // Done, and not applied: it collided.
        QCOMPARE(c.verdict().unheard.size(), 1);
        c.record.cases.append({person("ani"), id("e")});
        const Verdict verdict = c.verdict();
        QVERIFY2(verdict.isClean(), qPrintable(verdict.text()));
        QCOMPARE(verdict.conflicts, 1);
        QCOMPARE(verdict.cases, 1);
        c.record.cases.append({person("ani"), id("e")});
        QCOMPARE(c.verdict().doubled.size(), 1);
        c.record.cases = {{person("budi"), id("e")}};
        QCOMPARE(c.verdict().unheard.size(), 1);
        c.record.cases = {{person("ani"), id("e")}, {person("ani"), id("d")}};
        QCOMPARE(c.verdict().diverged.size(), 1);  // Nothing collided there.
    }

    void writesAndReadsHistories() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("counter3.history"));
        Told paper = edited("a", QByteArray("\0\xff", 2));
        paper.numbers = {QStringLiteral("mrn 1"), QStringLiteral("visit 2")};
        {
            HistoryWriter writer(path);
            writer.settling();
            writer.settled(5);
            writer.viewed("old", "view");
            writer.told(paper);
            const qint64 question = writer.asked();
            writer.told(told("b", Word::Not));
            writer.seen(question, kField, "x1");
        }
        {
            QFile cut(path);
            QVERIFY(cut.open(QIODevice::Append));
            cut.write("{\"act\":\"to");  // Killed in the middle of a line.
        }
        HistoryWriter writer(path);
        writer.settling();
        PendingCommand refused;
        refused.id = id("b");
        refused.actor = person("ani");
        refused.state = PendingState::Refused;
        refused.error = {ErrorCode::VisitCancelled, {}, {}};
        writer.left({refused});
        writer.settled(70);
        writer.viewed("question", "answer");
        const History history = readHistory(path);
        QCOMPARE(history.name, QStringLiteral("counter3"));
        QCOMPARE(history.moments.size(), 3);
        QCOMPARE(history.moments[0].told.id, id("a"));
        QCOMPARE(history.moments[0].told.value, QByteArray("\0\xff", 2));
        QCOMPARE(history.moments[0].told.numbers, paper.numbers);
        QCOMPARE(history.moments[1].told.error, 119);
        QCOMPARE(history.moments[2].seen.value, QByteArray("x1"));
        QCOMPARE(history.moments[2].seen.since, 1);
        QVERIFY(history.settled);
        QCOMPARE(history.settledMs, 70);
        QCOMPARE(history.left.size(), 1);
        QVERIFY(history.left[0].refused);
        QCOMPARE(history.left[0].error, 119);
        QCOMPARE(history.view, (QMap<QByteArray, QByteArray>{{"question", "answer"}}));
    }
};

}  // namespace simrs::test

QTEST_GUILESS_MAIN(simrs::test::HistoryJudgeTest)
#include "history_judge_test.moc"
