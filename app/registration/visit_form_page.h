// SPDX-License-Identifier: GPL-3.0-or-later
// Registering a visit, and the ticket it gives. As with a patient, one form is one command until it has
// ended.
#pragma once

#include <QSet>
#include <optional>

#include "app/client/backend.h"
#include "app/kit/chip.h"
#include "app/registration/visit_form.h"
#include "app/shell/form_command.h"
#include "app/shell/page.h"

class QPushButton;
class QStackedWidget;

namespace simrs {

class ActionBar;
class NoticeStrip;
class PatientBanner;
class TicketPanel;

/// Takes a PatientId.
class VisitFormPage final : public Page {
    Q_OBJECT
  public:
    static constexpr int mostAhead = 32;  // keys kept while the patient's file is on its way

    explicit VisitFormPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Typed {
        int key;
        Qt::KeyboardModifiers modifiers;
        QString text;
    };
    enum class Step { Loading, Unavailable, Choosing, Saving, Pending, Printing, Done };
    enum class Offer { None, TryAgain, TakeBack, AddCard };

    void build();
    void typeAhead(const Typed& key);
    void replay();
    QWidget* buildForm();
    void buildActions();
    void load(bool keepChoices);
    void loaded(const Result<PatientFile>& file, bool keepChoices);
    void choose();
    void submit();
    void send(bool repeat);
    void ended(const Result<VisitMade>& result);
    void noAnswer();
    void printReserved();
    void printKept();
    void paperEnded(const Result<VisitMade>& result);
    QString reservedNumber() const;
    void registered(const VisitMade& made);
    void showPaper(const VisitMade& made, const QString& temporaryNumber);
    QString newsOf(const QString& who, const VisitMade& made) const;
    void refused(const Error& error);
    void askAgain(const VisitId& existing);
    void confirmRepeat(const PatientFile& file, const VisitId& existing);
    void takeBack();
    void editPatient();
    void carryOutOffer();
    void offer(Offer offer, ChipKind kind, const QString& text, const QString& action = {});
    void primaryPressed();
    void nextPatient();
    void setStep(Step step);
    int minuteOfDay() const;

    PatientBanner* m_banner;
    NoticeStrip* m_notice;
    VisitForm* m_form;
    TicketPanel* m_panel;
    QStackedWidget* m_stack;
    ActionBar* m_bar;
    QPushButton *m_edit = nullptr, *m_print = nullptr, *m_another = nullptr, *m_papers = nullptr;

    Step m_step = Step::Loading;
    Offer m_offer = Offer::None;
    PatientId m_id;
    FormCommand m_command;
    FormCommand m_paper;                        // tells the server of the reserved number that was printed
    std::optional<RegisterVisit> m_kept;        // waits without an answer; it holds a reserved number
    CommandId m_registration;                   // of m_kept
    std::optional<Result<VisitMade>> m_answer;  // came while the printed number was being written down
    QSet<VisitId> m_onPaper;                    // printed with their reserved numbers
    bool m_returns = false;                     // left for the patient's form: the choices are kept
    bool m_printed = false;
    Cancel m_question;
    QList<Typed> m_ahead;
};

}  // namespace simrs
