# SPDX-License-Identifier: GPL-3.0-or-later
"""The house as it is meant to be: its rooms, the arrows between them, and what only one room may do.

A new room is one line in ROOMS and one in CMakeLists.txt. Everything here is declared; the rules that read it
stand in arrows.py, words.py and shape.py.
"""

# Room: (rooms it stands on, outside libraries it may link). A room may include what its rooms may include, too.
ROOMS = {
    "common/base": ([], ["Qt6::Core", "tl::expected"]),
    "common/entity": (["common/base"], []),
    "common/protocol": (["common/entity"], []),
    "common/store": (["common/entity"], ["PostgreSQL::libpq", "SQLite::SQLite3"]),
    "common/access": (["common/store"], ["OpenSSL::Crypto", "${SIMRS_ARGON2}"]),
    "common/core": (["common/access", "common/store", "common/protocol"], []),
    "common/sync": (["common/core"], []),
    "common/areas": (["common/base"], []),
    "common/csv": (["common/base"], ["${SIMRS_CSV}"]),
    # The features: an acyclic list. In the other direction one asks by a query.
    "common/registration": (["common/core"], []),
    "common/records": (["common/registration"], []),
    "common/prescribing": (["common/records"], []),
    "common/inventory": (["common/registration"], []),
    "common/hospital": (["common/prescribing", "common/inventory", "common/sync"], []),
    "server/net": (["common/base", "common/protocol"], ["OpenSSL::SSL", "Boost::headers", "Threads::Threads"]),
    "server/exec": (["common/hospital", "server/net"], ["Threads::Threads"]),
    "server/demo": (["common/hospital"], ["seed"]),
    "server/cli": (["server/net", "server/exec", "server/demo"], []),
    "app/kit": (["common/base", "common/entity"],
                ["Qt6::Widgets", "Qt6::Svg", "Qt6::Network", "${SIMRS_ZINT}"]),
    "app/client": (["common/hospital"], ["Qt6::Network", "OpenSSL::Crypto"]),
    "app/shell": (["app/kit", "app/client"], []),
    "app/registration": (["app/shell", "common/areas", "common/csv"], []),
}

# A main.cpp composes; it may use every room of its own floor and what they stand on.
FLOORS_WITH_MAIN = ("server", "app")

# (what it is, pattern, folders where it is looked for, files or folders that may). Looked for in code, without
# comments; patterns marked "text" are looked for in string literals as well.
ONLY = [
    ("SQLite", r"\bsqlite3(_\w+)?\b|\bQSql\w*|\bQSQLITE\b|\bQPSQL\b", ["common", "server", "app"],
     ["common/store/sqlite_database.cpp", "common/store/sqlite_database.h"]),
    ("libpq", r"\bPQ[a-z]\w*\s*\(|\blibpq-fe\b|\bPG(conn|result)\b", ["common", "server", "app"], ["common/store"]),
    ("the time of day",
     r"system_clock|\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\s*\(|"
     r"\bgettimeofday\b|\bclock_gettime\b|\b(std::)?time\s*\(\s*(nullptr|NULL|0)\s*\)",
     ["common", "server", "app"], ["common/base/clock.cpp"]),
    ("random numbers",
     r"\brandom_device\b|\bmt19937|\bQRandomGenerator\b|\b(std::|::)?s?rand\s*\(|\barc4random|\bgetrandom\b|"
     r"\bgetentropy\b|\bRAND_(priv_)?bytes\b|\bcreateUuid\w*",
     ["common", "server", "app"], ["common/base/random.cpp"]),
    ("client sockets",
     r"\bQ(Ssl|Tcp|Udp)Socket\b|\bQ(Tcp|Ssl)Server\b|\bQNetworkAccessManager\b|\bQHttpServer\b",
     ["common", "server", "app"], ["app/client", "app/kit/printer.cpp", "app/kit/printer.h"]),
    ("server sockets", r"\bboost/(asio|beast)\b|\bboost::(asio|beast)\b|\basio::",
     ["common", "server", "app"], ["server/net"]),
    ("modal dialogs",
     r"\bQMessageBox\b|\bQInputDialog\b|\bQFileDialog\b|\bQColorDialog\b|\bQPrintDialog\b|\bQProgressDialog\b|"
     r"\bQDialog::exec\b|(\.|->)exec\s*\(|\bsetModal\s*\(|\bsetWindowModality\b|\bQEventLoop\b",
     ["app"], ["app/kit", "app/main.cpp"]),
    ("singletons", r"\bstatic\b[^;(){}]*\binstance\s*\(\s*\)|\bQ_GLOBAL_STATIC\w*",
     ["common", "server", "app"], []),
]

# In string literals: SQL that would let the database read the clock or draw.
ONLY_TEXT = [
    ("the database's clock or random numbers",
     r"(?i)\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\bnow\s*\(\s*\)|\bclock_timestamp\b|\bstrftime\s*\(|"
     r"\bdatetime\s*\(\s*'now|\bgen_random_uuid\b|\brandom(blob)?\s*\(",
     ["common", "server", "app"], []),
]

# Words that these rooms do not know, since they could be lifted out of the hospital.
HOSPITAL_WORDS = r"(?i)patient|visit|clinic|doctor|nurse|hospital|ticket|pasien|kunjungan|dokter|\bnik\b|\bmrn\b"
KNOWS_NO_HOSPITAL = ["common/base", "common/entity"]
# The one list of error codes holds those of every room, because numbers are given once.
HOSPITAL_WORDS_ALLOWED = ["common/base/errors.def"]

# Including one of these costs up to three seconds a file.
UMBRELLA_HEADERS = ["QtWidgets", "QtCore", "QtGui", "QtNetwork", "QtSql", "QtSvg", "QtTest"]

BANNED_SUFFIXES = ["Manager", "Helper", "Helpers", "Util", "Utils", "Data", "Info"]
ALLOWED_NAMES = ["RequestInfo", "EntityInfo", "PageInfo"]

# Signs of unfinished work, anywhere in a file.
UNFINISHED = (r"\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b|(?i:\bnot (yet )?implemented\b|\bstub(s|bed)?\b|"
              r"\bcoming soon\b|\bfor now\b|\bbelum (tersedia|didukung)\b|\bnot supported yet\b)")

# Paths that exist on one machine only.
MACHINE_PATHS = r"(?<![\w.$}{/-])/(work|farm|home/\w+|root|Users/\w+|mnt|media)/"

MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 60
MAX_COLUMNS = 120
