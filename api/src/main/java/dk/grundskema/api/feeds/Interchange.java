package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.timetable.ExistingLessons;
import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which occurrences of a new timetable take the place of which of the published one, where they can be told apart by their sessions' ids alone:
 * two lessons of a class that have exchanged their times are two lessons that stay. So nobody is told of a move that nobody would notice.
 */
public final class Interchange {
    private Interchange() {}

    /** What must be the same of two occurrences so that one can stand for the other. */
    private record Likeness(
            InterventionId intervention,
            String kind,
            String title,
            String subject,
            String form,
            long minutes,
            Set<GroupId> groups,
            Set<StudentId> students,
            List<String> roles) {
        static Likeness of(Occurrence occurrence) {
            Meeting meeting = occurrence.meeting();
            return new Likeness(
                    meeting.interventionId(),
                    meeting.kind(),
                    meeting.title(),
                    meeting.subject(),
                    meeting.form(),
                    occurrence.interval().minutes(),
                    Set.copyOf(meeting.groupIds()),
                    Set.copyOf(meeting.studentIds()),
                    meeting.seats().stream().map(MeetingSeat::role).sorted().toList());
        }
    }

    /**
     * An occurrence with what it is known by.
     *
     * @param key        its key in its own timetable
     * @param uid        id by which calendars know it; {@code null} as long as it has none
     * @param occurrence what is held
     * @param people     who sits there
     */
    private record Known(String key, @Nullable String uid, Occurrence occurrence, Set<StaffId> people) {
        static Known of(String key, @Nullable EventIds ids, Occurrence occurrence) {
            Set<StaffId> people = occurrence.meeting().seats().stream()
                    .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                    .collect(Collectors.toUnmodifiableSet());
            return new Known(key, ids == null ? null : ids.of(key), occurrence, people);
        }

        Interval time() {
            return occurrence.interval();
        }

        boolean isAt(Known other) {
            return time().equals(other.time());
        }

        boolean isWith(Known other) {
            return people.equals(other.people);
        }

        boolean isItself(Known other) {
            return key.equals(other.key);
        }

        boolean isOnDayOf(Known other) {
            return occurrence.date().equals(other.occurrence.date());
        }

        boolean isHeldLike(Known other) {
            return isAt(other) && isWith(other) && isInSameRoom(other);
        }

        boolean isInSameRoom(Known other) {
            Meeting meeting = occurrence.meeting();
            Meeting its = other.occurrence.meeting();
            return Objects.equals(meeting.roomId(), its.roomId())
                    && meeting.extraRoomIds().equals(its.extraRoomIds());
        }
    }

    /**
     * The ids of a new timetable's occurrences that aren't their own, for {@link EventIds#secret}.
     *
     * @param published what was published last
     * @param ids       its ids
     * @param next      what is published now
     * @param own       ids without exceptions, of the same secret
     * @return ids by key of those occurrences that take another's place
     */
    public static SortedMap<String, String> of(Timetable published, EventIds ids, Timetable next, EventIds own) {
        Map<Likeness, List<Known>> before = alike(published, ids);
        Map<Likeness, List<Known>> after = alike(next, null);
        var matched = new Matched();
        after.forEach((likeness, some) -> match(before.getOrDefault(likeness, List.of()), some, matched));
        Map<String, String> known = new HashMap<>();
        before.values().stream()
                .flatMap(List::stream)
                .forEach(one -> known.put(one.key(), Objects.requireNonNull(one.uid())));
        List<String> keys =
                after.values().stream().flatMap(List::stream).map(Known::key).toList();
        // Who has an id keeps it, before anybody else may take it.
        keys.stream().filter(known::containsKey).forEach(key -> give(key, own, known, matched));
        keys.forEach(key -> give(key, own, known, matched));
        var exceptions = new TreeMap<String, String>();
        matched.given.forEach((key, uid) -> {
            if (!own.of(key).equals(uid)) {
                exceptions.put(key, uid);
            }
        });
        return exceptions;
    }

    private static Map<Likeness, List<Known>> alike(Timetable timetable, @Nullable EventIds ids) {
        Map<Likeness, List<Known>> all = new LinkedHashMap<>();
        var keys = new HashSet<String>();
        for (Occurrence occurrence : Occurrence.of(timetable)) {
            String key = EventIds.key(occurrence);
            // An id twice is in timetables made by hand only; there the first is matched and the others keep what they
            // have.
            if (!ExistingLessons.isUntouched(occurrence.meeting()) && keys.add(key)) {
                all.computeIfAbsent(Likeness.of(occurrence), none -> new ArrayList<>())
                        .add(Known.of(key, ids, occurrence));
            }
        }
        return all;
    }

    /** Who has which id by now. */
    private static final class Matched {
        private final Map<String, String> given = new HashMap<>();
        private final Set<String> taken = new HashSet<>();

        void put(String key, String uid) {
            given.put(key, uid);
            taken.add(uid);
        }
    }

    /** From what nobody would notice to what is least; within each, by time. */
    private static void match(List<Known> before, List<Known> after, Matched matched) {
        Map<String, Known> left = new LinkedHashMap<>();
        before.forEach(was -> left.put(was.key(), was));
        var open = new ArrayList<Known>();
        for (Known now : after) {
            Known was = left.get(now.key());
            if (was != null && was.isHeldLike(now)) {
                matched.put(now.key(), Objects.requireNonNull(was.uid()));
                left.remove(now.key());
            } else {
                open.add(now);
            }
        }
        BiPredicate<Known, Known> itself = Known::isItself;
        BiPredicate<Known, Known> sameTime = Known::isAt;
        for (BiPredicate<Known, Known> alike : List.of(
                Known::isHeldLike, sameTime.and(Known::isWith), itself.and(sameTime), sameTime, itself, (BiPredicate<
                                Known, Known>)
                        Known::isOnDayOf)) {
            pair(left, open, alike, matched);
        }
    }

    private static void pair(
            Map<String, Known> left, List<Known> open, BiPredicate<Known, Known> alike, Matched matched) {
        for (var each = open.iterator(); each.hasNext() && !left.isEmpty(); ) {
            Known now = each.next();
            left.values().stream()
                    .filter(was -> alike.test(was, now))
                    .findFirst()
                    .ifPresent(was -> {
                        matched.put(now.key(), Objects.requireNonNull(was.uid()));
                        left.remove(was.key());
                        each.remove();
                    });
        }
    }

    /** What takes nobody's place keeps the id that it had, or gets its own; if another has taken that, one that no published event has. */
    private static void give(String key, EventIds own, Map<String, String> known, Matched matched) {
        if (matched.given.containsKey(key)) {
            return;
        }
        String uid = known.getOrDefault(key, own.of(key));
        for (int again = 1; matched.taken.contains(uid); again++) {
            uid = own.of(key + "\n" + again);
        }
        matched.put(key, uid);
    }
}
