// SPDX-License-Identifier: GPL-3.0-or-later
// A form of six equal columns: label above each field and, below it, one line that always has its place, so
// that a hint or an error never moves anything.
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace simrs {

enum class Need { Optional, Required };

/// What must be corrected: the key of the field, what to do about it ("NIK must have 16 digits (1 missing)").
struct FieldError {
    QString key;
    QString text;
};

class FormSlot;

class FormGrid final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int columns = 6;

    explicit FormGrid(QWidget* parent = nullptr);

    /// A bold heading over the whole width; the next field begins a new row.
    void addSection(const QString& title);
    /// Puts `field` into the next free `span` columns (1–6), on a new row where they do not fit. The grid
    /// takes the field over, names it for screen readers ("NIK, required") and puts it next in the Tab order.
    void addField(const QString& key, const QString& label, QWidget* field, int span = 2,
                  Need need = Need::Optional);
    /// The next field begins a new row.
    void endRow();
    /// Leaves `span` columns empty.
    void addGap(int span);

    QWidget* field(const QString& key) const;
    QString label(const QString& key) const;
    void setLabel(const QString& key, const QString& label);
    void setNeed(const QString& key, Need need);
    /// Hides label, field and line; its place stays empty.
    void setFieldShown(const QString& key, bool shown);

    /// A muted line under the field, shown while there is no error.
    void setHint(const QString& key, const QString& text);
    void setError(const QString& key, const QString& text);
    void clearError(const QString& key);
    void clearErrors();
    QString errorText(const QString& key) const;
    /// In reading order.
    QList<FieldError> errors() const;
    /// Replaces all errors and puts the focus on the first; errors of unknown keys are left out, texts longer
    /// than their fields take are added. Returns how many stand.
    int showErrors(const QList<FieldError>& errors);
    void focusFirstError();
    void focusField(const QString& key);

  Q_SIGNALS:
    /// The focus left this field for another one of the window: the time to check it.
    void fieldLeft(const QString& key);
    void errorsChanged();
    /// Enter on the last field.
    void finished();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    FormSlot* slot(const QString& key) const { return m_slots.value(key); }
    QString keyOf(QObject* widget) const;
    void tellTooLong();
    void watch(QWidget* widget);
    bool enterPressed(QWidget* at);
    void place(QWidget* cell, int span);

    QGridLayout* m_grid;
    QHash<QString, FormSlot*> m_slots;
    QStringList m_order;
    QWidget* m_lastField = nullptr;
    int m_row = 0;
    int m_column = 0;
};

}  // namespace simrs
