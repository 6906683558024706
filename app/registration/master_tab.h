// SPDX-License-Identifier: GPL-3.0-or-later
// One master on its page: the rows at the left, the form of one row at the right, and behind it who has
// changed that row.
#pragma once

#include <QSortFilterProxyModel>

#include "app/registration/master_kind.h"
#include "app/registration/master_view.h"
#include "app/shell/page.h"

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace simrs {

class Card;
class DataTable;
class EntityForm;
class HistoryView;
class NoticeStrip;
class SearchField;

class MasterTab final : public MasterView {
    Q_OBJECT
  public:
    MasterTab(Workbench& workbench, MasterKind kind, QWidget* parent = nullptr);

    const MasterKind& kind() const { return m_kind; }
    EntityForm* form() const { return m_form; }
    FormGrid* grid() const override;
    bool mayEdit() const override;
    bool isDirty() const override;
    bool isSaving() const override { return m_saving; }
    void discard() override;
    void begin() override;
    void narrow() override;
    bool stepBack() override;
    /// Focus into the form.
    void edit();
    /// Asks first where another row is being typed.
    void makeNew() override;
    void save() override;

  private:
    void build();
    QWidget* buildList();
    QWidget* buildCard();
    void fill();
    void showRow();
    void showNothing();
    void showObject(const void* object, bool isNew);
    void showWarnings(const void* object);
    void toggleHistory();
    void showHistory(bool shown);
    QString nameOf(const void* object) const;
    bool mayDrop();
    void saved(const Result<EntityBox>& row);
    void showSaved(const EntityBox& row);
    void refused(const Error& error);
    void loadNewest();
    void setSaving(bool saving);

    Workbench& m_workbench;
    MasterKind m_kind;
    EntityTable m_rows;
    QSortFilterProxyModel m_filtered;
    References m_references;
    SearchField* m_filter;
    NoticeStrip* m_summary;
    DataTable* m_table;
    Card* m_card;
    QHBoxLayout* m_chips;
    QToolButton* m_historyButton;
    QStackedWidget* m_sides;
    NoticeStrip* m_notice;
    EntityForm* m_form;
    HistoryView* m_history;
    QStringList m_warned;  // fields with a hint of a warning
    CommandId m_command;
    bool m_isNew = false;
    bool m_saving = false;
    bool m_filling = false;
};

}  // namespace simrs
