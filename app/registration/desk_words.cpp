// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/desk_words.h"

#include <algorithm>

#include <QCoreApplication>

#include "app/kit/date_text.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

/// The translation context of these words.
struct DeskWords {
    Q_DECLARE_TR_FUNCTIONS(DeskWords)
};

}  // namespace

QString sexWord(Sex sex) {
    switch (sex) {
        case Sex::Male:
            return DeskWords::tr("Male");
        case Sex::Female:
            return DeskWords::tr("Female");
        case Sex::Undetermined:
            return DeskWords::tr("Cannot be determined");
        case Sex::Unknown:
        case Sex::NotFilled:
            break;
    }
    return DeskWords::tr("Sex not known");
}

QString sexLetter(Sex sex) {
    if (sex == Sex::Male) return DeskWords::tr("M", "male");
    if (sex == Sex::Female) return DeskWords::tr("F", "female");
    return sexWord(sex);
}

QString sapaanWord(Sapaan sapaan) {
    return sapaan == Sapaan::None ? DeskWords::tr("None", "no form of address") : sapaanText(sapaan);
}

QString noNikWord(NoNikReason reason) {
    switch (reason) {
        case NoNikReason::None:
            return DeskWords::tr("Has a NIK");
        case NoNikReason::NotYetIssued:
            return DeskWords::tr("Not issued yet");
        case NoNikReason::Foreigner:
            return DeskWords::tr("Foreigner");
        case NoNikReason::Newborn:
            return DeskWords::tr("Newborn");
        case NoNikReason::Unknown:
            return DeskWords::tr("Not known");
    }
    return {};
}

QString allergyWord(AllergyState state) {
    switch (state) {
        case AllergyState::NotAsked:
            return DeskWords::tr("Not asked yet");
        case AllergyState::NoneKnown:
            return DeskWords::tr("None known");
        case AllergyState::Known:
            return DeskWords::tr("Has allergies");
    }
    return {};
}

QString visitTypeWord(VisitType type) {
    switch (type) {
        case VisitType::Outpatient:
            return DeskWords::tr("Outpatient");
        case VisitType::Emergency:
            return DeskWords::tr("Emergency");
        case VisitType::Inpatient:
            return DeskWords::tr("Inpatient");
        case VisitType::SupportOnly:
            return DeskWords::tr("Support services only");
        case VisitType::CheckUp:
            return DeskWords::tr("Medical check-up");
    }
    return {};
}

QString arrivalWord(Arrival arrival) {
    switch (arrival) {
        case Arrival::WalkIn:
            return DeskWords::tr("On their own");
        case Arrival::PrimaryCare:
            return DeskWords::tr("Primary care");
        case Arrival::OtherHospital:
            return DeskWords::tr("Another hospital");
        case Arrival::Midwife:
            return DeskWords::tr("Midwife");
        case Arrival::InternalReferral:
            return DeskWords::tr("Internal referral");
        case Arrival::Control:
            return DeskWords::tr("Control visit");
        case Arrival::AfterInpatient:
            return DeskWords::tr("Control after inpatient stay");
        case Arrival::Police:
            return DeskWords::tr("Police");
        case Arrival::Ambulance:
            return DeskWords::tr("Ambulance 119");
    }
    return {};
}

QString sessionWord(PracticeSession session) {
    return session == PracticeSession::Morning ? DeskWords::tr("Morning") : DeskWords::tr("Afternoon");
}

ChipText visitChip(VisitState state) {
    if (state == VisitState::Cancelled)
        return {ChipKind::Neutral, DeskWords::tr("Cancelled"), QStringLiteral("circle-x")};
    return {ChipKind::Info, DeskWords::tr("Registered"), QStringLiteral("user-check")};
}

QString matchWord(MatchReason reason) {
    switch (reason) {
        case MatchReason::Mrn:
            return DeskWords::tr("MRN");
        case MatchReason::Nik:
            return DeskWords::tr("NIK");
        case MatchReason::Card:
            return DeskWords::tr("card number");
        case MatchReason::Phone:
            return DeskWords::tr("phone number");
        case MatchReason::NameExact:
            return DeskWords::tr("name");
        case MatchReason::NamePrefix:
            return DeskWords::tr("beginning of name");
        case MatchReason::NameSpelling:
            return DeskWords::tr("name sounds alike");
        case MatchReason::NameTypo:
            return DeskWords::tr("name, one letter off");
        case MatchReason::BirthDate:
            return DeskWords::tr("birth date");
        case MatchReason::BirthYear:
            return DeskWords::tr("birth year");
        case MatchReason::Paper:
            return DeskWords::tr("number on a paper");
        case MatchReason::Village:
            return DeskWords::tr("village");
    }
    return {};
}

QString matchWords(const QList<MatchReason>& reasons) {
    QStringList words;
    for (const MatchReason reason : reasons) words.append(matchWord(reason));
    words.removeDuplicates();
    return words.join(QStringLiteral(" · "));
}

QString evidenceWord(SameEvidence evidence) {
    switch (evidence) {
        case SameEvidence::Nik:
            return DeskWords::tr("same NIK");
        case SameEvidence::NikTypo:
            return DeskWords::tr("NIK but for a digit");
        case SameEvidence::Card:
            return DeskWords::tr("same BPJS card");
        case SameEvidence::Phone:
            return DeskWords::tr("same phone");
        case SameEvidence::Name:
            return DeskWords::tr("same name");
        case SameEvidence::NameSpelling:
            return DeskWords::tr("name but for a letter");
        case SameEvidence::NamePart:
            return DeskWords::tr("part of the name");
        case SameEvidence::BirthDate:
            return DeskWords::tr("same birth date");
        case SameEvidence::BirthNear:
            return DeskWords::tr("nearly the birth date");
        case SameEvidence::BirthYear:
            return DeskWords::tr("same birth year");
        case SameEvidence::Mother:
            return DeskWords::tr("same mother");
        case SameEvidence::Address:
            return DeskWords::tr("same address");
        case SameEvidence::OtherNik:
            return DeskWords::tr("other NIK");
        case SameEvidence::OtherCard:
            return DeskWords::tr("other BPJS card");
        case SameEvidence::OtherName:
            return DeskWords::tr("other name");
        case SameEvidence::OtherBirth:
            return DeskWords::tr("other birth date");
        case SameEvidence::OtherSex:
            return DeskWords::tr("other sex");
        case SameEvidence::OtherMother:
            return DeskWords::tr("other mother");
    }
    return {};
}

QString evidenceWords(const QList<SameEvidence>& evidence) {
    // What speaks against it first: the end of a long line is cut off.
    QList<SameEvidence> ordered = evidence;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](SameEvidence one) { return one >= SameEvidence::OtherNik; });
    QStringList words;
    for (const SameEvidence one : ordered) words.append(evidenceWord(one));
    return words.join(QStringLiteral(" · "));
}

QString warningWords(const Warning& warning) {
    const auto arg = [&warning](int at) { return warning.args.value(at); };
    switch (warning.rule) {
        case RuleWarning::NikDatePart:
            return DeskWords::tr("Check: the NIK holds no birth date (%1)").arg(arg(0));
        case RuleWarning::NikSerialZero:
            return DeskWords::tr("Check: a NIK rarely ends in 0000");
        case RuleWarning::NikProvince:
            return DeskWords::tr("Check: there is no province %1").arg(arg(0));
        case RuleWarning::NikBirthDate:
            return DeskWords::tr("Check: by the NIK born %1")
                .arg(dateWords(QDate::fromString(arg(0), Qt::ISODate)));
        case RuleWarning::NikSex:
            return DeskWords::tr("Check: the NIK says another sex");
        case RuleWarning::BirthDateUnlikely:
            return DeskWords::tr("Check: %1 years old").arg(arg(0));
        case RuleWarning::NameSingleLetter:
            return DeskWords::tr("Check: the name is one letter");
        case RuleWarning::NameLooksLikeTitle:
            return DeskWords::tr("Check: “%1” looks like a title").arg(arg(0));
    }
    return {};
}

}  // namespace simrs
