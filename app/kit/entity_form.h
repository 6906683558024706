// SPDX-License-Identifier: GPL-3.0-or-later
// A form made from a field table: one input per field with its label, its limits and its choices. It knows no
// entity by name.
#pragma once

#include <QDate>
#include <QWidget>
#include <functional>
#include <memory>

#include "app/kit/entity_field.h"
#include "app/kit/suggest_field.h"
#include "common/base/result.h"

namespace simrs {

class FormGrid;

/// An object of an EntityType, owned.
using EntityBox = std::shared_ptr<void>;
EntityBox boxOf(const EntityType& type, const void* copied = nullptr);

/// What one form of an entity leaves out, asks besides or calls otherwise.
struct FormPlan {
    QString words{};         ///< Under what name field_labels has its words; empty: the table's.
    QStringList hidden{};    ///< Fields that keep what they hold.
    QStringList required{};  ///< Beside those that the field table requires.
    QHash<QString, QList<int>> withheld{};  ///< Choices of a field that are not offered here.
    bool wide = false;  ///< Over a page, where short inputs take a third; else half of a narrow column.
};

class EntityForm final : public QWidget {
    Q_OBJECT
  public:
    explicit EntityForm(const EntityType& type, const FormPlan& plan = {}, QWidget* parent = nullptr);

    /// What a column of ids may hold; an entry for "none" is added where the field is not required.
    void setReferences(const References& references);
    /// Completes two-digit years and bounds dates.
    void setToday(QDate today);
    /// What the text of `key` may mean; a chosen proposal puts its value into the field `valueKey`.
    void setSuggestions(const QString& key, const SuggestField::Source& source, const QString& valueKey);
    /// Shows a copy of `object` and takes it as what is stored; no errors, nothing changed.
    void setObject(const void* object);
    /// Takes `stored` as what is stored now, and keeps what was typed in fields that differ from the old one.
    void rebase(const void* stored);
    /// The object as it was set.
    const void* base() const { return m_base.get(); }
    /// The object with what is typed now; texts trimmed. Inputs that cannot be read leave the stored value.
    EntityBox typed() const;
    bool isChanged() const;
    /// Required, too long, unreadable: shown under the fields, focus on the first. True when nothing is
    /// wrong.
    bool check();
    /// Shows the error under the field it names; false when it names none of this form.
    bool showError(const Error& error);
    void setReadOnly(bool readOnly);
    void focusFirst();
    FormGrid* grid() const { return m_grid; }

  Q_SIGNALS:
    void edited();

  private:
    struct Input {
        const Field* field;
        FieldInput kind;
        QWidget* widget;
    };
    QWidget* makeInput(const Field& field, FieldInput kind);
    void show(const Input& input, const void* object);
    /// False where it cannot be read.
    bool take(const Input& input, void* object) const;
    QString problemOf(const Input& input) const;
    QString labelOf(const Field& field) const;
    bool isRequired(const Field& field) const;
    void addInput(const Field& field);
    void fillReference(const Input& input);

    const EntityType& m_type;
    const FormPlan m_plan;
    FormGrid* m_grid;
    QList<Input> m_inputs;
    References m_references;
    EntityBox m_base;
    QDate m_today;
    bool m_readOnly = false;
};

}  // namespace simrs
