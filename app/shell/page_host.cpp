// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/page_host.h"

#include <QStackedWidget>
#include <algorithm>

#include "app/client/backend.h"
#include "app/kit/dialogs.h"

namespace simrs {

PageHost::PageHost(const PageList& pages, Workbench& workbench, QStackedWidget* stack, QObject* parent)
    : QObject(parent), m_pages(pages), m_workbench(workbench), m_stack(stack) {}

const PageInfo* PageHost::find(const QString& key) const {
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&key](const PageInfo& p) { return p.key == key; });
    return found == m_pages.end() ? nullptr : &*found;
}

bool PageHost::isAllowed(const QString& key) const {
    const PageInfo* info = find(key);
    if (info == nullptr) return false;
    return info->permission == Permission::None || m_workbench.backend().may(info->permission);
}

Page* PageHost::current() const { return qobject_cast<Page*>(m_stack->currentWidget()); }

bool PageHost::mayLeave() {
    Page* page = current();
    if (page == nullptr || !page->isDirty()) return true;
    const Question question{
        tr("Leave without saving?"),
        tr("What you typed on “%1” is not saved. If you leave, it is lost.").arg(page->title()),
        tr("Leave and lose it"), tr("Stay"), true};
    if (!m_workbench.dialogs().confirm(page, question)) return false;
    page->discard();
    return true;
}

bool PageHost::open(const QString& key, const QVariant& argument) {
    const PageInfo* info = find(key);
    if (info == nullptr || !isAllowed(key) || !mayLeave()) return false;
    if (!m_key.isEmpty()) m_way.append({m_key, m_argument});
    if (m_way.size() > longestWay) m_way.removeFirst();
    show(*info, argument);
    return true;
}

bool PageHost::openFresh(const QString& key) {
    if (!open(key)) return false;
    m_way.clear();
    return true;
}

void PageHost::back() {
    if (m_way.isEmpty() || !mayLeave()) return;
    const Stop stop = m_way.takeLast();
    // A text was a question; asking it again would carry the person forward again instead of back.
    const bool isText = stop.argument.typeId() == QMetaType::QString;
    if (const PageInfo* info = find(stop.key)) show(*info, isText ? QVariant() : stop.argument);
}

Page* PageHost::pageOf(const PageInfo& info) {
    Page*& page = m_made[info.key];
    if (page != nullptr) return page;
    page = info.make(m_workbench);
    m_stack->addWidget(page);
    connect(page, &Page::changed, this, [this, made = page] {
        if (made == current()) Q_EMIT shown(m_key);
    });
    return page;
}

void PageHost::show(const PageInfo& info, const QVariant& argument) {
    Page* page = pageOf(info);
    m_key = info.key;
    m_argument = argument;
    m_stack->setCurrentWidget(page);
    page->enter(argument);
    Q_EMIT shown(m_key);
}

}  // namespace simrs
