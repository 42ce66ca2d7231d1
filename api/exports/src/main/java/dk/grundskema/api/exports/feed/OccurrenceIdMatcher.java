package dk.grundskema.api.exports.feed;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
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
 * Matches the occurrences of a new timetable with the published ones that differ only in their session ids, so that calendars report no move that
 * nobody would notice: if two lessons of a class swap their times, both stay. An occurrence that is matched with another one gets that one's event
 * id. Matching goes through a list of criteria, from identical for participants to least similar; see {@link PairMatcher}.
 */
public final class OccurrenceIdMatcher {
    private OccurrenceIdMatcher() {}

    /** Properties that must be equal so that one occurrence can replace another. */
    private record OccurrenceSimilarity(
            InterventionId intervention,
            String kind,
            String title,
            String subject,
            String form,
            long minutes,
            Set<GroupId> groups,
            Set<StudentId> students,
            List<String> roles) {
        static OccurrenceSimilarity of(Occurrence occurrence) {
            Meeting meeting = occurrence.meeting();
            return new OccurrenceSimilarity(
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
     * An occurrence with its key and id.
     *
     * @param key        its key in its own timetable
     * @param uid        its id in calendars; {@code null} if it has none yet
     * @param occurrence the occurrence
     * @param people     staff members who take part
     */
    private record KnownOccurrence(String key, @Nullable String uid, Occurrence occurrence, Set<StaffId> people) {
        static KnownOccurrence of(String key, @Nullable EventIdGenerator ids, Occurrence occurrence) {
            Set<StaffId> people = occurrence.meeting().seats().stream()
                    .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                    .collect(Collectors.toUnmodifiableSet());
            return new KnownOccurrence(key, ids == null ? null : ids.of(key), occurrence, people);
        }

        /** Properties that must be equal so that nobody notices the swap. */
        record HoldingKey(Interval time, Set<StaffId> people, Optional<RoomId> room, List<RoomId> extraRooms) {}

        HoldingKey holding() {
            Meeting meeting = occurrence.meeting();
            return new HoldingKey(time(), people, Optional.ofNullable(meeting.roomId()), meeting.extraRoomIds());
        }

        Interval time() {
            return occurrence.interval();
        }
    }

    /**
     * Matching criteria, from a swap that nobody notices to the least similar. An occurrence whose staff changed has moved if it is the same session,
     * because the staff identify it by their task.
     */
    private static final List<Function<KnownOccurrence, Object>> CLOSEST_FIRST = List.of(
            now -> List.of(now.key(), now.holding()),
            KnownOccurrence::holding,
            now -> List.of(now.time(), now.people()),
            now -> List.of(now.key(), now.time()),
            now -> List.of(now.key(), now.people()),
            KnownOccurrence::time,
            KnownOccurrence::key,
            now -> now.occurrence().date());

    /**
     * Returns the reassigned ids of a new timetable's occurrences, for {@link EventIdGenerator#withSecret}. A published id is permanent, even after
     * its event is removed: only a matched successor gets it.
     *
     * @param published the last published timetable
     * @param ids       its ids
     * @param next      the new timetable
     * @param own       ids without reassignments, from the same secret
     * @return ids by key of those occurrences that replace another one, or did and may return
     */
    public static SortedMap<String, String> matchIds(
            Timetable published, EventIdGenerator ids, Timetable next, EventIdGenerator own) {
        Map<OccurrenceSimilarity, List<KnownOccurrence>> before = groupBySimilarity(published, ids);
        Map<OccurrenceSimilarity, List<KnownOccurrence>> after = groupBySimilarity(next, null);
        var keys = new LinkedHashSet<String>();
        after.values().forEach(some -> some.forEach(one -> keys.add(one.key())));
        Map<String, String> known = new HashMap<>(ids.reassignedIds());
        before.values().forEach(some -> some.forEach(one -> known.put(one.key(), Objects.requireNonNull(one.uid()))));
        var given = new TreeMap<String, String>();
        after.forEach((likeness, some) -> matchClosest(before.getOrDefault(likeness, List.of()), some, keys, given));
        var taken = new HashSet<>(given.values());
        // An occurrence keeps its id before another one may take it.
        keys.stream()
                .filter(key -> !given.containsKey(key) && known.containsKey(key))
                .filter(key -> taken.add(known.get(key)))
                .forEach(key -> given.put(key, known.get(key)));
        ids.reassignedIds().forEach((key, uid) -> {
            if (!keys.contains(key) && taken.add(uid)) {
                given.put(key, uid);
            }
        });
        keys.stream().filter(key -> !given.containsKey(key)).forEach(key -> given.put(key, unusedId(key, own, taken)));
        given.entrySet().removeIf(one -> own.of(one.getKey()).equals(one.getValue()));
        return given;
    }

    private static Map<OccurrenceSimilarity, List<KnownOccurrence>> groupBySimilarity(
            Timetable timetable, @Nullable EventIdGenerator ids) {
        Map<OccurrenceSimilarity, List<KnownOccurrence>> all = new LinkedHashMap<>();
        var keys = new HashSet<String>();
        for (Occurrence occurrence : Occurrence.of(timetable)) {
            String key = EventIdGenerator.occurrenceKey(occurrence);
            // Duplicate ids occur only in timetables made by hand; there the first is matched and the others keep
            // theirs.
            if (!ExistingLessons.isUntouched(occurrence.meeting()) && keys.add(key)) {
                all.computeIfAbsent(OccurrenceSimilarity.of(occurrence), none -> new ArrayList<>())
                        .add(KnownOccurrence.of(key, ids, occurrence));
            }
        }
        return all;
    }

    /** Matches by each criterion, and within it by time. */
    private static void matchClosest(
            List<KnownOccurrence> before, List<KnownOccurrence> after, Set<String> keys, Map<String, String> given) {
        var pairs = new PairMatcher<>(before, after);
        CLOSEST_FIRST.forEach(pairs::matchBy);
        // Both are still held, but each has given its id to another one: the remaining id belongs to the remaining
        // occurrence.
        Set<String> earlier = before.stream().map(KnownOccurrence::key).collect(Collectors.toSet());
        pairs.matchBy(one -> keys.contains(one.key()) && earlier.contains(one.key()) ? "displaced" : null);
        pairs.matchedPairs()
                .forEach(pair -> given.put(
                        pair.now().key(), Objects.requireNonNull(pair.was().uid())));
    }

    /** Returns an id that no event has ever had; its own, if it is unused. */
    private static String unusedId(String key, EventIdGenerator own, Set<String> taken) {
        String uid = own.of(key);
        for (int again = 1; !taken.add(uid); again++) {
            uid = own.of(key + "\n" + again);
        }
        return uid;
    }
}
