package dk.grundskema.api.exports.feed;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.CalendarOccurrences;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalTime;
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
        private static final InterventionId ANY_INTERVENTION = new InterventionId("any");

        /** A lesson of the school stays the same, whatever the plan adds to it. */
        static OccurrenceSimilarity of(Occurrence occurrence) {
            Meeting meeting = occurrence.meeting();
            boolean isLesson = ExistingLessons.isExistingLesson(meeting);
            return new OccurrenceSimilarity(
                    isLesson ? ANY_INTERVENTION : meeting.interventionId(),
                    meeting.kind(),
                    meeting.title(),
                    meeting.subject(),
                    isLesson ? "" : meeting.form(),
                    occurrence.interval().minutes(),
                    Set.copyOf(meeting.groupIds()),
                    Set.copyOf(meeting.studentIds()),
                    isLesson
                            ? List.of()
                            : meeting.seats().stream()
                                    .map(MeetingSeat::role)
                                    .sorted()
                                    .toList());
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
     * Returns the ids of a new timetable's occurrences to be recorded, for {@link EventIdGenerator#withSecret}. A published id is permanent, even after
     * its event is removed: only a matched successor gets it. A lesson of the school that was in calendars stays there while it is held, also if the
     * plan adds nobody to it any more.
     *
     * @param published the occurrences in the calendars of the last publication
     * @param ids       their ids
     * @param problem   the problem of the new timetable
     * @param next      the new timetable
     * @param own       ids without recorded ones, from the same secret
     * @return ids by key of those occurrences that replace another one, or did and may return, and of the lessons that stay
     */
    public static SortedMap<String, String> matchIds(
            List<Occurrence> published, EventIdGenerator ids, Problem problem, Timetable next, EventIdGenerator own) {
        Map<OccurrenceSimilarity, List<KnownOccurrence>> before = groupBySimilarity(published, ids);
        Map<String, String> known = new HashMap<>(ids.recordedIds());
        before.values().forEach(some -> some.forEach(one -> known.put(one.key(), Objects.requireNonNull(one.uid()))));
        List<Occurrence> planned = Occurrence.of(CalendarOccurrences.plannedMeetings(next), next.zone());
        List<Occurrence> ordinary = findLessonsThatMayStay(published, known.keySet(), planned, problem, next);
        Set<String> unplanned =
                ordinary.stream().map(EventIdGenerator::occurrenceKey).collect(Collectors.toSet());
        Map<OccurrenceSimilarity, List<KnownOccurrence>> after = groupBySimilarity(
                Stream.concat(planned.stream(), ordinary.stream()).toList(), null);
        var keys = new LinkedHashSet<String>();
        after.values().forEach(some -> some.forEach(one -> keys.add(one.key())));
        var given = new TreeMap<String, String>();
        after.forEach((likeness, some) -> matchClosest(before.getOrDefault(likeness, List.of()), some, keys, given));
        var taken = new HashSet<>(given.values());
        // An occurrence keeps its id before another one may take it.
        keys.stream()
                .filter(key -> !given.containsKey(key) && known.containsKey(key))
                .filter(key -> taken.add(known.get(key)))
                .forEach(key -> given.put(key, known.get(key)));
        ids.recordedIds().forEach((key, uid) -> {
            if (!keys.contains(key) && taken.add(uid)) {
                given.put(key, uid);
            }
        });
        keys.stream()
                .filter(key -> !given.containsKey(key) && !unplanned.contains(key))
                .forEach(key -> given.put(key, unusedId(key, own, taken)));
        given.entrySet()
                .removeIf(one -> !unplanned.contains(one.getKey())
                        && own.of(one.getKey()).equals(one.getValue()));
        return given;
    }

    /** A lesson of the school at a time; the same whatever the plan adds to it. */
    private record LessonSlot(OccurrenceSimilarity lesson, Interval time) {
        static Set<LessonSlot> of(List<Occurrence> occurrences) {
            return occurrences.stream()
                    .filter(one -> ExistingLessons.isExistingLesson(one.meeting()))
                    .map(LessonSlot::of)
                    .collect(Collectors.toSet());
        }

        static LessonSlot of(Occurrence occurrence) {
            return new LessonSlot(OccurrenceSimilarity.of(occurrence), occurrence.interval());
        }
    }

    /** Weekly time and groups of a lesson. */
    private record LessonTime(DayOfWeek weekday, LocalTime start, Set<GroupId> groups) {
        static LessonTime of(Meeting meeting) {
            return new LessonTime(meeting.weekday(), meeting.start(), Set.copyOf(meeting.groupIds()));
        }
    }

    /**
     * Returns the lessons to which the plan adds nobody but which may have been in calendars: their sessions were, or the same lesson at the same time,
     * unless the plan adds somebody to it in another session.
     */
    private static List<Occurrence> findLessonsThatMayStay(
            List<Occurrence> published, Set<String> known, List<Occurrence> planned, Problem problem, Timetable next) {
        Set<LessonSlot> slots = LessonSlot.of(published);
        if (slots.isEmpty()) {
            return List.of();
        }
        Set<LessonSlot> withSupport = LessonSlot.of(planned);
        var sessions = new HashSet<SessionId>();
        var times = new HashSet<LessonTime>();
        published.stream()
                .filter(one -> ExistingLessons.isExistingLesson(one.meeting()))
                .forEach(one -> {
                    sessions.add(one.originalSessionId());
                    times.add(LessonTime.of(one.meeting()));
                });
        List<Meeting> lessons = CalendarOccurrences.ordinaryLessons(
                problem, next, lesson -> sessions.contains(lesson.origin()) || times.contains(LessonTime.of(lesson)));
        Set<String> plannedKeys =
                planned.stream().map(EventIdGenerator::occurrenceKey).collect(Collectors.toSet());
        return Occurrence.of(lessons, next.zone()).stream()
                .filter(one -> !plannedKeys.contains(EventIdGenerator.occurrenceKey(one)))
                .filter(one -> !withSupport.contains(LessonSlot.of(one)))
                .filter(one ->
                        known.contains(EventIdGenerator.occurrenceKey(one)) || slots.contains(LessonSlot.of(one)))
                .toList();
    }

    private static Map<OccurrenceSimilarity, List<KnownOccurrence>> groupBySimilarity(
            List<Occurrence> occurrences, @Nullable EventIdGenerator ids) {
        Map<OccurrenceSimilarity, List<KnownOccurrence>> all = new LinkedHashMap<>();
        var keys = new HashSet<String>();
        for (Occurrence occurrence : occurrences) {
            String key = EventIdGenerator.occurrenceKey(occurrence);
            // Duplicate ids occur only in timetables made by hand; there the first is matched and the others keep
            // theirs.
            if (keys.add(key)) {
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
