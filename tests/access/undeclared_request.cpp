// SPDX-License-Identifier: GPL-3.0-or-later
// Must not compile: a request that declares no permission.
#include "common/core/request_table.h"

namespace simrs {

struct Undeclared {
    qint64 value = 0;
    bool operator==(const Undeclared&) const = default;
#ifdef SIMRS_DECLARED
    static constexpr RequestInfo info{9001, "undeclared", Permission::ViewMasters, RequestKind::Query};
#else
    static constexpr RequestInfo info{9001, "undeclared"};
#endif
    using Reply = Done;
    static Result<Done> answer(Reader&, const Caller&, const Undeclared&) { return Done(); }
    static QList<Uuid> patients(const Done&) { return {}; }
    static QStringList topics(const Undeclared&) { return {}; }
};
template <>
inline constexpr std::array fieldsOf<Undeclared> = {field<&Undeclared::value>(1, "value")};

using Requests = RequestList<Undeclared>;

void list(RequestTable& table) { table.add(Requests()); }

}  // namespace simrs
