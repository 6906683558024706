// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/master_tab.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <utility>

#include "app/kit/card.h"
#include "app/kit/dialogs.h"
#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/notice_strip.h"
#include "app/kit/page_scroll.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"

namespace simrs {

MasterTab::MasterTab(Workbench& workbench, MasterKind kind, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_kind(std::move(kind)), m_rows(*m_kind.type, m_kind.columns) {
    setObjectName(m_kind.key + QStringLiteral("Tab"));
    m_filtered.setSourceModel(&m_rows);
    m_filtered.setFilterKeyColumn(-1);
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
    fill();
}

void MasterTab::build() {
    const Theme& t = theme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(t.px(16), t.px(14), t.px(16), t.px(14));
    row->setSpacing(t.px(14));
    auto* left = new QVBoxLayout;
    left->setSpacing(t.px(10));
    m_filter = new SearchField(tr("Filter this list"));
    m_filter->setObjectName(m_kind.key + QStringLiteral("Filter"));
    m_filter->setAccessibleName(tr("Filter this list"));
    left->addWidget(m_filter);
    auto* list = new Card({}, CardBody::Flush);
    m_table = new DataTable(m_kind.title);
    m_table->setObjectName(m_kind.key + QStringLiteral("Table"));
    m_table->setModel(&m_filtered);
    m_table->setColumns(m_kind.plans);
    m_table->setEmptyText(m_kind.icon, tr("No rows"),
                          tr("What is saved here appears at every counter at once."));
    list->body()->addWidget(m_table);
    left->addWidget(list, 1);
    row->addLayout(left, 8);

    m_card = new Card(m_kind.title);
    m_notice = new NoticeStrip;
    m_notice->setObjectName(m_kind.key + QStringLiteral("Notice"));
    m_notice->clear();
    m_form = new EntityForm(*m_kind.type);
    m_form->setObjectName(m_kind.key + QStringLiteral("Form"));
    m_card->body()->addWidget(m_notice);
    m_card->body()->addWidget(new PageScroll(m_form), 1);
    row->addWidget(m_card, 5);
    const bool mayEdit = m_workbench.backend().may(Permission::EditMasters);
    m_form->setReadOnly(!mayEdit);
    m_card->setSubtitle(mayEdit ? QString() : tr("Only to read: your role may not change master data."));
}

void MasterTab::fill() {
    const Masters* masters = m_workbench.backend().masters();
    m_table->setLoading(masters == nullptr);
    if (masters == nullptr) return;
    const References references = masterReferences(*masters);
    m_filling = true;
    const QByteArray kept = m_rows.idOf(m_form->base());
    m_rows.setReferences(references);
    m_form->setReferences(references);
    m_rows.setRows(m_kind.rows(*masters));
    const bool hasCome = !m_saved.isEmpty() && !isDirty() && m_rows.rowOf(m_saved) >= 0;
    const int row = m_isNew ? -1 : m_rows.rowOf(hasCome ? std::exchange(m_saved, {}) : kept);
    m_table->setCurrentRow(m_filtered.mapFromSource(m_rows.index(std::max(row, 0), 0)).row());
    m_filling = false;
    // What is being typed stays; its base stays the row as it was shown, so that a clash is seen when saving.
    if (!isDirty() && !m_isNew) showRow();
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

void MasterTab::showObject(const void* object, bool isNew) {
    m_isNew = isNew;
    m_command = {};
    m_notice->clear();
    m_form->setObject(object);
    m_card->setTitle(
        isNew
            ? m_kind.newTitle
            : shownValue(*m_kind.type, *fieldByName(m_kind.type->fields, QLatin1String("name")), object, {}));
    Q_EMIT stateChanged();
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
}

void MasterTab::begin() {
    if (m_table->currentRow() < 0) m_table->setCurrentRow(0);
    m_table->setFocus(Qt::TabFocusReason);
}

void MasterTab::edit() {
    if (m_workbench.backend().may(Permission::EditMasters)) m_form->focusFirst();
}

void MasterTab::makeNew() {
    if (!m_workbench.backend().may(Permission::EditMasters) || !mayDrop()) return;
    const EntityBox fresh = boxOf(*m_kind.type);
    showObject(fresh.get(), true);
    m_form->focusFirst();
}

void MasterTab::save() {
    if (m_saving || !m_workbench.backend().may(Permission::EditMasters) || !m_form->check()) return;
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
    m_saved = m_rows.idOf(row->get());
    showObject(row->get(), false);
    fill();
    m_workbench.toast(
        tr("Saved: %1")
            .arg(shownValue(*m_kind.type, *fieldByName(m_kind.type->fields, QLatin1String("name")),
                            row->get(), {})));
    begin();
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
