package dk.grundskema.solver.spi;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /** Returns how often the same participants must meet by some requirements. Meetings without participants or without staff are no support. */
    public static List<RequiredSupport> of(List<RequiredMeetings> required) {
        Map<List<Object>, RequiredSupport> all = new LinkedHashMap<>();
        for (RequiredMeetings one : required) {
            boolean hasParticipants = !one.groups().isEmpty() || !one.students().isEmpty();
            if (one.isRequired() && hasParticipants && !one.seats().isEmpty()) {
                int weeks = one.isWeekly() ? one.weeks().size() : 1;
                var each = new RequiredSupport(
                        one.kind(),
                        one.groups(),
                        one.students(),
                        "",
                        0,
                        one.weeks(),
                        (double) one.count() * weeks,
                        false);
                all.merge(List.of(one.kind(), one.groups(), one.students()), each, RequiredSupport::plus);
            }
        }
        return new ArrayList<>(all.values());
    }

    private RequiredSupport plus(RequiredSupport other) {
        var both = new TreeSet<>(weeks);
        both.addAll(other.weeks);
        return new RequiredSupport(kind, groups, students, role, lessonMinutes, both, amount + other.amount, isWeekly);
    }
}
