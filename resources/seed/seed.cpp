// SPDX-License-Identifier: GPL-3.0-or-later
// The library that carries the seed files has no code of its own; the resource registers itself where it is linked.
namespace simrs::seed {
const char* const kPrefix = ":/seed";
}
