package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.EventTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is different of one event for those who follow a calendar. Looks and headings, which nobody acts upon, are no difference.
 *
 * @param kinds  what is different, at least one; {@link Kind#NEW} and {@link Kind#CANCELLED} stand alone
 * @param before what it was; {@code null} if it is new
 * @param after  what it is; {@code null} if it is cancelled
 */
public record EventChange(
        Set<Kind> kinds,
        @Nullable CalendarEvent before,
        @Nullable CalendarEvent after) {
    /** What may be different of an event, in the order in which it is told. */
    public enum Kind {
        /** It wasn't held before, or was cancelled. */
        NEW,
        /** It is at another time. */
        MOVED,
        /** It is no longer held. */
        CANCELLED,
        /** It is somewhere else. */
        ROOM,
        /** Other adults are there. */
        PEOPLE,
        /** It has another title, or something else is to be known of it. */
        OTHER
    }

    /** By the time of what people know. */
    static final Comparator<EventChange> BY_TIME = Comparator.comparing(
                    (EventChange one) -> one.known().time())
            .thenComparing(one -> one.known().uid());

    /** Puts the kinds into their order. */
    public EventChange {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /**
     * What is different between two states of a feed, by the time of what people know: the former time of what was held, the time of what is new.
     *
     * @param before the earlier state
     * @param after  the later one
     * @param from   what was over by then both before and after is left out
     */
    public static List<EventChange> between(FeedState before, FeedState after, Instant from) {
        Map<String, CalendarEvent> was = held(before);
        Map<String, CalendarEvent> is = held(after);
        ZoneId zone = Objects.requireNonNullElse(after.zone(), FeedState.NOWHERE);
        var uids = new TreeSet<>(was.keySet());
        uids.addAll(is.keySet());
        var changes = new ArrayList<EventChange>();
        for (String uid : uids) {
            CalendarEvent one = was.get(uid);
            CalendarEvent other = is.get(uid);
            Set<Kind> kinds = kinds(one, other);
            boolean matters = isAhead(one, zone, from) || isAhead(other, zone, from);
            if (!kinds.isEmpty() && matters) {
                changes.add(new EventChange(kinds, one, other));
            }
        }
        changes.sort(BY_TIME);
        return changes;
    }

    /** How many events are different in which way; an event of two kinds counts for both. */
    public static Map<Kind, Integer> counts(List<EventChange> changes) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        changes.forEach(change -> change.kinds().forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, CalendarEvent> held(FeedState state) {
        return state.events().stream()
                .filter(one -> !one.isCancelled())
                .map(FeedEvent::event)
                .collect(Collectors.toMap(CalendarEvent::uid, one -> one));
    }

    private static boolean isAhead(@Nullable CalendarEvent event, ZoneId zone, Instant from) {
        return event != null && end(event.time(), zone).isAfter(from);
    }

    /**
     * When that of what it was and what it is begins which comes first and isn't over by then; the moment itself if both are over.
     *
     * @param zone zone of the plan
     * @param from by when
     */
    public Instant begins(ZoneId zone, Instant from) {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .filter(event -> isAhead(event, zone, from))
                .map(event -> begin(event.time(), zone))
                .min(Comparator.naturalOrder())
                .orElse(from);
    }

    private static Instant begin(EventTime time, ZoneId zone) {
        return time.start() == null
                ? Objects.requireNonNull(time.day()).atStartOfDay(zone).toInstant()
                : time.start();
    }

    /** When an event is over. */
    static Instant end(EventTime time, ZoneId zone) {
        return time.start() == null
                ? Objects.requireNonNull(time.day())
                        .plusDays(time.days())
                        .atStartOfDay(zone)
                        .toInstant()
                : time.start().plusSeconds(60L * time.minutes());
    }

    /** What is different between two events, of which one may not be held; nothing if nobody would act upon it. */
    static Set<Kind> kinds(@Nullable CalendarEvent before, @Nullable CalendarEvent after) {
        if (before == null) {
            return after == null ? Set.of() : Set.of(Kind.NEW);
        }
        if (after == null) {
            return Set.of(Kind.CANCELLED);
        }
        var kinds = EnumSet.noneOf(Kind.class);
        if (!before.time().equals(after.time())) {
            kinds.add(Kind.MOVED);
        }
        if (!before.location().equals(after.location())) {
            kinds.add(Kind.ROOM);
        }
        if (!Set.copyOf(before.people()).equals(Set.copyOf(after.people()))) {
            kinds.add(Kind.PEOPLE);
        }
        if (!before.summary().equals(after.summary()) || !besides(before).equals(besides(after))) {
            kinds.add(Kind.OTHER);
        }
        return kinds;
    }

    /** What is to be known besides who comes. */
    private static List<String> besides(CalendarEvent event) {
        List<String> lines = event.description();
        return event.people().isEmpty() || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    }

    /** What people know it as: what it was, or what it is if it is new. */
    CalendarEvent known() {
        return before == null ? Objects.requireNonNull(after) : before;
    }

    /** What it will be: what it is, or what it was if it is cancelled. */
    CalendarEvent latest() {
        return after == null ? Objects.requireNonNull(before) : after;
    }
}
