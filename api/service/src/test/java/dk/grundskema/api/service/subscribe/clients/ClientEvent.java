package dk.grundskema.api.service.subscribe.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event as displayed by a client.
 *
 * @param uid         identity for the client; in expected events, the identity for Bo
 * @param start       when it begins, as {@code 2026-10-19 09:00}, in the time zone of the reader; its first day, as {@code 2026-10-19}, if it is of
 *     whole days
 * @param end         when it ends, or its last day, in the same way
 * @param summary     title of the event
 * @param location    place; may be empty
 * @param description description, line by line; may be empty
 * @param status      {@code CONFIRMED} or {@code CANCELLED}
 */
public record ClientEvent(
        String uid, String start, String end, String summary, String location, String description, String status)
        implements Comparable<ClientEvent> {
    static final String FIELD = "\u001f";
    static final String RECORD = "\u001e";

    private static final Comparator<ClientEvent> BY_TIME = Comparator.comparing(ClientEvent::start)
            .thenComparing(ClientEvent::end)
            .thenComparing(ClientEvent::toString);

    /** Parses a client's output: fields separated by unit separators, events by record separators. */
    static List<ClientEvent> read(String printed) {
        return Arrays.stream(printed.split(RECORD, -1))
                .filter(one -> one.contains(FIELD))
                .map(one -> one.strip().split(FIELD, -1))
                .map(of -> new ClientEvent(of[0], of[1], of[2], of[3], of[4], of[5], of[6].strip()))
                .sorted()
                .toList();
    }

    /**
     * Returns a line for each missing or additional event; empty if there is none. Ids are not compared.
     *
     * @param expected events that a correct client shows
     * @param shown    events that the client shows
     */
    static List<String> differences(List<ClientEvent> expected, List<ClientEvent> shown) {
        List<ClientEvent> right = expected.stream().map(ClientEvent::withoutUid).toList();
        List<ClientEvent> seen = shown.stream().map(ClientEvent::withoutUid).toList();
        return Stream.concat(
                        without(right, seen).map(one -> "lacks " + one),
                        without(seen, right).map(one -> "shows besides " + one))
                .toList();
    }

    private static Stream<ClientEvent> without(List<ClientEvent> some, List<ClientEvent> others) {
        var left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.stream();
    }

    boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    /** Returns the displayed content without the identity. */
    ClientEvent withoutUid() {
        return new ClientEvent("", start, end, summary, location, description, status);
    }

    @Override
    public int compareTo(ClientEvent other) {
        return BY_TIME.compare(this, other);
    }
}
