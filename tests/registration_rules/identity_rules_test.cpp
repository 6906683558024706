// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of identity data: what is refused, what is only doubted, ages.
#include "common/registration/identity_rules.h"

#include <rapidcheck.h>
#include <QTest>

#include "common/registration/patient_text.h"

using namespace simrs;

namespace {

const QDate kToday(2026, 11, 22);

ErrorCode codeOf(const Status& status) { return status ? ErrorCode::None : status.error().code; }

QList<RuleWarning> rulesOf(const QList<Warning>& warnings) {
    QList<RuleWarning> out;
    for (const Warning& warning : warnings) out.append(warning.rule);
    return out;
}

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

}  // namespace

class IdentityRulesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nikIsRefusedForItsFormOnly() {
        QCOMPARE(codeOf(checkNik(text("3671056312809001"))), ErrorCode::None);
        QCOMPARE(codeOf(checkNik(text("367105631280900"))), ErrorCode::NikLength);
        QCOMPARE(checkNik(text("367105631280900")).error().args, QStringList(text("15")));
        QCOMPARE(codeOf(checkNik(QString())), ErrorCode::NikLength);
        QCOMPARE(codeOf(checkNik(text("36710563128O9001"))), ErrorCode::NikInvalid);
        QCOMPARE(codeOf(checkNik(text("\u0663671056312809001"))), ErrorCode::NikInvalid);
        QCOMPARE(codeOf(checkNik(text("9999999999999999"))), ErrorCode::NikInvalid);
        QVERIFY(meansNoNik(text("9999999999999999")));
        // Wrong province, month and serial are doubts.
        QCOMPARE(codeOf(checkNik(text("0071056399800000"))), ErrorCode::None);
    }

    void nikOrReason() {
        QCOMPARE(codeOf(checkNikOrReason(QString(), NoNikReason::None)), ErrorCode::NikOrReason);
        QCOMPARE(codeOf(checkNikOrReason(text("3671056312809001"), NoNikReason::Newborn)),
                 ErrorCode::NikOrReason);
        QCOMPARE(codeOf(checkNikOrReason(QString(), NoNikReason::Newborn)), ErrorCode::None);
        QCOMPARE(codeOf(checkNikOrReason(text("3671056312809001"), NoNikReason::None)), ErrorCode::None);
        QCOMPARE(codeOf(checkNikOrReason(text("12"), NoNikReason::None)), ErrorCode::NikLength);
    }

    void nikDoubts() {
        const QDate born(1980, 12, 23);
        const auto rules = [&](const char* nik, QDate birthDate, Sex sex) {
            return rulesOf(nikWarnings(text(nik), birthDate, sex, kToday));
        };
        QCOMPARE(rules("3671056312809001", born, Sex::Female), QList<RuleWarning>());
        QCOMPARE(rules("3671056312809001", born, Sex::Male), {RuleWarning::NikSex});
        QCOMPARE(rules("3671056312809001", QDate(1980, 12, 24), Sex::Unknown), {RuleWarning::NikBirthDate});
        QCOMPARE(rules("3671056312809001", QDate(), Sex::Female), QList<RuleWarning>());
        QCOMPARE(rules("0171056312809001", born, Sex::Female), {RuleWarning::NikProvince});
        QCOMPARE(rules("3671056312800000", born, Sex::Female), {RuleWarning::NikSerialZero});
        QCOMPARE(rules("3671053512809001", born, Sex::Male), {RuleWarning::NikDatePart});
        QCOMPARE(rules("3671057212809001", born, Sex::Female), {RuleWarning::NikDatePart});
        QCOMPARE(rules("3671056313809001", born, Sex::Female), {RuleWarning::NikDatePart});
        QCOMPARE(nikWarnings(text("3671056312809001"), QDate(1981, 1, 1), Sex::Female, kToday).first().args,
                 QStringList({text("1980-12-23"), text("1981-01-01")}));
        // 29 February of a year that had none, born in the other century: the year of the century still
        // agrees.
        QCOMPARE(rules("3671052902009001", QDate(2000, 2, 29), Sex::Male), QList<RuleWarning>());
    }

    void whatTheNikTells() {
        QCOMPARE(birthDateFromNik(text("3671056312809001"), kToday), QDate(1980, 12, 23));
        QCOMPARE(birthDateFromNik(text("3671052211269001"), kToday), QDate(2026, 11, 22));
        QCOMPARE(birthDateFromNik(text("3671052311269001"), kToday), QDate(1926, 11, 23));
        QCOMPARE(birthDateFromNik(text("3671053102809001"), kToday), QDate());
        QCOMPARE(birthDateFromNik(text("12"), kToday), QDate());
        QCOMPARE(sexFromNik(text("3671056312809001")), Sex::Female);
        QCOMPARE(sexFromNik(text("3671052312809001")), Sex::Male);
        QCOMPARE(sexFromNik(text("3671053312809001")), Sex::Unknown);
        QCOMPARE(sexFromNik(text("3671057212809001")), Sex::Unknown);
        QVERIFY(isProvinceCode(text("96")) && isProvinceCode(text("54")) && !isProvinceCode(text("20")));
        QVERIFY(!isProvinceCode(QString()) && !isProvinceCode(text("3")) && !isProvinceCode(text("311")));
    }

    void cardAndPhone() {
        QCOMPARE(codeOf(checkCard(text("0009991234567"))), ErrorCode::None);
        QCOMPARE(codeOf(checkCard(QString())), ErrorCode::None);
        QCOMPARE(codeOf(checkCard(text("009991234567"))), ErrorCode::CardLength);
        QCOMPARE(codeOf(checkCard(text("000-999123456"))), ErrorCode::CardLength);
        QCOMPARE(canonicalPhone(text("+62 812-3456-7890")), text("081234567890"));
        QCOMPARE(canonicalPhone(text("62 (0)812 3456 7890")), text("081234567890"));
        QCOMPARE(canonicalPhone(text("0812.3456.7890")), text("081234567890"));
        QCOMPARE(canonicalPhone(text("+60 12 345 6789")), text("+60123456789"));
        QCOMPARE(canonicalPhone(text("abc")), QString());
        for (const char* good :
             {"081234567890", "+62 812 3456 7890", "021-5551234", "0800-1234567", "+60123456789", ""}) {
            QVERIFY2(checkPhone(text(good)).has_value(), good);
        }
        for (const char* bad : {"0812", "12345678901", "0812345678901234", "0112345678", "08123abc567",
                                "+123", "-", "0812'; --"}) {
            QCOMPARE(codeOf(checkPhone(text(bad))), ErrorCode::PhoneInvalid);
        }
    }

    void birthDates() {
        QCOMPARE(codeOf(checkBirthDate(kToday, kToday)), ErrorCode::None);
        QCOMPARE(codeOf(checkBirthDate(kToday.addDays(1), kToday)), ErrorCode::BirthDateFuture);
        QCOMPARE(codeOf(checkBirthDate(QDate(), kToday)), ErrorCode::BirthDateOrAge);
        QCOMPARE(codeOf(checkBirthDate(QDate(1896, 11, 22), kToday)), ErrorCode::None);
        QCOMPARE(codeOf(checkBirthDate(QDate(1896, 11, 21), kToday)), ErrorCode::BirthDateTooOld);
        QVERIFY(birthDateWarnings(QDate(1930, 1, 1), kToday).isEmpty());
        QCOMPARE(birthDateWarnings(QDate(1910, 1, 1), kToday).first().args, QStringList(text("116")));
    }

    void ages() {
        QCOMPARE(ageOn(QDate(1992, 9, 17), kToday), (Age{34, 2, 5}));
        QCOMPARE(ageOn(kToday, kToday), (Age{0, 0, 0}));
        QCOMPARE(ageOn(kToday.addDays(1), kToday), Age());
        QCOMPARE(ageOn(QDate(), kToday), Age());
        QCOMPARE(ageOn(QDate(2024, 2, 29), QDate(2025, 2, 28)), (Age{1, 0, 0}));
        QCOMPARE(ageOn(QDate(2024, 2, 29), QDate(2025, 2, 27)).years, 0);
        QCOMPARE(ageOn(QDate(2026, 1, 31), QDate(2026, 3, 1)), (Age{0, 1, 1}));
        const bool held = rc::check("an estimated birth date gives the age back", [] {
            const QDate today = QDate(2000, 1, 1).addDays(*rc::gen::inRange(0, 20'000));
            const Age said{*rc::gen::inRange(0, 130), *rc::gen::inRange(0, 12), 0};
            const Age found = ageOn(estimatedBirthDate(said, today), today);
            RC_ASSERT(found.years == said.years && found.months == said.months);
        });
        QVERIFY(held);
        const bool counted = rc::check("years, months and days lead from birth to today", [] {
            const QDate born = QDate(1900, 1, 1).addDays(*rc::gen::inRange(0, 46'000));
            const QDate today = born.addDays(*rc::gen::inRange(0, 46'000));
            const Age age = ageOn(born, today);
            RC_ASSERT(age.months >= 0 && age.months < 12 && age.days >= 0 && age.days < 31);
            RC_ASSERT(born.addMonths(age.years * 12 + age.months).addDays(age.days) == today);
        });
        QVERIFY(counted);
    }

    void names() {
        const QString field = text("name");
        for (const char* good : {"Siti Rahmawati", "Ma'ruf", "M. Ali", "Sri-Rejeki", "José", "A",
                                 "Abd. Rahman (alm)", "Rini, S.Pd"}) {
            QVERIFY2(checkName(text(good), field).has_value(), good);
        }
        QCOMPARE(codeOf(checkName(text("  "), field)), ErrorCode::FieldRequired);
        QCOMPARE(codeOf(checkName(QString(101, QLatin1Char('a')), field)), ErrorCode::FieldTooLong);
        QCOMPARE(checkName(QString(101, QLatin1Char('a')), field).error().args,
                 QStringList({field, text("100")}));
        for (const char* bad : {"Siti; DROP", "Siti\U0001f600", "12", "S\u202eiti", "\u05d0\u05d1", "Siti\tA",
                                "a=b", "Siti\"", "%"}) {
            QCOMPARE(codeOf(checkName(text(bad), field)), ErrorCode::FieldInvalid);
        }
        QCOMPARE(codeOf(checkName(QStringLiteral("Si") + QChar(0), field)), ErrorCode::FieldInvalid);
        QCOMPARE(rulesOf(nameWarnings(text("Tn. Budi"))), {RuleWarning::NameLooksLikeTitle});
        QCOMPARE(rulesOf(nameWarnings(text("H Abdul Gani"))), {RuleWarning::NameLooksLikeTitle});
        QCOMPARE(rulesOf(nameWarnings(text("A"))), {RuleWarning::NameSingleLetter});
        QCOMPARE(rulesOf(nameWarnings(text("An Nisa"))), QList<RuleWarning>());
        QCOMPARE(rulesOf(nameWarnings(text("Slamet"))), QList<RuleWarning>());
        QCOMPARE(codeOf(checkText(text("Jl. Melati; No. 1"), field, 20)), ErrorCode::None);
        QCOMPARE(codeOf(checkText(text("Jl. Melati No. 1"), field, 3)), ErrorCode::FieldTooLong);
        QCOMPARE(codeOf(checkText(QStringLiteral("a") + QChar(0), field, 9)), ErrorCode::FieldInvalid);
    }

    void sapaan() {
        const auto of = [](Sex sex, int years) {
            return proposedSapaan(sex, kToday.addYears(-years).addDays(-1), kToday);
        };
        QCOMPARE(of(Sex::Male, 0), Sapaan::Bayi);
        QCOMPARE(of(Sex::Female, 5), Sapaan::Anak);
        QCOMPARE(of(Sex::Male, 16), Sapaan::Saudara);
        QCOMPARE(of(Sex::Male, 40), Sapaan::Tuan);
        QCOMPARE(of(Sex::Female, 20), Sapaan::Nona);
        QCOMPARE(of(Sex::Female, 40), Sapaan::Nyonya);
        QCOMPARE(of(Sex::Unknown, 40), Sapaan::None);
        QCOMPARE(proposedSapaan(Sex::Male, QDate(), kToday), Sapaan::Tuan);
    }

    void shortForms() {
        QCOMPARE(mrnDisplay(text("123456")), text("12-34-56"));
        QCOMPARE(mrnDisplay(text("00123456")), text("00-12-34-56"));
        QCOMPARE(mrnDisplay(text("1234567")), text("1234567"));
        QCOMPARE(mrnDisplay(text("12345a")), text("12345a"));
        QCOMPARE(mrnFromNumber(1234, 6), text("001234"));
        QCOMPARE(mrnFromNumber(1234567, 6), text("1234567"));
        QCOMPARE(mrnDisplay(123456, 8), text("00-12-34-56"));
        QCOMPARE(registrationNumber(kToday, 4512), text("261122-004512"));
        QCOMPARE(maskedNumber(text("3671056312809001")), text("************9001"));
        QCOMPARE(maskedNumber(text("9001")), text("****"));
        QCOMPARE(initials(text("dr. Siti Nur Rahmawati Putri, Sp.A")), text("SNR"));
        QCOMPARE(initials(QString()), QString());
        QCOMPARE(addressedName(Sapaan::Nyonya, text("Siti")), text("Ny. Siti"));
        QCOMPARE(addressedName(Sapaan::None, text("Siti")), text("Siti"));
    }
};

QTEST_APPLESS_MAIN(IdentityRulesTest)
#include "identity_rules_test.moc"
