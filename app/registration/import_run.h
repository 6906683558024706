// SPDX-License-Identifier: GPL-3.0-or-later
// A list on its way into the hospital: a piece of it at a time, never a second one before the first is
// answered, so that the desks go on between them. What was done stays done; running the list again goes on
// from there, since whoever is known is not made again.
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <array>
#include <memory>

#include "app/client/backend.h"
#include "app/registration/import_list.h"
#include "common/registration/import_requests.h"

namespace simrs {

struct ImportCounts {
    qint64 rows = 0;
    std::array<qint64, enumCount(ImportFate())> fates{};
    qint64 leftOut = 0;  ///< Values that were left out of rows that were taken.

    qint64 of(ImportFate fate) const { return fates.at(static_cast<std::size_t>(fate)); }
};

/// Something that was not taken: a row, or a value of one.
struct ImportTold {
    qint64 line = 0;
    ImportProblem problem;
};

class ImportRun final : public QObject {
    Q_OBJECT
  public:
    enum class State {
        Idle,
        Running,
        Waiting,  ///< For an answer that takes long, or for the connection.
        Done,
        Stopped,  ///< By the person.
        Failed,   ///< error() says why.
    };

    explicit ImportRun(Backend& backend, QObject* parent = nullptr);

    /// From the first row on. Not while it is running.
    void start(const ImportList& list, const QStringList& keys);
    /// At once. A piece that is out already is counted when its answer comes.
    void stop();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running || m_state == State::Waiting; }
    const Error& error() const { return m_error; }
    const ImportCounts& counts() const { return m_counts; }
    /// How much of the file is answered, 0 to 1.
    double share() const;
    /// Until the end at the present pace; 0 while nobody can say.
    qint64 secondsLeft() const;
    const ImportList& list() const { return m_list; }
    /// Why rows were refused, and what was left out of others; each in the order of the lines.
    const QList<ImportTold>& refused() const { return m_refused; }
    const QList<ImportTold>& leftOut() const { return m_leftOut; }

  Q_SIGNALS:
    /// Counts, state or share are others.
    void changed();
    /// Not running any more.
    void ended();

  private:
    void opened(Result<ImportReader> reader);
    void readOn();
    void take(const ImportPiece& piece);
    void send();
    void answered(const Result<ImportPatients::Reply>& reply);
    void count(const ImportPatients::Reply& reply);
    void refuse(qint64 line, const QList<ImportProblem>& problems);
    void leaveOut(qint64 line, const ImportProblem& problem);
    void goOn();
    void enter(State state);
    void fail(const Error& error);

    Backend& m_backend;
    ImportList m_list;
    QStringList m_keys;
    std::shared_ptr<ImportReader> m_reader;         // Used by one piece of work at a time.
    ImportPatients m_piece;                         // Being sent, or waiting for the connection.
    QHash<qint64, QList<ImportProblem>> m_dropped;  // Of its rows.
    CommandId m_sent;                               // Its command; null: none is out.
    bool m_awaitsConnection = false;
    QTimer m_again;
    bool m_lastPiece = false;
    qint64 m_bytesRead = 0;
    qint64 m_bytesDone = 0;
    State m_state = State::Idle;
    Error m_error{ErrorCode::None, {}, {}};
    ImportCounts m_counts;
    QList<ImportTold> m_refused, m_leftOut;
    QElapsedTimer m_since;
    int m_run = 0;  // What an earlier run still reads is not this one's.
};

}  // namespace simrs
