# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom: includes follow the declared arrows, and CMake links the same rooms."""

import re

from house import FLOORS_WITH_MAIN, ROOMS, UMBRELLA_HEADERS
from tree import Violation

QUOTED = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
ANGLED = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([^>]+)>", re.MULTILINE)


def room_of(path):
    """The room a file lies in; the floor itself for its main.cpp; None outside the house."""
    parts = path.split("/")
    if len(parts) == 2 and parts[0] in FLOORS_WITH_MAIN:
        return parts[0]
    room = "/".join(parts[:2])
    return room if room in ROOMS else None


def reach(room):
    """Every room that may be included from this one, itself among them."""
    if room in FLOORS_WITH_MAIN:
        starts = [r for r in ROOMS if r.startswith(room + "/")]
        return {room}.union(*(reach(r) for r in starts))
    found, open_rooms = set(), [room]
    while open_rooms:
        now = open_rooms.pop()
        if now not in found:
            found.add(now)
            open_rooms.extend(ROOMS[now][0])
    return found


def check_declared(tree):
    """Every folder with code on a floor is a declared room, and the declared arrows have no circle."""
    for path in tree.below("common", "server", "app"):
        if room_of(path) is None:
            yield Violation(path, 1, "lies in no declared room (tests/tidy/house.py)")
    for room, (below, _) in ROOMS.items():
        for other in below:
            if room in reach(other):
                yield Violation("tests/tidy/house.py", 1, f"circle: {room} and {other}")


def check_includes(tree):
    """Project headers are named from the root, exist, and lie in a room the includer may know."""
    for path in tree.below("common", "server", "app", "tests"):
        code = tree.code(path)
        room = room_of(path)
        for match in QUOTED.finditer(code):
            target = match.group(1)
            line = code.count("\n", 0, match.start()) + 1
            if target.endswith(".moc") or (target.startswith("moc_") and "/" not in target):
                continue
            if "/" not in target or target.startswith("."):
                yield Violation(path, line, f'"{target}" is not named from the root')
            elif target.split("/")[0] not in ("common", "server", "app", "tests"):
                yield Violation(path, line, f'"{target}" is not of this project: use <>')
            elif not tree.exists(target):
                yield Violation(path, line, f'"{target}" does not exist')
            elif room and room_of(target) not in reach(room):
                yield Violation(path, line, f"{room} may not know {room_of(target) or target}")


def check_umbrellas(tree):
    for path in tree.below("common", "server", "app", "tests"):
        code = tree.code(path)
        for match in ANGLED.finditer(code):
            line = code.count("\n", 0, match.start()) + 1
            if match.group(1) in UMBRELLA_HEADERS or match.group(1) in [f"{h}/{h}" for h in UMBRELLA_HEADERS]:
                yield Violation(path, line, f"<{match.group(1)}> is an umbrella: include the classes")
            elif match.group(1).split("/")[0] in ("common", "server", "app", "tests"):
                yield Violation(path, line, f"<{match.group(1)}> is of this project: use quotes")


SIMRS_ROOM = re.compile(r"^[ \t]*simrs_room\(\s*(\w+)\s+(\S+?)\s+(?:[A-Z]+\s+)?LIBS\s*([^)]*)\)", re.MULTILINE)


def check_cmake(tree):
    """CMake has exactly the declared rooms, each linking exactly what is declared."""
    text = re.sub(r"#[^\n]*", "", tree.text("CMakeLists.txt"))
    found = {m.group(1): (m.group(2), m.group(3).split(), text.count("\n", 0, m.start()) + 1)
             for m in SIMRS_ROOM.finditer(text)}
    folder_of = {name: folder for name, (folder, _, _) in found.items()}
    for name, (folder, libs, line) in found.items():
        if folder not in ROOMS:
            yield Violation("CMakeLists.txt", line, f"{folder} is not a declared room (tests/tidy/house.py)")
            continue
        rooms = {folder_of[lib] for lib in libs if lib in folder_of}
        outside = {lib for lib in libs if lib not in folder_of}
        if closure(rooms) != closure(set(ROOMS[folder][0])):
            yield Violation("CMakeLists.txt", line, f"{folder} links {sorted(rooms)}, declared are {ROOMS[folder][0]}")
        for lib in sorted(outside - set(ROOMS[folder][1])):
            yield Violation("CMakeLists.txt", line, f"{folder} may not link {lib}")
    for room in sorted(set(ROOMS) - set(folder_of.values())):
        yield Violation("CMakeLists.txt", 1, f"the declared room {room} is missing")


def closure(rooms):
    return set().union(*(reach(r) for r in rooms)) if rooms else set()


RULES = {
    "declared": check_declared,
    "includes": check_includes,
    "umbrellas": check_umbrellas,
    "cmake": check_cmake,
}
