// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/entity_field.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "app/kit/date_text.h"
#include "app/kit/field_labels.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct EntityField {
    Q_DECLARE_TR_FUNCTIONS(EntityField)
};

constexpr int minutesOfDay = 24 * 60;

}  // namespace

FieldInput inputOf(const EntityType& type, const Field& field) {
    const QString name = QString::fromLatin1(field.name);
    switch (field.ops->type) {
        case FieldType::Boolean:
            return FieldInput::Switch;
        case FieldType::Bytes:
            return FieldInput::Reference;
        case FieldType::Integer:
            if (!fieldChoices(QString::fromLatin1(type.info->table), name).isEmpty())
                return FieldInput::Choice;
            return name.endsWith(QLatin1String("_minute")) ? FieldInput::TimeOfDay : FieldInput::Number;
        case FieldType::Date:
            return FieldInput::Date;
        default:
            return name.endsWith(QLatin1String("area")) ? FieldInput::Suggested : FieldInput::Text;
    }
}

QList<const Field*> shownFields(const EntityType& type) {
    QList<const Field*> shown;
    const Field* last = nullptr;
    for (const Field& field : type.fields) {
        if (field.rules.derived || field.ops->type == FieldType::Instant) continue;
        if (qstrcmp(field.name, "active") == 0)
            last = &field;
        else
            shown.append(&field);
    }
    if (last != nullptr) shown.append(last);
    return shown;
}

DateSense dateSenseOf(const Field& field) {
    const QLatin1String name(field.name);
    return name.endsWith(QLatin1String("_until")) || name == QLatin1String("day") ? DateSense::Any
                                                                                  : DateSense::Past;
}

QString shownValue(const EntityType& type, const Field& field, const void* object,
                   const References& references) {
    const QVariant value = field.ops->toSql(field.get(object));
    const QString name = QString::fromLatin1(field.name);
    const QString none = QStringLiteral("–");
    switch (inputOf(type, field)) {
        case FieldInput::Switch:
            return value.toBool() ? EntityField::tr("yes") : EntityField::tr("no");
        case FieldInput::Choice:
            return fieldChoices(QString::fromLatin1(type.info->table), name).value(value.toInt(), none);
        case FieldInput::TimeOfDay:
            return value.isNull() ? none : minuteText(value.toInt());
        case FieldInput::Reference:
            for (const Choice& choice : references.value(name))
                if (!value.isNull() && choice.value == value) return choice.text;
            return value.isNull() ? none : QStringLiteral("…");
        case FieldInput::Date:
            return value.toString().isEmpty() ? none
                                              : dateWords(QDate::fromString(value.toString(), Qt::ISODate));
        case FieldInput::Number:
        case FieldInput::Text:
        case FieldInput::Suggested:
            break;
    }
    const QString text = value.toString();
    return text.isEmpty() ? none : text;
}

std::optional<int> readMinute(const QString& typed) {
    static const QRegularExpression shape(QStringLiteral("^\\s*(\\d{1,2})(?:[:.]?(\\d{2}))?\\s*$"));
    const auto match = shape.match(typed);
    if (!match.hasMatch()) return std::nullopt;
    const int minutes = match.captured(2).toInt();
    const int whole = match.captured(1).toInt() * 60 + minutes;
    if (minutes >= 60 || whole > minutesOfDay) return std::nullopt;
    return whole;
}

}  // namespace simrs
