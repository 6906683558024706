// SPDX-License-Identifier: GPL-3.0-or-later
// No page cuts a word, lays one thing over another, leaves a control without a name or jumps back with Tab:
// at the least window, in both languages and with words 40 % longer.
#include <QStackedWidget>
#include <QTest>

#include "app/kit/action_bar.h"
#include "app/kit/message_log.h"
#include "app/kit/text_check.h"
#include "app/kit/theme.h"
#include "app/shell/languages.h"
#include "app/shell/login_page.h"
#include "app/shell/main_window.h"
#include "app/shell/page_frame.h"
#include "app/shell/settings.h"
#include "app/shell/side_bar.h"
#include "app/shell/top_bar.h"
#include "tests/shell/shell_rig.h"

using namespace simrs;
using namespace simrs::test;

namespace {

/// What a page needs to show something.
QVariant argumentOf(const QString& page) {
    if (page == QLatin1String("search")) return QStringLiteral("siti 1980");
    if (page == QLatin1String("patient") || page == QLatin1String("visit-form"))
        return QVariant::fromValue(samplePatient());
    return {};
}

QString linesOf(const QList<TextFinding>& findings) {
    QStringList lines;
    for (const TextFinding& finding : findings) lines.append(finding.line());
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

class PageTextTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, Theme::light());
        giveSamples(m_rig.server);
        QVERIFY(m_rig.work());
    }

    void pages_data() { languagesBy(allPages()); }

    void pages() {
        QFETCH(QString, language);
        QFETCH(QString, key);
        speak(language);
        for (const PageInfo& info : allPages())
            if (info.key == key) check(info);
    }

    void signIn_data() { languagesBy({}); }

    void signIn() {
        QFETCH(QString, language);
        speak(language);
        Settings settings{QString()};
        for (const auto role : {LoginPage::Role::Entrance, LoginPage::Role::Overlay}) {
            LoginPage page(*m_rig.backend, settings, role, QStringLiteral("ani"));
            page.showDemoHint();
            page.resize(MainWindow::leastWidth, MainWindow::leastHeight);
            page.show();
            page.begin();
            QVERIFY(QTest::qWaitForWindowExposed(&page));
            QVERIFY2(checkTexts(page).isEmpty(), qPrintable(linesOf(checkTexts(page))));
        }
    }

    void theLongWordsAreLonger() {
        QCOMPARE(LongTranslator::lengthened(QStringLiteral("Simpan (Ctrl+S)")),
                 QStringLiteral("Simpanpan (Ctrl+S)"));
        QCOMPARE(LongTranslator::lengthened(QStringLiteral("%1 buka")), QStringLiteral("%1 bukaka"));
        const QString text = QStringLiteral("Tinggalkan tanpa menyimpan");
        QVERIFY(LongTranslator::lengthened(text).size() >= text.size() * 135 / 100);
    }

  private:
    static void languagesBy(const PageList& pages) {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("key");
        for (const char* language : {"en", "id", "long"}) {
            if (pages.empty()) QTest::newRow(language) << QString::fromLatin1(language) << QString();
            for (const PageInfo& page : pages)
                QTest::newRow(qPrintable(page.key + QLatin1Char('-') + QLatin1String(language)))
                    << QString::fromLatin1(language) << page.key;
        }
    }

    void speak(const QString& language) {
        m_long.reset();
        m_languages.use(language == QLatin1String("en") ? language : QStringLiteral("id"));
        if (language != QLatin1String("long")) return;
        m_long = std::make_unique<LongTranslator>();
        QCoreApplication::installTranslator(m_long.get());
    }

    void check(const PageInfo& info) {
        TestWorkbench workbench(*m_rig.backend);
        MessageLogModel log(m_clock, QStringLiteral("Asia/Jakarta"));
        PageFrame frame(&log);
        fill(frame, info.key);
        auto* page = info.make(workbench);
        frame.stack()->addWidget(page);
        frame.topBar()->setTitle(page->title());
        frame.resize(MainWindow::leastWidth, MainWindow::leastHeight);
        frame.show();
        frame.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&frame));
        page->enter(argumentOf(info.key));
        QTest::qWait(settleMs);
        frame.topBar()->setTitle(page->title());
        QCoreApplication::processEvents();
        const QString shots = qEnvironmentVariable("SIMRS_SHOTS");
        if (!shots.isEmpty())
            frame.grab().save(shots + QLatin1Char('/') + QString::fromLatin1(QTest::currentDataTag()) +
                              QStringLiteral(".png"));
        const QList<TextFinding> findings = checkTexts(frame);
        QVERIFY2(findings.isEmpty(), qPrintable(linesOf(findings)));
    }

    static void fill(PageFrame& frame, const QString& current) {
        frame.sideBar()->setHospital(QStringLiteral("RSUD Kota Wanasari"));
        frame.sideBar()->setUser(QStringLiteral("Ani"), QStringLiteral("Petugas"));
        for (const PageInfo& page : allPages())
            if (page.inSideBar) frame.sideBar()->addEntry(page.key, page.icon, page.title(), page.shortcut);
        frame.sideBar()->setCurrent(current);
        frame.topBar()->setLink({LinkState::Offline, QStringLiteral("10:42"), 3, 0});
        frame.topBar()->setSearchShown(current != QLatin1String("search"));
    }

    static constexpr int settleMs = 250;  // answers of the pretended server, skeletons, pauses while typing
    SystemClock m_clock;
    BackendRig m_rig;
    Languages m_languages;
    std::unique_ptr<LongTranslator> m_long;
};

QTEST_MAIN(PageTextTest)
#include "page_text_test.moc"
