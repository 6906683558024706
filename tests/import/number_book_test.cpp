// SPDX-License-Identifier: GPL-3.0-or-later
// Where every medical record number has gone, on both engines: whose it is, why it is missing, or that nobody
// was given it.
#include <QTest>

#include "common/core/restored_numbers.h"
#include "common/registration/transfer_requests.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

class NumberBookTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        m_clerk.reset();
        m_officer.reset();
        m_rig = std::make_unique<ServerRig>(postgres ? testDatabaseUrl(QStringLiteral("book")) : QString());
        m_clerk = m_rig->client(Role::RegistrationClerk);
        m_officer = m_rig->client(Role::RecordsOfficer);
    }

    void everyNumberOfABlockIsAccountedFor() {
        const qint64 first = registered(1).mrn;
        registered(2);
        const qint64 lost = *m_clerk->takeNumber(NumberKind::MedicalRecord);
        registered(3);
        const NumberPage page = *m_officer->ask(NumberBook{});
        QCOMPARE(page.blocks.size(), 1);
        QVERIFY(!page.more);
        const BookedBlock& block = page.blocks.first();
        QCOMPARE(block.block.first, first);
        QCOMPARE(block.block.deviceId, m_clerk->device().id);
        QCOMPARE(block.deviceName, QStringLiteral("test"));
        QVERIFY(!block.grantedTo.isEmpty());
        QCOMPARE(block.used, 3);
        QCOMPARE(block.unused, QList<UnusedRange>({{lost, lost, UnusedNumber::PassedOver},
                                                   {first + 4, block.block.last, UnusedNumber::Ahead}}));
    }

    void pagesGoBackToTheFirst() {
        for (int i = 0; i < 3; ++i)
            m_rig->client(Role::RegistrationClerk)->takeNumber(NumberKind::MedicalRecord);
        NumberBook query;
        query.limit = 2;
        NumberPage page = *m_officer->ask(query);
        QCOMPARE(page.blocks.size(), 2);
        QVERIFY(page.more);
        QVERIFY(page.blocks[0].block.first > page.blocks[1].block.first);
        query.before = page.blocks.last().block.first;
        page = *m_officer->ask(query);
        QCOMPARE(page.blocks.size(), 1);
        QVERIFY(!page.more);
        QCOMPARE(page.blocks.first().block.first, 1);
        QCOMPARE(page.blocks.first().unused.size(), 1);
    }

    void tellsWhoseANumberIs() {
        const PatientMade one = registered(1);
        const PatientMade other = registered(2);
        NumberStory story = storyOf(one.mrn);
        QCOMPARE(story.fate, NumberFate::Used);
        QCOMPARE(story.patientId, one.id);
        QCOMPARE(story.mrn, one.mrn);
        QVERIFY(!story.patientName.isEmpty() && !story.at.isNull());
        QVERIFY(m_officer->submit(MergePatients{one.id, other.id, QStringLiteral("satu orang")}));
        story = storyOf(one.mrn);
        QCOMPARE(story.fate, NumberFate::Merged);
        QCOMPARE(story.patientId, other.id);
        QCOMPARE(story.mrn, other.mrn);
    }

    void tellsWhyANumberIsMissing() {
        const PatientMade one = registered(1);
        // Somebody with the same NIK: the number was taken, and the server refused.
        RegisterPatient again{testPatient(2), {}};
        again.patient.nik = testPatient(1).nik;
        QCOMPARE(m_clerk->submit(again).error().code, ErrorCode::NikTaken);
        NumberStory story = storyOf(one.mrn + 1);
        QCOMPARE(story.fate, NumberFate::Refused);
        QCOMPARE(story.error, static_cast<qint64>(ErrorCode::NikTaken));
        QVERIFY(story.patientId.isNull() && !story.at.isNull());
        const qint64 lost = *m_clerk->takeNumber(NumberKind::MedicalRecord);
        QCOMPARE(storyOf(lost).fate, NumberFate::Ahead);
        registered(3);
        QCOMPARE(storyOf(lost).fate, NumberFate::PassedOver);
        QCOMPARE(storyOf(lost + 20).fate, NumberFate::Ahead);
        QCOMPARE(storyOf(40'000'000).fate, NumberFate::NeverGiven);
        const NumberPage page = *m_officer->ask(NumberBook{0, lost, 100});
        QCOMPARE(page.blocks.size(), 1);
        QVERIFY(m_officer->ask(NumberBook{0, 40'000'000, 100})->blocks.isEmpty());
    }

    void knowsNumbersOfTheSystemBefore() {
        ImportedPatient row;
        row.number = 77'001;
        row.patient = testPatient(5);
        const auto made = m_officer->submit(ImportPatients{QStringLiteral("awal.csv"), {row}});
        QVERIFY2(made, failure(made));
        NumberStory story = storyOf(77'001);
        QCOMPARE(story.fate, NumberFate::OldSystem);
        QCOMPARE(story.mrn, made->rows.first().mrn);
        // Its own came from a block of the server, whose numbers are given one after the other.
        QCOMPARE(storyOf(story.mrn).fate, NumberFate::Used);
        const BookedBlock block = m_officer->ask(NumberBook{})->blocks.first();
        QVERIFY(block.block.deviceId.isNull() && block.deviceName.isEmpty());
        QCOMPARE(block.used, 1);
        QCOMPARE(block.unused.size(), 1);
        QCOMPARE(block.unused.first().why, UnusedNumber::Ahead);
    }

    void knowsWhatABackupDoesNotKnow() {
        const auto store = m_rig->store();
        WriteContext context;
        context.writeId = Uuid::named("restored");
        QVERIFY(store->write(context, [](WishTx& tx) -> Status {
            RestoredNumbers unknown;
            unknown.id = tx.newId<RestoredNumbers>();
            unknown.first = 5'001;
            unknown.last = 6'000;
            tx.insert(unknown);
            return {};
        }));
        QCOMPARE(storyOf(5'500).fate, NumberFate::Restored);
        QCOMPARE(storyOf(6'001).fate, NumberFate::NeverGiven);
    }

    void onlyForThoseWhoAnswerForIt() {
        QCOMPARE(m_clerk->ask(NumberBook{}).error().code, ErrorCode::PermissionDenied);
        QVERIFY(m_rig->client(Role::HeadOfRegistration)->ask(NumberBook{}));
    }

  private:
    PatientMade registered(int number) {
        const auto made = m_clerk->submit(RegisterPatient{testPatient(number), {}});
        if (!made) qFatal("%s", failure(made));
        return *made;
    }
    NumberStory storyOf(qint64 number) {
        const auto page = m_officer->ask(NumberBook{0, number, 100});
        if (!page) qFatal("%s", failure(page));
        if (page->story.number != number) qFatal("no story");
        return page->story;
    }

    std::unique_ptr<ServerRig> m_rig;
    std::unique_ptr<DeskClient> m_clerk, m_officer;
};

QTEST_GUILESS_MAIN(NumberBookTest)
#include "number_book_test.moc"
