// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/suggest_field.h"

#include <QAbstractItemView>

namespace simrs {

SuggestField::SuggestField(QWidget* parent) : TextField(TextInput::Free, parent) {
    m_completer.setModel(&m_model);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.setMaxVisibleItems(8);
    m_completer.setWidget(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &SuggestField::propose);
    connect(&m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                setText(index.data(Qt::DisplayRole).toString());
                Q_EMIT chosen(index.data(kValueRole));
            });
}

void SuggestField::propose() {
    m_model.clear();
    if (!m_source || !hasFocus()) return;
    for (const Suggestion& suggestion : m_source(text())) {
        auto* item = new QStandardItem(suggestion.text);
        item->setData(suggestion.value, kValueRole);
        m_model.appendRow(item);
    }
    if (m_model.rowCount() == 0) return m_completer.popup()->hide();
    m_completer.complete();
    m_completer.popup()->setCurrentIndex(m_completer.completionModel()->index(0, 0));
}

}  // namespace simrs
