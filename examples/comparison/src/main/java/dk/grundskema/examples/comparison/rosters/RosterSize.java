package dk.grundskema.examples.comparison.rosters;

import java.util.List;

/**
 * Size of a generated roster of nurses.
 *
 * @param name   short word for tables and file names
 * @param nurses number of nurses, a multiple of 4
 * @param weeks  number of weeks, 1 to 8
 * @param wishes number of wishes of each nurse to be off
 */
public record RosterSize(String name, int nurses, int weeks, int wishes) {
    /** One week, for tests that solve with full assertions. */
    public static final RosterSize TINY = new RosterSize("tiny", 8, 1, 1);

    /** As many nurses as in the shortest instances of the competition. */
    public static final RosterSize SMALL = new RosterSize("small", 12, 4, 6);

    /** As many nurses as in the competition's middle instances. */
    public static final RosterSize MEDIUM = new RosterSize("medium", 32, 4, 8);

    /** As many nurses as in the competition's long instances. */
    public static final RosterSize LARGE = new RosterSize("large", 48, 4, 10);

    private static final List<RosterSize> NAMED = List.of(TINY, SMALL, MEDIUM, LARGE);

    /** @throws IllegalArgumentException if a number is out of range */
    public RosterSize {
        if (nurses < 4 || nurses % 4 != 0 || weeks < 1 || weeks > 8 || wishes < 0) {
            throw new IllegalArgumentException(
                    "A roster of (%d) nurses, (%d) weeks and (%d) wishes can't be made.\nMaybe the nurses are no multiple of 4?"
                            .formatted(nurses, weeks, wishes));
        }
    }

    /**
     * Returns the size with a name.
     *
     * @throws IllegalArgumentException if there is none with that name
     */
    public static RosterSize findByName(String name) {
        return NAMED.stream()
                .filter(size -> size.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no roster of the size (%s), only (%s)."
                        .formatted(name, NAMED.stream().map(RosterSize::name).toList())));
    }

    /** Returns the number of days. */
    int days() {
        return weeks * 7;
    }
}
