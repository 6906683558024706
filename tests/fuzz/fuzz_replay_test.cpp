// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: its seeds, everything cut off them, and mutations drawn from a fixed
// seed. With SIMRS_FUZZ_SEEDS=DIR it also writes the seeds there, for libFuzzer to start from.
#include <QDir>
#include <QFile>
#include <QObject>
#include <QTest>

#include "common/base/random.h"
#include "tests/fuzz/fuzz_target.h"

using namespace simrs;

namespace {

constexpr int mutationsPerSeed = 3000;

void run(const QByteArray& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
}

/// One to four small changes: a bit, a byte, a cut, a doubled piece.
QByteArray mutated(QByteArray bytes, Random& random) {
    for (auto count = 1 + random.below(4); count > 0 && !bytes.isEmpty(); --count) {
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
        switch (random.below(4)) {
            case 0:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
                break;
            case 1:
                bytes[at] = static_cast<char>(random.below(256));
                break;
            case 2:
                bytes.truncate(at);
                break;
            default:
                bytes.insert(at, bytes.mid(at, static_cast<qsizetype>(random.below(16))));
                break;
        }
    }
    return bytes;
}

}  // namespace

class FuzzReplayTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void seedsAndTheirTruncations();
    void mutations();
    void writesSeeds();
};

void FuzzReplayTest::seedsAndTheirTruncations() {
    QVERIFY(!fuzzSeeds().isEmpty());
    for (const QByteArray& seed : fuzzSeeds()) {
        for (qsizetype length = 0; length <= seed.size(); ++length) run(seed.first(length));
    }
}

void FuzzReplayTest::mutations() {
    SeededRandom random(20261122);
    for (const QByteArray& seed : fuzzSeeds()) {
        QByteArray last = seed;
        for (int i = 0; i < mutationsPerSeed; ++i) {
            // Some mutations build on the last one, so that inputs drift away from the seed.
            last = mutated(random.below(3) == 0 ? last : seed, random);
            run(last);
        }
    }
    QVERIFY(random.next() != 0);
}

void FuzzReplayTest::writesSeeds() {
    const QString folder = qEnvironmentVariable("SIMRS_FUZZ_SEEDS");
    if (folder.isEmpty()) QSKIP("SIMRS_FUZZ_SEEDS is not set");
    QVERIFY(QDir().mkpath(folder));
    int number = 0;
    for (const QByteArray& seed : fuzzSeeds()) {
        QFile file(QStringLiteral("%1/seed-%2").arg(folder).arg(number++));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(seed), qint64(seed.size()));
    }
}

QTEST_GUILESS_MAIN(FuzzReplayTest)
#include "fuzz_replay_test.moc"
