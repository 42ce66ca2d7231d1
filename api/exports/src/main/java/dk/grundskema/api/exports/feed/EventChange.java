package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.calendar.TimetableCalendars;
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
 * The difference between two versions of one event, for readers of a calendar. Colours and categories do not count, because readers need not react to
 * them.
 *
 * @param kinds  what changed, at least one kind; {@link Kind#NEW} and {@link Kind#CANCELLED} are never combined with others
 * @param before former content; {@code null} if it is new
 * @param after  new content; {@code null} if it is cancelled
 */
public record EventChange(
        Set<Kind> kinds,
        @Nullable CalendarEvent before,
        @Nullable CalendarEvent after) {
    /** Kinds of changes, in the order in which they are reported. */
    public enum Kind {
        /** The event is new, or was cancelled before. */
        NEW,
        /** The time changed. */
        MOVED,
        /** The event was cancelled. */
        CANCELLED,
        /** The place changed. */
        ROOM,
        /** The adults changed. */
        PEOPLE,
        /** The title or other information changed. */
        OTHER
    }

    /** Orders by the time that readers know. */
    static final Comparator<EventChange> BY_TIME = Comparator.comparing(
                    (EventChange one) -> one.knownEvent().time())
            .thenComparing(one -> one.knownEvent().uid());

    /** Sorts the kinds. */
    public EventChange {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /**
     * Returns the differences between two states of a feed, ordered by the time that readers know: the former time, or the new time of new events.
     *
     * @param before the earlier state
     * @param after  the later state
     * @param from   events that ended before this time, both before and after, are left out
     */
    public static List<EventChange> between(FeedState before, FeedState after, Instant from) {
        Map<String, CalendarEvent> was = heldEvents(before);
        Map<String, CalendarEvent> is = heldEvents(after);
        ZoneId zone = Objects.requireNonNullElse(after.zone(), FeedState.EMPTY_ZONE);
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

    /** Returns the number of events for each kind; an event with two kinds counts for both. */
    public static Map<Kind, Integer> counts(List<EventChange> changes) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        changes.forEach(change -> change.kinds().forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, CalendarEvent> heldEvents(FeedState state) {
        return state.events().stream()
                .filter(one -> !one.isCancelled())
                .map(FeedEvent::event)
                .collect(Collectors.toMap(CalendarEvent::uid, one -> one));
    }

    private static boolean isAhead(@Nullable CalendarEvent event, ZoneId zone, Instant from) {
        return event != null && endOf(event.time(), zone).isAfter(from);
    }

    /**
     * Returns the earlier start of the former and new time, ignoring those that have ended; {@code from} if both have ended.
     *
     * @param zone   zone of the plan
     * @param from   reference time
     */
    public Instant earliestBegin(ZoneId zone, Instant from) {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .filter(event -> isAhead(event, zone, from))
                .map(event -> beginOf(event.time(), zone))
                .min(Comparator.naturalOrder())
                .orElse(from);
    }

    private static Instant beginOf(EventTime time, ZoneId zone) {
        return time.start() == null
                ? Objects.requireNonNull(time.day()).atStartOfDay(zone).toInstant()
                : time.start();
    }

    /** Returns when an event ends. */
    static Instant endOf(EventTime time, ZoneId zone) {
        return time.start() == null
                ? Objects.requireNonNull(time.day())
                        .plusDays(time.days())
                        .atStartOfDay(zone)
                        .toInstant()
                : time.start().plusSeconds(60L * time.minutes());
    }

    /** Returns the kinds of changes between two versions of an event, of which one may be missing; empty if there is no relevant change. */
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
        // Form, roles and number of missing adults come and go with the adults; readers are told of those
        boolean areAdultsChanged = kinds.contains(Kind.PEOPLE)
                || TimetableCalendars.isOrdinaryLesson(before) != TimetableCalendars.isOrdinaryLesson(after);
        if (!before.summary().equals(after.summary())
                || (!areAdultsChanged && !linesWithoutPeople(before).equals(linesWithoutPeople(after)))) {
            kinds.add(Kind.OTHER);
        }
        return kinds;
    }

    /** Returns the description without the line about people. */
    private static List<String> linesWithoutPeople(CalendarEvent event) {
        List<String> lines = event.description();
        return event.people().isEmpty() || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    }

    /** Returns the version that readers know: the former one, or the new one if the event is new. */
    CalendarEvent knownEvent() {
        return before == null ? Objects.requireNonNull(after) : before;
    }

    /** Returns the latest version: the new one, or the former one if the event is cancelled. */
    CalendarEvent latestEvent() {
        return after == null ? Objects.requireNonNull(before) : after;
    }
}
