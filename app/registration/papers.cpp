// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/papers.h"

#include <QCoreApplication>

#include "app/kit/date_text.h"
#include "app/registration/desk_words.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

using namespace paper;

/// The translation context of these papers.
struct Papers {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

/// What a scanner reads: the number alone, so that a lost paper tells nothing.
Code numberCode(const PaperPatient& of, const MasterNames& names, int module) {
    return {Code::Kind::Qr, names.mrn(of.patient.mrn).remove(QLatin1Char('-')), module, 0};
}

QString whoIs(const PaperPatient& of) { return addressedName(of.patient.sapaan, of.patient.name); }

QString bornAndSex(const PaperPatient& of) {
    return QStringLiteral("%1 (%2)").arg(dateWords(of.patient.birthDate), sexLetter(of.patient.sex));
}

Paper made(const char* kind, const QString& title, QSizeF mm, double margin) {
    Paper out;
    out.kind = QString::fromLatin1(kind);
    out.title = title;
    out.mm = mm;
    out.marginMm = margin;
    return out;
}

QString allergyLine(const Patient& patient) {
    return patient.allergyState == AllergyState::Known ? Papers::tr("ALLERGY: see record") : QString();
}

/// Letterhead over a sheet.
std::vector<Block> headOf(const MasterNames& names, const QString& title) {
    const Hospital& hospital = names.masters().hospital;
    return {Text{hospital.name, Size::Large, true, Align::Centre},
            Text{hospital.letterhead, Size::Small, false, Align::Centre, 2}, Rule{},
            Text{title, Size::Title, true, Align::Centre}, Gap{12}};
}

void add(std::vector<Block>& to, std::initializer_list<Block> blocks) {
    to.insert(to.end(), blocks.begin(), blocks.end());
}

void addPatient(std::vector<Block>& to, const PaperPatient& of, const MasterNames& names) {
    add(to, {Fact{Papers::tr("MRN"), names.mrn(of.patient.mrn)}, Fact{Papers::tr("Name"), whoIs(of)},
             Fact{Papers::tr("Born"), bornAndSex(of)}, Fact{QStringLiteral("NIK"), of.patient.nik},
             Fact{Papers::tr("Address"), of.patient.address}, Fact{QString(), of.details.area}});
}

}  // namespace

Paper labelPaper(const PaperPatient& of, const MasterNames& names, int copies) {
    Paper label = made("label", Papers::tr("Label %1").arg(whoIs(of)), {50, 25}, 1.5);
    label.columns = {
        {1, {numberCode(of, names, 4)}},
        {3,
         {Text{names.mrn(of.patient.mrn), Size::Large, true},
          Text{whoIs(of), Size::Normal, true, Align::Left, 2}, Text{bornAndSex(of), Size::Small}}}};
    label.copies = copies;
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
    const double length = size == WristbandSize::Adult ? 250 : size == WristbandSize::Child ? 190 : 150;
    Paper band = made("wristband", Papers::tr("Wristband %1").arg(whoIs(of)), {length, 25}, 2);
    if (of.patient.sex == Sex::Male) band.stock = Papers::tr("blue wristband");
    if (of.patient.sex == Sex::Female) band.stock = Papers::tr("pink wristband");
    Column facts{4,
                 {Text{whoIs(of), Size::Large, true}, Text{names.mrn(of.patient.mrn), Size::Large, true},
                  Text{bornAndSex(of), Size::Normal}}};
    if (size == WristbandSize::Newborn)
        facts.blocks.emplace_back(Text{Papers::tr("Mother: %1").arg(of.patient.motherName), Size::Normal});
    band.columns = {{1, {numberCode(of, names, 5)}},
                    facts,
                    {2, {Text{allergyLine(of.patient), Size::Normal, true, Align::Left, 2}}}};
    return band;
}

Paper cardPaper(const PaperPatient& of, const MasterNames& names) {
    Paper card = made("card", Papers::tr("Patient card %1").arg(whoIs(of)), {86, 54}, 4);
    card.columns = {{3,
                     {Text{names.masters().hospital.name, Size::Normal, true, Align::Left, 2}, Gap{24},
                      Text{names.mrn(of.patient.mrn), Size::Title, true},
                      Text{whoIs(of), Size::Large, true, Align::Left, 2}, Text{bornAndSex(of), Size::Normal},
                      Gap{12}, Text{Papers::tr("Bring this card to every visit."), Size::Small}}},
                    {1, {Gap{70}, numberCode(of, names, 6)}}};
    return card;
}

Paper tracerPaper(const VisitPaper& visit, const MasterNames& names, const QString& shelf) {
    const TicketText text = ticketPaper(visit, names, false);
    Paper tracer = made("tracer", Papers::tr("Tracer %1").arg(text.mrn), {80, 0}, 4);
    tracer.columns = {
        {1,
         {Text{Papers::tr("TRACER"), Size::Large, true, Align::Centre},
          Text{text.mrn, Size::Huge, true, Align::Centre},
          Text{visit.patientName, Size::Large, true, Align::Centre, 2}, Rule{},
          Fact{Papers::tr("Clinic"), text.clinic}, Fact{Papers::tr("Doctor"), text.doctor},
          Fact{Papers::tr("Queue"), text.number}, Fact{Papers::tr("Date"), text.dateText},
          Fact{Papers::tr("Shelf"), shelf}, Rule{}, Code{Code::Kind::Code128, text.registrationNumber, 2, 72},
          Text{text.registrationNumber, Size::Small, false, Align::Centre}}}};
    return tracer;
}

Paper visitFormPaper(const VisitPaper& visit, const PaperPatient& of, const MasterNames& names) {
    const TicketText text = ticketPaper(visit, names, false);
    Paper form = made("form", Papers::tr("Visit form %1").arg(text.registrationNumber), {148, 210}, 10);
    Column all{1, headOf(names, Papers::tr("VISIT FORM"))};
    add(all.blocks,
        {Fact{Papers::tr("Reg. no."), text.registrationNumber}, Fact{Papers::tr("Date"), text.dateText}});
    addPatient(all.blocks, of, names);
    add(all.blocks, {Fact{Papers::tr("Clinic"), text.clinic}, Fact{Papers::tr("Doctor"), text.doctor},
                     Fact{Papers::tr("Payer"), text.payer}, Fact{Papers::tr("Queue"), text.number}, Gap{16},
                     Code{Code::Kind::Code128, text.registrationNumber, 2, 72}, Rule{},
                     Text{Papers::tr("Examined by"), Size::Small}, Gap{120}, Rule{},
                     Text{Papers::tr("Actions and medicines"), Size::Small}, Gap{160}, Rule{},
                     Text{Papers::tr("Cashier"), Size::Small}});
    form.columns = {all};
    return form;
}

Paper consentPaper(const PaperPatient& of, const MasterNames& names) {
    Paper sheet = made("form", Papers::tr("General consent %1").arg(whoIs(of)), {210, 297}, 18);
    Column all{1, headOf(names, Papers::tr("GENERAL CONSENT"))};
    addPatient(all.blocks, of, names);
    add(all.blocks,
        {Fact{Papers::tr("Signed by"), of.details.contactName.isEmpty() ? whoIs(of) : of.details.contactName},
         Gap{16},
         Text{Papers::tr("I agree to be examined and treated in this hospital, and to the care that belongs "
                         "to it. What goes beyond it is explained to me and asked for separately."),
              Size::Normal, false, Align::Left, 3},
         Text{Papers::tr("My data are kept secret. They may be used for my treatment, for payment by my "
                         "insurer, and where the law demands it."),
              Size::Normal, false, Align::Left, 3},
         Text{Papers::tr("I have been told my rights and duties as a patient, the hospital's rules, and how "
                         "to complain."),
              Size::Normal, false, Align::Left, 3},
         Text{Papers::tr("I may take this consent back at any time, in writing."), Size::Normal, false,
              Align::Left, 2},
         Gap{40},
         Text{QStringLiteral("%1, %2").arg(names.masters().hospital.city, dateWords(of.today)), Size::Normal,
              false, Align::Right},
         Gap{16}, Text{Papers::tr("Patient or person responsible"), Size::Normal, false, Align::Left},
         Gap{160}, Text{QStringLiteral("( ………………………………… )"), Size::Normal}, Gap{24},
         Text{Papers::tr("Officer"), Size::Normal}, Gap{160},
         Text{QStringLiteral("( ………………………………… )"), Size::Normal}});
    sheet.columns = {all};
    return sheet;
}

Paper asCopy(Paper paper) {
    if (!paper.columns.empty()) {
        std::vector<Block>& first = paper.columns.front().blocks;
        first.insert(first.begin(), Banner{Papers::tr("COPY")});
    }
    return paper;
}

}  // namespace simrs
