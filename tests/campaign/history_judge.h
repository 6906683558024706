// SPDX-License-Identifier: GPL-3.0-or-later
// Joins what all clients of a campaign were told and saw with what the server holds, and says what is wrong:
// lost, doubled, diverged or stuck; and whether every refusal and conflict has reached a person.
#pragma once

#include <QSet>

#include "tests/campaign/history.h"

namespace simrs::test {

/// A command in the server's log.
struct LoggedCommand {
    CommandId id;
    Uuid device;
    qint64 seq = 0;
    QString request;
    Uuid actor;
    qint64 error = 0;
    QByteArray reply;  ///< Where error is 0.
    int effects = 1;   ///< How many rows it made that it makes once.

    bool operator==(const LoggedCommand&) const = default;
};

/// A done edit of one field: from the value its author saw to the one he wanted.
struct LoggedEdit {
    CommandId id;
    QString field;
    QByteArray base;
    QByteArray value;
};

struct LoggedCase {
    Uuid raisedBy;
    CommandId command;  ///< What it is about; null where the row does not say.
};

/// The server at the end.
struct ServerRecord {
    QList<LoggedCommand> commands;
    QStringList strays;  ///< Rows that no done command has made.
    QList<LoggedEdit> edits;
    QMap<QString, QByteArray> first;       ///< Each edited field as it was registered.
    QMap<QString, QByteArray> last;        ///< And as it is.
    QStringList numbers;                   ///< Of all rows, as on the papers.
    QMap<QByteArray, QByteArray> answers;  ///< To the questions of all clients' last views.
    QList<LoggedCase> cases;
    QSet<Uuid> persons;  ///< Users that are persons with names.
    /// Commands that have met something which their author could not know, besides edits.
    QSet<CommandId> collided;
};

struct Verdict {
    QStringList lost;  ///< Told saved or done, and neither done nor in the client's list.
    QStringList
        doubled;  ///< Happened twice, or though it was told that nothing happened; numbers given twice.
    QStringList diverged;  ///< Client and server show different things, or reads went back.
    QStringList stuck;     ///< Did not come to rest, or still waits.
    QStringList unheard;   ///< A refusal or a conflict that reached nobody.
    qint64 told = 0;       ///< Acts that were told done or saved.
    qint64 reads = 0;
    qint64 refusals = 0;   ///< In the server's log,
    qint64 heard = 0;      ///< and of these those that a person was told or will be.
    qint64 conflicts = 0;  ///< Commands that collided,
    qint64 cases = 0;      ///< and cases with a person's name.

    bool isClean() const;
    /// "812 acts, 0 lost, …", and each fault on a line of its own.
    QString text() const;
};

Verdict judge(const QList<History>& histories, const ServerRecord& record);

}  // namespace simrs::test
