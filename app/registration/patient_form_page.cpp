// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/patient_form_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/dialogs.h"
#include "app/kit/entity_form.h"
#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/theme.h"
#include "app/registration/desk_words.h"
#include "app/registration/master_names.h"
#include "app/registration/newborn.h"
#include "app/registration/pair_choice.h"
#include "app/registration/patient_lines.h"
#include "app/registration/similar_card.h"
#include "common/registration/patient_text.h"

namespace simrs {

PatientFormPage::PatientFormPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_command(workbench, this) {
    setObjectName(QStringLiteral("patientFormPage"));
    build();
    connect(m_form, &PatientForm::identityEdited, this, &PatientFormPage::compare);
    connect(m_form->grid(), &FormGrid::fieldLeft, this, &PatientFormPage::compare);
    connect(m_form->grid(), &FormGrid::fieldLeft, this, &PatientFormPage::nikHeld);
    connect(m_form->grid(), &FormGrid::finished, m_details, &EntityForm::focusFirst);
    connect(m_details->grid(), &FormGrid::finished, this,
            [this] { m_bar->primary()->setFocus(Qt::TabFocusReason); });
    connect(m_similar, &SimilarCard::changed, this, &PatientFormPage::nikHeld);
    connect(m_similar, &SimilarCard::chosen, this, &PatientFormPage::useSimilar);
    connect(m_notice, &NoticeStrip::action, this, &PatientFormPage::carryOutOffer);
}

void PatientFormPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QHBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    auto* left = new QVBoxLayout;
    left->setSpacing(t.px(10));
    m_notice = new NoticeStrip;
    left->addWidget(m_notice);
    auto* card = new Card;
    m_form = new PatientForm;
    m_details = new EntityForm(entityType<PatientDetails>());
    for (const auto& [area, code] : {std::pair("area", "area_code"), {"home_area", "home_area_code"}})
        m_details->setSuggestions(
            QString::fromLatin1(area), [this](const QString& typed) { return m_areas.suggestions(typed); },
            QString::fromLatin1(code));
    auto* forms = new QWidget;
    auto* both = new QVBoxLayout(forms);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(m_form);
    both->addWidget(m_details);
    both->addStretch(1);
    card->body()->addWidget(new PageScroll(forms));
    left->addWidget(card, 1);
    content->addLayout(left, 4);
    m_similar = new SimilarCard(workbench().backend());
    content->addWidget(m_similar, 3);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    auto* back = m_bar->addSecondary(tr("Back (Esc)"));
    back->setObjectName(QStringLiteral("backButton"));
    m_save = m_bar->addSecondary(tr("Save (Ctrl+S)"), QStringLiteral("save"));
    m_save->setObjectName(QStringLiteral("saveButton"));
    auto* primary = m_bar->setPrimary(tr("Save and register visit (F6)"), QStringLiteral("check"));
    primary->setObjectName(QStringLiteral("saveAndVisitButton"));
    m_compare = m_bar->addSecondary(tr("Compare the two files (F8)"), QStringLiteral("merge"));
    m_compare->setObjectName(QStringLiteral("compareFilesButton"));
    m_compare->hide();
    bindKey(m_compare, Qt::Key_F8);
    bindKey(back, Qt::Key_Escape);
    bindKey(m_save, Qt::CTRL | Qt::Key_S);
    m_visitKey = bindKey(primary, Qt::Key_F6);
    m_changeKey = bindKey(primary, Qt::CTRL | Qt::Key_S);
    m_bar->followErrors(m_form->grid());
    m_bar->setHints(tr("Enter next field · Ctrl+S save · F7 it is the similar patient"));
    column->addWidget(m_bar);
    connect(back, &QPushButton::clicked, this, [this] { workbench().back(); });
    connect(m_compare, &QPushButton::clicked, this, &PatientFormPage::compareFiles);
    connect(m_save, &QPushButton::clicked, this, [this] { save(After::OpenFile); });
    connect(primary, &QPushButton::clicked, this,
            [this] { save(isEdit() ? After::OpenFile : After::RegisterVisit); });
}

QString PatientFormPage::title() const { return isEdit() ? tr("Correct patient") : tr("New patient"); }

void PatientFormPage::enter(const QVariant& argument) {
    const auto id = argument.canConvert<PatientId>() ? argument.value<PatientId>() : PatientId();
    const bool goesOn = !id.isNull() && id == m_editing && isDirty();
    if (goesOn) return m_form->grid()->focusFirstError();
    if (std::exchange(m_unseen, false)) {
        // Nothing typed is lost: what was refused meanwhile is put before the person first.
        m_next = argument;
        return offer(Offer::StartAnew, ChipKind::Warning,
                     tr("This form was refused while you were elsewhere. Correct it and save it again, or "
                        "begin anew."),
                     tr("Begin anew"));
    }
    start(argument);
}

void PatientFormPage::start(const QVariant& argument) {
    const auto id = argument.canConvert<PatientId>() ? argument.value<PatientId>() : PatientId();
    begin(id);
    if (argument.canConvert<NewbornOf>()) return startNewborn(argument.value<NewbornOf>().mother);
    if (id.isNull()) {
        m_form->prefill(argument.toString());
        compare();
        m_form->grid()->focusField(QStringLiteral("nik"));
    } else {
        load();
    }
}

void PatientFormPage::startNewborn(const PatientId& mother) {
    setStep(Step::Loading);
    GetPatient query;
    query.id = mother;
    m_question = workbench().backend().ask(query, this, [this](const Result<PatientFile>& file) {
        setStep(Step::Typing);
        if (!file) return offer(Offer::None, ChipKind::Warning, errorText(file.error()), {});
        const RegisterPatient baby = newbornFile(*file, workbench().backend().today());
        m_form->setPatient(baby.patient);
        m_details->setObject(&baby.details);
        if (isVisible()) m_form->grid()->focusField(QStringLiteral("sex"));
    });
}

void PatientFormPage::begin(const PatientId& id) {
    m_question.cancel();
    m_command.leave();
    m_unseen = false;
    m_editing = id;
    setHolder({});
    m_form->setToday(workbench().backend().today());
    m_form->setPatient({});
    m_details->setToday(workbench().backend().today());
    const PatientDetails nothing;
    m_details->setObject(&nothing);
    if (const Masters* masters = workbench().backend().masters()) m_areas.setCity(masters->hospital.city);
    m_similar->setDraft({});
    offer(Offer::None, ChipKind::Info, {}, {});
    m_save->setVisible(!isEdit());
    m_bar->setPrimary(isEdit() ? tr("Save changes (Ctrl+S)") : tr("Save and register visit (F6)"),
                      QStringLiteral("check"));
    m_visitKey->setEnabled(!isEdit());
    m_changeKey->setEnabled(isEdit());
    setStep(Step::Typing);
    Q_EMIT changed();
}

void PatientFormPage::load() {
    setStep(Step::Loading);
    GetPatient query;
    query.id = m_editing;
    m_question =
        workbench().backend().ask(query, this, [this](const Result<PatientFile>& file) { loaded(file); });
}

void PatientFormPage::loaded(const Result<PatientFile>& file) {
    if (!file) {
        setStep(Step::Unavailable);
        return offer(Offer::TryAgain, ChipKind::Warning, errorText(file.error()), tr("Try again"));
    }
    offer(Offer::None, ChipKind::Info, {}, {});
    m_form->setPatient(file->patient);
    m_details->setObject(&file->details);
    setStep(Step::Typing);
    if (isVisible()) m_form->grid()->focusField(QStringLiteral("nik"));
    Q_EMIT changed();
}

bool PatientFormPage::isDirty() const {
    return m_step == Step::Typing && (m_form->isTouched() || m_details->isChanged());
}

void PatientFormPage::discard() {
    m_question.cancel();
    begin({});
}

PatientDetails PatientFormPage::details() const {
    PatientDetails typed = *static_cast<const PatientDetails*>(m_details->typed().get());
    tidyDetails(typed);
    return typed;
}

bool PatientFormPage::detailsFit() {
    if (!m_details->check()) return false;
    const Status checked = checkDetails(details(), m_form->wanted(), workbench().backend().today());
    if (!checked) m_details->showError(checked.error());
    return checked.has_value();
}

void PatientFormPage::save(After after) {
    if (m_step != Step::Typing) return;
    const QList<FieldError> problems = m_form->problems();
    if (m_form->grid()->showErrors(problems) > 0 || !detailsFit()) return;
    m_after = after;
    const bool unchanged =
        changesBetween(m_form->shown(), m_form->wanted()).isEmpty() &&
        changesBetween(*static_cast<const PatientDetails*>(m_details->base()), details()).isEmpty();
    if (isEdit() && unchanged) return workbench().back();
    send();
}

void PatientFormPage::send() {
    setHolder({});
    offer(Offer::None, ChipKind::Info, {}, {});
    setStep(Step::Saving);
    const QString name = m_form->wanted().name;
    const auto then = [this](const Result<PatientMade>& result) { ended(result); };
    const auto news = [this, name](const PatientMade& made) {
        return tr("%1: saved, MRN %2").arg(name, MasterNames(workbench().backend()).mrn(made.mrn));
    };
    if (isEdit()) {
        EditPatient edit;
        edit.id = m_editing;
        edit.changes = changesBetween(m_form->shown(), m_form->wanted());
        edit.detailChanges =
            changesBetween(*static_cast<const PatientDetails*>(m_details->base()), details());
        m_command.send(edit, name, then, news);
    } else {
        RegisterPatient command;
        command.patient = m_form->wanted();
        command.details = details();
        m_command.send(command, name, then, news);
    }
}

void PatientFormPage::ended(const Result<PatientMade>& result) {
    if (result) return finish(*result);
    if (result.error().code != ErrorCode::TimedOut) return refused(result.error());
    if (isEdit()) return noAnswer({});
    workbench().backend().kept<RegisterPatient>(
        m_command.own(), this, [this, id = m_command.own()](const Result<RegisterPatient>& kept) {
            if (m_step != Step::Saving || id != m_command.own()) return;
            if (!kept) return noAnswer({});
            const bool final = kept->temporaryNumber.isEmpty();
            noAnswer(final ? MasterNames(workbench().backend()).mrn(kept->patient.mrn)
                           : kept->temporaryNumber);
        });
}

/// `number`: what may be written on paper now; empty where there is none.
void PatientFormPage::noAnswer(const QString& number) {
    setStep(Step::Pending);
    const QString text =
        tr("No answer from the server yet. What you typed is kept on this computer and is sent by itself; "
           "the result appears here and in the messages. You may go on with the next patient.");
    offer(Offer::TakeBack, ChipKind::Warning,
          number.isEmpty() ? text : text + QLatin1Char(' ') + tr("The number for papers is %1.").arg(number),
          tr("Take back"));
}

void PatientFormPage::finish(const PatientMade& made) {
    const Patient saved = m_form->wanted();
    const QString mrn = MasterNames(workbench().backend()).mrn(made.mrn);
    const After after = m_after;
    const bool edit = isEdit();
    setStep(Step::Typing);
    begin({});
    const QString name = addressedName(saved.sapaan, saved.name);
    const QString news = edit ? tr("Saved: %1").arg(name) : tr("New patient %1: MRN %2").arg(name, mrn);
    // A late answer does not pull the person away from other work.
    if (!isVisible()) return workbench().report(news, false);
    workbench().toast(news);
    if (edit) return workbench().back();
    workbench().open(after == After::RegisterVisit ? QStringLiteral("visit-form") : QStringLiteral("patient"),
                     QVariant::fromValue(made.id));
}

void PatientFormPage::refused(const Error& error) {
    m_unseen = !isVisible();
    if (m_unseen)
        workbench().report(
            tr("%1: nothing was saved, the form is kept. %2").arg(m_form->wanted().name, errorText(error)),
            true);
    setStep(Step::Typing);
    if (error.code == ErrorCode::ChangedMeanwhile) {
        m_clashes = error.args;
        QStringList names;
        for (const QString& field : error.args) names.append(fieldLabel(field));
        return offer(Offer::Reload, ChipKind::Warning,
                     tr("Somebody else changed this patient while you were typing: %1. Nothing was saved.")
                         .arg(names.join(QStringLiteral(", "))),
                     tr("Load the newest, keep what I typed"));
    }
    const QString key = PatientForm::fieldOf(error);
    if (error.code == ErrorCode::NikTaken) {
        m_form->grid()->showErrors({{key, errorText(error)}});
        return offerHolder(PatientId(Uuid::fromString(error.args.value(0))),
                           error.args.value(1).toLongLong());
    }
    if (m_form->grid()->field(key) != nullptr) {
        m_form->grid()->showErrors({{key, errorText(error)}});
        return;
    }
    if (m_details->showError(error)) return;
    offer(Offer::None, ChipKind::Danger, errorText(error), {});
}

void PatientFormPage::reload(const QStringList& clashes) {
    GetPatient query;
    query.id = m_editing;
    m_question = workbench().backend().ask(query, this, [this, clashes](const Result<PatientFile>& file) {
        if (!file) return offer(Offer::Reload, ChipKind::Warning, errorText(file.error()), tr("Try again"));
        m_form->rebase(file->patient, clashes);
        m_details->rebase(&file->details);
        offer(Offer::None, ChipKind::Info,
              tr("The newest is loaded; what you typed stands. Compare the marked fields, then save again."),
              {});
        m_form->grid()->focusField(clashes.value(0));
    });
}

void PatientFormPage::takeBack() {
    m_command.withdraw([this](const Status& status) {
        if (m_step != Step::Pending) return;
        if (!status) {
            return offer(Offer::None, ChipKind::Warning,
                         tr("It was already sent and cannot be taken back; its result appears here."), {});
        }
        offer(Offer::None, ChipKind::Info, tr("Taken back: nothing was sent. What you typed is still here."),
              {});
        setStep(Step::Typing);
    });
}

void PatientFormPage::offer(Offer what, ChipKind kind, const QString& text, const QString& action) {
    m_offer = what;
    m_notice->setNotice(kind, text, action);
}

void PatientFormPage::carryOutOffer() {
    switch (m_offer) {
        case Offer::TakeBack:
            return takeBack();
        case Offer::OpenHolder:
            return useRecord(m_holder);
        case Offer::Reload:
            return reload(m_clashes);
        case Offer::TryAgain:
            return load();
        case Offer::StartAnew:
            return start(m_next);
        case Offer::None:
            return;
    }
}

void PatientFormPage::compare() {
    if (m_step == Step::Typing) m_similar->setDraft(m_form->draft(), m_editing);
}

void PatientFormPage::nikHeld() {
    const QString nik = m_form->wanted().nik;
    if (m_step != Step::Typing || nik.isEmpty() || !checkNik(nik)) return;
    const Patient* holder = holderHere();
    if (holder == nullptr) return;
    // The refusal may have come before the comparison, and without a name.
    if (m_offer == Offer::OpenHolder && m_holder.isNull()) return offerHolder(holder->id, holder->mrn);
    m_form->grid()->setError(QStringLiteral("nik"),
                             tr("Belongs to %1").arg(MasterNames(workbench().backend()).mrn(holder->mrn)));
}

void PatientFormPage::offerHolder(const PatientId& id, qint64 mrn) {
    const Patient* here = id.isNull() ? holderHere() : nullptr;
    setHolder(here ? here->id : id);
    const QString number = MasterNames(workbench().backend()).mrn(here ? here->mrn : mrn);
    offer(Offer::OpenHolder, ChipKind::Danger,
          number.isEmpty() ? tr("Another patient already has this NIK. Nothing was saved.")
                           : tr("Patient %1 already has this NIK. Nothing was saved.").arg(number),
          m_holder.isNull() ? QString() : tr("Open that patient"));
}

/// Of the similar files that are shown, the one with this NIK.
const Patient* PatientFormPage::holderHere() const {
    const QString nik = m_form->wanted().nik;
    for (const PatientHit& hit : m_similar->hits())
        if (!nik.isEmpty() && hit.patient.nik == nik) return &hit.patient;
    return nullptr;
}

/// What was typed goes away with it: where the file is not plainly this person's, somebody looks twice.
void PatientFormPage::useSimilar(const PatientHit& hit) {
    const Patient draft = m_form->draft();
    const auto isEqual = [](const QString& a, const QString& b) { return !a.isEmpty() && a == b; };
    const bool isPlain =
        hit.likely || isEqual(draft.nik, hit.patient.nik) || isEqual(draft.card, hit.patient.card);
    const QString& typed = draft.name;
    if (!isPlain && !typed.isEmpty()) {
        Question question;
        question.title = tr("Is this the patient?");
        question.text = tr("Typed: %1\nFile: %2, %3")
                            .arg(typed, addressedName(hit.patient.sapaan, hit.patient.name),
                                 birthLine(hit.patient, workbench().backend().today()));
        question.actionVerb = tr("Yes, this patient");
        question.backVerb = tr("Back to the form");
        question.dangerous = true;
        if (!workbench().dialogs().confirm(this, question)) return;
    }
    useRecord(hit.patient.id);
}

void PatientFormPage::useRecord(const PatientId& id) {
    if (id.isNull() || m_step == Step::Saving) return;
    // The person found out that this form is not needed: no question about leaving it.
    const bool edit = isEdit();
    begin({});
    workbench().open(edit ? QStringLiteral("patient") : QStringLiteral("visit-form"),
                     QVariant::fromValue(id));
}

/// Two files are of one person: only a file that is being corrected has another beside it.
void PatientFormPage::compareFiles() {
    if (m_holder.isNull() || !isEdit() || m_step != Step::Typing) return;
    const PairChoice pair{m_holder, m_editing};
    begin({});
    workbench().open(QStringLiteral("pairs"), QVariant::fromValue(pair));
}

void PatientFormPage::setHolder(const PatientId& id) {
    m_holder = id;
    m_compare->setVisible(!id.isNull() && isEdit() && workbench().backend().may(Permission::MergePatients));
}

void PatientFormPage::setStep(Step step) {
    m_step = step;
    const bool typing = step == Step::Typing;
    m_form->setEnabled(typing);
    m_details->setEnabled(typing);
    m_save->setEnabled(typing);
    m_bar->primary()->setEnabled(typing);
    m_bar->setStatus(step == Step::Saving    ? tr("Saving…")
                     : step == Step::Loading ? tr("Loading…")
                     : step == Step::Pending ? tr("Waiting for the server")
                                             : QString());
}

}  // namespace simrs
