// SPDX-License-Identifier: GPL-3.0-or-later
// What a registered visit gives the clerk: the number, large enough to read across the counter, and the slip.
#pragma once

#include <QWidget>

#include "app/registration/ticket_printer.h"
#include "app/registration/visit_lines.h"

class QLabel;
class QVBoxLayout;

namespace simrs {

class Card;
class NoticeStrip;
class RadioRow;
class TicketPreview;

class TicketPanel final : public QWidget {
    Q_OBJECT
  public:
    explicit TicketPanel(Workbench& workbench, QWidget* parent = nullptr);

    void setPaper(const VisitPaper& paper, const MasterNames& names);
    /// Whether there is a slip: emergency visits have none.
    bool hasTicket() const { return m_hasTicket; }
    /// Whose slip this is.
    const VisitId& visit() const { return m_copyNote.visitId; }
    /// Prints the slip; the second time one is marked as a copy. One that waits for its printer is tried
    /// again.
    void print();

  Q_SIGNALS:
    void printed();

  private:
    void buildNumber();
    void buildSlip();
    void showPreview();
    void told(const TicketOutcome& outcome);

    Workbench& m_workbench;
    TicketPrinter m_printer;
    Card* m_numberCard;
    Card* m_slipCard;
    QLabel *m_number, *m_who, *m_clinic, *m_doctor, *m_registration;
    NoticeStrip* m_notice;
    RadioRow* m_width;
    TicketPreview* m_preview = nullptr;
    QVBoxLayout* m_previewPlace;
    TicketText m_ticket;
    NotePrint m_copyNote;
    quint64 m_job = 0;  // Of the print queue; 0: none was made yet.
    bool m_hasTicket = false;
};

}  // namespace simrs
