// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pending_page.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/action_bar.h"
#include "app/kit/button.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/date_text.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/shell/shell_words.h"

namespace simrs {
namespace {

QString momentText(const QString& zone, Instant at) {
    return dateWords(dayIn(zone, at)) + QLatin1Char(' ') + minuteText(minuteOfDayIn(zone, at));
}

}  // namespace

// ---- the list
void PendingModel::setCommands(const PendingList& commands, const QString& zone) {
    beginResetModel();
    m_commands = commands;
    m_zone = zone;
    endResetModel();
}

const PendingCommand* PendingModel::command(int row) const {
    return row >= 0 && row < m_commands.size() ? &m_commands.at(row) : nullptr;
}

int PendingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

int PendingModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 4; }

QVariant PendingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case 0:
            return tr("Since");
        case 1:
            return tr("What");
        case 2:
            return tr("State");
        default:
            return tr("What that means");
    }
}

QVariant PendingModel::data(const QModelIndex& index, int role) const {
    const PendingCommand* command = index.isValid() ? this->command(index.row()) : nullptr;
    if (command == nullptr) return {};
    const PendingState state = command->state;
    if (role == ChipRole && index.column() == 2) {
        if (state == PendingState::Refused)
            return QVariant::fromValue(ChipText{ChipKind::Danger, tr("Refused"), {}});
        return QVariant::fromValue(
            state == PendingState::Sent
                ? ChipText{ChipKind::Info, tr("Sent"), QStringLiteral("upload")}
                : ChipText{ChipKind::Warning, tr("Waiting"), QStringLiteral("hourglass")});
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case 0:
            return momentText(m_zone, command->at);
        case 1:
            return requestWord(command->request);
        case 3:
            if (state == PendingState::Refused) return tr("Not done: %1").arg(errorText(command->error));
            return state == PendingState::Sent ? tr("Whether it was done is asked at the next connection")
                                               : tr("Sent by itself at the next connection");
        default:
            return {};
    }
}

// ---- the page
PendingPage::PendingPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("pendingPage"));
    build();
    Backend& backend = workbench.backend();
    connect(&backend, &Backend::pendingChanged, this, &PendingPage::fill);
    connect(&backend, &Backend::statusChanged, this, &PendingPage::showConnection);
    connect(m_table, &DataTable::currentRowChanged, this, &PendingPage::offerActions);
    fill();
    showConnection();
}

void PendingPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    m_state = makeLabel(LabelKind::Body, {});
    m_state->setObjectName(QStringLiteral("connectionLabel"));
    m_state->setWordWrap(true);
    content->addWidget(m_state);
    m_block = new Card(tr("This computer and the server disagree"));
    m_blockText = makeLabel(LabelKind::Body, {});
    m_blockText->setWordWrap(true);
    m_block->body()->addWidget(m_blockText);
    auto* fresh = makeButton(ButtonKind::Danger, tr("Start over as a new device…"));
    fresh->setObjectName(QStringLiteral("newDeviceButton"));
    m_block->body()->addWidget(fresh, 0, Qt::AlignLeft);
    m_block->hide();
    content->addWidget(m_block);
    content->addWidget(damageCard());
    auto* card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Pending and refused changes"));
    m_table->setObjectName(QStringLiteral("pendingTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{150}, {190}, {120}, {300, 1}});
    m_table->setEmptyText(QStringLiteral("circle-check"), tr("Nothing is waiting"),
                          tr("Changes appear here while they have no answer, and when they were refused."));
    card->body()->addWidget(m_table);
    content->addWidget(card, 1);
    m_detail = makeLabel(LabelKind::Body, {});
    m_detail->setWordWrap(true);
    content->addWidget(m_detail);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    m_bar->setHints(tr("Esc back"));
    auto* back = m_bar->addSecondary(tr("Back (Esc)"), {}, QKeySequence(Qt::Key_Escape));
    back->setObjectName(QStringLiteral("backButton"));
    m_withdraw = m_bar->addSecondary(tr("Take back…"), QStringLiteral("undo"));
    m_withdraw->setObjectName(QStringLiteral("withdrawButton"));
    m_seen = m_bar->addSecondary(tr("I have seen it"), QStringLiteral("check"));
    m_seen->setObjectName(QStringLiteral("acknowledgeButton"));
    auto* now =
        m_bar->setPrimary(tr("Connect now (F5)"), QStringLiteral("refresh"), QKeySequence(Qt::Key_F5));
    now->setObjectName(QStringLiteral("connectNowButton"));
    column->addWidget(m_bar);
    connect(back, &QPushButton::clicked, this, [this] { workbench().back(); });
    connect(m_seen, &QPushButton::clicked, this, &PendingPage::acknowledge);
    connect(m_withdraw, &QPushButton::clicked, this, &PendingPage::withdraw);
    connect(fresh, &QPushButton::clicked, this, &PendingPage::startNewDevice);
    connect(now, &QPushButton::clicked, this, [this] { workbench().backend().reconnectNow(); });
}

QWidget* PendingPage::damageCard() {
    m_damage = new Card(tr("A file of this computer was damaged"));
    m_damageText = makeLabel(LabelKind::Body, {});
    m_damageText->setObjectName(QStringLiteral("damageLabel"));
    m_damageText->setWordWrap(true);
    m_damage->body()->addWidget(m_damageText);
    auto* read = makeButton(ButtonKind::Secondary, tr("I have read it"));
    read->setObjectName(QStringLiteral("damageSeenButton"));
    m_damage->body()->addWidget(read, 0, Qt::AlignLeft);
    m_damage->hide();
    connect(read, &QPushButton::clicked, this, [this] { workbench().backend().acknowledgeDamage(); });
    return m_damage;
}

QString PendingPage::title() const { return tr("Connection and pending changes"); }

void PendingPage::enter(const QVariant&) {
    fill();
    if (m_model.rowCount() > 0 && m_table->currentRow() < 0) m_table->setCurrentRow(0);
    m_table->setFocus(Qt::TabFocusReason);
}

void PendingPage::fill() {
    const PendingCommand* before = m_model.command(m_table->currentRow());
    const CommandId kept = before != nullptr ? before->id : CommandId();
    const PendingList& commands = workbench().backend().pending();
    m_model.setCommands(commands, workbench().backend().zone());
    for (int row = 0; row < commands.size(); ++row)
        if (commands.at(row).id == kept) m_table->setCurrentRow(row);
    offerActions();
}

QString PendingPage::cacheText(const ConnectionStatus& status) {
    const CacheStatus& cache = status.cache;
    if (status.cacheError)
        return tr("The data for working offline cannot be kept up to date: %1")
            .arg(errorText(*status.cacheError));
    if (cache.filling)
        return tr("Data for working offline is coming: %1 of %2 rows, and %n unit(s) after it.", nullptr,
                  static_cast<int>(cache.keysToCome))
            .arg(cache.rowsCome)
            .arg(cache.rowsOfKey);
    // The masters and this computer's own results are no unit.
    const int units = std::max(0, cache.keys - 2);
    return units == 0 ? tr("This computer holds no unit: without the server it can search and show nothing.")
                      : tr("This computer holds the data of %n unit(s) for working offline.", nullptr, units);
}

void PendingPage::showConnection() {
    const ConnectionStatus& status = workbench().backend().status();
    const QString where = QStringLiteral("%1:%2").arg(status.server.host).arg(status.server.port);
    switch (status.state) {
        case OnlineState::Online:
        case OnlineState::LoginNeeded:
            m_state->setText(tr("Connected to %1 (%2).").arg(status.hospital, where));
            break;
        case OnlineState::PinMismatch:
            m_state->setText(errorText({ErrorCode::PinMismatch, {}, {}}));
            break;
        case OnlineState::Unpaired:
            m_state->setText(tr("No server has been chosen yet."));
            break;
        case OnlineState::Connecting:
            m_state->setText(tr("Connecting to %1…").arg(where));
            break;
        case OnlineState::Offline:
            m_state->setText(tr("No connection to %1 since %2. It is tried again by itself; what waits is "
                                "kept on this computer.")
                                 .arg(where, momentText(workbench().backend().zone(), status.since)));
            break;
    }
    m_state->setText(m_state->text() + QLatin1Char(' ') + cacheText(status));
    m_block->setVisible(status.outboxError.has_value());
    if (status.outboxError)
        m_blockText->setText(
            tr("One of the two was restored from an older copy, so the server knows other changes of this "
               "computer than "
               "the computer does. Nothing is sent until this is settled. Write down what is listed below "
               "and call IT."));
    m_damage->setVisible(status.outboxDamage.has_value());
    if (status.outboxDamage) m_damageText->setText(errorText(*status.outboxDamage));
    m_bar->primary()->setEnabled(status.state != OnlineState::Online &&
                                 status.state != OnlineState::Unpaired);
}

void PendingPage::offerActions() {
    const PendingCommand* command = m_model.command(m_table->currentRow());
    m_seen->setEnabled(command != nullptr && command->state == PendingState::Refused);
    m_withdraw->setEnabled(command != nullptr && command->state == PendingState::Waiting);
    m_detail->setText(
        command == nullptr
            ? QString()
            : m_model.index(m_table->currentRow(), 3).data().toString());  // whole, as the cell may not be
    m_detail->setVisible(command != nullptr);
}

void PendingPage::acknowledge() {
    if (const PendingCommand* command = m_model.command(m_table->currentRow()))
        workbench().backend().acknowledge(command->id);
}

void PendingPage::withdraw() {
    const PendingCommand* command = m_model.command(m_table->currentRow());
    if (command == nullptr) return;
    const CommandId id = command->id;
    const QString what = requestWord(command->request);
    const Question question{tr("Take back “%1”?").arg(what),
                            tr("It was not sent yet. It will not be done."),
                            tr("Take back"),
                            {},
                            true};
    if (!workbench().dialogs().confirm(this, question)) return;
    workbench().backend().withdraw(id, this, [this, what](const Status& done) {
        if (done) return workbench().toast(tr("Taken back: %1").arg(what));
        m_detail->setText(tr("It was already sent, or its paper is out, and cannot be taken back."));
        m_detail->show();
    });
}

void PendingPage::startNewDevice() {
    const Question question{
        tr("Start over as a new device?"),
        tr("The changes listed here are put aside and not sent. You sign in again afterwards. Do this "
           "only when IT tells you to."),
        tr("Start over"),
        {},
        true};
    if (workbench().dialogs().confirm(this, question)) workbench().backend().startNewDevice();
}

}  // namespace simrs
