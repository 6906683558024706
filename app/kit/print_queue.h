// SPDX-License-Identifier: GPL-3.0-or-later
// What waits to be printed, for each printer in its order. A job that reached no printer is tried again by
// itself; one that may be half on paper waits for a person.
#pragma once

#include <QList>
#include <QObject>
#include <functional>
#include <map>
#include <memory>

#include "app/kit/printer.h"

namespace simrs {

struct PrintJob {
    enum class State { Waiting, Sending, Done, Failed };
    quint64 id = 0;
    QString title;
    QString printer;  ///< As a person calls it: "192.168.1.20:9100".
    State state = State::Waiting;
    PrintProblem problem = PrintProblem::Unreachable;  ///< Of a failed job, and of one that is tried again.
    int tries = 0;
};

struct PrintQueueTimes {
    PrinterTimes printer;
    QList<int> againMs = {2'000, 10'000, 60'000};  ///< After these pauses an unreachable printer is tried.
};

/// A paper to be printed.
struct PrintOrder {
    QString title;
    QString printer;  ///< Jobs of one name come out one after another.
    PrinterTarget target;
    QByteArray bytes;
    /// After every try: the job is done, has failed, or waits to be tried again.
    std::function<void(const PrintJob&)> told = {};
    /// The same paper marked as a copy: what a retry prints once some of the first may be out. Empty or
    /// answering nothing: the same bytes again.
    std::function<QByteArray()> copy = {};
};

class PrintQueue final : public QObject {
    Q_OBJECT
  public:
    static constexpr int mostDone = 50;  ///< Jobs that are done are kept to be looked at.

    explicit PrintQueue(PrintQueueTimes times = {}, QObject* parent = nullptr);
    ~PrintQueue() override;

    /// Returns the job's number.
    quint64 add(PrintOrder order);
    /// Of a failed job; or at once, of one that waits to be tried again.
    void retry(quint64 id);
    /// Takes a job out that is not being sent.
    void remove(quint64 id);
    /// The oldest first.
    const QList<PrintJob>& jobs() const { return m_jobs; }
    /// Null where there is none (any more).
    const PrintJob* find(quint64 id) const;
    int open() const;
    void forgetDone();

  Q_SIGNALS:
    void changed();
    /// A person has to look.
    void jobFailed(const simrs::PrintJob& job);

  private:
    struct Line;
    struct Kept {
        PrinterTarget target;
        QByteArray bytes;
        std::function<void(const PrintJob&)> told;
        std::function<QByteArray()> copy;
        bool rests = false;  // Until its pause is over.
    };
    PrintJob* job(quint64 id);
    Line& lineOf(const QString& printer);
    void serve(const QString& printer);
    void ended(const QString& printer, bool well, PrintProblem problem);
    void rest(quint64 id, int ms);
    void dropOldDone();

    PrintQueueTimes m_times;
    QList<PrintJob> m_jobs;
    std::map<quint64, Kept> m_kept;
    std::map<QString, std::unique_ptr<Line>> m_lines;
    quint64 m_last = 0;
};

}  // namespace simrs
