// SPDX-License-Identifier: GPL-3.0-or-later
// Old lists are dirty in known ways: titles in names, zeros for unknown dates, numbers that a spreadsheet
// made floating-point, words for codes. What is understood is taken, what is optional and not understood is
// left out and told, and only what nobody can be without rejects a row.
#include "app/registration/import_row.h"

#include <QRegularExpression>

#include "app/kit/date_text.h"
#include "common/base/text.h"
#include "common/csv/csv_writer.h"
#include "common/registration/name_key.h"

namespace simrs {
namespace {

QString key(const char* latin1) { return QString::fromLatin1(latin1); }

/// What lists write for nothing.
bool meansNothing(const QString& text) {
    static const QRegularExpression nothing(
        QStringLiteral("^(-+|\\.+|0+|null|n/?a|tidak ada|tdk ada|kosong|belum ada|\\?+|x+)$"),
        QRegularExpression::CaseInsensitiveOption);
    return text.isEmpty() || nothing.match(text).hasMatch();
}

/// "3.671E+15" and "3671050403509001.0": a spreadsheet took a number for one. The first has lost digits.
QString withoutPoint(const QString& text) {
    static const QRegularExpression whole(QStringLiteral("^([0-9]+)[.,]0+$"));
    const auto match = whole.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

struct Word {
    const char* text;
    int value;
};

/// The first word that begins what stands there; a bare number is the code itself.
template <class E, std::size_t N>
std::optional<E> meant(const QString& text, const Word (&words)[N], int codeOffset) {
    bool isNumber = false;
    const int code = text.toInt(&isNumber) + codeOffset;
    if (isNumber)
        return code > 0 && code < enumCount(E()) ? std::optional(static_cast<E>(code)) : std::nullopt;
    const QString low = text.toLower();
    for (const Word& word : words)
        if (low.startsWith(QLatin1String(word.text))) return static_cast<E>(word.value);
    return std::nullopt;
}

constexpr Word kSexes[] = {{"pri", 1}, {"l", 1}, {"p", 2}, {"m", 1}, {"f", 2}, {"w", 2}};
constexpr Word kReligions[] = {{"isl", 1},  {"kat", 3}, {"kris", 2}, {"prot", 2},  {"hin", 4}, {"bud", 5},
                               {"kong", 6}, {"kho", 6}, {"peng", 7}, {"keper", 7}, {"lain", 8}};
constexpr Word kMarriages[] = {{"belum", 1},   {"bel", 1},     {"lajang", 1},  {"single", 1},
                               {"cerai m", 4}, {"janda m", 4}, {"cerai", 3},   {"janda", 3},
                               {"duda", 3},    {"kawin", 2},   {"menikah", 2}, {"nikah", 2}};
constexpr Word kSchools[] = {{"tidak", 1}, {"tdk", 1}, {"belum", 1},   {"sd", 2},         {"smp", 3},
                             {"sltp", 3},  {"mts", 3}, {"sma", 4},     {"smk", 4},        {"slta", 4},
                             {"mag", 8},   {"ma", 4},  {"d4", 6},      {"diploma iv", 6}, {"dok", 9},
                             {"d", 5},     {"s1", 7},  {"sarjana", 7}, {"s2", 8},         {"s3", 9}};
constexpr Word kJobs[] = {{"tidak", 1},   {"tdk", 1},         {"belum", 1},   {"pns", 2},
                          {"asn", 2},     {"pegawai neg", 2}, {"tni", 3},     {"pol", 3},
                          {"bum", 4},     {"swasta", 5},      {"wira", 5},    {"karyawan", 5},
                          {"pegawai", 5}, {"dagang", 5},      {"pedagang", 5}};

/// Titles that stand in front of a name, and what they say of the person.
struct Title {
    const char* text;
    Sapaan sapaan;
};
constexpr Title kTitles[] = {{"tn", Sapaan::Tuan},     {"ny", Sapaan::Nyonya}, {"nn", Sapaan::Nona},
                             {"sdr", Sapaan::Saudara}, {"sdri", Sapaan::Nona}, {"an", Sapaan::Anak},
                             {"by", Sapaan::Bayi}};

class RowReader {
  public:
    RowReader(const QStringList& cells, const QStringList& keys, QDate today)
        : m_cells(cells), m_keys(keys), m_today(today) {}

    ImportRow run() {
        number();
        name();
        sex();
        birth();
        identity();
        address();
        social();
        tidyPatient(m_row.patient);
        tidyDetails(m_row.details);
        if (m_row.patient.nik.isEmpty() && m_row.patient.noNikReason == NoNikReason::None)
            m_row.patient.noNikReason = NoNikReason::Unknown;
        if (m_row.patient.sapaan == Sapaan::None)
            m_row.patient.sapaan = proposedSapaan(m_row.patient.sex, m_row.patient.birthDate, m_today);
        dropWhatIsOptional();
        judge();
        return m_row;
    }

  private:
    /// As it stands there, without what means nothing.
    QString cell(const char* of) const {
        const auto at = m_keys.indexOf(key(of));
        QString text = at >= 0 ? plainCell(cleanLine(m_cells.value(at))) : QString();
        // A spreadsheet's mark that a number is meant as text.
        static const QRegularExpression mark(QStringLiteral("^'(?=[0-9+])"));
        text.remove(mark);
        return meansNothing(text) ? QString() : text;
    }
    void drop(const char* of, const QString& value, ErrorCode code) {
        m_row.dropped.append({key(of), value, {code, {key(of)}, {}}});
    }
    void reject(const QString& of, const QString& value, const Error& error) {
        m_row.wrong.append({of, value, error});
    }

    void number() {
        const QString text = withoutPoint(cell("number"));
        if (text.isEmpty()) return;
        constexpr qsizetype kMostDigits = 10;
        const QString digits = digitsOf(text);
        const bool isNumber = !digits.isEmpty() && digits.size() <= kMostDigits && digits.toLongLong() > 0;
        if (isNumber)
            m_row.number = digits.toLongLong();
        else
            drop("number", text, ErrorCode::FieldInvalid);
    }

    /// "Tn. Budi" and "Budi, Tn": the title is kept apart from the name.
    void name() {
        QString text = cell("name");
        static const QRegularExpression before(
            QStringLiteral("^(tn|ny|nn|sdri|sdr|an|by)(?:\\.\\s*|\\s+)(?=\\S)"),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression behind(QStringLiteral(",\\s*(tn|ny|nn|sdri|sdr|an|by)\\.?$"),
                                               QRegularExpression::CaseInsensitiveOption);
        for (const QRegularExpression& shape : {before, behind}) {
            const auto match = shape.match(text);
            // "An Nisa" is a name: without its dot only a title that is none stands first.
            const bool dotless = match.hasMatch() && !match.captured(0).contains(QLatin1Char('.')) &&
                                 match.captured(1).compare(key("an"), Qt::CaseInsensitive) == 0 &&
                                 match.capturedStart() == 0;
            if (!match.hasMatch() || dotless) continue;
            for (const Title& title : kTitles)
                if (match.captured(1).compare(key(title.text), Qt::CaseInsensitive) == 0)
                    m_row.patient.sapaan = title.sapaan;
            text.remove(match.capturedStart(), match.capturedLength());
        }
        m_row.patient.name = cleanLine(text);
        const QString said = cell("sapaan").remove(QLatin1Char('.'));
        for (const Title& title : kTitles)
            if (said.compare(key(title.text), Qt::CaseInsensitive) == 0) m_row.patient.sapaan = title.sapaan;
    }

    void sex() {
        const QString text = cell("sex");
        if (const auto sex = meant<Sex>(text, kSexes, 0); sex && !text.isEmpty()) {
            m_row.patient.sex = *sex;
            return;
        }
        // The title or the NIK says it as well.
        switch (m_row.patient.sapaan) {
            case Sapaan::Tuan:
                m_row.patient.sex = Sex::Male;
                break;
            case Sapaan::Nyonya:
            case Sapaan::Nona:
                m_row.patient.sex = Sex::Female;
                break;
            default:
                m_row.patient.sex = sexFromNik(withoutPoint(cell("nik")));
        }
        if (!text.isEmpty()) drop("sex", text, ErrorCode::FieldInvalid);
    }

    void birth() {
        const QString text = cell("birth_date");
        const ImportedDate read = readImportedDate(text, m_today);
        if (!read.understood) drop("birth_date", text, ErrorCode::FieldInvalid);
        m_row.patient.birthDate = read.date;
        static const QRegularExpression yes(QStringLiteral("^(1|y|ya|yes|true|benar)$"));
        m_row.patient.birthEstimated =
            read.date.isValid() &&
            (read.estimated || yes.match(cell("birth_estimated").toLower()).hasMatch());
        if (read.date.isValid()) return;
        if (const QDate told = birthDateFromNik(withoutPoint(cell("nik")), m_today); told.isValid()) {
            m_row.patient.birthDate = told;
            return;
        }
        static const QRegularExpression years(QStringLiteral("^(\\d{1,3})\\s*(th|thn|tahun|y)?\\b"));
        const auto age = years.match(cell("age").toLower());
        if (!age.hasMatch() || age.captured(1).toInt() > limits::kOldestYears) return;
        m_row.patient.birthDate = estimatedBirthDate({age.captured(1).toInt(), 0, 0}, m_today);
        m_row.patient.birthEstimated = true;
    }

    void identity() {
        Patient& patient = m_row.patient;
        patient.nik = withoutPoint(cell("nik"));
        patient.card = withoutPoint(cell("card"));
        patient.phone = withoutPoint(cell("phone"));
        patient.motherName = cell("mother_name");
        // Spreadsheets take the zeros off.
        const QString card = digitsOf(patient.card);
        if (!card.isEmpty() && card == patient.card && card.size() < limits::kCardDigits)
            patient.card = card.rightJustified(limits::kCardDigits, QLatin1Char('0'));
        if (!patient.phone.isEmpty() && patient.phone.at(0) == QLatin1Char('8'))
            patient.phone.prepend(QLatin1Char('0'));
    }

    void address() {
        PatientDetails& details = m_row.details;
        m_row.patient.address = cell("address");
        details.rt = withoutPoint(cell("rt"));
        details.rw = withoutPoint(cell("rw"));
        details.area = cell("area");
        details.areaCode = digitsOf(withoutPoint(cell("area_code")));
        details.postcode = withoutPoint(cell("postcode"));
        const QString country = cell("country");
        if (country.size() == limits::kCountryLetters && country.compare(key("wn"), Qt::CaseInsensitive) != 0)
            details.country = country;
        else if (!country.isEmpty() && !country.startsWith(key("indo"), Qt::CaseInsensitive) &&
                 country.compare(key("wni"), Qt::CaseInsensitive) != 0)
            drop("country", country, ErrorCode::FieldInvalid);
    }

    template <class E, std::size_t N>
    void choose(const char* of, E& into, const Word (&words)[N], int offset, std::optional<E> other = {}) {
        const QString text = cell(of);
        if (text.isEmpty()) return;
        const auto found = meant<E>(text, words, offset);
        if (found || other)
            into = found ? *found : *other;
        else
            drop(of, text, ErrorCode::FieldInvalid);
    }

    void social() {
        PatientDetails& details = m_row.details;
        details.birthPlace = cell("birth_place");
        details.familyCard = withoutPoint(cell("family_card"));
        details.ethnicity = cell("ethnicity");
        details.contactName = cell("contact_name");
        details.contactPhone =
            details.contactName.isEmpty() ? QString() : withoutPoint(cell("contact_phone"));
        details.note = cell("note");
        choose("religion", details.religion, kReligions, 0);
        choose("marital_status", details.maritalStatus, kMarriages, 0);
        choose("education", details.education, kSchools, 1);
        choose("occupation", details.occupation, kJobs, 1, std::optional(Occupation::Other));
    }

    /// Until the rules have nothing against what is left, or only what nobody can be without is in the way.
    void dropWhatIsOptional() {
        const auto keep = [&](const char* of, QString& value, const Status& checked) {
            if (checked) return;
            drop(of, value, checked.error().code);
            m_row.dropped.last().error = checked.error();
            value.clear();
        };
        Patient& patient = m_row.patient;
        if (!patient.nik.isEmpty()) keep("nik", patient.nik, checkNik(patient.nik));
        if (patient.nik.isEmpty() && patient.noNikReason == NoNikReason::None)
            patient.noNikReason = NoNikReason::Unknown;
        keep("card", patient.card, checkCard(patient.card));
        keep("phone", patient.phone, checkPhone(patient.phone));
        keep("address", patient.address, checkText(patient.address, key("address"), limits::kAddressChars));
        if (!patient.motherName.isEmpty())
            keep("mother_name", patient.motherName, checkName(patient.motherName, key("mother_name")));
        // At most every text once.
        for (std::size_t tries = 0; tries < fieldSpan<PatientDetails>().size(); ++tries) {
            const Status checked = checkDetails(m_row.details, patient, m_today);
            if (checked) return;
            const QString name = checked.error().args.value(0);
            const Field* field = fieldByName(fieldSpan<PatientDetails>(), QLatin1String(name.toLatin1()));
            if (!field) return;
            void* value = field->edit(&m_row.details);
            m_row.dropped.append({name, field->ops->show(value), checked.error()});
            field->ops->reset(value);
            // A telephone of nobody, and a country of no name.
            if (m_row.details.contactName.isEmpty()) m_row.details.contactPhone.clear();
            tidyDetails(m_row.details);
        }
    }

    void judge() {
        const Patient& patient = m_row.patient;
        if (const Status named = checkName(patient.name, key("name")); !named)
            reject(key("name"), cell("name"), named.error());
        if (patient.sex != Sex::Male && patient.sex != Sex::Female && patient.sex != Sex::Undetermined)
            reject(key("sex"), cell("sex"), {ErrorCode::FieldRequired, {key("sex")}, {}});
        if (const Status born = checkBirthDate(patient.birthDate, m_today); !born)
            reject(key("birth_date"), cell("birth_date"), born.error());
        if (!m_row.wrong.isEmpty()) return;
        if (const Status whole = checkPatient(patient, m_today); !whole)
            reject(whole.error().args.value(0), QString(), whole.error());
    }

    const QStringList& m_cells;
    const QStringList& m_keys;
    QDate m_today;
    ImportRow m_row;
};

}  // namespace

ImportRow readImportRow(const QStringList& cells, const QStringList& keys, QDate today) {
    return RowReader(cells, keys, today).run();
}

ImportedDate readImportedDate(const QString& text, QDate today) {
    QString plain = cleanLine(text);
    static const QRegularExpression time(QStringLiteral("[ T]\\d{1,2}[:.]\\d{2}([:.]\\d{2})?(\\.\\d+)?Z?$"));
    static const QRegularExpression zeros(QStringLiteral("^[0./ -]*$|^0?1[-/]0?1[-/]1900$|^1900-01-01$"));
    static const QRegularExpression year(QStringLiteral("^(18|19|20)\\d{2}$"));
    static const QRegularExpression days(QStringLiteral("^\\d{5}([.,]\\d+)?$"));
    plain.remove(time);
    if (meansNothing(plain) || zeros.match(plain).hasMatch()) return {};
    if (year.match(plain).hasMatch()) return {QDate(plain.toInt(), 7, 1), true, true};
    if (days.match(plain).hasMatch()) {
        // Days since 30 December 1899, as spreadsheets count them.
        const QDate counted = QDate(1899, 12, 30).addDays(plain.left(5).toLongLong());
        if (counted <= today) return {counted, false, true};
    }
    const auto read = readDate(plain, today, DateSense::Past);
    const bool isPast = read && *read <= today;
    return isPast ? ImportedDate{*read, false, true} : ImportedDate{{}, false, false};
}

}  // namespace simrs
