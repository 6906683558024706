// SPDX-License-Identifier: GPL-3.0-or-later
// Open cases of two files, as the two people look now: one that was merged or corrected meanwhile falls out
// of the list by itself.
#include <QSet>

#include <algorithm>

#include "common/registration/pair_requests.h"
#include "common/registration/survivor.h"

namespace simrs {
namespace {

constexpr int kCasesRead = 1000;

/// The oldest; those of one NIK are read by themselves, so that however many others do not hide one.
std::optional<QList<CaseItem>> openCases(Reader& reader, const QString& inCommon) {
    return reader.list(Where<CaseItem>()
                           .eq<&CaseItem::settled>(false)
                           .eq<&CaseItem::kind>(CaseKind::DuplicateIdentity)
                           .eq<&CaseItem::fields>(inCommon)
                           .orderBy<&CaseItem::raisedAt>()
                           .limit(kCasesRead));
}

std::optional<PatientPair> pairOf(Reader& reader, const CaseItem& item) {
    const auto one = survivorOf(reader, PatientId(item.subject));
    const auto other = survivorOf(reader, PatientId(item.other));
    if (!one || !other || one->id == other->id) return std::nullopt;
    PatientPair pair;
    pair.caseId = item.id;
    pair.one = *other;  // The older file stands first.
    pair.other = *one;
    const Sameness sameness = samePerson(*one, *other);
    pair.evidence = sameness.evidence;
    pair.weight = sameness.weight;
    pair.nikContested = !one->nik.isEmpty() && one->nik == other->nik;
    pair.raisedAt = item.raisedAt;
    pair.raisedBy = item.raisedBy;
    return pair;
}

}  // namespace

Result<PatientPairs> ListPairs::answer(Reader& reader, const Caller&, const ListPairs& request) {
    const auto contested = openCases(reader, QStringLiteral("nik"));
    const auto others = openCases(reader, QStringLiteral("person"));
    if (!contested || !others) return fail(ErrorCode::NotHeldHere);
    PatientPairs out;
    QSet<DistinctPairId> listed;
    for (const CaseItem& item : *contested + *others) {
        const auto pair = pairOf(reader, item);
        if (!pair) continue;
        const DistinctPairId id = distinctPairId(pair->one.id, pair->other.id);
        if (listed.contains(id) || knownDistinct(reader, pair->one.id, pair->other.id)) continue;
        listed.insert(id);
        out.pairs.append(*pair);
    }
    std::stable_sort(out.pairs.begin(), out.pairs.end(), [](const PatientPair& a, const PatientPair& b) {
        return a.nikContested != b.nikContested ? a.nikContested : a.weight > b.weight;
    });
    const qint64 most = std::clamp<qint64>(request.limit, 1, kCasesRead);
    out.more = out.pairs.size() > most || contested->size() == kCasesRead || others->size() == kCasesRead;
    out.pairs = out.pairs.mid(0, most);
    return out;
}

QList<Uuid> ListPairs::patients(const Reply& reply) {
    QList<Uuid> out;
    for (const PatientPair& pair : reply.pairs) out.append({pair.one.id.uuid(), pair.other.id.uuid()});
    return out;
}

}  // namespace simrs
