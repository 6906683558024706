# SPDX-License-Identifier: GPL-3.0-or-later
"""How files look: their heads, their sizes, and that every test is run and can fail."""

import re

import house
from tree import Violation

SCRIPTS = (".py", ".sh", ".cmake")
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def source_files(tree):
    code = tree.below("common", "server", "app", "tests", endings=(".cpp", ".h", ".def", ".proto") + SCRIPTS)
    return code + [p for p in tree.paths if p in ("dev", ".ci/run") or p.endswith("CMakeLists.txt")]


def check_heads(tree):
    """Line 1 the licence (line 2 after #!), then a sentence that says what the file is for; the header of the same
    name may say it for both."""
    paths = set(source_files(tree))
    for path in sorted(paths):
        lines = tree.lines(path)
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if not lines or LICENCE not in lines[0]:
            yield Violation(path, 1, f"the first line is the licence: {LICENCE}")
            continue
        says = r'//\s*\S.{14,}' if path.endswith((".h", ".cpp", ".def", ".proto")) else r'(#|""")\s*\S.{14,}'
        has_header = path.endswith(".cpp") and path[:-3] + "h" in paths
        if not has_header and not re.match(says, lines[1] if len(lines) > 1 else ""):
            yield Violation(path, 2, "the second line begins a sentence that says what the file is for")
        if path.endswith(".h") and "#pragma once" not in lines:
            yield Violation(path, 1, "a header needs #pragma once")
        for number, line in enumerate(tree.lines(path), 1):
            if path.endswith((".h", ".cpp")) and re.search(r"\bQ_OBJECT\b", line) and line.strip() != "Q_OBJECT":
                if not line.lstrip().startswith("//"):
                    yield Violation(path, number, "Q_OBJECT stands on its own line")


def check_sizes(tree):
    for path in source_files(tree):
        lines = tree.lines(path)
        if len(lines) > house.MAX_FILE_LINES:
            yield Violation(path, len(lines), f"{len(lines)} lines; a file has at most {house.MAX_FILE_LINES}")
        for number, line in enumerate(lines, 1):
            if len(line) > house.MAX_COLUMNS:
                yield Violation(path, number, f"{len(line)} columns; a line has at most {house.MAX_COLUMNS}")
    for path in tree.below("common", "server", "app", "tests", endings=(".cpp", ".h")):
        for name, begin, end in functions(tree.code(path)):
            # Qt Test's x_data() is a table of cases, not a course of action.
            if end - begin + 1 > house.MAX_FUNCTION_LINES and not name.endswith("_data"):
                yield Violation(path, begin, f"{name} has {end - begin + 1} lines; "
                                f"a function has at most {house.MAX_FUNCTION_LINES}")


SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
# Lines that are no C++ by themselves: directives, and macros such as Q_DECLARE_METATYPE(…) without a semicolon.
DIRECTIVE = re.compile(r"^[ \t]*(#(?:\\\n|[^\n])*|[A-Z][A-Z0-9_]+[ \t]*\([^()\n]*\)[ \t]*$)", re.MULTILINE)


def functions(code):
    """(name, first line, last line) of each function body, found by counting braces.

    A brace opens a scope to look into after namespace, class and the like; a function after a parameter list; and
    anything else (an initialiser) is skipped. Lambdas count as lines of the function they stand in.
    """
    code = DIRECTIVE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), code)
    depth, skip_from, start, opened = 0, None, 0, None
    for match in re.finditer(r"[{};]", code):
        sign = match.group()
        if sign == "{":
            if skip_from is None:
                head = code[start:match.start()]
                name = function_name(head)
                if name or not SCOPE.search(re.sub(r"<[^<>]*>", "", head)):
                    skip_from = depth
                    first = start + len(head) - len(head.lstrip())
                    opened = (name, code.count("\n", 0, first) + 1)
            depth += 1
        elif sign == "}":
            depth -= 1
            # In `: m_a{1}, m_b{2} {` the body is yet to come.
            goes_on = re.match(r"\s*[,{]", code[match.end():match.end() + 200])
            if skip_from is not None and depth == skip_from and not (opened[0] and goes_on):
                if opened[0]:
                    yield opened[0], opened[1], code.count("\n", 0, match.start()) + 1
                skip_from = None
        if skip_from is None:
            start = match.end()


def function_name(head):
    """The name of the function whose body follows this text; None if no function does."""
    head = re.sub(r"\b(public|private|protected|Q_SIGNALS|private Q_SLOTS|public Q_SLOTS)\s*:(?!:)", " ", head)
    match = re.search(r"(operator\s*\S+?|~?\w+)\s*\(", head)
    if not match or re.search(r"(^|[^=!<>])=\s*$", head) or match.group(1) in ("alignas", "decltype", "__attribute__"):
        return None
    return match.group(1)


ASSERTION = re.compile(r"\bQ(VERIFY2?|COMPARE|TRY_\w+|VERIFY_\w+|EXPECT_\w+)\s*\(|\bRC_ASSERT\w*\s*\(|\brc::check\s*\(")


FOREACH = re.compile(r"\bforeach\(\s*(\w+)\s+([^)]*)\)(.*?)\bendforeach\(", re.DOTALL)


def registered_sources(text, folder):
    """(path, line) of every .cpp that a tests.cmake names, with the loops of foreach(x a b c) run through."""
    text = re.sub(r"#[^\n]*", "", text)
    for place, known in (("${CMAKE_CURRENT_LIST_DIR}", folder), ("${CMAKE_CURRENT_SOURCE_DIR}", "tests")):
        text = text.replace(place, "./" + known)
    loops = [(m.start(3), m.end(3), m.group(1), m.group(2).split()) for m in FOREACH.finditer(text)]
    for match in re.finditer(r"[\w./${}]+\.cpp\b", text):
        names = [match.group()]
        for begin, end, variable, items in loops:
            if begin <= match.start() < end:
                names = [name.replace("${" + variable + "}", item) for name in names for item in items]
        for name in names:
            path = name[2:] if name.startswith("./") else "tests/" + name
            yield path, text.count("\n", 0, match.start()) + 1


def check_tests(tree):
    """Every *_test.cpp is registered in its folder's tests.cmake and asserts something; what is named exists."""
    registered = set()
    for suite in [p for p in tree.paths if re.fullmatch(r"tests/[^/]+/tests\.cmake", p)]:
        for path, line in registered_sources(tree.text(suite), suite.rsplit("/", 1)[0]):
            registered.add(path)
            if "$" not in path and not tree.exists(path):
                yield Violation(suite, line, f"{path} does not exist")
    for path in tree.below("tests", endings=("_test.cpp",)):
        if path not in registered:
            yield Violation(path, 1, "is not registered in the tests.cmake of its folder")
        if not ASSERTION.search(tree.code(path)):
            yield Violation(path, 1, "asserts nothing")


RULES = {
    "heads": check_heads,
    "sizes": check_sizes,
    "tests": check_tests,
}
