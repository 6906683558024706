// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket dispenser: one large button and one key for each service, the number and its slip. It knows
// nobody, and works for an account that may do nothing else.
#pragma once

#include <QTimer>

#include "app/shell/form_command.h"
#include "app/shell/page.h"
#include "common/registration/counter_requests.h"

class QLabel;
class QVBoxLayout;

namespace simrs {

class ActionBar;
class EmptyState;
class NoticeStrip;
class PaperPreview;
class ServiceButton;

class DispenserPage final : public Page {
    Q_OBJECT
  public:
    static constexpr int mostServices = 9;
    static constexpr int shownMs = 15'000;  // then the next person finds a clean machine

    explicit DispenserPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override { return tr("Ticket dispenser"); }
    void enter(const QVariant& argument) override;
    bool isBare() const override;

  private:
    void build();
    QWidget* buildNumber();
    void fillServices();
    void showWelcome();
    void take(const CounterServiceId& service);
    void taken(const Result<CounterTicketTaken>& result);
    void print(const CounterTicketTaken& taken);
    static QString refusal(const Error& error);
    void showNumber(const CounterTicketTaken& taken);
    void clearNumber();

    QVBoxLayout* m_services;
    QList<ServiceButton*> m_buttons;
    EmptyState* m_empty;
    QLabel* m_welcome;
    NoticeStrip* m_notice;
    QLabel *m_number, *m_service, *m_ahead;
    PaperPreview* m_slip;
    ActionBar* m_bar;
    FormCommand m_command;
    QTimer m_forget;
};

}  // namespace simrs
