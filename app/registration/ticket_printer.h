// SPDX-License-Identifier: GPL-3.0-or-later
// The queue ticket's way to its printer. The first print belongs to the registration; copies are told to the
// server, like those of every paper.
#pragma once

#include <functional>

#include "app/registration/paper_printer.h"
#include "app/registration/visit_lines.h"

namespace simrs {

/// How a print goes: out, or what is wrong with it. One that waits for its printer may still come out.
struct TicketOutcome {
    bool isOut = false;
    QString problem;  ///< In words; empty when it is out.
};

class TicketPrinter {
  public:
    explicit TicketPrinter(Workbench& workbench) : m_workbench(workbench) {}

    /// Of the settings.
    TicketWidth width() const;
    void setWidth(TicketWidth width);
    /// Paints now; the rest goes through the print queue. `then` runs on the UI thread while `context` lives,
    /// after every try. Returns the queue's number of the job; 0: there is none. A failure also stands in the
    /// message log. `note`: of the copies; the first print belongs to the registration.
    quint64 print(const TicketText& ticket, QObject* context, std::function<void(const TicketOutcome&)> then,
                  const std::optional<NotePrint>& note = {});

  private:
    Workbench& m_workbench;
};

/// What the server is told of a copy of this slip.
NotePrint ticketNote(const VisitPaper& paper);
/// The slip of an earlier registration, marked as a copy, with a button that prints it.
void showTicketCopy(Workbench& workbench, QWidget* parent, const VisitPaper& paper);

}  // namespace simrs
