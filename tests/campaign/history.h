// SPDX-License-Identifier: GPL-3.0-or-later
// What a client of a campaign was told and what it saw, one line of JSON each, written before its next act.
#pragma once

#include <QFile>
#include <QMap>
#include <QStringList>

#include "app/client/connection_status.h"

namespace simrs::test {

/// What a person was told of his command.
enum class Word {
    Done,   ///< It has happened; here is the reply.
    Saved,  ///< No answer yet; it is kept and will be sent.
    Not,    ///< It was refused or never taken: nothing has happened.
};

struct Told {
    CommandId id;
    QString request;
    Word word = Word::Done;
    qint64 error = 0;     ///< For Not.
    QByteArray reply;     ///< For Done, as it came.
    QStringList numbers;  ///< Those on the paper: "mrn 12", "visit 40", "ticket 2026-03-05 A 7".
    QString field;        ///< For an edit, the field it has changed: "<patient> address".
    QByteArray value;     ///< And to what, on the wire.
};

/// A value that was read, of a field that edits change.
struct Seen {
    QString field;
    QByteArray value;
    /// How many moments had passed when it was asked for: later ones may have been faster.
    qsizetype since = 0;
};

/// One thing after the other, as the person experienced it.
struct Moment {
    enum class Kind { Told, Seen } kind = Kind::Told;
    Told told;
    Seen seen;
};

/// A command in the client's list of what waits or was refused, at the end.
struct LeftCommand {
    CommandId id;
    Uuid actor;
    bool refused = false;
    qint64 error = 0;
};

/// A whole client, over all its lives.
struct History {
    QString name;
    QList<Moment> moments;
    /// From the last settling; nothing where the client never settled.
    bool settled = false;
    qint64 settledMs = -1;  ///< How long it took.
    QList<LeftCommand> left;
    QMap<QByteArray, QByteArray> view;  ///< Question (type and payload) to a hash of its answer.
};

/// Appends lines to a file; each is with the operating system when its method returns, so that a kill of this
/// process loses none.
class HistoryWriter {
  public:
    explicit HistoryWriter(const QString& path);
    void told(const Told& told);
    /// A question goes out; the number is for what it brings.
    qint64 asked();
    void seen(qint64 question, const QString& field, const QByteArray& value);
    /// The end of a stretch of work begins: what was left and viewed before is not the end any more.
    void settling();
    void left(const PendingList& pending);
    void settled(qint64 ms);
    void viewed(const QByteArray& question, const QByteArray& answer);

  private:
    void write(const QByteArray& line);
    QFile m_file;
    qint64 m_questions = 0;
};

/// A last line that was cut off by a kill is left out; any other line that cannot be read ends the test.
History readHistory(const QString& path);

QByteArray questionOf(qint64 type, const QByteArray& payload);

}  // namespace simrs::test
