// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/masters_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include "app/client/backend.h"
#include "app/kit/action_bar.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/form_grid.h"
#include "app/kit/theme.h"
#include "app/registration/areas_tab.h"
#include "app/registration/master_tab.h"

namespace simrs {

MastersPage::MastersPage(Workbench& workbench, QWidget* parent)
    : Page(workbench, parent), m_kinds(masterKinds()) {
    setObjectName(QStringLiteral("mastersPage"));
    for (const MasterKind& kind : m_kinds) addList(kind.key, kind.title, kind.icon);
    addList(QStringLiteral("area"), tr("Villages"), QStringLiteral("map-pin"));
    m_views.resize(m_keys.size());
    build();
    bindKeys();
    connect(&workbench.backend(), &Backend::mastersChanged, this, &MastersPage::countRows);
    countRows();
    m_listTable->setCurrentRow(0);
}

void MastersPage::addList(const QString& key, const QString& title, const QString& icon) {
    auto* name = new QStandardItem(title);
    name->setData(icon, Qt::DecorationRole);
    auto* count = new QStandardItem;
    for (QStandardItem* item : {name, count}) item->setEditable(false);
    m_lists.appendRow({name, count});
    m_keys.append(key);
}

void MastersPage::build() {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(t.px(16), 0, 0, 0);
    row->setSpacing(t.px(14));
    row->addWidget(buildLists());
    m_stack = new QStackedWidget;
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    m_bar = new ActionBar;
    m_back = m_bar->addSecondary(tr("Back (Esc)"), {}, QKeySequence(Qt::Key_Escape));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_new = m_bar->addSecondary(tr("New (F4)"), QStringLiteral("plus"), QKeySequence(Qt::Key_F4));
    m_new->setObjectName(QStringLiteral("newMasterButton"));
    auto* save =
        m_bar->setPrimary(tr("Save (Ctrl+S)"), QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_S));
    save->setObjectName(QStringLiteral("saveMasterButton"));
    column->addWidget(m_bar);
    connect(m_back, &QPushButton::clicked, this, &MastersPage::escape);
    connect(m_new, &QPushButton::clicked, this, [this] { current()->makeNew(); });
    connect(save, &QPushButton::clicked, this, [this] { current()->save(); });
}

QWidget* MastersPage::buildLists() {
    const Theme& t = theme();
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, t.px(14), 0, t.px(14));
    auto* card = new Card({}, CardBody::Flush);
    m_listTable = new DataTable(tr("Lists"));
    m_listTable->setObjectName(QStringLiteral("mastersLists"));
    m_lists.setHorizontalHeaderLabels({tr("Lists"), tr("Rows")});
    m_listTable->setModel(&m_lists);
    m_listTable->setColumns({{132, 1}, {66, 0, true}});
    card->body()->addWidget(m_listTable);
    column->addWidget(card);
    holder->setFixedWidth(t.px(206));
    connect(m_listTable, &DataTable::currentRowChanged, this, &MastersPage::showList);
    connect(m_listTable, &DataTable::rowActivated, this, [this] { current()->begin(); });
    return holder;
}

void MastersPage::bindKeys() {
    const auto bind = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_PageDown, [this] { stepList(1); });
    bind(Qt::CTRL | Qt::Key_PageUp, [this] { stepList(-1); });
    bind(Qt::CTRL | Qt::Key_F, [this] { current()->narrow(); });
}

QString MastersPage::title() const { return tr("Master data"); }

MasterView* MastersPage::view(int at) {
    MasterView*& made = m_views[at];
    if (made != nullptr) return made;
    if (at < m_kinds.size())
        made = new MasterTab(workbench(), m_kinds.at(at));
    else
        made = new AreasTab(workbench());
    m_stack->addWidget(made);
    putBarBehind(made);
    connect(made, &MasterView::stateChanged, this, &MastersPage::offerActions);
    connect(made, &MasterView::counted, this,
            [this, at](int rows) { m_lists.item(at, 1)->setText(QLocale().toString(rows)); });
    return made;
}

/// Tab goes from the list of lists through the list to the buttons, also into lists that come later.
void MastersPage::putBarBehind(QWidget* list) {
    QWidget* last = m_listTable;
    for (QWidget* at = list->nextInFocusChain(); list->isAncestorOf(at); at = at->nextInFocusChain())
        if (at->focusPolicy() != Qt::NoFocus) last = at;
    QList<QWidget*> bar;
    // What is wrong stands left of the buttons, and leads to its field.
    for (QLabel* label : m_bar->findChildren<QLabel*>())
        if (label->focusPolicy() != Qt::NoFocus) bar.append(label);
    bar += {m_back, m_new, m_bar->primary()};
    for (QWidget* one : bar) {
        setTabOrder(last, one);
        last = one;
    }
}

void MastersPage::enter(const QVariant& argument) {
    if (const auto at = m_keys.indexOf(argument.toString()); at >= 0)
        m_listTable->setCurrentRow(static_cast<int>(at));
    current()->begin();
}

void MastersPage::showList(int at) {
    if (at < 0) return;
    if (m_current != nullptr && m_current->grid() != nullptr) m_bar->forgetErrors(m_current->grid());
    m_current = view(at);
    m_stack->setCurrentWidget(m_current);
    if (m_current->grid() != nullptr) m_bar->followErrors(m_current->grid());
    offerActions();
}

/// Round and round; into the list that has come.
void MastersPage::stepList(int by) {
    const int count = m_lists.rowCount();
    m_listTable->setCurrentRow((m_listTable->currentRow() + by + count) % count);
    current()->begin();
}

void MastersPage::countRows() {
    const Masters* masters = workbench().backend().masters();
    if (masters == nullptr) return;
    for (int at = 0; at < m_kinds.size(); ++at)
        m_lists.item(at, 1)->setText(QLocale().toString(m_kinds.at(at).rows(*masters).size()));
}

/// Where something typed is not saved.
void MastersPage::markLists() {
    for (int at = 0; at < m_kinds.size(); ++at) {
        const MasterKind& kind = m_kinds.at(at);
        const bool isDirty = m_views.at(at) != nullptr && m_views.at(at)->isDirty();
        QStandardItem* item = m_lists.item(at);
        item->setData(isDirty ? QStringLiteral("pencil") : kind.icon, Qt::DecorationRole);
        item->setData(isDirty, StrongRole);
        const QString words = isDirty ? tr("%1 (not saved)").arg(kind.title) : kind.title;
        item->setData(words, Qt::AccessibleTextRole);
        item->setToolTip(isDirty ? words : QString());
    }
}

/// Out of the form first, then out of the page.
void MastersPage::escape() {
    if (!current()->stepBack()) workbench().back();
}

void MastersPage::offerActions() {
    const MasterView* shown = current();
    if (shown == nullptr) return;
    const bool mayEdit = shown->mayEdit();
    m_new->setEnabled(mayEdit && !shown->isSaving());
    m_bar->primary()->setEnabled(mayEdit && shown->isDirty() && !shown->isSaving());
    m_bar->setStatus(shown->isSaving() ? tr("Saving…") : QString());
    m_bar->setHints(mayEdit ? tr("Ctrl+PgUp, Ctrl+PgDn list · Ctrl+F filter · Enter edit · Ctrl+H history")
                            : tr("Ctrl+PgUp, Ctrl+PgDn list · Ctrl+F filter"));
    markLists();
}

bool MastersPage::isDirty() const {
    for (const MasterView* one : m_views)
        if (one != nullptr && one->isDirty()) return true;
    return false;
}

void MastersPage::discard() {
    for (MasterView* one : m_views)
        if (one != nullptr) one->discard();
}

}  // namespace simrs
