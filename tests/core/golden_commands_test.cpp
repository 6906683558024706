// SPDX-License-Identifier: GPL-3.0-or-later
// Every version that a command was ever encoded in: an outbox may hold it for weeks, and the server keeps it
// for ever. A command that is encoded otherwise than its golden copy needs a new version, so that an older
// server does not take it and lose what is new; and an up-caster, where more has changed than that fields
// were added. SIMRS_WRITE_GOLDEN=1 writes copies that are missing and never overwrites one.
#include <QDir>
#include <QFile>
#include <QTest>

#include "common/hospital/hospital.h"

using namespace simrs;

class GoldenCommandsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void todaysEncodingIsTheGoldenOne() {
        QStringList changed;
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            if (!entry.apply) continue;
            const QString name = fileName(entry);
            SeededRandom random(entry.info.type);
            const QByteArray made = hex(entry.randomPayload(random));
            QFile golden(folder().filePath(name));
            if (!golden.exists() && qEnvironmentVariableIsSet("SIMRS_WRITE_GOLDEN"))
                QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(made) == made.size() &&
                        golden.flush());
            golden.close();
            QVERIFY2(golden.open(QIODevice::ReadOnly),
                     qPrintable(name + QStringLiteral(" is missing: SIMRS_WRITE_GOLDEN=1 writes it")));
            if (golden.readAll() != made) changed.append(name);
        }
        QVERIFY2(
            changed.isEmpty(),
            qPrintable(changed.join(QLatin1Char(' ')) +
                       QStringLiteral(": the encoding has changed. Raise the request's version, and write an "
                                      "upcast unless fields were only added. Where a limit (max) alone has "
                                      "changed: remove the file and write it anew.")));
    }

    void everyVersionCanStillBeRead() {
        const QStringList names = folder().entryList({QStringLiteral("*.hex")});
        QVERIFY(!names.isEmpty());
        for (const QString& name : names) {
            const QStringList parts = name.split(QLatin1Char('.'));
            const RequestEntry* entry = entryOf(parts[0]);
            QVERIFY2(entry, qPrintable(name + QStringLiteral(": a command cannot be taken away")));
            QFile golden(folder().filePath(name));
            QVERIFY(golden.open(QIODevice::ReadOnly));
            const auto current =
                entry->currentPayload(parts[1].toLongLong(), QByteArray::fromHex(golden.readAll()));
            QVERIFY2(current, qPrintable(name));
            const auto numbers = entry->admit(*current);
            QVERIFY2(numbers, qPrintable(name));
        }
    }

    void noVersionIsForgotten() {
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            for (qint64 version = 1; entry.apply && version <= entry.info.version; ++version)
                QVERIFY2(folder().exists(fileName(entry, version)), qPrintable(fileName(entry, version)));
        }
    }

  private:
    static QDir folder() { return QDir(QStringLiteral(SIMRS_GOLDEN_COMMANDS)); }
    static QString fileName(const RequestEntry& entry, qint64 version = 0) {
        return QStringLiteral("%1.%2.hex")
            .arg(QLatin1String(entry.info.name))
            .arg(version > 0 ? version : entry.info.version);
    }
    static QByteArray hex(const QByteArray& bytes) {
        QByteArray text;
        for (qsizetype at = 0; at < bytes.size(); at += 50) text += bytes.mid(at, 50).toHex() + '\n';
        return text;
    }
    static const RequestEntry* entryOf(const QString& name) {
        for (const RequestEntry& entry : hospitalRequests().entries()) {
            if (name == QLatin1String(entry.info.name) && entry.apply) return &entry;
        }
        return nullptr;
    }
};

QTEST_APPLESS_MAIN(GoldenCommandsTest)
#include "golden_commands_test.moc"
