// SPDX-License-Identifier: GPL-3.0-or-later
// All papers of a patient and of one of his visits: one key prints each, what will come out is shown at the
// side, and a scanner's reading of the fresh print is compared with it.
#pragma once

#include <QSet>

#include "app/client/backend.h"
#include "app/registration/kept_patient.h"
#include "app/registration/papers.h"
#include "app/registration/papers_model.h"
#include "app/shell/page.h"
#include "common/registration/paper_requests.h"
#include "common/registration/visit_requests.h"

namespace simrs {

class ActionBar;
class Card;
class ChoiceField;
class DataTable;
class FormGrid;
class NoticeStrip;
class PaperPreview;
class PatientBanner;
class ScanCard;
class TextField;
struct PrintJob;

/// Takes a VisitId; a PatientId, whose visit is then today's, or the stay he is in; or a KeptPatient.
class PapersPage final : public Page {
    Q_OBJECT
  public:
    static constexpr int mostLabels = 40;

    explicit PapersPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Papers"); }
    void enter(const QVariant& argument) override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    QWidget* buildList();
    QWidget* buildOptions();
    QWidget* buildPreview();
    void load();
    void showKept();
    void sayKept();
    QString patientNumber() const;
    void askPatient(const PatientId& id);
    void askVisit(const VisitId& id, bool leads);
    void askMother();
    void askPrinted();
    void tookPrinted(const Result<PrintedPapers>& printed);
    bool isAsking() const;
    bool isReady() const { return m_loaded && !isAsking(); }
    void goOn();
    void tookPatient(const Result<PatientFile>& file);
    void tookVisit(const Result<VisitFile>& file, bool leads);
    void complain(const Error& error);
    void proposeOptions();
    void showRows();
    void showPaper();
    PaperContent content() const;
    PaperKind kind() const;
    int labels() const;
    VisitId visitOf(PaperKind kind) const;
    QString keyOf(PaperKind kind) const;
    bool isWaiting(PaperKind kind) const;
    bool isCopy(PaperKind kind) const;
    ChipText printedChip(PaperKind kind) const;
    paper::Paper paperNow(PaperKind kind) const;
    void print(PaperKind kind);
    void told(PaperKind kind, const QString& key, const PrintJob& job);

    PatientBanner* m_banner;
    NoticeStrip* m_notice;
    PapersModel m_model;
    DataTable* m_table;
    Card* m_previewCard;
    PaperPreview* m_preview;
    FormGrid* m_options;
    ChoiceField* m_band;
    TextField *m_labels, *m_shelf;
    ScanCard* m_scan;
    ActionBar* m_bar;

    PatientId m_patientId;              // As the page was opened; null: with a visit.
    VisitId m_wantedVisit;              // As the page was opened; null: with a patient.
    std::optional<KeptPatient> m_kept;  // As the page was opened: nobody is asked.
    PatientFile m_file;
    VisitId m_visitId;  // Whose papers these are; null: none.
    VisitFile m_visit;  // Null id where it is not here (yet).
    std::optional<Patient> m_mother;
    PrintedPapers m_printed;
    bool m_printedKnown = false;  // Otherwise all may be copies.
    QList<PaperKind> m_held;      // Asked for while the answers were on their way.
    bool m_loaded = false;
    Cancel m_patientQuestion, m_visitQuestion, m_motherQuestion, m_printedQuestion;
    QSet<QString> m_out;                          // Printed here, by keyOf().
    QList<std::pair<QString, quint64>> m_queued;  // What was asked here, and its job.
};

}  // namespace simrs
