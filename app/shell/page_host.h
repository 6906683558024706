// SPDX-License-Identifier: GPL-3.0-or-later
// The pages in the frame's stack: made when first opened, kept until the frame goes, and the way back through
// them.
#pragma once

#include <QObject>
#include <map>

#include "app/shell/page.h"

class QStackedWidget;

namespace simrs {

class PageHost final : public QObject {
    Q_OBJECT
  public:
    static constexpr int longestWay = 50;  // steps back that are kept

    /// All must outlive the host.
    PageHost(const PageList& pages, Workbench& workbench, QStackedWidget* stack, QObject* parent = nullptr);

    /// Whether the person signed in may see this page.
    bool isAllowed(const QString& key) const;
    /// False where there is no such page, it is not allowed, or the person chose to stay on a dirty one.
    bool open(const QString& key, const QVariant& argument = {});
    /// The same, and forgets the way here: from the side bar.
    bool openFresh(const QString& key);
    void back();
    /// Asks about what is not saved on the page in front; false: the person stays.
    bool mayLeave();
    /// The one in front; null before the first.
    Page* current() const;
    const QString& currentKey() const { return m_key; }

  Q_SIGNALS:
    /// Another page came to the front, or its title changed.
    void shown(const QString& key);

  private:
    struct Stop {
        QString key;
        QVariant argument;
    };
    const PageInfo* find(const QString& key) const;
    Page* pageOf(const PageInfo& info);
    void show(const PageInfo& info, const QVariant& argument);

    const PageList& m_pages;
    Workbench& m_workbench;
    QStackedWidget* m_stack;
    std::map<QString, Page*> m_made;
    QList<Stop> m_way;
    QString m_key;
    QVariant m_argument;
};

}  // namespace simrs
