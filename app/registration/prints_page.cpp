// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/prints_page.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/theme.h"

namespace simrs {

PrintsPage::PrintsPage(Workbench& bench, QWidget* parent) : Page(bench, parent) {
    setObjectName(QStringLiteral("printsPage"));
    build();
    connect(&workbench().prints(), &PrintQueue::changed, this, &PrintsPage::showJobs);
    connect(m_table, &DataTable::currentRowChanged, this, &PrintsPage::offerActions);
    connect(m_table, &DataTable::rowActivated, this, &PrintsPage::retry);
    showJobs();
}

void PrintsPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    auto* card = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Print queue"));
    m_table->setObjectName(QStringLiteral("printsTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{230, 3}, {150, 1}, {124}, {70, 0, true}, {260, 4}});
    m_table->setEmptyText(QStringLiteral("printer"), tr("Nothing waits"),
                          tr("Every paper passes here on its way to the printer."));
    card->body()->addWidget(m_table);
    content->addWidget(card, 1);
    column->addLayout(content, 1);

    m_bar = new ActionBar;
    auto* printers = m_bar->addSecondary(tr("Printers (F9)"), QStringLiteral("settings"));
    m_forget = m_bar->addSecondary(tr("Clear printed (F8)"), QStringLiteral("check"));
    m_remove = m_bar->addSecondary(tr("Take out (Del)"), QStringLiteral("trash"));
    auto* again = m_bar->setPrimary(tr("Try again (F5)"), QStringLiteral("refresh"));
    printers->setObjectName(QStringLiteral("printersButton"));
    m_forget->setObjectName(QStringLiteral("forgetPrintedButton"));
    m_remove->setObjectName(QStringLiteral("removePrintButton"));
    again->setObjectName(QStringLiteral("retryPrintButton"));
    bindKey(printers, Qt::Key_F9);
    bindKey(m_forget, Qt::Key_F8);
    bindKey(m_remove, Qt::Key_Delete);
    bindKey(again, Qt::Key_F5);
    m_bar->setHints(tr("Enter or F5 try again · Del take out · F9 printers · the oldest first"));
    column->addWidget(m_bar);
    connect(again, &QPushButton::clicked, this, &PrintsPage::retry);
    connect(m_remove, &QPushButton::clicked, this, &PrintsPage::remove);
    connect(m_forget, &QPushButton::clicked, this, [this] { workbench().prints().forgetDone(); });
    connect(printers, &QPushButton::clicked, this, [this] { workbench().open(QStringLiteral("printers")); });
}

void PrintsPage::enter(const QVariant&) {
    showJobs();
    m_table->setFocus(Qt::OtherFocusReason);
}

void PrintsPage::showJobs() {
    const int row = m_table->currentRow();
    const PrintJob* const before = m_model.job(row);
    const quint64 kept = before == nullptr ? 0 : before->id;
    m_model.setJobs(workbench().prints().jobs());
    const int at = m_model.rowOf(kept);
    if (m_model.rowCount() > 0 && (at < 0 || m_table->currentRow() != at))
        m_table->setCurrentRow(at >= 0 ? at : std::clamp(row, 0, m_model.rowCount() - 1));
    offerActions();
}

void PrintsPage::offerActions() {
    const PrintJob* const job = m_model.job(m_table->currentRow());
    const auto is = [job](PrintJob::State state) { return job != nullptr && job->state == state; };
    m_bar->primary()->setEnabled(is(PrintJob::State::Failed) || is(PrintJob::State::Waiting));
    m_remove->setEnabled(job != nullptr && !is(PrintJob::State::Sending));
    m_forget->setEnabled(workbench().prints().open() < m_model.rowCount());
}

void PrintsPage::retry() {
    if (const PrintJob* const job = m_model.job(m_table->currentRow())) workbench().prints().retry(job->id);
}

void PrintsPage::remove() {
    if (const PrintJob* const job = m_model.job(m_table->currentRow())) workbench().prints().remove(job->id);
}

}  // namespace simrs
