// SPDX-License-Identifier: GPL-3.0-or-later
// No page cuts a word, lays one thing over another, leaves a control without a name or jumps back with Tab:
// at the least window, in both languages and with words 40 % longer.
#include <QAbstractButton>
#include <QStackedWidget>
#include <QTest>
#include <algorithm>

#include "app/kit/action_bar.h"
#include "app/kit/choice_field.h"
#include "app/kit/entity_form.h"
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

/// A page in one state a person meets: what it is opened with, and what is done there before it is looked at.
struct Scene {
    QString name;
    QString page;
    QVariant argument = {};
    std::function<void(QWidget&)> act = {};
};

/// What a page needs to show something.
QVariant argumentOf(const QString& page) {
    if (page == QLatin1String("search")) return QStringLiteral("siti 1980");
    if (page == QLatin1String("patient") || page == QLatin1String("visit-form") ||
        page == QLatin1String("papers"))
        return QVariant::fromValue(samplePatient());
    return {};
}

void click(QWidget& page, const char* name) {
    auto* button = page.findChild<QAbstractButton*>(QString::fromLatin1(name));
    if (button == nullptr) qFatal("no %s", name);
    button->click();
}

void chooseFirst(QWidget& page, const char* name) {
    auto* field = page.findChild<ChoiceField*>(QString::fromLatin1(name));
    if (field == nullptr) qFatal("no %s", name);
    field->setCurrentIndex(0);
    Q_EMIT field->valueChosen(field->value());
}

/// Chooses all there is to choose and registers.
void registerVisit(QWidget& page) {
    for (const char* name : {"clinicField", "doctorField", "payerField"}) chooseFirst(page, name);
    click(page, "registerButton");
}

/// Every page as it opens, then the states that come by working on it.
QList<Scene> scenes() {
    QList<Scene> all;
    for (const PageInfo& page : allPages()) all.append({page.key, page.key, argumentOf(page.key)});
    const QString form = QStringLiteral("patient-form");
    const QVariant patient = QVariant::fromValue(samplePatient());
    all.append(
        {QStringLiteral("patient-form-errors"), form, {}, [](QWidget& page) { click(page, "saveButton"); }});
    all.append({QStringLiteral("patient-form-correct"), form, patient});
    all.append({QStringLiteral("visit-form-errors"), QStringLiteral("visit-form"), patient,
                [](QWidget& page) { click(page, "registerButton"); }});
    all.append({QStringLiteral("visit-form-ticket"), QStringLiteral("visit-form"), patient, registerVisit});
    all.append({QStringLiteral("printers-zpl"), QStringLiteral("printers"), {}, [](QWidget& page) {
                    auto* language = page.findChild<ChoiceField*>(QStringLiteral("languageField"));
                    language->setCurrentIndex(language->count() - 1);
                    Q_EMIT language->valueChosen(language->value());
                    click(page, "testPrintButton");
                }});
    for (const char* kind :
         {"ward", "bed", "doctor", "payer", "staff", "facility", "holiday", "counter_service", "area"})
        all.append({QStringLiteral("masters-") + QLatin1String(kind), QStringLiteral("masters"),
                    QString::fromLatin1(kind)});
    all.append(
        {QStringLiteral("counter-queue-panel"), QStringLiteral("counter-queue"), {}, [](QWidget& page) {
             click(page, "openPanelButton");
         }});
    all.append({QStringLiteral("dispenser-number"), QStringLiteral("dispenser"), {}, [](QWidget& page) {
                    click(page, "service1Button");
                }});
    all.append({QStringLiteral("masters-errors"), QStringLiteral("masters"), {}, [](QWidget& page) {
                    click(page, "newMasterButton");
                    page.findChild<EntityForm*>(QStringLiteral("clinicForm"))->check();
                }});
    return all;
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

    void pages_data() {
        QStringList names;
        // In parts: all of them at once would come near the limit of a test.
        const int parts = qMax(1, qEnvironmentVariableIntValue("SIMRS_PARTS"));
        int at = qEnvironmentVariableIntValue("SIMRS_PART");
        for (const Scene& scene : scenes())
            if (at++ % parts == 0) names.append(scene.name);
        languagesBy(names);
    }

    void pages() {
        QFETCH(QString, language);
        QFETCH(QString, key);
        speak(language);
        for (const Scene& scene : scenes())
            if (scene.name == key) check(scene);
    }

    /// Rows that wait for an answer, on the page behind the connection chip.
    void whatWaits_data() { languagesBy({}); }

    void whatWaits() {
        QFETCH(QString, language);
        speak(language);
        BackendRig rig;
        giveSamples(rig.server);
        QVERIFY(rig.work());
        rig.server.set([](FakeServer::Behaviour& b) { b.answersCommands = false; });
        rig.backend->submit(rig.visit(), &rig.context, [](const Result<VisitMade>&) {});
        QVERIFY(BackendRig::wait([&] { return !rig.backend->pending().isEmpty(); }));
        check({QStringLiteral("pending"), QStringLiteral("pending")}, *rig.backend);
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
            if (role == LoginPage::Role::Overlay) continue;
            click(page, "changeServerButton");
            QCoreApplication::processEvents();
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
    static void languagesBy(const QStringList& keys) {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("key");
        for (const char* language : {"en", "id", "long"}) {
            if (keys.empty()) QTest::newRow(language) << QString::fromLatin1(language) << QString();
            for (const QString& key : keys)
                QTest::newRow(qPrintable(key + QLatin1Char('-') + QLatin1String(language)))
                    << QString::fromLatin1(language) << key;
        }
    }

    void speak(const QString& language) {
        m_long.reset();
        m_languages.use(language == QLatin1String("en") ? language : QStringLiteral("id"));
        if (language != QLatin1String("long")) return;
        m_long = std::make_unique<LongTranslator>();
        QCoreApplication::installTranslator(m_long.get());
    }

    static const PageInfo& infoOf(const PageList& pages, const QString& key) {
        return *std::find_if(pages.begin(), pages.end(),
                             [&](const PageInfo& page) { return page.key == key; });
    }

    void check(const Scene& scene) { check(scene, *m_rig.backend); }

    void check(const Scene& scene, Backend& backend) {
        TestWorkbench workbench(backend);
        MessageLogModel log(m_clock, QStringLiteral("Asia/Jakarta"));
        PageFrame frame(&log);
        fill(frame, scene.page);
        const PageList pages = allPages();
        auto* page = infoOf(pages, scene.page).make(workbench);
        frame.stack()->addWidget(page);
        frame.topBar()->setTitle(page->title());
        frame.resize(MainWindow::leastWidth, MainWindow::leastHeight);
        frame.show();
        frame.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&frame));
        page->enter(scene.argument);
        QTest::qWait(settleMs);
        if (scene.act) {
            scene.act(*page);
            QTest::qWait(settleMs);
        }
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
