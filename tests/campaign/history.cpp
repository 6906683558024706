// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object a line, with short keys; bytes as base64.
#include "tests/campaign/history.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace simrs::test {
namespace {

/// The first line of each life of the client.
const QByteArray kBorn = "{\"act\":\"born\"}";

QString text(const QByteArray& bytes) { return QString::fromLatin1(bytes.toBase64()); }
QByteArray bytes(const QJsonObject& line, const char* key) {
    return QByteArray::fromBase64(line.value(QLatin1String(key)).toString().toLatin1());
}
QByteArray lineOf(QJsonObject object, const char* act) {
    object.insert(QLatin1String("act"), QLatin1String(act));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}
QString string(const QJsonObject& line, const char* key) { return line.value(QLatin1String(key)).toString(); }
CommandId command(const QJsonObject& line) { return CommandId(Uuid::fromString(string(line, "id"))); }

Moment readTold(const QJsonObject& line) {
    Moment moment;
    Told& told = moment.told;
    told.id = command(line);
    told.request = string(line, "request");
    told.word = static_cast<Word>(line.value(QLatin1String("word")).toInt());
    told.error = line.value(QLatin1String("error")).toInt();
    told.reply = bytes(line, "reply");
    const QJsonArray numbers = line.value(QLatin1String("numbers")).toArray();
    for (const auto& number : numbers) told.numbers.append(number.toString());
    told.field = string(line, "field");
    told.value = bytes(line, "value");
    return moment;
}

Moment readSeen(const QJsonObject& line, const QHash<int, qsizetype>& questions) {
    Moment moment;
    moment.kind = Moment::Kind::Seen;
    moment.seen = {string(line, "field"), bytes(line, "value"),
                   questions.value(line.value(QLatin1String("question")).toInt())};
    return moment;
}

LeftCommand readLeft(const QJsonObject& line) {
    LeftCommand left;
    left.id = command(line);
    left.actor = Uuid::fromString(string(line, "actor"));
    left.refused = line.value(QLatin1String("refused")).toBool();
    left.error = line.value(QLatin1String("error")).toInt();
    return left;
}

void readLine(const QJsonObject& line, History& history, QHash<int, qsizetype>& questions) {
    const QString act = string(line, "act");
    if (act == QLatin1String("told")) {
        history.moments.append(readTold(line));
    } else if (act == QLatin1String("seen")) {
        history.moments.append(readSeen(line, questions));
    } else if (act == QLatin1String("asked")) {
        questions.insert(line.value(QLatin1String("question")).toInt(), history.moments.size());
    } else if (act == QLatin1String("settling")) {
        history.settled = false;
        history.settledMs = -1;
        history.left.clear();
        history.view.clear();
    } else if (act == QLatin1String("left")) {
        history.left.append(readLeft(line));
    } else if (act == QLatin1String("settled")) {
        history.settled = true;
        history.settledMs = line.value(QLatin1String("ms")).toInt();
    } else if (act == QLatin1String("viewed")) {
        history.view.insert(bytes(line, "question"), bytes(line, "answer"));
    } else {
        qFatal("a history with an unknown line: %s", qPrintable(act));
    }
}

}  // namespace

HistoryWriter::HistoryWriter(const QString& path) : m_file(path) {
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        qFatal("cannot write the history");
    // A line that an earlier life did not finish stays a line of its own.
    write('\n' + kBorn + '\n');
}

void HistoryWriter::write(const QByteArray& line) {
    if (m_file.write(line) != line.size()) qFatal("cannot write the history");
}

void HistoryWriter::told(const Told& told) {
    QJsonArray numbers;
    for (const QString& number : told.numbers) numbers.append(number);
    write(lineOf({{QLatin1String("id"), told.id.toString()},
                  {QLatin1String("request"), told.request},
                  {QLatin1String("word"), static_cast<int>(told.word)},
                  {QLatin1String("error"), told.error},
                  {QLatin1String("reply"), text(told.reply)},
                  {QLatin1String("numbers"), numbers},
                  {QLatin1String("field"), told.field},
                  {QLatin1String("value"), text(told.value)}},
                 "told"));
}

qint64 HistoryWriter::asked() {
    write(lineOf({{QLatin1String("question"), ++m_questions}}, "asked"));
    return m_questions;
}

void HistoryWriter::seen(qint64 question, const QString& field, const QByteArray& value) {
    write(lineOf({{QLatin1String("question"), question},
                  {QLatin1String("field"), field},
                  {QLatin1String("value"), text(value)}},
                 "seen"));
}

void HistoryWriter::settling() { write(lineOf({}, "settling")); }

void HistoryWriter::left(const PendingList& pending) {
    for (const PendingCommand& one : pending) {
        write(lineOf({{QLatin1String("id"), one.id.toString()},
                      {QLatin1String("actor"), one.actor.toString()},
                      {QLatin1String("refused"), one.state == PendingState::Refused},
                      {QLatin1String("error"), static_cast<int>(one.error.code)}},
                     "left"));
    }
}

void HistoryWriter::settled(qint64 ms) { write(lineOf({{QLatin1String("ms"), ms}}, "settled")); }

void HistoryWriter::viewed(const QByteArray& question, const QByteArray& answer) {
    write(lineOf({{QLatin1String("question"), text(question)}, {QLatin1String("answer"), text(answer)}},
                 "viewed"));
}

History readHistory(const QString& path) {
    History history;
    history.name = QFileInfo(path).completeBaseName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return history;
    QHash<int, qsizetype> questions;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty() || lines[i] == kBorn) continue;
        const QJsonDocument document = QJsonDocument::fromJson(lines[i]);
        const bool mayBeCut = i + 1 >= lines.size() || lines[i + 1] == kBorn;
        if (!document.isObject() && mayBeCut) continue;
        if (!document.isObject()) qFatal("a history that cannot be read: %s", lines[i].constData());
        readLine(document.object(), history, questions);
    }
    return history;
}

QByteArray questionOf(qint64 type, const QByteArray& payload) {
    return QByteArray::number(type) + ' ' + payload;
}

}  // namespace simrs::test
