package dk.grundskema.api.server.figures;

import dk.grundskema.api.server.figures.KeptConnection.Got;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Crowds: somebody who tries links that there aren't from where a whole school asks for its own, and a region's phones in one minute. */
final class ManyClients {
    private static final int SCHOOL = 2;
    private static final int GUESSES = 10_000;
    private static final int PHONES = 5_000;
    private static final int MINUTE = 60;

    private final int port;
    private final List<FollowedCalendar> calendars;

    ManyClients(int port, List<FollowedCalendar> calendars) {
        this.port = port;
        this.calendars = calendars;
    }

    /** Tries links as fast as it goes, while staff behind the same address ask for theirs. */
    void guess() throws Exception {
        var isOver = new AtomicBoolean();
        var refused = new AtomicInteger();
        var staff = new Clients(port, SCHOOL, 4);
        try (var beside = Executors.newSingleThreadExecutor()) {
            var school = CompletableFuture.supplyAsync(() -> untilOver(staff, isOver), beside);
            Waited guesses;
            try {
                guesses = new Clients(port, SCHOOL, 4).all(GUESSES, (connection, number) -> {
                    int status = connection
                            .ask("GET", "/c/" + Guess.of(new SplittableRandom(number)) + ".ics")
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

    private Waited untilOver(Clients staff, AtomicBoolean isOver) {
        try {
            return staff.steadily(
                    () -> !isOver.get(),
                    (connection, number) ->
                            good(calendars.get(number % calendars.size()).get(connection)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void good(Got got) {
        if (got.status() != 200) {
            throw new IllegalStateException("One of the staff was answered with (%d).".formatted(got.status()));
        }
    }

    /** Lets so many phones ask in one minute, each with a connection of its own, each for another calendar as long as there are any. */
    void minute() throws Exception {
        Waited waited = new Clients(port, 50).paced(PHONES / MINUTE + 1, MINUTE, (none, number) -> {
            try (var own = new KeptConnection(port)) {
                good(calendars.get(number % calendars.size()).get(own));
            }
        });
        waited.print("%d phones in a minute, %d calendars".formatted(PHONES, Math.min(PHONES, calendars.size())));
    }
}
