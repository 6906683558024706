// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_form_page.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/patient_banner.h"
#include "app/kit/theme.h"
#include "app/registration/master_names.h"
#include "app/registration/patient_lines.h"
#include "app/registration/ticket_panel.h"
#include "app/registration/visit_extras.h"
#include "common/core/ticket_range.h"
#include "common/registration/patient_text.h"
#include "common/registration/registered_visit.h"

namespace simrs {

VisitFormPage::VisitFormPage(Workbench& bench, QWidget* parent)
    : Page(bench, parent), m_command(bench, this), m_paper(bench, this) {
    setObjectName(QStringLiteral("visitFormPage"));
    setAccessibleName(tr("Register visit"));
    setFocusPolicy(Qt::StrongFocus);  // it takes the keys while the file is on its way
    build();
    Backend& backend = workbench().backend();
    connect(m_notice, &NoticeStrip::action, this, &VisitFormPage::carryOutOffer);
    connect(m_form, &VisitForm::edited, this, &VisitFormPage::choose);
    connect(m_form->grid(), &FormGrid::finished, this, &VisitFormPage::submit);
    connect(m_form->extras()->grid(), &FormGrid::finished, this, &VisitFormPage::submit);
    connect(m_panel, &TicketPanel::printed, this, [this] {
        if (m_step != Step::Done) return;  // a slow printer told of the last patient's slip
        m_printed = true;
        setStep(Step::Done);
    });
    connect(&backend, &Backend::mastersChanged, this, [this] {
        const Masters* masters = workbench().backend().masters();
        if (m_step == Step::Choosing && masters != nullptr) m_form->setMasters(*masters);
    });
    setStep(Step::Loading);
}

void VisitFormPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new PatientBanner;
    column->addWidget(m_banner);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildForm());
    content->addWidget(m_form->extras()->strip());
    m_panel = new TicketPanel(workbench());
    m_stack->addWidget(m_panel);
    content->addWidget(m_stack, 1);
    column->addLayout(content, 1);
    buildActions();
    column->addWidget(m_bar);
}

QWidget* VisitFormPage::buildForm() {
    auto* card = new Card(tr("Visit"));
    m_form = new VisitForm;
    card->body()->addWidget(new PageScroll(m_form));
    return card;
}

void VisitFormPage::buildActions() {
    m_bar = new ActionBar;
    m_edit = m_bar->addSecondary(tr("Correct patient (F3)"), QStringLiteral("pencil"));
    m_edit->setObjectName(QStringLiteral("editPatientButton"));
    m_another = m_bar->addSecondary(tr("Another visit (F6)"), QStringLiteral("plus"));
    m_another->setObjectName(QStringLiteral("anotherVisitButton"));
    m_print = m_bar->addSecondary(tr("Print copy (Ctrl+P)"), QStringLiteral("printer"));
    m_print->setObjectName(QStringLiteral("printButton"));
    m_papers = m_bar->addSecondary(tr("Papers (F12)"), QStringLiteral("file-text"));
    m_papers->setObjectName(QStringLiteral("papersButton"));
    auto* primary = m_bar->setPrimary(tr("Register (Ctrl+S)"), QStringLiteral("check"));
    primary->setObjectName(QStringLiteral("registerButton"));
    m_bar->followErrors(m_form->grid());
    bindKey(m_edit, Qt::Key_F3);
    bindKey(m_another, Qt::Key_F6);
    bindKey(m_papers, Qt::Key_F12);
    connect(primary, &QPushButton::clicked, this, &VisitFormPage::primaryPressed);
    connect(m_edit, &QPushButton::clicked, this, &VisitFormPage::editPatient);
    connect(m_print, &QPushButton::clicked, m_panel, &TicketPanel::print);
    connect(m_papers, &QPushButton::clicked, this,
            [this] { workbench().open(QStringLiteral("papers"), QVariant::fromValue(m_panel->visit())); });
    connect(m_another, &QPushButton::clicked, this, [this] { load(false); });
    // Not the primary button's own keys: it means something else once the ticket is there.
    const auto key = [this](const QKeySequence& keys, auto then) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    key(Qt::CTRL | Qt::Key_S, [this] {
        if (m_step == Step::Loading) return typeAhead({Qt::Key_S, Qt::ControlModifier, {}});
        submit();
    });
    key(Qt::Key_F8, [this] {
        if (m_step == Step::Choosing) m_form->extras()->focusLetter();
    });
    key(Qt::CTRL | Qt::Key_P, [this] {
        if (m_step == Step::Done) m_panel->print();
    });
}

void VisitFormPage::typeAhead(const Typed& key) {
    if (m_ahead.size() < mostAhead) m_ahead.append(key);
}

/// A clerk who knows the way types the clinic before the form is there.
void VisitFormPage::keyPressEvent(QKeyEvent* event) {
    const bool walks = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool writes = event->text().size() == 1 && event->text().at(0).isLetterOrNumber() &&
                        !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (m_step != Step::Loading || (!walks && !writes)) return Page::keyPressEvent(event);
    typeAhead({event->key(), event->modifiers(), event->text()});
}

void VisitFormPage::replay() {
    for (const Typed& typed : std::exchange(m_ahead, {})) {
        if (m_step != Step::Choosing) return;
        if (typed.modifiers == Qt::ControlModifier) {
            submit();
            continue;
        }
        QWidget* at = m_form->focusWidget();
        QKeyEvent press(QEvent::KeyPress, typed.key, typed.modifiers, typed.text);
        QKeyEvent release(QEvent::KeyRelease, typed.key, typed.modifiers, typed.text);
        if (at == nullptr) return;
        QCoreApplication::sendEvent(at, &press);
        QCoreApplication::sendEvent(at, &release);
    }
}

QString VisitFormPage::title() const { return tr("Register visit"); }

void VisitFormPage::enter(const QVariant& argument) {
    const auto id = argument.canConvert<PatientId>() ? argument.value<PatientId>() : m_id;
    const bool returns = std::exchange(m_returns, false);
    const bool keep = returns && id == m_id && m_step == Step::Choosing;
    m_id = id;
    load(keep);
}

void VisitFormPage::load(bool keepChoices) {
    m_question.cancel();
    m_command.leave();
    m_paper.leave();
    m_kept.reset();
    m_answer.reset();
    offer(Offer::None, ChipKind::Info, {});
    if (!keepChoices) m_banner->setPatient({});
    m_ahead.clear();
    setStep(Step::Loading);
    setFocus(Qt::OtherFocusReason);
    GetPatient query;
    query.id = m_id;
    m_question = workbench().backend().ask(
        query, this, [this, keepChoices](const Result<PatientFile>& file) { loaded(file, keepChoices); });
}

void VisitFormPage::loaded(const Result<PatientFile>& file, bool keepChoices) {
    const Masters* masters = workbench().backend().masters();
    if (!file || masters == nullptr) {
        setStep(Step::Unavailable);
        return offer(
            Offer::TryAgain, ChipKind::Warning,
            file ? tr("The lists of clinics and doctors are not here yet.") : errorText(file.error()),
            tr("Try again"));
    }
    m_banner->setPatient(bannerOf(*file, MasterNames(masters), workbench().backend().today()));
    if (keepChoices) {
        m_form->setFile(*file);
    } else {
        m_form->begin(*file, *masters, workbench().backend().today(), minuteOfDay());
    }
    setStep(Step::Choosing);
    choose();
    if (!isVisible()) return;
    m_form->focusFirst();
    replay();
}

int VisitFormPage::minuteOfDay() const {
    const Backend& backend = workbench().backend();
    return minuteOfDayIn(backend.zone(), backend.serverNow());
}

bool VisitFormPage::isDirty() const { return m_step == Step::Choosing && m_form->isTouched() && !m_returns; }

void VisitFormPage::discard() {
    m_question.cancel();
    m_returns = false;
    setStep(Step::Loading);
}

/// What follows from the choices so far.
void VisitFormPage::choose() {
    if (m_step != Step::Choosing) return;
    if (m_form->lacksCard() && workbench().backend().may(Permission::CorrectPatient)) {
        offer(Offer::AddCard, ChipKind::Warning,
              tr("This payer needs the patient's card number, and the file has none. Your choices here are "
                 "kept."),
              tr("Add card number (F3)"));
    } else {
        offer(Offer::None, ChipKind::Info, {});
    }
}

void VisitFormPage::submit() {
    if (m_step != Step::Choosing) return;
    if (m_form->grid()->showErrors(m_form->problems()) > 0 || !m_form->extras()->fits()) return;
    send(false);
}

void VisitFormPage::send(bool repeat) {
    RegisterVisit command = m_form->command();
    command.repeat = repeat;
    setStep(Step::Saving);
    const QString who = m_form->file().patient.name;
    m_command.send(
        command, who, [this](const Result<VisitMade>& result) { ended(result); },
        [this, who](const VisitMade& made) { return newsOf(who, made); });
}

void VisitFormPage::ended(const Result<VisitMade>& result) {
    if (m_step == Step::Printing) {
        m_answer = result;
        return;
    }
    if (result) return registered(*result);
    if (result.error().code != ErrorCode::TimedOut) return refused(result.error());
    noAnswer();
}

/// The clerk goes on with what this computer knows: he takes it back, waits, or prints the reserved number.
void VisitFormPage::noAnswer() {
    m_registration = m_command.own();
    // All of it is offered at once: a button that comes later would take the key meant for another.
    workbench().backend().kept<RegisterVisit>(
        m_registration, this, [this, id = m_registration](const Result<RegisterVisit>& kept) {
            if (m_step != Step::Saving || id != m_command.own()) return;
            m_kept.reset();
            if (kept && kept->reservedTicket > 0) m_kept = *kept;
            setStep(Step::Pending);
            offer(
                Offer::TakeBack, ChipKind::Warning,
                tr("No answer from the server yet. The registration is kept on this computer and is sent by "
                   "itself; the "
                   "queue number appears here and in the messages."),
                tr("Take back"));
        });
}

QString VisitFormPage::reservedNumber() const {
    return m_kept ? ticketText(m_kept->letter, m_kept->reservedTicket) : QString();
}

/// It is written down before it is printed: from then on it is the ticket, whatever the server answers.
void VisitFormPage::printReserved() {
    if (m_step != Step::Pending || !m_kept) return;
    const QString who = m_form->file().patient.name;
    setStep(Step::Printing);
    m_paper.send(
        PrintReservedTicket{m_registration, *m_kept}, who,
        [this](const Result<VisitMade>& result) { paperEnded(result); },
        [this, who](const VisitMade& made) { return newsOf(who, made); });
    workbench().backend().kept<PrintReservedTicket>(
        m_paper.own(), this, [this, id = m_registration](const Result<PrintReservedTicket>& kept) {
            if (m_step == Step::Printing && kept && kept->registration == id) printKept();
        });
}

void VisitFormPage::printKept() {
    VisitMade made;
    made.visit = visitRow(m_registration, *m_kept);
    made.visit.registeredAt = workbench().backend().serverNow();
    made.ticket = ticketOfVisit(made.visit, *m_kept);
    made.ticket.id = printedTicket(m_registration);
    made.ticket.number = m_kept->reservedTicket;
    m_onPaper.insert(made.visit.id);
    m_command.leave();
    m_answer.reset();
    showPaper(made, m_kept->temporaryNumber);
    offer(Offer::None, ChipKind::Info,
          tr("The reserved number %1 is valid. The registration is kept on this computer and is sent by "
             "itself.")
              .arg(reservedNumber()));
    m_panel->print();
}

/// Whether the server has taken the printed number; that it is kept was told before.
void VisitFormPage::paperEnded(const Result<VisitMade>& result) {
    if (result || result.error().code == ErrorCode::TimedOut) return;
    const QString text =
        tr("The reserved number %1 is not valid. %2").arg(reservedNumber(), errorText(result.error()));
    if (m_step != Step::Printing) {
        if (!isVisible()) return workbench().report(text, true);
        return offer(Offer::None, ChipKind::Danger, text);
    }
    setStep(Step::Pending);
    if (m_answer) return ended(*std::exchange(m_answer, std::nullopt));
    offer(Offer::None, ChipKind::Danger, text);
}

void VisitFormPage::registered(const VisitMade& made) {
    showPaper(made, {});
    offer(Offer::None, ChipKind::Info, {});
    if (!isVisible()) workbench().report(newsOf(m_form->file().patient.name, made), false);
    Q_EMIT changed();
}

void VisitFormPage::showPaper(const VisitMade& made, const QString& temporaryNumber) {
    const MasterNames names(workbench().backend());
    const Patient& patient = m_form->file().patient;
    m_form->remember(made.visit);
    m_printed = false;
    m_panel->setPaper(
        {made.visit, made.ticket, addressedName(patient.sapaan, patient.name), patient.mrn, temporaryNumber},
        names);
    PatientFile file = m_form->file();
    file.visits.prepend(made.visit);
    m_banner->setPatient(bannerOf(file, names, workbench().backend().today()));
    setStep(Step::Done);
}

QString VisitFormPage::newsOf(const QString& who, const VisitMade& made) const {
    // The paper says another number than this answer, and counts.
    if (m_onPaper.contains(made.visit.id) && !isReservedTicket(made.ticket.number.value_or(0))) return {};
    return tr("%1: registered at %2, queue number %3")
        .arg(who, MasterNames(workbench().backend()).clinic(made.visit.clinicId), ticketLine(made.ticket));
}

void VisitFormPage::refused(const Error& error) {
    setStep(Step::Choosing);
    if (!isVisible())
        workbench().report(tr("%1 was not registered. %2").arg(m_form->file().patient.name, errorText(error)),
                           true);
    // They may have changed while the answer was on its way.
    if (const Masters* masters = workbench().backend().masters()) m_form->setMasters(*masters);
    // Not over another page, where the next key is meant for something else.
    if (error.code == ErrorCode::AlreadyRegistered && isVisible())
        return askAgain(VisitId(Uuid::fromString(error.args.value(0))));
    const QString key = VisitForm::fieldOf(error);
    if (!key.isEmpty()) {
        m_form->grid()->showErrors({{key, errorText(error)}});
        return;
    }
    if (m_form->extras()->showError(error)) return;
    offer(Offer::None, ChipKind::Danger, errorText(error));
}

/// The visit in the way may be younger than the file that was read: read again, then ask the person.
void VisitFormPage::askAgain(const VisitId& existing) {
    GetPatient query;
    query.id = m_id;
    m_question = workbench().backend().ask(query, this, [this, existing](const Result<PatientFile>& file) {
        if (!file) return offer(Offer::None, ChipKind::Warning, errorText(file.error()));
        if (isVisible()) confirmRepeat(*file, existing);
    });
}

void VisitFormPage::confirmRepeat(const PatientFile& file, const VisitId& existing) {
    const MasterNames names(workbench().backend());
    const Visit* visit = newestVisit(file, [&existing](const Visit& row) { return row.id == existing; });
    Question question;
    question.title = tr("Already registered here today");
    if (visit != nullptr) {
        const Ticket* ticket = ticketOf(file, existing);
        question.text =
            patientLine(file.patient, names) + QLatin1Char('\n') + visitLine(*visit, names) +
            QLatin1Char('\n') +
            tr("Ticket %1, registered at %2")
                .arg(ticketLine(ticket == nullptr ? Ticket() : *ticket), names.time(visit->registeredAt));
    }
    question.actionVerb = tr("Register again");
    question.backVerb = tr("Keep the first");
    m_form->setFile(file);
    // A second number is given only on purpose, never by one Enter too many.
    question.dangerous = true;
    if (workbench().dialogs().confirm(this, question)) {
        send(true);
    } else {
        m_form->focusFirst();
    }
}

void VisitFormPage::takeBack() {
    m_command.withdraw([this](const Status& status) {
        if (m_step != Step::Pending) return;
        if (!status)
            return offer(Offer::None, ChipKind::Warning,
                         tr("It was already sent and cannot be taken back; its result appears here."));
        setStep(Step::Choosing);
        offer(Offer::None, ChipKind::Info,
              tr("Taken back: nothing was registered. Your choices are still here."));
        m_form->focusFirst();
    });
}

void VisitFormPage::editPatient() {
    if (m_id.isNull()) return;
    m_returns = m_step == Step::Choosing;
    workbench().open(QStringLiteral("patient-form"), QVariant::fromValue(m_id));
}

void VisitFormPage::offer(Offer what, ChipKind kind, const QString& text, const QString& action) {
    m_offer = what;
    m_notice->setNotice(kind, text, action);
}

void VisitFormPage::carryOutOffer() {
    switch (m_offer) {
        case Offer::TryAgain:
            return load(false);
        case Offer::TakeBack:
            return takeBack();
        case Offer::AddCard:
            return editPatient();
        case Offer::None:
            return;
    }
}

void VisitFormPage::primaryPressed() {
    if (m_step == Step::Pending) return printReserved();
    if (m_step != Step::Done) return submit();
    if (m_panel->hasTicket() && !m_printed) return m_panel->print();
    nextPatient();
}

void VisitFormPage::nextPatient() { workbench().open(QStringLiteral("search")); }

void VisitFormPage::setStep(Step step) {
    m_step = step;
    const bool choosing = step == Step::Choosing;
    const bool done = step == Step::Done;
    const bool toPrint = done && m_panel->hasTicket() && !m_printed;
    const Backend& backend = workbench().backend();
    m_stack->setCurrentIndex(done ? 1 : 0);
    m_form->setEnabled(choosing);
    m_edit->setVisible(!done);
    m_edit->setEnabled(choosing && backend.may(Permission::CorrectPatient));
    m_another->setVisible(done);
    m_papers->setVisible(done);
    m_print->setVisible(done && m_panel->hasTicket() && m_printed);
    const bool mayPrint = step == Step::Pending && m_kept;
    m_bar->setPrimary(mayPrint  ? tr("Print reserved number %1 (Enter)").arg(reservedNumber())
                      : !done   ? tr("Register (Ctrl+S)")
                      : toPrint ? tr("Print ticket (Enter)")
                                : tr("Next patient (Enter)"),
                      toPrint || mayPrint ? QStringLiteral("printer")
                      : !done             ? QStringLiteral("check")
                                          : QStringLiteral("arrow-right"));
    m_bar->primary()->setEnabled(choosing || done || mayPrint);
    if ((done || mayPrint) && isVisible()) m_bar->primary()->setFocus(Qt::OtherFocusReason);
    m_bar->setHints(
        toPrint ? tr("Enter print, then next patient · Ctrl+P print · F2 next patient")
        : done
            ? tr("Enter or F2 next patient · Ctrl+P prints a copy")
            : tr("Enter next field, at the end register · letters choose · F8 letters and payer's details"));
    m_bar->setStatus(step == Step::Saving                              ? tr("Registering…")
                     : step == Step::Loading                           ? tr("Loading…")
                     : step == Step::Pending || step == Step::Printing ? tr("Waiting for the server")
                                                                       : QString());
}

}  // namespace simrs
