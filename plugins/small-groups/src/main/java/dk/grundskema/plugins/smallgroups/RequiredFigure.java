package dk.grundskema.plugins.smallgroups;

import dk.grundskema.solver.spi.toolkit.FindingCollector;

/**
 * A number that the guide requires. Each is declared once; both the validation of parameters and the fidelity report use it.
 *
 * @param code    code of the finding about a parameter out of range, without the plugin's id; also identifies the figure
 * @param lowest  lowest acceptable value
 * @param highest highest acceptable value, not below {@code lowest}; {@link Long#MAX_VALUE} means no maximum
 */
record RequiredFigure(String code, long lowest, long highest) {
    /** @throws IllegalArgumentException if the highest value is below the lowest */
    RequiredFigure {
        if (highest < lowest) {
            throw new IllegalArgumentException("The figure (%s) is from (%d) to (%d).\nMaybe the two were exchanged?"
                    .formatted(code, lowest, highest));
        }
    }

    /** Returns a figure without a maximum. */
    static RequiredFigure atLeast(String code, long lowest) {
        return new RequiredFigure(code, lowest, Long.MAX_VALUE);
    }

    /** Returns whether a number is in range. */
    boolean contains(long number) {
        return number >= lowest && number <= highest;
    }

    /** Returns the range for display: the lowest value alone if there is no maximum or both are equal, otherwise both with a dash between. */
    String toText() {
        return highest == Long.MAX_VALUE || highest == lowest ? String.valueOf(lowest) : lowest + "–" + highest;
    }

    /** Adds the warning {@code <plugin>.<code>} with the number and {@link #toText()} if the number is out of range. */
    void check(long number, FindingCollector findings, String place) {
        findings.warnIf(!contains(number), code, place, number, toText());
    }
}
