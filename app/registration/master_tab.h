// SPDX-License-Identifier: GPL-3.0-or-later
// One master on its page: the rows at the left, the form of one row at the right.
#pragma once

#include <QSortFilterProxyModel>

#include "app/registration/master_kind.h"
#include "app/shell/page.h"

namespace simrs {

class Card;
class DataTable;
class EntityForm;
class NoticeStrip;
class SearchField;

class MasterTab final : public QWidget {
    Q_OBJECT
  public:
    MasterTab(Workbench& workbench, MasterKind kind, QWidget* parent = nullptr);

    const MasterKind& kind() const { return m_kind; }
    EntityForm* form() const { return m_form; }
    bool isDirty() const;
    bool isSaving() const { return m_saving; }
    /// Whether the row in the form is new.
    bool isNew() const { return m_isNew; }
    void discard();
    /// Focus into the list.
    void begin();
    /// Focus into the form; asks first where another row is being typed.
    void edit();
    void makeNew();
    void save();

  Q_SIGNALS:
    /// What can be done now is another than before.
    void stateChanged();

  private:
    void build();
    void fill();
    void showRow();
    void showObject(const void* object, bool isNew);
    bool mayDrop();
    void saved(const Result<EntityBox>& row);
    void refused(const Error& error);
    void loadNewest();
    void setSaving(bool saving);

    Workbench& m_workbench;
    MasterKind m_kind;
    EntityTable m_rows;
    QSortFilterProxyModel m_filtered;
    SearchField* m_filter;
    DataTable* m_table;
    Card* m_card;
    NoticeStrip* m_notice;
    EntityForm* m_form;
    CommandId m_command;
    QByteArray m_saved;  // the list may hear of this row later than the form
    bool m_isNew = false;
    bool m_saving = false;
    bool m_filling = false;
};

}  // namespace simrs
