package dk.grundskema.api.service.benchmark;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** How many clients can ask whether their calendars are still the same. */
final class UnchangedFeedBenchmark {
    private final int port;
    private final List<SubscribedCalendar> calendars;
    private final AtomicReferenceArray<String> tags;

    UnchangedFeedBenchmark(int port, List<SubscribedCalendar> calendars) throws Exception {
        this.port = port;
        this.calendars = calendars;
        this.tags = new AtomicReferenceArray<>(calendars.size());
        new LoadGenerator(port, 2)
                .runAll(
                        calendars.size(),
                        (connection, number) -> tags.set(
                                number, calendars.get(number).get(connection).tag()));
    }

    /** Requests each calendar in turn over some connections. */
    LatencyResult ask(int connections, int seconds) throws Exception {
        return new LoadGenerator(port, connections).runSteadily(seconds, (connection, number) -> {
            int place = number % calendars.size();
            int status = calendars.get(place).get(connection, tags.get(place)).status();
            if (status != 304) {
                throw new IllegalStateException("What hasn't changed was answered with (%d).".formatted(status));
            }
        });
    }
}
