// SPDX-License-Identifier: GPL-3.0-or-later
// Care before paper: an emergency patient nobody knows gets a number, a file and a wristband in a few keys.
// Everything else follows later (hospital-practice 2).
#pragma once

#include "app/client/backend.h"
#include "app/shell/form_command.h"
#include "app/shell/page.h"
#include "common/registration/visit_requests.h"

class QLabel;
class QPushButton;

namespace simrs {

class ActionBar;
class Card;
class ChoiceField;
class FormGrid;
class NoticeStrip;
class PatientBanner;
class RadioRow;
class TextField;

class EmergencyPage final : public Page {
    Q_OBJECT
  public:
    explicit EmergencyPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    enum class Step { Choosing, Saving, Pending, Done };

    void build();
    QWidget* buildForm();
    QWidget* buildDone();
    void begin();
    void touched();
    void proposeArrival();
    void chooseSex(Sex sex);
    void chooseAge(AgeBand band);
    ReceiveUnknown command() const;
    void submit();
    void ended(const Result<EmergencyMade>& result);
    int nthOfMinute() const;
    void countName();
    void noAnswer();
    void showKept(const ReceiveUnknown& sent);
    void showMade(const EmergencyMade& made);
    void showPatient(const PatientFile& file);
    void primaryPressed();
    void setStep(Step step);
    const Clinic* clinic() const;
    /// The typed minute as a moment; else the proposed one.
    Instant arrivedAt() const;

    NoticeStrip* m_notice;
    PatientBanner* m_banner;
    FormGrid* m_grid;
    RadioRow* m_sex;
    ChoiceField *m_age, *m_arrival, *m_case;
    TextField *m_arrived, *m_place, *m_escort, *m_escortPhone;
    Card *m_form, *m_done;
    QLabel* m_number;
    ActionBar* m_bar;
    QPushButton* m_search = nullptr;
    FormCommand m_command;
    Step m_step = Step::Choosing;
    bool m_touched = false;  // Somebody has begun with this patient.
    Instant m_proposed;      // When he came, unless somebody types another time.
    ReceiveUnknown m_sent;
    QString m_plainName;  // Of the unknown that is sent, without the number among those of his minute.
    QString m_lastName;   // Of the one before, and how many had it.
    int m_nth = 0;
    QVariant m_papers;  // What the papers page takes; invalid: nothing to print yet.
};

}  // namespace simrs
