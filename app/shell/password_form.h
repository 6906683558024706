// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing another password: at the first sign-in, and whenever a person wants one.
#pragma once

#include <QWidget>

namespace simrs {

class Backend;
struct Error;
class FormGrid;
class TextField;

class PasswordForm final : public QWidget {
    Q_OBJECT
  public:
    /// `current` given: it was typed a moment ago and is not asked again.
    explicit PasswordForm(Backend& backend, QWidget* parent = nullptr);

    /// Empties all fields; with `current` the first one is not shown.
    void begin(const QString& current = {});
    /// Checks the fields and asks the server.
    void submit();
    bool isDirty() const;
    FormGrid* grid() const { return m_grid; }

  Q_SIGNALS:
    void changed();
    /// Asking the server: the form is locked meanwhile.
    void busyChanged(bool busy);
    /// A refusal that belongs to no field.
    void failed(const QString& text);

  private:
    bool check();
    void refused(const Error& error);

    Backend& m_backend;
    FormGrid* m_grid;
    TextField* m_current;
    TextField* m_wanted;
    TextField* m_again;
    QString m_known;
};

}  // namespace simrs
