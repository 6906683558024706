# SPDX-License-Identifier: GPL-3.0-or-later
"""What only one room may name, what some rooms may not know, and words that nobody writes."""

import re

import house
from tree import Violation, matches


def is_allowed(path, places):
    return any(path == place or path.startswith(place + "/") for place in places)


def check_only(tree):
    """The "only" rules: each keeps one thing in one place, and so makes it testable."""
    for what, pattern, folders, allowed in house.ONLY:
        for path in tree.below(*folders):
            if not is_allowed(path, allowed):
                for line, found in matches(tree.code(path), pattern):
                    yield Violation(path, line, f"{found}: {what} only in {', '.join(allowed) or 'no place'}")
    for what, pattern, folders, allowed in house.ONLY_TEXT:
        for path in tree.below(*folders):
            if not is_allowed(path, allowed):
                for line, found in matches(tree.literals(path), pattern):
                    yield Violation(path, line, f"{found}: {what}; the command carries its time and its ids")


def check_hospital_words(tree):
    for path in tree.below(*house.KNOWS_NO_HOSPITAL):
        if path not in house.HOSPITAL_WORDS_ALLOWED:
            for line, found in matches(tree.code(path), house.HOSPITAL_WORDS):
                yield Violation(path, line, f"{found}: this room knows no hospital word")


# The longest first, so that "enum class" is not read as a class named by the next word.
TYPE_NAME = r"\b(?:enum\s+class|enum\s+struct|class|struct|enum|union|concept|using)\s+(?:\[\[\w+\]\]\s*)?([A-Z]\w*)"


def check_names(tree):
    """No type and no file by a name that says nothing."""
    banned = re.compile(r"\w*(" + "|".join(house.BANNED_SUFFIXES) + r")$")
    stems = re.compile(r"(^|_)(" + "|".join(s.lower() for s in house.BANNED_SUFFIXES) + r")$")
    for path in tree.below("common", "server", "app", "tests"):
        code = tree.code(path)
        for match in re.finditer(TYPE_NAME + r"\s*(?=[;{:=]|final\b)", code):
            name = match.group(1)
            if banned.match(name) and name not in house.ALLOWED_NAMES:
                line = code.count("\n", 0, match.start()) + 1
                yield Violation(path, line, f"{name}: a name that says nothing; say what it does or holds")
        stem = path.rsplit("/", 1)[-1].split(".")[0]
        if stems.search(stem) and stem not in ("request_info", "entity_info"):
            yield Violation(path, 1, f"{stem}: a file name that says nothing")
        if not re.fullmatch(r"[a-z0-9_]+", stem):
            yield Violation(path, 1, f"{stem}: file names are lower_snake")


def check_unfinished(tree):
    for path in tree.paths:
        if not path.startswith("tests/tidy/") and path != "LICENSE":
            for line, found in matches(tree.text(path), house.UNFINISHED):
                yield Violation(path, line, f"{found}: unfinished work is finished or left out")


def check_machine_paths(tree):
    for path in tree.paths:
        if not path.startswith("tests/tidy/"):
            for line, found in matches(tree.text(path), house.MACHINE_PATHS):
                yield Violation(path, line, f"{found}: a path of one machine")


RULES = {
    "only": check_only,
    "hospital_words": check_hospital_words,
    "names": check_names,
    "unfinished": check_unfinished,
    "machine_paths": check_machine_paths,
}
