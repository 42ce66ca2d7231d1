package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two timetables of one plan. Sessions that nobody can tell apart (same intervention, kind, title, groups
 * and students) are matched first, so that nothing is in it that nobody would notice; so are two people who exchange seats of
 * one role in one session. Groups are compared as sets of members, see {@link SameGroups}.
 *
 * @param groups     groups that have other members, are new or are gone
 * @param sessions   sessions that are held otherwise, in order of time
 * @param personDays staff whose duties on a date differ: in time, place, what is done, for whom, or in which role. A new
 *     partner is none
 */
public record ChangeSet(List<GroupChange> groups, List<SessionChange> sessions, SortedSet<PersonDay> personDays) {
    /** Copies the collections. */
    public ChangeSet {
        groups = List.copyOf(groups);
        sessions = List.copyOf(sessions);
        personDays = Collections.unmodifiableSortedSet(new TreeSet<>(personDays));
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return groups.isEmpty() && sessions.isEmpty() && personDays.isEmpty();
    }

    /** What differs from one timetable to another. */
    public static ChangeSet between(Timetable before, Timetable after) {
        Map<GroupId, Object> names = SameGroups.names(before, after);
        Map<SessionId, Meeting> earlier = byId(before);
        Map<SessionId, Meeting> later = byId(after);
        var ids = new TreeSet<>(earlier.keySet());
        ids.addAll(later.keySet());
        Map<Object, List<Meeting>> gone = new HashMap<>();
        Map<Object, List<Meeting>> come = new LinkedHashMap<>();
        for (SessionId id : ids) {
            Meeting was = earlier.get(id);
            Meeting is = later.get(id);
            if (was == null || is == null || !what(was, Map.of()).equals(what(is, names))) {
                add(gone, was, Map.of());
                add(come, is, names);
            }
        }
        come.forEach((key, meetings) -> meetings.removeIf(is -> removeFirst(
                gone.getOrDefault(key, new ArrayList<>()),
                was -> what(was, Map.of()).equals(what(is, names)))));
        return new ChangeSet(GroupChange.between(before, after), pairs(gone, come), personDays(before, after, names));
    }

    private static void add(Map<Object, List<Meeting>> lists, @Nullable Meeting meeting, Map<GroupId, Object> names) {
        if (meeting != null) {
            lists.computeIfAbsent(kind(meeting, names), fresh -> new ArrayList<>())
                    .add(meeting);
        }
    }

    private static boolean removeFirst(List<Meeting> meetings, java.util.function.Predicate<Meeting> which) {
        for (int i = 0; i < meetings.size(); i++) {
            if (which.test(meetings.get(i))) {
                meetings.remove(i);
                return true;
            }
        }
        return false;
    }

    /** What is left belongs together by id, whatever it is now. */
    private static List<SessionChange> pairs(Map<Object, List<Meeting>> gone, Map<Object, List<Meeting>> come) {
        Map<SessionId, Meeting> was = new LinkedHashMap<>();
        gone.values().forEach(list -> list.forEach(one -> was.put(one.sessionId(), one)));
        var changes = new ArrayList<SessionChange>();
        for (List<Meeting> list : come.values()) {
            list.forEach(is -> changes.add(new SessionChange(was.remove(is.sessionId()), is)));
        }
        was.values().forEach(one -> changes.add(new SessionChange(one, null)));
        changes.sort(
                Comparator.comparing((SessionChange one) -> one.meeting().time().firstDate())
                        .thenComparing(one -> one.meeting().start())
                        .thenComparing(one -> one.meeting().sessionId()));
        return changes;
    }

    private static Map<SessionId, Meeting> byId(Timetable timetable) {
        Map<SessionId, Meeting> all = new HashMap<>();
        timetable.meetings().forEach(one -> all.put(one.sessionId(), one));
        return all;
    }

    /** What sessions share that nobody can tell apart. */
    private static Object kind(Meeting one, Map<GroupId, Object> names) {
        return List.of(
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                SameGroups.named(one.groupIds(), names),
                one.studentIds());
    }

    /** All that people would notice of a meeting, but not its id. */
    private static Object what(Meeting one, Map<GroupId, Object> names) {
        var seats = new ArrayList<List<Object>>();
        one.seats().stream()
                .filter(seat -> seat.staffId() != null)
                .forEach(seat -> seats.add(List.of(seat.role(), Objects.requireNonNull(seat.staffId()))));
        seats.sort(Comparator.comparing(Object::toString));
        return List.of(
                kind(one, names), one.time(), one.roomId() == null ? "" : one.roomId(), one.extraRoomIds(), seats);
    }

    private static SortedSet<PersonDay> personDays(Timetable before, Timetable after, Map<GroupId, Object> names) {
        Map<PersonDay, List<String>> earlier = duties(before, Map.of());
        Map<PersonDay, List<String>> later = duties(after, names);
        var days = new TreeSet<>(earlier.keySet());
        days.addAll(later.keySet());
        days.removeIf(day -> Objects.equals(earlier.get(day), later.get(day)));
        return days;
    }

    private static Map<PersonDay, List<String>> duties(Timetable timetable, Map<GroupId, Object> names) {
        Map<PersonDay, List<String>> duties = new TreeMap<>();
        for (Meeting meeting : timetable.meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                LocalDate date = meeting.time().date(week);
                for (MeetingSeat seat : meeting.seats()) {
                    StaffId who = seat.staffId();
                    if (who != null) {
                        duties.computeIfAbsent(new PersonDay(who, date), fresh -> new ArrayList<>())
                                .add(duty(meeting, seat.role(), names));
                    }
                }
            }
        }
        duties.values().forEach(Collections::sort);
        return duties;
    }

    private static String duty(Meeting one, String role, Map<GroupId, Object> names) {
        return List.of(kind(one, names), one.start(), one.end(), String.valueOf(one.roomId()), one.extraRoomIds(), role)
                .toString();
    }
}
