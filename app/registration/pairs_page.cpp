// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/pairs_page.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/notice_strip.h"
#include "app/kit/theme.h"

namespace simrs {

PairsPage::PairsPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("pairsPage"));
    build();
    connect(m_list, &DataTable::currentRowChanged, this, &PairsPage::compare);
    connect(m_list, &DataTable::rowActivated, this, [this] { m_fields->setFocus(Qt::TabFocusReason); });
    connect(m_fields, &DataTable::rowActivated, this, [this](int row) { m_compared.toggle(row); });
    connect(m_notice, &NoticeStrip::action, this, &PairsPage::load);
}

void PairsPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    content->addWidget(buildList(), 4);
    content->addWidget(buildCompare(), 7);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    m_swap = m_bar->addSecondary(tr("Keep the other (F4)"), QStringLiteral("refresh"));
    m_apart = m_bar->addSecondary(tr("Two people… (F9)"), QStringLiteral("users"));
    auto* merge = m_bar->setPrimary(tr("One person: merge… (F8)"), QStringLiteral("merge"));
    m_swap->setObjectName(QStringLiteral("swapButton"));
    m_apart->setObjectName(QStringLiteral("apartButton"));
    merge->setObjectName(QStringLiteral("mergeButton"));
    bindKey(m_swap, Qt::Key_F4);
    bindKey(m_apart, Qt::Key_F9);
    bindKey(merge, Qt::Key_F8);
    m_bar->setHints(tr("Enter takes the other value · F8 one person · F9 two people"));
    column->addWidget(m_bar);
    connect(m_swap, &QPushButton::clicked, this, &PairsPage::swapSides);
    connect(m_apart, &QPushButton::clicked, this, &PairsPage::tellApart);
    connect(merge, &QPushButton::clicked, this, &PairsPage::merge);
}

QWidget* PairsPage::buildList() {
    auto* card = new Card(tr("Files that may be one person's"), CardBody::Flush);
    m_list = new DataTable(tr("Pairs of files"));
    m_list->setObjectName(QStringLiteral("pairsTable"));
    m_list->setModel(&m_pairs);
    m_list->setColumns({{220, 3}, {220, 3}, {260, 5}, {96}});
    m_list->setEmptyText(QStringLiteral("circle-check"), tr("Nothing to decide"),
                         tr("A pair appears here when somebody is registered who is probably known."));
    card->body()->addWidget(m_list);
    return card;
}

QWidget* PairsPage::buildCompare() {
    m_compareCard = new Card(tr("Side by side"), CardBody::Flush);
    m_fields = new DataTable(tr("Both files, field by field"));
    m_fields->setObjectName(QStringLiteral("compareTable"));
    m_fields->setModel(&m_compared);
    m_fields->setColumns({{180}, {280, 1}, {280, 1}});
    m_fields->setEmptyText(QStringLiteral("layers"), tr("No pair chosen"),
                           tr("Choose a pair above to see both files."));
    m_compareCard->body()->addWidget(m_fields);
    return m_compareCard;
}

void PairsPage::enter(const QVariant& argument) {
    m_notice->clear();
    m_choice.reset();
    if (argument.canConvert<PairChoice>()) {
        m_choice = argument.value<PairChoice>();
        // The list may be long in coming.
        m_pairs.setPairs({chosenPair()}, MasterNames(workbench().backend()));
        m_list->setCurrentRow(0);
    }
    load();
    m_list->setFocus(Qt::OtherFocusReason);
}

void PairsPage::load() {
    m_question.cancel();
    // What was compared before may be merged or corrected by now: nobody decides about it with an early F8.
    m_staysQuestion.cancel();
    m_givenUpQuestion.cancel();
    m_hasStays = m_hasGivenUp = false;
    m_list->setLoading(m_pairs.rowCount() == 0);
    m_question = workbench().backend().ask(ListPairs(), this,
                                           [this](const Result<PatientPairs>& pairs) { loaded(pairs); });
    offerActions();
}

void PairsPage::loaded(const Result<PatientPairs>& pairs) {
    m_list->setLoading(false);
    if (!pairs) return m_notice->setNotice(ChipKind::Warning, errorText(pairs.error()), tr("Try again"));
    const int before = m_list->currentRow();
    QList<PatientPair> rows = pairs->pairs;
    const auto isChosen = [this](const PatientPair& pair) {
        const bool asSaid = pair.one.id == m_choice->one && pair.other.id == m_choice->other;
        return asSaid || (pair.one.id == m_choice->other && pair.other.id == m_choice->one);
    };
    if (m_choice && std::none_of(rows.cbegin(), rows.cend(), isChosen)) rows.prepend(chosenPair());
    m_pairs.setPairs(rows, MasterNames(workbench().backend()));
    const int kept = m_pairs.rowOf(m_one, m_other);
    const int last = m_pairs.rowCount() - 1;
    m_list->setCurrentRow(kept >= 0 ? kept : std::min(std::max(before, 0), last));
    if (pairs->more)
        m_notice->setNotice(ChipKind::Info, tr("The %1 likeliest pairs are shown.").arg(pairs->pairs.size()));
    if (m_pairs.rowCount() == 0) compare();
}

/// The files themselves say who the two are.
PatientPair PairsPage::chosenPair() const {
    PatientPair chosen;
    chosen.one.id = m_choice->one;
    chosen.other.id = m_choice->other;
    return chosen;
}

void PairsPage::compare() {
    const PatientPair* pair = m_pairs.pair(m_list->currentRow());
    m_staysQuestion.cancel();
    m_givenUpQuestion.cancel();
    m_hasStays = m_hasGivenUp = false;
    m_one = pair ? pair->one.id : PatientId();
    m_other = pair ? pair->other.id : PatientId();
    m_compared.clear();
    m_compareCard->setHeaderChip({});
    offerActions();
    if (!pair) return;
    m_fields->setLoading(true);
    Backend& backend = workbench().backend();
    m_staysQuestion = backend.ask(GetPatient{pair->one.id}, this,
                                  [this](const Result<PatientFile>& file) { took(file, true); });
    m_givenUpQuestion = backend.ask(GetPatient{pair->other.id}, this,
                                    [this](const Result<PatientFile>& file) { took(file, false); });
}

void PairsPage::took(const Result<PatientFile>& file, bool stays) {
    if (!file) {
        m_fields->setLoading(false);
        return m_notice->setNotice(ChipKind::Warning, errorText(file.error()), tr("Try again"));
    }
    (stays ? m_stays : m_givenUp) = *file;
    (stays ? m_hasStays : m_hasGivenUp) = true;
    if (!m_hasStays || !m_hasGivenUp) return;
    if (m_stays.patient.id == m_givenUp.patient.id) {
        m_fields->setLoading(false);
        m_hasStays = m_hasGivenUp = false;
        return m_notice->setNotice(ChipKind::Info, tr("These two are one file already."));
    }
    m_pairs.tell(m_stays.patient, m_givenUp.patient);
    // Who was not known then is the one who is known now, not the other way round.
    if (m_stays.details.unidentified && !m_givenUp.details.unidentified) std::swap(m_stays, m_givenUp);
    showCompared();
}

/// The two are one file now, or two people.
void PairsPage::settled() {
    m_choice.reset();
    m_notice->clear();
    load();
}

void PairsPage::swapSides() {
    if (!m_hasStays || !m_hasGivenUp) return;
    std::swap(m_stays, m_givenUp);
    showCompared();
}

void PairsPage::showCompared() {
    m_fields->setLoading(false);
    m_compared.setFiles(m_stays, m_givenUp, MasterNames(workbench().backend()));
    m_compareCard->setHeaderChip(
        {ChipKind::Info, tr("%n field(s) differ", nullptr, m_compared.differences()), {}});
    offerActions();
}

void PairsPage::merge() {
    const MasterNames names(workbench().backend());
    Question question;
    question.title = tr("Merge these two files?");
    question.text =
        tr("File %1 stays. File %2 leads to it from now on: its number and its papers go on being "
           "found. It can be taken back.")
            .arg(names.mrn(m_stays.patient.mrn), names.mrn(m_givenUp.patient.mrn));
    question.actionVerb = tr("Merge");
    const auto reason = workbench().dialogs().askReason(this, question, tr("How do you know?"));
    if (!reason) return;
    EditPatient edit;
    edit.id = m_stays.patient.id;
    edit.changes = m_compared.patientChanges();
    edit.detailChanges = m_compared.detailChanges();
    m_busy = true;
    offerActions();
    workbench().backend().submit(
        MergePatients{m_givenUp.patient.id, m_stays.patient.id, *reason}, this,
        [this, edit](const Result<MergePatients::Reply>& reply) { merged(reply, edit); });
}

/// Only now: the NIK of the file that is given up is free for the one that stays.
void PairsPage::merged(const Result<MergePatients::Reply>& reply, const EditPatient& edit) {
    m_busy = false;
    if (!reply) return complain(reply.error());
    const QString mrn = MasterNames(workbench().backend()).mrn(reply->mrn);
    workbench().toast(tr("Merged into %1").arg(mrn));
    settled();
    if (edit.changes.isEmpty() && edit.detailChanges.isEmpty()) return;
    workbench().backend().submit(edit, this, [this, mrn](const Result<PatientMade>& made) {
        if (made || made.error().code == ErrorCode::TimedOut) return;
        m_notice->setNotice(
            ChipKind::Warning,
            tr("Merged into %1, but its fields were not changed. %2").arg(mrn, errorText(made.error())));
    });
}

void PairsPage::tellApart() {
    const MasterNames names(workbench().backend());
    Question question;
    question.title = tr("Are these two people?");
    question.text = tr("%1 and %2 are not asked about again.")
                        .arg(names.mrn(m_stays.patient.mrn), names.mrn(m_givenUp.patient.mrn));
    question.actionVerb = tr("Two people");
    const auto reason = workbench().dialogs().askReason(this, question, tr("How do you know?"));
    if (!reason) return;
    m_busy = true;
    offerActions();
    workbench().backend().submit(TellApart{m_stays.patient.id, m_givenUp.patient.id, *reason}, this,
                                 [this](const Result<Done>& done) {
                                     m_busy = false;
                                     if (!done) return complain(done.error());
                                     workbench().toast(tr("Remembered: two people"));
                                     settled();
                                 });
}

void PairsPage::complain(const Error& error) {
    m_notice->setNotice(ChipKind::Warning, errorText(error), tr("Try again"));
    offerActions();
}

void PairsPage::offerActions() {
    const bool both = m_hasStays && m_hasGivenUp && !m_busy;
    m_swap->setEnabled(both);
    m_apart->setEnabled(both);
    m_bar->primary()->setEnabled(both);
    m_bar->setStatus(m_busy ? tr("Saving…") : QString());
}

}  // namespace simrs
