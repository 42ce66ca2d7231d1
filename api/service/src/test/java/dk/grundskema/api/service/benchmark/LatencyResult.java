package dk.grundskema.api.service.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * What clients waited in a run.
 *
 * @param seconds how long the run took
 * @param micros  what each request took, in microseconds, in order
 */
record LatencyResult(double seconds, long[] micros) {
    /** Of waits in any order. */
    static LatencyResult of(double seconds, long[] micros) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new LatencyResult(seconds, sorted);
    }

    double perSecond() {
        return micros.length / seconds;
    }

    /** In milliseconds: so long or less, so many in a hundred waited. */
    double percentile(double share) {
        int place = (int) Math.ceil(micros.length * share / 100) - 1;
        return micros[Math.clamp(place, 0, micros.length - 1)] / 1000.0;
    }

    /** All of it on one line. */
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
