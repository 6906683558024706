// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of drugs and rules, made ready to be asked. Built once from the rows that are held; pure.
#pragma once

#include <QHash>
#include <QList>
#include <QSet>

#include "common/prescribing/drug.h"

namespace simrs {

struct DrugLists {
    QList<Drug> drugs;
    QList<DrugForm> forms;
    QList<DrugGroupMember> members;
    QList<Interaction> interactions;
    QList<AllergyRule> allergyRules;
    QList<DoseLimit> doseLimits;
    QList<DuplicateAllowed> duplicatesAllowed;
};

class DrugBook {
  public:
    DrugBook() = default;
    /// Rows that are not active are left out.
    explicit DrugBook(const DrugLists& lists);

    /// Null where there is none. Pointers live as long as the book.
    const Drug* drug(const QString& code) const;
    const DrugForm* form(const QString& code) const;
    const DoseLimit* doseLimit(const QString& drug, bool injected) const;
    const QList<Interaction>& interactions() const { return m_interactions; }
    const QList<AllergyRule>& allergyRules() const { return m_allergyRules; }

    /// Whether a drug is meant by a rule's side: its own code, or "@" and a group it belongs to.
    bool isMeant(const QString& drug, const QString& side) const;
    /// Of one class, and not allowed together.
    bool isDuplicate(const QString& one, const QString& other) const;
    /// What somebody meant who wrote a substance down: sides of rules (drugs, groups). Empty: it is not in
    /// the lists, and nothing can be checked by it. Case, spaces and the salt ("natrium", "HCl") do not
    /// count.
    QStringList sidesOf(const QString& substance) const;

  private:
    QHash<QString, Drug> m_drugs;
    QHash<QString, DrugForm> m_forms;
    QHash<QString, DoseLimit> m_limits;      // by drug, with "/injection" of what is injected
    QHash<QString, QSet<QString>> m_groups;  // of a drug
    QHash<QString, QStringList> m_sides;     // by the substance, as substanceKey() writes it
    QList<Interaction> m_interactions;
    QList<AllergyRule> m_allergyRules;
    QList<DuplicateAllowed> m_allowed;
};

/// A substance as it is compared: small letters, single spaces, without salts and remarks in brackets.
QString substanceKey(const QString& substance);

}  // namespace simrs
