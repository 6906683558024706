// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of lists, and what is written beside a patient.
#include "common/registration/paper_requests.h"
#include "common/registration/patient_photo.h"
#include "tests/core/random_world.h"

namespace simrs::test {
namespace {

/// A change of a row as its author saw it, or of one that has changed since.
template <Entity E>
QByteArray renamed(const QList<E>& rows, Random& random) {
    E base = pick(random, rows);
    E row = base;
    row.name = QStringLiteral("Nama Baru");
    if (random.below(3) == 0) base.name = QStringLiteral("Nama Lama");
    return encode(SaveMaster<E>{base, row});
}

}  // namespace

std::optional<QByteArray> aimedAtLists(qint64 type, const World& world, Random& random) {
    switch (type) {
        case SaveMaster<Clinic>::info.type:
            return renamed(world.clinics, random);
        case SaveMaster<Doctor>::info.type:
            return renamed(world.doctors, random);
        case SaveMaster<Payer>::info.type:
            return renamed(world.payers, random);
        case SaveMaster<Bed>::info.type:
            return renamed(world.beds, random);
        case SaveMaster<Staff>::info.type:
            return renamed(world.staff, random);
        case SaveMaster<Facility>::info.type:
            return renamed(world.facilities, random);
        case SaveMaster<Holiday>::info.type:
            return renamed(world.holidays, random);
        case SaveMaster<CounterService>::info.type:
            return renamed(world.services, random);
        case TellApart::info.type:
            return encode(TellApart{pick(random, world.patients).id, pick(random, world.patients).id,
                                    QStringLiteral("kembar")});
        case NotePrint::info.type:
            return encode(NotePrint{pick(random, world.patients).id,
                                    random.below(2) ? pick(random, world.visits).id : VisitId(),
                                    static_cast<PaperKind>(random.below(4))});
        case SavePhoto::info.type:
            return encode(SavePhoto{pick(random, world.patients).id, QByteArray("\xff\xd8\xff x \xff\xd9")});
        default:
            return std::nullopt;
    }
}

}  // namespace simrs::test
