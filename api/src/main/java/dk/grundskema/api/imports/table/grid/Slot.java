package dk.grundskema.api.imports.table.grid;

/**
 * A lesson's time in a grid: one row, or several that belong together.
 *
 * @param first first row
 * @param last  last row
 * @param label when it is: {@link GridLabel.Times} or {@link GridLabel.Numbers}
 */
record Slot(int first, int last, GridLabel label) {
    /** Whether another one begins the minute this one ends. */
    boolean touches(Slot next) {
        return label instanceof GridLabel.Times own
                && next.label instanceof GridLabel.Times other
                && own.end().equals(other.start());
    }
}
