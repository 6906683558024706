// SPDX-License-Identifier: GPL-3.0-or-later
// A layer over SQLite's own files: it opens them as always and looks at every write.
#include "tests/support/full_disk.h"

#include <sqlite3.h>

#include <map>
#include <memory>
#include <mutex>

namespace simrs::test {
namespace {

std::mutex g_mutex;
QByteArray g_full;  // Nothing is full where it is empty.

/// What an open file is handled by: SQLite's functions for it, but for the writing.
struct Methods {
    sqlite3_io_methods own{};  // First: a file points here.
    const sqlite3_io_methods* real = nullptr;
    QByteArray path;
};
std::map<QByteArray, std::unique_ptr<Methods>> g_methods;  // By path; files of one path are handled alike.

const Methods& methodsOf(const sqlite3_file* file) {
    return *reinterpret_cast<const Methods*>(file->pMethods);
}

bool isFull(const sqlite3_file* file) {
    const std::lock_guard lock(g_mutex);
    return !g_full.isEmpty() && methodsOf(file).path.startsWith(g_full);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    return isFull(file) ? SQLITE_FULL : methodsOf(file).real->xWrite(file, bytes, count, at);
}

int open(sqlite3_vfs* layer, sqlite3_filename name, sqlite3_file* file, int flags, int* opened) {
    auto* real = static_cast<sqlite3_vfs*>(layer->pAppData);
    const int done = real->xOpen(real, name, file, flags, opened);
    if (done != SQLITE_OK || !name || !file->pMethods) return done;
    const std::lock_guard lock(g_mutex);
    std::unique_ptr<Methods>& methods = g_methods[name];
    if (!methods) {
        methods = std::make_unique<Methods>();
        methods->real = file->pMethods;
        methods->own = *file->pMethods;
        methods->own.xWrite = write;
        methods->path = name;
    }
    file->pMethods = &methods->own;
    return done;
}

sqlite3_vfs g_layer{};

}  // namespace

FullDisk::FullDisk() {
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    g_layer = *real;
    g_layer.zName = "full_disk";
    g_layer.pAppData = real;
    g_layer.xOpen = open;
    sqlite3_vfs_register(&g_layer, 1);
}

/// Files that are still open keep their functions, and find nothing full.
FullDisk::~FullDisk() {
    clear();
    sqlite3_vfs_unregister(&g_layer);
}

void FullDisk::fill(const QString& path) {
    const std::lock_guard lock(g_mutex);
    g_full = path.toUtf8();
}

void FullDisk::clear() { fill(QString()); }

}  // namespace simrs::test
