#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs the four lists of idn-area-data (README.md) into areas.z: one line for each area, a tabulator for each level it
# stands below, the digits it adds to the code of the area above, a blank, its name; all of it as Qt's qCompress writes
# it: four bytes of length, most significant first, then a zlib stream.
import csv
import pathlib
import struct
import sys
import zlib

LEVELS = {2: 0, 4: 1, 6: 2, 10: 3}  # digits of a code: level


def areas(folder):
    for name in ("provinces", "regencies", "districts", "villages"):
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                # Two of the lists' names are quoted wrongly and hold a doubled quotation mark.
                yield row["code"].replace(".", ""), " ".join(row["name"].replace('"', "'").split())


def line(code, name):
    above = {2: 0, 4: 2, 6: 4, 10: 6}[len(code)]
    return "\t" * LEVELS[len(code)] + f"{code[above:]} {name}\n"


def main():
    folder, into = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = "".join(line(code, name) for code, name in sorted(areas(folder))).encode()
    into.write_bytes(struct.pack(">I", len(text)) + zlib.compress(text, 9))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: pack_areas.py FOLDER_OF_CSV areas.z")
    main()
