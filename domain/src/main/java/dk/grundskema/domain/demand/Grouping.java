package dk.grundskema.domain.demand;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups to be formed from some students: each student joins one of the groups.
 *
 * @param intervention the intervention
 * @param groups       the groups, without the members that are to be decided; members already in them stay
 * @param students     students to be placed, in a stable order, without those already in a group; similar students (by area and level) should be
 *     near each other, because the search tries neighbours first
 * @param smallest     fewest students in a group, 0 or more
 * @param largest      most students in a group, at least {@code smallest}
 * @param mayStayEmpty whether a group may have no students: such a group is not too small, and its sessions sleep, see {@link Session#awakeWith}
 * @param choices      groups that a student may join, at least one each; a student without an entry may join any. Two maps instead of one list per
 *     student, because most students may join all groups and have the least need
 * @param needs        need of a student, {@link Need#LEAST} to {@link Need#MOST}: the cost of a student without a group is proportional to it; a
 *     student without an entry has the least need
 */
public record Grouping(
        InterventionId intervention,
        List<Group> groups,
        List<StudentId> students,
        int smallest,
        int largest,
        boolean mayStayEmpty,
        Map<StudentId, List<GroupId>> choices,
        Map<StudentId, Integer> needs) {
    /** @throws IllegalArgumentException if the sizes or needs are out of range, or a student has no choice */
    public Grouping {
        groups = List.copyOf(groups);
        students = List.copyOf(students);
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
        if (smallest < 0 || largest < smallest) {
            throw new IllegalArgumentException(
                    "The groups of (%s) are to have (%d) to (%d) students.\nMaybe the two were exchanged?"
                            .formatted(intervention, smallest, largest));
        }
        if (choices.containsValue(List.<GroupId>of())) {
            throw new IllegalArgumentException(
                    "A student of (%s) has no group to choose: (%s).\nMaybe leave the student out of the grouping?"
                            .formatted(intervention, choices));
        }
        for (int need : Set.copyOf(needs.values())) {
            if (need < Need.LEAST || need > Need.MOST) {
                throw new IllegalArgumentException(
                        "A student of (%s) has the need (%d); %d to %d were expected.\nMaybe it is counted on another scale?"
                                .formatted(intervention, need, Need.LEAST, Need.MOST));
            }
        }
    }

    /** Creates a grouping in which no group may stay empty and students have equal need and may join any group. */
    public Grouping(
            InterventionId intervention, List<Group> groups, List<StudentId> students, int smallest, int largest) {
        this(intervention, groups, students, smallest, largest, false, Map.of(), Map.of());
    }

    /** Returns how much a student needs a group, {@link Need#LEAST} to {@link Need#MOST}. */
    public int needOf(StudentId student) {
        return needs.getOrDefault(student, Need.LEAST);
    }

    /** Returns whether a student may join a group of this grouping. */
    public boolean allows(StudentId student, GroupId group) {
        List<GroupId> chosen = choices.get(student);
        return chosen == null || chosen.contains(group);
    }
}
