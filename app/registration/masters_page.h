// SPDX-License-Identifier: GPL-3.0-or-later
// Master data: a list of lists at the left, and the one that is chosen, made from its field table. Rows are
// switched off, never deleted: visits refer to them.
#pragma once

#include <QStandardItemModel>

#include "app/registration/master_kind.h"
#include "app/shell/page.h"

class QPushButton;
class QStackedWidget;

namespace simrs {

class ActionBar;
class DataTable;
class MasterView;

class MastersPage final : public Page {
    Q_OBJECT
  public:
    explicit MastersPage(Workbench& workbench, QWidget* parent = nullptr);

    QString title() const override;
    /// Takes a QString: the key of the list that comes to the front ("doctor", "area"). Nothing: the one that
    /// was in front.
    void enter(const QVariant& argument) override;
    bool isDirty() const override;
    void discard() override;

  private:
    void build();
    QWidget* buildLists();
    void bindKeys();
    void addList(const QString& key, const QString& title, const QString& icon);
    /// Made when it is looked at for the first time.
    MasterView* view(int at);
    void putBarBehind(QWidget* list);
    MasterView* current() const { return m_current; }
    void showList(int at);
    void stepList(int by);
    void countRows();
    void markLists();
    void escape();
    void offerActions();

    QList<MasterKind> m_kinds;
    QStandardItemModel m_lists;
    QStringList m_keys;
    DataTable* m_listTable;
    QStackedWidget* m_stack;
    QList<MasterView*> m_views;  // null: not looked at yet
    MasterView* m_current = nullptr;
    ActionBar* m_bar;
    QPushButton *m_new = nullptr, *m_back = nullptr;
};

}  // namespace simrs
