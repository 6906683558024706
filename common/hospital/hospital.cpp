// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the rooms.
#include "common/hospital/hospital.h"

#include "common/access/device_registry.h"
#include "common/core/case_item.h"
#include "common/core/command_record.h"
#include "common/core/number_block.h"
#include "common/core/restored_numbers.h"
#include "common/core/session_calls.h"
#include "common/core/ticket_range.h"
#include "common/inventory/requests.h"
#include "common/records/requests.h"
#include "common/registration/counter_requests.h"
#include "common/registration/history_requests.h"
#include "common/registration/number_alias.h"
#include "common/registration/paper_requests.h"
#include "common/registration/patient_photo.h"
#include "common/registration/requests.h"
#include "common/registration/stay_requests.h"
#include "common/registration/transfer_requests.h"

namespace simrs {

const EntityList& hospitalEntities() {
    static const EntityList entities = {&entityType<User>(),
                                        &entityType<UserRole>(),
                                        &entityType<Device>(),
                                        &entityType<DeviceUnit>(),
                                        &entityType<RestoredNumbers>(),
                                        &entityType<Session>(),
                                        &entityType<NumberBlock>(),
                                        &entityType<CommandRecord>(),
                                        &entityType<CaseItem>(),
                                        &entityType<Hospital>(),
                                        &entityType<Clinic>(),
                                        &entityType<Doctor>(),
                                        &entityType<Payer>(),
                                        &entityType<Bed>(),
                                        &entityType<Holiday>(),
                                        &entityType<Facility>(),
                                        &entityType<Staff>(),
                                        &entityType<CounterService>(),
                                        &entityType<Patient>(),
                                        &entityType<PatientDetails>(),
                                        &entityType<PatientPhoto>(),
                                        &entityType<DistinctPair>(),
                                        &entityType<Visit>(),
                                        &entityType<Ticket>(),
                                        &entityType<VisitDetails>(),
                                        &entityType<VisitChange>(),
                                        &entityType<Stay>(),
                                        &entityType<StayMove>(),
                                        &entityType<CounterTicket>(),
                                        &entityType<PrintedPaper>(),
                                        &entityType<TicketRange>(),
                                        &entityType<NumberAlias>(),
                                        &entityType<PatientExport>(),
                                        &entityType<Allergy>(),
                                        &entityType<ClinicalNote>(),
                                        &entityType<Item>(),
                                        &entityType<Depot>(),
                                        &entityType<Lot>(),
                                        &entityType<StockLine>(),
                                        &entityType<StockRight>(),
                                        &entityType<Movement>()};
    return entities;
}

const RequestTable& hospitalRequests() {
    static const RequestTable table = [] {
        RequestTable made;
        made.add(SessionCalls());
        made.add(RegistrationRequests());
        made.add(MasterHistoryRequests());
        made.add(PhotoRequests());
        made.add(VisitRequests());
        made.add(StayRequests());
        made.add(PaperRequests());
        made.add(TransferRequests());
        made.add(CounterRequests());
        made.add(RecordsRequests());
        made.add(InventoryRequests());
        return made;
    }();
    return table;
}

}  // namespace simrs
