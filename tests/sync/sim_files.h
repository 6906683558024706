// SPDX-License-Identifier: GPL-3.0-or-later
// The files of one simulated computer: databases in memory that outlive whoever had them open, as files do.
// What was committed survives a power cut, what was not is gone. They come from a pool and go back to it
// emptied, with their tables and prepared statements: making them anew would take most of a run's time.
#pragma once

#include <map>
#include <vector>

#include "common/store/store.h"

namespace simrs::sim {

/// Thrown out of a commit: the power is gone.
struct PowerCut {};

/// Every row of a database, to put back later.
struct Backup {
    QList<std::pair<QString, QList<QVariantList>>> tables;
};

/// Databases that nobody uses, by the name of their file.
class FilePool {
  public:
    std::unique_ptr<Database> take(const QString& name);
    void give(const QString& name, std::unique_ptr<Database> file);

  private:
    std::map<QString, std::vector<std::unique_ptr<Database>>> m_free;
};

class SimFiles final : public CommitWatch {
  public:
    explicit SimFiles(FilePool& pool) : m_pool(pool) {}
    ~SimFiles() override;
    SimFiles(const SimFiles&) = delete;
    SimFiles& operator=(const SimFiles&) = delete;

    /// The `nth` commit from now on is cut: before it happens, or right after.
    void cutAt(int nth, bool before) {
        m_cutIn = nth;
        m_before = before;
    }
    /// The disk is full from the `nth` commit from now on: of two files one may have got what the other
    /// cannot take any more.
    void fillAt(int nth) { m_fullIn = nth; }
    void makeRoom() {
        m_fullIn = 0;
        m_full = false;
    }
    /// A commit has failed for want of room, at some time.
    bool wasFull() const { return m_wasFull; }
    /// The disk has room, the power stays.
    void clear() {
        m_cutIn = 0;
        makeRoom();
    }
    /// Who looks at the files from outside meets no trouble.
    void pause(bool paused) { m_paused = paused; }

    /// An open file, behind the back of whoever has it open; null where nobody has.
    Database* file(const QString& name) const;
    Backup backup(const QString& name) const;
    void restore(const QString& name, const Backup& backup);

    void beforeCommit() override;
    void afterCommit() override;
    bool hasFiles() const override { return true; }
    std::unique_ptr<Database> open(const DatabaseConfig& config) override;
    void closed(const DatabaseConfig& config, std::unique_ptr<Database> file) override;

  private:
    FilePool& m_pool;
    std::map<QString, std::unique_ptr<Database>> m_closed;
    std::map<QString, Database*> m_open;
    int m_cutIn = 0;  // Commits until the power goes; 0: it stays.
    bool m_before = false;
    bool m_cutAfter = false;  // The commit that is happening is the last.
    int m_fullIn = 0;         // Commits until the disk is full; 0: it is as it is.
    bool m_full = false;
    bool m_wasFull = false;
    bool m_paused = false;
};

}  // namespace simrs::sim
