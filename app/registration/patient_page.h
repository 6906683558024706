// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's file at the desk: who this is, and the visits, newest first.
#pragma once

#include "app/client/backend.h"
#include "app/registration/visits_model.h"
#include "app/shell/page.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class Card;
class DataTable;
class NoticeStrip;
class PatientBanner;
class PhotoBox;

/// Takes a PatientId.
class PatientPage final : public Page {
    Q_OBJECT
  public:
    explicit PatientPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;

  private:
    void build();
    QWidget* buildIdentity();
    void addRowActions(Card* visits);
    void buildActions();
    void load();
    void loaded(const Result<PatientFile>& file);
    void showFile();
    QWidget* addFact(const QString& title, const QString& value);
    void addFormerFile(const FormerFile& file);
    void mergeWithAnother();
    void partAgain(const FormerFile& file);
    void offerActions();
    void revealNik();
    void openForm(const QString& page);
    void openVisit();
    void admit();
    void showTicket();
    void cancelVisitOfRow();
    const VisitLine* chosen() const;

    PatientBanner* m_banner;
    PhotoBox* m_photo;
    NoticeStrip* m_notice;
    QWidget* m_facts;
    DataTable* m_table;
    VisitsModel m_model;
    ActionBar* m_bar;
    QPushButton *m_edit = nullptr, *m_ticket = nullptr, *m_papers = nullptr, *m_cancel = nullptr,
                *m_admit = nullptr;
    QPushButton *m_newborn = nullptr, *m_merge = nullptr;

    PatientId m_id;
    PatientFile m_file;
    bool m_loaded = false;
    Cancel m_question;
};

}  // namespace simrs
