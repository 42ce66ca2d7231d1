package dk.grundskema.api.server.figures;

import dk.grundskema.api.server.figures.KeptConnection.Got;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a service answers all day: calendars to clients that know them already and to others, pages, codes, questions for a calendar's state, and
 * some that try links that there aren't.
 */
final class MixedRequests implements Clients.Asking {
    private static final int HEARD_BEFORE = 60;
    private static final int FRESH = 15;
    private static final int PAGES = 10;
    private static final int HEADS = 5;
    private static final int CODES = 5;

    private final List<FollowedCalendar> calendars;
    private final ConcurrentHashMap<FollowedCalendar, Got> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> answers = new ConcurrentHashMap<>();

    MixedRequests(List<FollowedCalendar> calendars) {
        this.calendars = calendars;
    }

    @Override
    public void ask(KeptConnection connection, int number) throws IOException {
        var random = new SplittableRandom(number);
        FollowedCalendar one = calendars.get(random.nextInt(calendars.size()));
        int kind = random.nextInt(100);
        if (kind < HEARD_BEFORE) {
            ofKnown(connection, one);
        } else if (kind < HEARD_BEFORE + FRESH) {
            fresh(connection, one);
        } else if (kind < HEARD_BEFORE + FRESH + PAGES) {
            count("page", connection.ask("GET", one.page(), "Accept-Encoding", "gzip"), 200);
        } else if (kind < HEARD_BEFORE + FRESH + PAGES + HEADS) {
            count("HEAD", connection.ask("HEAD", one.path()), 200);
        } else if (kind < HEARD_BEFORE + FRESH + PAGES + HEADS + CODES) {
            count("code", connection.ask("GET", one.page() + "/qr.svg"), 200);
        } else {
            Got got = connection.ask("GET", "/c/" + Guess.of(random) + ".ics");
            count("unknown", got, got.status() == 429 ? 429 : 404);
        }
    }

    private void ofKnown(KeptConnection connection, FollowedCalendar one) throws IOException {
        Got before = known.get(one);
        if (before == null) {
            fresh(connection, one);
        } else {
            count("unchanged", one.get(connection, before.tag()), 304);
        }
    }

    /** The same calendar has the same bytes as long as it has the same tag, and here that is always. */
    private void fresh(KeptConnection connection, FollowedCalendar one) throws IOException {
        Got got = one.get(connection);
        Got before = known.putIfAbsent(one, got);
        if (before == null) {
            one.checked(got);
        } else if (!before.tag().equals(got.tag()) || !Arrays.equals(before.content(), got.content())) {
            throw new IllegalStateException("A calendar has changed, though nothing was published.");
        }
        count("calendar", got, 200);
    }

    private void count(String what, Got got, int expected) {
        if (got.status() != expected) {
            throw new IllegalStateException("A request (%s) was answered with (%d).".formatted(what, got.status()));
        }
        answers.merge(what + " " + got.status(), 1, Integer::sum);
    }

    /** How many answers there were of each kind. */
    String answers() {
        var all = new ArrayList<String>();
        answers.forEach((what, many) -> all.add(what + ": " + many));
        return String.join(", ", all.stream().sorted().toList());
    }
}
