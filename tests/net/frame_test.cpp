// SPDX-License-Identifier: GPL-3.0-or-later
// The frame codec: every split of a stream gives the same frames, and no lie about a length costs memory.
#include "common/protocol/frame.h"

#include <QTest>

#include "common/base/limits.h"
#include "common/base/random.h"

using namespace simrs;

namespace {

QByteArray head(std::uint32_t length) {
    QByteArray out(4, '\0');
    for (int i = 0; i < 4; ++i) out[i] = static_cast<char>(length >> (24 - 8 * i));
    return out;
}

QList<Frame> drain(FrameReader& reader) {
    QList<Frame> frames;
    for (;;) {
        const auto next = reader.next();
        if (!next || !next->has_value()) return frames;
        frames += **next;
    }
}

QList<Frame> randomFrames(Random& random, int count) {
    QList<Frame> frames;
    for (int i = 0; i < count; ++i) {
        const auto kind = static_cast<FrameKind>(1 + random.below(12));
        const int size = static_cast<int>(random.below(4) == 0 ? random.below(20'000) : random.below(40));
        frames += Frame{kind, random.bytes(size)};
    }
    return frames;
}

}  // namespace

class FrameTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void wireBytes();
    void anySplitGivesTheSame();
    void byteByByte();
    void oversizedIsRefusedBeforeItIsBuffered();
    void limitIsExact();
    void limitMayGrowBetweenFrames();
    void truncatedWaits();
    void zeroLength();
    void unknownKinds();
    void staysInError();
    void rubbishNeverGrows();
    void states();
};

void FrameTest::wireBytes() {
    QCOMPARE(encodeFrame(FrameKind::Request, "ab"), QByteArray("\0\0\0\3\3ab", 7));
    QCOMPARE(encodeFrame(FrameKind::Ping, {}), QByteArray("\0\0\0\1\12", 5));
}

void FrameTest::anySplitGivesTheSame() {
    SeededRandom random(7);
    for (int round = 0; round < 300; ++round) {
        const QList<Frame> sent = randomFrames(random, 12);
        QByteArray stream;
        for (const Frame& frame : sent) stream += encodeFrame(frame.kind, frame.payload);
        FrameReader reader(20'001);
        QList<Frame> got;
        for (qsizetype at = 0; at < stream.size();) {
            const auto size = static_cast<qsizetype>(1 + random.below(random.below(2) ? 9 : 9000));
            const QByteArray part = stream.mid(at, size);
            at += part.size();
            reader.feed(part);
            // Some readers drain late; the frames must be the same.
            if (random.below(3)) got += drain(reader);
        }
        got += drain(reader);
        QCOMPARE(got, sent);
        QCOMPARE(reader.buffered(), std::size_t(0));
    }
}

void FrameTest::byteByByte() {
    SeededRandom random(8);
    const QList<Frame> sent = randomFrames(random, 20);
    FrameReader reader(20'001);
    QList<Frame> got;
    for (const Frame& frame : sent) {
        const QByteArray bytes = encodeFrame(frame.kind, frame.payload);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QVERIFY(drain(reader).isEmpty());
            reader.feed(QByteArrayView(bytes).sliced(i, 1));
        }
        got += drain(reader);
    }
    QCOMPARE(got, sent);
}

void FrameTest::oversizedIsRefusedBeforeItIsBuffered() {
    for (const std::uint32_t length : {4097u, 1u << 30, 0xffffffffu}) {
        FrameReader reader(4096);
        reader.feed(head(length));
        QCOMPARE(reader.buffered(), std::size_t(0));
        const QByteArray megabyte(1 << 20, 'x');
        for (int i = 0; i < 100; ++i) {
            reader.feed(megabyte);
            QCOMPARE(reader.buffered(), std::size_t(0));
        }
        QCOMPARE(reader.next().error().code, ErrorCode::FrameTooLarge);
    }
}

void FrameTest::limitIsExact() {
    FrameReader reader(101);
    reader.feed(encodeFrame(FrameKind::Request, QByteArray(100, 'x')));
    QCOMPARE(drain(reader).size(), 1);
    reader.feed(encodeFrame(FrameKind::Request, QByteArray(101, 'x')));
    QCOMPARE(reader.next().error().code, ErrorCode::FrameTooLarge);
}

void FrameTest::limitMayGrowBetweenFrames() {
    FrameReader reader(limits::kFrameNewBytes);
    reader.feed(encodeFrame(FrameKind::Hello, "h") +
                encodeFrame(FrameKind::Request, QByteArray(10'000, 'x')));
    const auto hello = reader.next();
    QVERIFY(hello && hello->has_value());
    reader.setMax(limits::kFrameGreetedBytes);
    const auto request = reader.next();
    QVERIFY(request && request->has_value());
    QCOMPARE((*request)->payload.size(), qsizetype(10'000));
}

void FrameTest::truncatedWaits() {
    const QByteArray whole = encodeFrame(FrameKind::Command, "some command");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        FrameReader reader(4096);
        reader.feed(QByteArrayView(whole).first(size));
        const auto next = reader.next();
        QVERIFY(next && !next->has_value());
        QCOMPARE(reader.buffered(), static_cast<std::size_t>(size));
    }
}

void FrameTest::zeroLength() {
    FrameReader reader(4096);
    reader.feed(head(0));
    QCOMPARE(reader.next().error().code, ErrorCode::MalformedFrame);
}

void FrameTest::unknownKinds() {
    for (int kind = 0; kind < 256; ++kind) {
        FrameReader reader(4096);
        reader.feed(head(2) + static_cast<char>(kind) + 'x');
        const auto next = reader.next();
        QCOMPARE(next.has_value(), kind >= 1 && kind <= 14);
        if (!next) QCOMPARE(next.error().code, ErrorCode::MalformedFrame);
    }
    // The kind is judged before the payload is here.
    FrameReader early(4096);
    early.feed(head(4000) + '\x63');
    QVERIFY(!early.next());
}

void FrameTest::staysInError() {
    FrameReader reader(4096);
    reader.feed(head(0));
    QVERIFY(!reader.next());
    reader.feed(encodeFrame(FrameKind::Ping, {}));
    reader.setMax(1 << 20);
    QCOMPARE(reader.next().error().code, ErrorCode::MalformedFrame);
    QCOMPARE(reader.buffered(), std::size_t(0));
}

void FrameTest::rubbishNeverGrows() {
    SeededRandom random(9);
    for (int round = 0; round < 2000; ++round) {
        FrameReader reader(4096);
        for (int i = 0; i < 20; ++i) {
            reader.feed(random.bytes(static_cast<int>(1 + random.below(600))));
            drain(reader);
            QVERIFY(reader.buffered() <= 4096 + 4);
        }
    }
}

void FrameTest::states() {
    const auto allowed = [](ConnectionState state) {
        QList<int> kinds;
        for (int kind = 1; kind <= 12; ++kind) {
            if (allowedFromClient(state, static_cast<FrameKind>(kind))) kinds += kind;
        }
        return kinds;
    };
    QCOMPARE(allowed(ConnectionState::New), QList<int>({1}));
    QCOMPARE(allowed(ConnectionState::Greeted), QList<int>({3, 10}));
    QCOMPARE(allowed(ConnectionState::Active), QList<int>({3, 5, 7, 8, 10, 11}));
    QCOMPARE(maxFrameBytes(ConnectionState::New), 4096u);
    QCOMPARE(maxFrameBytes(ConnectionState::Greeted), 16384u);
    QCOMPARE(maxFrameBytes(ConnectionState::Active), 1048576u);
}

QTEST_APPLESS_MAIN(FrameTest)
#include "frame_test.moc"
