// SPDX-License-Identifier: GPL-3.0-or-later
// Messages from any bytes: decoding refuses or gives a value that encodes to bytes which decode to the same
// value; a patch made of any bytes merges or is refused, and merging it twice changes nothing more.
#include "common/entity/codec.h"

#include <array>

#include "common/base/random.h"
#include "common/entity/patch.h"
#include "common/protocol/messages.h"
#include "common/registration/requests.h"
#include "tests/fuzz/fuzz_target.h"

namespace simrs {
namespace {

template <class E>
void roundTrip(QByteArrayView bytes) {
    const Result<E> first = decode<E>(bytes);
    if (!first) return;
    const QByteArray written = encode(*first);
    const Result<E> second = decode<E>(written);
    demand(second.has_value(), "what was encoded can be decoded");
    demand(*second == *first, "encoding keeps the value");
    demand(encode(*second) == written, "equal values have equal bytes");
}

template <class E>
QByteArray seed() {
    SeededRandom random(7);
    return encode(randomInstance<E>(random));
}

void mergePatch(QByteArrayView bytes) {
    const Result<EditPatient> edit = decode<EditPatient>(bytes);
    if (!edit) return;
    SeededRandom random(7);
    auto patient = randomInstance<Patient>(random);
    const auto first = mergeChanges(fieldSpan<Patient>(), &patient, edit->changes);
    if (!first || !first->clashes.isEmpty()) return;
    const Patient once = patient;
    (void)decode<Patient>(encode(patient));
    const auto second = mergeChanges(fieldSpan<Patient>(), &patient, edit->changes);
    if (second && second->clashes.isEmpty()) demand(patient == once, "merging twice is merging once");
}

struct Target {
    void (*run)(QByteArrayView bytes);
    QByteArray (*seed)();
};

template <class E>
constexpr Target target() {
    return {roundTrip<E>, seed<E>};
}

constexpr std::array kTargets{
    target<Hello>(),         target<Welcome>(),          target<RequestMessage>(),
    target<ReplyMessage>(),  target<CommandMessage>(),   target<CommandResult>(),
    target<ResultMessage>(), target<SubscribeMessage>(), target<GoAwayMessage>(),
    target<FieldChange>(),   target<FindPatients>(),     target<FoundPatients>(),
    target<PatientFile>(),   target<RegisterPatient>(),  target<RegisterVisit>(),
    target<VisitMade>(),     target<EditPatient>(),      Target{mergePatch, seed<EditPatient>},
};

}  // namespace

/// The first byte of an input chooses the message.
QList<QByteArray> fuzzSeeds() {
    QList<QByteArray> seeds;
    for (std::size_t i = 0; i < kTargets.size(); ++i) seeds.push_back(char(i) + kTargets[i].seed());
    // Found by fuzzing: FindPatients with a limit of zero, which is not what a fresh struct begins with.
    seeds.push_back(QByteArray::fromHex("0a1000"));
    return seeds;
}

}  // namespace simrs

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace simrs;
    if (size < 1) return 0;
    kTargets[data[0] % kTargets.size()].run({data + 1, static_cast<qsizetype>(size) - 1});
    return 0;
}
