// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sets on this computer, and what there is to know about it. Every choice takes effect at once.
#pragma once

#include "app/shell/page.h"

class QLabel;
class QVBoxLayout;

namespace simrs {

class Card;
class RadioRow;
class TextField;

class SettingsPage final : public Page {
    Q_OBJECT
  public:
    explicit SettingsPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    void enter(const QVariant& argument) override;

  private:
    QWidget* buildLook();
    QWidget* buildTicket();
    QWidget* buildComputer();
    void addFact(QVBoxLayout* column, const QString& title, QLabel*& value, const QString& name);
    RadioRow* addChoices(QLatin1String key, const QVariant& fallback, const QString& name,
                         const QList<QPair<QString, QVariant>>& choices);
    void takeFolder();
    void showComputer();

    RadioRow* m_language = nullptr;
    TextField* m_folder = nullptr;
    QLabel *m_server = nullptr, *m_fingerprint = nullptr, *m_device = nullptr, *m_version = nullptr;
};

}  // namespace simrs
