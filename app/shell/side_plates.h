// SPDX-License-Identifier: GPL-3.0-or-later
// The two ends of the side bar: the hospital at the top, the person signed in at the bottom.
#pragma once

#include <QAbstractButton>

namespace simrs {

class BrandMark final : public QWidget {
    Q_OBJECT
  public:
    explicit BrandMark(QWidget* parent);
    void setHospital(const QString& name);
    void setCollapsed(bool collapsed);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_hospital;
    bool m_collapsed = false;
};

class UserPlate final : public QAbstractButton {
    Q_OBJECT
  public:
    explicit UserPlate(QWidget* parent);
    void setUser(const QString& name, const QString& role);
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_role;
    bool m_collapsed = false;
};

}  // namespace simrs
