// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/entity_form.h"

#include <QCheckBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/date_field.h"
#include "app/kit/date_text.h"
#include "app/kit/error_text.h"
#include "app/kit/field_labels.h"
#include "app/kit/form_grid.h"
#include "app/kit/suggest_field.h"
#include "app/kit/text_field.h"
#include "common/base/text.h"

namespace simrs {
namespace {

constexpr int timeLength = 5;
constexpr int numberLength = 9;
constexpr int longWord = 12;   // characters of a choice that half the form's width may not hold
constexpr int halfText = 15;   // characters that half of a narrow form holds
constexpr int shortText = 20;  // characters that need only a third of the form's width
constexpr int shortHint = 18;  // characters of a hint that half the form's width holds

QString keyOf(const Field& field) { return QString::fromLatin1(field.name); }

/// "opens_minute" → "opensMinuteField".
QString objectNameOf(const Field& field) {
    const QStringList words = keyOf(field).split(QLatin1Char('_'));
    QString name = words.first();
    for (const QString& word : words.mid(1)) name += word.left(1).toUpper() + word.mid(1);
    return name + QStringLiteral("Field");
}

bool hasLongChoices(const EntityType& type, const Field& field) {
    const QStringList words = fieldChoices(QString::fromLatin1(type.info->table), keyOf(field));
    return std::any_of(words.begin(), words.end(),
                       [](const QString& word) { return word.size() > longWord; });
}

/// Half the form for short inputs, all of it for long ones and those with a long hint; a few digits need only
/// a sixth.
int spanOf(const EntityType& type, const Field& field, FieldInput kind, const QString& hint) {
    constexpr int fewDigits = 5;
    const bool text = kind == FieldInput::Text || kind == FieldInput::Suggested;
    if (hint.size() > shortHint) return FormGrid::columns;
    if (kind == FieldInput::Text && field.rules.max <= fewDigits && hint.isEmpty()) return 1;
    const bool wide =
        (text && field.rules.max > halfText) || kind == FieldInput::Reference || hasLongChoices(type, field);
    return wide ? FormGrid::columns : FormGrid::columns / 2;
}

/// The same on a page: a third, or half of it for names and places.
int wideSpanOf(const Field& field, FieldInput kind) {
    const bool text = kind == FieldInput::Text || kind == FieldInput::Suggested;
    if (kind == FieldInput::Switch) return 1;
    if (kind == FieldInput::Text && field.rules.max <= 5) return 1;
    return text && field.rules.max > 2 * shortText ? FormGrid::columns / 2 : FormGrid::columns / 3;
}

QString tableOf(const EntityType& type) { return QString::fromLatin1(type.info->table); }

}  // namespace

EntityBox boxOf(const EntityType& type, const void* copied) {
    EntityBox box(type.make(), type.destroy);
    if (copied != nullptr) type.assign(box.get(), copied);
    return box;
}

EntityForm::EntityForm(const EntityType& type, const FormPlan& plan, QWidget* parent)
    : QWidget(parent), m_type(type), m_plan(plan), m_grid(new FormGrid), m_base(boxOf(type)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    column->addStretch(1);
    for (const Field* field : shownFields(type))
        if (!plan.hidden.contains(keyOf(*field))) addInput(*field);
    connect(m_grid, &FormGrid::fieldLeft, this, [this](const QString& key) {
        for (const Input& input : m_inputs)
            if (keyOf(*input.field) == key && !m_readOnly) m_grid->setError(key, problemOf(input));
    });
    setObject(m_base.get());
}

void EntityForm::addInput(const Field& field) {
    const FieldInput kind = inputOf(m_type, field);
    const FieldInput before = m_inputs.isEmpty() ? FieldInput::Text : m_inputs.last().kind;
    const QString words = m_plan.words.isEmpty() ? tableOf(m_type) : m_plan.words;
    if (const QString title = fieldSection(words, keyOf(field)); !title.isEmpty())
        m_grid->addSection(title);
    else if ((kind == FieldInput::TimeOfDay) != (before == FieldInput::TimeOfDay))
        m_grid->endRow();  // times in pairs
    QWidget* widget = makeInput(field, kind);
    widget->setObjectName(objectNameOf(field));
    const QString hint = fieldHint(words, keyOf(field));
    m_grid->addField(keyOf(field), labelOf(field), widget,
                     m_plan.wide ? wideSpanOf(field, kind) : spanOf(m_type, field, kind, hint),
                     isRequired(field) ? Need::Required : Need::Optional);
    m_grid->setHint(keyOf(field), hint);
    m_inputs.append({&field, kind, widget});
}

QString EntityForm::labelOf(const Field& field) const {
    return fieldLabel(m_plan.words.isEmpty() ? tableOf(m_type) : m_plan.words, keyOf(field));
}

bool EntityForm::isRequired(const Field& field) const {
    return field.rules.required || m_plan.required.contains(keyOf(field));
}

QWidget* EntityForm::makeInput(const Field& field, FieldInput kind) {
    switch (kind) {
        case FieldInput::Switch: {
            auto* box = new QCheckBox(tr("Yes"));
            connect(box, &QCheckBox::toggled, this, &EntityForm::edited);
            return box;
        }
        case FieldInput::Choice:
        case FieldInput::Reference: {
            auto* choice = new ChoiceField;
            const QStringList words = fieldChoices(tableOf(m_type), keyOf(field));
            const QList<int> withheld = m_plan.withheld.value(keyOf(field));
            for (int at = 0; at < words.size(); ++at)
                if (!withheld.contains(at)) choice->addChoice(words.at(at), at);
            connect(choice, &QComboBox::currentIndexChanged, this, &EntityForm::edited);
            return choice;
        }
        case FieldInput::Date: {
            auto* date = new DateField(m_today, dateSenseOf(field));
            connect(date, &QLineEdit::textEdited, this, &EntityForm::edited);
            return date;
        }
        case FieldInput::Suggested: {
            auto* line = new SuggestField;
            line->setAtMost(field.rules.max);
            connect(line, &QLineEdit::textEdited, this, &EntityForm::edited);
            return line;
        }
        default: {
            auto* line = new TextField(kind == FieldInput::Number ? TextInput::Digits : TextInput::Free);
            line->setAtMost(kind == FieldInput::TimeOfDay ? timeLength
                            : kind == FieldInput::Number  ? numberLength
                                                          : field.rules.max);
            connect(line, &QLineEdit::textEdited, this, &EntityForm::edited);
            return line;
        }
    }
}

void EntityForm::setToday(QDate today) {
    m_today = today;
    for (const Input& input : m_inputs)
        if (auto* date = qobject_cast<DateField*>(input.widget)) date->setToday(today);
}

void EntityForm::setSuggestions(const QString& key, const SuggestField::Source& source,
                                const QString& valueKey) {
    auto* field = qobject_cast<SuggestField*>(m_grid->field(key));
    auto* code = qobject_cast<QLineEdit*>(m_grid->field(valueKey));
    Q_ASSERT(field && code);
    field->setSource(source);
    connect(field, &SuggestField::chosen, code,
            [code](const QVariant& value) { code->setText(value.toString()); });
    // What is typed over is no longer what was chosen.
    connect(field, &QLineEdit::textEdited, code, &QLineEdit::clear);
    connect(field, &SuggestField::chosen, this, &EntityForm::edited);
}

void EntityForm::fillReference(const Input& input) {
    QList<Choice> choices;
    if (!isRequired(*input.field)) choices.append({tr("(none)"), QByteArray()});
    choices.append(m_references.value(keyOf(*input.field)));
    const QSignalBlocker quiet(input.widget);
    static_cast<ChoiceField*>(input.widget)->setChoices(choices);
}

void EntityForm::setReferences(const References& references) {
    const EntityBox now = typed();
    m_references = references;
    for (const Input& input : m_inputs) {
        if (input.kind != FieldInput::Reference) continue;
        fillReference(input);
        show(input, now.get());
    }
}

void EntityForm::show(const Input& input, const void* object) {
    const QVariant value = input.field->ops->toSql(input.field->get(object));
    const QSignalBlocker quiet(input.widget);
    switch (input.kind) {
        case FieldInput::Switch:
            static_cast<QCheckBox*>(input.widget)->setChecked(value.toBool());
            break;
        case FieldInput::Choice:
            static_cast<ChoiceField*>(input.widget)->setValue(value.toInt());
            break;
        case FieldInput::Reference:
            static_cast<ChoiceField*>(input.widget)
                ->setValue(value.isNull() ? QVariant(QByteArray()) : value);
            break;
        case FieldInput::TimeOfDay:
            static_cast<TextField*>(input.widget)
                ->setText(value.isNull() ? QString() : minuteText(value.toInt()));
            break;
        case FieldInput::Date:
            static_cast<DateField*>(input.widget)->setDate(QDate::fromString(value.toString(), Qt::ISODate));
            break;
        default:
            static_cast<TextField*>(input.widget)->setText(value.toString());
    }
}

bool EntityForm::take(const Input& input, void* object) const {
    QVariant value;
    switch (input.kind) {
        case FieldInput::Switch:
            value = static_cast<QCheckBox*>(input.widget)->isChecked();
            break;
        case FieldInput::Choice:
        case FieldInput::Reference:
            value = static_cast<ChoiceField*>(input.widget)->value();
            if (!value.isValid()) return input.kind == FieldInput::Reference;
            break;
        case FieldInput::TimeOfDay: {
            const QString typed = static_cast<TextField*>(input.widget)->text();
            const auto minute = readMinute(typed);
            const bool isNone = typed.trimmed().isEmpty() && input.field->ops->nullable;
            if (!minute && !isNone) return false;
            value = minute ? QVariant(*minute) : QVariant();
            break;
        }
        case FieldInput::Number: {
            bool isNumber = false;
            value = static_cast<TextField*>(input.widget)->text().trimmed().toLongLong(&isNumber);
            if (!isNumber) return false;
            break;
        }
        case FieldInput::Date: {
            const QString typed = static_cast<DateField*>(input.widget)->text().trimmed();
            const auto date = readDate(typed, m_today, dateSenseOf(*input.field));
            if (!typed.isEmpty() && !date) return false;
            value = date ? QVariant(date->toString(Qt::ISODate)) : QVariant();
            break;
        }
        default:
            value = cleanLine(static_cast<TextField*>(input.widget)->text());
    }
    return input.field->ops->fromSql(value, input.field->edit(object));
}

void EntityForm::setObject(const void* object) {
    m_base = boxOf(m_type, object);
    m_grid->clearErrors();
    for (const Input& input : m_inputs) show(input, m_base.get());
}

void EntityForm::rebase(const void* stored) {
    const EntityBox now = boxOf(m_type, m_base.get());
    for (const Input& input : m_inputs) {
        const void* was = input.field->get(m_base.get());
        // Half a date cannot be read yet; it is typed all the same.
        const bool isRead = take(input, now.get());
        if (!isRead || !input.field->ops->equal(was, input.field->get(now.get()))) continue;
        show(input, stored);
        m_grid->clearError(keyOf(*input.field));
    }
    m_base = boxOf(m_type, stored);
}

EntityBox EntityForm::typed() const {
    EntityBox object = boxOf(m_type, m_base.get());
    for (const Input& input : m_inputs) take(input, object.get());
    return object;
}

bool EntityForm::isChanged() const {
    const EntityBox object = boxOf(m_type, m_base.get());
    for (const Input& input : m_inputs) {
        if (!take(input, object.get())) return true;
        if (!input.field->ops->equal(input.field->get(object.get()), input.field->get(m_base.get())))
            return true;
    }
    return false;
}

QString EntityForm::problemOf(const Input& input) const {
    const EntityBox object = boxOf(m_type);
    const QString key = keyOf(*input.field);
    if (!take(input, object.get()))
        return input.kind == FieldInput::TimeOfDay ? tr("Type a time like 08:00")
               : input.kind == FieldInput::Date    ? tr("Not a date: type it as 23041990")
                                                   : tr("Type a whole number");
    const bool mayLack = input.kind != FieldInput::Text && input.kind != FieldInput::Date &&
                         input.kind != FieldInput::Reference;
    if (mayLack) return {};
    const bool isEmpty =
        input.field->ops->equal(input.field->get(object.get()), input.field->get(boxOf(m_type).get()));
    if (isRequired(*input.field) && isEmpty) return tr("Fill in: %1").arg(labelOf(*input.field));
    if (input.kind != FieldInput::Text) return {};
    const QString text = input.field->ops->show(input.field->get(object.get()));
    if (text.size() > input.field->rules.max)
        return errorText({ErrorCode::FieldTooLong, {key, QString::number(input.field->rules.max)}, {}});
    return {};
}

bool EntityForm::check() {
    QList<FieldError> errors;
    for (const Input& input : m_inputs) {
        const QString problem = problemOf(input);
        if (!problem.isEmpty()) errors.append({keyOf(*input.field), problem});
    }
    return m_grid->showErrors(errors) == 0;
}

bool EntityForm::showError(const Error& error) {
    QString key = error.args.value(0);
    switch (error.code) {
        case ErrorCode::CodeTaken:
            // The code of a day is the day itself.
            key = m_grid->field(QStringLiteral("code")) ? QStringLiteral("code") : QStringLiteral("day");
            break;
        case ErrorCode::LetterTaken:
            key = QStringLiteral("letter");
            break;
        case ErrorCode::ClinicUnknown:
        case ErrorCode::WardUnknown:
            key = QStringLiteral("clinic_id");
            break;
        case ErrorCode::NikLength:
        case ErrorCode::NikInvalid:
            key = QStringLiteral("nik");
            break;
        case ErrorCode::PhoneInvalid:
            key = QStringLiteral("phone");
            break;
        default:
            break;
    }
    if (error.code == ErrorCode::ChangedMeanwhile || m_grid->field(key) == nullptr) return false;
    m_grid->showErrors({{key, errorText(error)}});
    return true;
}

void EntityForm::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (const Input& input : m_inputs) {
        if (auto* line = qobject_cast<QLineEdit*>(input.widget))
            line->setReadOnly(readOnly);
        else
            input.widget->setEnabled(!readOnly);
    }
}

void EntityForm::focusFirst() {
    if (!m_inputs.isEmpty()) m_inputs.first().widget->setFocus(Qt::TabFocusReason);
}

}  // namespace simrs
