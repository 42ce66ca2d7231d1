package dk.grundskema.examples.generated;

import java.util.List;

/**
 * Size of a generated school with small groups.
 *
 * @param name       short word for tables and file names
 * @param candidates number of candidates for groups, at least four for each of {@code groups}
 * @param tutors     number of possible tutors, 1 to 30; half of them have a day off each week
 * @param groups     number of groups that the tutors' hours allow, one to three for each tutor
 * @param classes    number of classes of the school, at least two for each tutor, up to 120
 * @param allDay     whether groups can meet before school, in the long break and after school; otherwise only in the
 *         break and in the last hour, for proofs
 */
public record GroupsSize(String name, int candidates, int tutors, int groups, int classes, boolean allDay) {
    /** Nine students, two groups for eight of them: small enough to prove the best plan. */
    public static final GroupsSize TINY = new GroupsSize("tiny", 9, 2, 2, 4, false);

    /** 24 students, 3 tutors. */
    public static final GroupsSize SMALL = new GroupsSize("small", 24, 3, 5, 8, true);

    /** 60 students, 5 tutors. */
    public static final GroupsSize MEDIUM = new GroupsSize("medium", 60, 5, 13, 20, true);

    /** 150 students, 13 tutors. */
    public static final GroupsSize LARGE = new GroupsSize("large", 150, 13, 34, 50, true);

    /** Students in a full group. Source: guide to school-supporting interventions, C (two to four students). */
    static final int FULL = 4;

    /** Sessions of a group a week. Source: guide to school-supporting interventions, C. */
    static final int SESSIONS = 4;

    private static final List<GroupsSize> NAMED = List.of(TINY, SMALL, MEDIUM, LARGE);

    /** @throws IllegalArgumentException if a number is out of range */
    public GroupsSize {
        if (tutors < 1
                || tutors > 30
                || groups < tutors
                || groups > 3 * tutors
                || candidates < FULL * groups
                || classes < 2 * tutors
                || classes > 120) {
            throw new IllegalArgumentException(
                    "Small groups of (%d) students, (%d) tutors, (%d) groups and (%d) classes can't be made.\nMaybe two numbers were exchanged?"
                            .formatted(candidates, tutors, groups, classes));
        }
    }

    /**
     * Returns the size with a name.
     *
     * @throws IllegalArgumentException if there is none with that name
     */
    public static GroupsSize findByName(String name) {
        return NAMED.stream()
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no groups of the size (%s), only (%s)."
                        .formatted(name, NAMED.stream().map(GroupsSize::name).toList())));
    }

    /** Returns the number of students that all groups together can take. */
    int seats() {
        return FULL * groups;
    }

    /** Returns the number of groups that a tutor's hours allow; the first tutors have one more if they do not divide evenly. */
    int groupsOf(int tutor) {
        return groups / tutors + (tutor < groups % tutors ? 1 : 0);
    }
}
