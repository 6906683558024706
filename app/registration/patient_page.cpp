// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/patient_page.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/date_text.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/patient_banner.h"
#include "app/kit/theme.h"
#include "app/registration/desk_words.h"
#include "app/registration/newborn.h"
#include "app/registration/pair_choice.h"
#include "app/registration/patient_lines.h"
#include "app/registration/photo_box.h"
#include "app/registration/stay_actions.h"
#include "app/registration/ticket_printer.h"
#include "app/registration/visit_cancelling.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

QList<VisitColumn> fileColumns() {
    return {VisitColumn::Date,   VisitColumn::RegistrationNumber,
            VisitColumn::Clinic, VisitColumn::Doctor,
            VisitColumn::Payer,  VisitColumn::Ticket,
            VisitColumn::State};
}

}  // namespace

PatientPage::PatientPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_model(fileColumns()) {
    setObjectName(QStringLiteral("patientPage"));
    build();
    connect(m_table, &DataTable::currentRowChanged, this, &PatientPage::offerActions);
    connect(m_table, &DataTable::rowActivated, this, &PatientPage::openVisit);
    connect(m_banner, &PatientBanner::nikRevealRequested, this, &PatientPage::revealNik);
    connect(m_notice, &NoticeStrip::action, this, &PatientPage::load);
    connect(&workbench.backend(), &Backend::mastersChanged, this, [this] {
        if (m_loaded) showFile();
    });
}

void PatientPage::build() {
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
    cards->addWidget(buildIdentity(), 3);
    auto* visits = new Card(tr("Visits"), CardBody::Flush);
    m_table = new DataTable(tr("Visits of this patient"));
    m_table->setObjectName(QStringLiteral("fileVisitsTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{96}, {124}, {110, 3}, {110, 3}, {72, 1}, {66}, {116}});
    m_table->setEmptyText(QStringLiteral("calendar"), tr("No visits yet"), tr("F6 registers the first one."));
    addRowActions(visits);  // before the table: the keyboard passes them in this order
    visits->body()->addWidget(m_table);
    cards->addWidget(visits, 10);
    content->addLayout(cards, 1);
    column->addLayout(content, 1);
    buildActions();
    column->addWidget(m_bar);
}

/// What is done about the chosen visit stands with the visits, not among what is done for the patient.
void PatientPage::addRowActions(Card* visits) {
    m_ticket = makeButton(ButtonKind::Quiet, tr("Ticket (Ctrl+P)"), QStringLiteral("printer"));
    m_cancel = makeButton(ButtonKind::Quiet, tr("Cancel visit… (Alt+F8)"), QStringLiteral("circle-x"));
    m_ticket->setObjectName(QStringLiteral("ticketButton"));
    m_cancel->setObjectName(QStringLiteral("cancelVisitButton"));
    bindKey(m_ticket, Qt::CTRL | Qt::Key_P);
    bindKey(m_cancel, Qt::ALT | Qt::Key_F8);
    visits->addHeaderWidget(m_ticket);
    visits->addHeaderWidget(m_cancel);
    connect(m_ticket, &QPushButton::clicked, this, &PatientPage::showTicket);
    connect(m_cancel, &QPushButton::clicked, this, &PatientPage::cancelVisitOfRow);
}

void PatientPage::buildActions() {
    m_bar = new ActionBar;
    m_papers = m_bar->addSecondary(tr("Papers (F12)"), QStringLiteral("file-text"));
    m_merge = m_bar->addSecondary(tr("Merge… (F7)"), QStringLiteral("merge"));
    m_merge->setToolTip(tr("Merge with another file of this person…"));
    m_merge->setAccessibleName(tr("Merge with another file of this person…"));
    m_newborn = m_bar->addSecondary(tr("Newborn (F9)"), QStringLiteral("user-plus"));
    m_admit = m_bar->addSecondary(tr("Admit… (F8)"), QStringLiteral("bed"));
    m_edit = m_bar->addSecondary(tr("Correct (F3)"), QStringLiteral("pencil"));
    auto* visit = m_bar->setPrimary(tr("Register visit (F6)"), QStringLiteral("clipboard"));
    m_papers->setObjectName(QStringLiteral("papersButton"));
    m_merge->setObjectName(QStringLiteral("mergeWithButton"));
    m_newborn->setObjectName(QStringLiteral("newbornButton"));
    m_admit->setObjectName(QStringLiteral("admitButton"));
    m_edit->setObjectName(QStringLiteral("editPatientButton"));
    visit->setObjectName(QStringLiteral("registerVisitButton"));
    m_bar->setHints(tr("Enter open visit"));
    bindKey(m_papers, Qt::Key_F12);
    bindKey(m_merge, Qt::Key_F7);
    bindKey(m_newborn, Qt::Key_F9);
    bindKey(m_admit, Qt::Key_F8);
    bindKey(m_edit, Qt::Key_F3);
    bindKey(visit, Qt::Key_F6);
    connect(visit, &QPushButton::clicked, this, [this] { openForm(QStringLiteral("visit-form")); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openForm(QStringLiteral("patient-form")); });
    connect(m_papers, &QPushButton::clicked, this, [this] { openForm(QStringLiteral("papers")); });
    connect(m_newborn, &QPushButton::clicked, this, [this] {
        this->workbench().open(QStringLiteral("patient-form"), QVariant::fromValue(NewbornOf{m_id}));
    });
    connect(m_merge, &QPushButton::clicked, this, &PatientPage::mergeWithAnother);
    connect(m_admit, &QPushButton::clicked, this, &PatientPage::admit);
}

QWidget* PatientPage::buildIdentity() {
    auto* card = new Card(tr("Identity"));
    m_photo = new PhotoBox(workbench());
    card->body()->addWidget(m_photo);
    m_facts = new QWidget;
    auto* rows = new QVBoxLayout(m_facts);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme().px(8));
    card->body()->addWidget(new PageScroll(m_facts));
    return card;
}

QString PatientPage::title() const {
    return m_loaded ? addressedName(m_file.patient.sapaan, m_file.patient.name) : tr("Patient file");
}

void PatientPage::enter(const QVariant& argument) {
    const auto id = argument.canConvert<PatientId>() ? argument.value<PatientId>() : m_id;
    if (id != m_id) {
        m_id = id;
        m_loaded = false;
        m_file = {};
        m_model.setLines({}, MasterNames(workbench().backend()), {});
        m_banner->setPatient({});
        m_photo->clear();
        Q_EMIT changed();
    }
    m_notice->clear();
    load();
    m_table->setFocus(Qt::OtherFocusReason);
}

void PatientPage::load() {
    m_question.cancel();
    m_table->setLoading(!m_loaded);
    offerActions();
    GetPatient query;
    query.id = m_id;
    m_question =
        workbench().backend().ask(query, this, [this](const Result<PatientFile>& file) { loaded(file); });
}

void PatientPage::loaded(const Result<PatientFile>& file) {
    m_table->setLoading(false);
    if (!file) {
        m_notice->setNotice(ChipKind::Warning,
                            m_loaded ? tr("This may be out of date. %1").arg(errorText(file.error()))
                                     : errorText(file.error()),
                            tr("Try again"));
        return offerActions();
    }
    m_notice->clear();
    // What is shown anew loses the keyboard's place.
    const bool isShown = m_loaded && m_file == *file;
    m_file = *file;
    m_loaded = true;
    isShown ? offerActions() : showFile();
    m_photo->setPatient(m_file.patient, addressedName(m_file.patient.sapaan, m_file.patient.name));
    Q_EMIT changed();
}

void PatientPage::showFile() {
    const MasterNames names(workbench().backend());
    const QDate today = workbench().backend().today();
    const Patient& patient = m_file.patient;
    m_banner->setPatient(bannerOf(m_file, names, today));
    QList<VisitLine> lines;
    for (const Visit& visit : m_file.visits) {
        const Ticket* ticket = ticketOf(m_file, visit.id);
        lines.append({visit, ticket == nullptr ? Ticket() : *ticket, patient.name, patient.sapaan,
                      patient.sex, patient.birthDate, patient.mrn, patient.id});
    }
    m_model.setLines(lines, names, today);
    if (m_table->currentRow() < 0) m_table->setCurrentRow(0);
    qDeleteAll(m_facts->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    addFact(fieldLabel(QStringLiteral("address")), patient.address);
    addFact(fieldLabel(QStringLiteral("patient_details"), QStringLiteral("area")), m_file.details.area);
    addFact(fieldLabel(QStringLiteral("phone")), patient.phone);
    addFact(fieldLabel(QStringLiteral("mother_name")), patient.motherName);
    if (!m_file.details.contactName.isEmpty())
        addFact(fieldLabel(QStringLiteral("patient_details"), QStringLiteral("contact_name")),
                QStringList{m_file.details.contactName, m_file.details.contactPhone}.join(QLatin1Char(' ')));
    addFact(fieldLabel(QStringLiteral("card")), patient.card);
    if (patient.nik.isEmpty()) addFact(tr("No NIK because"), noNikWord(patient.noNikReason));
    addFact(tr("Registered on"), patient.registeredAt.isNull()
                                     ? QString()
                                     : dateWords(dayIn(workbench().backend().zone(), patient.registeredAt)));
    for (const FormerFile& file : m_file.merged) addFormerFile(file);
    // What the law wants to be asked, and nobody has asked.
    QStringList missing;
    for (const QString& field : notAskedYet(patient, m_file.details))
        missing.append(fieldLabel(QStringLiteral("patient_details"), field));
    if (!missing.isEmpty()) addFact(tr("Not asked yet"), missing.join(QStringLiteral(", ")));
    static_cast<QVBoxLayout*>(m_facts->layout())->addStretch(1);
    offerActions();
}

QWidget* PatientPage::addFact(const QString& title, const QString& value) {
    auto* rows = static_cast<QVBoxLayout*>(m_facts->layout());
    for (int at = rows->count() - 1; at >= 0; --at)
        if (rows->itemAt(at)->spacerItem() != nullptr) delete rows->takeAt(at);
    auto* fact = new QWidget(m_facts);
    auto* pair = new QVBoxLayout(fact);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(theme().px(1));
    pair->addWidget(makeLabel(LabelKind::Hint, title));
    const bool known = !value.trimmed().isEmpty();
    auto* text = makeLabel(known ? LabelKind::Body : LabelKind::Muted, known ? value : tr("not known"));
    text->setWordWrap(true);
    pair->addWidget(text);
    rows->addWidget(fact);
    return fact;
}

/// Its number stands on old papers; whoever merged wrongly takes it back here.
void PatientPage::addFormerFile(const FormerFile& file) {
    const QString mrn = MasterNames(workbench().backend()).mrn(file.mrn);
    QWidget* fact = addFact(tr("Former file"), mrn);
    if (!workbench().backend().may(Permission::MergePatients)) return;
    auto* part = makeButton(ButtonKind::Quiet, tr("Part again…"), QStringLiteral("users"));
    part->setObjectName(QStringLiteral("partAgainButton"));
    part->setAccessibleName(tr("Part file %1 again…").arg(mrn));
    fact->layout()->addWidget(part);
    connect(part, &QPushButton::clicked, this, [this, file] { partAgain(file); });
}

void PatientPage::partAgain(const FormerFile& file) {
    const MasterNames names(workbench().backend());
    Question question;
    question.title = tr("Part these two files again?");
    question.text = tr("File %1 stands for itself again, with the visits that were written for it. What was "
                       "written into %2 since the merge stays there; somebody has to look at it.")
                        .arg(names.mrn(file.mrn), names.mrn(m_file.patient.mrn));
    question.actionVerb = tr("Part again");
    question.dangerous = true;
    const auto reason = workbench().dialogs().askReason(this, question, tr("How do you know?"));
    if (!reason) return;
    workbench().backend().submit(UnmergePatients{file.id, *reason}, this, [this](const Result<Done>& done) {
        if (!done) return m_notice->setNotice(ChipKind::Warning, errorText(done.error()), tr("Try again"));
        workbench().toast(tr("Two files again"));
        load();
    });
}

void PatientPage::mergeWithAnother() {
    if (!m_loaded) return;
    chooseOtherFile(workbench(), this, m_file.patient, [this](const PatientId& other) {
        workbench().open(QStringLiteral("pairs"), QVariant::fromValue(PairChoice{m_file.patient.id, other}));
    });
}

const VisitLine* PatientPage::chosen() const { return m_model.line(m_table->currentRow()); }

void PatientPage::offerActions() {
    const Backend& backend = workbench().backend();
    const VisitLine* line = chosen();
    m_bar->primary()->setEnabled(!m_id.isNull() && backend.may(Permission::EnterVisit));
    m_edit->setEnabled(!m_id.isNull() && backend.may(Permission::CorrectPatient));
    m_papers->setEnabled(!m_id.isNull());
    m_newborn->setVisible(m_loaded && m_file.patient.sex == Sex::Female);
    m_newborn->setEnabled(m_loaded && backend.may(Permission::EnterPatient));
    m_merge->setVisible(backend.may(Permission::MergePatients));
    m_merge->setEnabled(m_loaded);
    m_admit->setEnabled(m_loaded && backend.may(Permission::EnterVisit));
    m_ticket->setEnabled(line != nullptr && !line->ticket.id.isNull() && !line->ticket.cancelled);
    m_cancel->setEnabled(line != nullptr && line->visit.state != VisitState::Cancelled &&
                         backend.may(Permission::CorrectVisit));
}

void PatientPage::revealNik() {
    // Asking for the file again is what leaves the line in the audit.
    GetPatient query;
    query.id = m_id;
    workbench().backend().ask(query, this, [this](const Result<PatientFile>& file) {
        if (file && file->patient.id == m_id) m_banner->revealNik();
    });
}

void PatientPage::openForm(const QString& page) {
    // The forms read the file themselves: a quick clerk need not wait for this page.
    if (!m_id.isNull()) workbench().open(page, QVariant::fromValue(m_id));
}

void PatientPage::openVisit() {
    if (const VisitLine* line = chosen())
        workbench().open(QStringLiteral("visit"), QVariant::fromValue(line->visit.id));
}

/// Directly into a ward; from a clinic or the emergency department it is done at the visit.
void PatientPage::admit() {
    if (!m_loaded) return;
    admitPatient(workbench(), this, m_file.patient, std::nullopt, [this](const Status& status) {
        if (status) return load();
        m_notice->setNotice(ChipKind::Warning, status.error().code == ErrorCode::TimedOut
                                                   ? tr("No answer yet: it is kept and sent by itself.")
                                                   : errorText(status.error()));
    });
}

void PatientPage::showTicket() {
    const VisitLine* line = chosen();
    if (line == nullptr || line->ticket.id.isNull()) return;
    showTicketCopy(workbench(), this, VisitsModel::paperOf(*line));
}

void PatientPage::cancelVisitOfRow() {
    const VisitLine* line = chosen();
    if (line == nullptr) return;
    cancelVisit(workbench(), this, VisitsModel::paperOf(*line), [this](const Status& status) {
        if (!status)
            m_notice->setNotice(ChipKind::Warning,
                                status.error().code == ErrorCode::TimedOut
                                    ? tr("No answer yet: the cancelling waits and is sent by itself.")
                                    : errorText(status.error()));
        if (status) load();
    });
}

}  // namespace simrs
