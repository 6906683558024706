#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the source tree by rules: tidy.py RULE… [--root DIR]; tidy.py --list; tidy.py --self-test.

Prints each violation as path:line: message and ends with 1 if there is one. Reads only the working tree, so the
result does not depend on a commit.
"""

import argparse
import os
import sys

sys.dont_write_bytecode = True

import arrows  # noqa: E402 (after dont_write_bytecode: the source tree stays as it is)
import shape  # noqa: E402
import words  # noqa: E402
from tree import Tree  # noqa: E402

RULES = {**arrows.RULES, **words.RULES, **shape.RULES}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rules", nargs="*", help="names of rules; all of them if none is given")
    parser.add_argument("--root", default=os.path.dirname(os.path.dirname(here)))
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.list:
        print("\n".join(RULES))
        return 0
    if options.self_test:
        import self_test
        return self_test.run(RULES)
    unknown = set(options.rules) - set(RULES)
    if unknown:
        parser.error(f"no such rule: {', '.join(sorted(unknown))}")
    tree = Tree(options.root)
    count = 0
    for name in options.rules or RULES:
        for violation in RULES[name](tree):
            print(f"{violation} [{name}]")
            count += 1
    print(f"{count} violations in {len(tree.paths)} files")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
