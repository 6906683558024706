// SPDX-License-Identifier: GPL-3.0-or-later
// The way to every page: icon, word and key; who is signed in at the bottom. Narrow windows get the icons
// alone, with the words as tool tips.
#pragma once

#include <QAbstractButton>
#include <QKeySequence>
#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace simrs {

class SideEntry final : public QAbstractButton {
    Q_OBJECT
  public:
    SideEntry(const QString& iconName, const QString& text, const QKeySequence& key, QWidget* parent);
    void setCollapsed(bool collapsed);
    /// A count at the right ("3" waiting); 0 shows none.
    void setCount(int count);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int paintRight(QPainter& painter) const;
    bool hasRoomForKey() const;

    QString m_icon;
    QKeySequence m_key;
    int m_count = 0;
    bool m_collapsed = false;
};

class SideBar final : public QWidget {
    Q_OBJECT
  public:
    static constexpr int openWidth = 204;
    static constexpr int collapsedWidth = 52;
    static constexpr int collapseBelow = 1280;  // px of the window

    explicit SideBar(QWidget* parent = nullptr);

    void setHospital(const QString& name);
    void setUser(const QString& name, const QString& role);
    /// A small heading before the entries that follow.
    void addGroup(const QString& title);
    /// `key` names the page; pressing the entry or its shortcut emits chosen(key).
    SideEntry* addEntry(const QString& key, const QString& iconName, const QString& text,
                        const QKeySequence& shortcut = {});
    void removeEntries();
    /// Marks the entry of the page that is shown; does not emit chosen.
    void setCurrent(const QString& key);
    SideEntry* entry(const QString& key) const;
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

  Q_SIGNALS:
    void chosen(const QString& key);
    /// The person pressed the name at the bottom: sign out, lock, settings.
    void userPressed();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Item {
        QString key;
        SideEntry* entry;
    };

    QList<Item> m_items;
    QList<QLabel*> m_groups;
    QVBoxLayout* m_column;
    class BrandMark* m_brand;
    class UserPlate* m_user;
    bool m_collapsed = false;
};

}  // namespace simrs
