package dk.grundskema.api.server;

import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many requests for a staff member's timetable of the 30-class example the service answers. Starts a service of its own on an embedded
 * database, gives it a plan with a timetable, and asks over connections that are kept, for each of the staff in turn.
 *
 * <p>{@code LoadRun [seconds] [connections]}, by default 20 and 8. Prints requests a second and percentiles of what a client waited; and the same of
 * the service's smallest answer, so that machines can be compared by the ratio.
 */
public final class LoadRun {
    private static final int WARM_UP_SECONDS = 10;
    private static final long STEPS = 200;

    private LoadRun() {}

    /** @param args seconds, and how many connections */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int connections = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        Path folder = Files.createTempDirectory("grundskema-load");
        try (Server server = Services.start(Database.H2, folder)) {
            Client client = Services.administrator(server);
            System.out.println("Planning the example, which takes a while.");
            String plan = Planned.plan(client, server, "school-30-classes", STEPS);
            List<String> paths = paths(client, plan);
            System.out.printf("%d paths, %d connections.%n", paths.size(), connections);
            run(server.port(), paths, connections, WARM_UP_SECONDS);
            Result smallest = run(server.port(), List.of("/actuator/health"), connections, seconds);
            smallest.print("smallest answer");
            Result timetables = run(server.port(), paths, connections, seconds);
            timetables.print("staff timetable");
            System.out.printf(
                    Locale.ROOT,
                    "ratio to the smallest answer: %.2f of its requests, %.2f times its p99%n",
                    timetables.perSecond() / smallest.perSecond(),
                    timetables.percentile(99) / smallest.percentile(99));
        }
    }

    /** A week of each of the staff. */
    private static List<String> paths(Client client, String plan) {
        Client.Answer weeks = client.get(plan + "/timetable/weeks");
        Object week = weeks.at("/weeks/0");
        return ((List<?>) weeks.at("/staff"))
                .stream()
                        .map(one -> plan + "/timetable/staff/" + ((Map<?, ?>) one).get("id") + "?week=" + week)
                        .toList();
    }

    /**
     * What came of a run.
     *
     * @param seconds how long it took
     * @param micros  what each request took, in microseconds, in order
     */
    private record Result(double seconds, long[] micros) {
        double perSecond() {
            return micros.length / seconds;
        }

        double percentile(double share) {
            return micros[(int) Math.min(micros.length - 1L, Math.round(micros.length * share / 100))] / 1000.0;
        }

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

    private static Result run(int port, List<String> paths, int connections, int seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * paths.size() / connections;
                clients.add(() -> ask(port, paths, first, end));
            }
            var micros = new ArrayList<long[]>();
            for (Future<long[]> each : threads.invokeAll(clients)) {
                micros.add(each.get());
            }
            long[] all = micros.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result((System.nanoTime() - begin) / 1e9, all);
        }
    }

    private static long[] ask(int port, List<String> paths, int first, long end) throws IOException {
        long[] micros = new long[1 << 20];
        int count = 0;
        int next = first;
        while (System.nanoTime() < end && count < micros.length) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port));
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                var in = new Answers(socket.getInputStream());
                while (!in.isLast() && System.nanoTime() < end && count < micros.length) {
                    long sent = System.nanoTime();
                    out.write(request(paths.get(next++ % paths.size())));
                    in.skipOne();
                    micros[count++] = (System.nanoTime() - sent) / 1000;
                }
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Database.TOKEN
                        + "\r\nAccept-Language: da\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Answers of one connection, read as far as is needed to know where each ends. */
    private static final class Answers {
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int from;
        private int until;
        private boolean last;

        Answers(InputStream in) {
            this.in = in;
        }

        /** Whether the service said that it ends the connection, as it does after some requests. */
        boolean isLast() {
            return last;
        }

        void skipOne() throws IOException {
            String status = line();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException("The service answered (%s).".formatted(status));
            }
            long length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                last |= header.toLowerCase(Locale.ROOT).startsWith("connection: close");
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Long.parseLong(
                            header.substring(header.indexOf(':') + 1).strip());
                }
            }
            if (length >= 0) {
                skip(length);
                return;
            }
            for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
                skip(chunk + 2);
            }
            line();
        }

        private long chunk() throws IOException {
            return Long.parseLong(line().strip(), 16);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int c = read(); c != '\n'; c = read()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private void skip(long many) throws IOException {
            for (long left = many; left > 0; ) {
                if (from == until) {
                    fill();
                }
                int step = (int) Math.min(left, until - from);
                from += step;
                left -= step;
            }
        }

        private int read() throws IOException {
            if (from == until) {
                fill();
            }
            return buffer[from++] & 0xff;
        }

        private void fill() throws IOException {
            from = 0;
            until = in.read(buffer);
            if (until <= 0) {
                throw new IOException("The service ended the connection.");
            }
        }
    }
}
