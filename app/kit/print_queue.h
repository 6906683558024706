// SPDX-License-Identifier: GPL-3.0-or-later
// What waits to be printed, for each printer in its order. A job that reached no printer is tried again by
// itself; one that may be half on paper waits for a person.
#pragma once

#include <QList>
#include <QObject>
#include <map>
#include <memory>

#include "app/kit/printer.h"

namespace simrs {

struct PrintJob {
    enum class State { Waiting, Sending, Done, Failed };
    quint64 id = 0;
    QString title;
    QString printer;  ///< Its name, as the settings call it.
    State state = State::Waiting;
    PrintProblem problem = PrintProblem::Unreachable;  ///< Of a failed job, and of one that is tried again.
    int tries = 0;
};

struct PrintQueueTimes {
    PrinterTimes printer;
    QList<int> againMs = {2'000, 10'000, 60'000};  ///< After these pauses an unreachable printer is tried.
};

class PrintQueue final : public QObject {
    Q_OBJECT
  public:
    explicit PrintQueue(PrintQueueTimes times = {}, QObject* parent = nullptr);
    ~PrintQueue() override;

    /// Returns the job's number.
    quint64 add(const QString& title, const QString& printer, const PrinterAddress& address,
                const QByteArray& bytes);
    /// Of a failed job; or at once, of one that waits to be tried again.
    void retry(quint64 id);
    /// Takes a job out that is not being sent.
    void remove(quint64 id);
    /// The oldest first; those that are done stay until `forgetDone`.
    const QList<PrintJob>& jobs() const { return m_jobs; }
    int open() const;
    void forgetDone();

  Q_SIGNALS:
    void changed();
    /// A person has to look.
    void jobFailed(const simrs::PrintJob& job);

  private:
    struct Line;
    struct Kept {
        PrinterAddress address;
        QByteArray bytes;
        bool rests = false;  // Until its pause is over.
    };
    PrintJob* job(quint64 id);
    void serve(const QString& printer);
    void ended(const QString& printer, bool well, PrintProblem problem);
    void rest(quint64 id, int ms);

    PrintQueueTimes m_times;
    QList<PrintJob> m_jobs;
    std::map<quint64, Kept> m_kept;
    std::map<QString, std::unique_ptr<Line>> m_lines;
    quint64 m_last = 0;
};

}  // namespace simrs
