package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much support of one kind the same participants must get, to be compared with what was held and what is to come.
 *
 * @param kind          kind of the meetings
 * @param groups        groups that take part, exactly
 * @param students      single students who take part beside the groups, exactly
 * @param role          role of the seat whose holder gives the support, such as the co-teacher of a lesson; empty means that anybody on duty does
 * @param lessonMinutes minutes by the wall clock that count as one; 0 means that each meeting counts as one
 * @param weeks         weeks in which it must be given
 * @param amount        number of meetings or lessons, 0 or more: in all of these weeks together, or in a full week; 0 means that none is required
 * @param isWeekly      whether {@code amount} is meant for a full week
 */
public record RequiredSupport(
        String kind,
        Set<GroupId> groups,
        Set<StudentId> students,
        String role,
        int lessonMinutes,
        SortedSet<IsoWeek> weeks,
        double amount,
        boolean isWeekly) {
    /** @throws IllegalArgumentException if a number is negative */
    public RequiredSupport {
        groups = Set.copyOf(groups);
        students = Set.copyOf(students);
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        if (lessonMinutes < 0 || amount < 0) {
            throw new IllegalArgumentException(
                    "Support of the kind (%s) is required (%s) times, in lessons of (%d) minutes; 0 or more were expected.\nMaybe leave it out?"
                            .formatted(kind, amount, lessonMinutes));
        }
    }

    /**
     * Returns how often the same participants must meet by a demand. Sessions without participants or without seats are no support, nor are those of
     * groups that nobody has joined. A series has the weeks of the time at which it is held, else those of its weekday; a single meeting may be in any week of its times.
     *
     * @param timetable the finished timetable, which shows who is in the groups and on which weekday a series is held
     */
    public static List<RequiredSupport> of(Demand demand, Timetable timetable) {
        Set<SessionId> staffed = new HashSet<>();
        demand.seats().forEach(seat -> staffed.addAll(seat.sessions()));
        Set<GroupId> unformed = new HashSet<>();
        demand.groupings().stream()
                .filter(Grouping::mayStayEmpty)
                .forEach(grouping -> grouping.groups().forEach(group -> unformed.add(group.id())));
        timetable.groups().stream()
                .filter(group -> !group.members().isEmpty())
                .forEach(group -> unformed.remove(group.id()));
        Map<SessionId, Meeting> held = new HashMap<>();
        timetable.meetings().forEach(meeting -> held.putIfAbsent(meeting.origin(), meeting));
        Map<List<Object>, RequiredSupport> all = new LinkedHashMap<>();
        for (Session session : demand.sessions()) {
            boolean hasParticipants =
                    !session.groups().isEmpty() || !session.students().isEmpty();
            boolean isUnformed = session.students().isEmpty() && unformed.containsAll(session.groups());
            if (!session.isGuest() && hasParticipants && !isUnformed && staffed.contains(session.id())) {
                RequiredSupport each = of(session, held.get(session.id()));
                all.merge(List.of(each.kind(), each.groups(), each.students()), each, RequiredSupport::plus);
            }
        }
        return new ArrayList<>(all.values());
    }

    private static RequiredSupport of(Session session, @Nullable Meeting held) {
        MeetingTime time = session.times().stream()
                .max(Comparator.comparing((MeetingTime choice) -> held != null && isAtTimeOf(held, choice))
                        .thenComparing(choice -> held != null && choice.weekday() == held.weekday())
                        .thenComparingInt(choice -> choice.weeks().size()))
                .orElseThrow();
        int dates = time.weeks().size();
        SortedSet<IsoWeek> weeks = new TreeSet<>(time.weeks());
        if (dates == 1) {
            session.times().forEach(choice -> weeks.addAll(choice.weeks()));
        }
        return new RequiredSupport(
                session.kind(),
                Set.copyOf(session.groups()),
                Set.copyOf(session.students()),
                "",
                0,
                weeks,
                dates,
                false);
    }

    private static boolean isAtTimeOf(Meeting held, MeetingTime time) {
        return time.weekday() == held.weekday()
                && time.start().equals(held.start())
                && time.end().equals(held.end());
    }

    private RequiredSupport plus(RequiredSupport other) {
        var both = new TreeSet<>(weeks);
        both.addAll(other.weeks);
        return new RequiredSupport(kind, groups, students, role, lessonMinutes, both, amount + other.amount, isWeekly);
    }
}
