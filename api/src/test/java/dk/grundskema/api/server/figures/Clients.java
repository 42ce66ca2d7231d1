package dk.grundskema.api.server.figures;

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
 * @param own   last number of the address 127.0.0.N that they come from, or {@link KeptConnection#ANY}
 * @param count how many there are, a connection each
 */
record Clients(int port, int own, int count) {
    private static final int MOST = 1 << 20;

    Clients(int port, int count) {
        this(port, KeptConnection.ANY, count);
    }

    /** Asks for something. */
    interface Asking {
        /** @param number counts what all together ask for, from 0 */
        void ask(KeptConnection connection, int number) throws IOException;
    }

    /** A connection, made anew when the service has ended it. */
    private static final class Line implements AutoCloseable {
        private final Clients clients;
        private KeptConnection connection;

        Line(Clients clients) throws IOException {
            this.clients = clients;
            this.connection = new KeptConnection(clients.port(), clients.own());
        }

        KeptConnection open() throws IOException {
            if (connection.isLast()) {
                connection.close();
                connection = new KeptConnection(clients.port(), clients.own());
            }
            return connection;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** Asks so many things, each once, as fast as answers come. */
    Waited all(int many, Asking asking) throws Exception {
        return run(number -> number < many, number -> System.nanoTime(), asking);
    }

    /** Asks as fast as answers come, for some seconds. */
    Waited steadily(int seconds, Asking asking) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return steadily(() -> System.nanoTime() < end, asking);
    }

    /** Asks as fast as answers come, as long as something is so. */
    Waited steadily(BooleanSupplier isOn, Asking asking) throws Exception {
        return run(number -> isOn.getAsBoolean(), number -> System.nanoTime(), asking);
    }

    /**
     * Asks so often a second, whether answers come or not, for some seconds. What waits for a free connection has waited, too.
     */
    Waited paced(int aSecond, int seconds, Asking asking) throws Exception {
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

    private interface Going {
        boolean isOn(int number);
    }

    /** When a request is due. */
    private interface Pace {
        long due(int number) throws InterruptedException;
    }

    private Waited run(Going going, Pace pace, Asking asking) throws Exception {
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Callable<long[]>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(() -> one(next, going, pace, asking));
            }
            var micros = new ArrayList<long[]>();
            for (Future<long[]> each : threads.invokeAll(all)) {
                micros.add(each.get());
            }
            return Waited.of(
                    (System.nanoTime() - begin) / 1e9,
                    micros.stream().flatMapToLong(Arrays::stream).toArray());
        }
    }

    private long[] one(AtomicInteger next, Going going, Pace pace, Asking asking) throws Exception {
        long[] micros = new long[1024];
        int many = 0;
        try (var line = new Line(this)) {
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
