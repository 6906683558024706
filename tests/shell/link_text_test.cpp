// SPDX-License-Identifier: GPL-3.0-or-later
// What the chip of the connection says, and that nobody takes an old copy for today's.
#include <QTest>

#include "app/shell/top_bar.h"

namespace simrs {

class LinkTextTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void howOldTheCopyIs_data() {
        QTest::addColumn<QDateTime>("asOf");
        QTest::addColumn<QString>("says");
        QTest::newRow("today") << at(20, 7, 30) << QStringLiteral("07:30");
        QTest::newRow("three days ago") << at(17, 7, 30) << QStringLiteral("17/11/2026 07:30");
        // 23:30 by UTC is the next morning in Jakarta.
        QTest::newRow("the day is the hospital's")
            << QDateTime({2026, 11, 19}, {23, 30}, Qt::UTC) << QStringLiteral("06:30");
    }
    void howOldTheCopyIs() {
        QFETCH(QDateTime, asOf);
        QFETCH(QString, says);
        ConnectionStatus status = offline();
        status.fromCache = true;
        status.cacheAsOf = Instant(asOf.toMSecsSinceEpoch());
        const LinkText text = linkText(status, zone());
        QCOMPARE(text.asOf, says);
        QVERIFY(linkChip(text).text.contains(says));
    }

    void aCopyThatCannotBeKeptIsSaid() {
        ConnectionStatus status = offline();
        status.state = OnlineState::Online;
        const QString well = linkChip(linkText(status, zone())).text;
        status.cacheError = Error{ErrorCode::StorageFailed, {}, {}};
        const ChipText chip = linkChip(linkText(status, zone()));
        QVERIFY(chip.text != well);
        QCOMPARE(chip.kind, ChipKind::Warning);
    }

  private:
    static QString zone() { return QStringLiteral("Asia/Jakarta"); }
    static QDateTime at(int day, int hour, int minute) {
        return QDateTime({2026, 11, day}, {hour, minute}, Qt::UTC).addSecs(-7 * 3600);
    }
    static ConnectionStatus offline() {
        ConnectionStatus status;
        status.state = OnlineState::Offline;
        status.since = Instant(at(20, 8, 0).toMSecsSinceEpoch());
        return status;
    }
};

}  // namespace simrs

QTEST_MAIN(simrs::LinkTextTest)
#include "link_text_test.moc"
