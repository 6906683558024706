// SPDX-License-Identifier: GPL-3.0-or-later
// The administrative areas of Indonesia, read from the file in resources/areas: 83,762 villages with what
// they lie in. A patient keeps the code and the words; this list is only for finding them.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/result.h"

namespace simrs {

/// A village (desa, kelurahan) and what it lies in, as Kemendagri writes them.
struct Area {
    QString code;  ///< Ten digits.
    QString village;
    QString district;  ///< Kecamatan.
    QString city;      ///< With its kind: "Kota Tangerang", "Kabupaten Bogor".
    QString province;

    bool operator==(const Area&) const = default;
};

/// Read once, then only looked at: may be shared by threads. About 5 MB.
class AreaList {
  public:
    /// Errors: FileUnreadable (args: the file's name, the line, 0 for the whole file).
    static Result<AreaList> load(const QString& path);
    /// The packed text of pack_areas.py. Errors: as above, with `name` for the file.
    static Result<AreaList> read(const QByteArray& packed, const QString& name);

    qsizetype villages() const { return static_cast<qsizetype>(m_levels[kVillage].size()); }
    /// Nothing for a code that is not a village's.
    std::optional<Area> find(const QString& code) const;
    /// Of a province, city, district or village: 2, 4, 6 or 10 digits. Empty for an unknown code.
    QString nameOf(const QString& code) const;
    /// Villages for which every typed word begins a word of the village, district, city or province, in any
    /// order; blanks within names do not count, nor do "kel.", "kec." and the like. Villages whose own name
    /// was typed come first, then those near `home`, a code of any length. Fewer than three letters find
    /// nothing.
    QList<Area> search(const QString& typed, const QString& home, int limit) const;
    /// Villages whose code begins with these two to ten digits, in the order of their codes.
    QList<Area> under(const QString& digits, int limit) const;

  private:
    enum Level { kProvince, kCity, kDistrict, kVillage, kLevels };
    /// Where in the texts its name stands, and the area above it.
    struct Entry {
        std::uint64_t code = 0;
        std::int32_t name = 0;
        std::int32_t size = 0;
        std::int32_t above = -1;
    };
    struct Found;
    class Query;

    const Entry* entry(const QString& code, Level* level) const;
    QString name(const Entry& entry) const;
    Area areaOf(const Entry& village) const;

    QByteArray m_text;    // As written.
    QByteArray m_folded;  // The same in lower case and without signs; every name has its place in both.
    std::array<std::vector<Entry>, kLevels> m_levels;  // Each in the order of the codes.
};

}  // namespace simrs
