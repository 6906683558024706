// SPDX-License-Identifier: GPL-3.0-or-later
// Frames from any bytes: the reader stays within its limit, gives the same frames however the bytes are cut,
// gives frames that encode to what was read, and after a fault answers that fault for ever.
#include "common/protocol/frame.h"

#include <algorithm>

#include "tests/fuzz/fuzz_target.h"

namespace simrs {
namespace {

struct Heard {
    QList<Frame> frames;
    std::optional<ErrorCode> fault;
    bool operator==(const Heard&) const = default;
};

/// Reads `bytes` in pieces of at most `piece` bytes.
Heard hear(QByteArrayView bytes, qsizetype piece, std::uint32_t maxBytes) {
    FrameReader reader(maxBytes);
    Heard heard;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        for (;;) {
            const auto frame = reader.next();
            if (!frame) {
                demand(!heard.fault || *heard.fault == frame.error().code, "a fault stays the same");
                heard.fault = frame.error().code;
                demand(reader.buffered() == 0, "a broken stream keeps nothing");
                break;
            }
            if (!frame->has_value()) break;
            demand(!heard.fault, "no frame after a fault");
            heard.frames.push_back(**frame);
        }
        demand(reader.buffered() <= maxBytes + kFrameHeadBytes + static_cast<std::size_t>(piece),
               "the buffer stays within the limit and one feed");
    }
    return heard;
}

}  // namespace

QList<QByteArray> fuzzSeeds() {
    // The first two bytes choose the limit and the size of the pieces.
    const QByteArray head = QByteArray::fromHex("4003");
    return {
        head + encodeFrame(FrameKind::Hello, "hello"),
        head + encodeFrame(FrameKind::Ping, {}) + encodeFrame(FrameKind::Request, QByteArray(300, 'x')),
        head + encodeFrame(FrameKind::GoAway, QByteArray(70, '\0')).chopped(1),
        head + QByteArray::fromHex("0000000001"),
        head + QByteArray::fromHex("ffffffff01"),
        head + QByteArray::fromHex("00000001ff"),
    };
}

}  // namespace simrs

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace simrs;
    if (size < 2) return 0;
    const std::uint32_t maxBytes = 1U + data[0] * 16U;
    const qsizetype piece = 1 + data[1];
    const QByteArrayView bytes(data + 2, static_cast<qsizetype>(size) - 2);

    const Heard whole = hear(bytes, std::max<qsizetype>(1, bytes.size()), maxBytes);
    demand(whole == hear(bytes, piece, maxBytes), "the pieces make no difference");

    QByteArray again;
    for (const Frame& frame : whole.frames) {
        demand(static_cast<std::uint32_t>(frame.payload.size()) < maxBytes, "no frame above the limit");
        again += encodeFrame(frame.kind, frame.payload);
    }
    demand(bytes.startsWith(again), "frames encode to the bytes they were read from");
    return 0;
}
