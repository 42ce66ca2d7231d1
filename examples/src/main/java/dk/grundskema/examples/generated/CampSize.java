package dk.grundskema.examples.generated;

import java.util.List;
import java.util.Locale;

/**
 * How large a made-up camp is.
 *
 * @param name     short word for tables and file names
 * @param students how many take part, 2 or more
 * @param staff    how many may be on duty, 2 or more
 * @param teams    how many teams are formed, 1 to 40
 * @param weeks    how many weeks, 1 to 8; 0 means two days of one week and nothing else, for proofs
 * @param nights   whether it stays overnight, weekends included; otherwise it is from Monday to Friday by day
 */
public record CampSize(String name, int students, int staff, int teams, int weeks, boolean nights) {
    /** Two days, one team, four adults: small enough that the best plan can be proved. */
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
     * The size of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static CampSize named(String name) {
        return NAMED.stream()
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no camp of the size (%s), only (%s)."
                        .formatted(name, NAMED.stream().map(CampSize::name).toList())));
    }

    /** A camp like {@link #LARGE} of so many teams, each with twenty students and six adults. */
    public static CampSize ofTeams(int teams) {
        return new CampSize(
                "%d-teams".formatted(teams).toLowerCase(Locale.ROOT), 20 * teams, 6 * teams, teams, 4, true);
    }

    /** Fewest students in a team. */
    int smallestTeam() {
        return Math.max(1, students / teams - 2);
    }

    /** Most students in a team. */
    int largestTeam() {
        return Math.ceilDiv(students, teams) + 2;
    }
}
