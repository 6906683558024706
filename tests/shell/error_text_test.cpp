// SPDX-License-Identifier: GPL-3.0-or-later
// Every error has words of its own, in both languages, with and without its arguments.
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "app/kit/error_text.h"
#include "app/shell/languages.h"

using namespace simrs;

namespace {

struct Case {
    ErrorCode code;
    const char* name;
};

constexpr Case allCodes[] = {
#define X(number, name, severity, retry, text) {ErrorCode::name, #name},
#include "common/base/errors.def"
#undef X
};

}  // namespace

class ErrorTextTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyCodeHasItsOwnWords_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("id") << QStringLiteral("id");
    }

    void everyCodeHasItsOwnWords() {
        QFETCH(QString, language);
        Languages languages;
        languages.use(language);
        const QString unknown = errorText({ErrorCode::None, {}, {}});
        QHash<QString, QString> seen;
        for (const Case& one : allCodes) {
            const QString name = QString::fromLatin1(one.name);
            for (const QStringList& args : {QStringList(), QStringList{QStringLiteral("7")},
                                            QStringList{QStringLiteral("name"), QStringLiteral("9")}}) {
                const QString text = errorText({one.code, args, {}});
                QVERIFY2(!text.isEmpty() && text != unknown, one.name);
                QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[0-9n]"))),
                         qPrintable(name + text));
                QVERIFY2(!text.contains(name), qPrintable(text));
            }
            const QString bare = errorText({one.code, {}, {}});
            QVERIFY2(!seen.contains(bare), qPrintable(name + QStringLiteral(" and ") + seen.value(bare)));
            seen.insert(bare, name);
        }
    }

    void indonesianIsIndonesian() {
        for (const Case& one : allCodes) {
            Languages languages;
            languages.use(QStringLiteral("en"));
            const QString english = errorText({one.code, {}, {}});
            languages.use(QStringLiteral("id"));
            QVERIFY2(errorText({one.code, {}, {}}) != english, one.name);
        }
    }

    void argumentsAreSaid() {
        Languages languages;
        languages.use(QStringLiteral("id"));
        QCOMPARE(errorText({ErrorCode::NikLength, {QStringLiteral("15")}, {}}),
                 QStringLiteral("NIK harus 16 digit (kurang 1)"));
        QVERIFY(errorText({ErrorCode::LoginBlocked, {QStringLiteral("42")}, {}})
                    .contains(QStringLiteral("42 detik")));
        QVERIFY(errorText({ErrorCode::FieldRequired, {QStringLiteral("mother_name")}, {}})
                    .contains(QStringLiteral("Nama ibu kandung")));
        const QString changed = errorText(
            {ErrorCode::ChangedMeanwhile, {QStringLiteral("phone"), QStringLiteral("address")}, {}});
        QVERIFY(changed.contains(QStringLiteral("Telepon, Alamat")));
        const auto damage = [](const char* rescued, const char* lost) {
            return errorText({ErrorCode::StorageFailed,
                              {QStringLiteral("damaged"), QStringLiteral("copy.db"),
                               QString::fromLatin1(rescued), QString::fromLatin1(lost)},
                              {}});
        };
        QVERIFY(damage("12", "3").contains(QStringLiteral("12 perubahan")));
        QVERIFY(damage("12", "3").contains(QStringLiteral("3 ")));
        QVERIFY(damage("12", "3").contains(QStringLiteral("copy.db")));
        QVERIFY(damage("12", "0") != damage("12", "-1"));
        QVERIFY(errorText({ErrorCode::NikTaken, {QStringLiteral("x"), QStringLiteral("4711")}, {}})
                    .contains(QStringLiteral("4711")));
    }
};

QTEST_MAIN(ErrorTextTest)
#include "error_text_test.moc"
