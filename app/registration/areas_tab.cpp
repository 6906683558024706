// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/areas_tab.h"

#include <QHBoxLayout>

#include "app/client/backend.h"
#include "app/kit/card.h"
#include "app/kit/data_table.h"
#include "app/kit/label.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"

namespace simrs {

AreasTab::AreasTab(Workbench& workbench, QWidget* parent) : MasterView(parent) {
    setObjectName(QStringLiteral("areaTab"));
    if (const Masters* masters = workbench.backend().masters()) m_book.setCity(masters->hospital.city);
    const Theme& t = theme();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, t.px(14), t.px(16), t.px(14));
    row->setSpacing(t.px(14));
    row->addWidget(buildList(), 8);
    row->addWidget(buildSource(), 3);
    connect(m_search, &SearchField::searched, this, &AreasTab::look);
    connect(m_search, &SearchField::leftDownwards, this, &AreasTab::begin);
    connect(m_search, &SearchField::submitted, this, &AreasTab::begin);
    connect(&m_book, &AreaBook::ready, this, [this] {
        Q_EMIT counted(static_cast<int>(m_book.villages()));
        look(m_typed);
    });
    connect(&m_book, &AreaBook::failed, this, [this] {
        m_failed = true;
        tellState();
    });
    tellState();
}

QWidget* AreasTab::buildList() {
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(10));
    m_search = new SearchField(tr("Village, district, city or code"), QStringLiteral("Ctrl+F"));
    m_search->setObjectName(QStringLiteral("areaFilter"));
    m_search->setAccessibleName(tr("Village, district, city or code"));
    column->addWidget(m_search);
    auto* list = new Card({}, CardBody::Flush);
    m_table = new DataTable(tr("Villages"));
    m_table->setObjectName(QStringLiteral("areaTable"));
    m_found.setHorizontalHeaderLabels(
        {tr("Village"), tr("District"), tr("City"), tr("Province"), tr("Code")});
    m_table->setModel(&m_found);
    m_table->setColumns({{90, 1}, {90, 1}, {100, 1}, {80, 1}, {96}});
    list->body()->addWidget(m_table);
    column->addWidget(list, 1);
    return left;
}

QWidget* AreasTab::buildSource() {
    auto* card = new Card(tr("Where they come from"));
    for (const QString& text :
         {tr("Codes and names of the Ministry of Home Affairs (Kemendagri)."),
          tr("From idn-area-data 4.0.1 by Fityan Nugroho and contributors, under the Open Database License "
             "(ODbL 1.0). This list is under the same licence."),
          tr("They come with the program and cannot be changed here. An address may be typed by hand.")}) {
        auto* label = makeLabel(LabelKind::Body, text);
        label->setWordWrap(true);
        card->body()->addWidget(label);
    }
    card->body()->addStretch(1);
    return card;
}

void AreasTab::begin() {
    if (m_found.rowCount() == 0) return narrow();
    if (m_table->currentRow() < 0) m_table->setCurrentRow(0);
    m_table->setFocus(Qt::TabFocusReason);
}

void AreasTab::narrow() { m_search->begin(); }

void AreasTab::look(const QString& typed) {
    m_typed = typed;
    m_found.setRowCount(0);
    for (const Area& area : m_book.look(typed, kShown)) {
        QList<QStandardItem*> cells;
        for (const QString& text : {area.village, area.district, area.city, area.province, area.code}) {
            cells.append(new QStandardItem(text));
            cells.last()->setEditable(false);
        }
        m_found.appendRow(cells);
    }
    tellState();
}

/// Why the table is empty, where it is.
void AreasTab::tellState() {
    const QString icon = QStringLiteral("map-pin");
    if (m_failed)
        m_table->setEmptyText(icon, tr("The list of areas cannot be read"),
                              tr("Addresses are typed by hand. Call IT."));
    else if (m_book.villages() == 0)
        m_table->setEmptyText(icon, tr("Reading the areas…"));
    else if (m_typed.isEmpty())
        m_table->setEmptyText(icon, tr("Type three letters or two digits"),
                              tr("Any part of a name, or the beginning of a code."));
    else
        m_table->setEmptyText(icon, tr("Nothing found"), tr("Type less, or another spelling."));
}

}  // namespace simrs
