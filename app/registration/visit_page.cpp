// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/date_text.h"
#include "app/kit/dialogs.h"
#include "app/kit/entity_form.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/patient_banner.h"
#include "app/kit/theme.h"
#include "app/registration/desk_words.h"
#include "app/registration/patient_lines.h"
#include "app/registration/stay_actions.h"
#include "app/registration/visit_cancelling.h"
#include "app/registration/visit_moving.h"
#include "common/registration/patient_text.h"

namespace simrs {

VisitPage::VisitPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_command(workbench, this) {
    setObjectName(QStringLiteral("visitPage"));
    build();
    connect(m_notice, &NoticeStrip::action, this, &VisitPage::load);
    connect(m_details, &EntityForm::edited, this, [this] {
        showWarnings();
        offerActions();
    });
}

void VisitPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new PatientBanner;
    column->addWidget(m_banner);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(t.px(14));
    cards->addWidget(buildFacts(), 2);
    cards->addWidget(buildDetails(), 8);
    content->addLayout(cards, 1);
    column->addLayout(content, 1);
    buildActions();
    column->addWidget(m_bar);
}

QWidget* VisitPage::buildFacts() {
    auto* card = new Card(tr("Visit"));
    m_facts = new QWidget;
    m_rows = new QVBoxLayout(m_facts);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(theme().px(8));
    card->body()->addWidget(new PageScroll(m_facts));
    return card;
}

QWidget* VisitPage::buildDetails() {
    auto* card = new Card(tr("Payer, letters, who came along"));
    const auto copyButton = [&](const QString& text, const char* name, auto pick, const QString& what) {
        auto* button = makeButton(ButtonKind::Quiet, text, QStringLiteral("copy"));
        button->setObjectName(QString::fromLatin1(name));
        card->addHeaderWidget(button);
        connect(button, &QPushButton::clicked, this, [this, pick, what] { copy(pick(), what); });
    };
    // The SEP is made in another program.
    copyButton(
        tr("NIK"), "copyNikButton", [this] { return m_file.patient.nik; }, tr("NIK"));
    copyButton(
        tr("Card"), "copyCardButton", [this] { return m_file.patient.card; }, tr("Card number"));
    copyButton(
        tr("Referral"), "copyReferralButton", [this] { return m_file.details.referralNumber; },
        tr("Referral number"));
    m_details = new EntityForm(entityType<VisitDetails>(), FormPlan{.wide = true});
    m_details->setObjectName(QStringLiteral("visitDetailsForm"));
    card->body()->addWidget(new PageScroll(m_details));
    return card;
}

void VisitPage::buildActions() {
    m_bar = new ActionBar;
    m_cancel = m_bar->addSecondary(tr("Cancel visit…"), QStringLiteral("circle-x"),
                                   QKeySequence(Qt::ALT | Qt::Key_F8));
    m_triage = m_bar->addSecondary(tr("Triaged now (F9)"), QStringLiteral("check"));
    m_stay = m_bar->addSecondary(tr("Admit… (F8)"), QStringLiteral("building"));
    m_move = m_bar->addSecondary(tr("Move… (F7)"), QStringLiteral("refresh"));
    auto* keep = m_bar->setPrimary(tr("Save (Ctrl+S)"), QStringLiteral("check"));
    m_cancel->setObjectName(QStringLiteral("cancelVisitButton"));
    m_triage->setObjectName(QStringLiteral("triagedButton"));
    m_stay->setObjectName(QStringLiteral("stayButton"));
    m_move->setObjectName(QStringLiteral("moveVisitButton"));
    keep->setObjectName(QStringLiteral("saveDetailsButton"));
    bindKey(m_triage, Qt::Key_F9);
    bindKey(m_stay, Qt::Key_F8);
    bindKey(m_move, Qt::Key_F7);
    bindKey(keep, Qt::CTRL | Qt::Key_S);
    m_bar->followErrors(m_details->grid());
    m_bar->setHints(tr("Ctrl+S save · F7 move · F8 ward · Alt+F8 cancel · Esc back"));
    connect(keep, &QPushButton::clicked, this, &VisitPage::save);
    connect(m_move, &QPushButton::clicked, this, &VisitPage::move);
    connect(m_stay, &QPushButton::clicked, this, &VisitPage::stayAction);
    connect(m_triage, &QPushButton::clicked, this, &VisitPage::triaged);
    connect(m_cancel, &QPushButton::clicked, this, &VisitPage::cancelIt);
}

QString VisitPage::title() const { return m_loaded ? tr("Visit of %1").arg(who()) : tr("Visit"); }

void VisitPage::enter(const QVariant& argument) {
    const auto id = argument.canConvert<VisitId>() ? argument.value<VisitId>() : m_id;
    if (id == m_id && isDirty()) return;
    if (id != m_id) {
        m_id = id;
        m_loaded = false;
        m_file = {};
        m_details->setObject(&m_file.details);
        m_patientDetails = {};
        m_banner->setPatient({});
        Q_EMIT changed();
    }
    m_notice->clear();
    load();
}

void VisitPage::load() {
    m_question.cancel();
    m_patientQuestion.cancel();
    offerActions();
    m_question = workbench().backend().ask(GetVisit{m_id}, this,
                                           [this](const Result<VisitFile>& file) { loaded(file); });
}

void VisitPage::loaded(const Result<VisitFile>& file) {
    if (!file) return m_notice->setNotice(ChipKind::Warning, errorText(file.error()), tr("Try again"));
    m_file = *file;
    m_loaded = true;
    showFile();
    m_patientQuestion =
        workbench().backend().ask(GetPatient{m_file.patient.id}, this,
                                  [this](const Result<PatientFile>& patient) { tookPatient(patient); });
    Q_EMIT changed();
}

/// What the banner has to say beside the name: that he died, that nobody knows who he is.
void VisitPage::tookPatient(const Result<PatientFile>& file) {
    if (!file) return;
    m_patientDetails = file->details;
    showBanner();
}

void VisitPage::showBanner() {
    PatientFile file;
    file.patient = m_file.patient;
    file.visits = {m_file.visit};
    if (m_patientDetails.id == m_file.patient.id) file.details = m_patientDetails;
    m_banner->setPatient(bannerOf(file, MasterNames(workbench().backend()), workbench().backend().today()));
}

void VisitPage::showFile() {
    const MasterNames names(workbench().backend());
    showBanner();
    if (const Masters* masters = workbench().backend().masters())
        m_details->setReferences(visitReferences(*masters));
    m_details->setToday(workbench().backend().today());
    // Read again after a move or an admission: what is being typed stays.
    const bool isTyping = m_details->isChanged();
    isTyping ? m_details->rebase(&m_file.details) : m_details->setObject(&m_file.details);
    showFacts(names);
    showWarnings();
    offerActions();
    if (isVisible() && !isTyping) m_details->focusFirst();
}

void VisitPage::showFacts(const MasterNames& names) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Visit& visit = m_file.visit;
    const bool emergency = visit.type == VisitType::Emergency;
    addFact(tr("Registration number"), registrationNumber(visit.serviceDate, visit.registrationNumber),
            "registrationNumberFact");
    addFact(visitTypeWord(visit.type), visitLine(visit, names));
    const Ticket* ticket = ticketOf(m_file.tickets, visit.id);
    if (visit.type == VisitType::Outpatient)
        addFact(tr("Queue number"), ticketLine(ticket == nullptr ? Ticket() : *ticket));
    addFact(tr("How the patient came"), arrivalWord(visit.arrival));
    if (emergency) {
        addFact(tr("Arrived"), names.time(visit.arrivedAt));
        addFact(tr("Triaged"), names.time(visit.triagedAt));
    }
    addFact(tr("Registered"),
            names.day(visit.registeredAt) + QLatin1Char(' ') + names.time(visit.registeredAt));
    addFact(tr("Patient · in this clinic"),
            newnessWord(visit.inHospital) + QStringLiteral(" · ") + newnessWord(visit.inClinic));
    if (visit.state == VisitState::Cancelled) addFact(tr("Cancelled because"), visit.cancelReason);
    showTrace(names);
    m_rows->addStretch(1);
}

void VisitPage::showTrace(const MasterNames& names) {
    for (const Stay& stay : m_file.stays) {
        addFact(tr("Lies in"), stayLine(stay, names));
        if (stay.discharge != Discharge::StillHere)
            addFact(dischargeWord(stay.discharge),
                    names.day(stay.leftAt) + QLatin1Char(' ') + names.time(stay.leftAt) +
                        (stay.leftNote.isEmpty() ? QString() : QStringLiteral(" · ") + stay.leftNote));
    }
    if (!m_file.changes.isEmpty()) addLine(tr("Where it stood before"), true);
    for (const VisitChange& change : m_file.changes)
        addFact(tr("until %1: %2").arg(names.time(change.at), change.reason), changeLine(change, names));
    if (m_file.moves.size() > 1) addLine(tr("Moves in the ward"), true);
    for (const StayMove& move : m_file.moves) {
        if (m_file.moves.size() == 1) break;
        Stay stay;
        stay.wardId = move.wardId;
        stay.bedId = move.bedId;
        stay.leaderId = move.leaderId;
        stay.given = move.given;
        addFact(tr("from %1 %2").arg(names.day(move.at), names.time(move.at)), stayLine(stay, names));
    }
}

void VisitPage::addLine(const QString& text, bool strong) {
    m_rows->addWidget(makeLabel(strong ? LabelKind::Strong : LabelKind::Body, text));
}

void VisitPage::addFact(const QString& title, const QString& value, const char* name) {
    auto* fact = new QWidget(m_facts);
    auto* pair = new QVBoxLayout(fact);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(theme().px(1));
    pair->addWidget(makeLabel(LabelKind::Hint, title));
    const bool known = !value.trimmed().isEmpty();
    auto* text = makeLabel(known ? LabelKind::Body : LabelKind::Muted, known ? value : tr("not known"));
    text->setWordWrap(true);
    text->setObjectName(QString::fromLatin1(name));
    pair->addWidget(text);
    m_rows->addWidget(fact);
}

VisitDetails VisitPage::typedDetails() const {
    VisitDetails typed = *static_cast<const VisitDetails*>(m_details->typed().get());
    tidyVisitDetails(typed);
    typed.membershipCheckedAt = m_file.details.membershipCheckedAt;
    return typed;
}

void VisitPage::showWarnings() {
    if (!m_loaded || m_file.visit.state == VisitState::Cancelled) return m_notice->clear();
    const MasterNames names(workbench().backend());
    const Payer* payer = findPayer(names.masters(), m_file.visit.payerId);
    const VisitDetails details = typedDetails();
    QStringList words;
    for (const VisitWarning warning :
         visitWarnings(details, m_file.visit.arrival, payer == nullptr ? PayerKind::SelfPay : payer->kind,
                       m_file.visit.serviceDate))
        words.append(warningWords(warning, details));
    if (words.isEmpty()) return m_notice->clear();
    m_notice->setNotice(ChipKind::Warning, words.join(QStringLiteral(" · ")));
}

bool VisitPage::isStaying() const {
    return !m_file.stays.isEmpty() && m_file.stays.first().discharge == Discharge::StillHere;
}

void VisitPage::offerActions() {
    const Backend& backend = workbench().backend();
    const Visit& visit = m_file.visit;
    const bool runs = m_loaded && visit.state == VisitState::Registered;
    const bool correct = runs && backend.may(Permission::CorrectVisit) && m_command.own().isNull();
    m_details->setReadOnly(!correct);
    m_bar->primary()->setEnabled(correct && m_details->isChanged());
    m_move->setEnabled(correct &&
                       (visit.type == VisitType::Inpatient ? isStaying() : visit.openedAt.isNull()));
    m_stay->setText(isStaying() ? tr("Discharge… (F8)") : tr("Admit… (F8)"));
    m_stay->setEnabled(isStaying() ? correct
                                   : runs && visit.type != VisitType::Inpatient &&
                                         backend.may(Permission::EnterVisit));
    m_triage->setVisible(visit.type == VisitType::Emergency);
    m_triage->setEnabled(runs && visit.triagedAt.isNull() && backend.may(Permission::EnterVisit));
    m_cancel->setEnabled(correct);
}

bool VisitPage::isDirty() const { return m_loaded && m_command.own().isNull() && m_details->isChanged(); }

void VisitPage::discard() {
    m_question.cancel();
    m_details->setObject(&m_file.details);
}

void VisitPage::save() {
    if (!m_loaded || !m_command.own().isNull() || !m_details->check()) return;
    const VisitDetails wanted = typedDetails();
    const Status checked = checkVisitDetails(wanted, m_file.visit.serviceDate);
    if (!checked) {
        if (!m_details->showError(checked.error()))
            m_notice->setNotice(ChipKind::Danger, errorText(checked.error()));
        return;
    }
    const QList<FieldChange> changes = changesBetween(m_file.details, wanted);
    if (changes.isEmpty()) {
        // What was typed cannot stand in a line: what does is shown.
        m_details->setObject(&m_file.details);
        return offerActions();
    }
    m_command.send(
        EditVisitDetails{m_id, changes}, who(), [this](const Result<Done>& result) { saved(result); },
        [name = who()](const Done&) { return tr("%1: the visit's details are saved").arg(name); });
    offerActions();
}

void VisitPage::saved(const Result<Done>& result) {
    if (result) {
        workbench().toast(tr("Saved"));
        m_file.details = typedDetails();
        m_details->setObject(&m_file.details);
        return load();
    }
    if (result.error().code == ErrorCode::TimedOut) return ended(tl::unexpected<Error>(result.error()));
    offerActions();
    if (!m_details->showError(result.error()))
        m_notice->setNotice(ChipKind::Danger, errorText(result.error()));
}

QString VisitPage::who() const { return addressedName(m_file.patient.sapaan, m_file.patient.name); }

VisitPaper VisitPage::paper() const {
    const Ticket* ticket = ticketOf(m_file.tickets, m_file.visit.id);
    return {m_file.visit, ticket == nullptr ? Ticket() : *ticket, who(), m_file.patient.mrn, {}};
}

void VisitPage::move() {
    if (isStaying())
        return moveStay(workbench(), this, who(), m_file.stays.first(),
                        [this](const Status& status) { ended(status); });
    moveVisit(workbench(), this, paper(), [this](const Result<VisitMade>& made) {
        if (!made) return ended(tl::unexpected<Error>(made.error()));
        workbench().toast(made->ticket.id.isNull()
                              ? tr("Moved")
                              : tr("Moved: queue number %1").arg(ticketLine(made->ticket)));
        ended({});
    });
}

void VisitPage::stayAction() {
    if (isStaying())
        return dischargePatient(workbench(), this, who(), m_file.stays.first(),
                                [this](const Status& status) { ended(status); });
    if (mayAdmit())
        admitPatient(workbench(), this, m_file.patient, m_file,
                     [this](const Status& status) { ended(status); });
}

/// The key is offered all the same: the date may be wrong, and who came dead is taken in, too.
bool VisitPage::mayAdmit() {
    const bool died = m_patientDetails.id == m_file.patient.id && m_patientDetails.diedOn.isValid();
    if (!died) return true;
    Question question;
    question.title = tr("Admit somebody who has died?");
    question.text = tr("The file of %1 says: died on %2.").arg(who(), dateWords(m_patientDetails.diedOn));
    question.actionVerb = tr("Admit all the same");
    question.dangerous = true;
    return workbench().dialogs().confirm(this, question);
}

void VisitPage::triaged() {
    workbench().backend().submit(NoteTriage{m_id, {}}, this, [this](const Result<Done>& done) {
        ended(done ? Status() : Status(tl::unexpected<Error>(done.error())));
    });
}

void VisitPage::cancelIt() {
    cancelVisit(workbench(), this, paper(), [this](const Status& status) { ended(status); });
}

void VisitPage::copy(const QString& text, const QString& what) {
    if (text.isEmpty()) return workbench().toast(tr("%1: not known").arg(what));
    QGuiApplication::clipboard()->setText(text);
    workbench().toast(tr("%1 copied").arg(what));
}

void VisitPage::ended(const Status& status) {
    if (status) return load();
    m_notice->setNotice(ChipKind::Warning, status.error().code == ErrorCode::TimedOut
                                               ? tr("No answer yet: it is kept and sent by itself.")
                                               : errorText(status.error()));
}

}  // namespace simrs
