package dk.grundskema.examples.generated;

import java.util.List;
import java.util.Locale;

/**
 * Size of a generated camp.
 *
 * @param name     short word for tables and file names
 * @param students number of participants, 2 or more
 * @param staff    number of staff who may be on duty, 2 or more
 * @param teams    number of formed teams, 1 to 40
 * @param weeks    number of weeks, 1 to 8; 0 means only two days of one week, for proofs
 * @param nights   whether it is an overnight camp including weekends; otherwise it is by day from Monday to Friday
 */
public record CampSize(String name, int students, int staff, int teams, int weeks, boolean nights) {
    /** Two days, one team, four adults: small enough to prove the best plan. */
    public static final CampSize TINY = new CampSize("tiny", 8, 4, 1, 0, false);

    /** Three weeks by day. */
    public static final CampSize SMALL = new CampSize("small", 24, 8, 3, 3, false);

    /** Four weeks with nights and weekends. */
    public static final CampSize MEDIUM = new CampSize("medium", 60, 20, 5, 4, true);

    /** Four weeks with nights and weekends, ten teams. */
    public static final CampSize LARGE = new CampSize("large", 200, 60, 10, 4, true);

    private static final List<CampSize> NAMED = List.of(TINY, SMALL, MEDIUM, LARGE);

    /** @throws IllegalArgumentException if a number is out of range */
    public CampSize {
        if (students < 2 || staff < 2 || teams < 1 || teams > 40 || weeks < 0 || weeks > 8) {
            throw new IllegalArgumentException(
                    "A camp of (%d) students, (%d) staff, (%d) teams and (%d) weeks can't be made.\nMaybe two numbers were exchanged?"
                            .formatted(students, staff, teams, weeks));
        }
    }

    /**
     * Returns the size with a name.
     *
     * @throws IllegalArgumentException if there is none with that name
     */
    public static CampSize findByName(String name) {
        return NAMED.stream()
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no camp of the size (%s), only (%s)."
                        .formatted(name, NAMED.stream().map(CampSize::name).toList())));
    }

    /** Returns a camp like {@link #LARGE} with that many teams, each with twenty students and six adults. */
    public static CampSize ofTeams(int teams) {
        return new CampSize(
                "%d-teams".formatted(teams).toLowerCase(Locale.ROOT), 20 * teams, 6 * teams, teams, 4, true);
    }

    /** Returns the minimum number of students in a team. */
    int smallestTeam() {
        return Math.max(1, students / teams - 2);
    }

    /** Returns the maximum number of students in a team. */
    int largestTeam() {
        return Math.ceilDiv(students, teams) + 2;
    }
}
