// SPDX-License-Identifier: GPL-3.0-or-later
// The codec against libprotobuf, and against everything a hostile peer may send.
#include <QTest>

#include <described.pb.h>
#include "tests/entity/described.h"

using namespace simrs;
using namespace simrs::test;

namespace {

constexpr int kRounds = 2000;

QByteArray bytesOf(const google::protobuf::Message& message) {
    const std::string text = message.SerializeAsString();
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

simrs_oracle::Thing oracleOf(const Thing& thing) {
    simrs_oracle::Thing out;
    if (!thing.id.isNull()) out.set_id(thing.id.uuid().toBytes().toStdString());
    out.set_name(thing.name.toStdString());
    out.set_count(thing.count);
    out.set_colour(static_cast<int>(thing.colour));
    out.set_is_on(thing.on);
    if (thing.day.isValid()) out.set_day(thing.day.toString(Qt::ISODate).toStdString());
    out.set_at(thing.at.ms);
    out.set_raw(thing.raw.toStdString());
    if (thing.maybe) out.set_maybe(*thing.maybe);
    out.set_note(thing.note.toStdString());
    return out;
}

}  // namespace

class CodecTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void writesTheBytesOfProtobuf() {
        SeededRandom random(11);
        for (int i = 0; i < kRounds; ++i) {
            const Thing thing = randomInstance<Thing>(random);
            QCOMPARE(encode(thing), bytesOf(oracleOf(thing)));
        }
    }

    void readsTheBytesOfProtobuf() {
        SeededRandom random(12);
        for (int i = 0; i < kRounds; ++i) {
            Box box = randomInstance<Box>(random);
            simrs_oracle::Box oracle;
            oracle.set_label(box.label.toStdString());
            for (const Part& part : box.parts) {
                auto* added = oracle.add_parts();
                added->set_name(part.name.toStdString());
                added->set_count(part.count);
            }
            for (const QString& word : box.words) oracle.add_words(word.toStdString());
            oracle.mutable_main()->set_name(box.main.name.toStdString());
            oracle.mutable_main()->set_count(box.main.count);
            const auto read = decode<Box>(bytesOf(oracle));
            QVERIFY(read);
            QVERIFY(*read == box);
        }
    }

    void roundTrips() {
        SeededRandom random(13);
        for (int i = 0; i < kRounds; ++i) {
            const Thing thing = randomInstance<Thing>(random);
            const auto read = decode<Thing>(encode(thing));
            QVERIFY(read && *read == thing);
        }
        Thing negative;
        negative.count = -5;
        QCOMPARE(decode<Thing>(encode(negative))->count, -5);
    }

    void anAbsentTagIsZeroWhateverTheStructBeginsWith() {
        Thing off;
        off.on = false;
        QCOMPARE(decode<Thing>(encode(off))->on, false);
    }

    void unknownTagsAreSkipped() {
        Box box;
        box.label = QStringLiteral("x");
        WireWriter out;
        out.varint(900, 7);
        out.bytes(901, "later");
        const auto read = decode<Box>(out.result() + encode(box));
        QVERIFY(read);
        QCOMPARE(read->label, QStringLiteral("x"));
    }

    void everyTruncationIsRefusedOrAWholeMessage() {
        SeededRandom random(14);
        const Box box = randomInstance<Box>(random);
        const QByteArray whole = encode(box);
        for (qsizetype size = 0; size < whole.size(); ++size)
            decode<Box>(whole.first(size));                                    // Must not crash.
        QVERIFY(!decode<Box>(QByteArray::fromHex("0aff")));                    // A length beyond the end.
        QVERIFY(!decode<Box>(QByteArray::fromHex("0affffffffffffffffff7f")));  // A length beyond all memory.
        QVERIFY(!decode<Box>(QByteArray::fromHex("00")));                      // Tag 0.
        QVERIFY(!decode<Box>(QByteArray::fromHex("0b")));                      // A group.
    }

    void wrongTypesAndRangesAreRefusedWithTheField() {
        WireWriter colour;
        colour.varint(4, 3);
        const auto outOfRange = decode<Thing>(colour.result());
        QVERIFY(!outOfRange);
        QCOMPARE(outOfRange.error().code, ErrorCode::FieldInvalid);
        QCOMPARE(outOfRange.error().args, QStringList{QStringLiteral("colour")});
        WireWriter name;
        name.varint(2, 3);
        QVERIFY(!decode<Thing>(name.result()));
        WireWriter id;
        id.bytes(1, "short");
        QVERIFY(!decode<Thing>(id.result()));
        WireWriter day;
        day.bytes(6, "2026-13-01");
        QVERIFY(!decode<Thing>(day.result()));
    }

    void listsAndTextsAreBounded() {
        WireWriter many;
        for (int i = 0; i <= limits::kListElements; ++i) many.bytes(3, "a");
        QVERIFY(!decode<Box>(many.result()));
        WireWriter longText;
        longText.bytes(1, QByteArray(limits::kTextBytes + 1, 'x'));
        QVERIFY(!decode<Box>(longText.result()));
    }

    void aTextNeverHoldsNul() {
        WireWriter out;
        out.bytes(1, QByteArray("a\0b", 3));
        const auto read = decode<Box>(out.result());
        QVERIFY(read);
        QCOMPARE(read->label, QStringLiteral("ab"));
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "codec_test.moc"
