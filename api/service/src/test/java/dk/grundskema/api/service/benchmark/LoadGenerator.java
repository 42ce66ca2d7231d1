package dk.grundskema.api.service.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Programs that ask over connections that are kept.
 *
 * @param port  where the service is
 * @param own   last number of the address 127.0.0.N that they come from, or {@link KeepAliveConnection#ANY}
 * @param count how many there are, a connection each
 */
record LoadGenerator(int port, int own, int count) {
    private static final int MOST = 1 << 20;

    LoadGenerator(int port, int count) {
        this(port, KeepAliveConnection.ANY, count);
    }

    /** Sends one request. */
    interface RequestTask {
        /** @param number number of the request among those of all clients, from 0 */
        void ask(KeepAliveConnection connection, int number) throws IOException;
    }

    /** A connection that reconnects after the service has closed it. */
    private static final class ReconnectingConnection implements AutoCloseable {
        private final LoadGenerator clients;
        private KeepAliveConnection connection;

        ReconnectingConnection(LoadGenerator clients) throws IOException {
            this.clients = clients;
            this.connection = new KeepAliveConnection(clients.port(), clients.own());
        }

        KeepAliveConnection open() throws IOException {
            if (connection.isLast()) {
                connection.close();
                connection = new KeepAliveConnection(clients.port(), clients.own());
            }
            return connection;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** Sends a number of requests, each once, as fast as responses arrive. */
    LatencyResult runAll(int many, RequestTask asking) throws Exception {
        return run(number -> number < many, number -> System.nanoTime(), asking);
    }

    /** Sends requests as fast as responses arrive, for some seconds. */
    LatencyResult runSteadily(int seconds, RequestTask asking) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return runSteadily(() -> System.nanoTime() < end, asking);
    }

    /** Sends requests as fast as responses arrive, while a condition holds. */
    LatencyResult runSteadily(BooleanSupplier isOn, RequestTask asking) throws Exception {
        return run(number -> isOn.getAsBoolean(), number -> System.nanoTime(), asking);
    }

    /**
     * Sends requests at a fixed rate for some seconds, regardless of responses. Waiting for a free connection counts as latency.
     */
    LatencyResult runPaced(int aSecond, int seconds, RequestTask asking) throws Exception {
        long begin = System.nanoTime();
        return run(
                number -> number < aSecond * seconds,
                number -> {
                    long due = begin + TimeUnit.SECONDS.toNanos(number) / aSecond;
                    long left = due - System.nanoTime();
                    if (left > 0) {
                        TimeUnit.NANOSECONDS.sleep(left);
                    }
                    return due;
                },
                asking);
    }

    private interface RunCondition {
        boolean isOn(int number);
    }

    /** When a request is due. */
    private interface Pace {
        long due(int number) throws InterruptedException;
    }

    private LatencyResult run(RunCondition going, Pace pace, RequestTask asking) throws Exception {
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Callable<long[]>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(() -> runConnection(next, going, pace, asking));
            }
            var micros = new ArrayList<long[]>();
            for (Future<long[]> each : threads.invokeAll(all)) {
                micros.add(each.get());
            }
            return LatencyResult.of(
                    (System.nanoTime() - begin) / 1e9,
                    micros.stream().flatMapToLong(Arrays::stream).toArray());
        }
    }

    private long[] runConnection(AtomicInteger next, RunCondition going, Pace pace, RequestTask asking)
            throws Exception {
        long[] micros = new long[1024];
        int many = 0;
        try (var line = new ReconnectingConnection(this)) {
            for (int number = next.getAndIncrement();
                    going.isOn(number) && many < MOST;
                    number = next.getAndIncrement()) {
                long due = pace.due(number);
                asking.ask(line.open(), number);
                if (many == micros.length) {
                    micros = Arrays.copyOf(micros, 2 * many);
                }
                micros[many++] = (System.nanoTime() - due) / 1000;
            }
        }
        return Arrays.copyOf(micros, many);
    }
}
