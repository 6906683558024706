// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/history_view.h"

#include <QVBoxLayout>

#include "app/kit/date_text.h"
#include "app/kit/empty_state.h"
#include "app/kit/entity_form.h"
#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/shell/shell_words.h"

namespace simrs {

HistoryView::HistoryView(const EntityType& type, const QString& words, QWidget* parent)
    : QScrollArea(parent),
      m_type(type),
      m_words(words.isEmpty() ? QString::fromLatin1(type.info->table) : words) {
    setAccessibleName(tr("History of this row"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    clear();
}

void HistoryView::clear() {
    m_question.cancel();
    m_content = new QWidget;
    m_lines = new QVBoxLayout(m_content);
    m_lines->setContentsMargins(0, 0, theme().px(6), 0);
    m_lines->setSpacing(theme().px(2));
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
}

void HistoryView::load(Backend& backend, const Uuid& row, const References& references) {
    clear();
    m_references = references;
    m_lines->addWidget(makeLabel(LabelKind::Muted, tr("Asking the server…")));
    m_lines->addStretch(1);
    m_question = backend.ask(MasterHistory{m_type.info->kind, row}, this,
                             [this, zone = backend.zone()](const Result<MasterChanges>& changes) {
                                 if (changes) return showChanges(*changes, zone);
                                 showState(QStringLiteral("triangle-alert"), tr("No history now"),
                                           errorText(changes.error()));
                             });
}

void HistoryView::showState(const QString& iconName, const QString& line, const QString& more) {
    clear();
    auto* state = new EmptyState;
    state->setText(iconName, line, more);
    m_lines->addWidget(state, 1);
}

void HistoryView::showChanges(const MasterChanges& changes, const QString& zone) {
    if (changes.list.isEmpty())
        return showState(QStringLiteral("history"), tr("No changes yet"),
                         tr("The row is as it came with the hospital's first data."));
    clear();
    for (const MasterChange& change : changes.list) addChange(change, zone);
    if (changes.more) m_lines->addWidget(makeLabel(LabelKind::Muted, tr("Older changes are not shown.")));
    m_lines->addStretch(1);
}

void HistoryView::addChange(const MasterChange& change, const QString& zone) {
    const QString when = QStringLiteral("%1 %2").arg(dateWords(dayIn(zone, change.at)),
                                                     minuteText(minuteOfDayIn(zone, change.at)));
    m_lines->addWidget(makeLabel(LabelKind::Strong, when));
    const QString who = change.who.isEmpty() ? tr("Command line of the server") : change.who;
    auto* by = makeLabel(
        LabelKind::Hint,
        QStringLiteral("%1 · %2").arg(who, change.made ? tr("Row made") : requestWord(change.request)));
    by->setWordWrap(true);
    m_lines->addWidget(by);
    for (const FieldChange& field : change.changes) {
        const QString text = lineOf(field, change.made);
        if (text.isEmpty()) continue;
        auto* line = makeLabel(LabelKind::Body, text);
        line->setWordWrap(true);
        m_lines->addWidget(line);
    }
    m_lines->addSpacing(theme().px(12));
}

/// Empty for what nobody has typed.
QString HistoryView::lineOf(const FieldChange& change, bool made) const {
    const Field* field = fieldByTag(m_type.fields, static_cast<std::uint32_t>(change.tag));
    if (field == nullptr || field->rules.derived) return {};
    const auto worded = [&](const QByteArray& bytes) {
        const EntityBox row = boxOf(m_type);
        if (!setFieldBytes(*field, row.get(), bytes)) return QStringLiteral("?");
        return shownValue(m_type, *field, row.get(), m_references);
    };
    const QString label = fieldLabel(m_words, QString::fromLatin1(field->name));
    if (made) return tr("%1: %2").arg(label, worded(change.value));
    return tr("%1: %2 → %3").arg(label, worded(change.base), worded(change.value));
}

}  // namespace simrs
