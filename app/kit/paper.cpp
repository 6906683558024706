// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands. Heights follow from the declaration alone, not from a font, so that the paper is
// the same on every machine.
#include "app/kit/paper.h"

#include <algorithm>
#include <cmath>

#include "app/kit/barcode.h"

namespace simrs::paper {
namespace {

constexpr int kRuleDots = 20;
constexpr int kBannerDots = 34;
constexpr int kBelowBanner = 8;
constexpr int kBelowCode = 6;
constexpr int kBetweenColumns = 12;

/// A line of letters with the room above and below them.
int lineDots(Size size) { return static_cast<int>(size) * 5 / 4; }

struct HeightOf {
    int operator()(const Text& text) const {
        return text.text.isEmpty() ? 0 : lineDots(text.size) * std::max(1, text.lines);
    }
    int operator()(const Fact& fact) const {
        return fact.value.isEmpty() ? 0 : lineDots(fact.size) * std::max(1, fact.lines);
    }
    int operator()(const Pair& pair) const { return std::max((*this)(pair.left), (*this)(pair.right)); }
    int operator()(const Rule&) const { return kRuleDots; }
    int operator()(const Banner& banner) const {
        return banner.text.isEmpty() ? 0 : kBannerDots + kBelowBanner;
    }
    int operator()(const Code& code) const {
        const int modules = modulesOf(code);
        if (modules == 0) return 0;
        return (code.kind == Code::Kind::Qr ? modules * code.module : code.height) + kBelowCode;
    }
    int operator()(const Gap& gap) const { return std::max(0, gap.dots); }
};

int heightOf(const Block& block) { return std::visit(HeightOf(), block); }

int heightOf(const Column& column) {
    int height = 0;
    for (const Block& block : column.blocks) height += heightOf(block);
    return height;
}

int dotsOf(double mm) { return static_cast<int>(std::lround(mm * kDotsPerMm)); }

int neededHeight(const Paper& paper) {
    int height = 0;
    for (const Column& column : paper.columns) height = std::max(height, heightOf(column));
    return height + 2 * dotsOf(paper.marginMm);
}

}  // namespace

int modulesOf(const Code& code) {
    const auto modules = code.kind == Code::Kind::Qr ? encodeQr(code.content) : encodeCode128(code.content);
    return modules ? modules->width : 0;
}

QSize sizeInDots(const Paper& paper) {
    const int height = paper.mm.height() > 0 ? dotsOf(paper.mm.height()) : neededHeight(paper);
    return {dotsOf(paper.mm.width()), height};
}

bool overflows(const Paper& paper) {
    if (neededHeight(paper) > sizeInDots(paper).height()) return true;
    for (const Placed& placed : laidOut(paper)) {
        const auto* code = std::get_if<Code>(placed.block);
        if (code != nullptr && modulesOf(*code) * code->module > placed.dots.width()) return true;
    }
    return false;
}

int quietDots(const Code& code) { return code.module * (code.kind == Code::Kind::Qr ? 4 : 10); }

Size smaller(Size size) {
    switch (size) {
        case Size::Huge:
            return Size::Title;
        case Size::Title:
            return Size::Large;
        case Size::Large:
            return Size::Normal;
        case Size::Normal:
        case Size::Small:
            break;
    }
    return Size::Small;
}

Paper asCopy(Paper paper, const QString& word) {
    const auto at = static_cast<std::size_t>(std::max(0, paper.copyColumn));
    if (at >= paper.columns.size()) return paper;
    std::vector<Block>& blocks = paper.columns[at].blocks;
    const auto* marked = blocks.empty() ? nullptr : std::get_if<Banner>(&blocks.front());
    if (marked != nullptr && marked->text == word) return paper;
    blocks.insert(blocks.begin(), Banner{word});
    return paper;
}

std::vector<Placed> laidOut(const Paper& paper) {
    std::vector<Placed> placed;
    const int margin = dotsOf(paper.marginMm);
    int shares = 0;
    for (const Column& column : paper.columns) shares += std::max(1, column.share);
    if (shares == 0) return placed;
    const int gaps = kBetweenColumns * (static_cast<int>(paper.columns.size()) - 1);
    const int room = std::max(0, sizeInDots(paper).width() - 2 * margin - gaps);
    int x = margin;
    for (const Column& column : paper.columns) {
        const int width = room * std::max(1, column.share) / shares;
        int y = margin;
        for (const Block& block : column.blocks) {
            const int height = heightOf(block);
            if (height > 0) placed.push_back({&block, QRect(x, y, width, height)});
            y += height;
        }
        x += width + kBetweenColumns;
    }
    return placed;
}

}  // namespace simrs::paper
