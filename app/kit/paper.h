// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of paper, declared once: what stands on it, how large, and on what size of paper. The PDF, the
// screen and both languages of label printers are made from it, so that they cannot say different things.
#pragma once

#include <QRect>
#include <QSizeF>
#include <QString>
#include <variant>
#include <vector>

namespace simrs::paper {

/// Height of the letters in printer dots; 8 dots are a millimetre (203 dpi).
enum class Size { Small = 18, Normal = 22, Large = 30, Title = 44, Huge = 96 };
enum class Align { Left, Centre, Right };

struct Text {
    QString text;
    Size size = Size::Normal;
    bool bold = false;
    Align align = Align::Left;
    int lines = 1;  ///< Room for so many; what is longer is cut.
    bool operator==(const Text&) const = default;
};
/// Room for the small word of a fact, in dots.
inline constexpr int kFactName = 90;
/// A small word and its value beside it; nothing where the value is empty.
struct Fact {
    QString name;
    QString value;
    int room = kFactName;      ///< For the small word.
    Size size = Size::Normal;  ///< Of the value; the word is one step smaller.
    int lines = 1;             ///< Of the value.
    bool operator==(const Fact&) const = default;
};
/// Two texts beside each other: places for two signatures.
struct Pair {
    Text left;
    Text right;
    bool operator==(const Pair&) const = default;
};
struct Rule {
    bool operator==(const Rule&) const = default;
};
/// White on black, for what must not be overlooked.
struct Banner {
    QString text;
    bool operator==(const Banner&) const = default;
};
/// A code to be scanned. `module`: dots of its narrowest part; two are what a hand scanner reads reliably.
struct Code {
    enum class Kind { Qr, Code128 };
    Kind kind = Kind::Qr;
    QString content;  ///< Printable ASCII.
    int module = 4;
    int height = 72;  ///< Of bars, in dots.
    bool operator==(const Code&) const = default;
};
struct Gap {
    int dots = 8;
    bool operator==(const Gap&) const = default;
};
using Block = std::variant<Text, Fact, Pair, Rule, Banner, Code, Gap>;

/// Blocks from top to bottom, over a part of the paper's width.
struct Column {
    int share = 1;  ///< Of the width, beside the shares of the others.
    std::vector<Block> blocks;
    bool operator==(const Column&) const = default;
};

struct Paper {
    QString kind;         ///< Which printer it goes to: "ticket", "label", "wristband".
    QString title;        ///< In the list of what is printed.
    QSizeF mm;            ///< No height: a roll, as long as the blocks need.
    double marginMm = 1;  ///< On all sides.
    QString stock;        ///< What has to be loaded ("blue wristband"); empty: whatever is there.
    std::vector<Column> columns;
    int copies = 1;
    int copyColumn = 0;   ///< Where a copy is marked as one.
    bool turned = false;  ///< Wider than any print head: a label printer is given it turned by 90 degrees.
    bool operator==(const Paper&) const = default;
};

inline constexpr double kDotsPerMm = 8;

/// A block and where it stands, in dots from the paper's upper left corner.
struct Placed {
    const Block* block = nullptr;
    QRect dots;
};
/// Columns beside each other, blocks below each other; blocks without content are left out. Pointers into
/// `paper`. What does not fit the height of a label is placed all the same: overflows() says so.
std::vector<Placed> laidOut(const Paper& paper);
/// In dots; the height of a roll is what its blocks need.
QSize sizeInDots(const Paper& paper);
/// More than the paper holds: below, or a code wider than its column.
bool overflows(const Paper& paper);
/// White that a scanner needs around a code, in dots: four modules of a QR code, ten beside bars.
int quietDots(const Code& code);
/// How many modules wide a code is, without its quiet zone; 0 where its content cannot be one.
int modulesOf(const Code& code);
/// The size of the small word beside a value of this size.
Size smaller(Size size);

/// The same paper, marked as a copy: a banner at the top of its `copyColumn`.
Paper asCopy(Paper paper, const QString& word);

}  // namespace simrs::paper
