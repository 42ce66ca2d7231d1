package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.service.benchmark.KeepAliveConnection.Reply;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures crowds: guesses of links from the address of a whole school, and the phones of a region within one minute. */
final class CrowdBenchmark {
    private static final int SCHOOL = 2;
    private static final int GUESSES = 10_000;
    private static final int PHONES = 5_000;
    private static final int MINUTE = 60;

    private final int port;
    private final List<SubscribedCalendar> calendars;

    CrowdBenchmark(int port, List<SubscribedCalendar> calendars) {
        this.port = port;
        this.calendars = calendars;
    }

    /** Tries links as fast as it goes, while staff behind the same address ask for theirs. */
    void measureGuessing() throws Exception {
        var isOver = new AtomicBoolean();
        var refused = new AtomicInteger();
        var staff = new LoadGenerator(port, SCHOOL, 4);
        try (var beside = Executors.newSingleThreadExecutor()) {
            var school = CompletableFuture.supplyAsync(() -> untilOver(staff, isOver), beside);
            LatencyResult guesses;
            try {
                guesses = new LoadGenerator(port, SCHOOL, 4).runAll(GUESSES, (connection, number) -> {
                    int status = connection
                            .send("GET", "/c/" + LinkGuess.of(new SplittableRandom(number)) + ".ics")
                            .status();
                    if (status != 404 && status != 429) {
                        throw new IllegalStateException("A guess was answered with (%d).".formatted(status));
                    }
                    refused.addAndGet(status == 429 ? 1 : 0);
                });
            } finally {
                isOver.set(true);
            }
            guesses.print("guesses, %d of them refused as too many".formatted(refused.get()));
            school.get().print("staff behind the same address meanwhile, none refused");
        }
    }

    private LatencyResult untilOver(LoadGenerator staff, AtomicBoolean isOver) {
        try {
            return staff.runSteadily(
                    () -> !isOver.get(),
                    (connection, number) ->
                            requireGood(calendars.get(number % calendars.size()).get(connection)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireGood(Reply got) {
        if (got.status() != 200) {
            throw new IllegalStateException("One of the staff was answered with (%d).".formatted(got.status()));
        }
    }

    /**
     * Lets a number of phones request a calendar within one minute, each over its own connection, and each a different calendar if there are enough.
     */
    void measureRushMinute() throws Exception {
        LatencyResult waited = new LoadGenerator(port, 50).runPaced(PHONES / MINUTE + 1, MINUTE, (none, number) -> {
            try (var own = new KeepAliveConnection(port)) {
                requireGood(calendars.get(number % calendars.size()).get(own));
            }
        });
        waited.print("%d phones in a minute, %d calendars".formatted(PHONES, Math.min(PHONES, calendars.size())));
    }
}
