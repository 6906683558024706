# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation after another in a small clean tree; each must be found, at its place, by its rule alone."""

import os
import tempfile

import house
from tree import Tree

HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n// A file that stands here for a test.\n"
SCRIPT_HEAD = HEAD.replace("//", "#")
TEST = HEAD + '#include "common/base/clock.h"\nvoid f() { QCOMPARE(1, 1); }\n'


def clean_tree():
    """A tree that breaks no rule: path → text."""
    names = {room: room.replace("common/", "").replace("/", "_") for room in house.ROOMS}
    cmake = SCRIPT_HEAD
    files = {}
    for room, (below, outside) in house.ROOMS.items():
        cmake += f"simrs_room({names[room]} {room} LIBS {' '.join([names[b] for b in below] + outside)})\n"
        files[f"{room}/thing.h"] = HEAD + "#pragma once\n"
    files["CMakeLists.txt"] = cmake
    files["common/base/clock.h"] = HEAD + "#pragma once\n"
    files["common/base/clock.cpp"] = HEAD + '#include "common/base/clock.h"\nauto t = system_clock::now();\n'
    files["common/store/sqlite_database.cpp"] = HEAD + "#include <sqlite3.h>\nsqlite3* file;\n"
    files["common/base/odd.cpp"] = HEAD + NO_VIOLATION
    files["tests/unit/thing_test.cpp"] = TEST
    files["tests/unit/tests.cmake"] = SCRIPT_HEAD + "simrs_test(NAME thing SOURCES unit/thing_test.cpp)\n"
    files["tests/loop/tests.cmake"] = SCRIPT_HEAD + LOOP
    files["tests/loop/one_test.cpp"] = files["tests/loop/two_test.cpp"] = TEST
    return files


LOOP = "foreach(n one two)\n  simrs_test(NAME ${n} SOURCES ${CMAKE_CURRENT_LIST_DIR}/${n}_test.cpp)\nendforeach()\n"

# Words in comments and literals, digit separators and raw strings must not confuse a rule.
NO_VIOLATION = r'''
// QSqlQuery, system_clock and QMessageBox in a comment are only words.
namespace simrs {
const int big = 1'000'000;
const char quote = '"';
const char* text = "QSqlQuery { \" // no comment";
const char* raw = R"x(currentDateTime() { " )x";
struct RequestInfo { int n; };
using Table = std::initializer_list<int>;
int value() { return big; }
}  // namespace simrs
'''


def long_function(lines):
    return "namespace simrs {\nint Some::deep(int n) const {\n" + "    n += 1;\n" * lines + "}\n}\n"


# (rule, path, text or None to remove the file, line where it must be found, words of the message)
PLANTED = [
    ("declared", "common/cellar/wine.cpp", HEAD, 1, "no declared room"),
    ("declared", "app/loose/thing.h", HEAD + "#pragma once\n", 1, "no declared room"),
    ("includes", "app/kit/a.cpp", HEAD + '#include "server/net/thing.h"\n', 3, "may not know server/net"),
    ("includes", "server/net/a.cpp", HEAD + '#include "app/kit/thing.h"\n', 3, "may not know app/kit"),
    ("includes", "server/net/a.cpp", HEAD + '#include "common/store/thing.h"\n', 3, "may not know common/store"),
    ("includes", "common/base/a.cpp", HEAD + '#include "common/entity/thing.h"\n', 3, "may not know"),
    ("includes", "common/registration/a.cpp", HEAD + '\n#include "common/hospital/thing.h"\n', 4, "may not know"),
    ("includes", "common/base/a.cpp", HEAD + '#include "clock.h"\n', 3, "not named from the root"),
    ("includes", "common/base/a.cpp", HEAD + '#include "../base/clock.h"\n', 3, "not named from the root"),
    ("includes", "common/base/a.cpp", HEAD + '#include "common/base/gone.h"\n', 3, "does not exist"),
    ("includes", "server/main.cpp", HEAD + '#include "app/kit/thing.h"\n', 3, "may not know"),
    ("umbrellas", "app/kit/a.cpp", HEAD + "#include <QtWidgets>\n", 3, "umbrella"),
    ("umbrellas", "app/kit/a.cpp", HEAD + "#include <QtCore/QtCore>\n", 3, "umbrella"),
    ("umbrellas", "app/kit/a.cpp", HEAD + "#include <common/base/clock.h>\n", 3, "use quotes"),
    ("cmake", "CMakeLists.txt", SCRIPT_HEAD + "simrs_room(base common/base LIBS Qt6::Core Qt6::Gui)\n", 3,
     "may not link Qt6::Gui"),
    ("cmake", "CMakeLists.txt", SCRIPT_HEAD, 1, "room common/base is missing"),
    ("cmake", "CMakeLists.txt", SCRIPT_HEAD + "simrs_room(attic common/attic LIBS Qt6::Core)\n", 3, "not a declared"),
    ("cmake", "CMakeLists.txt",
     SCRIPT_HEAD + "simrs_room(base common/base LIBS Qt6::Core)\nsimrs_room(entity common/entity LIBS)\n", 4,
     "declared are ['common/base']"),
    ("only", "common/core/a.cpp", HEAD + "\nsqlite3* file;\n", 4, "SQLite"),
    ("only", "server/exec/a.cpp", HEAD + "\nPGconn* connection;\n", 4, "libpq"),
    ("only", "server/exec/a.cpp", HEAD + "auto now = QDateTime::currentDateTimeUtc();\n", 3, "time of day"),
    ("only", "app/shell/a.cpp", HEAD + "auto d = QDate::currentDate();\n", 3, "time of day"),
    ("only", "server/exec/a.cpp", HEAD + "auto t = std::time(nullptr);\n", 3, "time of day"),
    ("only", "common/core/a.cpp", HEAD + "std::mt19937 generator;\n", 3, "random"),
    ("only", "common/core/a.cpp", HEAD + "auto n = QRandomGenerator::global();\n", 3, "random"),
    ("only", "app/shell/a.cpp", HEAD + "QSslSocket socket;\n", 3, "client sockets"),
    ("only", "server/exec/a.cpp", HEAD + "boost::asio::io_context io;\n", 3, "server sockets"),
    ("only", "app/shell/a.cpp", HEAD + 'QMessageBox::warning(this, "a", "b");\n', 3, "modal dialogs"),
    ("only", "app/shell/a.cpp", HEAD + "int r = dialog.exec();\n", 3, "modal dialogs"),
    ("only", "common/core/a.cpp", HEAD + "struct S { static S& instance(); };\n", 3, "singletons"),
    ("only", "common/store/a.cpp", HEAD + 'auto sql = "UPDATE x SET at = now()";\n', 3, "the database's clock"),
    ("hospital_words", "common/entity/a.cpp", HEAD + "int patientCount;\n", 3, "knows no hospital word"),
    ("names", "app/kit/a.h", HEAD + "#pragma once\nclass WindowManager;\n", 4, "says nothing"),
    ("names", "app/kit/a.h", HEAD + "#pragma once\nenum class PatientInfo : int { One };\n", 4, "says nothing"),
    ("names", "app/kit/a.h", HEAD + "#pragma once\nstruct RowData final : Row {};\n", 4, "says nothing"),
    ("names", "app/kit/string_util.cpp", HEAD, 1, "file name"),
    ("names", "app/kit/MainWindow.cpp", HEAD, 1, "lower_snake"),
    ("unfinished", "app/kit/a.cpp", HEAD + "// TODO: the rest\n", 3, "unfinished"),
    ("unfinished", "app/kit/a.cpp", HEAD + 'tr("Not implemented");\n', 3, "unfinished"),
    ("unfinished", "docs/a.md", "A stub.\n", 1, "unfinished"),
    ("machine_paths", "docs/a.md", "\nSee /home/someone/notes.\n", 2, "one machine"),
    ("heads", "app/kit/a.cpp", "int n;\n", 1, "licence"),
    ("heads", "app/kit/a.cpp", HEAD.splitlines()[0] + "\nint n;\n", 2, "what the file is for"),
    ("heads", "app/kit/a.cpp", HEAD.splitlines()[0] + '\n#include <vector>\n', 2, "what the file is for"),
    ("heads", "app/kit/a.h", HEAD.splitlines()[0] + "\n#pragma once\nint number = 1;\n", 2, "what the file is for"),
    ("heads", "app/kit/a.h", HEAD + "class A;\n", 1, "#pragma once"),
    ("heads", "app/kit/a.cpp", HEAD + "class A { Q_OBJECT };\n", 3, "own line"),
    ("sizes", "app/kit/a.cpp", HEAD + "\n" * 499, 501, "a file has at most"),
    ("sizes", "app/kit/a.cpp", HEAD + "//" + "x" * 119 + "\n", 3, "121 columns"),
    ("sizes", "app/kit/a.cpp", HEAD + long_function(59), 4, "deep has 61 lines"),
    ("sizes", "app/kit/a.cpp", HEAD + "#define OPEN {\nclass A {\n  public:\n" + long_function(59) + "};\n", 7,
     "deep has 61 lines"),
    ("sizes", "app/kit/a.cpp", HEAD + "MACRO(a)\n" + long_function(59), 5, "deep has 61 lines"),
    ("sizes", "app/kit/a.cpp", HEAD + "A::A() : m_a{1},\n m_b{2} {\n" + "f();\n" * 60 + "}\n", 3, "A has 63 lines"),
    ("tests", "tests/unit/other_test.cpp", TEST, 1, "not registered"),
    ("tests", "tests/unit/thing_test.cpp", HEAD + "void f() {}\n", 1, "asserts nothing"),
    ("tests", "tests/unit/thing_test.cpp", None, 3, "does not exist"),
    ("tests", "tests/loop/two_test.cpp", None, 4, "does not exist"),
    ("tests", "tests/loop/three_test.cpp", TEST, 1, "not registered"),
]


def violations(rules, files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            place = os.path.join(root, path)
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w", encoding="utf-8") as file:
                file.write(text)
        tree = Tree(root)
        return [(name, v) for name, rule in rules.items() for v in rule(tree)]


def run(rules):
    faults = [f"in the clean tree: {v} [{name}]" for name, v in violations(rules, clean_tree())]
    for rule, path, text, line, words in PLANTED:
        files = clean_tree()
        if text is None:
            del files[path]
        else:
            files[path] = text
        found = violations(rules, files)
        where = path if text is not None else path.rsplit("/", 1)[0] + "/tests.cmake"
        if not any(name == rule and v.path == where and v.line == line and words in v.message for name, v in found):
            listed = "; ".join(f"{v} [{name}]" for name, v in found) or "nothing"
            faults.append(f"planted in {path} for {rule} ({words}), found: {listed}")
        strangers = {name for name, _ in found} - {rule}
        if strangers:
            faults.append(f"planted in {path} for {rule}, but found by {', '.join(sorted(strangers))} as well")
    untested = set(rules) - {rule for rule, *_ in PLANTED}
    faults += [f"nothing is planted for the rule {name}" for name in sorted(untested)]
    print("\n".join(faults) or f"{len(PLANTED)} planted violations found")
    return 1 if faults else 0
