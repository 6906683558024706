// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/counter_place_form.h"

#include <QCheckBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/error_text.h"
#include "app/kit/form_grid.h"
#include "app/kit/text_field.h"
#include "common/base/text.h"
#include "common/registration/counter_rules.h"

namespace simrs {
namespace {

const QString counterKey = QStringLiteral("counter");
const QString servicesKey = QStringLiteral("services");

}  // namespace

CounterPlaceForm::CounterPlaceForm(const QString& counter, const QList<CounterServiceId>& chosen,
                                   const QList<CounterService>& offered, QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_grid = new FormGrid;
    m_counter = new TextField;
    m_counter->setObjectName(QStringLiteral("counterField"));
    m_counter->setAtMost(limits::kCounterChars);
    m_counter->setText(counter);
    m_grid->addField(counterKey, tr("This counter"), m_counter, FormGrid::columns, Need::Required);
    m_grid->setHint(counterKey, tr("As it is called out: “Counter 2”"));
    auto* boxes = new QWidget;
    boxes->setObjectName(QStringLiteral("servicesBox"));
    auto* list = new QVBoxLayout(boxes);
    list->setContentsMargins(0, 0, 0, 0);
    for (const CounterService& service : offered) {
        if (!service.active) continue;
        auto* box = new QCheckBox(service.letter + QStringLiteral(" · ") + service.name);
        box->setChecked(chosen.isEmpty() || chosen.contains(service.id));
        list->addWidget(box);
        m_boxes.append({service.id, box});
    }
    m_grid->addField(servicesKey, tr("Calls numbers of"), boxes, FormGrid::columns);
    column->addWidget(m_grid);
    setFocusProxy(m_counter);
}

QString CounterPlaceForm::counter() const { return cleanLine(m_counter->text()); }

QList<CounterServiceId> CounterPlaceForm::services() const {
    QList<CounterServiceId> ticked;
    for (const auto& [id, box] : m_boxes)
        if (box->isChecked()) ticked.append(id);
    return ticked.size() == m_boxes.size() ? QList<CounterServiceId>() : ticked;
}

bool CounterPlaceForm::check() {
    QList<FieldError> errors;
    if (const Status named = checkCounter(counter()); !named)
        errors.append({counterKey, errorText(named.error())});
    const bool any = std::any_of(m_boxes.cbegin(), m_boxes.cend(),
                                 [](const auto& one) { return one.second->isChecked(); });
    if (!any && !m_boxes.isEmpty()) errors.append({servicesKey, tr("Tick at least one")});
    return m_grid->showErrors(errors) == 0;
}

}  // namespace simrs
