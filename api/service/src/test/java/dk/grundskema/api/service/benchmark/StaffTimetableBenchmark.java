package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.ServiceClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how many requests for a staff member's timetable the service answers over persistent connections, for each staff member in turn. The
 * service's smallest response is measured too, so that the ratio compares machines.
 */
final class StaffTimetableBenchmark {
    private static final int WARM_UP_SECONDS = 10;

    private final int port;
    private final int seconds;
    private final int connections;

    StaffTimetableBenchmark(int port, int seconds, int connections) {
        this.port = port;
        this.seconds = seconds;
        this.connections = connections;
    }

    void print(ServiceClient client, String plan) throws Exception {
        List<String> paths = paths(client, plan);
        run(paths, WARM_UP_SECONDS);
        LatencyResult smallest = run(List.of("/actuator/health"), seconds);
        smallest.print("smallest answer, %d connections".formatted(connections));
        LatencyResult timetables = run(paths, seconds);
        timetables.print("staff member's timetable, %d connections, %d paths".formatted(connections, paths.size()));
        System.out.printf(
                Locale.ROOT,
                "ratio to the smallest answer: %.2f of its requests, %.2f times its p99%n",
                timetables.perSecond() / smallest.perSecond(),
                timetables.percentile(99) / smallest.percentile(99));
    }

    /** A week of each of the staff. */
    private static List<String> paths(ServiceClient client, String plan) {
        ServiceClient.Answer weeks = client.get(plan + "/timetable/weeks");
        Object week = weeks.at("/weeks/0");
        return ((List<?>) weeks.at("/staff"))
                .stream()
                        .map(one -> plan + "/timetable/staff/" + ((Map<?, ?>) one).get("id") + "?week=" + week)
                        .toList();
    }

    private LatencyResult run(List<String> paths, int forSeconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + forSeconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * paths.size() / connections;
                clients.add(() -> ask(paths, first, end));
            }
            var micros = new ArrayList<long[]>();
            for (Future<long[]> each : threads.invokeAll(clients)) {
                micros.add(each.get());
            }
            return LatencyResult.of(
                    (System.nanoTime() - begin) / 1e9,
                    micros.stream().flatMapToLong(Arrays::stream).toArray());
        }
    }

    private long[] ask(List<String> paths, int first, long end) throws IOException {
        long[] micros = new long[1 << 20];
        int count = 0;
        int next = first;
        while (System.nanoTime() < end && count < micros.length) {
            try (var connection = new KeepAliveConnection(port)) {
                while (!connection.isLast() && System.nanoTime() < end && count < micros.length) {
                    long sent = System.nanoTime();
                    connection.get(paths.get(next++ % paths.size()));
                    micros[count++] = (System.nanoTime() - sent) / 1000;
                }
            }
        }
        return Arrays.copyOf(micros, count);
    }
}
