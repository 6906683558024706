// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is and what it may use. A feature registers its pages (app/<feature>/feature.cpp); the main
// window only hosts them and knows none by name.
#pragma once

#include <QKeySequence>
#include <QString>
#include <QVariant>
#include <QWidget>
#include <functional>
#include <vector>

#include "common/access/permission.h"

namespace simrs {

class Backend;
class Dialogs;
class PrintQueue;

/// The page's way to the rest of the window. Outlives every page.
class Workbench {
  public:
    virtual ~Workbench() = default;
    virtual Backend& backend() = 0;
    virtual Dialogs& dialogs() = 0;
    /// What waits for the printers of this computer; it outlives the frame and whoever is signed in.
    virtual PrintQueue& prints() = 0;
    /// Goes to a page; `argument` is what the page says it takes (a PatientId in a QVariant, a search text).
    /// The page left is asked first.
    virtual void open(const QString& page, const QVariant& argument = {}) = 0;
    /// To where the person came from.
    virtual void back() = 0;
    /// A short good news at the bottom left, also kept in the message log. Errors never come this way.
    virtual void toast(const QString& text) = 0;
    /// A line in the message log that stays until it is read.
    virtual void report(const QString& text, bool problem) = 0;
    /// What the settings page keeps: "ticket/width" and the like. In memory; written behind the scenes.
    virtual QVariant setting(const QString& key, const QVariant& fallback = {}) const = 0;
    virtual void setSetting(const QString& key, const QVariant& value) = 0;
};

class Page : public QWidget {
    Q_OBJECT
  public:
    explicit Page(Workbench& workbench, QWidget* parent = nullptr)
        : QWidget(parent), m_workbench(workbench) {}

    /// Shown in the top bar.
    virtual QString title() const = 0;
    /// Called each time the page comes to the front; puts the focus where the work begins.
    virtual void enter(const QVariant& argument) = 0;
    /// For people who are no staff: shown without side bar and top bar.
    virtual bool isBare() const { return false; }
    /// Whether something typed here is not saved: leaving, closing and signing out ask first.
    virtual bool isDirty() const { return false; }
    /// The person chose to leave without saving.
    virtual void discard() {}

  Q_SIGNALS:
    /// The title or the state in the side bar changed.
    void changed();

  protected:
    Workbench& workbench() const { return m_workbench; }

  private:
    Workbench& m_workbench;
};

struct PageInfo {
    QString key;                     ///< "search", "patient", "visits"
    QString icon;                    ///< Name in resources/icons.
    std::function<QString()> title;  ///< For the side bar; called again when the language changes.
    Permission permission = Permission::None;
    QKeySequence shortcut;
    bool inSideBar = true;
    int order = 0;
    std::function<Page*(Workbench&)> make;  ///< Made when first opened; the window owns it.
};

using PageList = std::vector<PageInfo>;

}  // namespace simrs
