// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/master_tab.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QToolButton>
#include <utility>

#include "app/kit/button.h"
#include "app/kit/button_key.h"
#include "app/kit/card.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"
#include "app/registration/history_view.h"

namespace simrs {

MasterTab::MasterTab(Workbench& workbench, MasterKind kind, QWidget* parent)
    : MasterView(parent),
      m_workbench(workbench),
      m_kind(std::move(kind)),
      m_rows(*m_kind.type, m_kind.columns, m_kind.form.words) {
    setObjectName(m_kind.key + QStringLiteral("Tab"));
    m_rows.setOrder(m_kind.order);
    m_rows.setMark([this](const void* row, const QString& column) {
        if (!m_kind.warnings || column != m_kind.warnedColumn) return ChipText();
        const QList<RowWarning> warnings = m_kind.warnings(row, m_workbench.backend().today());
        return warnings.isEmpty() ? ChipText() : warnings.first().chip;
    });
    m_filtered.setSourceModel(&m_rows);
    m_filtered.setFilterRole(SearchRole);
    build();
    Backend& backend = workbench.backend();
    connect(&backend, &Backend::mastersChanged, this, &MasterTab::fill);
    connect(&backend, &Backend::commandEnded, this, [this](const CommandOutcome& outcome) {
        if (m_saving && outcome.id == m_command) saved(m_kind.savedFrom(outcome));
    });
    connect(m_filter, &SearchField::searched, this, [this](const QString& text) {
        m_filtered.setFilterRegularExpression(
            QRegularExpression(QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption));
    });
    connect(m_filter, &SearchField::leftDownwards, this, &MasterTab::begin);
    connect(m_filter, &SearchField::submitted, this, &MasterTab::begin);
    connect(m_table, &DataTable::currentRowChanged, this, &MasterTab::showRow);
    connect(m_table, &DataTable::rowActivated, this, &MasterTab::edit);
    connect(m_form, &EntityForm::edited, this, &MasterTab::stateChanged);
    connect(m_form->grid(), &FormGrid::finished, this, &MasterTab::save);
    connect(m_notice, &NoticeStrip::action, this, &MasterTab::loadNewest);
    connect(m_historyButton, &QToolButton::clicked, this, &MasterTab::toggleHistory);
    fill();
}

void MasterTab::build() {
    const Theme& t = theme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, t.px(14), t.px(16), t.px(14));
    row->setSpacing(t.px(14));
    row->addWidget(buildList(), 8);
    row->addWidget(buildCard(), 5);
}

QWidget* MasterTab::buildList() {
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    m_filter = new SearchField(tr("Filter this list"), QStringLiteral("Ctrl+F"));
    m_filter->setObjectName(m_kind.key + QStringLiteral("Filter"));
    m_filter->setAccessibleName(tr("Filter this list"));
    column->addWidget(m_filter);
    m_summary = new NoticeStrip;
    m_summary->setObjectName(m_kind.key + QStringLiteral("Summary"));
    m_summary->clear();
    column->addWidget(m_summary);
    auto* list = new Card({}, CardBody::Flush);
    m_table = new DataTable(m_kind.title);
    m_table->setObjectName(m_kind.key + QStringLiteral("Table"));
    m_table->setModel(&m_filtered);
    m_table->setColumns(m_kind.plans);
    m_table->setEmptyText(m_kind.icon, tr("No rows"),
                          tr("What is saved here appears at every counter at once."));
    list->body()->addWidget(m_table);
    column->addWidget(list, 1);
    return left;
}

QWidget* MasterTab::buildCard() {
    m_card = new Card(m_kind.oneTitle);
    m_historyButton = makeIconButton(QStringLiteral("history"), tr("History (Ctrl+H)"));
    m_historyButton->setObjectName(m_kind.key + QStringLiteral("HistoryButton"));
    m_historyButton->setCheckable(true);
    bindKey(m_historyButton, Qt::CTRL | Qt::Key_H);
    m_card->addHeaderWidget(m_historyButton);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(theme().px(6));
    m_card->body()->addLayout(m_chips);
    m_notice = new NoticeStrip;
    m_notice->setObjectName(m_kind.key + QStringLiteral("Notice"));
    m_notice->clear();
    m_card->body()->addWidget(m_notice);
    m_form = new EntityForm(*m_kind.type, m_kind.form);
    m_form->setObjectName(m_kind.key + QStringLiteral("Form"));
    m_form->setReadOnly(!mayEdit());
    m_history = new HistoryView(*m_kind.type, m_kind.form.words);
    m_history->setObjectName(m_kind.key + QStringLiteral("History"));
    m_sides = new QStackedWidget;
    m_sides->addWidget(new PageScroll(m_form));
    m_sides->addWidget(m_history);
    m_card->body()->addWidget(m_sides, 1);
    return m_card;
}

FormGrid* MasterTab::grid() const { return m_form->grid(); }

bool MasterTab::mayEdit() const { return m_workbench.backend().may(Permission::EditMasters); }

QString MasterTab::nameOf(const void* object) const {
    return shownValue(*m_kind.type, *fieldByName(m_kind.type->fields, QLatin1String("name")), object, {});
}

void MasterTab::fill() {
    const Masters* masters = m_workbench.backend().masters();
    m_table->setLoading(masters == nullptr);
    if (masters == nullptr) return;
    m_references = m_kind.references(*masters);
    m_filling = true;
    const QByteArray kept = m_rows.idOf(m_form->base());
    m_form->setToday(m_workbench.backend().today());
    m_rows.setReferences(m_references);
    m_form->setReferences(m_references);
    m_rows.setRows(m_kind.rows(*masters));
    Q_EMIT counted(m_rows.rowCount());
    const QString summary =
        m_kind.summary ? m_kind.summary(*masters, m_workbench.backend().today()) : QString();
    if (summary.isEmpty())
        m_summary->clear();
    else
        m_summary->setNotice(ChipKind::Warning, summary);
    const int row = m_isNew ? -1 : m_rows.rowOf(kept);
    m_table->setCurrentRow(m_filtered.mapFromSource(m_rows.index(std::max(row, 0), 0)).row());
    m_filling = false;
    // What is being typed stays; its base stays the row as it was shown, so that a clash is seen when saving.
    if (isDirty() || m_isNew) return;
    m_rows.rowCount() == 0 ? showNothing() : showRow();
}

void MasterTab::showRow() {
    if (m_filling) return;
    const int row = m_filtered.mapToSource(m_filtered.index(m_table->currentRow(), 0)).row();
    const void* object = m_rows.object(row);
    if (object == nullptr || (!m_isNew && m_rows.idOf(object) == m_rows.idOf(m_form->base()) && isDirty()))
        return;
    if (!mayDrop()) {
        m_filling = true;
        m_table->setCurrentRow(
            m_filtered.mapFromSource(m_rows.index(m_rows.rowOf(m_rows.idOf(m_form->base())), 0)).row());
        m_filling = false;
        return;
    }
    showObject(object, false);
}

/// The list is empty: what is typed becomes its first row.
void MasterTab::showNothing() {
    const EntityBox fresh = m_kind.fresh();
    showObject(fresh.get(), true);
    m_isNew = false;
}

void MasterTab::showObject(const void* object, bool isNew) {
    // Who reads the history of a row goes on reading when the row has changed.
    const bool isRead =
        !isNew && m_sides->currentWidget() == m_history && m_rows.idOf(object) == m_rows.idOf(m_form->base());
    m_isNew = isNew;
    m_command = {};
    m_notice->clear();
    m_form->setObject(object);
    showHistory(isRead);
    QStringList lines;
    if (!isNew) lines.append(nameOf(object));
    if (!mayEdit()) lines.append(tr("Only to read: your role may not change master data."));
    m_card->setTitle(isNew ? m_kind.newTitle : m_kind.oneTitle);
    m_card->setSubtitle(lines.join(QLatin1Char('\n')));
    m_historyButton->setEnabled(!isNew);
    showWarnings(object);
    Q_EMIT stateChanged();
}

void MasterTab::showWarnings(const void* object) {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QString words = m_kind.form.words.isEmpty() ? m_kind.key : m_kind.form.words;
    for (const QString& field : std::exchange(m_warned, {})) grid()->setHint(field, fieldHint(words, field));
    if (!m_kind.warnings) return;
    for (const RowWarning& warning : m_kind.warnings(object, m_workbench.backend().today())) {
        m_chips->addWidget(new Chip(warning.chip));
        grid()->setHint(warning.field, warning.hint);
        m_warned.append(warning.field);
    }
    if (m_chips->count() > 0) m_chips->addStretch(1);
}

void MasterTab::toggleHistory() {
    const bool shown = m_sides->currentWidget() == m_history;
    showHistory(!shown);
    if (shown) return begin();
    m_history->setFocus(Qt::OtherFocusReason);
}

void MasterTab::showHistory(bool shown) {
    m_historyButton->setChecked(shown);
    m_sides->setCurrentIndex(shown ? 1 : 0);
    if (shown)
        m_history->load(m_workbench.backend(), Uuid::fromBytes(m_rows.idOf(m_form->base())), m_references);
    else
        m_history->clear();
}

bool MasterTab::stepBack() {
    if (m_sides->currentWidget() == m_history) {
        toggleHistory();
        return true;
    }
    if (m_saving) return true;
    if (isDirty() || m_isNew) {
        if (mayDrop())
            discard();
        else
            return true;
    } else if (!m_form->isAncestorOf(QWidget::focusWidget())) {
        return false;
    }
    begin();
    return true;
}

bool MasterTab::isDirty() const { return m_saving || m_form->isChanged(); }

bool MasterTab::mayDrop() {
    if (!isDirty()) return true;
    if (m_saving) return false;
    const Question question{tr("Discard what you typed?"), tr("The changes in the form are not saved."),
                            tr("Discard"), tr("Go on typing"), true};
    return m_workbench.dialogs().confirm(this, question);
}

void MasterTab::discard() {
    m_saving = false;
    m_form->setObject(m_form->base());
    m_isNew = false;
    m_form->setEnabled(true);
    showRow();
    Q_EMIT stateChanged();  // an empty list has no row to show
}

void MasterTab::begin() {
    if (m_table->currentRow() < 0) m_table->setCurrentRow(0);
    m_table->setFocus(Qt::TabFocusReason);
}

void MasterTab::narrow() { m_filter->begin(); }

void MasterTab::edit() {
    if (!mayEdit()) return;
    showHistory(false);
    m_form->focusFirst();
}

void MasterTab::makeNew() {
    if (!mayEdit() || !mayDrop()) return;
    const EntityBox fresh = m_kind.fresh();
    showObject(fresh.get(), true);
    m_form->focusFirst();
}

void MasterTab::save() {
    if (m_saving || !mayEdit() || !m_form->check()) return;
    if (!isDirty()) return begin();
    m_notice->clear();
    m_command = m_workbench.backend().newCommandId();
    setSaving(true);
    const EntityBox row = m_form->typed();
    m_kind.save(m_workbench.backend(), m_form->base(), row.get(), m_command, this,
                [this](const Result<EntityBox>& done) {
                    if (m_saving) saved(done);
                });
}

void MasterTab::saved(const Result<EntityBox>& row) {
    if (!row && row.error().code == ErrorCode::TimedOut) {
        m_notice->setNotice(ChipKind::Warning,
                            tr("No answer yet. The result appears here as soon as it is known."));
        return;
    }
    setSaving(false);
    if (!row) return refused(row.error());
    showSaved(*row);
    m_workbench.toast(tr("Saved: %1").arg(nameOf(row->get())));
    begin();
}

/// The masters hear of it a moment later; until then their picture of the row is the older one.
void MasterTab::showSaved(const EntityBox& row) {
    m_filling = true;
    m_rows.put(row);
    const int at = m_rows.rowOf(m_rows.idOf(row.get()));
    m_table->setCurrentRow(m_filtered.mapFromSource(m_rows.index(at, 0)).row());
    m_filling = false;
    Q_EMIT counted(m_rows.rowCount());
    showObject(row.get(), false);
}

void MasterTab::refused(const Error& error) {
    if (m_form->showError(error)) return;
    const bool changed = error.code == ErrorCode::ChangedMeanwhile;
    m_notice->setNotice(changed ? ChipKind::Warning : ChipKind::Danger, errorText(error),
                        changed ? tr("Load the newest, keep what I typed") : QString());
}

void MasterTab::loadNewest() {
    const void* newest = m_rows.object(m_rows.rowOf(m_rows.idOf(m_form->base())));
    if (newest == nullptr) return;
    m_form->rebase(newest);
    m_notice->setNotice(ChipKind::Info,
                        tr("The newest is loaded; what you typed stands. Compare, then save again."));
    m_form->focusFirst();
    Q_EMIT stateChanged();
}

void MasterTab::setSaving(bool saving) {
    m_saving = saving;
    m_form->setEnabled(!saving);
    Q_EMIT stateChanged();
}

}  // namespace simrs
