// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics text, byte by byte, and its counting under threads.
#include "server/net/metrics_text.h"

#include <QTest>
#include <thread>

#include "server/net/net_counters.h"

using namespace simrs;

class MetricsTextTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void writesCountersAndGauges();
    void writesHistograms();
    void escapes();
    void sameNameSameMetric();
    void countsUnderThreads();
    void exposesNetCounters();
};

void MetricsTextTest::writesCountersAndGauges() {
    MetricsText metrics;
    metrics.counter("b_total", "Bs", {{"kind", "x"}}).add(41);
    metrics.counter("b_total", "Bs", {{"kind", "x"}}).add();
    metrics.counter("b_total", "Bs", {{"kind", "y"}}).add(3'000'000'000);
    metrics.gauge("a", "An A").set(0.25);
    metrics.readGauge("c", "C", [] { return -3.0; });
    QCOMPARE(metrics.text(), QByteArray("# HELP a An A\n# TYPE a gauge\na 0.25\n"
                                        "# HELP b_total Bs\n# TYPE b_total counter\n"
                                        "b_total{kind=\"x\"} 42\nb_total{kind=\"y\"} 3000000000\n"
                                        "# HELP c C\n# TYPE c gauge\nc -3\n"));
}

void MetricsTextTest::writesHistograms() {
    MetricsText metrics;
    MetricHistogram& times = metrics.histogram("t_seconds", "Times", {0.005, 0.1, 1}, {{"q", "find"}});
    // A value on a bound belongs below it.
    for (const double value : {0.001, 0.005, 0.05, 0.5, 7.0}) times.observe(value);
    QCOMPARE(metrics.text(), QByteArray("# HELP t_seconds Times\n# TYPE t_seconds histogram\n"
                                        "t_seconds_bucket{q=\"find\",le=\"0.005\"} 2\n"
                                        "t_seconds_bucket{q=\"find\",le=\"0.1\"} 3\n"
                                        "t_seconds_bucket{q=\"find\",le=\"1\"} 4\n"
                                        "t_seconds_bucket{q=\"find\",le=\"+Inf\"} 5\n"
                                        "t_seconds_sum{q=\"find\"} 7.556\n"
                                        "t_seconds_count{q=\"find\"} 5\n"));
}

void MetricsTextTest::escapes() {
    MetricsText metrics;
    metrics.counter("e_total", "line\nand \\", {{"k", "a\"b\\c\nd"}});
    QCOMPARE(metrics.text(), QByteArray("# HELP e_total line\\nand \\\\\n# TYPE e_total counter\n"
                                        "e_total{k=\"a\\\"b\\\\c\\nd\"} 0\n"));
}

void MetricsTextTest::sameNameSameMetric() {
    MetricsText metrics;
    QCOMPARE(&metrics.counter("x_total", "x"), &metrics.counter("x_total", "x"));
    QVERIFY(&metrics.counter("x_total", "x") != &metrics.counter("x_total", "x", {{"a", "b"}}));
}

void MetricsTextTest::countsUnderThreads() {
    MetricsText metrics;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&metrics] {
            for (int n = 0; n < 5000; ++n) {
                metrics.counter("n_total", "n").add();
                metrics.histogram("h", "h", {1.0}).observe(2.0);
                metrics.gauge("g", "g").add(0.5);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(metrics.counter("n_total", "n").value(), std::uint64_t(20'000));
    QCOMPARE(metrics.histogram("h", "h", {1.0}).bucket(1), std::uint64_t(20'000));
    QCOMPARE(metrics.gauge("g", "g").value(), 10'000.0);
}

void MetricsTextTest::exposesNetCounters() {
    MetricsText metrics;
    NetCounters counters;
    counters.accepted = 7;
    counters.open = 2;
    exposeNetCounters(metrics, [&counters] { return counters; });
    QVERIFY(metrics.text().contains("\nsimrs_net_accepted_total 7\n"));
    counters.slowReaders = 9;
    QVERIFY(metrics.text().contains("\nsimrs_net_open_connections 2\n"));
    QVERIFY(metrics.text().contains("\nsimrs_net_slow_readers_total 9\n"));
}

QTEST_APPLESS_MAIN(MetricsTextTest)
#include "metrics_text_test.moc"
