// SPDX-License-Identifier: GPL-3.0-or-later
// A dirty list from its bytes to the files it makes, on both engines: everybody is made or refused with a
// reason in words, and the second run makes nobody. 2,000 rows, 200,000 with SIMRS_CAMPAIGN=full.
#include <QTemporaryDir>
#include <QTest>
#include <chrono>

#include "app/registration/import_columns.h"
#include "app/registration/import_list.h"
#include "app/registration/import_words.h"
#include "common/registration/transfer_requests.h"
#include "tests/import/dirty_list.h"
#include "tests/server/server_rig.h"
#include "tests/support/test_postgres.h"

using namespace simrs;
using namespace simrs::test;

namespace {

/// What became of a whole list.
struct Outcome {
    std::array<qint64, enumCount(ImportFate())> fates{};
    QHash<qint64, QList<ImportProblem>> refused;
    qint64 leftOut = 0;
    qint64 lostNiks = 0;
    qint64 rows = 0;

    qint64 of(ImportFate fate) const { return fates.at(static_cast<std::size_t>(fate)); }
    qint64 known() const {
        return of(ImportFate::KnownByNik) + of(ImportFate::KnownByNumber) + of(ImportFate::KnownByPerson);
    }
};

}  // namespace

class ImportListTest : public QObject {
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
        m_rig = std::make_unique<ServerRig>(postgres ? testDatabaseUrl(QStringLiteral("list")) : QString());
        m_head = m_rig->client(Role::RecordsOfficer);
    }

    void everybodyIsMadeOnceOrRefusedWithAReason() {
        const bool full = qEnvironmentVariable("SIMRS_CAMPAIGN") == QLatin1String("full");
        const DirtyList list = dirtyList(full ? 200'000 : 2'000);
        write(list.bytes);
        const Outcome first = run();
        QCOMPARE(first.rows, list.rows);
        QCOMPARE(first.of(ImportFate::Made), list.made());
        QCOMPARE(first.known(), list.known);
        QCOMPARE(first.lostNiks, list.lostNiks);
        QCOMPARE(first.leftOut, list.leftOut);
        explained(first, list);
        QCOMPARE(patients(), list.made());

        const Outcome again = run();
        QCOMPARE(again.of(ImportFate::Made), 0);
        QCOMPARE(again.known(), list.made() + list.known);
        QCOMPARE(again.refused.size(), list.refused.size());
        QCOMPARE(patients(), list.made());
    }

  private:
    void write(const QByteArray& bytes) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    Outcome run() {
        const auto began = std::chrono::steady_clock::now();
        auto list = openImportList(path(), {});
        if (!list || list->form != CsvForm{CsvForm::Encoding::Latin1, ';'}) qFatal("not opened");
        auto reader = ImportReader::open(*list, guessedColumns(list->header), today());
        if (!reader) qFatal("not read");
        Outcome outcome;
        for (bool ended = false; !ended;) {
            const ImportPiece piece = reader->next(limits::kImportPiece);
            ended = piece.ended;
            take(piece, outcome);
        }
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        qInfo("%lld rows in %.1f s: %lld made, %lld known, %lld refused, %lld values left out, %.0f rows/s",
              static_cast<long long>(outcome.rows), took,
              static_cast<long long>(outcome.of(ImportFate::Made)), static_cast<long long>(outcome.known()),
              static_cast<long long>(outcome.refused.size()), static_cast<long long>(outcome.leftOut),
              static_cast<double>(outcome.rows) / took);
        return outcome;
    }

    void take(const ImportPiece& piece, Outcome& outcome) {
        ImportPatients command{QStringLiteral("list.csv"), {}};
        QHash<qint64, qsizetype> dropped;
        for (const ImportLine& line : piece.lines) {
            ++outcome.rows;
            dropped[line.line] = line.row.dropped.size();
            if (line.row.wrong.isEmpty())
                command.rows.append({line.line, line.row.number, line.row.patient, line.row.details});
            else
                outcome.refused[line.line] = line.row.wrong;
        }
        if (command.rows.isEmpty()) return;
        const auto reply = m_head->submit(command);
        if (!reply) qFatal("%s", failure(reply));
        if (reply->rows.size() != command.rows.size()) qFatal("a row without an answer");
        for (const ImportedRow& row : reply->rows) {
            ++outcome.fates.at(static_cast<std::size_t>(row.fate));
            if (row.fate == ImportFate::Refused)
                outcome.refused[row.line] = {
                    {row.args.value(0), {}, {errorFromNumber(int(row.error)), row.args, {}}}};
            if (row.fate != ImportFate::Made) continue;
            outcome.leftOut += dropped.value(row.line) + (row.error != 0 ? 1 : 0);
            outcome.lostNiks += row.error == static_cast<qint64>(ErrorCode::NikTaken) ? 1 : 0;
        }
    }

    static void explained(const Outcome& outcome, const DirtyList& list) {
        for (auto expected = list.refused.cbegin(); expected != list.refused.cend(); ++expected) {
            const auto found = outcome.refused.constFind(expected.key());
            QVERIFY2(found != outcome.refused.cend(),
                     qPrintable(QStringLiteral("line %1 was taken").arg(expected.key())));
            QCOMPARE(found->first().key, expected.value());
            for (const ImportProblem& problem : *found) {
                const QString reason = importReason(problem);
                QVERIFY2(!reason.isEmpty() && !reason.contains(QStringLiteral("went wrong")),
                         qPrintable(reason));
                QVERIFY(!importColumnWord(problem.key).isEmpty());
            }
        }
        QCOMPARE(outcome.refused.size(), list.refused.size());
    }

    /// All files, as an export would count them.
    qint64 patients() {
        qint64 count = 0;
        ExportPatients page;
        for (bool more = true; more;) {
            const auto reply = m_head->ask(page);
            if (!reply) qFatal("%s", failure(reply));
            count += reply->rows.size();
            page.after = reply->last;
            more = reply->more;
        }
        return count;
    }

    QDate today() const { return dayIn(QStringLiteral("Asia/Jakarta"), m_clock.now()); }
    QString path() const { return m_folder.filePath(QStringLiteral("list.csv")); }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<ServerRig> m_rig;
    std::unique_ptr<DeskClient> m_head;
};

QTEST_GUILESS_MAIN(ImportListTest)
#include "import_list_test.moc"
