// SPDX-License-Identifier: GPL-3.0-or-later
// A person's picture in a frame that has its place whether there is one or not; without one, the initials.
#pragma once

#include <QImage>
#include <QWidget>

namespace simrs {

/// The first letters of the first and last name, without titles: "dr. Rina Wulandari, Sp.PD" → "RW".
QString initialsOf(const QString& name);

class Portrait final : public QWidget {
    Q_OBJECT
  public:
    /// Three by four, so many pixels high at scale 1.
    explicit Portrait(int height, QWidget* parent = nullptr);

    /// A null image shows the initials.
    void setPicture(const QImage& picture);
    void setName(const QString& name);
    bool hasPicture() const { return !m_picture.isNull(); }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void tell();

    int m_height;
    QImage m_picture;
    QString m_name;
};

}  // namespace simrs
