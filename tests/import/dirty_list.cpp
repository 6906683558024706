// SPDX-License-Identifier: GPL-3.0-or-later
// One row in four is dirty, each kind in turn.
#include "tests/import/dirty_list.h"

#include <QDate>
#include <QStringList>
#include <functional>
#include <vector>

#include "common/base/random.h"

namespace simrs::test {
namespace {

enum Cell { Number, Name, Nik, Sex, Born, Age, Mother, Address, Phone, Card, Religion, Postcode, CellCount };

QString s(const char* text) { return QString::fromUtf8(text); }

/// Two words that nobody else in the list has together.
QString nameOf(qint64 person) {
    static const char* const kParts[] = {"bu", "ra", "ti", "wo", "sa",  "mi", "ku",  "den",
                                         "la", "no", "pu", "gi", "har", "je", "sul", "fa"};
    const auto word = [](qint64 number, int parts) {
        QString made;
        for (int i = 0; i < parts; ++i, number /= 16) made += s(kParts[number % 16]);
        made[0] = made[0].toUpper();
        return made;
    };
    return word(person * 2'654'435'761 % (1LL << 32), 4) + QLatin1Char(' ') + word(person + 7 * 4096, 5);
}

QDate birthOf(qint64 person) { return QDate(1940, 1, 1).addDays(person * 7919 % 29'000); }
bool isWoman(qint64 person) { return person % 2 == 0; }

QString nikOf(qint64 person) {
    const QDate born = birthOf(person);
    const int day = born.day() + (isWoman(person) ? 40 : 0);
    // District and serial make it unique for one birth date.
    return QStringLiteral("36%1%2%3%4%5")
        .arg(7101 + person / 29'000 % 90, 4, 10, QLatin1Char('0'))
        .arg(day, 2, 10, QLatin1Char('0'))
        .arg(born.month(), 2, 10, QLatin1Char('0'))
        .arg(born.year() % 100, 2, 10, QLatin1Char('0'))
        .arg(9000 + (born.year() / 100 == 20 ? 500 : 0) + person / 29'000 % 500);
}

QStringList cleanRow(qint64 person) {
    QStringList row(CellCount);
    row[Number] = QString::number(40'000'000 + person);
    row[Name] = nameOf(person);
    row[Nik] = nikOf(person);
    row[Sex] = isWoman(person) ? s("P") : s("L");
    row[Born] = birthOf(person).toString(s("dd/MM/yyyy"));
    row[Mother] = s("Ibu ") + nameOf(person + 500'000);
    row[Address] = s("Jl. Melati %1 RT 02").arg(person);
    row[Phone] = QStringLiteral("0800%1").arg(person % 10'000'000, 7, 10, QLatin1Char('0'));
    row[Religion] = s("Islam");
    row[Postcode] = s("15119");
    return row;
}

class Writer {
  public:
    explicit Writer(qint64 rows) { write(rows); }
    DirtyList take() { return std::move(m_list); }

  private:
    void line(const QString& text) {
        m_list.bytes += text.toLatin1() + "\r\n";
        ++m_line;
    }
    void row(const QStringList& cells) {
        ++m_list.rows;
        line(cells.join(QLatin1Char(';')));
    }
    void refuse(const QStringList& cells, const char* column) {
        m_list.refused.insert(m_line + 1, s(column));
        row(cells);
    }
    void leaveOut(const QStringList& cells, int values) {
        m_list.leftOut += values;
        row(cells);
    }
    void knownRow(const QStringList& cells) {
        ++m_list.known;
        row(cells);
    }
    QStringList fresh() { return cleanRow(++m_person); }
    QStringList freshWith(std::initializer_list<std::pair<Cell, const char*>> cells) {
        QStringList row = fresh();
        for (const auto& [cell, text] : cells) row[cell] = s(text);
        return row;
    }

    void write(qint64 rows) {
        line(s(
            "No. RM;Nama Pasien;No. KTP;L/P;Tgl. Lahir;Umur;Nama Ibu;Alamat;No. HP;No. BPJS;Agama;Kode Pos"));
        std::size_t kind = 0;
        const auto kinds = dirt();
        while (m_list.rows < rows) {
            for (int i = 0; i < 3; ++i) row(fresh());
            kinds.at(kind++ % kinds.size())();
        }
    }

    std::vector<std::function<void()>> dirt();
    std::vector<std::function<void()>> dates();
    std::vector<std::function<void()>> twice();
    void dropNumbers(QStringList& row) {
        row[Number].clear();
        row[Nik].clear();
    }

    DirtyList m_list;
    qint64 m_line = 0;
    qint64 m_person = 0;
};

/// Dates as they come, and what there is instead of one.
std::vector<std::function<void()>> Writer::dates() {
    std::vector<std::function<void()>> kinds;
    for (const char* format : {"yyyy-MM-dd", "dd-MM-yyyy", "ddMMyyyy", "yyyy-MM-dd 00:00:00", "d.M.yyyy"})
        kinds.emplace_back([this, format] {
            QStringList cells = fresh();
            cells[Born] = birthOf(m_person).toString(s(format));
            row(cells);
        });
    kinds.emplace_back([this] {  // A spreadsheet's count of days.
        QStringList cells = fresh();
        cells[Born] = QString::number(QDate(1899, 12, 30).daysTo(birthOf(m_person)));
        cells[Born].size() == 5 ? row(cells) : row(fresh());
    });
    kinds.emplace_back([this] { row(freshWith({{Born, "00/00/0000"}})); });  // The NIK tells it.
    kinds.emplace_back([this] { leaveOut(freshWith({{Born, "31/02/1990"}}), 1); });
    kinds.emplace_back([this] { row(freshWith({{Born, ""}, {Nik, ""}, {Age, "36 th"}})); });
    kinds.emplace_back([this] { row(freshWith({{Born, "1975"}, {Nik, ""}})); });
    kinds.emplace_back([this] { refuse(freshWith({{Born, "kemarin"}, {Nik, ""}}), "birth_date"); });
    kinds.emplace_back([this] { refuse(freshWith({{Born, "-"}, {Nik, ""}}), "birth_date"); });
    kinds.emplace_back([this] { refuse(freshWith({{Born, "01/01/2199"}, {Nik, "0"}}), "birth_date"); });
    kinds.emplace_back([this] { refuse(freshWith({{Born, "1801"}, {Nik, "-"}}), "birth_date"); });
    return kinds;
}

/// People who stand in the list more than once, or share what nobody shares.
std::vector<std::function<void()>> Writer::twice() {
    std::vector<std::function<void()>> kinds;
    kinds.emplace_back([this] {  // The same row, as when two lists were put together.
        const QStringList cells = fresh();
        row(cells);
        knownRow(cells);
    });
    kinds.emplace_back([this] {  // The same NIK under another number.
        QStringList cells = fresh();
        row(cells);
        cells[Number] = QString::number(70'000'000 + m_person);
        knownRow(cells);
    });
    kinds.emplace_back([this] {  // The same number, without the NIK.
        QStringList cells = fresh();
        row(cells);
        cells[Nik].clear();
        cells[Name] = cells[Name].toUpper();
        knownRow(cells);
    });
    kinds.emplace_back([this] {  // Nothing but who it is.
        QStringList cells = fresh();
        dropNumbers(cells);
        row(cells);
        knownRow(cells);
    });
    kinds.emplace_back([this] {  // As little as a person can be made of.
        QStringList cells(CellCount);
        cells[Name] = s("Siti") + QString(1 + static_cast<int>(m_person % 3), QLatin1Char('i'));
        cells[Sex] = s("P");
        cells[Born] = QString::number(1930 + m_person % 90);
        cells[Address] = s("Kampung %1").arg(++m_person);
        row(cells);
        knownRow(cells);
    });
    kinds.emplace_back([this] {  // A child with its mother's NIK.
        const QStringList mother = fresh();
        row(mother);
        QStringList child = fresh();
        child[Nik] = mother[Nik];
        child[Address] = mother[Address];
        child[Phone] = mother[Phone];
        ++m_list.lostNiks;
        leaveOut(child, 1);
    });
    return kinds;
}

std::vector<std::function<void()>> Writer::dirt() {
    std::vector<std::function<void()>> kinds = dates();
    for (auto& kind : twice()) kinds.push_back(std::move(kind));
    const auto with = [&](std::initializer_list<std::pair<Cell, const char*>> cells, int leftOut) {
        const std::vector<std::pair<Cell, const char*>> kept(cells);
        kinds.emplace_back([this, kept, leftOut] {
            QStringList made = fresh();
            for (const auto& [cell, text] : kept) made[cell] = s(text);
            leaveOut(made, leftOut);
        });
    };
    with({{Nik, "3.67106E+15"}}, 1);
    with({{Nik, "9999999999999999"}}, 0);
    with({{Nik, "1111111111111111"}}, 1);
    with({{Nik, "367105"}}, 1);
    with({{Phone, "12"}}, 1);
    with({{Phone, "tidak ada"}}, 0);
    with({{Card, "1234567890123456"}}, 1);
    with({{Religion, "zzz"}}, 1);
    with({{Postcode, "151"}}, 1);
    with({{Mother, "12345"}}, 1);
    with({{Number, "abc"}}, 1);
    with({{Sex, "?"}}, 0);
    with({{Address, "NULL"}}, 0);
    const auto change = [&](const std::function<void(QStringList&)>& edit, int leftOut = 0) {
        kinds.emplace_back([this, edit, leftOut] {
            QStringList made = fresh();
            edit(made);
            leaveOut(made, leftOut);
        });
    };
    change([](QStringList& row) { row[Name].prepend(s("Tn. ")); });
    change([](QStringList& row) { row[Name].append(s(", Ny")); });
    change([](QStringList& row) { row[Name].replace(1, 1, s("é")); });
    change([](QStringList& row) { row[Nik].append(s(".0")); });
    change([](QStringList& row) { row[Nik].prepend(QLatin1Char('\'')); });
    change([](QStringList& row) { row[Phone].remove(0, 1); });
    change([](QStringList& row) { row[Card] = s("99912%1").arg(row[Number].right(4)); });
    change([](QStringList& row) { row[Address] = s("\"Jl. \"\"Mawar\"\"; No. 5\""); });
    change([](QStringList& row) { row[Name] = s("  ") + row[Name] + s("\t"); });
    change([](QStringList& row) { row.append({s("sisa"), s("sisa")}); }, 1);
    kinds.emplace_back([this] { refuse(freshWith({{Name, ""}}), "name"); });
    kinds.emplace_back([this] { refuse(freshWith({{Name, "12345"}}), "name"); });
    kinds.emplace_back([this] { refuse(freshWith({{Sex, "x"}, {Nik, ""}}), "sex"); });
    kinds.emplace_back([this] { refuse({s("40999"), s("Terpotong")}, "sex"); });
    kinds.emplace_back([this] { refuse(freshWith({{Name, "\"Kutip"}}), ""); });
    kinds.emplace_back([this] { line({}); });
    return kinds;
}

}  // namespace

DirtyList dirtyList(qint64 rows) { return Writer(rows).take(); }

}  // namespace simrs::test
