// SPDX-License-Identifier: GPL-3.0-or-later
// Labels, bands, cards and slips; the sheets stand in paper_sheets.cpp.
#include "app/registration/papers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "app/kit/date_text.h"
#include "app/registration/desk_words.h"
#include "app/registration/paper_words.h"
#include "app/registration/patient_lines.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

using namespace paper;

/// The translation context of these papers.
struct Papers {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

Paper made(PaperKind kind, const QString& title, QSizeF mm, double margin) {
    Paper out;
    out.kind = paperKey(kind);
    out.title = title;
    out.mm = mm;
    out.marginMm = margin;
    return out;
}

QString allergyLine(const Patient& patient) {
    return patient.allergyState == AllergyState::Known ? Papers::tr("ALLERGY: see record") : QString();
}

/// The band that has to be loaded, and the clip that goes on it.
QString stockOf(const Patient& patient) {
    QStringList parts;
    if (patient.sex == Sex::Male) parts.append(Papers::tr("blue wristband"));
    if (patient.sex == Sex::Female) parts.append(Papers::tr("pink wristband"));
    if (patient.allergyState == AllergyState::Known) parts.append(Papers::tr("red clip: allergy"));
    return parts.join(QStringLiteral(", "));
}

QString birthTime(const PatientDetails& details) {
    return details.birthMinute ? minuteText(static_cast<int>(*details.birthMinute)) : QString();
}

/// The hour and the order of birth tell twins apart; the mother's number says whose child it is.
void addBirth(std::vector<Block>& blocks, const PaperPatient& of, const MasterNames& names) {
    QStringList birth{dateWords(of.patient.birthDate)};
    if (const QString time = birthTime(of.details); !time.isEmpty()) birth.append(time);
    birth.append(sexWord(of.patient.sex));
    if (of.details.birthOrder > 0)
        birth.append(Papers::tr("child %1 of this birth").arg(of.details.birthOrder));
    blocks.emplace_back(Text{birth.join(QStringLiteral(" · "))});
    const QString mother =
        of.mother ? addressedName(of.mother->sapaan, of.mother->name) : of.patient.motherName;
    const QString mrn = of.mother ? names.mrn(of.mother->mrn) : QString();
    if (!mother.isEmpty())
        blocks.emplace_back(Text{mrn.isEmpty() ? Papers::tr("Mother: %1").arg(mother)
                                               : Papers::tr("Mother: %1 · %2").arg(mother, mrn),
                                 Size::Normal, true});
}

}  // namespace

Code numberCode(const PaperPatient& of, const MasterNames& names, int module) {
    QString number = numberOf(of, names);
    // A temporary one is found as it is written.
    if (of.patient.mrn > 0) number.remove(QLatin1Char('-'));
    return {Code::Kind::Qr, number, module, 0};
}

QString numberOf(const PaperPatient& of, const MasterNames& names) {
    return of.patient.mrn > 0 ? names.mrn(of.patient.mrn) : of.temporaryNumber;
}

QString whoIs(const PaperPatient& of) { return addressedName(of.patient.sapaan, of.patient.name); }

QString bornAndSex(const PaperPatient& of) {
    return QStringLiteral("%1 (%2)").arg(birthWords(of.patient), sexLetter(of.patient.sex));
}

Paper labelPaper(const PaperPatient& of, const MasterNames& names, int copies) {
    Paper label = made(PaperKind::Label, Papers::tr("Label %1").arg(whoIs(of)), {50, 25}, 2);
    label.columns = {
        {7, {numberCode(of, names, 5)}},
        {13,
         {Text{numberOf(of, names), Size::Large, true}, Text{whoIs(of), Size::Normal, true, Align::Left, 2},
          Text{bornAndSex(of), Size::Small}}}};
    label.copies = copies;
    label.copyColumn = 1;
    return label;
}

WristbandSize wristbandSize(const Patient& patient, QDate today) {
    constexpr int kNewbornMonths = 1;
    constexpr int kChildYears = 12;
    const Age age = ageOn(patient.birthDate, today);
    if (age.years == 0 && age.months < kNewbornMonths) return WristbandSize::Newborn;
    return age.years < kChildYears ? WristbandSize::Child : WristbandSize::Adult;
}

Paper wristbandPaper(const PaperPatient& of, const MasterNames& names, WristbandSize size) {
    struct Shape {
        double mm;
        int facts, rest;  // Shares beside the code's two.
        int module;
    };
    constexpr Shape kShapes[] = {{250, 13, 5, 7}, {190, 11, 4, 6}, {150, 8, 3, 6}};
    const Shape shape = kShapes[static_cast<int>(size)];
    Paper band = made(PaperKind::Wristband, Papers::tr("Wristband %1").arg(whoIs(of)), {shape.mm, 25}, 2.5);
    band.stock = stockOf(of.patient);
    band.turned = true;
    band.copyColumn = 2;
    const bool isNewborn = size == WristbandSize::Newborn;
    Column facts{shape.facts,
                 {Text{whoIs(of), isNewborn ? Size::Large : Size::Title, true},
                  Text{numberOf(of, names), Size::Large, true}}};
    if (isNewborn)
        addBirth(facts.blocks, of, names);
    else
        facts.blocks.emplace_back(Text{bornAndSex(of)});
    band.columns = {{2, {numberCode(of, names, shape.module)}},
                    facts,
                    {shape.rest, {Text{allergyLine(of.patient), Size::Normal, true}}}};
    return band;
}

Paper cardPaper(const PaperPatient& of, const MasterNames& names) {
    Paper card = made(PaperKind::Card, Papers::tr("Patient card %1").arg(whoIs(of)), {86, 54}, 4);
    card.columns = {{2,
                     {Text{names.masters().hospital.name, Size::Normal, true, Align::Left, 2}, Gap{24},
                      Text{numberOf(of, names), Size::Title, true},
                      Text{whoIs(of), Size::Large, true, Align::Left, 2}, Text{bornAndSex(of), Size::Normal},
                      Gap{12}, Text{Papers::tr("Bring this card to every visit."), Size::Small}}},
                    {1, {Gap{60}, numberCode(of, names, 7)}}};
    return card;
}

Paper tracerPaper(const VisitPaper& visit, const MasterNames& names, const QString& shelf) {
    const TicketText text = ticketPaper(visit, names, false);
    Paper tracer = made(PaperKind::Tracer, Papers::tr("Tracer %1").arg(text.mrn), {80, 0}, 4);
    constexpr int kName = 120;
    tracer.columns = {
        {1,
         {Text{Papers::tr("TRACER"), Size::Large, true, Align::Centre},
          Text{text.mrn, Size::Huge, true, Align::Centre},
          Text{visit.patientName, Size::Large, true, Align::Centre, 2}, Rule{},
          Fact{Papers::tr("Shelf"), shelf, kName, Size::Large},
          Fact{Papers::tr("Clinic"), text.clinic, kName}, Fact{Papers::tr("Doctor"), text.doctor, kName},
          Fact{Papers::tr("Queue"), text.number, kName}, Fact{Papers::tr("Date"), text.dateText, kName},
          Rule{}, Code{Code::Kind::Code128, text.registrationNumber, 2, 72},
          Text{text.registrationNumber, Size::Small, false, Align::Centre}}}};
    return tracer;
}

QString terminalDigits(const QString& mrn) {
    QStringList pairs = mrn.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    std::reverse(pairs.begin(), pairs.end());
    return pairs.join(QLatin1Char('-'));
}

bool canPrint(PaperKind kind, const PaperContent& content) {
    // Without a number there is nothing to find him by: the server gives it.
    if (content.of.patient.mrn <= 0 && content.of.temporaryNumber.isEmpty())
        return kind == PaperKind::Ticket && content.visit;
    if (kind == PaperKind::Ticket) return content.visit && !content.visit->ticket.id.isNull();
    return content.visit || paperScope(kind) != PaperScope::Visit;
}

Paper paperOf(PaperKind kind, const PaperContent& content, const MasterNames& names) {
    switch (kind) {
        case PaperKind::Ticket:
            return ticketSheet(ticketPaper(*content.visit, names, false), content.roll);
        case PaperKind::Label:
            return labelPaper(content.of, names, content.labels);
        case PaperKind::Wristband:
            return wristbandPaper(content.of, names, content.band);
        case PaperKind::Card:
            return cardPaper(content.of, names);
        case PaperKind::VisitForm:
            return visitFormPaper(content, names);
        case PaperKind::Tracer:
            return tracerPaper(*content.visit, names, content.shelf);
        case PaperKind::Consent:
            return consentPaper(content, names);
        case PaperKind::Identity:
            return identityPaper(content.of, names);
        case PaperKind::AdmissionLetter:
            break;
    }
    return admissionPaper(content, names);
}

Paper asCopy(Paper paper) { return paper::asCopy(std::move(paper), Papers::tr("COPY")); }

}  // namespace simrs
