// SPDX-License-Identifier: GPL-3.0-or-later
// The table of roles and permissions; tests/access holds a golden copy of the matrix it makes.
#include "common/access/permission.h"

#include <algorithm>
#include <initializer_list>

namespace simrs {
namespace {

using P = Permission;

/// The administrator keeps the system and sees no patient; the auditor sees who did what, and no patient's
/// file. The desk sees of allergies what stands in the patient's file, whether there are any; what they are
/// is for those who treat. Whoever may take an allergy away answers for it: the doctor.
std::initializer_list<P> permissionsOf(Role role) {
    static constexpr std::initializer_list<P> clerk = {
        P::OwnAccount, P::FindPatient,  P::ViewPatient, P::EnterPatient, P::CorrectPatient,   P::ViewVisits,
        P::EnterVisit, P::CorrectVisit, P::ViewMasters, P::TakeNumbers,  P::TakeCounterTicket};
    static constexpr std::initializer_list<P> head = {
        P::OwnAccount,     P::FindPatient,    P::ViewPatient, P::EnterPatient,
        P::CorrectPatient, P::ViewVisits,     P::EnterVisit,  P::CorrectVisit,
        P::ViewMasters,    P::EditMasters,    P::TakeNumbers, P::MergePatients,
        P::ImportPatients, P::ExportPatients, P::ViewNumbers, P::TakeCounterTicket};
    static constexpr std::initializer_list<P> records = {
        P::OwnAccount,     P::FindPatient,    P::ViewPatient, P::CorrectPatient,
        P::ViewVisits,     P::CorrectVisit,   P::ViewMasters, P::MergePatients,
        P::ImportPatients, P::ExportPatients, P::ViewNumbers};
    static constexpr std::initializer_list<P> dispenser = {P::OwnAccount, P::ViewMasters,
                                                           P::TakeCounterTicket};
    static constexpr std::initializer_list<P> doctor = {
        P::OwnAccount, P::FindPatient, P::ViewPatient,   P::ViewVisits,   P::ViewMasters,   P::ViewNotes,
        P::EnterNote,  P::CorrectNote, P::ViewAllergies, P::EnterAllergy, P::CorrectAllergy};
    static constexpr std::initializer_list<P> manager = {P::OwnAccount, P::FindPatient, P::ViewPatient,
                                                         P::ViewVisits, P::ViewMasters};
    static constexpr std::initializer_list<P> administrator = {P::OwnAccount, P::ViewMasters, P::EditMasters};
    static constexpr std::initializer_list<P> auditor = {P::OwnAccount, P::ViewMasters, P::ViewAudit};
    static constexpr std::initializer_list<P> nurse = {
        P::OwnAccount, P::FindPatient, P::ViewPatient,   P::ViewVisits,   P::ViewMasters, P::ViewNotes,
        P::EnterNote,  P::CorrectNote, P::ViewAllergies, P::EnterAllergy, P::ViewStock,   P::DispenseStock};
    static constexpr std::initializer_list<P> keeper = {P::OwnAccount,    P::ViewMasters, P::ViewStock,
                                                        P::DispenseStock, P::EnterStock,  P::CorrectStock};
    switch (role) {
        case Role::RegistrationClerk:
            return clerk;
        case Role::HeadOfRegistration:
            return head;
        case Role::Manager:
            return manager;
        case Role::Administrator:
            return administrator;
        case Role::Auditor:
            return auditor;
        case Role::Nurse:
            return nurse;
        case Role::StockKeeper:
            return keeper;
        case Role::Doctor:
            return doctor;
        case Role::RecordsOfficer:
            return records;
        case Role::TicketDispenser:
            return dispenser;
    }
    return {};
}

}  // namespace

QString roleName(Role role) {
    switch (role) {
        case Role::RegistrationClerk:
            return QStringLiteral("registration_clerk");
        case Role::HeadOfRegistration:
            return QStringLiteral("head_of_registration");
        case Role::Manager:
            return QStringLiteral("manager");
        case Role::Administrator:
            return QStringLiteral("administrator");
        case Role::Auditor:
            return QStringLiteral("auditor");
        case Role::Nurse:
            return QStringLiteral("nurse");
        case Role::StockKeeper:
            return QStringLiteral("stock_keeper");
        case Role::Doctor:
            return QStringLiteral("doctor");
        case Role::RecordsOfficer:
            return QStringLiteral("records_officer");
        case Role::TicketDispenser:
            return QStringLiteral("ticket_dispenser");
    }
    return QString();
}

std::optional<Role> roleFromName(const QString& name) {
    for (const Role role : kRoles) {
        if (roleName(role) == name) return role;
    }
    return std::nullopt;
}

bool allows(Role role, Permission permission) {
    const auto list = permissionsOf(role);
    return std::find(list.begin(), list.end(), permission) != list.end();
}

PermissionSet::PermissionSet(const QList<Role>& roles) {
    for (const Role role : roles) {
        for (const Permission permission : permissionsOf(role))
            m_bits |= 1u << static_cast<unsigned>(permission);
    }
}

}  // namespace simrs
