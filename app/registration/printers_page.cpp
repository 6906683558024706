// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/printers_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/print_words.h"
#include "app/kit/radio_row.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/registration/paper_words.h"
#include "app/registration/papers.h"

namespace simrs {
namespace {

constexpr int kTargetLongest = 400;
const QString kTarget = QStringLiteral("target");
const QString kRoll = QStringLiteral("roll");

}  // namespace

PrintersPage::PrintersPage(Workbench& bench, QWidget* parent) : Page(bench, parent), m_model(bench) {
    setObjectName(QStringLiteral("printersPage"));
    build();
    connect(m_table, &DataTable::currentRowChanged, this, &PrintersPage::showChoice);
    connect(m_table, &DataTable::rowActivated, this, [this] { m_language->setFocus(Qt::TabFocusReason); });
    connect(m_language, &ChoiceField::valueChosen, this, &PrintersPage::changeLanguage);
    connect(m_roll, &RadioRow::valueChosen, this, &PrintersPage::take);
    connect(m_grid, &FormGrid::fieldLeft, this, &PrintersPage::take);
    connect(m_grid, &FormGrid::finished, this, [this] {
        take();
        m_table->setFocus(Qt::TabFocusReason);
    });
    m_table->setCurrentRow(0);
}

void PrintersPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    m_notice = new NoticeStrip;
    content->addWidget(m_notice);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(t.px(14));
    auto* list = new Card(tr("Papers"), CardBody::Flush);
    m_table = new DataTable(tr("Papers and their printers"));
    m_table->setObjectName(QStringLiteral("printersTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{180, 2}, {180, 2}, {140, 2}});
    list->body()->addWidget(m_table);
    cards->addWidget(list, 3);
    cards->addWidget(buildForm(), 2);
    content->addLayout(cards, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    auto* back = m_bar->addSecondary(tr("Back (Esc)"), {}, QKeySequence(Qt::Key_Escape));
    auto* queue = m_bar->addSecondary(tr("Print queue (F8)"), QStringLiteral("list"));
    auto* test = m_bar->setPrimary(tr("Test print (Ctrl+P)"), QStringLiteral("printer"));
    back->setObjectName(QStringLiteral("backButton"));
    queue->setObjectName(QStringLiteral("printQueueButton"));
    test->setObjectName(QStringLiteral("testPrintButton"));
    bindKey(queue, Qt::Key_F8);
    bindKey(test, Qt::CTRL | Qt::Key_P);
    m_bar->setHints(
        tr("Up and down choose · Enter change · Ctrl+P test print · kept on this computer at once"));
    column->addWidget(m_bar);
    connect(back, &QPushButton::clicked, this, [this] { workbench().back(); });
    connect(queue, &QPushButton::clicked, this, [this] { workbench().open(QStringLiteral("prints")); });
    connect(test, &QPushButton::clicked, this, &PrintersPage::testPrint);
}

QWidget* PrintersPage::buildForm() {
    m_card = new Card(tr("Printer"));
    m_grid = new FormGrid;
    m_language = new ChoiceField;
    m_language->setObjectName(QStringLiteral("languageField"));
    for (const auto language :
         {PrintLanguage::PdfFile, PrintLanguage::System, PrintLanguage::EscPos, PrintLanguage::Zpl})
        m_language->addChoice(languageWord(language), static_cast<int>(language));
    m_target = new TextField;
    m_target->setObjectName(QStringLiteral("targetField"));
    m_target->setAtMost(kTargetLongest);
    m_roll = new RadioRow;
    m_roll->setObjectName(QStringLiteral("rollRow"));
    m_roll->addChoice(tr("58 mm"), 58);
    m_roll->addChoice(tr("80 mm"), 80);
    m_grid->addField(QStringLiteral("language"), tr("Goes to"), m_language, FormGrid::columns);
    m_grid->addField(kTarget, tr("Folder"), m_target, FormGrid::columns);
    m_grid->addField(kRoll, tr("Width of the roll"), m_roll, FormGrid::columns);
    m_card->body()->addWidget(new PageScroll(m_grid));
    return m_card;
}

void PrintersPage::enter(const QVariant&) {
    m_model.read();
    showChoice();
    m_table->setFocus(Qt::OtherFocusReason);
}

PaperKind PrintersPage::kind() const { return m_model.kind(m_table->currentRow()); }

void PrintersPage::showChoice() {
    const PrinterChoice choice = printerOf(workbench(), kind());
    m_card->setTitle(paperName(kind()));
    m_notice->clear();
    m_grid->clearErrors();
    m_language->setValue(static_cast<int>(choice.language));
    m_target->setText(choice.target);
    m_roll->setValue(choice.roll == TicketWidth::Mm58 ? 58 : 80);
    showLanguage();
}

/// What is asked follows from the language.
void PrintersPage::showLanguage() {
    const auto language = static_cast<PrintLanguage>(m_language->value().toInt());
    m_target->setPlaceholderText({});
    switch (language) {
        case PrintLanguage::PdfFile:
            m_grid->setLabel(kTarget, tr("Folder"));
            m_grid->setHint(kTarget, tr("Empty: the folder of the settings."));
            m_target->setPlaceholderText(PaperPrinter(workbench()).folder({}));
            break;
        case PrintLanguage::System:
            m_grid->setLabel(kTarget, tr("Name of the printer"));
            m_grid->setHint(kTarget, tr("As this computer calls it."));
            break;
        case PrintLanguage::EscPos:
        case PrintLanguage::Zpl:
            m_grid->setLabel(kTarget, tr("Address"));
            m_grid->setHint(kTarget, tr("Such as 192.168.1.20:9100; without a port it is 9100."));
            break;
    }
    m_grid->setFieldShown(kRoll, language == PrintLanguage::EscPos || kind() == PaperKind::Ticket);
}

/// A folder is no address: what was typed for the other kind of printer goes. What is missing is said once
/// the field is left.
void PrintersPage::changeLanguage() {
    const auto goesOverNetwork = [](PrintLanguage language) {
        return language == PrintLanguage::EscPos || language == PrintLanguage::Zpl;
    };
    const PrintLanguage before = printerOf(workbench(), kind()).language;
    if (!goesOverNetwork(before) || !goesOverNetwork(typed().language)) m_target->clear();
    showLanguage();
    m_grid->clearErrors();
    if (faultOf(typed()) == TargetFault::None) take();
}

PrinterChoice PrintersPage::typed() const {
    return {static_cast<PrintLanguage>(m_language->value().toInt()), m_target->text().trimmed(),
            m_roll->value().toInt() == 58 ? TicketWidth::Mm58 : TicketWidth::Mm80};
}

/// What cannot be a printer is not kept: the paper goes on going where it went.
void PrintersPage::take() {
    const PrinterChoice choice = typed();
    const auto error = [](TargetFault fault) {
        switch (fault) {
            case TargetFault::FolderNotWhole:
                return tr("Type the whole path, from the root on");
            case TargetFault::NameLacks:
                return tr("Type the printer's name");
            case TargetFault::AddressBroken:
                return tr("Type an address such as 192.168.1.20:9100");
            case TargetFault::None:
                break;
        }
        return QString();
    };
    if (m_target->isTooLong())
        return m_grid->setError(kTarget, tr("At most %n character(s)", nullptr, kTargetLongest));
    const TargetFault fault = faultOf(choice);
    m_grid->setError(kTarget, error(fault));
    if (fault != TargetFault::None || choice == printerOf(workbench(), kind())) return;
    setPrinterOf(workbench(), kind(), choice);
    m_model.read();
}

void PrintersPage::testPrint() {
    take();
    if (!m_grid->errors().isEmpty()) return m_grid->focusFirstError();
    const Backend& backend = workbench().backend();
    const QString name = paperName(kind());
    const auto told = [this, name, held = QPointer<PrintersPage>(this)](const PrintJob& job) {
        if (!held) return;
        if (job.state == PrintJob::State::Done)
            m_notice->setNotice(ChipKind::Ok, tr("%1: the printer took the test print.").arg(name));
        else
            m_notice->setNotice(ChipKind::Danger, tr("%1: %2").arg(name, printProblemText(job.problem)));
    };
    const paper::Paper sample = samplePaper(kind(), MasterNames(backend), backend.today(), typed().roll);
    m_notice->setNotice(ChipKind::Info, tr("%1: the test print is on its way.").arg(name));
    const auto job =
        PaperPrinter(workbench()).print(kind(), sample, QStringLiteral("test_") + paperKey(kind()), told);
    if (!job) m_notice->setNotice(ChipKind::Danger, errorText(job.error()));
}

paper::Paper samplePaper(PaperKind kind, const MasterNames& names, QDate today, TicketWidth roll) {
    PaperContent content;
    Patient& patient = content.of.patient;
    patient.name = PrintersPage::tr("TEST PRINT");
    patient.mrn = 99'999'999;
    patient.sex = Sex::Female;
    patient.birthDate = QDate(today.year() - 30, 1, 1);
    patient.address = PrintersPage::tr("Nobody: this paper is a test");
    content.of.today = today;
    VisitPaper visit;
    visit.visit.serviceDate = today;
    visit.visit.registrationNumber = 999'999;
    visit.ticket.id = TicketId(Uuid::named("test print"));
    visit.ticket.letter = QStringLiteral("X");
    visit.ticket.number = 0;
    visit.patientName = patient.name;
    visit.mrn = patient.mrn;
    content.visit = visit;
    content.shelf = terminalDigits(names.mrn(patient.mrn));
    content.roll = roll;
    paper::Paper paper = paperOf(kind, content, names);
    paper.title = PrintersPage::tr("Test print: %1").arg(paperName(kind));
    return paper;
}

}  // namespace simrs
