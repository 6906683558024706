// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/prescribing/drug_book.h"

#include <QRegularExpression>

#include <algorithm>

namespace simrs {
namespace {

QString limitKey(const QString& drug, bool injected) {
    return injected ? drug + QStringLiteral("/injection") : drug;
}

}  // namespace

QString substanceKey(const QString& substance) {
    static const QRegularExpression remark(QStringLiteral(R"(\([^)]*\))"));
    static const QRegularExpression salt(
        QStringLiteral(R"(\b(natrium|kalium|sodium|hcl|hidroklorida|maleat|sulfat|trihidrat)\b)"));
    QString key = substance.toCaseFolded();
    key.remove(remark);
    const QString whole = key.simplified();
    key = key.remove(salt).simplified();
    // "Natrium klorida" is no klorida.
    return key.size() < 4 || key == QLatin1String("klorida") ? whole : key;
}

DrugBook::DrugBook(const DrugLists& lists) {
    for (const Drug& drug : lists.drugs) {
        if (!drug.active) continue;
        m_drugs.insert(drug.code, drug);
        m_sides[substanceKey(drug.generic)].append(drug.code);
        // Who does not bear one of the substances does not bear what holds it.
        const QStringList parts = drug.generic.split(QLatin1Char('+'));
        for (const QString& part : parts) {
            if (parts.size() > 1) m_sides[substanceKey(part)].append(drug.code);
        }
    }
    for (const DrugForm& form : lists.forms) {
        if (form.active) m_forms.insert(form.code, form);
    }
    for (const DrugGroupMember& member : lists.members) {
        if (!member.active) continue;
        m_groups[member.drug].insert(member.group);
        QStringList& sides = m_sides[substanceKey(member.name)];
        const QString side = QLatin1Char('@') + member.group;
        if (!sides.contains(side)) sides.append(side);
    }
    for (const DoseLimit& limit : lists.doseLimits) {
        if (limit.active) m_limits.insert(limitKey(limit.drug, limit.injected), limit);
    }
    const auto keepActive = [](const auto& from, auto& into) {
        std::copy_if(from.begin(), from.end(), std::back_inserter(into),
                     [](const auto& row) { return row.active; });
    };
    keepActive(lists.interactions, m_interactions);
    keepActive(lists.allergyRules, m_allergyRules);
    keepActive(lists.duplicatesAllowed, m_allowed);
}

const Drug* DrugBook::drug(const QString& code) const {
    const auto found = m_drugs.constFind(code);
    return found == m_drugs.cend() ? nullptr : &*found;
}

const DrugForm* DrugBook::form(const QString& code) const {
    const auto found = m_forms.constFind(code);
    return found == m_forms.cend() ? nullptr : &*found;
}

const DoseLimit* DrugBook::doseLimit(const QString& drug, bool injected) const {
    const auto found = m_limits.constFind(limitKey(drug, injected));
    return found == m_limits.cend() ? nullptr : &*found;
}

bool DrugBook::isMeant(const QString& drug, const QString& side) const {
    if (!side.startsWith(QLatin1Char('@'))) return drug == side;
    return m_groups.value(drug).contains(side.mid(1));
}

bool DrugBook::isDuplicate(const QString& one, const QString& other) const {
    const Drug* first = drug(one);
    const Drug* second = drug(other);
    if (first == nullptr || second == nullptr) return false;
    const bool sameClass = (!first->atc.isEmpty() && first->atc == second->atc) ||
                           (!first->className.isEmpty() && first->className == second->className);
    if (one != other && !sameClass) return false;
    return std::none_of(m_allowed.begin(), m_allowed.end(), [&](const DuplicateAllowed& row) {
        return (isMeant(one, row.one) && isMeant(other, row.other)) ||
               (isMeant(one, row.other) && isMeant(other, row.one));
    });
}

QStringList DrugBook::sidesOf(const QString& substance) const {
    return m_sides.value(substanceKey(substance));
}

}  // namespace simrs
