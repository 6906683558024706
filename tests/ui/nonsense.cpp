// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nonsense.h"

#include <QClipboard>
#include <QGuiApplication>

#include "common/hospital/hospital.h"
#include "common/store/database.h"

namespace simrs::test {
namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// What computers write by themselves: sessions, numbers that were set aside.
const QStringList kByItself = {s("app_user"),    s("user_role"),    s("device"),
                               s("device_unit"), s("session"),      s("number_block"),
                               s("command"),     s("ticket_range"), s("restored_numbers")};

constexpr int kLongestError = 160;

}  // namespace

void nonsenseRows() {
    QTest::addColumn<QString>("text");
    QTest::newRow("10,000 characters") << QString(10'000, QLatin1Char('x'));
    QTest::newRow("10,000 digits") << QString(10'000, QLatin1Char('7'));
    QTest::newRow("emoji") << s("👩‍⚕️😀🏥");
    QTest::newRow("NUL") << QStringLiteral("ab") + QChar(0) + QStringLiteral("cd");
    QTest::newRow("control characters") << s("a\x01\x07\x1b[31m\x7fz");
    QTest::newRow("half a letter") << QString(QChar(0xD83D));
    QTest::newRow("right to left") << s("\u202Eitis\u202C \u200Fمريض");
    QTest::newRow("SQL") << s("'; DROP TABLE patient; --");
    QTest::newRow("markup") << s("<b>x</b><img src=x>&amp;%1%n");
    QTest::newRow("a negative number") << s("-1");
    QTest::newRow("no date") << s("99/99/9999");
    QTest::newRow("white space") << s(" \t  ");
}

Nonsense::Nonsense(QWidget* root, const QString& text) {
    for (QLineEdit* line : root->findChildren<QLineEdit*>())
        if (line->isEnabled() && !line->isReadOnly() && line->isVisibleTo(root)) paste(line, text);
}

Nonsense::Nonsense(QLineEdit* line, const QString& text) { paste(line, text); }

void Nonsense::paste(QLineEdit* line, const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    line->setFocus();
    line->selectAll();
    line->paste();
    m_typed.append({line, line->text()});
    if (line->text().size() < std::min<qsizetype>(text.trimmed().size(), 30))
        qFatal("%s takes only %d of %d characters", qPrintable(line->objectName()),
               static_cast<int>(line->text().size()), static_cast<int>(text.size()));
}

QString Nonsense::lost() const {
    for (const auto& [line, text] : m_typed)
        if (line->text() != text) return line->objectName() + s(": ") + line->text().left(40);
    return {};
}

QStringList errorsOf(QWidget* root) {
    QStringList found;
    QList<FormGrid*> grids = root->findChildren<FormGrid*>();
    if (auto* own = qobject_cast<FormGrid*>(root)) grids.append(own);
    for (const FormGrid* grid : grids)
        for (const FieldError& error : grid->errors()) {
            if (error.text.size() > kLongestError || error.text.contains(QLatin1Char('%')))
                qFatal("%s: %s", qPrintable(error.key), qPrintable(error.text));
            found.append(error.key + s(": ") + error.text);
        }
    return found;
}

QString stateOf(const ServerRig& server) {
    DatabaseConfig config;
    config.path = server.folder() + s("/hospital.db");
    const auto db = Database::open(config);
    if (!db) qFatal("no database beside the server");
    QString state;
    for (const EntityType* type : hospitalEntities()) {
        const QString table = QString::fromLatin1(type->info->table);
        if (kByItself.contains(table)) continue;
        (*db)->query(
            s("SELECT count(*), coalesce(sum(row_version), 0) FROM %1").arg(table), {}, [&](const Row& row) {
                state +=
                    s("%1 %2/%3 ").arg(table).arg(row.value(0).toLongLong()).arg(row.value(1).toLongLong());
            });
    }
    return state;
}

}  // namespace simrs::test
