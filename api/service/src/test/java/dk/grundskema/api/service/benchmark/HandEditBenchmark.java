package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures how long a planner waits for an edit with its effect, first tried, then committed. Each edit assigns a seat to a candidate, and the next
 * one reverts it. Both lock the seat, which is the default of edits. No seat is used twice, so that each edit is a new change.
 */
final class HandEditBenchmark {
    private static final int WARM_UP = 100;

    private final ServiceClient client;
    private final String plan;
    private final List<Seat> seats;
    private String tag;

    private HandEditBenchmark(ServiceClient client, String plan, List<Seat> seats, String tag) {
        this.client = client;
        this.plan = plan;
        this.seats = seats;
        this.tag = tag;
    }

    /** A seat, who sits there, and who could. */
    private record Seat(String session, int position, String now, String other) {
        Map<String, Object> to(String staff) {
            return Map.of("what", "SEAT", "sessionId", session, "position", position, "staffId", staff);
        }
    }

    /**
     * Finds seats of a plan that have another candidate.
     *
     * @param edits how many will be tried and kept after the warm-up
     */
    static HandEditBenchmark of(ServiceClient client, String plan, int edits) {
        var seats = new ArrayList<Seat>();
        var meetings = new ArrayList<>((List<?>) client.get(plan + "/timetable").at("/meetings"));
        Collections.shuffle(meetings, new Random(1));
        for (Object each : meetings) {
            if (seats.size() < (edits + WARM_UP + 1) / 2) {
                add((Map<?, ?>) each, client, plan, seats);
            }
        }
        if (seats.size() < (edits + WARM_UP + 1) / 2) {
            throw new IllegalStateException(
                    "There are too few seats (%d) that somebody else could take.".formatted(seats.size()));
        }
        return new HandEditBenchmark(client, plan, seats, client.get(plan).tag());
    }

    private static void add(Map<?, ?> meeting, ServiceClient client, String plan, List<Seat> seats) {
        List<?> of = meeting.get("seats") instanceof List<?> list ? list : List.of();
        if (of.isEmpty() || !(((Map<?, ?>) of.getLast()).get("staffId") instanceof String now)) {
            return;
        }
        String session = String.valueOf(meeting.get("sessionId"));
        Answer choices = client.get(plan + "/candidates?session="
                + URLEncoder.encode(session, StandardCharsets.UTF_8) + "&position="
                + (of.size() - 1));
        if (choices.status() == 200 && choices.at("/candidates") instanceof List<?> candidates) {
            candidates.stream()
                    .map(one -> String.valueOf(((Map<?, ?>) one).get("staffId")))
                    .filter(staff -> !staff.equals(now))
                    .findFirst()
                    .ifPresent(staff -> seats.add(new Seat(session, of.size() - 1, now, staff)));
        }
    }

    /** Tries and commits all edits, and prints the durations. */
    void print(String when) {
        var tried = new ArrayList<Long>();
        var kept = new ArrayList<Long>();
        long begun = System.nanoTime();
        for (Seat seat : seats) {
            if (tried.size() == WARM_UP) {
                begun = System.nanoTime();
            }
            for (String staff : List.of(seat.other(), seat.now())) {
                tried.add(measureEdit("/what-if", new HashMap<>(Map.of("changes", List.of(seat.to(staff))))));
                kept.add(measureEdit("/edits", new HashMap<>(Map.of("changes", List.of(seat.to(staff))))));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        LatencyResult.of(seconds, micros(tried)).print("effect of a change, not kept, " + when);
        LatencyResult.of(seconds, micros(kept)).print("edit that is kept, with its effect, " + when);
    }

    private static long[] micros(List<Long> all) {
        return all.stream().skip(WARM_UP).mapToLong(Long::longValue).toArray();
    }

    private long measureEdit(String path, Map<String, Object> body) {
        boolean isKept = path.equals("/edits");
        ServiceClient asking = isKept ? client.withHeader("If-Match", tag) : client;
        long sent = System.nanoTime();
        Answer answer = asking.post(plan + path, body);
        long micros = (System.nanoTime() - sent) / 1000;
        if (answer.status() != 200) {
            throw new IllegalStateException("The edit was answered so: " + answer);
        }
        if (isKept) {
            tag = answer.tag();
        }
        return micros;
    }
}
