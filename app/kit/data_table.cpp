// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/data_table.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include "app/kit/data_header.h"
#include "app/kit/paint.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

constexpr int skeletonRows = 3;
constexpr int leastStretched = 64;  // px at scale 1
constexpr int measuredRows = 60;    // more are off the screen, and measuring costs

int pixelsOf(RowHeight height) {
    switch (height) {
        case RowHeight::Compact:
            return 26;
        case RowHeight::Normal:
            return 30;
        case RowHeight::Comfortable:
            return 36;
    }
    return 30;
}

}  // namespace

DataTable::DataTable(const QString& name, QWidget* parent)
    : QTableView(parent), m_empty(new EmptyState(viewport())) {
    setAccessibleName(name);
    setHorizontalHeader(new DataHeader(this));
    setItemDelegate(new TableDelegate(this));
    setShowGrid(false);
    setAlternatingRowColors(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);  // Tab leaves the table, arrows move in it
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(RowHeight::Normal);
    setEmptyText(QStringLiteral("inbox"), tr("Nothing here yet"));
    m_empty->hide();
    connect(m_empty, &EmptyState::action, this, &DataTable::emptyAction);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& at) { Q_EMIT rowActivated(at.row()); });
}

void DataTable::setColumns(const QList<ColumnPlan>& plans) {
    m_plans = plans;
    QSet<int> numbers;
    for (int column = 0; column < plans.size(); ++column)
        if (plans[column].number) numbers.insert(column);
    static_cast<DataHeader*>(horizontalHeader())->setNumberColumns(numbers);
    layColumns();
}

void DataTable::setRowHeight(RowHeight height) {
    verticalHeader()->setMinimumSectionSize(theme().px(20));
    verticalHeader()->setDefaultSectionSize(theme().px(pixelsOf(height)) + 1);
}

void DataTable::setLoading(bool loading) {
    if (m_loading == loading) return;
    m_loading = loading;
    showEmptiness();
    viewport()->update();
}

void DataTable::setEmptyText(const QString& iconName, const QString& line, const QString& mutedLine) {
    m_empty->setText(iconName, line, mutedLine);
}

void DataTable::setEmptyAction(const QString& text) { m_empty->setAction(text); }

int DataTable::currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }

void DataTable::setCurrentRow(int row) {
    if (model() == nullptr || row < 0 || row >= model()->rowCount()) return;
    setCurrentIndex(model()->index(row, 0));
}

void DataTable::setModel(QAbstractItemModel* model) {
    for (const auto& connection : m_watched) disconnect(connection);
    m_watched.clear();
    QTableView::setModel(model);
    if (model == nullptr) return;
    const auto changed = [this] {
        layColumns();
        showEmptiness();
    };
    m_watched = {connect(model, &QAbstractItemModel::rowsInserted, this, changed),
                 connect(model, &QAbstractItemModel::rowsRemoved, this, changed),
                 connect(model, &QAbstractItemModel::modelReset, this, changed)};
    layColumns();
    showEmptiness();
}

bool DataTable::mayElide(int column) const { return column < m_plans.size() && m_plans[column].stretch > 0; }

int DataTable::titleWidth(int column) const {
    const Theme& t = theme();
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    return QFontMetrics(t.font(TextStep::Small, true)).horizontalAdvance(title) +
           t.px(TableDelegate::leftPadding(column)) + t.px(TableDelegate::cellPadding) + 1;
}

int DataTable::contentWidth(int column) const {
    QStyleOptionViewItem option;
    option.font = font();
    option.widget = this;
    int width = 0;
    for (int row = 0; row < std::min(model()->rowCount(), measuredRows); ++row)
        width = std::max(width, itemDelegate()->sizeHint(option, model()->index(row, column)).width());
    return width;
}

/// No title is ever cut. Columns that do not stretch are as wide as their content, where the window has the
/// room.
void DataTable::layColumns() {
    if (model() == nullptr || m_plans.isEmpty()) return;
    const Theme& t = theme();
    const int columns = std::min<int>(model()->columnCount(), static_cast<int>(m_plans.size()));
    QList<int> wanted, least;
    int taken = 0, needed = 0, stretch = 0;
    for (int column = 0; column < columns; ++column) {
        const ColumnPlan& plan = m_plans[column];
        const int title = titleWidth(column);
        const int planned = std::max(t.px(plan.width), title);
        wanted.append(plan.stretch > 0 ? planned : std::max(planned, contentWidth(column)));
        least.append(plan.stretch > 0 ? std::max(std::min(planned, t.px(leastStretched)), title)
                                      : wanted.last());
        taken += wanted.last();
        needed += least.last();
        stretch += plan.stretch;
    }
    const bool tight = needed > viewport()->width();
    // What is missing is taken from the stretching columns, whose texts elide, down to a readable rest.
    const int spare = viewport()->width() - taken;
    int given = 0;
    for (int column = 0; column < columns; ++column) {
        const ColumnPlan& plan = m_plans[column];
        const int share = stretch > 0 ? spare * plan.stretch / stretch : 0;
        int width = std::max(wanted[column] + share, least[column]);
        if (tight && plan.stretch == 0) width = std::max(t.px(plan.width), titleWidth(column));
        if (column == columns - 1)
            width = std::max(width, viewport()->width() - given);  // the row reaches the edge
        setColumnWidth(column, width);
        given += width;
    }
}

void DataTable::showEmptiness() {
    const bool none = model() != nullptr && model()->rowCount() == 0 && !m_loading;
    m_empty->setGeometry(viewport()->rect());
    m_empty->setVisible(none);
}

void DataTable::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    const Theme& t = theme();
    painter.fillRect(viewport()->rect(), t.surface);
    painter.end();
    if (!m_loading) {
        QTableView::paintEvent(event);
        return;
    }
    painter.begin(viewport());
    const int height = verticalHeader()->defaultSectionSize();
    for (int row = 0; row < skeletonRows; ++row) {
        const int top = row * height;
        painter.fillRect(QRect(0, top + height - 1, viewport()->width(), 1), t.divider);
        for (int column = 0; column < horizontalHeader()->count(); ++column) {
            const int inset = t.px(TableDelegate::leftPadding(horizontalHeader()->visualIndex(column)));
            const int left = columnViewportPosition(column) + inset;
            const int share = 78 - (row * 17 + column * 11) %
                                       34;  // per cent of the column, so that it does not look like text
            const int width = (columnWidth(column) - inset - t.px(TableDelegate::cellPadding)) * share / 100;
            paintRounded(painter, QRect(left, top + height / 2 - t.px(5), width, t.px(10)), t.px(4),
                         t.neutralSoft, {}, 0);
        }
    }
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    layColumns();
    showEmptiness();
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT rowActivated(currentRow());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::focusInEvent(QFocusEvent* event) {
    QTableView::focusInEvent(event);
    if (currentRow() < 0 && model() != nullptr && event->reason() != Qt::MouseFocusReason) setCurrentRow(0);
    viewport()->update();
}

void DataTable::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.row() != previous.row() || !current.isValid())
        Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

}  // namespace simrs
