// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/ticket_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/kit/card.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/radio_row.h"
#include "app/kit/theme.h"
#include "app/kit/ticket_preview.h"

namespace simrs {
namespace {

constexpr int numberPx = 92;

}  // namespace

TicketPanel::TicketPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_printer(workbench) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(14));
    buildNumber();
    buildSlip();
    row->addWidget(m_numberCard, 3);
    row->addWidget(m_slipCard, 2);
}

void TicketPanel::buildNumber() {
    const Theme& t = theme();
    m_numberCard = new Card(tr("Registered"));
    m_notice = new NoticeStrip;
    m_number = new QLabel;
    m_number->setObjectName(QStringLiteral("ticketNumberLabel"));
    m_number->setTextFormat(Qt::PlainText);
    m_number->setAlignment(Qt::AlignCenter);
    QFont large = t.font(TextStep::Value, true);
    large.setPixelSize(t.px(numberPx));
    m_number->setFont(large);
    QPalette ink = m_number->palette();
    ink.setColor(QPalette::WindowText, t.accent);
    m_number->setPalette(ink);
    m_clinic = makeLabel(LabelKind::Title, {});
    m_doctor = makeLabel(LabelKind::Body, {});
    m_who = makeLabel(LabelKind::Strong, {});
    m_registration = makeLabel(LabelKind::Muted, {});
    m_registration->setObjectName(QStringLiteral("registrationNumberLabel"));
    m_numberCard->body()->addWidget(m_notice);
    m_numberCard->body()->addStretch(2);
    m_numberCard->body()->addWidget(m_number);
    for (QLabel* label : {m_clinic, m_doctor, m_who, m_registration}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        m_numberCard->body()->addWidget(label);
    }
    m_numberCard->body()->addStretch(3);
}

void TicketPanel::buildSlip() {
    m_slipCard = new Card(tr("Slip"));
    m_width = new RadioRow;
    m_width->setObjectName(QStringLiteral("paperWidthRow"));
    m_width->setAccessibleName(tr("Paper width"));
    m_width->addChoice(tr("58 mm"), 58);
    m_width->addChoice(tr("80 mm"), 80);
    m_slipCard->addHeaderWidget(m_width);
    auto* place = new QWidget;
    m_previewPlace = new QVBoxLayout(place);
    m_previewPlace->setContentsMargins(0, 0, 0, 0);
    m_slipCard->body()->addWidget(new PageScroll(place), 1);
    connect(m_width, &RadioRow::valueChosen, this, [this](const QVariant& width) {
        m_printer.setWidth(width.toInt() == 58 ? TicketWidth::Mm58 : TicketWidth::Mm80);
        showPreview();
    });
}

void TicketPanel::setPaper(const VisitPaper& paper, const MasterNames& names) {
    m_ticket = ticketPaper(paper, names, false);
    m_hasTicket = !paper.ticket.id.isNull();
    m_copyNote = ticketNote(paper);
    m_job = 0;
    m_notice->clear();
    m_number->setText(m_hasTicket ? m_ticket.number : tr("Emergency"));
    m_number->setAccessibleName(m_hasTicket ? tr("Queue number %1").arg(m_ticket.number)
                                            : tr("No queue number"));
    m_numberCard->setTitle(m_hasTicket ? tr("Queue number") : tr("Registered without a queue number"));
    m_numberCard->setHeaderChip({ChipKind::Ok, tr("Registered"), {}});
    m_clinic->setText(m_ticket.clinic);
    m_doctor->setText(m_ticket.doctor);
    m_doctor->setVisible(!m_ticket.doctor.isEmpty());
    m_who->setText(paper.patientName + QStringLiteral(" · ") + m_ticket.mrn);
    m_registration->setText(tr("Registration no. %1").arg(m_ticket.registrationNumber));
    m_slipCard->setVisible(m_hasTicket);
    showPreview();
}

void TicketPanel::showPreview() {
    m_width->setValue(m_printer.width() == TicketWidth::Mm58 ? 58 : 80);
    delete m_preview;
    m_preview = new TicketPreview(m_printer.width());
    m_preview->setTicket(m_ticket);
    m_preview->setMinimumSize(m_preview->sizeHint() * 0.8);
    m_previewPlace->addWidget(m_preview);
}

void TicketPanel::print() {
    if (!m_hasTicket) return;
    PrintQueue& queue = m_workbench.prints();
    const PrintJob* const job = queue.find(m_job);
    if (job != nullptr && job->state == PrintJob::State::Failed) {
        if (mayBeOut(job->problem)) m_ticket.reprint = true;
        queue.remove(m_job);  // The printer of the settings may be another one by now.
    } else if (job != nullptr && job->state != PrintJob::State::Done) {
        return queue.retry(m_job);
    }
    m_job = m_printer.print(
        m_ticket, this,
        [this, slip = m_ticket](const TicketOutcome& outcome) {
            // A slow printer may answer when another slip lies here; the message log has a failure anyway.
            if (slip.registrationNumber == m_ticket.registrationNumber) told(outcome);
        },
        m_copyNote);
}

void TicketPanel::told(const TicketOutcome& outcome) {
    if (!outcome.isOut) {
        m_notice->setNotice(ChipKind::Danger,
                            tr("The slip was not printed. %1 The number is valid all the same: "
                               "tell it to the patient.")
                                .arg(outcome.problem));
        return;
    }
    m_notice->clear();
    m_ticket.reprint = true;
    m_preview->setTicket(m_ticket);
    m_workbench.toast(tr("Ticket %1 printed").arg(m_ticket.number));
    Q_EMIT printed();
}

}  // namespace simrs
