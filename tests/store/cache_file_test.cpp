// SPDX-License-Identifier: GPL-3.0-or-later
// A cache that was deleted, damaged or is of another form is replaced by an empty one; a good one is left
// alone.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "common/base/random.h"
#include "common/store/cache_file.h"
#include "common/store/database.h"

namespace simrs {

class CacheFileTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesOneAndLeavesItAlone() {
        QCOMPARE(prepare(), CacheFile::New);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
        fill();
        QCOMPARE(prepare(), CacheFile::Fits);
        QCOMPARE(rows(), kRows);
        QVERIFY(QFile::remove(path()));
        QCOMPARE(prepare(), CacheFile::New);
    }

    void removesADamagedOne() {
        int removed = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            init();
            prepare();
            fill();
            SeededRandom random(seed);
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            const auto pages = static_cast<std::uint64_t>(file.size() / 4096);
            QVERIFY(file.seek(static_cast<qint64>(random.below(pages)) * 4096));
            QVERIFY(file.write(random.bytes(4096)) == 4096);
            file.close();
            const CacheFile found = prepare();
            removed += found == CacheFile::Damaged;
            QCOMPARE(prepare(), found == CacheFile::Fits ? CacheFile::Fits : CacheFile::New);
        }
        QVERIFY2(removed >= 9, qPrintable(QString::number(removed)));
    }

    void removesWhatIsNoDatabase() {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QByteArray("a letter to the director ").repeated(100)) > 0);
        file.close();
        QCOMPARE(prepare(), CacheFile::Damaged);
        QCOMPARE(prepare(), CacheFile::New);
    }

    void removesOneOfAnotherForm() {
        prepare();
        fill();
        {
            const auto db = Database::open(config());
            QVERIFY(db);
            (*db)->executeText(QStringLiteral("PRAGMA user_version = %1").arg(kCacheFormat + 1));
        }
        QCOMPARE(prepare(), CacheFile::OtherFormat);
        QCOMPARE(prepare(), CacheFile::New);
    }

    void saysWhenNothingCanBeWritten() {
        m_folder->remove();
        const auto prepared = prepareCacheFile(path());
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().code, ErrorCode::StorageFailed);
    }

  private:
    static constexpr int kRows = 500;
    QString path() const { return m_folder->filePath(QStringLiteral("cache.db")); }
    DatabaseConfig config() const {
        DatabaseConfig config;
        config.path = path();
        return config;
    }
    CacheFile prepare() const {
        const auto found = prepareCacheFile(path());
        if (!found) qFatal("%s", qPrintable(found.error().detail));
        return *found;
    }
    void fill() const {
        const auto db = Database::open(config());
        if (!db) qFatal("the cache does not open");
        (*db)->executeText(QStringLiteral("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT UNIQUE)"));
        (*db)->begin();
        for (int i = 0; i < kRows; ++i)
            (*db)->execute(QStringLiteral("INSERT INTO note VALUES (?, ?)"),
                           {i, QStringLiteral("note %1 ").arg(i).repeated(5)});
        (*db)->commit();
    }
    int rows() const {
        int count = 0;
        const auto db = Database::open(config());
        if (db)
            (*db)->query(QStringLiteral("SELECT count(*) FROM note"), {},
                         [&](const Row& row) { count = row.value(0).toInt(); });
        return count;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

}  // namespace simrs

QTEST_GUILESS_MAIN(simrs::CacheFileTest)
#include "cache_file_test.moc"
