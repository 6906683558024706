// SPDX-License-Identifier: GPL-3.0-or-later
// L or P, the number of the age band, Ctrl+S. The moment of the first key is when he came, unless somebody
// types another time. Without an answer the patient is kept here, and his papers come out all the same.
#include "app/registration/emergency_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/date_text.h"
#include "app/kit/entity_field.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/patient_banner.h"
#include "app/kit/radio_row.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/registration/desk_words.h"
#include "app/registration/kept_patient.h"
#include "app/registration/patient_lines.h"
#include "app/registration/stranger.h"
#include "app/registration/visit_words.h"
#include "common/base/text.h"
#include "common/registration/registered_visit.h"

namespace simrs {
namespace {

namespace keys {
const QString sex = QStringLiteral("sex");
const QString age = QStringLiteral("age_band");
const QString arrived = QStringLiteral("arrived_at");
const QString place = QStringLiteral("found_place");
const QString arrival = QStringLiteral("arrival");
const QString kind = QStringLiteral("emergency_case");
const QString escort = QStringLiteral("escort_name");
const QString phone = QStringLiteral("escort_phone");
}  // namespace keys

}  // namespace

EmergencyPage::EmergencyPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_command(workbench, this) {
    setObjectName(QStringLiteral("emergencyPage"));
    setAccessibleName(tr("Emergency: unknown patient"));
    setFocusPolicy(Qt::StrongFocus);
    build();
    begin();
}

void EmergencyPage::build() {
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
    content->addWidget(buildForm(), 1);
    content->addWidget(buildDone(), 1);
    column->addLayout(content, 1);
    m_bar = new ActionBar;
    m_search = m_bar->addSecondary(tr("Somebody knows the patient: search (F2)"), QStringLiteral("search"));
    m_search->setObjectName(QStringLiteral("searchInsteadButton"));
    auto* primary = m_bar->setPrimary(tr("Receive (Ctrl+S)"), QStringLiteral("check"));
    primary->setObjectName(QStringLiteral("receiveButton"));
    bindKey(primary, Qt::CTRL | Qt::Key_S);
    m_bar->followErrors(m_grid);
    column->addWidget(m_bar);
    connect(primary, &QPushButton::clicked, this, &EmergencyPage::primaryPressed);
    connect(m_search, &QPushButton::clicked, this,
            [this] { this->workbench().open(QStringLiteral("search")); });
}

QWidget* EmergencyPage::buildForm() {
    m_form = new Card(tr("Unknown patient"));
    m_form->setSubtitle(tr("Number, file and wristband now; name, papers and payer later."));
    m_grid = new FormGrid;
    m_sex = new RadioRow;
    m_sex->setObjectName(QStringLiteral("strangerSexRow"));
    m_sex->addChoice(tr("Male (L)"), static_cast<int>(Sex::Male));
    m_sex->addChoice(tr("Female (P)"), static_cast<int>(Sex::Female));
    m_grid->addField(keys::sex, tr("Sex"), m_sex, 2, Need::Required);
    const auto choice = [this](const QString& key, const QString& label, Need need, const char* name) {
        auto* field = new ChoiceField;
        field->setObjectName(QString::fromLatin1(name));
        m_grid->addField(key, label, field, 2, need);
        return field;
    };
    m_age = choice(keys::age, tr("Age, estimated (1 to 6)"), Need::Required, "ageBandField");
    for (int at = 1; at < enumCount(AgeBand()); ++at)
        m_age->addChoice(tr("%1 · %2", "key and age band").arg(at).arg(ageBandWord(static_cast<AgeBand>(at))),
                         at);
    const auto text = [this](const QString& key, const QString& label, int span, const char* name) {
        auto* field = new TextField;
        field->setObjectName(QString::fromLatin1(name));
        m_grid->addField(key, label, field, span);
        return field;
    };
    m_arrived = text(keys::arrived, tr("Arrived at"), 2, "arrivedField");
    m_place = text(keys::place, tr("Where found"), FormGrid::columns, "foundPlaceField");
    m_place->setAtMost(limits::kAreaChars);
    m_arrival = choice(keys::arrival, tr("How the patient came"), Need::Optional, "strangerArrivalField");
    for (const auto way : {Arrival::WalkIn, Arrival::Ambulance, Arrival::Police})
        m_arrival->addChoice(arrivalWord(way), static_cast<int>(way));
    m_case = choice(keys::kind, tr("Kind of case"), Need::Optional, "strangerCaseField");
    for (int at = 1; at < enumCount(EmergencyCase()); ++at)
        m_case->addChoice(choiceWord("visit_details", "emergency_case", at), at);
    m_grid->endRow();
    m_escort = text(keys::escort, tr("Brought by"), 4, "strangerEscortField");
    m_escort->setAtMost(limits::kNameChars);
    m_escortPhone = text(keys::phone, tr("Phone of who brought the patient"), 2, "strangerPhoneField");
    m_escortPhone->setAtMost(limits::kPhoneChars);
    m_form->body()->addWidget(new PageScroll(m_grid));
    connect(m_grid, &FormGrid::finished, this, &EmergencyPage::submit);
    connect(m_sex, &RadioRow::valueChosen, this, &EmergencyPage::touched);
    for (const ChoiceField* field : {m_age, m_arrival, m_case})
        connect(field, &ChoiceField::valueChosen, this, &EmergencyPage::touched);
    for (const TextField* field : {m_arrived, m_place, m_escort, m_escortPhone})
        connect(field, &TextField::textEdited, this, &EmergencyPage::touched);
    return m_form;
}

QWidget* EmergencyPage::buildDone() {
    m_done = new Card(tr("Received"));
    m_number = makeLabel(LabelKind::Value, {});
    m_number->setObjectName(QStringLiteral("strangerNumberLabel"));
    m_done->body()->addWidget(m_number);
    auto* next = makeLabel(LabelKind::Muted, tr("The visit stands on the list of the unfinished until the "
                                                "patient is identified and somebody has said who pays."));
    next->setWordWrap(true);
    m_done->body()->addWidget(next);
    m_done->body()->addStretch(1);
    return m_done;
}

QString EmergencyPage::title() const { return tr("Emergency: unknown patient"); }

void EmergencyPage::enter(const QVariant&) {
    // What waits for the server goes on without this page: the next patient is at the door.
    const bool isOver = m_step == Step::Done || m_step == Step::Pending;
    if (isOver || (m_step == Step::Choosing && !isDirty())) begin();
    setFocus(Qt::OtherFocusReason);
}

void EmergencyPage::begin() {
    m_command.leave();
    m_papers = {};
    m_sex->setValue({});
    for (ChoiceField* field : {m_age, m_case}) field->setValue({});
    m_arrival->setValue(static_cast<int>(Arrival::WalkIn));
    for (TextField* field : {m_place, m_escort, m_escortPhone}) field->clear();
    m_sent = {};
    m_touched = false;
    m_arrived->setModified(false);
    proposeArrival();
    m_grid->clearErrors();
    m_banner->setPatient({});
    m_notice->clear();
    setStep(Step::Choosing);
}

/// The page may have stood open since the patient before.
void EmergencyPage::touched() {
    if (!std::exchange(m_touched, true)) proposeArrival();
}

void EmergencyPage::proposeArrival() {
    const Backend& backend = workbench().backend();
    m_proposed = backend.serverNow();
    if (m_arrived->isModified()) return;
    m_arrived->setText(minuteText(minuteOfDayIn(backend.zone(), m_proposed)));
}

bool EmergencyPage::isDirty() const { return m_step == Step::Choosing && m_touched; }

void EmergencyPage::discard() { begin(); }

/// The two answers are one key each, as long as nobody is typing into a field.
void EmergencyPage::keyPressEvent(QKeyEvent* event) {
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (m_step != Step::Choosing || !plain) return Page::keyPressEvent(event);
    if (event->key() == Qt::Key_L) return chooseSex(Sex::Male);
    if (event->key() == Qt::Key_P) return chooseSex(Sex::Female);
    const int band = event->key() - Qt::Key_0;
    if (band >= 1 && band < enumCount(AgeBand())) return chooseAge(static_cast<AgeBand>(band));
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return submit();
    Page::keyPressEvent(event);
}

void EmergencyPage::chooseSex(Sex sex) {
    touched();
    m_sex->setValue(static_cast<int>(sex));
    m_grid->clearError(keys::sex);
}

void EmergencyPage::chooseAge(AgeBand band) {
    touched();
    m_age->setValue(static_cast<int>(band));
    m_grid->clearError(keys::age);
}

const Clinic* EmergencyPage::clinic() const {
    const Masters* masters = workbench().backend().masters();
    if (masters == nullptr) return nullptr;
    const auto found = std::find_if(
        masters->clinics.begin(), masters->clinics.end(),
        [](const Clinic& clinic) { return clinic.active && clinic.kind == ClinicKind::Emergency; });
    return found == masters->clinics.end() ? nullptr : &*found;
}

Instant EmergencyPage::arrivedAt() const {
    const auto minute = readMinute(m_arrived->text());
    const Backend& backend = workbench().backend();
    if (!m_arrived->isModified() || !minute) return m_proposed;
    return lastMinute(backend.zone(), backend.serverNow(), *minute);
}

ReceiveUnknown EmergencyPage::command() const {
    const Backend& backend = workbench().backend();
    Stranger stranger;
    stranger.sex = static_cast<Sex>(m_sex->value().toInt());
    stranger.band = static_cast<AgeBand>(m_age->value().toInt());
    stranger.place = cleanLine(m_place->text());
    stranger.at = arrivedAt();
    ReceiveUnknown command;
    command.person = strangerFile(stranger, backend.today(), MasterNames(backend).time(stranger.at));
    if (const Clinic* emergency = clinic()) command.visit.clinicId = emergency->id;
    command.visit.payerId = undeterminedPayer(*backend.masters());
    command.visit.arrival = static_cast<Arrival>(m_arrival->value().toInt());
    command.visit.arrivedAt = stranger.at;
    command.visit.details.emergencyCase = static_cast<EmergencyCase>(m_case->value().toInt());
    command.visit.details.escortName = cleanLine(m_escort->text());
    command.visit.details.escortPhone = m_escortPhone->text();
    return command;
}

void EmergencyPage::submit() {
    if (m_step != Step::Choosing) return;
    QList<FieldError> problems;
    if (!m_sex->value().isValid()) problems.append({keys::sex, tr("Press L or P")});
    if (!m_age->value().isValid()) problems.append({keys::age, tr("Press 1 to 6")});
    if (!readMinute(m_arrived->text())) problems.append({keys::arrived, tr("A time of day, such as 14:20")});
    const QString phone = canonicalPhone(m_escortPhone->text());
    if (!checkPhone(phone.isEmpty() ? cleanLine(m_escortPhone->text()) : phone))
        problems.append({keys::phone, tr("This is no phone number")});
    if (m_grid->showErrors(problems) > 0) return;
    if (clinic() == nullptr)
        return m_notice->setNotice(ChipKind::Danger,
                                   tr("The lists have no emergency department, or they are not here yet."));
    m_sent = command();
    // Two of one accident come in one minute.
    m_plainName = m_sent.person.patient.name;
    m_sent.person.patient.name = nthStranger(m_plainName, nthOfMinute());
    setStep(Step::Saving);
    m_command.send(
        m_sent, tr("unknown patient"), [this](const Result<EmergencyMade>& result) { ended(result); },
        [this](const EmergencyMade& made) {
            return tr("Unknown patient received: MRN %1")
                .arg(MasterNames(workbench().backend()).mrn(made.patient.mrn));
        });
}

void EmergencyPage::ended(const Result<EmergencyMade>& result) {
    const bool isKept = result || result.error().code == ErrorCode::TimedOut;
    if (isKept && m_step == Step::Saving) countName();
    if (result) return showMade(*result);
    if (isKept) return noAnswer();
    // Also after his papers are out: what was typed stands here again.
    m_banner->setPatient({});
    setStep(Step::Choosing);
    const QString text = errorText(result.error());
    if (!isVisible()) workbench().report(text, true);
    // Nobody typed a name: it is made of the place.
    if (result.error().args.value(0) == QStringLiteral("name")) {
        m_grid->showErrors({{keys::place, errorText({ErrorCode::FieldInvalid, {}, {}})}});
        return;
    }
    m_notice->setNotice(ChipKind::Danger, text);
}

int EmergencyPage::nthOfMinute() const { return m_plainName == m_lastName ? m_nth + 1 : 1; }

/// Who was refused has no number among those of his minute.
void EmergencyPage::countName() {
    m_nth = nthOfMinute();
    m_lastName = m_plainName;
}

void EmergencyPage::noAnswer() {
    setStep(Step::Pending);
    m_notice->setNotice(ChipKind::Warning, tr("No answer from the server yet. The patient is kept on this "
                                              "computer and is sent by itself."));
    workbench().backend().kept<ReceiveUnknown>(
        m_command.own(), this, [this, id = m_command.own()](const Result<ReceiveUnknown>& kept) {
            if (m_step == Step::Pending && kept && id == m_command.own()) showKept(*kept);
        });
}

/// He has his number and his wristband now; that the server knows of him is told later.
void EmergencyPage::showKept(const ReceiveUnknown& sent) {
    const MasterNames names(workbench().backend());
    KeptPatient kept;
    kept.file.patient = sent.person.patient;
    kept.file.details = sent.person.details;
    kept.visit.patient = kept.file.patient;
    kept.visit.visit = visitRow(m_command.own(), sent.visit);
    kept.visit.visit.patientId = kept.file.patient.id;
    kept.visit.visit.registeredAt = workbench().backend().serverNow();
    kept.visit.details = sent.visit.details;
    kept.file.visits = {kept.visit.visit};
    kept.temporaryNumber = sent.person.temporaryNumber;
    kept.temporaryVisitNumber = sent.visit.temporaryNumber;
    m_papers = QVariant::fromValue(kept);
    showPatient(kept.file);
    const bool final = kept.temporaryNumber.isEmpty();
    m_number->setText((final ? tr("MRN %1 · arrived %2 · kept on this computer")
                             : tr("Temporary number %1 · arrived %2 · kept on this computer"))
                          .arg(final ? names.mrn(kept.file.patient.mrn) : kept.temporaryNumber,
                               names.time(kept.visit.visit.arrivedAt)));
    m_notice->setNotice(ChipKind::Warning,
                        tr("No answer from the server yet. The patient is kept on this computer and is sent "
                           "by itself; the wristband and all papers can be printed now."));
}

void EmergencyPage::showMade(const EmergencyMade& made) {
    const MasterNames names(workbench().backend());
    m_papers = QVariant::fromValue(made.visit.id);
    PatientFile file;
    file.patient = m_sent.person.patient;
    file.details = m_sent.person.details;
    file.patient.id = made.patient.id;
    file.patient.mrn = made.patient.mrn;
    showPatient(file);
    m_notice->clear();
    m_number->setText(tr("MRN %1 · arrived %2, registered %3")
                          .arg(names.mrn(made.patient.mrn), names.time(made.visit.arrivedAt),
                               names.time(made.visit.registeredAt)));
}

void EmergencyPage::showPatient(const PatientFile& file) {
    m_banner->setPatient(bannerOf(file, MasterNames(workbench().backend()), workbench().backend().today()));
    setStep(Step::Done);
    Q_EMIT changed();
}

void EmergencyPage::primaryPressed() {
    if (m_step == Step::Choosing) return submit();
    if (m_step == Step::Done) workbench().open(QStringLiteral("papers"), m_papers);
}

void EmergencyPage::setStep(Step step) {
    m_step = step;
    const bool done = step == Step::Done;
    m_grid->setEnabled(step == Step::Choosing);
    m_banner->setVisible(done);
    m_form->setVisible(!done);
    m_done->setVisible(done);
    m_bar->setPrimary(done ? tr("Print wristband (Enter)") : tr("Receive (Ctrl+S)"),
                      done ? QStringLiteral("printer") : QStringLiteral("check"));
    m_bar->primary()->setEnabled(done || step == Step::Choosing);
    if (done && isVisible()) m_bar->primary()->setFocus(Qt::OtherFocusReason);
    m_bar->setHints(done ? tr("Enter wristband · Alt+G the next one")
                         : tr("L or P sex · 1 to 6 age · Ctrl+S receive · Tab for the rest"));
    m_bar->setStatus(step == Step::Saving    ? tr("Receiving…")
                     : step == Step::Pending ? tr("Waiting for the server")
                                             : QString());
}

}  // namespace simrs
