// SPDX-License-Identifier: GPL-3.0-or-later
// Roles and what they allow. A person holds several roles; rights are per class of data: view, enter, correct
// (Permenkes 24/2022, articles 29-30).
#pragma once

#include <QList>
#include <QString>
#include <cstdint>
#include <optional>

namespace simrs {

/// Number on the wire and in the database: append only.
enum class Role {
    RegistrationClerk,
    HeadOfRegistration,
    Manager,
    Administrator,
    Auditor,
    Nurse,
    StockKeeper,
    Doctor,
    RecordsOfficer,   ///< PMIK: owns merges, imports and what leaves the house.
    TicketDispenser,  ///< The machine at the door: no person, sees nobody's data.
};
constexpr int enumCount(Role) { return 10; }
inline constexpr Role kRoles[] = {Role::RegistrationClerk, Role::HeadOfRegistration,
                                  Role::Manager,           Role::Administrator,
                                  Role::Auditor,           Role::Nurse,
                                  Role::StockKeeper,       Role::Doctor,
                                  Role::RecordsOfficer,    Role::TicketDispenser};

enum class Permission {
    None,  ///< Declared nothing: does not compile in a request list.
    OwnAccount,
    FindPatient,
    ViewPatient,
    EnterPatient,
    CorrectPatient,
    ViewVisits,
    EnterVisit,
    CorrectVisit,
    ViewMasters,
    EditMasters,
    TakeNumbers,
    ViewAudit,
    ViewStock,
    DispenseStock,
    EnterStock,
    CorrectStock,
    MergePatients,
    ViewNotes,
    EnterNote,
    CorrectNote,
    ViewAllergies,
    EnterAllergy,
    CorrectAllergy,
    ImportPatients,
    ExportPatients,
    ViewNumbers,
    TakeCounterTicket,
};
constexpr int enumCount(Permission) { return 28; }

QString roleName(Role role);  ///< "registration_clerk", as in the command line and the audit.
std::optional<Role> roleFromName(const QString& name);
bool allows(Role role, Permission permission);

/// The union of some roles' permissions.
class PermissionSet {
  public:
    PermissionSet() = default;
    explicit PermissionSet(const QList<Role>& roles);
    bool has(Permission permission) const {
        return permission != Permission::None && (m_bits & (1u << static_cast<unsigned>(permission))) != 0;
    }
    std::uint32_t bits() const { return m_bits; }
    static PermissionSet fromBits(std::uint32_t bits) {
        PermissionSet set;
        set.m_bits = bits;
        return set;
    }

  private:
    std::uint32_t m_bits = 0;
};

}  // namespace simrs
