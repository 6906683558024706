// SPDX-License-Identifier: GPL-3.0-or-later
// A small search for one file, for inside a dialog.
#pragma once

#include <QWidget>

#include "app/client/backend.h"
#include "app/registration/hits_model.h"

namespace simrs {

class DataTable;
class SearchField;

class FileFinder final : public QWidget {
    Q_OBJECT
  public:
    /// `except` is never offered.
    FileFinder(Backend& backend, const PatientId& except);

    /// Null while none is.
    PatientId chosen() const;

  private:
    void ask(const QString& text);
    void take(const Result<FoundPatients>& found);

    Backend& m_backend;
    PatientId m_except;
    HitsModel m_model;
    SearchField* m_box;
    DataTable* m_table;
    Cancel m_question;
};

}  // namespace simrs
