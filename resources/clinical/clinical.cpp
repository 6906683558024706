// SPDX-License-Identifier: GPL-3.0-or-later
// The library that carries the clinical lists has no code of its own; the resource registers itself where it is
// linked.
namespace simrs::clinical {
const char* const kPrefix = ":/clinical";
}
