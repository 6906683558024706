// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/export_page.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/kit/action_bar.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/notice_strip.h"
#include "app/kit/path_field.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/registration/save_path.h"
#include "app/shell/settings.h"
#include "common/base/text.h"

namespace simrs {

ExportPage::ExportPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_run(workbench.backend()) {
    setObjectName(QStringLiteral("exportPage"));
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QVBoxLayout;
    content->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    content->setSpacing(t.px(14));
    m_notice = new NoticeStrip;
    m_notice->setObjectName(QStringLiteral("exportNotice"));
    content->addWidget(m_notice);
    content->addWidget(buildForm());
    content->addStretch(1);
    column->addLayout(content, 1);
    buildActions(column);
    connect(m_form, &FormGrid::finished, this, &ExportPage::begin);
    connect(&m_run, &ExportRun::changed, this, &ExportPage::showRun);
    connect(&m_run, &ExportRun::ended, this, &ExportPage::ended);
    showRun();
}

QWidget* ExportPage::buildForm() {
    auto* card = new Card(tr("All patients into one list"));
    card->setSubtitle(
        tr("Identity data leave the house: everybody in the list is noted with your name, the "
           "reason and the moment."));
    m_form = new FormGrid;
    m_path = new PathField(PathField::Use::Save, tr("Lists (*.csv)"));
    m_path->setObjectName(QStringLiteral("exportPathField"));
    m_reason = new TextField;
    m_reason->setObjectName(QStringLiteral("exportReasonField"));
    m_reason->setAtMost(limits::kReasonChars);
    m_form->addField(QStringLiteral("path"), tr("File"), m_path, FormGrid::columns, Need::Required);
    m_form->addField(QStringLiteral("reason"), tr("Why do they leave the house?"), m_reason,
                     FormGrid::columns, Need::Required);
    m_form->setHint(QStringLiteral("reason"),
                    tr("For example the letter that asks for them, with its number"));
    card->body()->addWidget(m_form);
    m_state = makeLabel(LabelKind::Strong, {});
    m_state->setObjectName(QStringLiteral("exportState"));
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("How far it is"));
    card->body()->addWidget(m_state);
    card->body()->addWidget(m_bar);
    return card;
}

void ExportPage::buildActions(QVBoxLayout* column) {
    m_actions = new ActionBar;
    m_back = m_actions->addSecondary(tr("Back (Esc)"));
    bindKey(m_back, Qt::Key_Escape);  // A button's own key goes with its text.
    m_back->setObjectName(QStringLiteral("backButton"));
    m_start = m_actions->setPrimary(tr("Write the list (Ctrl+S)"), QStringLiteral("download"),
                                    QKeySequence(Qt::CTRL | Qt::Key_S));
    m_start->setObjectName(QStringLiteral("writeListButton"));
    m_actions->setHints(tr("Enter next field · Ctrl+S write the list · Esc stop or back"));
    m_actions->followErrors(m_form);
    column->addWidget(m_actions);
    connect(m_back, &QPushButton::clicked, this, &ExportPage::escape);
    connect(m_start, &QPushButton::clicked, this, &ExportPage::begin);
}

void ExportPage::enter(const QVariant&) {
    if (m_path->path().isEmpty())
        m_path->setPath(QDir(defaultTicketFolder())
                            .filePath(tr("patients") + QLatin1Char('-') +
                                      workbench().backend().today().toString(Qt::ISODate) +
                                      QStringLiteral(".csv")));
    if (!m_run.isRunning()) m_reason->setFocus(Qt::TabFocusReason);
}

bool ExportPage::check() {
    QList<FieldError> errors;
    if (!QDir::isAbsolutePath(m_path->path()))
        errors.append({QStringLiteral("path"), tr("Type the whole path, from the root on")});
    if (cleanLine(m_reason->text()).isEmpty())
        errors.append({QStringLiteral("reason"), errorText({ErrorCode::ReasonRequired, {}, {}})});
    return m_form->showErrors(errors) == 0;
}

void ExportPage::begin() {
    if (m_run.isRunning() || !check()) return;
    m_notice->clear();
    writeOver(workbench(), this, m_path->path(),
              [this] { m_run.start(m_path->path(), cleanLine(m_reason->text())); });
}

void ExportPage::showRun() {
    const QString count = locale().toString(m_run.count());
    const bool running = m_run.isRunning();
    switch (m_run.state()) {
        case ExportRun::State::Idle:
            m_state->setText({});
            break;
        case ExportRun::State::Running:
        case ExportRun::State::Noting:
            m_state->setText(tr("%1 patients so far").arg(count));
            break;
        case ExportRun::State::Done:
            m_state->setText(tr("Done: %1 patients").arg(count));
            break;
        case ExportRun::State::Stopped:
            m_state->setText(tr("Stopped after %1 patients. No file was written.").arg(count));
            break;
        case ExportRun::State::Failed:
            m_state->setText(tr("It ended after %1 patients. No file was written.").arg(count));
            break;
    }
    m_bar->setRange(0, running ? 0 : 1);
    m_bar->setVisible(running);
    m_form->setEnabled(!running);
    m_start->setEnabled(!running);
    m_back->setText(running ? tr("Stop (Esc)") : tr("Back (Esc)"));
    m_actions->setStatus(running ? tr("Writing…") : QString());
}

void ExportPage::ended() {
    if (m_run.state() == ExportRun::State::Failed)
        m_notice->setNotice(ChipKind::Danger, errorText(m_run.error()));
    if (m_run.state() != ExportRun::State::Done) return;
    m_reason->clear();
    workbench().report(tr("Export of %1 patients to “%2”")
                           .arg(locale().toString(m_run.count()), QFileInfo(m_run.path()).fileName()),
                       false);
    workbench().toast(tr("Saved: %1").arg(QFileInfo(m_run.path()).fileName()));
}

void ExportPage::escape() { m_run.isRunning() ? m_run.stop() : workbench().back(); }

}  // namespace simrs
