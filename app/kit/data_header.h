// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a DataTable: bold, muted, on the sunken ground, its text standing exactly over the text of the
// cells.
#pragma once

#include <QHeaderView>
#include <QSet>

namespace simrs {

class DataHeader final : public QHeaderView {
    Q_OBJECT
  public:
    explicit DataHeader(QWidget* parent = nullptr);
    /// Columns whose title stands at the right, over numbers.
    void setNumberColumns(const QSet<int>& columns) { m_numbers = columns; }
    bool isNumberColumn(int column) const { return m_numbers.contains(column); }
    QSize sizeHint() const override;

  protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QSet<int> m_numbers;
};

}  // namespace simrs
