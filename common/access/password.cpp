// SPDX-License-Identifier: GPL-3.0-or-later
// argon2id through libargon2.
#include "common/access/password.h"

#include <argon2.h>

#include <QSet>

#include "common/base/limits.h"

namespace simrs {
namespace {

constexpr std::uint32_t kMemoryKiB = 19 * 1024;
constexpr std::uint32_t kPasses = 2;
constexpr int kSaltBytes = 16;
constexpr int kHashBytes = 32;

}  // namespace

QString hashPassword(const QString& password, Random& random) {
    const QByteArray clear = password.normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray salt = random.bytes(kSaltBytes);
    QByteArray encoded(
        static_cast<qsizetype>(argon2_encodedlen(kPasses, kMemoryKiB, 1, kSaltBytes, kHashBytes, Argon2_id)),
        '\0');
    const int rc = argon2id_hash_encoded(
        kPasses, kMemoryKiB, 1, clear.constData(), static_cast<std::size_t>(clear.size()), salt.constData(),
        kSaltBytes, kHashBytes, encoded.data(), static_cast<std::size_t>(encoded.size()));
    return rc == ARGON2_OK ? QString::fromLatin1(encoded.constData()) : QString();
}

bool passwordMatches(const QString& password, const QString& hash) {
    const QByteArray clear = password.normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray encoded =
        hash.startsWith(QStringLiteral("$argon2id$")) ? hash.toLatin1() : nobodysHash().toLatin1();
    const bool same = argon2id_verify(encoded.constData(), clear.constData(),
                                      static_cast<std::size_t>(clear.size())) == ARGON2_OK;
    return same && encoded == hash.toLatin1() && hash != nobodysHash();
}

QString nobodysHash() {
    // The hash of random bytes that were thrown away; equal in cost to a real one.
    return QStringLiteral(
        "$argon2id$v=19$m=19456,t=2,p=1$c2ltcnMtbm9ib2R5LTAwMQ$1vB8sTrJ0oK0uC1v8nXq3o2oJ8hQzvR1mZ5dQmJxV3Y");
}

Status checkNewPassword(const QString& password, const QString& login) {
    if (password.size() < limits::kPasswordMin)
        return fail(ErrorCode::PasswordTooShort, {QString::number(limits::kPasswordMin)});
    if (password.size() > limits::kPasswordMax)
        return fail(ErrorCode::FieldTooLong,
                    {QStringLiteral("password"), QString::number(limits::kPasswordMax)});
    static const QSet<QString> common = {
        QStringLiteral("password"),    QStringLiteral("12345678"),      QStringLiteral("123456789"),
        QStringLiteral("1234567890"),  QStringLiteral("qwertyuiop"),    QStringLiteral("rumahsakit"),
        QStringLiteral("pendaftaran"), QStringLiteral("administrator"), QStringLiteral("indonesia"),
        QStringLiteral("bismillah"),   QStringLiteral("sayangku"),      QStringLiteral("password1"),
        QStringLiteral("abcd1234"),    QStringLiteral("qwerty123"),     QStringLiteral("admin123")};
    const QString lower = password.toLower();
    const bool oneLetter = lower.count(lower.front()) == lower.size();
    if (oneLetter || common.contains(lower) || lower == login.toLower())
        return fail(ErrorCode::PasswordTooCommon);
    return {};
}

QString oneTimeSecret(Random& random) {
    static const QString letters = QStringLiteral("abcdefghjkmnpqrstuvwxyz23456789");
    QString out;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) out += QLatin1Char('-');
        out += letters[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(letters.size())))];
    }
    return out;
}

}  // namespace simrs
