package dk.grundskema.api.service.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures the waiting time for a calendar of a whole year that was not requested since the start of the service or since its publication. */
final class ColdFeedBenchmark {
    private static final int WARM_UP = 400;

    private final List<Long> micros = new ArrayList<>();
    private double seconds;

    /** Warms the service up with calendars of another plan. */
    static void warmUp(int port, SubscribedPlan other) throws Exception {
        List<SubscribedCalendar> some = other.yearCalendars();
        new LoadGenerator(port, 2).runAll(WARM_UP, (connection, number) -> {
            SubscribedCalendar one = some.get(number % some.size());
            // Another wish is another file
            connection.send("GET", one.path() + "?alarm=" + number, "Accept-Encoding", "gzip");
        });
    }

    /** Requests calendars one after the other, the last first. */
    void ask(int port, List<SubscribedCalendar> calendars, String mark) throws Exception {
        List<SubscribedCalendar> all = calendars.reversed();
        var answers = new ArrayList<KeepAliveConnection.Reply>();
        LatencyResult waited = new LoadGenerator(port, 1)
                .runAll(
                        all.size(),
                        (connection, number) -> answers.add(all.get(number).get(connection)));
        for (int i = 0; i < all.size(); i++) {
            check(all.get(i).checkContent(answers.get(i)), mark);
        }
        for (long one : waited.micros()) {
            micros.add(one);
        }
        seconds += waited.seconds();
    }

    private static void check(String text, String mark) throws IOException {
        if (!text.contains(mark)) {
            throw new IOException("A calendar doesn't say what was published last.");
        }
    }

    /** Returns the number of requested calendars. */
    int size() {
        return micros.size();
    }

    void print(String what) {
        LatencyResult.of(seconds, micros.stream().mapToLong(Long::longValue).toArray())
                .print(what);
    }
}
