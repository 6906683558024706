// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/numbers_page.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"
#include "common/base/text.h"

namespace simrs {

NumbersPage::NumbersPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("numbersPage"));
    build();
    connect(m_search, &SearchField::searched, this, &NumbersPage::search);
    connect(m_search, &SearchField::leftDownwards, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_notice, &NoticeStrip::action, this, [this] { ask(0); });
}

void NumbersPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    m_search = new SearchField(tr("What has become of this MRN?"));
    m_search->setObjectName(QStringLiteral("numberField"));
    m_search->setAccessibleName(tr("MRN to look for"));
    content->addWidget(m_search);
    m_notice = new NoticeStrip;
    m_notice->setObjectName(QStringLiteral("numbersNotice"));
    content->addWidget(m_notice);
    m_card = new Card;
    m_story = makeLabel(LabelKind::Body, {});
    m_story->setObjectName(QStringLiteral("storyLabel"));
    m_story->setWordWrap(true);
    m_card->body()->addWidget(m_story);
    m_card->hide();
    content->addWidget(m_card);
    auto* card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Blocks of numbers"));
    m_table->setObjectName(QStringLiteral("numbersTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{190}, {150, 2}, {100}, {130, 2}, {80, 0, true}, {130}, {200, 4}});
    m_table->setEmptyText(QStringLiteral("list"), tr("No block"),
                          tr("A block appears here when a computer is given its first numbers."));
    card->body()->addWidget(m_table);
    content->addWidget(card, 1);
    column->addLayout(content, 1);
    buildActions(column);
}

void NumbersPage::buildActions(QVBoxLayout* column) {
    m_bar = new ActionBar;
    m_open = m_bar->addSecondary(tr("Open file (F6)"), QStringLiteral("id-card"));
    auto* more = m_bar->setPrimary(tr("Older numbers (F8)"), QStringLiteral("arrow-down"));
    m_open->setObjectName(QStringLiteral("openFileButton"));
    more->setObjectName(QStringLiteral("olderButton"));
    bindKey(m_open, Qt::Key_F6);
    bindKey(more, Qt::Key_F8);
    m_bar->setHints(tr("Type a number to see what became of it · F8 older numbers · newest on top"));
    column->addWidget(m_bar);
    connect(m_open, &QPushButton::clicked, this,
            [this] { workbench().open(QStringLiteral("patient"), QVariant::fromValue(m_patient)); });
    connect(more, &QPushButton::clicked, this, [this] {
        if (m_more) ask(m_model.blocks().last().block.first);
    });
}

void NumbersPage::enter(const QVariant& argument) {
    if (const QString number = argument.toString(); !number.isEmpty()) m_search->setText(number);
    m_number = digitsOf(m_search->text()).toLongLong();
    ask(0);
    m_search->begin();
}

void NumbersPage::search(const QString& typed) {
    m_number = digitsOf(typed).toLongLong();
    ask(0);
}

void NumbersPage::ask(qint64 before) {
    m_question.cancel();
    m_notice->clear();
    m_table->setLoading(m_model.rowCount() == 0);
    NumberBook query;
    query.before = before;
    query.number = m_number;
    m_question = workbench().backend().ask(
        query, this, [this, isMore = before > 0](const Result<NumberPage>& page) { answered(page, isMore); });
}

void NumbersPage::answered(const Result<NumberPage>& page, bool isMore) {
    m_table->setLoading(false);
    if (!page) return m_notice->setNotice(ChipKind::Warning, errorText(page.error()), tr("Try again"));
    m_more = page->more;
    if (isMore)
        m_model.addBlocks(page->blocks);
    else
        m_model.setBlocks(page->blocks, MasterNames(workbench().backend()));
    showStory(*page);
    offerActions();
}

void NumbersPage::showStory(const NumberPage& page) {
    m_patient = page.story.patientId;
    m_card->setVisible(page.story.fate != NumberFate::NotAsked);
    m_story->setText(storyText(page, MasterNames(workbench().backend())));
}

QString NumbersPage::storyText(const NumberPage& page, const MasterNames& names) {
    const NumberStory& story = page.story;
    const QString number = names.mrn(story.number);
    const QString device =
        NumbersModel::deviceWord(page.blocks.isEmpty() ? QString() : page.blocks.first().deviceName);
    switch (story.fate) {
        case NumberFate::NotAsked:
            return {};
        case NumberFate::NeverGiven:
            return tr("%1 has never been given here.").arg(number);
        case NumberFate::Ahead:
            return tr("%1 is still to be given. It belongs to: %2.").arg(number, device);
        case NumberFate::PassedOver:
            return tr("%1 is missing. %2 took it for a registration that has not come: it was left before "
                      "saving, or it still waits on that computer.")
                .arg(number, device);
        case NumberFate::Refused:
            return tr("%1 is missing. %2 gave it on %3, and the registration was refused: %4")
                .arg(number, device, names.day(story.at),
                     errorText({errorFromNumber(static_cast<int>(story.error)), story.args, {}}));
        case NumberFate::Used:
            return tr("%1 is %2's, registered on %3.").arg(number, story.patientName, names.day(story.at));
        case NumberFate::Merged:
            return tr("%1 was given on %2 to a file that is merged into %3, %4.")
                .arg(number, names.day(story.at), names.mrn(story.mrn), story.patientName);
        case NumberFate::OldSystem:
            return tr("%1 is a number of the system before this one. It finds %2, %3.")
                .arg(number, names.mrn(story.mrn), story.patientName);
        case NumberFate::Restored:
            return tr("%1 may have been given between a backup and its restore. Nobody knows to whom.")
                .arg(number);
    }
    return {};
}

void NumbersPage::offerActions() {
    m_open->setEnabled(!m_patient.isNull() && workbench().backend().may(Permission::ViewPatient));
    m_bar->primary()->setEnabled(m_more);
}

}  // namespace simrs
