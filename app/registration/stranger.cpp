// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/stranger.h"

#include <QCoreApplication>

#include "common/base/clock.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct StrangerWords {
    Q_DECLARE_TR_FUNCTIONS(StrangerWords)
};

/// What a name may hold of a place.
QString nameable(const QString& place) {
    QString out;
    for (const QChar c : place)
        if (c.isLetterOrNumber() || c == u' ' || c == u'.' || c == u'-') out += c;
    return out.simplified().left(40);
}

}  // namespace

QString ageBandWord(AgeBand band) {
    switch (band) {
        case AgeBand::To5:
            return StrangerWords::tr("0 to 5 years");
        case AgeBand::To11:
            return StrangerWords::tr("6 to 11 years");
        case AgeBand::To17:
            return StrangerWords::tr("12 to 17 years");
        case AgeBand::To40:
            return StrangerWords::tr("18 to 40 years");
        case AgeBand::To65:
            return StrangerWords::tr("41 to 65 years");
        case AgeBand::Over65:
            return StrangerWords::tr("over 65 years");
        case AgeBand::NotAsked:
            break;
    }
    return {};
}

int guessedYears(AgeBand band) {
    switch (band) {
        case AgeBand::To5:
            return 3;
        case AgeBand::To11:
            return 9;
        case AgeBand::To17:
            return 15;
        case AgeBand::To65:
            return 53;
        case AgeBand::Over65:
            return 70;
        case AgeBand::To40:
        case AgeBand::NotAsked:
            break;
    }
    return 30;
}

RegisterPatient strangerFile(const Stranger& stranger, QDate today, const QString& time) {
    RegisterPatient file;
    Patient& patient = file.patient;
    const QString where = nameable(stranger.place);
    const QString when = today.toString(QStringLiteral("dd-MM")) + QLatin1Char(' ') +
                         QString(time).replace(QLatin1Char(':'), QLatin1Char('.'));
    patient.name = QStringLiteral("X (%1)").arg(where.isEmpty() ? when : where + QStringLiteral(", ") + when);
    patient.sex = stranger.sex;
    patient.birthDate = estimatedBirthDate({guessedYears(stranger.band), 0, 0}, today);
    patient.birthEstimated = true;
    patient.sapaan = proposedSapaan(patient.sex, patient.birthDate, today);
    patient.noNikReason = NoNikReason::Unknown;
    file.details.unidentified = true;
    file.details.ageBand = stranger.band;
    file.details.foundPlace = stranger.place;
    file.details.foundAt = stranger.at;
    return file;
}

QString nthStranger(const QString& name, int nth) {
    return nth > 1 ? QString(name).replace(0, 1, QStringLiteral("X%1").arg(nth)) : name;
}

Instant lastMinute(const QString& zone, Instant now, int minute) {
    const Instant today = instantIn(zone, dayIn(zone, now), minute);
    return today > now ? instantIn(zone, dayIn(zone, now).addDays(-1), minute) : today;
}

PayerId undeterminedPayer(const Masters& masters) {
    for (const PayerKind kind : {PayerKind::Undetermined, PayerKind::SelfPay})
        for (const Payer& payer : masters.payers)
            if (payer.active && payer.kind == kind) return payer.id;
    return {};
}

}  // namespace simrs
