// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets with a letterhead: visit form, general consent, identity summary, admission letter. Whatever
// nobody has told yet is a dotted line, to be written by hand.
#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "app/kit/date_text.h"
#include "app/kit/field_labels.h"
#include "app/registration/desk_words.h"
#include "app/registration/paper_words.h"
#include "app/registration/papers.h"
#include "app/registration/visit_words.h"
#include "common/registration/patient_text.h"

namespace simrs {
namespace {

using namespace paper;

/// The translation context of these papers.
struct Papers {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

constexpr QSizeF kA4{210, 297};
constexpr QSizeF kA5{148, 210};
constexpr int kName = 300;  // Room for the small words, in dots.
const QLatin1String kDots("..............................");

void add(std::vector<Block>& to, std::initializer_list<Block> blocks) {
    to.insert(to.end(), blocks.begin(), blocks.end());
}

/// A sheet with its letterhead; the patient's code stands at the right, so that the sheet finds its file
/// again.
class Sheet {
  public:
    Sheet(PaperKind kind, QSizeF mm, double margin, const QString& title, const PaperPatient& of,
          const MasterNames& names)
        : m_names(names) {
        const Hospital& hospital = names.masters().hospital;
        m_paper.kind = paperKey(kind);
        m_paper.title = QStringLiteral("%1 %2").arg(paperName(kind), whoIs(of));
        m_paper.mm = mm;
        m_paper.marginMm = margin;
        m_paper.columns = {
            {6,
             {Text{hospital.name, Size::Large, true},
              Text{hospital.letterhead, Size::Small, false, Align::Left, 2}, Rule{},
              Text{title, Size::Title, true}, Gap{12}}},
            {1, {numberCode(of, names, 5), Text{numberOf(of, names), Size::Small, false, Align::Centre}}}};
    }

    void add(std::initializer_list<Block> blocks) { simrs::add(m_paper.columns[0].blocks, blocks); }
    /// A dotted line where nobody knows it.
    void fact(const QString& name, const QString& value, int lines = 1) {
        const QString shown = value.trimmed().isEmpty() ? QString(kDots) : value;
        add({Fact{name, shown, kName, Size::Large, lines}});
    }
    /// As many lines as the words are likely to need.
    void paragraph(const QString& text) {
        const double inner = m_paper.mm.width() - 2 * m_paper.marginMm;
        const int letters = std::max(1, static_cast<int>(inner * kDotsPerMm * 6 / 7) / 16);
        const auto lines = static_cast<int>(text.size() / letters) + 1;
        add({Text{text, Size::Large, false, Align::Left, lines}, Gap{6}});
    }
    void patient(const PaperPatient& of) {
        fact(Papers::tr("MRN"), numberOf(of, m_names));
        fact(Papers::tr("Name"), whoIs(of));
        fact(Papers::tr("Born"), bornAndSex(of));
        fact(QStringLiteral("NIK"), of.patient.nik);
        fact(Papers::tr("Address"), addressOf(of), 2);
    }
    /// Two places to sign at.
    void signatures(const QString& left, const QString& right) {
        add({Pair{{left, Size::Large}, {right, Size::Large}}, Gap{130},
             Pair{{QStringLiteral("( %1 )").arg(kDots), Size::Large},
                  {QStringLiteral("( %1 )").arg(kDots), Size::Large}}});
    }
    void dated(QDate day) {
        add({Text{QStringLiteral("%1, %2").arg(m_names.masters().hospital.city, dateWords(day)), Size::Large,
                  false, Align::Left},
             Gap{12}});
    }
    static QString addressOf(const PaperPatient& of) {
        QStringList parts{of.patient.address};
        if (!of.details.rt.isEmpty() || !of.details.rw.isEmpty())
            parts.append(QStringLiteral("RT %1/RW %2").arg(of.details.rt, of.details.rw));
        parts.append(of.details.area);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    Paper done() { return m_paper; }

  private:
    const MasterNames& m_names;
    Paper m_paper;
};

/// The word of a field of one of a few; empty where nobody has asked.
QString chosen(const char* field, int value) {
    const QStringList words = fieldChoices(QStringLiteral("patient_details"), QString::fromLatin1(field));
    return value > 0 ? words.value(value) : QString();
}

QString label(const char* field) {
    return fieldLabel(QStringLiteral("patient_details"), QString::fromLatin1(field));
}

/// Who signs for the patient, and as what: whoever answers for this visit, else for him.
QString signer(const PaperContent& content) {
    const auto [name, relation] =
        content.visitDetails.responsibleName.isEmpty()
            ? std::pair(content.of.details.contactName, content.of.details.contactRelation)
            : std::pair(content.visitDetails.responsibleName, content.visitDetails.responsibleRelation);
    if (name.isEmpty()) return whoIs(content.of);
    const QString word = chosen("contact_relation", static_cast<int>(relation));
    return word.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, word);
}

/// What the law wants to be asked.
void addAsked(Sheet& sheet, const PatientDetails& details) {
    sheet.fact(label("religion"), chosen("religion", static_cast<int>(details.religion)));
    sheet.fact(label("marital_status"), chosen("marital_status", static_cast<int>(details.maritalStatus)));
    sheet.fact(label("education"), chosen("education", static_cast<int>(details.education)));
    sheet.fact(label("occupation"), chosen("occupation", static_cast<int>(details.occupation)));
    sheet.fact(label("ethnicity"), details.ethnicity);
    sheet.fact(label("language"), details.language);
    sheet.fact(label("disability"), chosen("disability", static_cast<int>(details.disability)));
}

}  // namespace

Paper visitFormPaper(const PaperContent& content, const MasterNames& names) {
    const TicketText text = ticketPaper(*content.visit, names, false);
    Sheet sheet(PaperKind::VisitForm, kA5, 10, Papers::tr("VISIT FORM"), content.of, names);
    sheet.fact(Papers::tr("Reg. no."), text.registrationNumber);
    sheet.fact(Papers::tr("Date"), text.dateText);
    sheet.patient(content.of);
    sheet.fact(Papers::tr("Clinic"), text.clinic);
    sheet.fact(Papers::tr("Doctor"), text.doctor);
    sheet.fact(Papers::tr("Payer"), text.payer);
    sheet.fact(Papers::tr("Queue"), text.number);
    sheet.add({Gap{16}, Code{Code::Kind::Code128, text.registrationNumber, 2, 72}, Rule{},
               Text{Papers::tr("Examined by"), Size::Normal}, Gap{120}, Rule{},
               Text{Papers::tr("Actions and medicines"), Size::Normal}, Gap{200}, Rule{},
               Text{Papers::tr("Cashier"), Size::Normal}});
    return sheet.done();
}

Paper consentPaper(const PaperContent& content, const MasterNames& names) {
    Sheet sheet(PaperKind::Consent, kA4, 18, Papers::tr("GENERAL CONSENT"), content.of, names);
    sheet.patient(content.of);
    sheet.fact(Papers::tr("Signed by"), signer(content));
    sheet.add({Gap{16}});
    sheet.paragraph(Papers::tr(
        "1. I agree to be examined and treated in this hospital, and to the care that belongs to it. "
        "What goes beyond it is explained to me and asked for separately."));
    sheet.paragraph(Papers::tr(
        "2. My data are kept secret. They may be used for my treatment, for payment by my insurer, "
        "and where the law demands it."));
    sheet.paragraph(Papers::tr("3. My state of health may be told to: %1").arg(kDots));
    sheet.paragraph(
        Papers::tr("4. I have been told my rights and duties as a patient, the hospital's rules, and how to "
                   "complain."));
    sheet.paragraph(
        Papers::tr("5. I keep my valuables myself, or hand them to the hospital against a receipt."));
    sheet.paragraph(Papers::tr("6. I pay what my insurer does not cover, as it was explained to me."));
    sheet.paragraph(Papers::tr("7. I may take this consent back at any time, in writing."));
    sheet.add({Gap{24}});
    sheet.dated(content.of.today);
    sheet.signatures(Papers::tr("Patient or person responsible"), Papers::tr("Officer"));
    return sheet.done();
}

Paper identityPaper(const PaperPatient& of, const MasterNames& names) {
    const PatientDetails& details = of.details;
    Sheet sheet(PaperKind::Identity, kA4, 18, Papers::tr("RM 1 · IDENTITY SUMMARY"), of, names);
    sheet.patient(of);
    sheet.fact(label("birth_place"), details.birthPlace);
    sheet.fact(label("card"), of.patient.card);
    sheet.fact(label("family_card"), details.familyCard);
    if (isForeigner(details)) sheet.fact(label("other_id"), details.otherId);
    if (details.livesElsewhere)
        sheet.fact(label("home_address"),
                   QStringList{details.homeAddress, details.homeArea}.join(QStringLiteral(", ")), 2);
    sheet.fact(label("phone"), of.patient.phone);
    addAsked(sheet, details);
    sheet.fact(label("mother_name"), of.patient.motherName);
    sheet.add({Rule{}});
    sheet.fact(label("contact_name"), details.contactName);
    sheet.fact(label("contact_relation"),
               chosen("contact_relation", static_cast<int>(details.contactRelation)));
    sheet.fact(label("contact_phone"), details.contactPhone);
    sheet.add({Rule{}});
    sheet.fact(label("allergy_state"), allergyWord(of.patient.allergyState));
    sheet.fact(Papers::tr("Registered on"), names.day(of.patient.registeredAt));
    sheet.add({Gap{24}});
    sheet.dated(of.today);
    sheet.signatures(Papers::tr("Patient or person responsible"), Papers::tr("Officer"));
    return sheet.done();
}

Paper admissionPaper(const PaperContent& content, const MasterNames& names) {
    const TicketText text = ticketPaper(*content.visit, names, false);
    const Stay stay = content.stay.value_or(Stay());
    const auto known = [&](const QString& word) { return content.stay ? word : QString(); };
    Sheet sheet(PaperKind::AdmissionLetter, kA5, 10, Papers::tr("ADMISSION LETTER"), content.of, names);
    sheet.fact(Papers::tr("Reg. no."), text.registrationNumber);
    sheet.patient(content.of);
    const QString sender = content.cameFrom.isNull() ? QString() : names.clinic(content.cameFrom);
    sheet.fact(Papers::tr("From"), content.stay ? sender : text.clinic);
    sheet.fact(Papers::tr("Payer"), text.payer);
    sheet.fact(Papers::tr("Person responsible"), signer(content));
    sheet.add({Rule{}});
    sheet.fact(Papers::tr("Ward"), known(names.clinic(stay.wardId)));
    sheet.fact(Papers::tr("Bed"), stay.bedId.isNull() ? QString() : bedWord(names.masters(), stay.bedId));
    sheet.fact(Papers::tr("Class"), stay.given == CareClass::None ? QString() : careClassWord(stay.given));
    sheet.fact(Papers::tr("Class entitled"),
               stay.entitled == CareClass::None ? QString() : careClassWord(stay.entitled));
    sheet.fact(Papers::tr("DPJP"), stay.leaderId.isNull() ? QString() : names.doctor(stay.leaderId));
    sheet.fact(Papers::tr("Diagnosis"), {});
    sheet.fact(Papers::tr("Reason to admit"), {});
    sheet.add({Gap{12}, Code{Code::Kind::Code128, text.registrationNumber, 2, 60}, Gap{12}});
    sheet.dated(content.of.today);
    sheet.signatures(Papers::tr("Admission office"), Papers::tr("Doctor"));
    return sheet.done();
}

}  // namespace simrs
