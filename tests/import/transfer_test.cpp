// SPDX-License-Identifier: GPL-3.0-or-later
// What one hospital writes another one reads, on both engines; who left the house in a list stands in the
// audit, with the reason.
#include <QTemporaryDir>
#include <QTest>

#include "app/registration/export_row.h"
#include "app/registration/import_columns.h"
#include "app/registration/import_list.h"
#include "common/csv/csv_writer.h"
#include "common/registration/transfer_requests.h"
#include "common/store/database.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

template <class E>
E nth(int number) {
    return static_cast<E>(number % enumCount(E()));
}

/// People with every answer there is, and with every character that a file of separated values minds.
ImportedPatient somebody(int number) {
    ImportedPatient row;
    row.line = number;
    row.patient = testPatient(number);
    row.patient.name = text("Uji %1").arg(QString(3, QChar(static_cast<char16_t>(u'a' + number))));
    row.patient.sex =
        std::array{Sex::Male, Sex::Female, Sex::Undetermined}.at(static_cast<std::size_t>(number) % 3);
    row.patient.sapaan = nth<Sapaan>(1 + number % 6);
    row.patient.birthDate = QDate(1950, 1, 1).addDays(number * 997);
    row.patient.birthEstimated = number % 5 == 0;
    if (number % 4 == 0) {
        row.patient.nik.clear();
        row.patient.noNikReason = NoNikReason::Unknown;
    }
    row.patient.phone = number % 2 == 0 ? text("+31201234567") : text("081234567890");
    row.patient.address = number % 3 == 0 ? text("=Jl. \"Mawar\"; No. 5, Gg. É") : text("Jl. Melati");
    row.patient.card = text("0001234567%1").arg(number, 3, 10, QLatin1Char('0'));
    row.details.religion = nth<Religion>(number);
    row.details.maritalStatus = nth<MaritalStatus>(number);
    row.details.education = nth<Education>(number);
    row.details.occupation = nth<Occupation>(number);
    row.details.rt = text("004");
    row.details.rw = text("012");
    row.details.area = text("Sukarasa, Tangerang, Kota Tangerang, Banten");
    row.details.areaCode = text("3671011001");
    row.details.postcode = text("15119");
    row.details.country = number % 7 == 0 ? text("NL") : text("ID");
    row.details.birthPlace = text("Tangerang");
    row.details.familyCard = text("3671010101010001");
    row.details.ethnicity = text("Sunda");
    row.details.contactName = text("Ibu Uji");
    row.details.contactPhone = text("081298765432");
    row.details.note = text("datang dengan kursi roda; \"depan\"");
    return row;
}

constexpr int kPeople = 24;

}  // namespace

class TransferTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, postgres);
        m_officer.reset();
        m_url = postgres ? testDatabaseUrl(QStringLiteral("transfer")) : QString();
        m_rig = std::make_unique<ServerRig>(m_url);
        m_officer = m_rig->client(Role::RecordsOfficer);
    }

    void whatOneWritesAnotherReads() {
        fill(*m_officer);
        const QList<ExportedPatient> ours = allOf(*m_officer, 7);
        QCOMPARE(ours.size(), kPeople);
        write(ours);
        QFETCH_GLOBAL(bool, postgres);
        ServerRig other(postgres ? testDatabaseUrl(QStringLiteral("other")) : QString());
        const auto officer = other.client(Role::RecordsOfficer);
        // Numbers of its own, so that those of the list lie beside them.
        QVERIFY(other.client(Role::RegistrationClerk)->submit(RegisterPatient{testPatient(90), {}}));
        read(*officer);
        QMap<QString, QStringList> wanted = byName(ours);
        QMap<QString, QStringList> found = byName(allOf(*officer, limits::kExportRows));
        found.remove(testPatient(90).name);
        QCOMPARE(found.keys(), wanted.keys());
        for (const QString& name : found.keys()) QCOMPARE(found[name], wanted[name]);
        for (const ExportedPatient& patient : ours) {
            const auto hits = officer->ask(FindPatients{text("rm %1").arg(patient.patient.mrn)});
            QVERIFY2(hits, failure(hits));
            QVERIFY(std::any_of(hits->hits.begin(), hits->hits.end(), [&](const PatientHit& hit) {
                return hit.patient.name == patient.patient.name;
            }));
        }
    }

    void mergedFilesAreOnePatient() {
        fill(*m_officer);
        const QList<ExportedPatient> before = allOf(*m_officer, limits::kExportRows);
        QVERIFY(m_officer->submit(
            MergePatients{before.at(0).patient.id, before.at(1).patient.id, text("satu orang")}));
        QCOMPARE(allOf(*m_officer, 5).size(), kPeople - 1);
    }

    void whoLeftTheHouseStandsInTheAudit() {
        fill(*m_officer);
        const QList<ExportedPatient> ours = allOf(*m_officer, 10);
        const auto noted =
            m_officer->submit(NoteExport{text("pasien.csv"), kPeople, text("surat 445/12"), true});
        QVERIFY2(noted, failure(noted));
        QTRY_COMPARE_WITH_TIMEOUT(readsOfExport().size(), kPeople, 10'000);
        for (const ExportedPatient& patient : ours)
            QVERIFY(readsOfExport().contains(patient.patient.id.uuid()));
        const QList<PatientExport> rows = exports();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().file, text("pasien.csv"));
        QCOMPARE(rows.first().count, kPeople);
        QCOMPARE(rows.first().reason, text("surat 445/12"));
        QCOMPARE(rows.first().exportedBy, m_officer->grant().user);
        QCOMPARE(audited("note_export"), 1);
    }

    void anExportNeedsAReasonAndTheRight() {
        QCOMPARE(m_officer->submit(NoteExport{text("x.csv"), 1, text("  "), true}).error().code,
                 ErrorCode::ReasonRequired);
        QCOMPARE(m_officer->submit(NoteExport{text("x.csv"), -1, text("surat"), true}).error().code,
                 ErrorCode::FieldOutOfRange);
        const auto clerk = m_rig->client(Role::RegistrationClerk);
        QCOMPARE(clerk->ask(ExportPatients{}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(clerk->submit(NoteExport{text("x.csv"), 1, text("surat"), true}).error().code,
                 ErrorCode::PermissionDenied);
        QVERIFY(exports().isEmpty());
    }

  private:
    void fill(DeskClient& officer) {
        ImportPatients list{text("awal.csv"), {}};
        for (int i = 1; i <= kPeople; ++i) list.rows.append(somebody(i));
        const auto made = officer.submit(list);
        QVERIFY2(made, failure(made));
        for (const ImportedRow& row : made->rows)
            QVERIFY2(row.fate == ImportFate::Made && row.error == 0, qPrintable(QString::number(row.line)));
    }

    static QList<ExportedPatient> allOf(DeskClient& officer, qint64 page) {
        QList<ExportedPatient> all;
        ExportPatients query{{}, page};
        for (bool more = true; more;) {
            const auto reply = officer.ask(query);
            if (!reply) qFatal("%s", failure(reply));
            all += reply->rows;
            query.after = reply->last;
            more = reply->more;
        }
        return all;
    }

    void write(const QList<ExportedPatient>& patients) {
        CsvWriter writer(path());
        QVERIFY(writer.begin(exportHeader()));
        for (const ExportedPatient& patient : patients) QVERIFY(writer.add(exportCells(patient)));
        QVERIFY(writer.finish());
    }

    void read(DeskClient& officer) {
        const auto list = openImportList(path(), {});
        QVERIFY(list);
        const QStringList keys = guessedColumns(list->header);
        QCOMPARE(keys, exportHeader());
        auto reader = ImportReader::open(*list, keys, dayIn(text("Asia/Jakarta"), m_clock.now()));
        QVERIFY(reader);
        const ImportPiece piece = reader->next(limits::kImportRows);
        QVERIFY(piece.ended);
        ImportPatients command{text("pasien.csv"), {}};
        for (const ImportLine& line : piece.lines) {
            QVERIFY(line.row.wrong.isEmpty() && line.row.dropped.isEmpty());
            command.rows.append({line.line, line.row.number, line.row.patient, line.row.details});
        }
        const auto made = officer.submit(command);
        QVERIFY2(made, failure(made));
        for (const ImportedRow& row : made->rows) QCOMPARE(row.fate, ImportFate::Made);
        const auto again = officer.submit(command);
        QVERIFY2(again, failure(again));
        for (const ImportedRow& row : again->rows) QVERIFY(row.fate != ImportFate::Made);
    }

    /// All cells but the number, which each hospital gives by itself.
    static QMap<QString, QStringList> byName(const QList<ExportedPatient>& patients) {
        QMap<QString, QStringList> out;
        for (const ExportedPatient& patient : patients) {
            QStringList cells = exportCells(patient);
            cells[exportHeader().indexOf(text("number"))].clear();
            out.insert(patient.patient.name, cells);
        }
        return out;
    }

    DatabaseConfig database() const {
        return *parseDatabaseUrl(m_url.isEmpty() ? text("sqlite:") + m_rig->folder() + text("/hospital.db")
                                                 : m_url);
    }

    QList<PatientExport> exports() {
        QList<PatientExport> rows;
        const Status done = m_rig->store()->read([&](Reader& reader) -> Status {
            rows = reader.list(Where<PatientExport>()).value_or(QList<PatientExport>());
            return {};
        });
        if (!done) qFatal("not read");
        return rows;
    }

    QSet<Uuid> readsOfExport() {
        QSet<Uuid> seen;
        const auto db = Database::open(database());
        (*db)->query(text("SELECT changes FROM audit WHERE note = 'read' AND request = 'export_patients'"),
                     {}, [&](const Row& row) {
                         const auto changes = decode<AuditChanges>(row.value(0).toByteArray());
                         for (const AuditChange& change : changes->list) seen.insert(change.row);
                     });
        return seen;
    }

    int audited(const char* request) {
        int count = 0;
        const auto db = Database::open(database());
        (*db)->query(text("SELECT 1 FROM audit WHERE request = ?"), {text(request)},
                     [&](const Row&) { ++count; });
        return count;
    }

    QString path() const { return m_folder.filePath(text("pasien.csv")); }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QString m_url;
    std::unique_ptr<ServerRig> m_rig;
    std::unique_ptr<DeskClient> m_officer;
};

QTEST_GUILESS_MAIN(TransferTest)
#include "transfer_test.moc"
