// SPDX-License-Identifier: GPL-3.0-or-later
// The rules, one function each, over the joined maps.
#include "tests/campaign/history_judge.h"

#include <QHash>
#include <map>

namespace simrs::test {
namespace {

/// The values a field has had, in order, and the edits that gave them.
struct Chain {
    QMap<QByteArray, int> place;  // Value to its place: 0 is the registered one.
    QSet<CommandId> applied;
    bool isWhole = false;  // From the registered value to the last one without a gap.
};

class Judge {
  public:
    Judge(const QList<History>& histories, const ServerRecord& record)
        : m_histories(histories), m_record(record) {
        for (const LoggedCommand& command : record.commands) m_log.insert(command.id, &command);
        makeChains();
    }

    Verdict verdict() {
        judgeLog();
        judgeNumbers();
        judgeChains();
        for (const History& history : m_histories) {
            judgeTold(history);
            judgeReads(history);
            judgeEnd(history);
        }
        judgeRefusals();
        judgeConflicts();
        return m_verdict;
    }

  private:
    void makeChains();
    void judgeLog();
    void judgeNumbers();
    void judgeChains();
    void judgeTold(const History& history);
    void judgeOne(const QString& who, const Told& told, const QSet<CommandId>& left);
    void judgeReads(const History& history);
    int placeOf(const QString& field, const QByteArray& value) const;
    void judgeEnd(const History& history);
    void judgeRefusals();
    void judgeConflicts();
    static QString name(const QString& who, const Told& told) {
        return QStringLiteral("%1: %2 %3").arg(who, told.request, told.id.toString());
    }

    const QList<History>& m_histories;
    const ServerRecord& m_record;
    QHash<CommandId, const LoggedCommand*> m_log;
    QMap<QString, Chain> m_chains;
    QHash<CommandId, QByteArray> m_replies;   // As a client was told them.
    QHash<QString, CommandId> m_numberOwner;  // As on the papers.
    QSet<QString> m_given;
    Verdict m_verdict;
};

/// Walks back from the last value: each value was made by one edit, whose base is the value before.
void Judge::makeChains() {
    QHash<QString, QHash<QByteArray, const LoggedEdit*>> makers;
    for (const LoggedEdit& edit : m_record.edits) makers[edit.field].insert(edit.value, &edit);
    for (auto it = m_record.last.cbegin(); it != m_record.last.cend(); ++it) {
        Chain chain;
        const QByteArray first = m_record.first.value(it.key());
        QList<QByteArray> backwards{it.value()};
        while (backwards.last() != first) {
            const LoggedEdit* maker = makers.value(it.key()).value(backwards.last());
            if (!maker || chain.applied.contains(maker->id)) break;
            chain.applied.insert(maker->id);
            backwards.append(maker->base);
        }
        chain.isWhole = backwards.last() == first;
        for (qsizetype i = 0; i < backwards.size(); ++i)
            chain.place.insert(backwards[i], static_cast<int>(backwards.size() - 1 - i));
        m_chains.insert(it.key(), chain);
    }
}

void Judge::judgeLog() {
    for (const QString& stray : m_record.strays)
        m_verdict.doubled.append(stray + QStringLiteral(" was made by nobody"));
    QSet<CommandId> ids;
    QSet<QPair<Uuid, qint64>> places;
    for (const LoggedCommand& command : m_record.commands) {
        const QString what = command.request + QLatin1Char(' ') + command.id.toString();
        if (ids.contains(command.id)) m_verdict.doubled.append(what + QStringLiteral(" is logged twice"));
        ids.insert(command.id);
        const QPair<Uuid, qint64> place(command.device, command.seq);
        if (places.contains(place)) m_verdict.doubled.append(what + QStringLiteral(" shares its place"));
        places.insert(place);
        const int wanted = command.error == 0 ? 1 : 0;
        if (command.effects > wanted)
            m_verdict.doubled.append(what + QStringLiteral(" has %1 effects").arg(command.effects));
        if (command.effects < wanted) m_verdict.lost.append(what + QStringLiteral(" has no effect"));
    }
}

void Judge::judgeNumbers() {
    for (const QString& number : m_record.numbers) {
        if (m_given.contains(number)) m_verdict.doubled.append(number + QStringLiteral(" is given twice"));
        m_given.insert(number);
    }
}

void Judge::judgeChains() {
    for (auto it = m_chains.cbegin(); it != m_chains.cend(); ++it) {
        if (!it->isWhole)
            m_verdict.diverged.append(it.key() + QStringLiteral(" does not follow from its edits"));
    }
}

void Judge::judgeTold(const History& history) {
    QSet<CommandId> left;
    for (const LeftCommand& one : history.left) {
        if (!one.refused) left.insert(one.id);
    }
    for (const Moment& moment : history.moments) {
        if (moment.kind == Moment::Kind::Told) judgeOne(history.name, moment.told, left);
    }
}

void Judge::judgeOne(const QString& who, const Told& told, const QSet<CommandId>& left) {
    const LoggedCommand* logged = m_log.value(told.id);
    if (told.word == Word::Not) {
        if (logged && logged->error == 0)
            m_verdict.doubled.append(name(who, told) + QStringLiteral(": told that nothing happened"));
        else if (logged && logged->error != told.error)
            m_verdict.diverged.append(name(who, told) + QStringLiteral(": refused for another reason"));
        return;
    }
    ++m_verdict.told;
    for (const QString& number : told.numbers) {
        const CommandId owner = m_numberOwner.value(number);
        if (!owner.isNull() && owner != told.id)
            m_verdict.doubled.append(name(who, told) + QStringLiteral(": %1 was given before").arg(number));
        m_numberOwner.insert(number, told.id);
    }
    if (told.word == Word::Saved) {
        if (!logged && !left.contains(told.id)) m_verdict.lost.append(name(who, told));
        return;
    }
    if (!logged) return m_verdict.lost.append(name(who, told));
    if (logged->error != 0)
        return m_verdict.lost.append(name(who, told) + QStringLiteral(": told done, and refused"));
    const auto before = m_replies.constFind(told.id);
    if (logged->reply != told.reply || (before != m_replies.cend() && *before != told.reply))
        m_verdict.diverged.append(name(who, told) + QStringLiteral(": told another result"));
    m_replies.insert(told.id, told.reply);
    for (const QString& number : told.numbers) {
        if (!m_given.contains(number))
            m_verdict.lost.append(name(who, told) + QStringLiteral(": nobody has %1").arg(number));
    }
}

/// What a client sees of a field never goes back behind what it knew when it asked, also not behind its own
/// acknowledged edit. A cache is told of later than the server and says so: its answers follow each other
/// alone.
void Judge::judgeReads(const History& history) {
    struct Reached {
        qsizetype at;
        int place;
    };
    QSet<QPair<QString, QByteArray>> unsent;
    QHash<QString, QList<Reached>> reached;  // Places only grow along each list.
    const auto knew = [&](const QString& field, qsizetype since) {
        int place = 0;
        for (const Reached& one : reached.value(field)) {
            if (one.at < since) place = one.place;
        }
        return place;
    };
    const auto learn = [&](const QString& field, qsizetype at, int place) {
        QList<Reached>& list = reached[field];
        if (list.isEmpty() || place > list.last().place) list.append({at, place});
    };
    // Its own work is shown before it is told, and may go again when another's comes before it.
    for (const Moment& moment : history.moments) {
        if (moment.kind == Moment::Kind::Told) unsent.insert({moment.told.field, moment.told.value});
    }
    for (qsizetype i = 0; i < history.moments.size(); ++i) {
        const Moment& moment = history.moments[i];
        if (moment.kind == Moment::Kind::Told) {
            const Told& told = moment.told;
            if (told.word == Word::Done && !told.field.isEmpty())
                learn(told.field, i, placeOf(told.field, told.value));
            if (told.word == Word::Done && placeOf(told.field, told.value) >= 0)
                unsent.remove({told.field, told.value});
            continue;
        }
        ++m_verdict.reads;
        const Seen& seen = moment.seen;
        if (unsent.contains({seen.field, seen.value})) continue;
        const int place = placeOf(seen.field, seen.value);
        const QString where = seen.held ? QStringLiteral("held ") + seen.field : seen.field;
        if (place < knew(where, seen.since)) {
            m_verdict.diverged.append(QStringLiteral("%1: %2 %3")
                                          .arg(history.name, seen.field,
                                               place < 0 ? QStringLiteral("showed what it never was")
                                                         : QStringLiteral("went back")));
        } else {
            learn(where, i, place);
        }
    }
}

int Judge::placeOf(const QString& field, const QByteArray& value) const {
    const auto chain = m_chains.constFind(field);
    return chain == m_chains.cend() ? -1 : chain->place.value(value, -1);
}

void Judge::judgeEnd(const History& history) {
    if (!history.settled) m_verdict.stuck.append(history.name + QStringLiteral(" never came to rest"));
    for (const LeftCommand& one : history.left) {
        if (!one.refused)
            m_verdict.stuck.append(history.name + QStringLiteral(": still waits: ") + one.id.toString());
    }
    if (history.settled && history.view.isEmpty())
        m_verdict.diverged.append(history.name + QStringLiteral(" shows nothing"));
    for (auto it = history.view.cbegin(); it != history.view.cend(); ++it) {
        if (m_record.answers.value(it.key()) == it.value()) continue;
        m_verdict.diverged.append(
            QStringLiteral("%1 and the server answer %2 differently")
                .arg(history.name, QString::fromLatin1(it.key().toPercentEncoding(" "))));
    }
}

void Judge::judgeRefusals() {
    QSet<CommandId> heard;
    for (const History& history : m_histories) {
        for (const Moment& moment : history.moments) {
            if (moment.kind == Moment::Kind::Told && moment.told.word == Word::Not)
                heard.insert(moment.told.id);
        }
        for (const LeftCommand& one : history.left) {
            const LoggedCommand* logged = m_log.value(one.id);
            if (one.refused && logged && logged->actor == one.actor && !one.actor.isNull())
                heard.insert(one.id);
        }
    }
    for (const LoggedCommand& command : m_record.commands) {
        if (command.error == 0) continue;
        ++m_verdict.refusals;
        if (heard.contains(command.id) && m_record.persons.contains(command.actor)) {
            ++m_verdict.heard;
        } else {
            m_verdict.unheard.append(QStringLiteral("refused: %1 %2, %3")
                                         .arg(command.request, command.id.toString(),
                                              errorName(errorFromNumber(static_cast<int>(command.error)))));
        }
    }
}

void Judge::judgeConflicts() {
    QSet<CommandId> collided = m_record.collided;
    for (const LoggedEdit& edit : m_record.edits) {
        if (!m_chains.value(edit.field).applied.contains(edit.id)) collided.insert(edit.id);
    }
    QSet<CommandId> flagged;
    for (const LoggedCase& one : m_record.cases) {
        const LoggedCommand* logged = m_log.value(one.command);
        const bool named = logged && logged->actor == one.raisedBy && m_record.persons.contains(one.raisedBy);
        if (!named)
            m_verdict.unheard.append(QStringLiteral("a case without its author: ") + one.command.toString());
        else
            ++m_verdict.cases;
        if (flagged.contains(one.command))
            m_verdict.doubled.append(QStringLiteral("two cases of ") + one.command.toString());
        flagged.insert(one.command);
    }
    m_verdict.conflicts = collided.size();
    for (const CommandId& id : collided - flagged)
        m_verdict.unheard.append(QStringLiteral("collided, and nobody is asked: ") + id.toString());
    for (const CommandId& id : flagged - collided)
        m_verdict.diverged.append(QStringLiteral("a case without a collision: ") + id.toString());
}

}  // namespace

bool Verdict::isClean() const {
    return lost.isEmpty() && doubled.isEmpty() && diverged.isEmpty() && stuck.isEmpty() && unheard.isEmpty();
}

QString Verdict::text() const {
    QString out =
        QStringLiteral(
            "%1 acts, %2 reads: %3 lost, %4 doubled, %5 diverged, %6 stuck; %7 refusals, %8 heard; %9 "
            "conflicts, %10 cases")
            .arg(told)
            .arg(reads)
            .arg(lost.size())
            .arg(doubled.size())
            .arg(diverged.size())
            .arg(stuck.size())
            .arg(refusals)
            .arg(heard)
            .arg(conflicts)
            .arg(cases);
    const auto list = [&](const char* what, const QStringList& faults) {
        for (const QString& fault : faults.mid(0, 10))
            out += QStringLiteral("\n  %1: %2").arg(QLatin1String(what), fault);
    };
    list("lost", lost);
    list("doubled", doubled);
    list("diverged", diverged);
    list("stuck", stuck);
    list("unheard", unheard);
    return out;
}

Verdict judge(const QList<History>& histories, const ServerRecord& record) {
    return Judge(histories, record).verdict();
}

}  // namespace simrs::test
