package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two timetables, date by date. A series that is split or joined by date, but held as before, does not differ.
 *
 * @param dates    dates of meetings that differ, in order of time
 * @param days     staff members and dates on which a duty is new, gone, or at another time
 * @param rooms    staff members and dates, not among {@code days}, on which a duty is in another room
 * @param partners staff members and dates, among neither of them, on which a duty is with other staff
 */
public record PlanDifference(
        List<ChangedDate> dates, SortedSet<PersonDay> days, SortedSet<PersonDay> rooms, SortedSet<PersonDay> partners) {
    /**
     * A meeting of one date that differs.
     *
     * @param sessionId the session; for a part of it the whole
     * @param week      week for which it is demanded
     * @param before    the meeting as it was; {@code null} if it is new
     * @param after     the meeting as it is; {@code null} if it is cancelled
     */
    public record ChangedDate(
            SessionId sessionId,
            IsoWeek week,
            @Nullable DatedMeeting before,
            @Nullable DatedMeeting after) {
        /** Returns the later meeting, or the earlier one if it is cancelled. */
        public DatedMeeting dated() {
            return after == null ? Objects.requireNonNull(before) : after;
        }
    }

    /**
     * A meeting on one of its dates.
     *
     * @param date date on which it starts
     */
    public record DatedMeeting(Meeting meeting, LocalDate date) {
        /** Returns who is there, in the order of the seats. */
        public List<StaffId> holders() {
            return meeting.seats().stream()
                    .map(MeetingSeat::staffId)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }

        /** Returns whether both are at the same time. */
        public boolean isAt(DatedMeeting other) {
            return date.equals(other.date)
                    && meeting.start().equals(other.meeting.start())
                    && meeting.end().equals(other.meeting.end());
        }

        /** Returns whether both are in the same rooms. */
        public boolean isIn(DatedMeeting other) {
            return Objects.equals(meeting.roomId(), other.meeting.roomId())
                    && meeting.extraRoomIds().equals(other.meeting.extraRoomIds());
        }

        private boolean isSameAs(DatedMeeting other) {
            return isAt(other)
                    && isIn(other)
                    && meeting.title().equals(other.meeting.title())
                    && meeting.subject().equals(other.meeting.subject())
                    && meeting.form().equals(other.meeting.form())
                    && meeting.groupIds().equals(other.meeting.groupIds())
                    && meeting.studentIds().equals(other.meeting.studentIds())
                    && seats(meeting).equals(seats(other.meeting));
        }

        private static List<List<Object>> seats(Meeting meeting) {
            return meeting.seats().stream()
                    .filter(seat -> seat.staffId() != null)
                    .map(seat -> List.<Object>of(seat.role(), Objects.requireNonNull(seat.staffId())))
                    .toList();
        }
    }

    private record Key(SessionId session, IsoWeek week) {}

    /** Copies the collections. */
    public PlanDifference {
        dates = List.copyOf(dates);
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        rooms = Collections.unmodifiableSortedSet(new TreeSet<>(rooms));
        partners = Collections.unmodifiableSortedSet(new TreeSet<>(partners));
    }

    /** Returns the differences between an earlier and a later timetable. */
    public static PlanDifference between(Timetable before, Timetable after) {
        Map<Key, DatedMeeting> earlier = byKey(before);
        Map<Key, DatedMeeting> later = byKey(after);
        var keys = new ArrayList<>(earlier.keySet());
        later.keySet().stream().filter(key -> !earlier.containsKey(key)).forEach(keys::add);
        Map<Key, Key> renamed = renamed(earlier, later);
        keys.removeAll(renamed.values());
        var dates = new ArrayList<ChangedDate>();
        for (Key key : keys) {
            DatedMeeting was = earlier.get(key);
            DatedMeeting is = later.get(renamed.getOrDefault(key, key));
            if (was == null || is == null || !was.isSameAs(is)) {
                dates.add(new ChangedDate(key.session(), key.week(), was, is));
            }
        }
        dates.sort(Comparator.comparing((ChangedDate one) -> one.dated().date())
                .thenComparing(one -> one.dated().meeting().start())
                .thenComparing(ChangedDate::sessionId));
        Set<PersonDay> involved = new HashSet<>();
        dates.forEach(one -> {
            addDays(one.before(), involved);
            addDays(one.after(), involved);
        });
        SortedSet<PersonDay> days = differing(involved, before, after, PlanDifference::duty, false);
        involved.removeAll(days);
        SortedSet<PersonDay> rooms = differing(involved, before, after, PlanDifference::dutyInRoom, true);
        involved.removeAll(rooms);
        SortedSet<PersonDay> partners = differing(involved, before, after, PlanDifference::colleagues, true);
        return new PlanDifference(dates, days, rooms, partners);
    }

    /**
     * Returns the keys of earlier meetings and those of the later ones that are the same under another id: of the same intervention, at the same time,
     * with the same groups and students.
     */
    private static Map<Key, Key> renamed(Map<Key, DatedMeeting> earlier, Map<Key, DatedMeeting> later) {
        Map<List<Object>, Deque<Key>> added = new HashMap<>();
        later.forEach((key, one) -> {
            if (!earlier.containsKey(key)) {
                added.computeIfAbsent(identity(one), any -> new ArrayDeque<>()).add(key);
            }
        });
        Map<Key, Key> renamed = new LinkedHashMap<>();
        earlier.forEach((key, one) -> {
            Deque<Key> same = later.containsKey(key) ? new ArrayDeque<>() : others(added, one);
            same.stream()
                    .filter(other -> one.isSameAs(Objects.requireNonNull(later.get(other))))
                    .findFirst()
                    .ifPresent(other -> {
                        same.remove(other);
                        renamed.put(key, other);
                    });
        });
        earlier.forEach((key, one) -> {
            if (!later.containsKey(key) && !renamed.containsKey(key)) {
                Key other = others(added, one).pollFirst();
                if (other != null) {
                    renamed.put(key, other);
                }
            }
        });
        return renamed;
    }

    private static Deque<Key> others(Map<List<Object>, Deque<Key>> added, DatedMeeting one) {
        return added.getOrDefault(identity(one), new ArrayDeque<>());
    }

    private static List<Object> identity(DatedMeeting one) {
        Meeting meeting = one.meeting();
        return List.of(
                meeting.interventionId(),
                meeting.kind(),
                one.date(),
                meeting.start(),
                meeting.end(),
                meeting.title(),
                meeting.groupIds(),
                meeting.studentIds());
    }

    private static void addDays(@Nullable DatedMeeting one, Set<PersonDay> days) {
        if (one != null) {
            one.holders().forEach(who -> days.add(new PersonDay(who, one.date())));
        }
    }

    private static Map<Key, DatedMeeting> byKey(Timetable timetable) {
        Map<Key, DatedMeeting> all = new LinkedHashMap<>();
        for (Meeting meeting : timetable.meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                all.put(
                        new Key(meeting.origin(), meeting.demandedWeek(week)),
                        new DatedMeeting(meeting, meeting.time().date(week)));
            }
        }
        return all;
    }

    /**
     * What is compared of a seat.
     *
     * @param duty   which duty of the day it is; empty means that it is not compared
     * @param detail what may differ
     */
    private record ComparedSeat(String duty, String detail) {}

    /** @param isHeldInBoth whether only duties are compared that are in both timetables */
    private static SortedSet<PersonDay> differing(
            Set<PersonDay> which,
            Timetable before,
            Timetable after,
            BiFunction<Meeting, MeetingSeat, ComparedSeat> description,
            boolean isHeldInBoth) {
        Map<PersonDay, Map<String, List<String>>> earlier = describe(before, which, description);
        Map<PersonDay, Map<String, List<String>>> later = describe(after, which, description);
        var days = new TreeSet<PersonDay>();
        for (PersonDay day : which) {
            Map<String, List<String>> was = earlier.getOrDefault(day, Map.of());
            Map<String, List<String>> is = later.getOrDefault(day, Map.of());
            Set<String> duties = new HashSet<>(was.keySet());
            if (isHeldInBoth) {
                duties.retainAll(is.keySet());
            } else {
                duties.addAll(is.keySet());
            }
            if (duties.stream()
                    .anyMatch(duty -> !was.getOrDefault(duty, List.of()).equals(is.getOrDefault(duty, List.of())))) {
                days.add(day);
            }
        }
        return days;
    }

    private static Map<PersonDay, Map<String, List<String>>> describe(
            Timetable timetable, Set<PersonDay> which, BiFunction<Meeting, MeetingSeat, ComparedSeat> description) {
        Map<PersonDay, Map<String, List<String>>> all = new TreeMap<>();
        for (Meeting meeting : timetable.meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                for (MeetingSeat seat : meeting.seats()) {
                    if (seat.staffId() == null) {
                        continue;
                    }
                    var day = new PersonDay(seat.staffId(), meeting.time().date(week));
                    if (!which.contains(day)) {
                        continue;
                    }
                    ComparedSeat compared = description.apply(meeting, seat);
                    if (!compared.duty().isEmpty()) {
                        all.computeIfAbsent(day, any -> new TreeMap<>())
                                .computeIfAbsent(compared.duty(), any -> new ArrayList<>())
                                .add(compared.detail());
                    }
                }
            }
        }
        all.values().forEach(duties -> duties.values().forEach(Collections::sort));
        return all;
    }

    /** Returns a duty; empty for the teacher of a lesson of the existing timetable, who has it in any case. */
    private static ComparedSeat duty(Meeting one, MeetingSeat seat) {
        String duty = isTeacher(one, seat)
                ? ""
                : List.of(
                                one.start(),
                                one.end(),
                                one.kind(),
                                one.title(),
                                one.subject(),
                                one.groupIds(),
                                one.studentIds(),
                                seat.role())
                        .toString();
        return new ComparedSeat(duty, "");
    }

    /** Returns whether a seat is that of the teacher of a lesson of the existing timetable. */
    public static boolean isTeacher(Meeting one, MeetingSeat seat) {
        return one.kind().equals("lesson") && seat.role().equals("teacher") && seat.locked();
    }

    private static ComparedSeat dutyInRoom(Meeting one, MeetingSeat seat) {
        return new ComparedSeat(startAndTitle(one), one.roomId() + " " + one.extraRoomIds());
    }

    private static ComparedSeat colleagues(Meeting one, MeetingSeat seat) {
        List<StaffId> others = one.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(who -> !who.equals(seat.staffId()))
                .sorted()
                .toList();
        return new ComparedSeat(startAndTitle(one), others.toString());
    }

    private static String startAndTitle(Meeting one) {
        return one.start() + " " + one.title();
    }

    /** Returns how many dates differ in what began before a moment. */
    public long countBefore(LocalDateTime moment, ZoneId zone) {
        long minute = Interval.toEpochMinute(moment, zone);
        return dates.stream()
                .filter(one -> hasBegun(one.before(), minute, zone) || hasBegun(one.after(), minute, zone))
                .count();
    }

    private static boolean hasBegun(@Nullable DatedMeeting one, long minute, ZoneId zone) {
        return one != null
                && Interval.toEpochMinute(one.date().atTime(one.meeting().start()), zone) < minute;
    }

    /** Returns how many dates of meetings are in another room and otherwise at the same time. */
    public long countRooms() {
        return dates.stream()
                .filter(one -> one.before() != null
                        && one.after() != null
                        && !one.before().isIn(one.after()))
                .count();
    }
}
