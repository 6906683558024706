// SPDX-License-Identifier: GPL-3.0-or-later
// A struct with a field of every kind, for tests of everything that walks a field table.
#pragma once

#include "common/entity/entity_info.h"
#include "common/entity/patch.h"

namespace simrs::test {

enum class Colour { Red, Green, Blue };
constexpr int enumCount(Colour) { return 3; }

using ThingId = TypedId<struct ThingTag>;

struct Part {
    QString name;
    qint64 count = 0;
    bool operator==(const Part&) const = default;
};

struct Thing {
    ThingId id;
    QString name;
    qint64 count = 0;
    Colour colour = Colour::Red;
    bool on = true;
    QDate day;
    Instant at;
    QByteArray raw;
    std::optional<qint64> maybe;
    QString note;
    bool operator==(const Thing&) const = default;
};

/// Lists and nested structs are for messages only.
struct Box {
    QString label;
    QList<Part> parts;
    QStringList words;
    Part main;
    bool operator==(const Box&) const = default;
};

}  // namespace simrs::test

namespace simrs {

template <>
inline constexpr std::array fieldsOf<test::Part> = {
    field<&test::Part::name>(1, "name"),
    field<&test::Part::count>(2, "count"),
};
static_assert(wellDescribed<test::Part>());

template <>
inline constexpr std::array fieldsOf<test::Thing> = {
    field<&test::Thing::id>(1, "id"),
    field<&test::Thing::name>(2, "name", {.max = 40, .required = true}),
    field<&test::Thing::count>(3, "count"),
    field<&test::Thing::colour>(4, "colour"),
    field<&test::Thing::on>(5, "is_on"),
    field<&test::Thing::day>(6, "day"),
    field<&test::Thing::at>(7, "at"),
    field<&test::Thing::raw>(8, "raw"),
    field<&test::Thing::maybe>(9, "maybe"),
    field<&test::Thing::note>(15, "note"),
};
static_assert(wellDescribed<test::Thing>());
template <>
inline constexpr EntityInfo entityInfo<test::Thing>{.kind = 90,
                                                    .table = "thing",
                                                    .conflict = ConflictClass::FieldMerge,
                                                    .unique = {"name WHERE name <> ''"},
                                                    .index = {"day, count"},
                                                    .check = {"count >= 0"},
                                                    .searchColumn = "note",
                                                    .scope = {ScopeRule::Form::Own, "unit", "colour"},
                                                    .personColumn = "id",
                                                    .topicColumn = "day"};

template <>
inline constexpr std::array fieldsOf<test::Box> = {
    field<&test::Box::label>(1, "label"),
    field<&test::Box::parts>(2, "parts"),
    field<&test::Box::words>(3, "words"),
    field<&test::Box::main>(4, "main"),
};
static_assert(wellDescribed<test::Box>());

}  // namespace simrs
