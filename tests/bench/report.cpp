// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the table.
#include "tests/bench/report.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace simrs::bench {
namespace {

const QString kNone = QStringLiteral("-");

QString figure(double value) { return QString::number(value, 'g', 4); }
QString yesNo(bool met) { return met ? QStringLiteral("yes") : QStringLiteral("no"); }

}  // namespace

void Report::atLeast(const QString& gauge, const Turns& turns, double goal) {
    add({gauge, figure(turns.ours), figure(turns.floor), figure(turns.ratio()),
         QStringLiteral(">=") + figure(goal), yesNo(turns.ratio() >= goal)});
}

void Report::atMost(const QString& gauge, const Turns& turns, double goal) {
    add({gauge, figure(turns.ours), figure(turns.floor), figure(turns.ratio()),
         QStringLiteral("<=") + figure(goal), yesNo(turns.ratio() <= goal)});
}

void Report::compare(const QString& gauge, const Turns& turns) {
    add({gauge, figure(turns.ours), figure(turns.floor), figure(turns.ratio()), kNone, kNone});
}

void Report::share(const QString& gauge, double value, double goal) {
    add({gauge, figure(value), kNone, figure(value), QStringLiteral(">=") + figure(goal),
         yesNo(value >= goal)});
}

void Report::under(const QString& gauge, double value, double goal) {
    add({gauge, figure(value), kNone, figure(value), QStringLiteral("<=") + figure(goal),
         yesNo(value <= goal)});
}

void Report::tell(const QString& gauge, double value) {
    add({gauge, figure(value), kNone, kNone, kNone, kNone});
}

QString Report::text() const {
    QString out = QStringLiteral("gauge\tvalue\tfloor\tratio\tgoal\tmet\n");
    for (const QStringList& row : m_rows) out += row.join(QLatin1Char('\t')) + QLatin1Char('\n');
    return out;
}

bool Report::write(const QString& path) const {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray bytes = text().toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace simrs::bench
