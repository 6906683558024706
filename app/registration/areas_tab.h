// SPDX-License-Identifier: GPL-3.0-or-later
// The areas of Indonesia on the masters page: only to look up, since they come with the program. Says where
// they are from and under which licence.
#pragma once

#include <QStandardItemModel>

#include "app/registration/area_book.h"
#include "app/registration/master_view.h"
#include "app/shell/page.h"

namespace simrs {

class DataTable;
class SearchField;

class AreasTab final : public MasterView {
    Q_OBJECT
  public:
    explicit AreasTab(Workbench& workbench, QWidget* parent = nullptr);

    void begin() override;
    void narrow() override;

  private:
    QWidget* buildList();
    QWidget* buildSource();
    void look(const QString& typed);
    void tellState();

    static constexpr int kShown = 200;

    AreaBook m_book;
    bool m_failed = false;
    QString m_typed;
    QStandardItemModel m_found;
    SearchField* m_search;
    DataTable* m_table;
};

}  // namespace simrs
