// SPDX-License-Identifier: GPL-3.0-or-later
// Who changed a master's row, through a real server on both engines; and a patient's picture, which leaves
// its trace where patients' data do.
#include <QTest>

#include "common/registration/history_requests.h"
#include "common/registration/patient_photo.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QByteArray jpeg(qsizetype size, char fill = 'x') {
    return QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(size - 6, fill) + QByteArray("\xff\xd9", 2);
}

}  // namespace

class MasterHistoryTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        auto& rig = m_rigs[postgres ? 1 : 0];
        if (!rig) {
            const QString url = postgres ? testDatabaseUrl(QStringLiteral("history")) : QString();
            rig = std::make_unique<ServerRig>(url);
            const QString file = s("sqlite:") + rig->folder() + s("/hospital.db");
            m_configs[postgres ? 1 : 0] = *parseDatabaseUrl(postgres ? url : file);
            m_desks[postgres ? 1 : 0] = rig->client(Role::HeadOfRegistration);
        }
        m_config = m_configs[postgres ? 1 : 0];
        m_rig = rig.get();
        m_desk = m_desks[postgres ? 1 : 0].get();
    }

    void everyChangeWithItsAuthor() {
        Facility row;
        row.code = s("09990101");
        row.name = s("Puskesmas Satu");
        row = saved(Facility(), row);
        Facility renamed = row;
        renamed.name = s("Puskesmas Dua");
        auto admin = m_rig->client(Role::Administrator);
        QVERIFY(admin->submit(SaveMaster<Facility>{row, renamed}));
        Facility off = renamed;
        off.active = false;
        saved(renamed, off);
        const MasterChanges history = of(row.id);
        QCOMPARE(history.list.size(), 3);
        QVERIFY(!history.more);
        const MasterChange& last = history.list.first();
        QCOMPARE(last.who, s("Uji head_of_registration"));
        QCOMPARE(last.request, s("save_facility"));
        QVERIFY(!last.made && !last.at.isNull());
        QCOMPARE(last.changes.size(), 1);
        const MasterChange& middle = history.list[1];
        QCOMPARE(middle.who, s("Uji administrator"));
        QCOMPARE(middle.changes.size(), 1);
        Facility told = row;
        const Field& name = fieldOf<&Facility::name>();
        QVERIFY(setFieldBytes(name, &told, middle.changes.first().base) && told.name == row.name);
        QVERIFY(setFieldBytes(name, &told, middle.changes.first().value) && told.name == renamed.name);
        QVERIFY(history.list.last().made);
        QVERIFY(history.list.last().at <= middle.at && middle.at <= last.at);
    }

    void anotherRowsChangesAreNotItsOwn() {
        Facility row;
        row.code = s("09990199");
        row.name = s("Puskesmas Lain");
        row = saved(Facility(), row);
        QCOMPARE(of(row.id).list.size(), 1);
        // The rig's own rows came with the first data.
        const MasterHistory untouched{entityInfo<Clinic>.kind, m_rig->masters().clinics.first().id.uuid()};
        QVERIFY(m_desk->ask(untouched)->list.isEmpty());
    }

    void onlyOfMasters() {
        const auto patients = m_desk->ask(MasterHistory{entityInfo<Patient>.kind, Uuid::named("x")});
        QCOMPARE(patients.error().code, ErrorCode::RowUnknown);
        const auto users = m_desk->ask(MasterHistory{entityInfo<User>.kind, Uuid::named("x")});
        QCOMPARE(users.error().code, ErrorCode::RowUnknown);
        NullReader device;
        const auto there = MasterHistory::answer(device, {}, {entityInfo<Clinic>.kind, Uuid::named("x")});
        QCOMPARE(there.error().code, ErrorCode::NotHeldHere);
    }

    void aPhotoIsKeptReplacedAndTakenAway() {
        const PatientId patient = registered(801);
        QVERIFY(m_desk->ask(GetPhoto{patient})->photo.id.isNull());
        QVERIFY(m_desk->submit(SavePhoto{patient, jpeg(2'000)}));
        const auto first = m_desk->ask(GetPhoto{patient});
        QCOMPARE(first->photo.jpeg, jpeg(2'000));
        QCOMPARE(first->photo.takenBy, m_desk->grant().user);
        QVERIFY(!first->photo.takenAt.isNull());
        QVERIFY(m_desk->submit(SavePhoto{patient, jpeg(limits::kPhotoBytes, 'y')}));
        QCOMPARE(m_desk->ask(GetPhoto{patient})->photo.jpeg, jpeg(limits::kPhotoBytes, 'y'));
        QVERIFY(m_desk->submit(SavePhoto{patient, {}}));
        QVERIFY(m_desk->ask(GetPhoto{patient})->photo.id.isNull());
    }

    void whatIsNoPictureIsRefused() {
        const PatientId patient = registered(802);
        const QByteArray good = jpeg(100);
        for (const QByteArray& bytes : {jpeg(limits::kPhotoBytes + 1), QByteArray("<svg/>"), good.chopped(1),
                                        good.mid(1), QByteArray("\x89PNG\r\n\x1a\n")}) {
            const auto done = m_desk->submit(SavePhoto{patient, bytes});
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::PictureInvalid);
        }
        const auto nobody = m_desk->submit(SavePhoto{PatientId(Uuid::named("nobody")), good});
        QCOMPARE(nobody.error().code, ErrorCode::PatientUnknown);
        QCOMPARE(m_desk->ask(GetPhoto{PatientId(Uuid::named("nobody"))}).error().code,
                 ErrorCode::PatientUnknown);
    }

    void aMergedFilesPhotoIsThePersons() {
        const PatientId stays = registered(803);
        const PatientId givenUp = registered(804);
        QVERIFY(m_desk->submit(SavePhoto{givenUp, jpeg(700)}));
        QVERIFY(m_desk->submit(MergePatients{givenUp, stays, s("satu orang")}));
        QCOMPARE(m_desk->ask(GetPhoto{stays})->photo.jpeg, jpeg(700));
        // A new one belongs to the file that stays, whichever was named.
        QVERIFY(m_desk->submit(SavePhoto{givenUp, jpeg(900)}));
        const auto newest = m_desk->ask(GetPhoto{givenUp});
        QCOMPARE(newest->photo.id, stays);
        QCOMPARE(newest->photo.jpeg, jpeg(900));
    }

    void aPhotoLeavesItsTraceAndNotItself() {
        const PatientId patient = registered(805);
        const QByteArray picture = jpeg(3'000, 'z');
        QVERIFY(m_desk->submit(SavePhoto{patient, picture}));
        QVERIFY(m_desk->ask(GetPhoto{patient}));
        int reads = 0;
        int writes = 0;
        const auto look = [&] {
            reads = writes = 0;
            auto db = Database::open(m_config);
            if (!db) qFatal("no database");
            (*db)->query(s("SELECT request, changes FROM audit WHERE patient = ?"),
                         {patient.uuid().toBytes()}, [&](const Row& row) {
                             const QString request = row.value(0).toString();
                             reads += request == s("get_photo");
                             if (request != s("save_photo")) return;
                             ++writes;
                             if (row.value(1).toByteArray().contains("zzzz")) qFatal("the picture");
                         });
            return reads == 1 && writes == 1;
        };
        // Reads are noted ten times a second.
        QTRY_VERIFY_WITH_TIMEOUT(look(), 10'000);
        // Nobody who may not see patients sees their faces.
        auto admin = m_rig->client(Role::Administrator);
        QCOMPARE(admin->ask(GetPhoto{patient}).error().code, ErrorCode::PermissionDenied);
    }

    void cleanupTestCase() {
        for (auto& desk : m_desks) desk.reset();
        for (auto& rig : m_rigs) rig.reset();
    }

  private:
    Facility saved(const Facility& base, const Facility& row) {
        const auto done = m_desk->submit(SaveMaster<Facility>{base, row});
        if (!done) qFatal("not saved: %s", failure(done));
        return done->row;
    }
    MasterChanges of(const FacilityId& id) {
        const auto history = m_desk->ask(MasterHistory{entityInfo<Facility>.kind, id.uuid()});
        if (!history) qFatal("no history: %s", failure(history));
        return *history;
    }
    PatientId registered(int number) {
        const auto made = m_desk->submit(RegisterPatient{testPatient(number), {}});
        if (!made) qFatal("not registered: %s", failure(made));
        return made->id;
    }

    std::unique_ptr<ServerRig> m_rigs[2];
    std::unique_ptr<DeskClient> m_desks[2];
    DatabaseConfig m_configs[2];
    DatabaseConfig m_config;
    ServerRig* m_rig = nullptr;
    DeskClient* m_desk = nullptr;
};

QTEST_GUILESS_MAIN(MasterHistoryTest)
#include "master_history_test.moc"
