package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.EventIds;
import dk.grundskema.api.timetable.ExistingLessons;
import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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

        /** What must be the same so that nobody notices the exchange. */
        record Holding(Interval time, Set<StaffId> people, Optional<RoomId> room, List<RoomId> extraRooms) {}

        Holding holding() {
            Meeting meeting = occurrence.meeting();
            return new Holding(time(), people, Optional.ofNullable(meeting.roomId()), meeting.extraRoomIds());
        }

        Interval time() {
            return occurrence.interval();
        }
    }

    /**
     * From what nobody would notice to what is least: what must be the same of an occurrence and of the one whose place it takes. Who has other people
     * than before has moved if it is the same session, for these people know it by what they do there.
     */
    private static final List<Function<Known, Object>> CLOSEST_FIRST = List.of(
            now -> List.of(now.key(), now.holding()),
            Known::holding,
            now -> List.of(now.time(), now.people()),
            now -> List.of(now.key(), now.time()),
            now -> List.of(now.key(), now.people()),
            Known::time,
            Known::key,
            now -> now.occurrence().date());

    /**
     * The ids of a new timetable's occurrences that aren't their own, for {@link EventIds#secret}. What was published once has its id for good, also
     * after it is gone: nobody else gets it but who takes its place.
     *
     * @param published what was published last
     * @param ids       its ids
     * @param next      what is published now
     * @param own       ids without exceptions, of the same secret
     * @return ids by key of those occurrences that take another's place, or did and may come back
     */
    public static SortedMap<String, String> of(Timetable published, EventIds ids, Timetable next, EventIds own) {
        Map<Likeness, List<Known>> before = alike(published, ids);
        Map<Likeness, List<Known>> after = alike(next, null);
        var keys = new LinkedHashSet<String>();
        after.values().forEach(some -> some.forEach(one -> keys.add(one.key())));
        Map<String, String> known = new HashMap<>(ids.otherwise());
        before.values().forEach(some -> some.forEach(one -> known.put(one.key(), Objects.requireNonNull(one.uid()))));
        var given = new TreeMap<String, String>();
        after.forEach((likeness, some) -> match(before.getOrDefault(likeness, List.of()), some, keys, given));
        var taken = new HashSet<>(given.values());
        // Who has an id keeps it, before anybody else may take it.
        keys.stream()
                .filter(key -> !given.containsKey(key) && known.containsKey(key))
                .filter(key -> taken.add(known.get(key)))
                .forEach(key -> given.put(key, known.get(key)));
        ids.otherwise().forEach((key, uid) -> {
            if (!keys.contains(key) && taken.add(uid)) {
                given.put(key, uid);
            }
        });
        keys.stream().filter(key -> !given.containsKey(key)).forEach(key -> given.put(key, free(key, own, taken)));
        given.entrySet().removeIf(one -> own.of(one.getKey()).equals(one.getValue()));
        return given;
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

    /** Within each closeness, by time. */
    private static void match(List<Known> before, List<Known> after, Set<String> keys, Map<String, String> given) {
        var pairs = new Pairs<>(before, after);
        CLOSEST_FIRST.forEach(pairs::pair);
        // Both are still held, but each has given its place to another: what one has left is the other's.
        Set<String> earlier = before.stream().map(Known::key).collect(Collectors.toSet());
        pairs.pair(one -> keys.contains(one.key()) && earlier.contains(one.key()) ? "displaced" : null);
        pairs.found()
                .forEach(pair -> given.put(
                        pair.now().key(), Objects.requireNonNull(pair.was().uid())));
    }

    /** An id that no event has ever had; its own, if that is one. */
    private static String free(String key, EventIds own, Set<String> taken) {
        String uid = own.of(key);
        for (int again = 1; !taken.add(uid); again++) {
            uid = own.of(key + "\n" + again);
        }
        return uid;
    }
}
