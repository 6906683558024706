// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/master_kind.h"

#include <QCoreApplication>

namespace simrs {
namespace {

/// The translation context of these words.
struct MasterKinds {
    Q_DECLARE_TR_FUNCTIONS(MasterKinds)
};

template <Entity E>
Result<EntityBox> boxed(const Result<MasterSaved<E>>& saved) {
    if (!saved) return tl::unexpected<Error>(saved.error());
    return boxOf(entityType<E>(), &saved->row);
}

/// Queue letters are called out: capitals.
void tidy(QString& letter) { letter = letter.toUpper(); }

template <Entity E>
MasterKind kindOf(QList<E> Masters::*list) {
    MasterKind kind;
    kind.key = QString::fromLatin1(entityInfo<E>.table);
    kind.type = &entityType<E>();
    kind.rows = [list](const Masters& masters) {
        QList<EntityBox> rows;
        for (const E& row : masters.*list) rows.append(boxOf(entityType<E>(), &row));
        return rows;
    };
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

template <class E>
QList<Choice> namesOf(const QList<E>& rows) {
    QList<Choice> names;
    for (const E& row : rows) names.append({row.name, row.id.uuid().toBytes()});
    return names;
}

}  // namespace

QList<MasterKind> masterKinds() {
    MasterKind clinics = kindOf<Clinic>(&Masters::clinics);
    clinics.title = MasterKinds::tr("Clinics");
    clinics.newTitle = MasterKinds::tr("New clinic");
    clinics.icon = QStringLiteral("building");
    clinics.columns = {QStringLiteral("code"),          QStringLiteral("name"),
                       QStringLiteral("letter"),        QStringLiteral("opens_minute"),
                       QStringLiteral("closes_minute"), QStringLiteral("active")};
    clinics.plans = {{84}, {180, 1}, {120}, {90}, {90}, {118}};
    MasterKind doctors = kindOf<Doctor>(&Masters::doctors);
    doctors.title = MasterKinds::tr("Doctors");
    doctors.newTitle = MasterKinds::tr("New doctor");
    doctors.icon = QStringLiteral("stethoscope");
    doctors.columns = {QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("clinic_id"),
                       QStringLiteral("letter"), QStringLiteral("active")};
    doctors.plans = {{84}, {200, 3}, {140, 2}, {120}, {118}};
    MasterKind payers = kindOf<Payer>(&Masters::payers);
    payers.title = MasterKinds::tr("Payers");
    payers.newTitle = MasterKinds::tr("New payer");
    payers.icon = QStringLiteral("wallet");
    payers.columns = {QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("kind"),
                      QStringLiteral("active")};
    payers.plans = {{100}, {200, 2}, {160, 1}, {118}};
    return {clinics, doctors, payers};
}

References masterReferences(const Masters& masters) {
    return {{QStringLiteral("clinic_id"), namesOf(masters.clinics)},
            {QStringLiteral("doctor_id"), namesOf(masters.doctors)},
            {QStringLiteral("payer_id"), namesOf(masters.payers)}};
}

}  // namespace simrs
