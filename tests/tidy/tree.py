# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the source tree for the rules: which files there are, their lines, and C++ code without its comments."""

import os
import re

SKIPPED_FOLDERS = {".git", "build", ".cache", "__pycache__", ".vscode", ".idea"}
TEXT_ENDINGS = (".cpp", ".h", ".def", ".cmake", ".txt", ".py", ".sh", ".md", ".json", ".svg", ".ts", ".qrc",
                ".patch", ".sql", ".proto", ".yml", ".in", ".service", ".desktop", ".tsv", ".csv")


class Violation:
    """One broken rule at one place; prints as path:line: message."""

    def __init__(self, path, line, message):
        self.path, self.line, self.message = path, line, message

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class Tree:
    """All text files below one root. Paths are relative and use slashes."""

    def __init__(self, root):
        self.root = root
        self.paths = sorted(self._walk())
        self._text = {}
        self._code = {}

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS]
            for name in files:
                path = os.path.relpath(os.path.join(folder, name), self.root).replace(os.sep, "/")
                if name.endswith(TEXT_ENDINGS) or path in ("dev", ".ci/run"):
                    yield path

    def text(self, path):
        if path not in self._text:
            with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
                self._text[path] = file.read()
        return self._text[path]

    def lines(self, path):
        return self.text(path).splitlines()

    def exists(self, path):
        return os.path.exists(os.path.join(self.root, path))

    def below(self, *folders, endings=(".cpp", ".h", ".def")):
        return [p for p in self.paths if p.endswith(endings) and p.startswith(tuple(f + "/" for f in folders))]

    def code(self, path):
        """The C++ text with comments and the insides of literals blanked; line numbers stay."""
        return self._split(path)[0]

    def literals(self, path):
        """The opposite: only the insides of string literals, at their places."""
        return self._split(path)[1]

    def _split(self, path):
        if path not in self._code:
            self._code[path] = split_code(self.text(path))
        return self._code[path]


TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")"""
    r"""|(?P<string>"(?:\\.|[^"\\\n])*")"""
    r"""|(?P<number>\b\d(?:'?[\w.])*)"""
    r"""|(?P<char>'(?:\\.|[^'\\\n])+')""",
    re.DOTALL | re.VERBOSE)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"', re.MULTILINE)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def split_code(text):
    """Two texts of the same shape: the code, and the string literals."""
    code, literals, at = [], [], 0
    for token in TOKEN.finditer(text):
        between = text[at:token.start()]
        code.append(between)
        literals.append(blank(between))
        piece = token.group()
        is_include = INCLUDE.match(text[text.rfind("\n", 0, token.start()) + 1:token.end()])
        if token.group("number") or is_include:
            code.append(piece)
            literals.append(blank(piece))
        elif token.group("comment"):
            code.append(blank(piece))
            literals.append(blank(piece))
        elif token.group("char"):
            code.append("'" + blank(piece[1:-1]) + "'")
            literals.append(blank(piece))
        else:
            # The quotes stay, so that `f("…")` still looks like a call with an argument.
            code.append('"' + blank(piece[1:-1]) + '"')
            literals.append(piece)
        at = token.end()
    code.append(text[at:])
    literals.append(blank(text[at:]))
    return "".join(code), "".join(literals)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def matches(text, pattern):
    """Every match of a pattern with its line number."""
    for match in re.finditer(pattern, text):
        yield line_of(text, match.start()), match.group().strip()
