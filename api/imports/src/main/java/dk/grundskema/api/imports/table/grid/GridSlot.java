package dk.grundskema.api.imports.table.grid;

/**
 * A lesson time in a grid: one row, or several that belong together.
 *
 * @param first first row
 * @param last  last row
 * @param label its time: {@link GridLabel.Times} or {@link GridLabel.Numbers}
 * @param weeks weeks of its lessons, unless their cells say others
 */
record GridSlot(int first, int last, GridLabel label, StatedWeeks weeks) {
    /** Returns the same time in those of its weeks that are among these ones. */
    GridSlot within(StatedWeeks others) {
        return new GridSlot(first, last, label, weeks.within(others));
    }

    /** Whether another slot begins in the minute in which this one ends. */
    boolean touches(GridSlot next) {
        return label instanceof GridLabel.Times own
                && next.label instanceof GridLabel.Times other
                && own.end().equals(other.start());
    }
}
