// SPDX-License-Identifier: GPL-3.0-or-later
// The walks over a field table: encode, decode, compare, show, random.
#include "common/entity/codec.h"

namespace simrs {

void encodeFields(FieldSpan fields, const void* object, WireWriter& out) {
    for (const Field& f : fields) f.ops->encode(out, f.tag, f.get(object));
}

bool decodeInto(FieldSpan fields, void* object, WireReader& in, QString* badField) {
    // An absent tag is the zero value of its type, whatever a fresh struct would begin with.
    for (const Field& f : fields) f.ops->reset(f.edit(object));
    std::uint32_t tag = 0;
    WireType wire{};
    while (in.next(tag, wire)) {
        const Field* f = fieldByTag(fields, tag);
        if (!f) {
            if (!in.skip(wire)) return false;
            continue;
        }
        if (!f->ops->decode(in, wire, f->edit(object), f->rules)) {
            if (badField) *badField = QString::fromLatin1(f->name);
            return false;
        }
    }
    return in.ok();
}

Status decodeFields(FieldSpan fields, void* object, QByteArrayView bytes) {
    WireReader in(bytes);
    QString badField;
    if (decodeInto(fields, object, in, &badField)) return {};
    if (badField.isEmpty()) return fail(ErrorCode::MalformedFrame);
    return fail(ErrorCode::FieldInvalid, {badField});
}

void randomizeFields(FieldSpan fields, void* object, Random& random) {
    for (const Field& f : fields) f.ops->randomize(f.edit(object), random, f.rules);
}

bool equalFields(FieldSpan fields, const void* a, const void* b) {
    for (const Field& f : fields) {
        if (!f.ops->equal(f.get(a), f.get(b))) return false;
    }
    return true;
}

const Field* overlongField(FieldSpan fields, const void* object) {
    for (const Field& f : fields) {
        if (f.rules.derived) continue;
        if (const Field* found = f.ops->overlong(f.get(object), f)) return found;
    }
    return nullptr;
}

Status checkLengths(FieldSpan fields, const void* object) {
    const Field* found = overlongField(fields, object);
    if (!found) return {};
    return fail(ErrorCode::FieldTooLong,
                {QString::fromLatin1(found->name), QString::number(found->rules.max)});
}

QString showFields(FieldSpan fields, const void* object) {
    QStringList parts;
    for (const Field& f : fields) {
        const QString text = f.ops->show(f.get(object));
        if (!text.isEmpty()) parts.append(QString::fromLatin1(f.name) + QLatin1Char('=') + text);
    }
    return parts.join(QStringLiteral(", "));
}

namespace detail {

bool decodeText(WireReader& in, WireType wire, QString& value) {
    QByteArrayView view;
    if (wire != WireType::Length || !in.bytes(view)) return in.fault();
    // Refused before it is converted. A text that is only too long for its field goes on to checkLengths and
    // the rules, which answer with a sentence.
    if (view.size() > limits::kTextBytes) return in.fault();
    value = QString::fromUtf8(view);
    // No engine keeps a NUL inside a text, and none belongs there.
    value.remove(QChar(u'\0'));
    return true;
}

QString randomText(Random& random, int max) {
    static const QString letters = QStringLiteral("abcdefghij ABCDE0123456789'-.éñü");
    QString out;
    const auto size = random.below(static_cast<std::uint64_t>(std::min(max, 24)) + 1);
    for (std::uint64_t i = 0; i < size; ++i)
        out.append(letters[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(letters.size())))]);
    return out;
}

QDate randomDate(Random& random) {
    return random.below(8) == 0 ? QDate()
                                : QDate(1930, 1, 1).addDays(static_cast<qint64>(random.below(36'000)));
}

}  // namespace detail
}  // namespace simrs
