// SPDX-License-Identifier: GPL-3.0-or-later
// A new patient, or a correction of one. One form is one command until that has ended: pressing "save" twice,
// or again after no answer, never makes two patients.
#pragma once

#include "app/client/backend.h"
#include "app/kit/chip.h"
#include "app/registration/area_book.h"
#include "app/registration/patient_form.h"
#include "app/shell/form_command.h"
#include "app/shell/page.h"
#include "common/registration/requests.h"

class QPushButton;
class QShortcut;

namespace simrs {

class ActionBar;
class EntityForm;
class NoticeStrip;
class SimilarCard;

/// Takes a PatientId (correct this patient) or a QString (a new patient; what was searched for).
class PatientFormPage final : public Page {
    Q_OBJECT
  public:
    explicit PatientFormPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  private:
    enum class After { OpenFile, RegisterVisit };
    enum class Step { Loading, Typing, Saving, Pending, Unavailable };
    enum class Offer { None, TakeBack, OpenHolder, Reload, TryAgain, StartAnew };

    void build();
    void startNewborn(const PatientId& mother);
    void begin(const PatientId& id);
    void start(const QVariant& argument);
    void load();
    void loaded(const Result<PatientFile>& file);
    bool isEdit() const { return !m_editing.isNull(); }
    /// As typed, tidied by the common rules.
    PatientDetails details() const;
    bool detailsFit();
    void save(After after);
    void send();
    void ended(const Result<PatientMade>& result);
    void noAnswer(const QString& number);
    void finish(const PatientMade& made);
    void refused(const Error& error);
    void reload(const QStringList& clashes);
    void takeBack();
    void offer(Offer offer, ChipKind kind, const QString& text, const QString& action);
    void carryOutOffer();
    void compare();
    void nikHeld();
    void useSimilar(const PatientHit& hit);
    void useRecord(const PatientId& id);
    void compareFiles();
    void setHolder(const PatientId& id);
    const Patient* holderHere() const;
    void offerHolder(const PatientId& id, qint64 mrn);
    void setStep(Step step);

    PatientForm* m_form;
    EntityForm* m_details;
    AreaBook m_areas;
    NoticeStrip* m_notice;
    SimilarCard* m_similar;
    ActionBar* m_bar;
    QPushButton *m_save = nullptr, *m_compare = nullptr;
    QShortcut *m_visitKey = nullptr, *m_changeKey = nullptr;  // of the primary button, by what it does

    Step m_step = Step::Typing;
    Offer m_offer = Offer::None;
    PatientId m_editing;  // null: a new patient
    PatientId m_holder;   // who has the NIK already
    FormCommand m_command;
    After m_after = After::OpenFile;
    QStringList m_clashes;
    Cancel m_question;
    bool m_unseen = false;  // refused while another page was in front: what was typed waits here
    QVariant m_next;        // what the person wanted to begin instead
};

}  // namespace simrs
