// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/masters_page.h"

#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/client/backend.h"
#include "app/kit/action_bar.h"
#include "app/kit/dialogs.h"
#include "app/kit/entity_form.h"
#include "app/kit/form_grid.h"
#include "app/kit/icon.h"
#include "app/registration/master_tab.h"

namespace simrs {

MastersPage::MastersPage(Workbench& workbench, QWidget* parent) : Page(workbench, parent) {
    setObjectName(QStringLiteral("mastersPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName(QStringLiteral("mastersTabs"));
    m_tabs->tabBar()->setAccessibleName(tr("Master data"));
    for (const MasterKind& kind : masterKinds()) {
        auto* tab = new MasterTab(workbench, kind);
        m_tabs->addTab(tab, icon(kind.icon), kind.title);
        m_masters.append(tab);
        connect(tab, &MasterTab::stateChanged, this, &MastersPage::offerActions);
    }
    column->addWidget(m_tabs, 1);
    m_bar = new ActionBar;
    m_back = m_bar->addSecondary(tr("Back (Esc)"), {}, QKeySequence(Qt::Key_Escape));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_new = m_bar->addSecondary(tr("New (F4)"), QStringLiteral("plus"), QKeySequence(Qt::Key_F4));
    m_new->setObjectName(QStringLiteral("newMasterButton"));
    auto* save =
        m_bar->setPrimary(tr("Save (Ctrl+S)"), QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_S));
    save->setObjectName(QStringLiteral("saveMasterButton"));
    column->addWidget(m_bar);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MastersPage::changeTab);
    connect(m_back, &QPushButton::clicked, this, &MastersPage::escape);
    connect(m_new, &QPushButton::clicked, this, [this] { current()->makeNew(); });
    connect(save, &QPushButton::clicked, this, [this] { current()->save(); });
    changeTab(0);
}

QString MastersPage::title() const { return tr("Master data"); }

MasterTab* MastersPage::current() const { return m_masters.at(std::max(m_tabs->currentIndex(), 0)); }

void MastersPage::enter(const QVariant& argument) {
    for (int at = 0; at < m_masters.size(); ++at)
        if (m_masters.at(at)->kind().key == argument.toString()) m_tabs->setCurrentIndex(at);
    current()->begin();
}

void MastersPage::changeTab(int) {
    for (const MasterTab* tab : m_masters) disconnect(tab->form()->grid(), nullptr, m_bar, nullptr);
    m_bar->followErrors(current()->form()->grid());
    offerActions();
}

/// Out of the form first, then out of the page.
void MastersPage::escape() {
    MasterTab* tab = current();
    const bool inForm = tab->form()->isAncestorOf(QWidget::focusWidget());
    if (inForm && !tab->isDirty() && !tab->isNew()) return tab->begin();
    if (tab->isDirty() || tab->isNew()) {
        const bool asks = tab->isDirty();
        if (tab->isSaving()) return;
        if (asks && !workbench().dialogs().confirm(
                        this, {tr("Discard what you typed?"), tr("The changes in the form are not saved."),
                               tr("Discard"), tr("Go on typing"), true}))
            return;
        tab->discard();
        return tab->begin();
    }
    workbench().back();
}

void MastersPage::offerActions() {
    const bool mayEdit = workbench().backend().may(Permission::EditMasters);
    const MasterTab* tab = current();
    m_new->setEnabled(mayEdit && !tab->isSaving());
    m_bar->primary()->setEnabled(mayEdit && tab->isDirty() && !tab->isSaving());
    m_bar->setStatus(tab->isSaving() ? tr("Saving…") : QString());
    m_bar->setHints(mayEdit ? tr("Up and down choose · Enter edit · F4 new · Ctrl+S save · Esc back")
                            : tr("Up and down choose · Esc back"));
}

bool MastersPage::isDirty() const {
    for (const MasterTab* tab : m_masters)
        if (tab->isDirty()) return true;
    return false;
}

void MastersPage::discard() {
    for (MasterTab* tab : m_masters) tab->discard();
}

}  // namespace simrs
