// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts by id before it hashes.
#include "tests/campaign/view_hash.h"

#include <QCryptographicHash>
#include <algorithm>

#include "common/registration/requests.h"

namespace simrs::test {
namespace {

template <class T>
T read(const QByteArray& reply) {
    auto value = decode<T>(reply);
    if (!value) qFatal("an answer that cannot be read");
    return *value;
}

template <class Rows, class Id>
void sortBy(Rows& rows, Id id) {
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return id(a) < id(b); });
}

QByteArray sorted(qint64 type, const QByteArray& reply) {
    if (type == ListVisits::info.type) {
        auto list = read<VisitList>(reply);
        sortBy(list.lines, [](const VisitLine& line) { return line.visit.id; });
        return encode(list);
    }
    auto file = read<PatientFile>(reply);
    sortBy(file.visits, [](const Visit& visit) { return visit.id; });
    sortBy(file.tickets, [](const Ticket& ticket) { return ticket.id; });
    return encode(file);
}

}  // namespace

QByteArray viewHash(qint64 type, const QByteArray& reply) {
    return QCryptographicHash::hash(sorted(type, reply), QCryptographicHash::Sha1);
}

}  // namespace simrs::test
