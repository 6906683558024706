// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_page.h"

#include <QFileInfo>
#include <QPushButton>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/path_field.h"
#include "app/kit/radio_row.h"
#include "app/kit/theme.h"
#include "app/registration/import_mapping.h"
#include "app/registration/import_progress.h"
#include "app/registration/import_words.h"
#include "app/registration/off_thread.h"
#include "app/registration/save_path.h"

namespace simrs {
namespace {

constexpr int kPreviewed = 100;

}  // namespace

ImportPage::ImportPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_run(workbench.backend()) {
    setObjectName(QStringLiteral("importPage"));
    build();
    connect(m_path, &PathField::chosen, this, [this] { openFile({}); });
    connect(m_encoding, &ChoiceField::valueChosen, this, &ImportPage::reopen);
    connect(m_separator, &ChoiceField::valueChosen, this, &ImportPage::reopen);
    connect(m_mapping, &ImportMapping::changed, this, &ImportPage::preview);
    connect(m_mapping->grid(), &FormGrid::finished, this, &ImportPage::nextTab);
    connect(m_which, &RadioRow::valueChosen, this, &ImportPage::showTold);
    connect(&m_run, &ImportRun::changed, this, &ImportPage::showRun);
    connect(&m_run, &ImportRun::ended, this, &ImportPage::ended);
    showTold();
    showRun();
}

void ImportPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), 0);
    content->setSpacing(t.px(10));
    content->addWidget(buildFile());
    m_notice = new NoticeStrip;
    m_notice->setObjectName(QStringLiteral("importNotice"));
    content->addWidget(m_notice);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName(QStringLiteral("importTabs"));
    m_tabs->tabBar()->setAccessibleName(tr("Steps of the import"));
    m_mapping = new ImportMapping;
    auto* inset = new QWidget;
    auto* insetColumn = new QVBoxLayout(inset);
    insetColumn->setContentsMargins(0, t.px(12), t.px(12), t.px(12));
    insetColumn->addWidget(m_mapping);
    m_tabs->addTab(new PageScroll(inset), tr("1  Columns"));
    m_tabs->addTab(buildRows(), tr("2  First rows"));
    m_tabs->addTab(buildRun(), tr("3  Import"));
    content->addWidget(m_tabs, 1);
    column->addLayout(content, 1);
    buildActions(column);
    // Fields keep the key to themselves.
    auto* next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), this);
    connect(next, &QShortcut::activated, this, &ImportPage::nextTab);
}

void ImportPage::nextTab() {
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
    switch (m_tabs->currentIndex()) {
        case ColumnsTab:
            return m_mapping->begin();
        case RowsTab:
            return m_rowsTable->setFocus(Qt::TabFocusReason);
        default:
            return m_toldTable->setFocus(Qt::TabFocusReason);
    }
}

QWidget* ImportPage::buildFile() {
    auto* card = new Card;
    m_file = new FormGrid;
    m_path = new PathField(PathField::Use::Open, tr("Lists (*.csv *.txt *.tsv)"));
    m_path->setObjectName(QStringLiteral("listField"));
    m_encoding = new ChoiceField;
    m_encoding->setObjectName(QStringLiteral("encodingField"));
    m_encoding->setChoices({{QStringLiteral("UTF-8"), static_cast<int>(CsvForm::Encoding::Utf8)},
                            {QStringLiteral("Latin-1"), static_cast<int>(CsvForm::Encoding::Latin1)}});
    m_separator = new ChoiceField;
    m_separator->setObjectName(QStringLiteral("separatorField"));
    m_separator->setChoices({{tr("Comma"), QStringLiteral(",")},
                             {tr("Semicolon"), QStringLiteral(";")},
                             {tr("Tabulator"), QStringLiteral("\t")},
                             {tr("Bar"), QStringLiteral("|")}});
    m_file->addField(QStringLiteral("file"), tr("List"), m_path, 4);
    m_file->addField(QStringLiteral("encoding"), tr("Letters"), m_encoding, 1);
    m_file->addField(QStringLiteral("separator"), tr("Separated by"), m_separator, 1);
    card->body()->addWidget(m_file);
    return card;
}

QWidget* ImportPage::buildRows() {
    m_rowsTable = new DataTable(tr("The first rows"));
    m_rowsTable->setObjectName(QStringLiteral("rowsTable"));
    m_rowsTable->setModel(&m_rows);
    m_rowsTable->setColumns({{60, 0, true}, {110}, {90, 0, true}, {160, 3}, {50}, {96}, {140}, {220, 5}});
    m_rowsTable->setEmptyText(
        QStringLiteral("list"), tr("No list is open"),
        tr("Choose a list above; its first rows appear here as they would be taken in."));
    auto* card = new Card({}, CardBody::Flush);
    card->body()->addWidget(m_rowsTable);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme().px(12), 0, theme().px(14));
    column->addWidget(card);
    return page;
}

QWidget* ImportPage::buildRun() {
    const Theme& t = theme();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, t.px(12), 0, t.px(14));
    column->setSpacing(t.px(10));
    m_progress = new ImportProgress;
    column->addWidget(m_progress);
    m_which = new RadioRow;
    m_which->setObjectName(QStringLiteral("toldRow"));
    m_which->setAccessibleName(tr("Which list is shown"));
    m_which->addChoice(tr("Refused rows"), false);
    m_which->addChoice(tr("Values left out"), true);
    m_which->setValue(false);
    column->addWidget(m_which);
    m_toldTable = new DataTable(tr("What was not taken"));
    m_toldTable->setObjectName(QStringLiteral("toldTable"));
    m_toldTable->setModel(&m_told);
    m_toldTable->setColumns({{70, 0, true}, {150}, {200, 2}, {300, 4}});
    m_toldTable->setEmptyText(QStringLiteral("circle-check"), tr("Nothing"),
                              tr("Rows that cannot be taken in are listed here with the reason."));
    auto* card = new Card({}, CardBody::Flush);
    card->body()->addWidget(m_toldTable);
    column->addWidget(card, 1);
    return page;
}

void ImportPage::buildActions(QVBoxLayout* column) {
    m_bar = new ActionBar;
    m_export = m_bar->addSecondary(tr("Export… (F9)"), QStringLiteral("download"));
    m_save = m_bar->addSecondary(tr("Save this list (Ctrl+S)"), QStringLiteral("save"));
    m_stop = m_bar->addSecondary(tr("Stop (Esc)"), QStringLiteral("circle-x"));
    auto* start = m_bar->setPrimary(tr("Import (F8)"), QStringLiteral("upload"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_save->setObjectName(QStringLiteral("saveListButton"));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    start->setObjectName(QStringLiteral("importButton"));
    bindKey(m_export, Qt::Key_F9);
    bindKey(m_save, Qt::CTRL | Qt::Key_S);
    bindKey(m_stop, Qt::Key_Escape);
    bindKey(start, Qt::Key_F8);
    m_bar->setHints(tr("Enter next field · Ctrl+Tab next step · F8 import"));
    column->addWidget(m_bar);
    connect(m_export, &QPushButton::clicked, this, [this] { workbench().open(QStringLiteral("export")); });
    connect(m_save, &QPushButton::clicked, this, &ImportPage::saveTold);
    connect(m_stop, &QPushButton::clicked, &m_run, &ImportRun::stop);
    connect(start, &QPushButton::clicked, this, &ImportPage::run);
}

void ImportPage::enter(const QVariant& argument) {
    if (const QString path = argument.toString(); !path.isEmpty() && !m_run.isRunning()) {
        m_path->setPath(path);
        openFile({});
    }
    m_run.isRunning() ? m_toldTable->setFocus(Qt::OtherFocusReason) : m_path->setFocus(Qt::OtherFocusReason);
    offerActions();
}

// ---- the file
void ImportPage::openFile(const std::optional<CsvForm>& form) {
    m_file->clearErrors();
    m_notice->clear();
    offThread(
        this, [path = m_path->path(), form] { return openImportList(path, form); },
        [this, asked = ++m_asked, isNew = !form](const Result<ImportList>& list) {
            if (asked == m_asked) opened(list, isNew);
        });
}

/// The person says what it is.
void ImportPage::reopen() {
    if (!isOpen()) return;
    const QString separator = m_separator->value().toString();
    openFile(CsvForm{static_cast<CsvForm::Encoding>(m_encoding->value().toInt()),
                     separator.isEmpty() ? ',' : separator.at(0).toLatin1()});
}

void ImportPage::opened(const Result<ImportList>& list, bool isNew) {
    m_list = list ? *list : ImportList();
    m_mapping->setList(m_list);
    m_file->setHint(QStringLiteral("file"), QString());
    if (!list) {
        m_file->setError(QStringLiteral("file"), errorText(list.error()));
        m_rows.setLines({});
        return offerActions();
    }
    m_encoding->setValue(static_cast<int>(m_list.form.encoding));
    m_separator->setValue(QString(QLatin1Char(m_list.form.separator)));
    m_file->setHint(QStringLiteral("file"),
                    tr("%n column(s), %1", nullptr, static_cast<int>(m_list.header.size()))
                        .arg(locale().formattedDataSize(m_list.bytes)));
    preview();
    if (!isNew) return;
    m_tabs->setCurrentIndex(ColumnsTab);
    m_mapping->begin();
}

void ImportPage::preview() {
    offerActions();
    offThread(
        this,
        [list = m_list, keys = m_mapping->keys(), today = workbench().backend().today()] {
            auto reader = ImportReader::open(list, keys, today);
            return reader ? reader->next(kPreviewed) : ImportPiece();
        },
        [this, asked = ++m_asked](const ImportPiece& piece) {
            if (asked == m_asked) previewed(piece);
        });
}

void ImportPage::previewed(const ImportPiece& piece) {
    m_rows.setLines(piece.lines);
    m_notice->clear();
    if (!m_mapping->hasName())
        m_notice->setNotice(ChipKind::Warning, tr("Say which column holds the name: nobody is without one."));
    else if (m_rows.refused() > 0)
        m_notice->setNotice(ChipKind::Warning,
                            tr("Of the first %1 rows %2 would be refused. Look at “First rows”.")
                                .arg(m_rows.rowCount())
                                .arg(m_rows.refused()));
}

// ---- the import
void ImportPage::run() {
    if (!isOpen() || m_run.isRunning()) return;
    Question question;
    question.title = tr("Take in this list?");
    question.text = tr("“%1”, %2. Who is known already is not made again. The desks go on meanwhile, and it "
                       "can be stopped at any time.")
                        .arg(QFileInfo(m_list.path).fileName(), locale().formattedDataSize(m_list.bytes));
    question.actionVerb = tr("Import");
    if (!workbench().dialogs().confirm(this, question)) return;
    m_notice->clear();
    m_tabs->setCurrentIndex(RunTab);
    m_told.setTold(nullptr);
    m_run.start(m_list, m_mapping->keys());
    showTold();
    m_toldTable->setFocus(Qt::OtherFocusReason);
}

void ImportPage::showRun() {
    m_progress->showRun(m_run);
    m_told.grow();
    offerActions();
}

void ImportPage::ended() {
    showRun();
    const ImportCounts& counts = m_run.counts();
    const qint64 known = counts.of(ImportFate::KnownByNik) + counts.of(ImportFate::KnownByNumber) +
                         counts.of(ImportFate::KnownByPerson);
    const QString name = QFileInfo(m_run.list().path).fileName();
    const QLocale words = locale();
    workbench().report(tr("Import of “%1”: %2 new, %3 known, %4 refused")
                           .arg(name, words.toString(counts.of(ImportFate::Made)), words.toString(known),
                                words.toString(counts.of(ImportFate::Refused))),
                       m_run.state() == ImportRun::State::Failed);
}

const QList<ImportTold>& ImportPage::shownTold() const {
    return m_which->value().toBool() ? m_run.leftOut() : m_run.refused();
}

void ImportPage::showTold() {
    m_told.setTold(&shownTold());
    offerActions();
}

// ---- the list of what was not taken
void ImportPage::saveTold() {
    const bool leftOut = m_which->value().toBool();
    const QFileInfo source(m_run.list().path);
    const QString ending = leftOut ? tr("left-out") : tr("refused");
    auto* field = new PathField(PathField::Use::Save, tr("Lists (*.csv)"));
    field->setObjectName(QStringLiteral("savePathField"));
    field->setPath(source.path() + QLatin1Char('/') + source.completeBaseName() + QLatin1Char('-') + ending +
                   QStringLiteral(".csv"));
    auto* form = new FormGrid;
    form->setMinimumWidth(theme().px(520));
    form->addField(QStringLiteral("path"), tr("File"), field, FormGrid::columns);
    const Question question{
        tr("Save this list?"),
        leftOut ? tr("Each line with the value that was left out, and why.")
                : tr("Each refused row as it stands in the list, with the reason before it: corrected it can "
                     "be imported again."),
        tr("Save")};
    QString path;
    const bool yes = workbench().dialogs().edit(this, question, form, [field, &path] {
        path = field->path();
        return !path.isEmpty();
    });
    if (yes) writeOver(workbench(), this, path, [this, path, leftOut] { writeTold(path, leftOut); });
}

void ImportPage::writeTold(const QString& path, bool leftOut) {
    m_saving = true;
    offerActions();
    const auto saved = [this, path](const Status& status) {
        m_saving = false;
        offerActions();
        if (!status) return m_notice->setNotice(ChipKind::Danger, errorText(status.error()));
        workbench().toast(tr("Saved: %1").arg(QFileInfo(path).fileName()));
    };
    const QStringList titles = ImportToldModel::titles();
    if (leftOut) {
        QList<QStringList> rows;
        for (const ImportTold& told : m_run.leftOut()) rows.append(ImportToldModel::words(told));
        return offThread(
            this, [path, titles, rows] { return writeRows(path, titles, rows); }, saved);
    }
    const QStringList head{titles.at(0), titles.at(1), titles.at(3)};
    offThread(
        this,
        [path, head, list = m_run.list(), refused = refusedLines(m_run.refused())] {
            return writeRefusedRows(path, list, head, refused);
        },
        saved);
}

void ImportPage::offerActions() {
    const bool running = m_run.isRunning();
    m_file->setEnabled(!running);
    m_mapping->setEnabled(!running && isOpen());
    m_encoding->setEnabled(isOpen());
    m_separator->setEnabled(isOpen());
    m_stop->setEnabled(running);
    m_save->setEnabled(!running && !m_saving && !shownTold().isEmpty());
    m_export->setEnabled(workbench().backend().may(Permission::ExportPatients));
    m_bar->primary()->setEnabled(!running && isOpen() && m_mapping->hasName());
    m_bar->setStatus(m_saving ? tr("Saving…") : running ? tr("Importing…") : QString());
}

}  // namespace simrs
