// SPDX-License-Identifier: GPL-3.0-or-later
// Counters, gauges and histograms that any thread may change, written as Prometheus text.
#pragma once

#include <QByteArray>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace simrs {

class MetricCounter {
  public:
    void add(std::uint64_t count = 1) { m_value.fetch_add(count, std::memory_order_relaxed); }
    std::uint64_t value() const { return m_value.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> m_value{0};
};

class MetricGauge {
  public:
    void set(double value) { m_value.store(value, std::memory_order_relaxed); }
    void add(double difference) { m_value.fetch_add(difference, std::memory_order_relaxed); }
    double value() const { return m_value.load(std::memory_order_relaxed); }

  private:
    std::atomic<double> m_value{0};
};

class MetricHistogram {
  public:
    /// Upper bounds, ascending, without infinity.
    explicit MetricHistogram(std::vector<double> bounds);
    void observe(double value);
    const std::vector<double>& bounds() const { return m_bounds; }
    /// How many fell into the bucket, not added up; the last is everything above the last bound.
    std::uint64_t bucket(std::size_t index) const { return m_buckets[index].load(std::memory_order_relaxed); }
    double sum() const { return m_sum.load(std::memory_order_relaxed); }

  private:
    std::vector<double> m_bounds;
    std::vector<std::atomic<std::uint64_t>> m_buckets;
    std::atomic<double> m_sum{0};
};

/// Pairs of name and value; the value is escaped.
using MetricLabels = std::vector<std::pair<QByteArray, QByteArray>>;

/// Owns the metrics; the references stay valid as long as it lives. Everything is thread-safe. Asking again
/// for the same name and labels gives the same metric. Names must be of one kind and keep their help.
class MetricsText {
  public:
    MetricsText();
    ~MetricsText();

    MetricCounter& counter(const QByteArray& name, const QByteArray& help, const MetricLabels& labels = {});
    MetricGauge& gauge(const QByteArray& name, const QByteArray& help, const MetricLabels& labels = {});
    MetricHistogram& histogram(const QByteArray& name, const QByteArray& help, std::vector<double> bounds,
                               const MetricLabels& labels = {});
    /// Values that somebody else keeps, read at every scrape on the scraping thread.
    void readCounter(const QByteArray& name, const QByteArray& help, std::function<double()> read,
                     const MetricLabels& labels = {});
    void readGauge(const QByteArray& name, const QByteArray& help, std::function<double()> read,
                   const MetricLabels& labels = {});

    /// Content type: "text/plain; version=0.0.4; charset=utf-8".
    QByteArray text() const;

  private:
    struct Series;
    struct Family;
    Series& series(const QByteArray& name, const QByteArray& help, const QByteArray& type,
                   const MetricLabels& labels);

    mutable std::mutex m_mutex;
    std::map<QByteArray, std::unique_ptr<Family>> m_families;
};

}  // namespace simrs
