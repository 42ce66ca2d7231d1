package dk.grundskema.api.service.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * The latencies of a run.
 *
 * @param seconds duration of the run in seconds
 * @param micros  latency of each request in microseconds, in ascending order
 */
record LatencyResult(double seconds, long[] micros) {
    /** Creates a result from latencies in any order. */
    static LatencyResult of(double seconds, long[] micros) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new LatencyResult(seconds, sorted);
    }

    double perSecond() {
        return micros.length / seconds;
    }

    /** Returns the percentile of the latencies in milliseconds. */
    double percentile(double share) {
        int place = (int) Math.ceil(micros.length * share / 100) - 1;
        return micros[Math.clamp(place, 0, micros.length - 1)] / 1000.0;
    }

    /** Returns the result on one line. */
    void print(String what) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f requests/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, worst %.2f ms (%d requests)%n",
                what,
                perSecond(),
                percentile(50),
                percentile(95),
                percentile(99),
                percentile(100),
                micros.length);
    }
}
