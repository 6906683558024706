// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/print_queue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace simrs {

/// One printer, and the job it is at.
struct PrintQueue::Line {
    explicit Line(const PrinterTimes& times) : network(times), spooler(times) {}
    std::array<PrintWay*, 3> ways() { return {&file, &spooler, &network}; }
    PrintWay& way(PrinterTarget::Way way) { return *ways()[static_cast<std::size_t>(way)]; }

    FilePrinter file;
    RawPrinter network;
    SpoolPrinter spooler;
    quint64 sending = 0;
};

PrintQueue::PrintQueue(PrintQueueTimes times, QObject* parent) : QObject(parent), m_times(std::move(times)) {}

PrintQueue::~PrintQueue() {
    for (auto& [name, line] : m_lines)
        for (PrintWay* way : line->ways()) way->stop();
}

quint64 PrintQueue::add(PrintOrder order) {
    PrintJob added;
    added.id = ++m_last;
    added.title = order.title;
    added.printer = order.printer;
    m_jobs.append(added);
    m_kept[added.id] = {order.target, std::move(order.bytes), std::move(order.told), std::move(order.copy),
                        false};
    serve(order.printer);
    Q_EMIT changed();
    return added.id;
}

const PrintJob* PrintQueue::find(quint64 id) const {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const PrintJob& one) { return one.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

PrintJob* PrintQueue::job(quint64 id) {
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const PrintJob& one) { return one.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

int PrintQueue::open() const {
    return static_cast<int>(std::count_if(m_jobs.cbegin(), m_jobs.cend(), [](const PrintJob& one) {
        return one.state != PrintJob::State::Done;
    }));
}

PrintQueue::Line& PrintQueue::lineOf(const QString& printer) {
    auto& line = m_lines[printer];
    if (line) return *line;
    line = std::make_unique<Line>(m_times.printer);
    for (PrintWay* way : line->ways()) {
        connect(way, &PrintWay::sent, this,
                [this, printer] { ended(printer, true, PrintProblem::Unreachable); });
        connect(way, &PrintWay::failed, this,
                [this, printer](PrintProblem problem) { ended(printer, false, problem); });
    }
    return *line;
}

/// The next job of a printer. One that rests holds up those behind it: papers come out in their order.
void PrintQueue::serve(const QString& printer) {
    Line& line = lineOf(printer);
    if (line.sending != 0) return;
    for (PrintJob& next : m_jobs) {
        if (next.printer != printer || next.state != PrintJob::State::Waiting) continue;
        const Kept& kept = m_kept.at(next.id);
        if (kept.rests) return;
        next.state = PrintJob::State::Sending;
        ++next.tries;
        line.sending = next.id;
        line.way(kept.target.way).send(kept.target, kept.bytes);
        return;
    }
}

void PrintQueue::ended(const QString& printer, bool well, PrintProblem problem) {
    const quint64 id = std::exchange(m_lines.at(printer)->sending, 0);
    if (PrintJob* const done = job(id)) {
        const bool again =
            !well && problem == PrintProblem::Unreachable && done->tries <= m_times.againMs.size();
        done->problem = problem;
        done->state = well    ? PrintJob::State::Done
                      : again ? PrintJob::State::Waiting
                              : PrintJob::State::Failed;
        if (again) rest(id, m_times.againMs.at(done->tries - 1));
        // Copies: whoever is told may change the list.
        const PrintJob told = *done;
        const auto tell = m_kept.at(id).told;
        if (well) m_kept.erase(id);
        dropOldDone();
        if (tell) tell(told);
        if (told.state == PrintJob::State::Failed) Q_EMIT jobFailed(told);
    }
    serve(printer);
    Q_EMIT changed();
}

void PrintQueue::dropOldDone() {
    const auto isDone = [](const PrintJob& one) { return one.state == PrintJob::State::Done; };
    auto tooMany = std::count_if(m_jobs.cbegin(), m_jobs.cend(), isDone) - mostDone;
    m_jobs.removeIf([&](const PrintJob& one) { return isDone(one) && tooMany-- > 0; });
}

void PrintQueue::rest(quint64 id, int ms) {
    m_kept.at(id).rests = true;
    QTimer::singleShot(ms, this, [this, id] {
        const auto kept = m_kept.find(id);
        if (kept == m_kept.end()) return;
        kept->second.rests = false;
        if (const PrintJob* waiting = job(id)) serve(waiting->printer);
    });
}

void PrintQueue::retry(quint64 id) {
    PrintJob* const again = job(id);
    const bool possible =
        again && (again->state == PrintJob::State::Failed || again->state == PrintJob::State::Waiting);
    if (!possible) return;
    Kept& kept = m_kept.at(id);
    if (again->state == PrintJob::State::Failed) {
        again->tries = 0;
        const QByteArray copy = mayBeOut(again->problem) && kept.copy ? kept.copy() : QByteArray();
        if (!copy.isEmpty()) kept.bytes = copy;
    }
    again->state = PrintJob::State::Waiting;
    kept.rests = false;
    serve(again->printer);
    Q_EMIT changed();
}

void PrintQueue::remove(quint64 id) {
    const PrintJob* const found = job(id);
    if (!found || found->state == PrintJob::State::Sending) return;
    const QString printer = found->printer;
    m_jobs.removeIf([id](const PrintJob& one) { return one.id == id; });
    m_kept.erase(id);
    serve(printer);
    Q_EMIT changed();
}

void PrintQueue::forgetDone() {
    if (m_jobs.removeIf([](const PrintJob& one) { return one.state == PrintJob::State::Done; }) > 0)
        Q_EMIT changed();
}

}  // namespace simrs
