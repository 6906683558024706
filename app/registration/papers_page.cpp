// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/papers_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/paper_preview.h"
#include "app/kit/patient_banner.h"
#include "app/kit/print_words.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/registration/paper_printer.h"
#include "app/registration/paper_words.h"
#include "app/registration/patient_lines.h"
#include "app/registration/scan_card.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

constexpr int kFirstKey = Qt::Key_F3;  // F1 and F2 are the window's.
constexpr int kUsualLabels = 4;
constexpr int kShelfLongest = 40;
const QString kLabelsSetting = QStringLiteral("paper/labels");

Qt::Key keyAt(std::size_t row) { return static_cast<Qt::Key>(kFirstKey + static_cast<int>(row)); }

}  // namespace

PapersPage::PapersPage(Workbench& bench, QWidget* parent) : Page(bench, parent) {
    setObjectName(QStringLiteral("papersPage"));
    build();
    connect(m_notice, &NoticeStrip::action, this, &PapersPage::load);
    connect(m_table, &DataTable::currentRowChanged, this, &PapersPage::showPaper);
    connect(m_table, &DataTable::rowActivated, this, [this] { print(kind()); });
    connect(m_band, &ChoiceField::valueChosen, this, &PapersPage::showPaper);
    connect(m_shelf, &TextField::textChanged, this, &PapersPage::showPaper);
    connect(m_options, &FormGrid::fieldLeft, this,
            [this] { workbench().setSetting(kLabelsSetting, labels()); });
    connect(m_options, &FormGrid::finished, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(&workbench().prints(), &PrintQueue::changed, this, &PapersPage::showRows);
    connect(&workbench().backend(), &Backend::commandEnded, this, [this](const CommandOutcome& outcome) {
        if (m_loaded && outcome.request == QLatin1String(NotePrint::info.name)) askPrinted();
    });
    for (std::size_t row = 0; row < std::size(kPaperKinds); ++row) {
        auto* key = new QShortcut(keyAt(row), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, row] {
            m_table->setCurrentRow(static_cast<int>(row));
            print(kPaperKinds[row]);
        });
    }
    // A scan is heard wherever the focus is in the list.
    m_table->installEventFilter(this);
    showRows();
    m_table->setCurrentRow(0);
}

// ---- what it looks like
void PapersPage::build() {
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
    auto* sides = new QHBoxLayout;
    sides->setSpacing(t.px(14));
    auto* left = new QVBoxLayout;
    left->setSpacing(t.px(14));
    left->addWidget(buildList(), 1);
    left->addWidget(buildOptions());
    auto* right = new QVBoxLayout;
    right->setSpacing(t.px(14));
    right->addWidget(buildPreview(), 1);
    m_scan = new ScanCard([this] { return this->content(); }, workbench().backend());
    right->addWidget(m_scan);
    sides->addLayout(left, 5);
    sides->addLayout(right, 4);
    content->addLayout(sides, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    auto* queue = m_bar->addSecondary(tr("Print queue (F12)"), QStringLiteral("list"));
    auto* print1 = m_bar->setPrimary(tr("Print (Enter)"), QStringLiteral("printer"));
    queue->setObjectName(QStringLiteral("printQueueButton"));
    print1->setObjectName(QStringLiteral("printPaperButton"));
    bindKey(queue, Qt::Key_F12);
    bindKey(print1, Qt::CTRL | Qt::Key_P);
    m_bar->setHints(tr("F3 to F11 print at once · Enter prints the chosen one · scan the print to test it"));
    column->addWidget(m_bar);
    connect(queue, &QPushButton::clicked, this, [this] { workbench().open(QStringLiteral("prints")); });
    connect(print1, &QPushButton::clicked, this, [this] { print(kind()); });
}

QWidget* PapersPage::buildList() {
    auto* card = new Card(tr("Papers"), CardBody::Flush);
    m_table = new DataTable(tr("Papers of this patient"));
    m_table->setObjectName(QStringLiteral("papersTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{52}, {190, 3}, {110, 2}, {120}});
    card->body()->addWidget(m_table);
    return card;
}

QWidget* PapersPage::buildOptions() {
    auto* card = new Card;
    m_options = new FormGrid;
    m_band = new ChoiceField;
    m_band->setObjectName(QStringLiteral("bandField"));
    m_band->addChoice(tr("Adult"), static_cast<int>(WristbandSize::Adult));
    m_band->addChoice(tr("Child"), static_cast<int>(WristbandSize::Child));
    m_band->addChoice(tr("Newborn"), static_cast<int>(WristbandSize::Newborn));
    m_labels = new TextField(TextInput::Digits);
    m_labels->setObjectName(QStringLiteral("labelsField"));
    m_labels->setLongest(2);
    m_labels->setText(QString::number(workbench().setting(kLabelsSetting, kUsualLabels).toInt()));
    m_shelf = new TextField;
    m_shelf->setObjectName(QStringLiteral("shelfField"));
    m_shelf->setLongest(kShelfLongest);
    m_options->addField(QStringLiteral("labels"), tr("How many labels"), m_labels);
    m_options->addField(QStringLiteral("band"), tr("Wristband"), m_band);
    m_options->addField(QStringLiteral("shelf"), tr("Shelf of the old file"), m_shelf);
    card->body()->addWidget(m_options);
    return card;
}

QWidget* PapersPage::buildPreview() {
    m_previewCard = new Card(tr("Paper"));
    m_preview = new PaperPreview;
    m_preview->setObjectName(QStringLiteral("paperPreview"));
    m_previewCard->body()->addWidget(m_preview, 1);
    return m_previewCard;
}

/// Digits and letters of a scanner go into the field for it.
bool PapersPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        const bool writes = text.size() == 1 && text.at(0).isLetterOrNumber() &&
                            !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (writes) {
            m_scan->begin(key);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

// ---- whose papers
void PapersPage::enter(const QVariant& argument) {
    if (argument.isValid()) m_kept.reset();
    if (argument.canConvert<KeptPatient>()) {
        m_kept = argument.value<KeptPatient>();
        m_wantedVisit = m_kept->visit.visit.id;
        m_patientId = {};
    } else if (argument.canConvert<VisitId>()) {
        m_wantedVisit = argument.value<VisitId>();
        m_patientId = {};
    } else if (argument.canConvert<PatientId>()) {
        m_patientId = argument.value<PatientId>();
        m_wantedVisit = {};
    }
    load();
    m_table->setFocus(Qt::OtherFocusReason);
}

void PapersPage::load() {
    for (Cancel* question : {&m_patientQuestion, &m_visitQuestion, &m_motherQuestion, &m_printedQuestion})
        question->cancel();
    m_loaded = false;
    m_file = {};
    m_visit = {};
    m_visitId = m_wantedVisit;
    m_mother.reset();
    m_printed = {};
    m_printedKnown = false;
    m_held.clear();
    m_notice->clear();
    m_banner->setPatient({});
    m_scan->clear();
    showRows();
    showPaper();
    if (m_kept) return showKept();
    if (!m_wantedVisit.isNull()) return askVisit(m_wantedVisit, true);
    if (!m_patientId.isNull()) askPatient(m_patientId);
}

/// His papers are as valid as any: the number is his.
void PapersPage::showKept() {
    m_file = m_kept->file;
    m_visit = m_kept->visit;
    m_loaded = true;
    m_printedKnown = true;  // Nobody else knows him.
    BannerText banner = bannerOf(m_file, MasterNames(workbench().backend()), workbench().backend().today());
    banner.mrn = patientNumber();
    m_banner->setPatient(banner);
    sayKept();
    proposeOptions();
    goOn();
    Q_EMIT changed();
}

void PapersPage::sayKept() {
    if (!m_kept) return m_notice->clear();
    m_notice->setNotice(ChipKind::Warning, tr("%1 is kept on this computer until the server answers. The "
                                              "papers are valid.")
                                               .arg(patientNumber()));
}

QString PapersPage::patientNumber() const {
    return numberOf(content().of, MasterNames(workbench().backend()));
}

void PapersPage::complain(const Error& error) {
    m_held.clear();
    m_notice->setNotice(ChipKind::Warning, errorText(error), tr("Try again"));
}

void PapersPage::askPatient(const PatientId& id) {
    m_patientQuestion = workbench().backend().ask(
        GetPatient{id}, this, [this](const Result<PatientFile>& file) { tookPatient(file); });
}

/// `leads`: the page was opened with it, and the patient is not known yet.
void PapersPage::askVisit(const VisitId& id, bool leads) {
    m_visitQuestion = workbench().backend().ask(
        GetVisit{id}, this, [this, leads](const Result<VisitFile>& file) { tookVisit(file, leads); });
}

void PapersPage::tookVisit(const Result<VisitFile>& file, bool leads) {
    // Who is responsible and where he lies may be missing on a paper; that he has this visit is known.
    if (!file && leads) return complain(file.error());
    if (file) m_visit = *file;
    if (leads) return askPatient(file->patient.id);
    goOn();
}

void PapersPage::tookPatient(const Result<PatientFile>& file) {
    if (!file) return complain(file.error());
    m_file = *file;
    m_loaded = true;
    const QDate today = workbench().backend().today();
    m_banner->setPatient(bannerOf(m_file, MasterNames(workbench().backend()), today));
    if (m_wantedVisit.isNull()) {
        const auto lies = [this](const Visit& visit) {
            return std::any_of(m_file.stays.cbegin(), m_file.stays.cend(), [&visit](const Stay& stay) {
                return stay.id == visit.id && stay.discharge == Discharge::StillHere;
            });
        };
        const Visit* visit =
            newestVisit(m_file, [&](const Visit& row) { return row.serviceDate == today || lies(row); });
        m_visitId = visit == nullptr ? VisitId() : visit->id;
        if (visit != nullptr) askVisit(visit->id, false);
    }
    if (m_file.patient.mrn <= 0)
        m_notice->setNotice(
            ChipKind::Warning,
            tr("This file has no number yet: the server gives it. Until then there is nothing "
               "to print on its papers."));
    proposeOptions();
    askMother();
    askPrinted();
    goOn();
    Q_EMIT changed();
}

void PapersPage::askMother() {
    if (m_file.details.motherId.isNull()) return;
    m_motherQuestion = workbench().backend().ask(GetPatient{m_file.details.motherId}, this,
                                                 [this](const Result<PatientFile>& mother) {
                                                     if (mother) m_mother = mother->patient;
                                                     goOn();
                                                 });
}

void PapersPage::askPrinted() {
    m_printedQuestion =
        workbench().backend().ask(PapersPrinted{m_file.patient.id, m_visitId}, this,
                                  [this](const Result<PrintedPapers>& printed) { tookPrinted(printed); });
}

void PapersPage::tookPrinted(const Result<PrintedPapers>& printed) {
    if (printed) {
        m_printed = *printed;
        m_printedKnown = printed->whole;
    }
    if (!m_printedKnown)
        m_notice->setNotice(ChipKind::Warning,
                            tr("Nobody can say now whether these papers were printed before: they come out "
                               "marked as copies."),
                            tr("Try again"));
    goOn();
}

/// What stands on a paper, and whether it is a copy, is known once all have answered or failed.
bool PapersPage::isAsking() const {
    const Cancel* const questions[] = {&m_patientQuestion, &m_visitQuestion, &m_motherQuestion,
                                       &m_printedQuestion};
    return std::any_of(std::begin(questions), std::end(questions),
                       [](const Cancel* question) { return question->isRunning(); });
}

void PapersPage::goOn() {
    showRows();
    showPaper();
    if (!isReady()) return;
    for (const PaperKind held : std::exchange(m_held, {})) print(held);
}

void PapersPage::proposeOptions() {
    const QDate today = workbench().backend().today();
    m_band->setValue(static_cast<int>(wristbandSize(m_file.patient, today)));
    m_shelf->setText(terminalDigits(MasterNames(workbench().backend()).mrn(m_file.patient.mrn)));
}

// ---- what is printed
int PapersPage::labels() const { return std::clamp(m_labels->digits().toInt(), 1, mostLabels); }

PaperContent PapersPage::content() const {
    PaperContent content;
    content.of = {m_file.patient, m_file.details, workbench().backend().today(), m_mother,
                  m_kept ? m_kept->temporaryNumber : QString()};
    content.band = static_cast<WristbandSize>(m_band->value().toInt());
    content.labels = labels();
    content.shelf = m_shelf->text().trimmed();
    content.roll = printerOf(workbench(), PaperKind::Ticket).roll;
    const auto visit = std::find_if(m_file.visits.cbegin(), m_file.visits.cend(),
                                    [this](const Visit& row) { return row.id == m_visitId; });
    const bool isHere = m_visit.visit.id == m_visitId && !m_visitId.isNull();
    if (visit == m_file.visits.cend() && !isHere) return content;
    const Visit& row = isHere ? m_visit.visit : *visit;
    const Ticket* ticket = simrs::ticketOf(isHere ? m_visit.tickets : m_file.tickets, row.id);
    content.visit = VisitPaper{row, ticket == nullptr || ticket->cancelled ? Ticket() : *ticket,
                               addressedName(m_file.patient.sapaan, m_file.patient.name), m_file.patient.mrn,
                               m_kept ? m_kept->temporaryVisitNumber : QString()};
    if (!isHere) return content;
    content.visitDetails = m_visit.details;
    if (!m_visit.stays.isEmpty()) {
        content.stay = m_visit.stays.first();
        for (const Visit& before : m_file.visits)
            if (before.id == content.stay->fromVisit) content.cameFrom = before.clinicId;
    }
    return content;
}

PaperKind PapersPage::kind() const {
    const PaperRow* row = m_model.row(m_table->currentRow());
    return row == nullptr ? kPaperKinds[0] : row->kind;
}

VisitId PapersPage::visitOf(PaperKind kind) const {
    return paperScope(kind) == PaperScope::Patient ? VisitId() : m_visitId;
}

QString PapersPage::keyOf(PaperKind kind) const {
    return paperKey(kind) + m_file.patient.id.toString() + visitOf(kind).toString();
}

bool PapersPage::isWaiting(PaperKind kind) const {
    const QString key = keyOf(kind);
    return std::any_of(m_queued.cbegin(), m_queued.cend(), [&](const auto& asked) {
        const PrintJob* job = asked.first == key ? workbench().prints().find(asked.second) : nullptr;
        return job != nullptr &&
               (job->state == PrintJob::State::Waiting || job->state == PrintJob::State::Sending);
    });
}

/// Printed before, or on its way, or nobody knows: whatever comes out now is a copy. A ticket was printed
/// with its registration.
bool PapersPage::isCopy(PaperKind kind) const {
    return kind == PaperKind::Ticket || !m_printedKnown || m_out.contains(keyOf(kind)) || isWaiting(kind) ||
           timesPrinted(m_printed.papers, kind, visitOf(kind)) > 0;
}

ChipText PapersPage::printedChip(PaperKind kind) const {
    if (isWaiting(kind)) return {ChipKind::Info, tr("in the queue"), QStringLiteral("hourglass")};
    const VisitId visit = visitOf(kind);
    const auto times = static_cast<int>(timesPrinted(m_printed.papers, kind, visit));
    if (times == 0 && m_out.contains(keyOf(kind))) return {ChipKind::Ok, tr("just now"), {}};
    if (times == 0) return {};
    const auto last =
        std::find_if(m_printed.papers.cbegin(), m_printed.papers.cend(),
                     [&](const PrintedPaper& row) { return row.paper == kind && row.visitId == visit; });
    const MasterNames names(workbench().backend());
    const bool isToday = names.day(last->at) == names.day(workbench().backend().serverNow());
    return {ChipKind::Neutral,
            tr("%1× · %2").arg(times).arg(isToday ? names.time(last->at) : names.day(last->at)),
            QStringLiteral("check")};
}

void PapersPage::showRows() {
    const PaperContent now = content();
    QList<PaperRow> rows;
    for (std::size_t at = 0; at < std::size(kPaperKinds); ++at) {
        const PaperKind kind = kPaperKinds[at];
        rows.append({kind, QKeySequence(keyAt(at)).toString(QKeySequence::NativeText),
                     printerName(printerOf(workbench(), kind)), printedChip(kind),
                     isReady() && canPrint(kind, now)});
    }
    m_model.setRows(rows);
}

paper::Paper PapersPage::paperNow(PaperKind kind) const {
    const paper::Paper paper = paperOf(kind, content(), MasterNames(workbench().backend()));
    return isCopy(kind) ? asCopy(paper) : paper;
}

void PapersPage::showPaper() {
    const PaperKind shown = kind();
    const bool possible = isReady() && canPrint(shown, content());
    m_previewCard->setTitle(paperName(shown));
    m_previewCard->setHeaderChip({});
    m_bar->primary()->setEnabled(possible);
    if (!possible) return m_preview->clear();
    const paper::Paper paper = paperNow(shown);
    m_preview->setPaper(paper);
    if (!paper.stock.isEmpty()) m_previewCard->setHeaderChip({ChipKind::Info, paper.stock, {}});
}

void PapersPage::print(PaperKind kind) {
    if (!isReady()) {
        if (isAsking() && !m_held.contains(kind)) m_held.append(kind);
        return;
    }
    if (!canPrint(kind, content())) {
        if (!patientNumber().isEmpty())
            m_notice->setNotice(ChipKind::Info,
                                tr("%1: there is no visit it could be about.").arg(paperName(kind)));
        return;
    }
    const NotePrint note{m_file.patient.id, visitOf(kind), kind};
    const QString key = keyOf(kind);
    const auto times = timesPrinted(m_printed.papers, kind, note.visitId);
    QString file = paperKey(kind) + QLatin1Char('_') +
                   (m_file.patient.mrn > 0 ? QString::number(m_file.patient.mrn) : patientNumber());
    if (!note.visitId.isNull()) file += QLatin1Char('_') + note.visitId.toString().left(8);
    if (isCopy(kind)) file += QStringLiteral("_copy%1").arg(std::max<qint64>(times, 1));
    const auto then = [held = QPointer<PapersPage>(this), kind, key](const PrintJob& job) {
        if (held) held->told(kind, key, job);
    };
    const auto job = PaperPrinter(workbench()).printAndNote(note, paperNow(kind), file, then);
    if (!job) return complain(job.error());
    m_queued.append({key, *job});
    m_scan->clear();
    showRows();
    showPaper();
}

void PapersPage::told(PaperKind kind, const QString& key, const PrintJob& job) {
    const bool isOut = job.state == PrintJob::State::Done;
    if (isOut || (job.state == PrintJob::State::Failed && mayBeOut(job.problem))) m_out.insert(key);
    if (isOut) {
        sayKept();
        workbench().toast(tr("%1 printed").arg(paperName(kind)));
    } else {
        m_notice->setNotice(ChipKind::Danger, tr("%1 was not printed. %2 It stands in the print queue (F12).")
                                                  .arg(paperName(kind), printProblemText(job.problem)));
    }
    showRows();
    showPaper();
}

}  // namespace simrs
