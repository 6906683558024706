// SPDX-License-Identifier: GPL-3.0-or-later
// All patients into a file, a page at a time. The file gets its name when it is whole and the server keeps
// who wrote it and why; ended before, nothing is left of it but the note.
#pragma once

#include <QObject>
#include <memory>

#include "app/client/backend.h"
#include "common/csv/csv_writer.h"
#include "common/registration/transfer_requests.h"

namespace simrs {

class ExportRun final : public QObject {
    Q_OBJECT
  public:
    enum class State {
        Idle,
        Running,
        Noting,  ///< All are written; who did it is being kept.
        Done,
        Stopped,
        Failed,  ///< error() says why.
    };

    explicit ExportRun(Backend& backend, QObject* parent = nullptr) : QObject(parent), m_backend(backend) {}

    /// Not while it is running.
    void start(const QString& path, const QString& reason);
    void stop();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running || m_state == State::Noting; }
    qint64 count() const { return m_count; }
    const QString& path() const { return m_path; }
    const Error& error() const { return m_error; }

  Q_SIGNALS:
    void changed();
    void ended();

  private:
    /// Runs `work` with the file on another thread, then goes on here unless the run has ended.
    void onFile(std::function<Status(CsvWriter&)> work, std::function<void()> then);
    void askNext();
    void take(const Result<ExportPatients::Reply>& page);
    void note(bool whole);
    void noted(const Status& kept);
    void end(State state, const Error& error = {ErrorCode::None, {}, {}});

    Backend& m_backend;
    std::shared_ptr<CsvWriter> m_file;  // Used by one piece of work at a time.
    QString m_path;
    QString m_reason;
    PatientId m_last;
    qint64 m_count = 0;
    Cancel m_question;
    State m_state = State::Idle;
    Error m_error{ErrorCode::None, {}, {}};
    int m_run = 0;
};

}  // namespace simrs
