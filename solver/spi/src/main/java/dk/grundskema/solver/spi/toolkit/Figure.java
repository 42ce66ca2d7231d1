package dk.grundskema.solver.spi.toolkit;

/**
 * A number that a document asks for. A plugin names each once; what is said of parameters before planning and what the report asks both come from
 * it.
 *
 * @param code    the finding about a parameter outside, without the plugin's id; also says which figure it is
 * @param lowest  the least that will do
 * @param highest the most that will do, not below {@code lowest}; {@link Long#MAX_VALUE} means that more is never too much
 */
public record Figure(String code, long lowest, long highest) {
    /** @throws IllegalArgumentException if the highest is below the lowest */
    public Figure {
        if (highest < lowest) {
            throw new IllegalArgumentException("The figure (%s) is from (%d) to (%d).\nMaybe the two were exchanged?"
                    .formatted(code, lowest, highest));
        }
    }

    /** So much or more. */
    public static Figure least(String code, long lowest) {
        return new Figure(code, lowest, Long.MAX_VALUE);
    }

    /** Whether a number is inside. */
    public boolean holds(long number) {
        return number >= lowest && number <= highest;
    }

    /** As people write it: the lowest alone where more is never too much, or both with a dash between. */
    public String words() {
        return highest == Long.MAX_VALUE || highest == lowest ? String.valueOf(lowest) : lowest + "–" + highest;
    }

    /** Adds the warning {@code <plugin>.<code>} with the number and {@link #words()} if a number of the parameters is outside. */
    public void check(long number, FindingList findings, String place) {
        findings.warnIf(!holds(number), code, place, number, words());
    }
}
