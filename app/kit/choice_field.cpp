// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/choice_field.h"

#include <QKeyEvent>
#include <QListView>
#include <QStyledItemDelegate>

#include "app/kit/theme.h"

namespace simrs {

namespace {
constexpr qint64 typingPauseMs = 1200;
}

ChoiceField::ChoiceField(QWidget* parent) : QComboBox(parent) {
    auto* list = new QListView(this);
    list->setItemDelegate(new QStyledItemDelegate(list));
    list->setUniformItemSizes(true);
    setView(list);
    setMaxVisibleItems(12);
    setPlaceholderText(tr("Choose…"));
    setCurrentIndex(-1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumContentsLength(6);
    connect(this, &QComboBox::activated, this, [this](int row) { Q_EMIT valueChosen(itemData(row)); });
}

void ChoiceField::setChoices(const QList<Choice>& choices) {
    const QVariant kept = value();
    const QSignalBlocker quiet(this);
    clear();
    for (const Choice& choice : choices) addItem(choice.text, choice.value);
    setCurrentIndex(kept.isValid() ? findData(kept) : -1);
    update();
}

void ChoiceField::addChoice(const QString& text, const QVariant& value) {
    const int chosen = currentIndex();
    addItem(text, value);
    setCurrentIndex(chosen);  // QComboBox would choose the first entry by itself
}

void ChoiceField::setValue(const QVariant& value) { setCurrentIndex(value.isValid() ? findData(value) : -1); }

int ChoiceField::findTyped(const QString& letters) const {
    int byWord = -1;
    int within = -1;
    for (int row = 0; row < count(); ++row) {
        const QString text = itemText(row);
        if (text.startsWith(letters, Qt::CaseInsensitive)) return row;
        const auto at = text.indexOf(letters, 0, Qt::CaseInsensitive);
        if (at < 0) continue;
        if (within < 0) within = row;
        bool startsWord = false;
        for (auto from = at; from > 0 && !startsWord;
             from = text.indexOf(letters, from + 1, Qt::CaseInsensitive))
            startsWord = !text.at(from - 1).isLetterOrNumber();
        if (startsWord && byWord < 0) byWord = row;
    }
    return byWord >= 0 ? byWord : within;
}

QSize ChoiceField::sizeHint() const { return {theme().px(120), QComboBox::sizeHint().height()}; }
QSize ChoiceField::minimumSizeHint() const { return {theme().px(64), QComboBox::minimumSizeHint().height()}; }

/// Who comes back to the field within the second begins a new word.
void ChoiceField::focusInEvent(QFocusEvent* event) {
    m_typed.clear();
    QComboBox::focusInEvent(event);
}

void ChoiceField::keyPressEvent(QKeyEvent* event) {
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool search = plain && text.size() == 1 &&
                        (text.at(0).isLetterOrNumber() || (!m_typed.isEmpty() && text.at(0).isSpace()));
    if (!search) {
        m_typed.clear();
        QComboBox::keyPressEvent(event);
        return;
    }
    if (!m_sinceKey.isValid() || m_sinceKey.elapsed() > typingPauseMs) m_typed.clear();
    m_sinceKey.start();
    m_typed += text;
    const int row = findTyped(m_typed);
    event->accept();
    if (row < 0 || row == currentIndex()) return;
    setCurrentIndex(row);
    Q_EMIT valueChosen(itemData(row));
}

}  // namespace simrs
