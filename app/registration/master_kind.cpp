// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/master_kind.h"

#include <QCoreApplication>

#include "app/registration/licence_words.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct MasterKinds {
    Q_DECLARE_TR_FUNCTIONS(MasterKinds)
};

QString s(const char* text) { return QString::fromLatin1(text); }

template <Entity E>
Result<EntityBox> boxed(const Result<MasterSaved<E>>& saved) {
    if (!saved) return tl::unexpected<Error>(saved.error());
    return boxOf(entityType<E>(), &saved->row);
}

/// Queue letters are called out: capitals.
void tidy(QString& letter) { letter = letter.toUpper(); }

template <Entity E>
using Belongs = bool (*)(const E& row);

template <Entity E>
MasterKind kindOf(QList<E> Masters::*list, Belongs<E> belongs = nullptr) {
    MasterKind kind;
    kind.key = QString::fromLatin1(entityInfo<E>.table);
    kind.type = &entityType<E>();
    kind.rows = [list, belongs](const Masters& masters) {
        QList<EntityBox> rows;
        for (const E& row : masters.*list)
            if (!belongs || belongs(row)) rows.append(boxOf(entityType<E>(), &row));
        return rows;
    };
    kind.fresh = [] { return boxOf(entityType<E>()); };
    kind.references = [](const Masters&) { return References(); };
    kind.save = [](Backend& backend, const void* base, const void* row, const CommandId& id, QObject* context,
                   MasterKind::Saved then) {
        SaveMaster<E> command{*static_cast<const E*>(base), *static_cast<const E*>(row)};
        if constexpr (requires { command.row.letter; }) tidy(command.row.letter);
        backend.submit(
            std::move(command), context,
            [then = std::move(then)](const Result<MasterSaved<E>>& saved) { then(boxed<E>(saved)); }, id);
    };
    kind.savedFrom = [](const CommandOutcome& outcome) { return boxed<E>(outcome.as<SaveMaster<E>>()); };
    return kind;
}

bool isWard(const Clinic& clinic) { return clinic.kind == ClinicKind::Ward; }
bool isNoWard(const Clinic& clinic) { return !isWard(clinic); }

/// The names of clinics, wards, or both.
References unitNames(const Masters& masters, Belongs<Clinic> belongs) {
    QList<Choice> names;
    for (const Clinic& clinic : masters.clinics)
        if (!belongs || belongs(clinic)) names.append({clinic.name, clinic.id.uuid().toBytes()});
    return {{s("clinic_id"), names}};
}

MasterKind clinics() {
    MasterKind kind = kindOf<Clinic>(&Masters::clinics, isNoWard);
    kind.title = MasterKinds::tr("Clinics");
    kind.oneTitle = MasterKinds::tr("Clinic");
    kind.newTitle = MasterKinds::tr("New clinic");
    kind.icon = s("building");
    kind.form.hidden = {s("care_class"), s("kris")};
    kind.form.withheld = {{s("kind"), {static_cast<int>(ClinicKind::Ward)}}};
    kind.columns = {s("code"), s("name"), s("letter"), s("active")};
    kind.plans = {{84}, {150, 1}, {72}, {122}};
    return kind;
}

/// Wards never close and give no numbers.
MasterKind wards() {
    MasterKind kind = kindOf<Clinic>(&Masters::clinics, isWard);
    kind.key = s("ward");
    kind.title = MasterKinds::tr("Wards");
    kind.oneTitle = MasterKinds::tr("Ward");
    kind.newTitle = MasterKinds::tr("New ward");
    kind.icon = s("hospital");
    kind.form.words = s("ward");
    kind.form.hidden = {s("kind"), s("letter"), s("ticket_series"), s("opens_minute"), s("closes_minute")};
    kind.columns = {s("code"), s("name"), s("care_class"), s("kris"), s("active")};
    kind.plans = {{70}, {130, 1}, {84}, {72}, {122}};
    kind.fresh = [] {
        Clinic ward;
        ward.kind = ClinicKind::Ward;
        ward.opensMinute = 0;
        ward.closesMinute = 24 * 60;
        return boxOf(entityType<Clinic>(), &ward);
    };
    return kind;
}

MasterKind beds() {
    MasterKind kind = kindOf<Bed>(&Masters::beds);
    kind.title = MasterKinds::tr("Beds");
    kind.oneTitle = MasterKinds::tr("Bed");
    kind.newTitle = MasterKinds::tr("New bed");
    kind.icon = s("bed");
    kind.form.required = {s("clinic_id")};
    kind.columns = {s("code"), s("name"), s("clinic_id"), s("care_class"), s("active")};
    kind.plans = {{84}, {110, 2}, {100, 3}, {76}, {122}};
    kind.order = s("code");
    kind.references = [](const Masters& masters) { return unitNames(masters, isWard); };
    return kind;
}

MasterKind doctors() {
    MasterKind kind = kindOf<Doctor>(&Masters::doctors);
    kind.title = MasterKinds::tr("Doctors");
    kind.oneTitle = MasterKinds::tr("Doctor");
    kind.newTitle = MasterKinds::tr("New doctor");
    kind.icon = s("stethoscope");
    kind.columns = {s("name"), s("clinic_id"), s("licence_until"), s("active")};
    kind.plans = {{150, 4}, {80, 1}, {110}, {114}};
    kind.references = [](const Masters& masters) { return unitNames(masters, isNoWard); };
    kind.warnings = [](const void* row, QDate today) {
        QList<RowWarning> warnings;
        for (const LicenceWarning& one : licenceWarnings(*static_cast<const Doctor*>(row), today))
            warnings.append({one.field, licenceChip(one), licenceHint(one)});
        return warnings;
    };
    kind.warnedColumn = s("licence_until");
    kind.summary = [](const Masters& masters, QDate today) { return licenceSummary(masters.doctors, today); };
    return kind;
}

MasterKind payers() {
    MasterKind kind = kindOf<Payer>(&Masters::payers);
    kind.title = MasterKinds::tr("Payers");
    kind.oneTitle = MasterKinds::tr("Payer");
    kind.newTitle = MasterKinds::tr("New payer");
    kind.icon = s("wallet");
    kind.columns = {s("code"), s("name"), s("kind"), s("active")};
    kind.plans = {{92}, {130, 2}, {110, 1}, {122}};
    return kind;
}

MasterKind staff() {
    MasterKind kind = kindOf<Staff>(&Masters::staff);
    kind.title = MasterKinds::tr("Staff");
    kind.oneTitle = MasterKinds::tr("Member of staff");
    kind.newTitle = MasterKinds::tr("New member of staff");
    kind.icon = s("users");
    kind.columns = {s("name"), s("profession"), s("clinic_id"), s("active")};
    kind.plans = {{140, 3}, {110, 2}, {90, 2}, {122}};
    kind.references = [](const Masters& masters) { return unitNames(masters, nullptr); };
    return kind;
}

MasterKind facilities() {
    MasterKind kind = kindOf<Facility>(&Masters::facilities);
    kind.title = MasterKinds::tr("Facilities");
    kind.oneTitle = MasterKinds::tr("Facility");
    kind.newTitle = MasterKinds::tr("New facility");
    kind.icon = s("ambulance");
    kind.columns = {s("code"), s("name"), s("kind"), s("active")};
    kind.plans = {{92}, {140, 2}, {110, 1}, {122}};
    return kind;
}

MasterKind holidays() {
    MasterKind kind = kindOf<Holiday>(&Masters::holidays);
    kind.title = MasterKinds::tr("Holidays");
    kind.oneTitle = MasterKinds::tr("Holiday");
    kind.newTitle = MasterKinds::tr("New holiday");
    kind.icon = s("calendar");
    kind.columns = {s("day"), s("name"), s("joint_leave"), s("active")};
    kind.plans = {{108}, {160, 1}, {84}, {122}};
    kind.order = s("day");
    return kind;
}

MasterKind services() {
    MasterKind kind = kindOf<CounterService>(&Masters::services);
    kind.title = MasterKinds::tr("Counter services");
    kind.oneTitle = MasterKinds::tr("Service of the counter");
    kind.newTitle = MasterKinds::tr("New service of the counter");
    kind.icon = s("ticket");
    kind.columns = {s("letter"), s("name"), s("goes_first"), s("active")};
    kind.plans = {{80}, {150, 1}, {84}, {122}};
    kind.order = s("letter");
    return kind;
}

}  // namespace

QList<MasterKind> masterKinds() {
    return {clinics(), wards(), beds(), doctors(), payers(), staff(), facilities(), holidays(), services()};
}

}  // namespace simrs
