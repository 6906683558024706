// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the Prometheus text format 0.0.4.
#include "server/net/metrics_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace simrs {
namespace {

/// The shortest text that reads back as the same number; whole numbers without exponent.
QByteArray numberText(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    std::array<char, 64> text{};
    constexpr double kExact = 9'007'199'254'740'992.0;
    const bool whole = std::abs(value) < kExact && value == std::trunc(value);
    const auto end =
        whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<std::int64_t>(value))
              : std::to_chars(text.data(), text.data() + text.size(), value);
    return QByteArray(text.data(), static_cast<qsizetype>(end.ptr - text.data()));
}

QByteArray escaped(QByteArray text, bool quotes) {
    text.replace('\\', "\\\\").replace('\n', "\\n");
    return quotes ? text.replace('"', "\\\"") : text;
}

/// `a="1",b="2"`, without braces.
QByteArray labelText(const MetricLabels& labels) {
    QByteArray out;
    for (const auto& [name, value] : labels) {
        if (!out.isEmpty()) out += ',';
        out += name + "=\"" + escaped(value, true) + '"';
    }
    return out;
}

void writeLine(QByteArray& out, const QByteArray& name, const QByteArray& labels, double value) {
    out += name;
    if (!labels.isEmpty()) out += '{' + labels + '}';
    out += ' ' + numberText(value) + '\n';
}

void writeHistogram(QByteArray& out, const QByteArray& name, const QByteArray& labels,
                    const MetricHistogram& histogram) {
    const QByteArray lead = labels.isEmpty() ? labels : labels + ',';
    std::uint64_t count = 0;
    const std::size_t bounds = histogram.bounds().size();
    for (std::size_t i = 0; i <= bounds; ++i) {
        count += histogram.bucket(i);
        const QByteArray bound = i < bounds ? numberText(histogram.bounds()[i]) : QByteArray("+Inf");
        writeLine(out, name + "_bucket", lead + "le=\"" + bound + '"', static_cast<double>(count));
    }
    writeLine(out, name + "_sum", labels, histogram.sum());
    // From the buckets, so that it always equals the last of them.
    writeLine(out, name + "_count", labels, static_cast<double>(count));
}

}  // namespace

MetricHistogram::MetricHistogram(std::vector<double> bounds)
    : m_bounds(std::move(bounds)), m_buckets(m_bounds.size() + 1) {}

void MetricHistogram::observe(double value) {
    const auto at = std::lower_bound(m_bounds.begin(), m_bounds.end(), value) - m_bounds.begin();
    m_buckets[static_cast<std::size_t>(at)].fetch_add(1, std::memory_order_relaxed);
    m_sum.fetch_add(value, std::memory_order_relaxed);
}

/// One of these is set.
struct MetricsText::Series {
    std::unique_ptr<MetricCounter> counter;
    std::unique_ptr<MetricGauge> gauge;
    std::unique_ptr<MetricHistogram> histogram;
    std::function<double()> read;
};

struct MetricsText::Family {
    QByteArray help;
    QByteArray type;
    std::map<QByteArray, Series> series;
};

MetricsText::MetricsText() = default;
MetricsText::~MetricsText() = default;

MetricsText::Series& MetricsText::series(const QByteArray& name, const QByteArray& help,
                                         const QByteArray& type, const MetricLabels& labels) {
    std::unique_ptr<Family>& family = m_families[name];
    if (!family) family.reset(new Family{help, type, {}});
    if (family->type != type) qFatal("metric %s is a %s", name.constData(), family->type.constData());
    return family->series[labelText(labels)];
}

MetricCounter& MetricsText::counter(const QByteArray& name, const QByteArray& help,
                                    const MetricLabels& labels) {
    const std::lock_guard lock(m_mutex);
    Series& found = series(name, help, "counter", labels);
    if (!found.counter) found.counter = std::make_unique<MetricCounter>();
    return *found.counter;
}

MetricGauge& MetricsText::gauge(const QByteArray& name, const QByteArray& help, const MetricLabels& labels) {
    const std::lock_guard lock(m_mutex);
    Series& found = series(name, help, "gauge", labels);
    if (!found.gauge) found.gauge = std::make_unique<MetricGauge>();
    return *found.gauge;
}

MetricHistogram& MetricsText::histogram(const QByteArray& name, const QByteArray& help,
                                        std::vector<double> bounds, const MetricLabels& labels) {
    const std::lock_guard lock(m_mutex);
    Series& found = series(name, help, "histogram", labels);
    if (!found.histogram) found.histogram = std::make_unique<MetricHistogram>(std::move(bounds));
    return *found.histogram;
}

void MetricsText::readCounter(const QByteArray& name, const QByteArray& help, std::function<double()> read,
                              const MetricLabels& labels) {
    const std::lock_guard lock(m_mutex);
    series(name, help, "counter", labels).read = std::move(read);
}

void MetricsText::readGauge(const QByteArray& name, const QByteArray& help, std::function<double()> read,
                            const MetricLabels& labels) {
    const std::lock_guard lock(m_mutex);
    series(name, help, "gauge", labels).read = std::move(read);
}

QByteArray MetricsText::text() const {
    const std::lock_guard lock(m_mutex);
    QByteArray out;
    for (const auto& [name, family] : m_families) {
        out += "# HELP " + name + ' ' + escaped(family->help, false) + '\n';
        out += "# TYPE " + name + ' ' + family->type + '\n';
        for (const auto& [labels, one] : family->series) {
            if (one.histogram) writeHistogram(out, name, labels, *one.histogram);
            if (one.counter) writeLine(out, name, labels, static_cast<double>(one.counter->value()));
            if (one.gauge) writeLine(out, name, labels, one.gauge->value());
            if (one.read) writeLine(out, name, labels, one.read());
        }
    }
    return out;
}

}  // namespace simrs
