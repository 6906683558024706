// SPDX-License-Identifier: GPL-3.0-or-later
// One visit: where it stands and stood, and what was asked beside it. Moved, admitted, triaged and completed
// here.
#pragma once

#include "app/client/backend.h"
#include "app/registration/visit_lines.h"
#include "app/registration/visit_words.h"
#include "app/shell/form_command.h"
#include "app/shell/page.h"

class QPushButton;
class QVBoxLayout;

namespace simrs {

class ActionBar;
class DataTable;
class EntityForm;
class NoticeStrip;
class PatientBanner;

/// Takes a VisitId.
class VisitPage final : public Page {
    Q_OBJECT
  public:
    explicit VisitPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  private:
    void build();
    QWidget* buildFacts();
    QWidget* buildDetails();
    void buildActions();
    void load();
    void loaded(const Result<VisitFile>& file);
    void tookPatient(const Result<PatientFile>& file);
    void showBanner();
    bool mayAdmit();
    void showFile();
    void showFacts(const MasterNames& names);
    void showTrace(const MasterNames& names);
    void showWarnings();
    void addFact(const QString& title, const QString& value, const char* name = "");
    void addLine(const QString& text, bool strong);
    void offerActions();
    VisitDetails typedDetails() const;
    void save();
    void saved(const Result<Done>& result);
    void move();
    void stayAction();
    void triaged();
    void cancelIt();
    void copy(const QString& text, const QString& what);
    void ended(const Status& status);
    QString who() const;
    VisitPaper paper() const;
    bool isStaying() const;

    PatientBanner* m_banner;
    NoticeStrip* m_notice;
    QWidget* m_facts;
    QVBoxLayout* m_rows;
    EntityForm* m_details;
    ActionBar* m_bar;
    QPushButton *m_move = nullptr, *m_stay = nullptr, *m_triage = nullptr, *m_cancel = nullptr;
    FormCommand m_command;

    VisitId m_id;
    VisitFile m_file;
    PatientDetails m_patientDetails;  // Null id: not here (yet).
    bool m_loaded = false;
    Cancel m_question, m_patientQuestion;
};

}  // namespace simrs
