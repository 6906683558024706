// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/file_finder.h"

#include <QVBoxLayout>

#include "app/kit/data_table.h"
#include "app/kit/error_text.h"
#include "app/kit/search_field.h"
#include "app/kit/theme.h"

namespace simrs {

FileFinder::FileFinder(Backend& backend, const PatientId& except)
    : m_backend(backend),
      m_except(except),
      m_model({HitColumn::Mrn, HitColumn::Name, HitColumn::BirthDate, HitColumn::Why}) {
    const Theme& t = theme();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.px(10));
    m_box = new SearchField(tr("Name, MRN, NIK, card or phone"));
    m_box->setObjectName(QStringLiteral("otherFileField"));
    m_box->setAccessibleName(tr("Find the other file"));
    m_table = new DataTable(tr("Files found"));
    m_table->setObjectName(QStringLiteral("otherFilesTable"));
    m_table->setModel(&m_model);
    m_table->setColumns({{98}, {190, 3}, {96}, {130, 2}});
    m_table->setEmptyText(QStringLiteral("search"), tr("Nothing found yet"),
                          tr("Type whatever is known of the person."));
    m_table->setMinimumSize(t.px(620), t.px(240));
    column->addWidget(m_box);
    column->addWidget(m_table, 1);
    setFocusProxy(m_box);
    connect(m_box, &SearchField::searched, this, &FileFinder::ask);
    connect(m_box, &SearchField::leftDownwards, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
}

PatientId FileFinder::chosen() const {
    const PatientHit* hit = m_model.hit(m_table->currentRow());
    return hit == nullptr ? PatientId() : hit->patient.id;
}

void FileFinder::ask(const QString& text) {
    m_question.cancel();
    if (text.isEmpty()) return take(FoundPatients());
    FindPatients query;
    query.text = text;
    m_question = m_backend.ask(query, this, [this](const Result<FoundPatients>& found) { take(found); });
}

void FileFinder::take(const Result<FoundPatients>& found) {
    QList<PatientHit> hits = found ? found->hits : QList<PatientHit>();
    hits.removeIf([this](const PatientHit& hit) { return hit.patient.id == m_except; });
    m_model.setHits(hits, MasterNames(m_backend), m_backend.today(), {});
    if (!hits.isEmpty()) m_table->setCurrentRow(0);
    m_table->setEmptyText(
        QStringLiteral("search"), tr("Nobody else found"),
        found ? tr("Try the number on an old paper, or a part of the name.") : errorText(found.error()));
}

}  // namespace simrs
