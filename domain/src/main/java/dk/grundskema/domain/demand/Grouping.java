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
 * Groups that are to be formed from some students: each student joins one of the groups.
 *
 * @param intervention which intervention asks for it
 * @param groups       the groups, without the members that are to be decided; those already named in them stay
 * @param students     who is to be placed, in a stable order, without those already named; best so that those who fit together, by area and level,
 *     are near each other, for the search looks for company there first
 * @param smallest     fewest students in a group, 0 or more
 * @param largest      most students in a group, at least {@code smallest}
 * @param mayStayEmpty whether a group may do without students: one that no student has joined is then not too small, and what is held for it
 *     sleeps, see {@link Session#awakeWith}
 * @param choices      groups that a student may join, each with at least one; a student who isn't named may join any. Two maps are better than one
 *     list for each student: most have all groups and the least need
 * @param needs        how much a student needs a group, {@link Need#LEAST} to {@link Need#MOST}: what a student without one costs, in proportion;
 *     a student who isn't named has the least need
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

    /** Groups of which none may stay empty, for students of equal need who may join any of them. */
    public Grouping(
            InterventionId intervention, List<Group> groups, List<StudentId> students, int smallest, int largest) {
        this(intervention, groups, students, smallest, largest, false, Map.of(), Map.of());
    }

    /** How much a student needs a group, {@link Need#LEAST} to {@link Need#MOST}. */
    public int need(StudentId student) {
        return needs.getOrDefault(student, Need.LEAST);
    }

    /** Whether a student may join a group of this grouping. */
    public boolean allows(StudentId student, GroupId group) {
        List<GroupId> chosen = choices.get(student);
        return chosen == null || chosen.contains(group);
    }
}
