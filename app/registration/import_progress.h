// SPDX-License-Identifier: GPL-3.0-or-later
// How far an import has come and what has become of the rows so far.
#pragma once

#include <QWidget>

#include "app/registration/import_run.h"

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace simrs {

class ImportProgress final : public QWidget {
    Q_OBJECT
  public:
    explicit ImportProgress(QWidget* parent = nullptr);

    void showRun(const ImportRun& run);

  private:
    QLabel* addCount(QHBoxLayout* row, const QString& name, const QString& title);
    static QString stateText(const ImportRun& run);

    QLabel* m_state;
    QProgressBar* m_bar;
    std::array<QLabel*, enumCount(ImportFate())> m_fates{};
    QLabel* m_leftOut;
};

}  // namespace simrs
