// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of the client: row dividers only, uniform rows, whole-row selection, chips, and a written
// answer to "why is it empty".
#pragma once

#include <QTableView>

#include "app/kit/empty_state.h"
#include "app/kit/table_delegate.h"

namespace simrs {

enum class RowHeight { Compact, Normal, Comfortable };  // 26, 30, 36 px

/// How wide a column is, in px at scale 1: at least `width`, its title and, without `stretch`, its content;
/// with it, growing in proportion from `width` on, or giving way.
struct ColumnPlan {
    int width = 100;
    int stretch = 0;
    bool number = false;  // right-aligned, header too
};

class DataTable final : public QTableView {
    Q_OBJECT
  public:
    /// `name` is what a screen reader calls the table; it is not shown.
    explicit DataTable(const QString& name, QWidget* parent = nullptr);

    /// One plan per column of the model, given after setModel or before.
    void setColumns(const QList<ColumnPlan>& plans);
    void setRowHeight(RowHeight height);
    /// Three grey rows instead of content, while the answer is on its way.
    void setLoading(bool loading);
    bool isLoading() const { return m_loading; }
    /// What is shown when there is no row: icon, one bold line, one muted line saying when it fills.
    void setEmptyText(const QString& iconName, const QString& line, const QString& mutedLine = {});
    /// At most one button below the empty text; pressing it emits emptyAction.
    void setEmptyAction(const QString& text);

    /// Whether this column shortens its texts: those that stretch. The whole text is the tool tip then.
    bool mayElide(int column) const;
    /// −1 when no row is current.
    int currentRow() const;
    /// Makes this row current, selects it and scrolls to it.
    void setCurrentRow(int row);
    void setModel(QAbstractItemModel* model) override;

  Q_SIGNALS:
    /// Enter or double click.
    void rowActivated(int row);
    /// −1 when none is left.
    void currentRowChanged(int row);
    void emptyAction();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

  private:
    void layColumns();
    int titleWidth(int column) const;
    int contentWidth(int column) const;
    void showEmptiness();

    QList<ColumnPlan> m_plans;
    EmptyState* m_empty;
    QList<QMetaObject::Connection> m_watched;
    bool m_loading = false;
};

}  // namespace simrs
