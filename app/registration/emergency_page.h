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
    void chooseSex(Sex sex);
    void chooseAge(AgeBand band);
    ReceiveUnknown command() const;
    void submit();
    void ended(const Result<EmergencyMade>& result);
    void showMade(const EmergencyMade& made);
    void primaryPressed();
    void setStep(Step step);
    const Clinic* clinic() const;
    /// Minutes since midnight of the typed arrival, as a moment of today or, before midnight, of yesterday.
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
    Instant m_opened;
    PatientId m_patient;
    VisitId m_visit;
};

}  // namespace simrs
