package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The camp's teams of students: given by the coordinator, or formed by the plan.
 *
 * @param count    number of teams to form, 1 to 40; {@code null} means one for each ten students who are there in the first
 *     week, rounded up, which is ours; those who come later join one of them
 * @param smallest fewest students in a formed team, 0 to 200
 * @param largest  most students in a formed team, from {@code smallest} to 200; the default of 12 is ours
 * @param given    existing teams among the problem's groups; empty means that the plan forms teams, otherwise the other components are ignored
 */
public record Teams(
        @Nullable Integer count,
        @Default("1") int smallest,
        @Default("12") int largest,
        List<GroupId> given) {
    /** Maximum number of teams. */
    static final int MOST = 40;

    private static final int STUDENTS_PER_TEAM = 10;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a team is named twice */
    public Teams {
        given = List.copyOf(given);
        var checks = new RecordValidator()
                .range("smallest", smallest, 0, 200)
                .range("largest", largest, Math.max(1, smallest), 200)
                .distinct("given", given);
        if (count != null) {
            checks.range("count", count, 1, MOST);
        }
        checks.throwIfInvalid();
    }

    /** Returns the default: one team for each ten students of the first week, rounded up, with at most twelve students each. */
    public static Teams defaults() {
        return new Teams(null, 1, 12, List.of());
    }

    /**
     * Returns how many teams are formed.
     *
     * @param students number of students who are there in the first week
     */
    int countFor(int students) {
        return count != null ? count : Math.max(1, Math.ceilDiv(students, STUDENTS_PER_TEAM));
    }
}
