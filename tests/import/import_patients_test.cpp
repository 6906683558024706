// SPDX-License-Identifier: GPL-3.0-or-later
// A list of another system through a real server on both engines: made once, known the second time, refused
// with a reason; old numbers find their people.
#include <QTest>

#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

ImportedPatient row(int number, qint64 oldNumber) {
    ImportedPatient row;
    row.line = 1 + number;
    row.number = oldNumber;
    row.patient = testPatient(number);
    row.patient.name = text("Impor %1").arg(QString(3, QChar(static_cast<char16_t>(u'a' + number % 26))));
    row.patient.birthDate = QDate(1950, 1, 1).addDays(number * 37);
    row.details.religion = Religion::Islam;
    return row;
}

QList<ImportFate> fatesOf(const ImportPatients::Reply& reply) {
    QList<ImportFate> fates;
    for (const ImportedRow& row : reply.rows) fates.append(row.fate);
    return fates;
}

}  // namespace

class ImportPatientsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        m_head.reset();
        m_rig = std::make_unique<ServerRig>(postgres ? testDatabaseUrl(QStringLiteral("import")) : QString());
        m_head = m_rig->client(Role::HeadOfRegistration);
    }

    void makesEveryoneOnce() {
        ImportPatients list{text("pasien.csv"), {row(1, 0), row(2, 700'001), row(3, 700'002)}};
        const auto first = m_head->submit(list);
        QVERIFY2(first, failure(first));
        QCOMPARE(fatesOf(*first), QList<ImportFate>(3, ImportFate::Made));
        const auto file = m_head->ask(GetPatient{first->rows.at(1).patientId});
        QVERIFY2(file, failure(file));
        QCOMPARE(file->details.religion, Religion::Islam);
        const auto again = m_head->submit(list);
        QVERIFY2(again, failure(again));
        QCOMPARE(fatesOf(*again), QList<ImportFate>(3, ImportFate::KnownByNik));
        for (int i = 0; i < 3; ++i) QCOMPARE(again->rows.at(i).patientId, first->rows.at(i).patientId);
    }

    void withoutANikTheNumberOrThePersonIsKnown() {
        ImportPatients list{text("pasien.csv"), {row(1, 0), row(2, 700'001)}};
        for (ImportedPatient& one : list.rows) {
            one.patient.nik.clear();
            one.patient.noNikReason = NoNikReason::Unknown;
        }
        QVERIFY(m_head->submit(list));
        const auto again = m_head->submit(list);
        QVERIFY2(again, failure(again));
        QCOMPARE(fatesOf(*again), QList({ImportFate::KnownByPerson, ImportFate::KnownByNumber}));
    }

    void oldNumbersFindTheirPeople() {
        // Of somebody else here, and free.
        const auto held = m_head->submit(RegisterPatient{testPatient(90), {}});
        QVERIFY2(held, failure(held));
        const auto made =
            m_head->submit(ImportPatients{text("pasien.csv"), {row(1, held->mrn), row(2, 99'000'123)}});
        QVERIFY2(made, failure(made));
        QVERIFY(made->rows.at(0).mrn != held->mrn && made->rows.at(0).mrn > 0);
        const auto both = m_head->ask(FindPatients{text("rm %1").arg(held->mrn)});
        QVERIFY2(both, failure(both));
        QCOMPARE(both->hits.size(), 2);
        const auto other = m_head->ask(FindPatients{text("99000123")});
        QVERIFY2(other, failure(other));
        QCOMPARE(other->hits.size(), 1);
        QCOMPARE(other->hits.first().patient.id, made->rows.at(1).patientId);
    }

    void oneBadRowDoesNotStopTheOthers() {
        ImportPatients list{text("pasien.csv"), {row(1, 0), row(2, 0), row(3, 0)}};
        list.rows[1].patient.name = text("1234");
        list.rows[2].patient.nik = list.rows[0].patient.nik;
        const auto done = m_head->submit(list);
        QVERIFY2(done, failure(done));
        QCOMPARE(fatesOf(*done), QList({ImportFate::Made, ImportFate::Refused, ImportFate::KnownByNik}));
        QCOMPARE(done->rows.at(1).error, static_cast<qint64>(ErrorCode::FieldInvalid));
        QCOMPARE(done->rows.at(1).args, QStringList({text("name")}));
        QCOMPARE(done->rows.at(1).line, 3);
        QCOMPARE(done->rows.at(2).patientId, done->rows.at(0).patientId);
    }

    void nothingAndTooMuchAreRefused() {
        QCOMPARE(m_head->submit(ImportPatients{text("x.csv"), {}}).error().code, ErrorCode::FieldRequired);
        ImportPatients many{text("x.csv"), {}};
        for (int i = 0; i <= limits::kImportRows; ++i) many.rows.append(row(i, 0));
        QVERIFY(!m_head->submit(many));
        QVERIFY(!m_rig->client(Role::RegistrationClerk)->submit(ImportPatients{text("x.csv"), {row(1, 0)}}));
    }

  private:
    std::unique_ptr<ServerRig> m_rig;
    std::unique_ptr<DeskClient> m_head;
};

QTEST_GUILESS_MAIN(ImportPatientsTest)
#include "import_patients_test.moc"
