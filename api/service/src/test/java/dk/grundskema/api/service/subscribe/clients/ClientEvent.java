package dk.grundskema.api.service.subscribe.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event as a client shows it.
 *
 * @param uid         what the client knows it by; of what is expected, what Bo does
 * @param start       when it begins, as {@code 2026-10-19 09:00}, by the clock of anybody who looks; its first day, as {@code 2026-10-19}, if it is of whole days
 * @param end         when it ends, or its last day, in the same way
 * @param summary     what is held
 * @param location    where; may be empty
 * @param description what else is said, line by line; may be empty
 * @param status      {@code CONFIRMED} or {@code CANCELLED}
 */
record ClientEvent(
        String uid, String start, String end, String summary, String location, String description, String status)
        implements Comparable<ClientEvent> {
    static final String FIELD = "\u001f";
    static final String RECORD = "\u001e";

    private static final Comparator<ClientEvent> BY_TIME = Comparator.comparing(ClientEvent::start)
            .thenComparing(ClientEvent::end)
            .thenComparing(ClientEvent::toString);

    /** What a client has printed: its fields by unit separators, its events by record separators. */
    static List<ClientEvent> read(String printed) {
        return Arrays.stream(printed.split(RECORD, -1))
                .filter(one -> one.contains(FIELD))
                .map(one -> one.strip().split(FIELD, -1))
                .map(of -> new ClientEvent(of[0], of[1], of[2], of[3], of[4], of[5], of[6].strip()))
                .sorted()
                .toList();
    }

    /**
     * What is wrong with what a client shows, a line for each event too few or too many; empty if nothing is. Ids aren't compared.
     *
     * @param expected what a client shows that is right
     * @param shown    what it shows
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

    /** What is shown of it, whatever it is known by. */
    ClientEvent withoutUid() {
        return new ClientEvent("", start, end, summary, location, description, status);
    }

    @Override
    public int compareTo(ClientEvent other) {
        return BY_TIME.compare(this, other);
    }
}
