// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/visit_words.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/field_labels.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct VisitWords {
    Q_DECLARE_TR_FUNCTIONS(VisitWords)
};

}  // namespace

QString newnessWord(Newness newness) {
    switch (newness) {
        case Newness::New:
            return VisitWords::tr("new");
        case Newness::Returning:
            return VisitWords::tr("returning");
        case Newness::NotKnown:
            break;
    }
    return VisitWords::tr("not known");
}

QString choiceWord(const char* table, const char* field, int value) {
    const QStringList words = fieldChoices(QString::fromLatin1(table), QString::fromLatin1(field));
    return value > 0 ? words.value(value, QStringLiteral("–")) : QStringLiteral("–");
}

QString careClassWord(CareClass careClass) {
    return choiceWord("stay", "given", static_cast<int>(careClass));
}

QString dischargeWord(Discharge discharge) {
    return choiceWord("stay", "discharge", static_cast<int>(discharge));
}

ChipText lackChip(VisitLack lack) {
    switch (lack) {
        case VisitLack::Sep:
            return {ChipKind::Warning, VisitWords::tr("SEP to follow"), QStringLiteral("hourglass")};
        case VisitLack::Payer:
            return {ChipKind::Warning, VisitWords::tr("Payer undetermined"), {}};
        case VisitLack::Identity:
            return {ChipKind::Warning, VisitWords::tr("Not identified"), {}};
        case VisitLack::Triage:
            return {ChipKind::Info, VisitWords::tr("Not triaged"), QStringLiteral("hourglass")};
        case VisitLack::Consent:
            return {ChipKind::Info, VisitWords::tr("No consent"), {}};
    }
    return {};
}

QString warningWords(VisitWarning warning, const VisitDetails& details) {
    switch (warning) {
        case VisitWarning::ReferralExpired:
            return VisitWords::tr("The referral was valid until %1").arg(dateWords(details.referralUntil));
        case VisitWarning::ReferralLacks:
            return VisitWords::tr("JKN from another facility needs the referral's number");
        case VisitWarning::ControlLetterLacks:
            return VisitWords::tr("A JKN control visit needs the control letter's number");
        case VisitWarning::SepLacks:
            return VisitWords::tr("SEP to follow: the visit stands on the list of the unfinished");
        case VisitWarning::MembershipInactive:
            return VisitWords::tr("The membership is not active: ask who pays");
        case VisitWarning::MembershipNotChecked:
            return VisitWords::tr("Membership not checked yet");
        case VisitWarning::TrafficNeedsSecond:
            return VisitWords::tr(
                "A traffic accident: Jasa Raharja pays before JKN, enter it as second payer");
        case VisitWarning::PoliceReportLacks:
            return VisitWords::tr("The number of the police report is missing");
    }
    return {};
}

References visitReferences(const Masters& masters) {
    QList<Choice> payers;
    for (const Payer& payer : masters.payers)
        if (payer.active) payers.append({payer.name, payer.id.uuid().toBytes()});
    return {{QStringLiteral("second_payer_id"), payers}};
}

QString bedWord(const Masters& masters, const BedId& id) {
    if (id.isNull()) return {};
    const auto found = std::find_if(masters.beds.begin(), masters.beds.end(),
                                    [&id](const Bed& bed) { return bed.id == id; });
    return found == masters.beds.end() ? QStringLiteral("…") : found->name;
}

QString stayLine(const Stay& stay, const MasterNames& names) {
    QStringList parts{names.clinic(stay.wardId)};
    if (!stay.bedId.isNull()) parts.append(bedWord(names.masters(), stay.bedId));
    parts.append(careClassWord(stay.given));
    if (!stay.leaderId.isNull()) parts.append(names.doctor(stay.leaderId));
    return parts.join(QStringLiteral(" · "));
}

QString changeLine(const VisitChange& change, const MasterNames& names) {
    QStringList parts{names.clinic(change.clinicId)};
    if (!change.doctorId.isNull()) parts.append(names.doctor(change.doctorId));
    parts.append(names.payer(change.payerId));
    parts.append(dateWords(change.serviceDate));
    const QString line = parts.join(QStringLiteral(" · "));
    return change.ticket.isEmpty() ? line : VisitWords::tr("%1 · number %2 (moved)").arg(line, change.ticket);
}

}  // namespace simrs
