// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where nothing is yet: a quiet icon, one bold line, one line saying when it fills, at most one
// button.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace simrs {

class EmptyState final : public QWidget {
    Q_OBJECT
  public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setText(const QString& iconName, const QString& line, const QString& mutedLine);
    void setAction(const QString& text);

  Q_SIGNALS:
    void action();

  protected:
    void changeEvent(QEvent* event) override;
    /// In a low place the words come first and the icon gives way.
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fit();

    QLabel* m_icon;
    QLabel* m_line;
    QLabel* m_muted;
    QPushButton* m_button;
    QString m_iconName;
};

}  // namespace simrs
