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
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two timetables of one plan. Sessions that readers cannot tell apart (same intervention, kind, title, groups and students)
 * are matched first, so that an exchange between them is not reported; the same holds for two people who exchange seats of one role in one session.
 * Groups are compared as sets of members, see {@link GroupMatcher}. What remains is paired by session id. A series that is split by date in one of the
 * timetables is compared date by date; dates that change alike are one change.
 *
 * @param groups     groups that have other members, are new or are gone
 * @param sessions   changed sessions, in order of time
 * @param personDays staff members and dates on which their duties differ: in time, place, activity, students or role. A different colleague in the
 *     same session is not a difference
 */
public record ChangeSet(List<GroupChange> groups, List<SessionChange> sessions, SortedSet<PersonDay> personDays) {
    private static final SortedSet<IsoWeek> ANY_WEEK =
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of(new IsoWeek(2026, 1))));

    /** Copies the collections. */
    public ChangeSet {
        groups = List.copyOf(groups);
        sessions = List.copyOf(sessions);
        personDays = Collections.unmodifiableSortedSet(new TreeSet<>(personDays));
    }

    /** Returns whether the timetables do not differ. */
    public boolean isEmpty() {
        return groups.isEmpty() && sessions.isEmpty() && personDays.isEmpty();
    }

    /** Returns the differences between an earlier and a later timetable. */
    public static ChangeSet between(Timetable before, Timetable after) {
        Map<GroupId, Object> names = GroupMatcher.matchGroups(before, after);
        Set<SessionId> split = Stream.of(before, after)
                .flatMap(one -> one.meetings().stream())
                .filter(one -> !one.origin().equals(one.sessionId()))
                .map(Meeting::origin)
                .collect(Collectors.toSet());
        Map<SessionId, Meeting> earlier = byId(before, split);
        Map<SessionId, Meeting> later = byId(after, split);
        var ids = new TreeSet<>(earlier.keySet());
        ids.addAll(later.keySet());
        Map<Object, List<Meeting>> gone = new HashMap<>();
        Map<Object, List<Meeting>> come = new LinkedHashMap<>();
        for (SessionId id : ids) {
            Meeting was = earlier.get(id);
            Meeting is = later.get(id);
            if (was == null || is == null || !visibleContent(was, Map.of()).equals(visibleContent(is, names))) {
                add(gone, was, Map.of());
                add(come, is, names);
            }
        }
        come.forEach((key, meetings) -> meetings.removeIf(is -> removeFirst(
                gone.getOrDefault(key, new ArrayList<>()),
                was -> visibleContent(was, Map.of()).equals(visibleContent(is, names)))));
        return new ChangeSet(
                GroupChange.between(before, after), joinDates(pairById(gone, come)), personDays(before, after, names));
    }

    private static void add(Map<Object, List<Meeting>> lists, @Nullable Meeting meeting, Map<GroupId, Object> names) {
        if (meeting != null) {
            lists.computeIfAbsent(visibleIdentity(meeting, names), fresh -> new ArrayList<>())
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

    /** Pairs the remaining meetings by session id, even if their visible identity has changed. */
    private static List<SessionChange> pairById(Map<Object, List<Meeting>> gone, Map<Object, List<Meeting>> come) {
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

    /** Joins the changes of dates of a split series that differ by the week alone. The joined meetings have the id of the first date. */
    private static List<SessionChange> joinDates(List<SessionChange> changes) {
        var alike = new LinkedHashMap<Object, List<SessionChange>>();
        changes.forEach(one -> alike.computeIfAbsent(contentWithoutWeeks(one), fresh -> new ArrayList<>())
                .add(one));
        return alike.values().stream()
                .map(some -> some.size() == 1
                        ? some.getFirst()
                        : new SessionChange(join(some, SessionChange::before), join(some, SessionChange::after)))
                .toList();
    }

    private static Object contentWithoutWeeks(SessionChange change) {
        Meeting was = change.before();
        Meeting is = change.after();
        boolean isInOneWeek = was == null || is == null || was.weeks().equals(is.weeks());
        return change.meeting().originId() == null || !isInOneWeek
                ? change.meeting().sessionId()
                : Stream.of(was, is)
                        .map(one -> Optional.ofNullable(one)
                                .map(date -> date.withId(date.origin(), null).withWeeks(ANY_WEEK, new TreeSet<>())))
                        .toList();
    }

    private static @Nullable Meeting join(List<SessionChange> some, Function<SessionChange, @Nullable Meeting> side) {
        Meeting first = side.apply(some.getFirst());
        return first == null
                ? null
                : first.withWeeks(
                        some.stream()
                                .flatMap(one -> Stream.ofNullable(side.apply(one)))
                                .flatMap(one -> one.weeks().stream())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        new TreeSet<>());
    }

    private static Map<SessionId, Meeting> byId(Timetable timetable, Set<SessionId> split) {
        Map<SessionId, Meeting> all = new HashMap<>();
        for (Meeting meeting : timetable.meetings()) {
            (split.contains(meeting.origin()) ? byDate(meeting) : Stream.of(meeting))
                    .forEach(one -> all.put(one.sessionId(), one));
        }
        return all;
    }

    /** Returns one meeting for each date, with the same id however the series is split. */
    private static Stream<Meeting> byDate(Meeting meeting) {
        return meeting.weeks().stream()
                .flatMap(week -> meeting.inWeeks(week::equals).stream())
                .map(one -> one.withId(
                        new SessionId(one.origin() + "@"
                                + one.demandedWeek(one.weeks().first())),
                        one.origin()));
    }

    /** Returns the key that sessions share if readers cannot tell them apart. */
    private static Object visibleIdentity(Meeting one, Map<GroupId, Object> names) {
        return List.of(
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                GroupMatcher.applyMatches(one.groupIds(), names),
                one.studentIds());
    }

    /** Returns everything that readers see of a meeting, without its id. */
    private static Object visibleContent(Meeting one, Map<GroupId, Object> names) {
        var seats = new ArrayList<List<Object>>();
        one.seats().stream()
                .filter(seat -> seat.staffId() != null)
                .forEach(seat -> seats.add(List.of(seat.role(), Objects.requireNonNull(seat.staffId()))));
        seats.sort(Comparator.comparing(Object::toString));
        return List.of(
                visibleIdentity(one, names),
                one.time(),
                one.roomId() == null ? "" : one.roomId(),
                one.extraRoomIds(),
                seats);
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
        return List.of(
                        visibleIdentity(one, names),
                        one.start(),
                        one.end(),
                        String.valueOf(one.roomId()),
                        one.extraRoomIds(),
                        role)
                .toString();
    }
}
