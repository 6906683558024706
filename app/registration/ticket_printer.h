// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets leave the program as PDF files in the folder of the settings, from where the printer's queue takes
// them.
#pragma once

#include <functional>

#include "app/kit/ticket_paper.h"
#include "app/shell/page.h"

namespace simrs {

class TicketPrinter {
  public:
    explicit TicketPrinter(Workbench& workbench) : m_workbench(workbench) {}

    /// Of the settings, as the folder is.
    TicketWidth width() const;
    void setWidth(TicketWidth width);
    QString folder() const;
    /// Paints now and writes on another thread. `then` runs on the UI thread while `context` lives: the
    /// file's path, or StorageFailed (args: the path). A failure also stands in the message log.
    void print(const TicketText& ticket, QObject* context, std::function<void(Result<QString>)> then);

  private:
    Workbench& m_workbench;
};

/// The slip of an earlier registration, marked as a copy, with a button that prints it.
void showTicketCopy(Workbench& workbench, QWidget* parent, const TicketText& ticket);

}  // namespace simrs
