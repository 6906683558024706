// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_mapping.h"

#include <QLabel>
#include <QVBoxLayout>

#include "app/kit/choice_field.h"
#include "app/kit/form_grid.h"
#include "app/kit/label.h"
#include "app/kit/theme.h"
#include "app/registration/import_columns.h"
#include "app/registration/import_words.h"

namespace simrs {
namespace {

constexpr int kNone = -1;

}  // namespace

ImportMapping::ImportMapping(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    m_grid = new FormGrid;
    for (const ImportColumn& known : importColumns()) {
        auto* field = new ChoiceField;
        field->setObjectName(known.key + QStringLiteral("Column"));
        field->setMinimumWidth(theme().px(120));
        m_fields.insert(known.key, field);
        m_grid->addField(known.key, importColumnWord(known.key), field, 2,
                         known.required ? Need::Required : Need::Optional);
        connect(field, &ChoiceField::valueChosen, this,
                [this, key = known.key](const QVariant& value) { choose(key, value.toInt()); });
    }
    m_unused = makeLabel(LabelKind::Muted, {});
    m_unused->setObjectName(QStringLiteral("unusedLabel"));
    m_unused->setWordWrap(true);
    column->addWidget(m_grid);
    column->addWidget(m_unused);
    column->addStretch(1);
}

void ImportMapping::setList(const ImportList& list) {
    m_list = list;
    fillChoices();
    const QStringList keys = guessedColumns(list.header);
    for (qsizetype at = 0; at < keys.size(); ++at)
        if (ChoiceField* field = m_fields.value(keys.at(at))) field->setValue(static_cast<int>(at));
    showSamples();
}

void ImportMapping::fillChoices() {
    QList<Choice> choices{{tr("(not in the list)"), kNone}};
    for (qsizetype at = 0; at < m_list.header.size(); ++at) {
        const QString& title = m_list.header.at(at);
        choices.append({title.isEmpty() ? tr("Column %1").arg(at + 1) : title, static_cast<int>(at)});
    }
    for (ChoiceField* field : std::as_const(m_fields)) {
        field->setChoices(choices);
        field->setValue(kNone);
    }
}

/// A column holds one thing: whatever had it before goes without.
void ImportMapping::choose(const QString& key, int column) {
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        if (column != kNone && field.key() != key && (*field)->value().toInt() == column)
            (*field)->setValue(kNone);
    showSamples();
    Q_EMIT changed();
}

QStringList ImportMapping::keys() const {
    QStringList keys(m_list.header.size());
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QVariant at = (*field)->value();
        if (at.isValid() && at.toInt() >= 0 && at.toInt() < keys.size()) keys[at.toInt()] = field.key();
    }
    return keys;
}

bool ImportMapping::hasName() const { return keys().contains(QStringLiteral("name")); }

void ImportMapping::begin() { m_grid->focusField(importColumns().first().key); }

/// The first value that says anything.
QString ImportMapping::sampleOf(int column) const {
    for (const QStringList& row : m_list.samples)
        if (const QString cell = row.value(column).simplified(); !cell.isEmpty()) return cell;
    return {};
}

void ImportMapping::showSamples() {
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QVariant at = (*field)->value();
        const QString sample = at.isValid() && at.toInt() >= 0 ? sampleOf(at.toInt()) : QString();
        m_grid->setHint(field.key(), sample.isEmpty() ? QString() : tr("for example “%1”").arg(sample));
    }
    const QStringList used = keys();
    QStringList unused;
    for (qsizetype at = 0; at < used.size(); ++at)
        if (used.at(at).isEmpty() && !m_list.header.at(at).isEmpty()) unused.append(m_list.header.at(at));
    m_unused->setText(unused.isEmpty()
                          ? QString()
                          : tr("Not taken from the list: %1").arg(unused.join(QStringLiteral(", "))));
}

}  // namespace simrs
