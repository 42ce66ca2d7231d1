package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.service.benchmark.KeepAliveConnection.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The daily mix of requests: calendars for clients with and without a current copy, pages, codes, requests for a calendar's state, and some guesses
 * of links.
 */
final class MixedLoad implements LoadGenerator.RequestTask {
    private static final int HEARD_BEFORE = 60;
    private static final int FRESH = 15;
    private static final int PAGES = 10;
    private static final int HEADS = 5;
    private static final int CODES = 5;

    private final List<SubscribedCalendar> calendars;
    private final ConcurrentHashMap<SubscribedCalendar, Reply> lastReplies = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> answers = new ConcurrentHashMap<>();

    MixedLoad(List<SubscribedCalendar> calendars) {
        this.calendars = calendars;
    }

    @Override
    public void ask(KeepAliveConnection connection, int number) throws IOException {
        var random = new SplittableRandom(number);
        SubscribedCalendar one = calendars.get(random.nextInt(calendars.size()));
        int kind = random.nextInt(100);
        if (kind < HEARD_BEFORE) {
            requestUnchanged(connection, one);
        } else if (kind < HEARD_BEFORE + FRESH) {
            requestFresh(connection, one);
        } else if (kind < HEARD_BEFORE + FRESH + PAGES) {
            count("page", connection.send("GET", one.pagePath(), "Accept-Encoding", "gzip"), 200);
        } else if (kind < HEARD_BEFORE + FRESH + PAGES + HEADS) {
            count("HEAD", connection.send("HEAD", one.path()), 200);
        } else if (kind < HEARD_BEFORE + FRESH + PAGES + HEADS + CODES) {
            count("code", connection.send("GET", one.pagePath() + "/qr.svg"), 200);
        } else {
            Reply got = connection.send("GET", "/c/" + LinkGuess.of(random) + ".ics");
            count("unknown", got, got.status() == 429 ? 429 : 404);
        }
    }

    private void requestUnchanged(KeepAliveConnection connection, SubscribedCalendar one) throws IOException {
        Reply before = lastReplies.get(one);
        if (before == null) {
            requestFresh(connection, one);
        } else {
            count("unchanged", one.get(connection, before.tag()), 304);
        }
    }

    /** A calendar with an unchanged tag has unchanged bytes; during this measurement no tag changes. */
    private void requestFresh(KeepAliveConnection connection, SubscribedCalendar one) throws IOException {
        Reply got = one.get(connection);
        Reply before = lastReplies.putIfAbsent(one, got);
        if (before == null) {
            one.checkContent(got);
        } else if (!before.tag().equals(got.tag()) || !Arrays.equals(before.content(), got.content())) {
            throw new IllegalStateException("A calendar has changed, though nothing was published.");
        }
        count("calendar", got, 200);
    }

    private void count(String what, Reply got, int expected) {
        if (got.status() != expected) {
            throw new IllegalStateException("A request (%s) was answered with (%d).".formatted(what, got.status()));
        }
        answers.merge(what + " " + got.status(), 1, Integer::sum);
    }

    /** How many answers there were of each kind. */
    String answerCounts() {
        var all = new ArrayList<String>();
        answers.forEach((what, many) -> all.add(what + ": " + many));
        return String.join(", ", all.stream().sorted().toList());
    }
}
