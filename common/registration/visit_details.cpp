// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a visit's details.
#include "common/registration/visit_details.h"

#include <algorithm>

#include "common/base/text.h"

namespace simrs {
namespace {

/// 8 of the hospital, MMYY, the letter, 6 digits.
constexpr int kLetterAt = 12;

QString named(const Field& field) { return QString::fromLatin1(field.name); }

template <auto... Members>
Status checkLines(const VisitDetails& details) {
    Status all;
    const auto check = [&](const QString& text, const Field& field) {
        if (all) all = checkText(text, named(field), field.rules.max);
    };
    (check(details.*Members, fieldOf<Members>()), ...);
    return all;
}

template <auto Member>
Status checkNumber(const VisitDetails& details) {
    const Status checked = checkPhone(details.*Member);
    return checked ? checked : fail(ErrorCode::FieldInvalid, {named(fieldOf<Member>())});
}

/// What holds no digit stays as typed, so that the rule can name it instead of it vanishing.
void tidyPhone(QString& phone) {
    const QString canonical = canonicalPhone(phone);
    phone = canonical.isEmpty() ? cleanLine(phone) : canonical;
}

Status checkAccident(const VisitDetails& details, QDate day) {
    if (details.accident == Accident::None) return {};
    if (!details.accidentDate.isValid())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("accident_date")});
    if (day.isValid() && details.accidentDate > day)
        return fail(ErrorCode::FieldInvalid, {QStringLiteral("accident_date")});
    if (details.accidentPlace.isEmpty())
        return fail(ErrorCode::FieldRequired, {QStringLiteral("accident_place")});
    return {};
}

}  // namespace

void tidyVisitDetails(VisitDetails& details) {
    for (QString* line :
         {&details.firstFacility, &details.referralFacility, &details.referralDiagnosis,
          &details.accidentPlace, &details.responsibleName, &details.responsibleAddress, &details.escortName})
        *line = cleanLine(*line);
    for (QString* code :
         {&details.sep, &details.controlLetter, &details.referralNumber, &details.policeReport,
          &details.procedureCode, &details.supportCode, &details.assessmentCode})
        *code = cleanLine(*code).toUpper();
    // Copied from another program they come with spaces inside.
    for (QString* code : {&details.sep, &details.controlLetter, &details.referralNumber})
        code->remove(QLatin1Char(' '));
    for (QString* phone : {&details.responsiblePhone, &details.escortPhone}) tidyPhone(*phone);
    if (details.membership == Membership::NotChecked) details.membershipCheckedAt = {};
}

Status checkSep(const QString& text, QChar letter, const QString& field) {
    if (text.isEmpty()) return {};
    const auto isCode = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool shaped = text.size() == limits::kSepChars && text.at(kLetterAt) == letter &&
                        std::all_of(text.begin(), text.begin() + 8, isCode) &&
                        std::all_of(text.begin() + 8, text.begin() + kLetterAt, isDigit) &&
                        std::all_of(text.begin() + kLetterAt + 1, text.end(), isDigit);
    const int month = shaped ? text.mid(8, 2).toInt() : 0;
    if (month >= 1 && month <= 12) return {};
    return fail(ErrorCode::FieldInvalid, {field});
}

Status checkVisitDetails(const VisitDetails& details, QDate day) {
    using D = VisitDetails;
    SIMRS_TRY((checkLines<&D::firstFacility, &D::sep, &D::controlLetter, &D::procedureCode, &D::supportCode,
                          &D::assessmentCode, &D::referralNumber, &D::referralFacility, &D::referralDiagnosis,
                          &D::accidentPlace, &D::policeReport, &D::responsibleName, &D::responsibleAddress,
                          &D::escortName>(details)));
    SIMRS_TRY(checkSep(details.sep, u'V', QStringLiteral("sep")));
    SIMRS_TRY(checkSep(details.controlLetter, u'K', QStringLiteral("control_letter")));
    SIMRS_TRY(checkNumber<&D::responsiblePhone>(details));
    SIMRS_TRY(checkNumber<&D::escortPhone>(details));
    if (day.isValid() && details.referralDate.isValid() && details.referralDate > day)
        return fail(ErrorCode::FieldInvalid, {QStringLiteral("referral_date")});
    if (details.referralUntil.isValid() && details.referralDate.isValid() &&
        details.referralUntil < details.referralDate)
        return fail(ErrorCode::FieldInvalid, {QStringLiteral("referral_until")});
    return checkAccident(details, day);
}

QList<VisitWarning> visitWarnings(const VisitDetails& details, Arrival arrival, PayerKind payer, QDate day) {
    QList<VisitWarning> found;
    const auto add = [&found](VisitWarning warning, bool when) {
        if (when) found.append(warning);
    };
    const bool jkn = payer == PayerKind::Jkn;
    const bool traffic =
        details.accident == Accident::Traffic || details.accident == Accident::TrafficAndWork;
    add(VisitWarning::ReferralExpired, details.referralUntil.isValid() && details.referralUntil < day);
    add(VisitWarning::ReferralLacks,
        jkn && details.referralNumber.isEmpty() &&
            (arrival == Arrival::PrimaryCare || arrival == Arrival::OtherHospital));
    add(VisitWarning::ControlLetterLacks,
        jkn && details.controlLetter.isEmpty() &&
            (arrival == Arrival::Control || arrival == Arrival::AfterInpatient));
    add(VisitWarning::SepLacks, jkn && details.sep.isEmpty());
    add(VisitWarning::MembershipInactive, jkn && details.membership == Membership::Inactive);
    add(VisitWarning::MembershipNotChecked, jkn && details.membership == Membership::NotChecked);
    add(VisitWarning::TrafficNeedsSecond, jkn && traffic && details.secondPayerId.isNull());
    add(VisitWarning::PoliceReportLacks, traffic && details.policeReport.isEmpty());
    return found;
}

}  // namespace simrs
