// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/search_page.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <utility>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

QList<HitColumn> searchColumns() {
    return {HitColumn::Mrn,     HitColumn::Name,  HitColumn::Sex,       HitColumn::BirthAndAge,
            HitColumn::Address, HitColumn::Phone, HitColumn::LastVisit, HitColumn::Why};
}

}  // namespace

SearchPage::SearchPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_model(searchColumns()) {
    setObjectName(QStringLiteral("searchPage"));
    build();
    m_skeleton.setSingleShot(true);
    m_skeleton.setInterval(skeletonAfterMs);
    connect(&m_skeleton, &QTimer::timeout, this, [this] { m_table->setLoading(true); });
    // The box's own pause does not know of texts that came from elsewhere (another page, the top bar).
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { askTyped(); });
    connect(m_box, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_intent = Intent::None;
        if (text.trimmed().isEmpty()) return ask({});
        m_pause.start();
    });
    connect(m_box, &SearchField::submitted, this, &SearchPage::submit);
    connect(m_box, &SearchField::leftDownwards, this, [this] {
        if (m_model.rowCount() > 0) m_table->setFocus(Qt::TabFocusReason);
    });
    connect(m_table, &DataTable::rowActivated, this, &SearchPage::openRow);
    connect(m_table, &DataTable::currentRowChanged, this, &SearchPage::offerActions);
    connect(m_table, &DataTable::emptyAction, this, &SearchPage::emptyAction);
    connect(&workbench.backend(), &Backend::statusChanged, this, [this](const ConnectionStatus& status) {
        if (m_state == State::Offline && status.state == OnlineState::Online) ask(m_text);
    });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &SearchPage::registerVisit);
    }
    showState(State::Idle);
}

void SearchPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(10));
    auto* line = new QHBoxLayout;
    line->setSpacing(t.px(14));
    m_box = new SearchField(tr("Scan a card, or type: MRN, NIK, BPJS card, phone, name and birth year"));
    m_box->setObjectName(QStringLiteral("searchField"));
    m_count = makeLabel(LabelKind::Muted, {});
    m_count->setObjectName(QStringLiteral("countLabel"));
    line->addWidget(m_box, 1);
    line->addWidget(m_count);
    content->addLayout(line);
    auto* card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Patients found"));
    m_table->setObjectName(QStringLiteral("hitsTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{110}, {150, 3}, {84}, {178, 1}, {120, 3}, {112}, {96}, {130, 2}});
    m_table->installEventFilter(this);
    card->body()->addWidget(m_table);
    content->addWidget(card, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    m_newPatient = m_bar->addSecondary(tr("New patient (F4)"), QStringLiteral("user-plus"));
    bindKey(m_newPatient, Qt::Key_F4);
    m_newPatient->setObjectName(QStringLiteral("newPatientButton"));
    m_open = m_bar->addSecondary(tr("Open file"), QStringLiteral("id-card"));
    m_open->setObjectName(QStringLiteral("openFileButton"));
    auto* visit = m_bar->setPrimary(tr("Register visit (F6)"), QStringLiteral("clipboard"));
    bindKey(visit, Qt::Key_F6);
    visit->setObjectName(QStringLiteral("registerVisitButton"));
    column->addWidget(m_bar);
    connect(m_newPatient, &QPushButton::clicked, this, &SearchPage::newPatient);
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_table->currentRow()); });
    connect(visit, &QPushButton::clicked, this, &SearchPage::registerVisit);
}

QString SearchPage::title() const { return tr("Find patient"); }

void SearchPage::enter(const QVariant& argument) {
    const QString text = argument.toString().trimmed();
    m_intent = Intent::None;
    if (!text.isEmpty()) {
        m_box->setText(text);
        submit(text);
    } else if (!m_text.isEmpty()) {
        ask(m_text);  // what is shown may have changed while another page was in front
    }
    m_box->begin();
}

void SearchPage::askTyped() {
    const QString text = m_box->text().trimmed();
    if (text != m_text) ask(text);
}

void SearchPage::ask(const QString& text) {
    m_pause.stop();
    m_question.cancel();
    m_text = text;
    if (text.isEmpty()) {
        m_skeleton.stop();
        m_table->setLoading(false);
        m_answered.clear();
        m_model.clear();
        showState(State::Idle);
        return;
    }
    FindPatients query;
    query.text = text;
    showState(State::Asking);
    m_skeleton.start();
    m_question = workbench().backend().ask(
        query, this, [this, text](const Result<FoundPatients>& result) { answered(text, result); });
}

void SearchPage::answered(const QString& text, const Result<FoundPatients>& result) {
    if (text != m_text) return;
    m_skeleton.stop();
    m_table->setLoading(false);
    if (result) {
        showFound(text, *result);
    } else {
        showError(result.error());
    }
    const Intent intent = std::exchange(m_intent, Intent::None);
    if (result) carryOut(intent);
}

void SearchPage::showFound(const QString& text, const FoundPatients& found) {
    const PatientHit* before = chosen();
    const PatientId kept = before != nullptr && m_answered == text ? before->patient.id : PatientId();
    m_answered = text;
    const bool offerNew =
        !found.tooShort && !found.hits.isEmpty() && workbench().backend().may(Permission::EnterPatient);
    m_model.setHits(found.hits, MasterNames(workbench().backend()), workbench().backend().today(),
                    offerNew ? tr("Register a new patient") : QString());
    if (found.tooShort) {
        m_table->setEmptyText(QStringLiteral("search"), tr("Type a little more"),
                              tr("At least two letters of a name, or a whole number."));
    } else if (found.hits.isEmpty() && workbench().backend().status().fromCache) {
        // "Not held here" is not "has no file": nobody is to get a second one for it.
        m_table->setEmptyText(QStringLiteral("wifi-off"),
                              tr("“%1” is not among the data on this computer").arg(text),
                              tr("Only this computer's units were searched. The patient may have a file all "
                                 "the same: search again when the connection is back."));
    } else if (found.hits.isEmpty()) {
        m_table->setEmptyText(QStringLiteral("user-x"), tr("No patient found for “%1”").arg(text),
                              tr("Try fewer letters, another spelling or the birth year."));
    }
    showState(found.tooShort ? State::Idle : State::Answered);
    const auto shown = static_cast<int>(found.hits.size());
    if (found.hits.isEmpty()) {
        m_count->clear();
    } else if (found.more || shown >= limits::kSearchShown) {
        m_count->setText(tr("The first %n: type more to narrow it down", nullptr, shown));
    } else {
        m_count->setText(tr("%n found", nullptr, shown));
    }
    // One hit is chosen at once; among several a person chooses, or the wrong file opens.
    for (int row = 0; row < shown; ++row)
        if (shown == 1 || found.hits.at(row).patient.id == kept) m_table->setCurrentRow(row);
    offerActions();
}

void SearchPage::showError(const Error& error) {
    const bool offline = error.code == ErrorCode::NotConnected || error.code == ErrorCode::TimedOut;
    m_answered.clear();
    m_model.clear();
    m_count->clear();
    if (offline) {
        m_table->setEmptyText(QStringLiteral("wifi-off"),
                              tr("Not connected: the search waits for the server"),
                              tr("It goes on by itself as soon as the connection is back. Your text stays."));
    } else {
        m_table->setEmptyText(QStringLiteral("triangle-alert"), tr("The search was not answered"),
                              errorText(error));
    }
    showState(offline ? State::Offline : State::Failed);
}

void SearchPage::showState(State state) {
    m_state = state;
    if (state == State::Idle && m_text.isEmpty()) {
        m_count->clear();
        m_table->setEmptyText(QStringLiteral("scan"), tr("Scan a card or type what the patient tells you"),
                              tr("MRN, NIK, BPJS card, phone, or words of the name in any order: siti 1990"));
    }
    const bool none = state == State::Answered && m_model.hits().isEmpty();
    if (none && workbench().backend().may(Permission::EnterPatient))
        m_table->setEmptyAction(tr("New patient (F4)"));
    else if (state == State::Offline || state == State::Failed)
        m_table->setEmptyAction(tr("Try again"));
    else
        m_table->setEmptyAction({});
    offerActions();
}

void SearchPage::offerActions() {
    const Backend& backend = workbench().backend();
    const bool searched = m_state == State::Answered;
    const bool found = chosen() != nullptr;
    m_newPatient->setEnabled(searched && backend.may(Permission::EnterPatient));
    m_newPatient->setToolTip(searched ? QString() : tr("Search first: the patient may already be known"));
    m_open->setEnabled(found);
    m_bar->primary()->setEnabled((found || m_state == State::Asking) && backend.may(Permission::EnterVisit));
    m_bar->setHints(!searched ? tr("Enter search · a new patient only after a search")
                    : found   ? tr("Enter open file · F6 or Ctrl+Enter register visit · Esc clear")
                              : tr("Down into the list · F4 new patient · Esc clear"));
}

const PatientHit* SearchPage::chosen() const { return m_model.hit(m_table->currentRow()); }

void SearchPage::submit(const QString& text) {
    if (text.isEmpty()) return;
    if (text != m_text || m_state == State::Offline || m_state == State::Failed) ask(text);
    if (m_state == State::Asking || text != m_answered) {
        m_intent = Intent::Open;  // a scanner's Enter comes before the answer
        return;
    }
    carryOut(Intent::Open);
}

void SearchPage::carryOut(Intent intent) {
    // People who were found meanwhile are looked at first.
    if (intent == Intent::NewPatient && m_model.hits().isEmpty()) return newPatient();
    if (intent == Intent::None || intent == Intent::NewPatient || m_model.hits().isEmpty()) return;
    const int exact = m_model.onlyExactRow();
    if (exact >= 0) m_table->setCurrentRow(exact);
    if (chosen() == nullptr) {  // several people: a person chooses
        m_table->setFocus(Qt::TabFocusReason);
        return;
    }
    if (intent == Intent::RegisterVisit) {
        registerVisit();
    } else {
        openRow(m_table->currentRow());
    }
}

void SearchPage::openRow(int row) {
    if (m_table->isLoading()) return;
    if (m_model.isNewPatientRow(row)) return newPatient();
    if (const PatientHit* hit = m_model.hit(row))
        workbench().open(QStringLiteral("patient"), QVariant::fromValue(hit->patient.id));
}

void SearchPage::registerVisit() {
    if (!workbench().backend().may(Permission::EnterVisit)) return;
    askTyped();  // what stands in the box counts, not what was found for the text before
    if (m_state == State::Asking) {
        m_intent = Intent::RegisterVisit;
        return;
    }
    if (const PatientHit* hit = chosen())
        workbench().open(QStringLiteral("visit-form"), QVariant::fromValue(hit->patient.id));
}

void SearchPage::newPatient() {
    if (!workbench().backend().may(Permission::EnterPatient)) return;
    askTyped();
    if (m_state == State::Asking) m_intent = Intent::NewPatient;
    if (m_state != State::Answered) return;
    workbench().open(QStringLiteral("patient-form"), m_answered);
}

void SearchPage::emptyAction() {
    if (m_state == State::Answered) return newPatient();
    workbench().backend().reconnectNow();
    ask(m_text);
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_table || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
    auto* press = static_cast<QKeyEvent*>(event);
    const bool plain = !(press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (press->key() == Qt::Key_Escape || (press->key() == Qt::Key_Up && m_table->currentRow() <= 0)) {
        m_box->begin();
        return true;
    }
    // Typing goes on in the box, wherever the focus is: the next scan must not be swallowed by the list.
    if (plain && press->text().size() == 1 && press->text().at(0).isLetterOrNumber()) {
        m_box->begin();
        QCoreApplication::sendEvent(m_box, event);
        return true;
    }
    return Page::eventFilter(watched, event);
}

}  // namespace simrs
