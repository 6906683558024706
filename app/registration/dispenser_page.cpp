// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/dispenser_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/action_bar.h"
#include "app/kit/card.h"
#include "app/kit/empty_state.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/paper_preview.h"
#include "app/kit/print_words.h"
#include "app/kit/theme.h"
#include "app/registration/counter_paper.h"
#include "app/registration/counter_words.h"
#include "app/registration/paper_printer.h"
#include "app/registration/service_button.h"

namespace simrs {
namespace {

constexpr int numberPx = 84;

}  // namespace

DispenserPage::DispenserPage(Workbench& bench, QWidget* parent)
    : Page(bench, parent), m_command(bench, this) {
    setObjectName(QStringLiteral("dispenserPage"));
    build();
    m_forget.setSingleShot(true);
    m_forget.setInterval(shownMs);
    connect(&m_forget, &QTimer::timeout, this, &DispenserPage::clearNumber);
    connect(&workbench().backend(), &Backend::mastersChanged, this, &DispenserPage::fillServices);
}

void DispenserPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    m_welcome = makeLabel(LabelKind::Title, {});
    m_welcome->setAlignment(Qt::AlignCenter);
    content->addWidget(m_welcome);
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    auto* row = new QHBoxLayout;
    row->setSpacing(t.px(14));
    auto* card = new Card(tr("What do you come for?"));
    m_services = new QVBoxLayout;
    m_services->setSpacing(t.px(8));
    m_empty = new EmptyState;
    m_empty->setText(QStringLiteral("ticket"), tr("No service is offered"),
                     tr("The services of the dispenser stand in the master data."));
    card->body()->addLayout(m_services, 1);
    card->body()->addWidget(m_empty, 1);
    card->body()->addStretch(0);  // few buttons stand at the top
    row->addWidget(card, 3);
    row->addWidget(buildNumber(), 2);
    content->addLayout(row, 1);
    column->addLayout(content, 1);
    m_bar = new ActionBar;
    column->addWidget(m_bar);
    clearNumber();
}

QWidget* DispenserPage::buildNumber() {
    const Theme& t = theme();
    auto* card = new Card(tr("Your number"));
    m_number = new QLabel;
    m_number->setObjectName(QStringLiteral("dispensedNumberLabel"));
    m_number->setTextFormat(Qt::PlainText);
    QFont large = t.font(TextStep::Value, true);
    large.setPixelSize(t.px(numberPx));
    m_number->setFont(large);
    m_service = makeLabel(LabelKind::Title, {});
    m_service->setWordWrap(true);
    m_ahead = makeLabel(LabelKind::Body, {});
    m_ahead->setObjectName(QStringLiteral("aheadLabel"));
    m_ahead->setWordWrap(true);
    m_slip = new PaperPreview;
    for (QLabel* label : {m_number, m_service, m_ahead}) {
        label->setAlignment(Qt::AlignCenter);
        card->body()->addWidget(label);
    }
    card->body()->addWidget(m_slip, 1);
    return card;
}

void DispenserPage::enter(const QVariant&) {
    m_notice->clear();
    clearNumber();
    fillServices();
}

void DispenserPage::fillServices() {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    QList<CounterService> offered;
    if (const Masters* masters = workbench().backend().masters())
        for (const CounterService& service : masters->services)
            if (service.active) offered.append(service);
    std::sort(offered.begin(), offered.end(),
              [](const CounterService& a, const CounterService& b) { return a.letter < b.letter; });
    for (const CounterService& service : offered.mid(0, mostServices)) {
        auto* button = new ServiceButton(service, static_cast<int>(m_buttons.size()) + 1);
        connect(button, &QPushButton::clicked, this, [this, button] { take(button->service()); });
        m_services->addWidget(button);
        m_buttons.append(button);
    }
    m_empty->setVisible(m_buttons.isEmpty());
    showWelcome();
    m_bar->setHints(tr("Keys 1 to %1 take a number for the counter").arg(m_buttons.size()));
    if (isVisible() && !m_buttons.isEmpty()) m_buttons.first()->setFocus(Qt::OtherFocusReason);
}

/// A machine in the hall is signed in as nobody of the staff.
bool DispenserPage::isBare() const { return !workbench().backend().may(Permission::FindPatient); }

void DispenserPage::showWelcome() {
    const Masters* masters = workbench().backend().masters();
    m_welcome->setVisible(isBare() && masters != nullptr);
    m_bar->setVisible(!isBare());
    if (masters != nullptr)
        m_welcome->setText(tr("Welcome to %1. Choose what you come for.").arg(masters->hospital.name));
}

/// One number at a time: whoever presses twice gets one.
void DispenserPage::take(const CounterServiceId& service) {
    if (!m_command.own().isNull()) return;
    m_notice->clear();
    clearNumber();
    const QString about = serviceName(workbench().backend().masters(), service);
    m_command.send(
        TakeCounterTicket{service}, about,
        [this](const Result<CounterTicketTaken>& result) { taken(result); },
        [](const CounterTicketTaken&) { return QString(); });
    m_bar->setStatus(tr("Taking a number…"));
}

void DispenserPage::taken(const Result<CounterTicketTaken>& result) {
    m_bar->setStatus({});
    if (!result) return m_notice->setNotice(ChipKind::Warning, refusal(result.error()));
    m_notice->clear();
    showNumber(*result);
    print(*result);
}

/// For whoever stands before the machine, and knows nothing of servers.
QString DispenserPage::refusal(const Error& error) {
    switch (error.code) {
        case ErrorCode::TimedOut:
            return tr("No answer yet. The number comes by itself; please wait.");
        case ErrorCode::NotConnected:
            return tr("No number can be given just now. Please ask at the counter.");
        default:
            return tr("No number was given. %1").arg(errorText(error));
    }
}

void DispenserPage::showNumber(const CounterTicketTaken& taken) {
    const QString number = counterNumber(taken.ticket);
    m_number->setText(number);
    m_number->setAccessibleName(tr("Counter number %1").arg(number));
    QPalette ink = m_number->palette();
    ink.setColor(QPalette::WindowText, theme().accent);
    m_number->setPalette(ink);
    m_service->setText(serviceName(workbench().backend().masters(), taken.ticket.serviceId));
    m_ahead->setText(taken.ahead == 0 ? tr("You are the next.")
                                      : tr("%n wait(s) before you.", nullptr, static_cast<int>(taken.ahead)));
    m_forget.start();
}

void DispenserPage::print(const CounterTicketTaken& taken) {
    const MasterNames names(workbench().backend());
    const TicketWidth width = printerOf(workbench(), PaperKind::Ticket).roll;
    const paper::Paper slip = counterTicketPaper(taken.ticket, taken.ahead, names, width);
    m_slip->setPaper(slip);
    const QString number = counterNumber(taken.ticket);
    const auto told = [page = QPointer<DispenserPage>(this), number](const PrintJob& job) {
        if (!page || job.state == PrintJob::State::Done) return;
        page->m_notice->setNotice(ChipKind::Danger,
                                  tr("The slip was not printed. %1 Your number is %2 all the same.")
                                      .arg(printProblemText(job.problem), number));
    };
    const auto job =
        PaperPrinter(workbench())
            .print(PaperKind::Ticket, slip,
                   QStringLiteral("loket_%1_%2").arg(number, taken.ticket.serviceDate.toString(Qt::ISODate)),
                   told);
    if (!job) m_notice->setNotice(ChipKind::Danger, errorText(job.error()));
}

void DispenserPage::clearNumber() {
    m_forget.stop();
    m_number->setText(QStringLiteral("–"));
    m_number->setAccessibleName(tr("No number yet"));
    QPalette ink = m_number->palette();
    ink.setColor(QPalette::WindowText, theme().muted);
    m_number->setPalette(ink);
    m_service->clear();
    m_ahead->setText(tr("Press a button or its key."));
    m_slip->clear();
}

}  // namespace simrs
